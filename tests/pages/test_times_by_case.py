"""Limits that stand with the words of the source for whom they are."""

from dataclasses import replace
from datetime import date

from generator.model.brief_words import time_words
from generator.pages.answers.quote_room import QuotedLine
from generator.pages.answers.short import shown_text
from generator.pages.answers.time_limit import time_answer
from generator.pages.answers.time_quotes import time_quotes
from generator.readings.brief import read_brief
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.time_values import TimeQuote
from generator.readings.times import read_times, summarise_times
from generator.records.version import Case
from tests.pages.test_answer_cells import WORDS, days, time
from tests.readings import channel_versions

AREA = (
    "Đối với các xã miền núi, hải đảo, vùng sâu, vùng xa, vùng có điều kiện khó khăn của tỉnh:"
    " Không quá {} ngày làm việc."
)
CASE = (
    "Trường hợp bên nhận vườn ong không phải là tổ chức có vốn nước ngoài và đất làm vườn {} được"
    " cấp Thẻ ong."
)


def test_a_limit_of_an_area_stands_below_the_case_of_its_channel() -> None:
    said = time(
        *(
            ("direct", days(limit), f"- {CASE.format(done)}\n+ {AREA.format(limit)}")
            for limit, done in ((17, "đã"), (26, "chưa"))
        )
    )
    assert f"17 ngày làm việc – “{CASE.format('đã')} {AREA.format(17)}”" in said
    assert f"26 ngày làm việc – “{CASE.format('chưa')} {AREA.format(26)}”" in said


def test_the_lead_of_a_list_that_is_left_out_does_not_run_into_the_area() -> None:
    text = (
        "Áp dụng đối với trường hợp {} vườn ong. Thời gian này không bao gồm thời gian giải quyết"
        " của các cơ quan sau đây:\na) Trạm Ong xã;\nb) Sở Ong.\n- Đối với các xã miền núi, hải"
        " đảo, vùng sâu, vùng xa, vùng có điều kiện khó khăn thì được tăng thêm 10 ngày làm việc"
    )
    said = time(
        *(("direct", days(n), text.format(case)) for n, case in ((19, "bán"), (16, "thuê")))
    )
    assert "cơ quan sau đây: Đối với" not in said
    assert "16 ngày làm việc – “Áp dụng đối với trường hợp thuê vườn ong.”" in said
    assert WORDS("answer.of_every_figure", text="“Đối với các xã miền núi")[:-1] in said


def test_a_figure_that_holds_the_days_of_an_area_stands_with_the_usual_one() -> None:
    text = (
        "Thời gian {} vườn ong là không quá {} ngày làm việc. Đối với các xã miền núi, hải đảo thì"
        " thời gian được tăng thêm 10 ngày làm việc."
    )
    rows = ((17.5, "thẩm định", "7,5"), (17, "gia hạn", "07"), (26, "tách", "25"))
    said = time(*(("direct", days(n), text.format(act, usual)) for n, act, usual in rows))
    assert "từ 7,5 đến 17,5 ngày làm việc – “Thời gian thẩm định" in said
    assert "từ 7 đến 17 ngày làm việc – “Thời gian gia hạn" in said
    assert "từ" not in said.split("26 ngày làm việc – “Thời gian tách")[0][-4:]


def test_a_case_and_its_area_are_cut_each_by_itself() -> None:
    whom = "thủ tục nuôi ong rừng theo phương án của hợp tác xã, hoặc chia vườn ong, " * 7
    area = "Đối với các xã miền núi, biên giới thì thời gian thực hiện được tăng thêm 10 ngày."
    line = QuotedLine("", f"Không quá 08 ngày làm việc đối với {whom}chia đàn.", more=(area,))
    assert line.shown(200).endswith(f" … {area}”")
    assert line.whole.endswith(f"chia đàn. {area}")


def test_figures_in_the_list_of_cases_stand_on_one_line_where_only_the_title_names_them() -> None:
    title, other = "Cấp sổ nuôi ong", "Cấp lại khi mất"
    record = replace(channel_versions.version(channel_versions.channel(time=days(7))), title=title)

    def told(*cases: tuple[str, float]) -> str:
        listed = tuple(Case(name=name, time=days(limit)) for name, limit in cases)
        found = replace(record, cases=listed)
        return shown_text(time_answer(summarise_times(read_times(found)), found, WORDS))

    assert "trên Cổng ghi 4 ngày làm việc; 5 ngày làm việc" in told((title, 4), (f"{title}.", 5))
    assert f"trên Cổng ghi 5 ngày làm việc – {other}" in told((title, 4), (other, 5))


def test_steps_tell_cases_where_channels_only_tell_ways() -> None:
    steps = tuple(
        f"Đối với người {whom}, Trạm Ong cấp Thẻ ong trong thời hạn {limit} ngày làm việc."
        for whom, limit in (("còn vườn", 15), ("đã bán vườn", 10))
    )
    ways = (
        channel_versions.channel(method="online", time=days(15)),
        channel_versions.channel(method="direct", time=days(10)),
    )
    record = channel_versions.version(*ways, steps=steps)
    said = shown_text(time_answer(summarise_times(read_times(record)), record, WORDS))
    assert said.startswith(
        "Tùy trường hợp:ô thời hạn ở nguồn ghi 15 ngày làm việc (Nộp trực tuyến)"
    )
    assert all(step in said for step in steps)


def test_a_number_that_another_way_has_in_another_unit_is_doubted() -> None:
    found = [("online", limit, unit) for limit in (7, 9) for unit in ("working_day",)]
    found += [("direct", 7, "day"), ("direct", 9, "working_day")]
    text = {7: "Đối với ong rừng", 9: "Đối với ong nhà"}
    said = time(
        *((way, replace(days(limit), unit=unit), text[limit]) for way, limit, unit in found)
    )
    assert WORDS("answer.same_figure") in said
    assert WORDS("answer.same_figure") not in time(
        *(("online", days(limit), text[limit]) for limit in (7, 9))
    )


def test_the_headline_is_the_line_of_lists_where_an_area_changes_the_limit() -> None:
    area = "Đối với các xã miền núi, hải đảo thì không quá 20 ngày làm việc."
    version = channel_versions.version(channel_versions.channel(time=days(9), text=area))
    brief = read_brief(version, date(2026, 1, 1)).time
    assert brief
    line = time_words(brief, WORDS)
    assert line == "từ 9 đến 20 ngày làm việc"
    said = time(("direct", days(9), area))
    assert said.startswith(line)
    assert area in said


def test_one_number_in_two_units_is_said_as_a_doubt_of_the_source() -> None:
    said = time(("direct", days(3), ""), ("direct", days(3, "day"), ""))
    assert said.startswith("3 ngày làm việc; có chỗ ghi 3 ngày")
    assert WORDS("answer.same_figure") in said


def test_sentences_below_a_note_are_quoted_each_by_itself() -> None:
    note, case = "Lưu ý:", "Trường hợp chia đàn:"
    assert len(_quoted_below(note)) == 2
    assert len(_quoted_below(case)) == 1


def _quoted_below(heading: str) -> list[str]:
    """The paragraphs of two sentences of a step that stand below a heading."""
    texts = ("Trong thời hạn 03 ngày, Trạm Ong trả lời.", "Chủ vườn khai đàn trong 60 ngày.")
    quotes = [
        Reading(
            TimeQuote(text, heading=heading),
            Certainty.SURE,
            (evidence_of(("steps", "items", 0, "text"), text),),
        )
        for text in texts
    ]
    said = time_quotes(quotes, WORDS)
    return [one for one in said.split("<p") if "03 ngày" in one or "60 ngày" in one]
