"""Room for papers is what titles and answers leave on two screens of a phone."""

from generator.pages.nodes.html import element, escape_html, join_html
from generator.pages.phone import lines_left


def test_long_titles_and_answers_leave_less_room() -> None:
    short = element("dl", element("dd", escape_html("5 ngày")))
    long = element("dl", element("dd", escape_html("Ủy ban nhân dân cấp xã nơi có đàn ong " * 9)))
    assert 55 < lines_left("Nuôi ong", short) < 68
    assert lines_left("Nuôi ong", long) < lines_left("Nuôi ong", short) - 10
    assert lines_left("Nuôi ong ở vùng núi cao " * 10, short) < lines_left("Nuôi ong", short) - 8


def test_what_is_folded_takes_no_room() -> None:
    hidden = element("p", escape_html("Ủy ban nhân dân cấp xã nơi có đàn ong " * 20))
    summary = element("summary", escape_html("Các nơi nộp"))
    folded = element("details", join_html([summary, hidden]))
    assert lines_left("Nuôi ong", folded) > 55


def test_what_a_procedure_is_for_takes_room() -> None:
    short = element("dl", element("dd", escape_html("5 ngày")))
    opening = "Giấy chứng nhận nuôi ong ở vùng núi cao. " * 3
    assert lines_left("Nuôi ong", short, opening) < lines_left("Nuôi ong", short) - 4
