"""Room for papers is what titles and answers leave on two screens of a phone."""

from pathlib import Path

from generator.pages.answers import answers
from generator.pages.answers.cell import answer, quotations, stands_out
from generator.pages.nodes.html import element, escape_html, join_html
from generator.pages.phone import Letters, counting_lines, lines_left, paper_line, paper_title_line
from generator.pages.phone_text import bold_lines, plain_lines

SHORT = answers([("Thời hạn", answer([stands_out("5 ngày")]))]).html
STYLE = Path("generator/site/assets/style/procedure.css")
SENTENCE = "Ủy ban nhân dân cấp xã nơi có đàn ong nhận hồ sơ. "


def test_long_titles_and_answers_leave_less_room() -> None:
    long = answers([("Nộp tại", answer([stands_out(SENTENCE * 9)]))]).html
    assert 55 < lines_left("Nuôi ong", SHORT) < 70
    assert lines_left("Nuôi ong", long) < lines_left("Nuôi ong", SHORT) - 15
    assert lines_left("Nuôi ong ở vùng núi cao " * 6, SHORT) < lines_left("Nuôi ong", SHORT) - 6


def test_titles_as_long_as_a_page_have_smaller_letters() -> None:
    long, longest = "Nuôi ong ở vùng núi " * 34, "Nuôi ong ở vùng núi " * 36
    assert lines_left(longest, SHORT) > lines_left(long, SHORT) + 4


def test_a_quotation_takes_the_room_of_its_small_letters() -> None:
    plain = answers([("Nộp tại", answer([escape_html(SENTENCE * 9)]))]).html
    quoted = answers([("Nộp tại", quotations([escape_html(SENTENCE * 9)]))]).html
    saved = lines_left("Nuôi ong", quoted) - lines_left("Nuôi ong", plain)
    assert 5 < saved < 14


def test_tight_answers_set_their_small_print_smaller() -> None:
    rows = [("Nộp tại", quotations([escape_html(SENTENCE * 9)]))]
    small = [("Nộp tại", answer([], [escape_html(SENTENCE * 9)]))]
    for one in (rows, small):
        usual, tight = answers(one).html, answers(one, Letters.SMALL).html
        assert 2 < lines_left("Nuôi ong", tight) - lines_left("Nuôi ong", usual) < 5
    plain = [("Nộp tại", answer([escape_html(SENTENCE * 9)]))]
    sums = [("Phí", element("ul", *(element("li", escape_html(SENTENCE)) for _ in range(4))))]
    for one in (plain, sums):
        usual, tight = answers(one).html, answers(one, Letters.SMALL).html
        assert 1 < lines_left("Nuôi ong", tight) - lines_left("Nuôi ong", usual) < 7


def test_the_least_small_print_takes_less_room_than_that_of_tight_answers() -> None:
    rows = [("Nộp tại", quotations([escape_html(SENTENCE * 9)]))]
    tight, least = answers(rows, Letters.SMALL).html, answers(rows, Letters.LEAST).html
    assert 1 < lines_left("Nuôi ong", least) - lines_left("Nuôi ong", tight) < 4


def test_two_short_answers_stand_beside_each_other_each_below_its_name() -> None:
    row = ("Thời hạn", answer([stands_out("5 ngày")]))
    both, one = answers([row, row, row]).html, answers([row, row]).html
    assert lines_left("Nuôi ong", one) == lines_left("Nuôi ong", both)


def test_a_short_answer_alone_on_its_line_stands_below_its_name() -> None:
    row = ("Thời hạn", answer([stands_out("5 ngày")]))
    long = ("Phí", answer([stands_out("5 ngày làm việc " * 6)]))
    alone, beside = answers([row, row, long]).html, answers([row, long, row]).html
    assert lines_left("Nuôi ong", alone) == lines_left("Nuôi ong", beside)
    taken = lines_left("Nuôi ong", answers([row, long]).html) - lines_left("Nuôi ong", alone)
    assert 2.4 < taken < 2.6


def test_what_is_folded_takes_no_room() -> None:
    hidden = element("p", escape_html("Ủy ban nhân dân cấp xã nơi có đàn ong " * 20))
    summary = element("summary", escape_html("Các nơi nộp"))
    folded = answers([("Nộp tại", element("details", join_html([summary, hidden])))]).html
    assert lines_left("Nuôi ong", folded) > 55


def test_what_stands_between_a_title_and_the_answers_takes_room() -> None:
    whole = lines_left("Nuôi ong", SHORT)
    opening = "Giấy chứng nhận nuôi ong ở vùng núi cao. " * 3
    assert lines_left("Nuôi ong", SHORT, opening) < whole - 3
    assert lines_left("Nuôi ong", SHORT, "", "Chỉ cho doanh nghiệp") < whole - 1


def test_words_on_the_number_of_papers_take_a_line_or_more() -> None:
    assert counting_lines("Danh sách có 5 mục.") == 0
    assert (
        counting_lines("Tùy trường hợp. Danh sách có 5 mục, chia 2 phần.") * paper_line() == 19.15
    )


def test_lines_break_at_spaces_hyphens_and_strokes() -> None:
    assert plain_lines("", 10) == 0
    assert plain_lines("ong", 10) == 1
    assert plain_lines("ong mật ong rừng", 5) == 2
    assert plain_lines("ong/mật/ong/rừng", 5) == 2
    assert bold_lines("ong mật ong rừng", 4.6) > plain_lines("ong mật ong rừng", 4.6) - 1


def test_styles_are_those_that_are_reckoned_with() -> None:
    names, opening = (
        ".md-typeset .names h3 { margin: .25rem 0 0; font-size: inherit; line-height: 1.18; }",
        ".md-typeset h1 ~ p:not([class]):has(~ .answers) "
        "{ margin: .2rem 0; font-size: .92rem; line-height: 1.3; }",
    )
    said = STYLE.read_text("utf8")
    assert names in said
    assert opening in said
    assert paper_title_line(Letters.LEAST) < paper_line(Letters.LEAST)
