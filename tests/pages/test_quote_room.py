"""What is quoted beside an answer, and what stands in a fold below it."""

from dataclasses import replace

from generator.locale import words_of
from generator.pages.answers.cut_quotation import cut_around_limits, cut_around_names
from generator.pages.answers.place_quotes import place_quotes
from generator.pages.answers.quote_room import (
    ROOMS,
    SCARCE,
    WHOLE,
    QuotedLine,
    QuoteRoom,
    quoted_lines,
)
from generator.pages.answers.short import shown_text
from generator.pages.answers.time_quotes import time_quotes
from generator.pages.nodes.html import Html
from generator.readings.door import FilingQuote
from generator.readings.evidence import Certainty, Reading
from generator.readings.times import read_times
from tests.readings.channel_versions import version

WORDS = words_of("vi")
TIGHT = ROOMS[-1]
FIRST, SECOND, THIRD = (f"Câu {at} về đàn ong ở vườn. " * 8 for at in ("một", "hai", "ba"))


def shown(*texts: str, room: QuoteRoom = WHOLE, alone: bool = False) -> tuple[str, str]:
    """The words before the fold and those in it."""
    lines = [QuotedLine("answer.place_said", text) for text in texts]
    before, _, folded = quoted_lines(lines, room.place, room, WORDS, alone=alone).partition(
        "<summary>"
    )
    return shown_text(Html(before)), shown_text(Html(folded))


def test_what_has_room_is_quoted_whole_and_nothing_is_folded() -> None:
    before, folded = shown("Ong mật.", "Ong rừng.")
    assert before == f"{WORDS('answer.place_said', text='“Ong mật.”')}“Ong rừng.”"
    assert not folded


def test_what_has_no_room_stands_whole_in_a_fold_that_counts_it() -> None:
    before, folded = shown(FIRST, SECOND, THIRD, room=TIGHT)
    assert SECOND not in before
    assert folded.startswith(WORDS("answer.more_said", count=2))
    assert f"“{SECOND}”“{THIRD}”" in folded


def test_a_cut_quotation_is_whole_in_the_fold() -> None:
    before, folded = shown(FIRST * 3, room=TIGHT)
    assert before.endswith(" …”")
    assert f"“{FIRST * 3}”" in folded


def test_more_are_shown_where_nothing_else_answers() -> None:
    assert "Câu hai" in shown(FIRST, SECOND, room=TIGHT, alone=True)[0]
    assert "Câu hai" not in shown(FIRST, SECOND, room=TIGHT)[0]


def test_needed_quotations_are_shown_whatever_the_room_each_cut_more() -> None:
    lines = [QuotedLine("", text, needed=True) for text in (FIRST, SECOND, THIRD)]
    said = quoted_lines([*lines, QuotedLine("", "Thêm.")], TIGHT.time, TIGHT, WORDS)
    before = shown_text(Html(said.partition("<summary>")[0]))
    assert [name in before for name in ("Câu một", "Câu hai", "Câu ba", "Thêm.")] == [True] * 3 + [
        False
    ]
    assert max(map(len, before.split("”"))) <= TIGHT.longest_of_several * 1.25 + len("“ …")


def test_a_cut_leaves_every_length_of_time_with_the_words_around_it() -> None:
    long = "là ong của vườn nhà ông Tư ở xã Bờ Đê, huyện cũ " * 4
    text = f"Trường hợp đàn ong cũ {long * 2}: không quá 5 ngày. Đàn mới {long}thì 9 ngày."
    said = cut_around_limits(text, 180)
    assert said.startswith("Trường hợp đàn ong cũ là ong của vườn")
    assert "không quá 5 ngày" in said
    assert said.endswith("thì 9 ngày.")
    assert said.count(" … ") == 1
    assert "Đàn mới là ong" in said
    assert len(said) < len(text) * 0.8


def test_a_quotation_without_lengths_or_with_all_at_its_beginning_is_cut_at_its_end() -> None:
    assert cut_around_limits("Ong mật ở vườn. " * 9, 40) == (
        "Ong mật ở vườn. Ong mật ở vườn. Ong mật …"
    )
    text = "Trong 5 ngày, " + "người nuôi ong ghi sổ " * 5
    assert cut_around_limits(text, 40) == "Trong 5 ngày, người nuôi ong ghi sổ …"
    assert cut_around_limits("Trong 5  ngày.", 40) == "Trong 5 ngày."


def test_brief_words_stand_instead_of_a_cut_quotation_which_is_in_the_fold() -> None:
    line = QuotedLine("", FIRST * 3, brief="Không tính: ong mật; ong rừng")
    before, _, folded = quoted_lines([line], TIGHT.time, TIGHT, WORDS).partition("<summary>")
    assert shown_text(Html(before)) == line.brief
    assert f"“{FIRST * 3}”" in shown_text(Html(folded))
    assert shown_text(quoted_lines([line], WHOLE.time, WHOLE, WORDS)) == f"“{(FIRST * 3).strip()}”"


def test_a_hyphen_between_words_ends_no_clause() -> None:
    text = f"Vùng có điều kiện kinh tế - xã hội khó khăn thì 9 ngày. {FIRST * 2}Đàn cũ: 7 ngày."
    assert "kinh tế - xã hội khó khăn thì 9 ngày" in cut_around_limits(text, 60)


def test_a_cut_leaves_who_receives_with_the_words_for_whom() -> None:
    long = "theo quy định của xã Bờ Đê về đàn ong cũ và mới trong vườn nhà " * 4
    text = (
        f"Chủ vườn gửi hồ sơ {long}cho Trạm Ong Một (đối với vườn ở bờ bắc) hoặc Trạm Ong Hai"
        f" (đối với vườn ở bờ nam) như sau: {long}; {long}."
    )
    said = cut_around_names(text, ("Trạm Ong Một", "Trạm Ong Hai"), 180)
    assert said.startswith("Chủ vườn gửi hồ sơ theo quy định")
    assert "Trạm Ong Một (đối với vườn ở bờ bắc) hoặc Trạm Ong Hai (đối với vườn ở bờ nam)" in said
    assert said.endswith(" …")
    assert len(said) < len(text) / 2


def test_a_place_without_a_name_keeps_its_beginning_and_its_end() -> None:
    said = cut_around_names("Chủ vườn gửi hồ sơ " + "ong mật " * 40 + "cho người giữ ong.", (), 60)
    assert said.startswith("Chủ vườn gửi hồ sơ")
    assert said.endswith("cho người giữ ong.")
    assert cut_around_names("Gửi  Trạm Ong.", ("Trạm Ong",), 60) == "Gửi Trạm Ong."


def test_words_that_end_with_a_gap_of_their_own_have_no_copy_in_the_fold() -> None:
    assert shown("Trạm Ong nhận hồ sơ …") == (
        WORDS("answer.place_said", text="“Trạm Ong nhận hồ sơ …”"),
        "",
    )


def test_what_stands_beside_an_answer_says_so_unless_it_is_all_that_tells() -> None:
    beside = [Reading(FilingQuote("Gửi Trạm Ong.", beside=True), Certainty.SURE, ())]
    assert shown_text(place_quotes(beside, WORDS, led=True)) == "“Gửi Trạm Ong.”"
    assert shown_text(place_quotes(beside, WORDS)) == WORDS(
        "answer.place_beside", text="“Gửi Trạm Ong.”"
    )


def test_all_are_cut_shorter_where_one_that_tells_a_length_would_fold() -> None:
    steps = [
        f"Bước {at}: Trong thời hạn {at} ngày kể từ khi nhận hồ sơ, Trạm {'ong ' * 40}trả lời."
        for at in range(2, 6)
    ]
    room = replace(WHOLE, time=620, longest=360, longest_of_several=280, least=1)
    for tells in (False, True):
        lines = [QuotedLine("", one, tells=tells) for one in steps]
        found = quoted_lines(lines, room.time, room, WORDS).partition("<summary>")[0]
        assert all(f"Trong thời hạn {at} ngày" in found for at in range(2, 6)) is tells


def test_only_lengths_that_do_not_stand_above_make_others_shorter() -> None:
    steps = [f"Trong {at} ngày kể từ ngày nhận đơn, Trạm {'ong ' * 40}họp." for at in (5, 6, 7)]
    found = read_times(version(steps=steps)).quotes
    quotes = [replace(one, value=replace(one.value, needed=False)) for one in found]
    assert len(quotes) == 3
    lengths = {length for one in quotes for length in one.value.lengths}
    room = replace(WHOLE, time=460, longest=360, longest_of_several=280, least=1)
    assert "Trong 7 ngày" in time_quotes(quotes, WORDS, room).partition("<summary>")[0]
    assert "Trong 7 ngày" not in time_quotes(quotes, WORDS, room, above=lengths).partition("<s")[0]


def test_quotations_that_read_alike_when_cut_are_cut_around_what_tells_them_apart() -> None:
    said = "Trong 03 ngày kể từ ngày nhận đủ hồ sơ, Trạm Ong {} việc {} Thẻ ong cho người nuôi ong."
    same = "xem sổ ong, hỏi người nuôi ong ở các xã bên cạnh về đàn ong đã khai, rồi hoàn thành"
    found = [QuotedLine("", said.format(same, what) * 2) for what in ("gia hạn", "cấp lại")]
    lines, _, _ = quoted_lines(found, 200, ROOMS[-1], WORDS, alone=True).partition("<summary>")
    assert all(what in lines for what in ("gia hạn Thẻ", "cấp lại Thẻ"))


def test_where_papers_have_no_room_a_quotation_ends_behind_its_first_length() -> None:
    stage = "Trạm Ong xem đàn ong và ghi sổ cho từng vườn ong của người nuôi ong ở xã. " * 4
    text = f"{stage}Trả sổ trong 3 ngày làm việc. {stage * 2}Trả đàn trong 9 ngày làm việc. {stage}"
    assert "9 ngày làm việc" in cut_around_limits(text, 150)
    short = cut_around_limits(text, 150, 120)
    assert "3 ngày làm việc" in short
    assert "9 ngày làm việc" not in short
    shown, folded = shown_text(
        quoted_lines([QuotedLine("", text)], SCARCE.time, SCARCE, WORDS)
    ).split(WORDS("answer.more_said", count=1))
    assert len(shown) < SCARCE.ends + 200
    assert f"“{text}”" in folded


def test_what_is_not_counted_is_named_without_who_settles_it_where_papers_have_no_room() -> None:
    brief = "Không tính: giải quyết của cơ quan giữ ong về giá ong; trích đo vườn"
    line = QuotedLine("", "Không tính thời gian. " * 30, brief=brief)
    assert line.shown(100) == brief
    short = replace(line, ends=400).shown(100)
    assert short == "Không tính: giá ong; trích đo vườn"
