"""The cells of place and time: short on the first screen, nothing twice, nothing invented."""

from dataclasses import replace
from datetime import date

import pytest

from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.answers.cell import quoted
from generator.pages.answers.online import online_name
from generator.pages.answers.place import place_answer
from generator.pages.answers.short import short_answer, shown_text
from generator.pages.answers.short_names import short_names
from generator.pages.answers.time_limit import time_answer
from generator.pages.nodes.html import escape_line
from generator.readings.door import Choice, Door, DoorKind, FilingReadings
from generator.readings.evidence import Certainty, Evidence, Reading
from generator.readings.filing import read_filing
from generator.readings.times import read_times, summarise_times
from generator.records.stated import ChannelTime
from generator.records.version import Version
from tests.readings import channel_versions
from tests.readings.versions import AGENCIES, procedure, version

DAY = date(2026, 11, 1)
WORDS = words_of("vi")


@pytest.fixture
def edition(sample: Edition) -> Edition:
    return sample


def place(found: Version, edition: Edition) -> str:
    read = read_filing(found, procedure(), AGENCIES, DAY)
    return shown_text(place_answer(read, found, edition, "x/"))


def days(value: float, unit: str = "working_day") -> ChannelTime:
    return ChannelTime(value=value, unit=unit)


def time(*channels: tuple[str, ChannelTime, str | None]) -> str:
    rows = [
        channel_versions.channel(method=method, time=limit, text=text)
        for method, limit, text in channels
    ]
    record = channel_versions.version(*rows)
    return shown_text(time_answer(summarise_times(read_times(record)), record, WORDS))


def test_an_executing_body_is_named_as_whom_to_ask_and_never_as_the_place(
    edition: Edition,
) -> None:
    said = place(version("Kiểm tra giấy tờ.", executing=["Chi cục Hải quan"], levels=[]), edition)
    assert said == (
        f"{WORDS('answer.no_place')}{WORDS('answer.ask_only', name='Chi cục Hải quan')}"
    )


def test_all_executing_bodies_are_named_as_whom_to_ask(edition: Edition) -> None:
    names = ["Chi cục Hải quan", "Đoàn Kiểm dịch"]
    said = place(version("Kiểm tra giấy tờ.", executing=names, levels=[]), edition)
    asked = WORDS("answer.ask_only", name="; ".join(names))
    assert said == f"{WORDS('answer.no_place')}{asked}"


def test_a_sentence_that_names_no_body_is_quoted_whole(edition: Edition) -> None:
    step = "Người bán nộp hồ sơ tại trụ sở của Tổ chức cấp chứng thư."
    assert place(version(step), edition) == WORDS("answer.place_said", text=f"“{step}”")


def test_a_sentence_stands_under_the_name_that_it_contains(edition: Edition) -> None:
    step = "Chủ vườn nộp hồ sơ đến Sở Y tế nơi có vườn."
    said = place(version(step), edition)
    assert said.startswith("Sở Y tế")
    assert said.endswith(WORDS("answer.place_said", text=f"“{step}”"))


def test_places_by_case_are_quoted_and_none_stands_out(edition: Edition) -> None:
    step = "Gửi hồ sơ đến:\n- Bộ Y tế: xưởng lớn của trung ương;\n- Sở Y tế: xưởng nhỏ của xã."
    said = place(version(step), edition)
    assert said == f"{WORDS('answer.places_told')}“{' '.join(step.split())}”"


def test_a_desk_that_fits_many_says_whose_work_it_receives(edition: Edition) -> None:
    said = place(
        version("Chủ vườn nộp hồ sơ tại cơ quan hải quan.", executing=["Chi cục B"]), edition
    )
    assert f"cơ quan hải quan ({WORDS('answer.executed_by', names='Chi cục B')})" in said


def test_more_executing_bodies_than_are_named_are_counted(edition: Edition) -> None:
    names = [f"Chi cục {letter}" for letter in "ABCDEG"]
    said = place(version("Chủ vườn nộp hồ sơ tại cơ quan hải quan.", executing=names), edition)
    more = WORDS("answer.more_offices", count=2)
    assert f"{'; '.join(names[:4])}; {more})" in said


def test_each_sentence_with_a_place_of_its_own_is_quoted(edition: Edition) -> None:
    steps = (
        "Trường hợp vườn là của tỉnh nhà thì nộp hồ sơ đến Sở Y tế hoặc Sở Nội vụ.",
        "Trường hợp vườn là của quân đội thì nộp hồ sơ đến cơ quan quản lý nhà ở.",
    )
    said = place(version("\n".join(f"- {step}" for step in steps)), edition)
    assert said == f"{WORDS('answer.places_told')}“{steps[0]}”“{steps[1]}”"


def test_a_body_that_ended_has_the_successor_that_the_record_names(edition: Edition) -> None:
    step = "Chủ vườn nộp hồ sơ đến Bộ Thông tin và Truyền thông."
    said = place(version(step, executing=["Bộ Khoa học và Công nghệ (cũ)"]), edition)
    assert WORDS("answer.today", names="Bộ Khoa học và Công nghệ") in said


def test_equal_limits_stand_once_with_all_their_ways() -> None:
    said = time(("online", days(8, "hour"), None), ("direct", days(8, "hour"), None))
    assert said == "8 giờ"


def test_a_limit_of_some_ways_is_said_for_these_where_others_have_none() -> None:
    said = time(("direct", days(6), None), ("online", days(1, "other"), None))
    bare = f"{WORDS('method.online')}: {WORDS('unit.other', value='1')}"
    assert said == f"6 ngày làm việc {WORDS('answer.for_whom', name=WORDS('method.direct'))}{bare}"


def test_one_number_in_two_units_is_told_as_a_slip_that_may_be() -> None:
    said = time(("postal", days(9, "hour"), None), ("direct", days(9, "day"), None))
    assert said.endswith(WORDS("answer.same_figure"))
    said = time(("postal", days(8, "hour"), None), ("direct", days(9, "day"), None))
    assert WORDS("answer.same_figure") not in said
    said = time(("direct", days(9), "Trong 9 ngày kể từ ngày nhận đủ hồ sơ, Trạm cấp Thẻ ong."))
    assert said.startswith(f"9 ngày làm việc{WORDS('answer.same_figure')}")
    words = "Trong 9 ngày kể từ ngày nhận đủ hồ sơ."
    said = time(("postal", days(9), words), ("direct", days(9, "day"), None))
    assert said.count(WORDS("answer.same_figure")) == 1


def test_another_number_for_the_whole_is_told_as_a_slip_that_may_be() -> None:
    words = "20 ngày làm việc kể từ ngày nhận đủ hồ sơ"
    assert WORDS("answer.other_whole") not in time(("online", days(20), words))
    said = time(("online", days(20), words), ("postal", days(30), words))
    assert said.count(WORDS("answer.other_whole")) == 1
    said = time(("postal", days(30), words))
    assert said.startswith(f"30 ngày làm việc{WORDS('answer.other_whole')}")


def test_several_recorded_limits_for_nobody_are_told_all() -> None:
    said = time(("direct", days(42), None), ("direct", days(32), None))
    assert "42 ngày làm việc" in said
    assert "32 ngày làm việc" in said
    assert WORDS("answer.several_times") in said


def test_sentences_on_time_that_is_not_counted_are_quoted_whole() -> None:
    text = "Không tính thời gian lấy ý kiến. Không tính thời gian đo đạc."
    assert f"“{text}”" in time(("direct", days(5), text))


def test_few_lines_are_shown_whole_and_many_in_a_fold() -> None:
    few, many = [escape_line("ngắn")] * 3, [escape_line("dài " * 30)] * 5
    assert "<details>" not in short_answer(few, [], [], "x")
    assert "<details>" in short_answer(many, few, [], "x")


@pytest.mark.parametrize(
    ("method", "name"), [("direct", "facts.portal"), ("online", "facts.online")]
)
def test_a_record_without_an_online_channel_has_only_a_page_on_the_portal(
    method: str, name: str
) -> None:
    record = version("", channels=[channel_versions.channel(method=method)])
    assert online_name(record) == name


def test_the_limit_of_an_area_is_quoted_below_the_usual_one() -> None:
    rest = "vùng sâu, vùng xa, vùng có điều kiện khó khăn của tỉnh, và nhiều nơi khác " * 3
    area = f"Đối với các xã miền núi, hải đảo, {rest}thì không quá 21 ngày làm việc."
    said = time(("direct", days(12), f"Không quá 12 ngày làm việc. {area}"))
    assert said.startswith("từ 12 đến 21 ngày làm việc")
    assert f"“{' '.join(area.split())}”" in said


def test_a_figure_of_one_case_does_not_stand_out() -> None:
    text = "7 ngày đối với một lá thư.\nTrường hợp trên 20 lá thư, không quá 62 ngày."
    said = time(("direct", days(62, "day"), text))
    assert said.startswith(WORDS("answer.depends"))
    assert "“Trường hợp trên 20 lá thư, không quá 62 ngày.”" in said


def test_each_case_has_a_line_of_its_own_though_its_figure_is_that_of_another() -> None:
    text = "{}) Đối với vườn ong ở xã:\n- {}: Không quá {} ngày làm việc."
    cases = [("a", "Ghi tên", 9), ("b", "Cấp thẻ", 19), ("a", "Cấp lại thẻ", 19)]
    said = time(*(("direct", days(case[2]), text.format(*case)) for case in cases))
    limit = "{} ngày làm việc – “{}) {} {}: Không quá {} ngày làm việc.”"
    whole = "Đối với vườn ong ở xã:"
    assert limit.format(9, "a", whole, "Ghi tên", 9) in said
    assert limit.format(19, "b", whole, "Cấp thẻ", 19) in said
    assert limit.format(19, "a", "…", "Cấp lại thẻ", 19) in said


def test_names_that_begin_alike_are_cut_behind_where_they_differ() -> None:
    long = " của cơ sở bán lẻ nằm ngoài khu vực trung tâm thành phố"
    short = short_names([f"đối với trường hợp {one}{long}" for one in ("cấp mới", "cấp lại")], 20)
    assert short == ["cấp mới của cơ sở…", "cấp lại của cơ sở…"]
    alike = short_names([f"xây nhà ở nông thôn {one} tầng trở lên{long}" for one in "25"], 14)
    assert len(set(alike)) == 2


def test_less_than_an_hour_is_said_in_minutes() -> None:
    text = "Thời gian giải quyết: 15 phút kể từ khi nhận đủ hồ sơ."
    assert "15 phút" in time(("direct", days(1, "other"), text))


def test_a_limit_of_each_way_of_filing_names_the_way() -> None:
    said = time(("postal", days(12), "Nộp ở quầy."), ("direct", days(9), "Nộp ở quầy."))
    assert f"12 ngày làm việc {WORDS('answer.for_whom', name=WORDS('method.postal'))}" in said
    assert WORDS("answer.several_times") not in said


def test_by_when_one_files_is_no_time_of_the_office() -> None:
    said = time(
        (
            "direct",
            ChannelTime(value=1, unit="other"),
            "- Nộp hồ sơ khai: trong 30 ngày kể từ ngày mua vườn.",
        ),
    )
    own = "“Nộp hồ sơ khai: trong 30 ngày kể từ ngày mua vườn.”"
    bare = WORDS("unit.other", value="1")
    assert said == WORDS("answer.no_time") + WORDS("answer.you_file", text=own) + bare


def test_a_name_that_goes_on_after_another_one_is_told_from_there() -> None:
    shared = "cơ quan đại diện ngoại giao và cơ quan đại diện của các tổ chức quốc tế tại"
    first, second = short_names([f"{shared} Hà Nội", f"{shared} các tỉnh phía nam trở vào"], 70)
    assert first.endswith("Hà Nội")
    assert "phía nam" in second


def test_figures_of_one_way_stand_each_with_the_words_of_its_channel() -> None:
    area = "* Đối với các xã miền núi, hải đảo thì thời gian thực hiện không quá {} ngày làm việc."
    said = time(
        ("direct", days(8), "Nộp tại Trung tâm.\n* Không quá 08 ngày làm việc đối với đổi tên."),
        ("direct", days(18), "Nộp tại Trung tâm.\n" + area.format(18)),
        ("direct", days(5), "Nộp tại Trung tâm.\n* Không quá 05 ngày làm việc đối với đổi chủ."),
    )
    assert WORDS("answer.several_times") not in said
    assert said.index("8 ngày") < said.index("đổi tên") < said.index("18 ngày làm việc –")
    assert said.index("miền núi") < said.index("5 ngày làm việc –") < said.index("đổi chủ")


def test_another_limit_in_the_words_of_a_channel_is_quoted() -> None:
    said = time(("direct", days(7), "07 ngày làm việc với quỹ và 30 ngày làm việc với công ty"))
    assert "“07 ngày làm việc với quỹ và 30 ngày làm việc với công ty”" in said


def test_stages_within_the_figure_are_left_to_the_steps_and_another_case_is_quoted() -> None:
    row = channel_versions.channel(time=days(12))
    case = "Trường hợp vườn ở tỉnh khác, trong thời hạn 20 ngày làm việc, Sở cấp giấy phép vườn."
    steps = (
        "Trong thời hạn 05 ngày làm việc kể từ ngày nhận hồ sơ, Sở thẩm định vườn.",
        f"- Ủy ban quyết định.\n- {case}",
        "Chủ vườn nộp lệ phí trong thời hạn 40 ngày kể từ ngày nhận thông báo.",
    )
    record = channel_versions.version(row, steps=steps)
    said = shown_text(time_answer(summarise_times(read_times(record)), record, WORDS))
    quoted = WORDS("answer.said_in_steps", text=f"“{case}”")
    assert said == f"12 ngày làm việc{quoted}"


def test_stages_that_come_to_more_than_the_figure_are_all_quoted() -> None:
    row = channel_versions.channel(time=days(3))
    steps = [
        f"Trong thời hạn 0{count} ngày làm việc kể từ ngày nhận hồ sơ, {who} xem xét vườn."
        for count, who in ((3, "Sở"), (4, "Cục"), (5, "Ủy ban"))
    ]
    record = channel_versions.version(row, steps=steps)
    said = shown_text(time_answer(summarise_times(read_times(record)), record, WORDS))
    assert all(f"“{step}”" in said for step in steps)


def test_a_figure_without_a_word_is_not_quoted() -> None:
    figure = Evidence(("channels", "items", 0, "time", "value"), 0, 2, "17")
    text = Evidence(("channels", "items", 0, "text"), 0, 14, "trong ngày mưa")
    found: Reading[object] = Reading(17, Certainty.UNSURE, (figure, text))
    said = shown_text(quoted([found], WORDS))
    assert said == WORDS("answer.quoted", text="trong ngày mưa")
    assert not quoted([replace(found, evidence=(figure,))], WORDS)


def test_offices_of_fields_stand_with_the_cases_that_the_fields_give_them_for(
    edition: Edition,
) -> None:
    evidence = (Evidence(("authority", "receiving", 0), 0, 1, "x"),)
    doors = (
        Door(DoorKind.OFFICE, "Sở Xây dựng", case="nhà ở\n riêng  lẻ"),
        Door(DoorKind.OFFICE, "Sở Công Thương", case=None),
    )
    stated = tuple(Reading(door, Certainty.SURE, evidence) for door in doors)
    filing = FilingReadings(doors=stated, choice=Choice.BY_CASE)
    said = shown_text(place_answer(filing, version("Nộp hồ sơ."), edition, "x/"))
    assert said == "Sở Xây dựng – nhà ở riêng lẻSở Công Thương"
    free = replace(filing, choice=Choice.ANY)
    assert "riêng" not in shown_text(place_answer(free, version("Nộp hồ sơ."), edition, "x/"))


def test_a_field_that_says_that_nothing_is_given_back_is_quoted() -> None:
    text = "Không phải trả kết quả cho người nộp thuế ong"
    none = ChannelTime(value=None, unit="other", text=text)
    assert time(("direct", none, None)) == WORDS("answer.quoted", text=text)
    when = time(("direct", ChannelTime(value=None, unit="other"), "Theo đợt, trước mùa ong."))
    assert when == WORDS("answer.no_time") + WORDS("answer.quoted", text="Theo đợt, trước mùa ong.")


def test_the_limit_of_areas_stands_in_one_quotation_with_its_case() -> None:
    area = "Đối với các xã miền núi thì thời gian thực hiện không quá {} ngày làm việc."
    cases = [
        f"Trường hợp đổi {name} là không quá {at} ngày làm việc.\n{area.format(at + 10)}"
        for name, at in (("tên", 4), ("chủ", 5), ("thẻ", 6))
    ]
    said = time(("direct", ChannelTime(value=None, unit="other"), "\n".join(cases)))
    assert all(f"“{' '.join(case.split())}”" in said for case in cases)
    assert "“Đối với" not in said


def test_stages_without_a_case_are_no_alternatives() -> None:
    said = time(
        ("direct", days(45, "day"), "Trong thời hạn 45 ngày, Phòng Ong báo cáo Ủy ban ong."),
        ("direct", days(30, "day"), "Trong thời hạn 30 ngày, Ủy ban ong ban hành Quyết định."),
    )
    assert said.startswith(WORDS("answer.by_part"))


def test_of_two_figures_the_one_without_words_is_for_everybody_else() -> None:
    area = "* Đối với các xã miền núi, hải đảo."
    said = time(
        ("direct", days(10), "Nộp tại Trung tâm."),
        ("direct", days(20), f"Nộp tại Trung tâm.\n{area}"),
    )
    assert WORDS("answer.several_times") not in said
    assert said == (
        f"{WORDS('answer.depends')}10 ngày làm việc20 ngày làm việc – “{area.strip('* ')}”"
    )


def test_hours_are_working_hours_where_a_step_calls_as_many_of_them_so() -> None:
    time = ChannelTime(value=8, unit="hour")
    step = "Trong thời hạn 08 giờ làm việc kể từ khi nhận đề nghị, Trạm Ong hủy tờ khai ong."
    said = [
        time_answer(summarise_times(read_times(one)), one, words_of("vi"))
        for one in (
            channel_versions.version(channel_versions.channel(time=time), steps=(steps,))
            for steps in (step, step.replace(" làm việc", ""))
        )
    ]
    assert [str(one).count("8 giờ làm việc") for one in said] == [1, 0]


def test_a_way_by_post_that_is_sooner_than_the_counter_may_be_an_error_of_the_source() -> None:
    doubt = WORDS("answer.sooner_by_post")
    odd = (("direct", days(18), None), ("postal", days(4), None))
    assert doubt in time(*odd)
    assert doubt not in time(("direct", days(4), None), ("postal", days(18), None))
    assert doubt not in time(*odd[:1], ("postal", days(4), "Gửi bưu chính thì trả trong 4 ngày"))
