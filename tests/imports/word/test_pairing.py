"""Rows and contents of one name meet in whatever order; unlike names are asked about."""

import pytest

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.list_header import ListColumn
from generator.imports.word.listing import ListedRow
from generator.imports.word.pairing import pair_contents
from generator.imports.word.procedure_content import ProcedureContent

WINE = "giấy chứng nhận đủ điều kiện kinh doanh rượu"
CHANGE = "Cấp phép", "Cấp lại phép", "Gia hạn phép"


def line(text: str) -> WordLine:
    return WordLine(WordPlace("a.docx", 1), "", text)


def row(name: str) -> ListedRow:
    return ListedRow("1", {ListColumn.NAME: [line(name)]})


def paired(rows: tuple[str, ...], contents: tuple[str, ...]) -> list[tuple[str, str, bool]]:
    pairs = pair_contents(
        [row(name) for name in rows], [ProcedureContent([line(name)]) for name in contents]
    )
    return [
        (one.row.name if one.row else "", one.content.name if one.content else "", one.doubtful)
        for one in pairs
    ]


@pytest.mark.parametrize(
    ("rows", "contents"),
    [
        (CHANGE[:2], (CHANGE[1], CHANGE[0])),
        (CHANGE, (CHANGE[2], CHANGE[0], CHANGE[1])),
        (CHANGE, (CHANGE[2], CHANGE[0])),
        ((f"Cấp {WINE}", f"Cấp lại {WINE}", f"Sửa đổi {WINE}"), (f"Cấp lại {WINE}",)),
        (("Cấp phép A1", "Cấp phép A2"), ("2. Thủ tục cấp phép a2",)),
    ],
)
def test_the_same_names_meet_in_any_order(rows: tuple[str, ...], contents: tuple[str, ...]) -> None:
    found = [pair for pair in paired(rows, contents) if pair[1]]
    assert len(found) == len(contents)
    for name, content, doubtful in found:
        assert content.lower().endswith(name.lower())
        assert not doubtful


def test_names_that_differ_are_asked_about_even_where_only_they_are_left() -> None:
    rows = ("Cấp phép bán lẻ rượu", "Cấp phép bán buôn rượu")
    contents = ("Cấp phép bán buôn rượu", "Cấp lại phép bán lẻ các loại rượu")
    assert paired(rows, contents) == [
        (rows[0], contents[1], True),
        (rows[1], contents[0], False),
    ]


def test_contents_of_another_matter_are_not_taken_even_where_only_they_are_left() -> None:
    rows = ("Cấp phép bán lẻ rượu", "Cấp phép bán buôn rượu")
    contents = ("Cấp phép bán buôn rượu", "Cấp phép sản xuất rượu")
    assert paired(rows, contents) == [
        (rows[0], "", False),
        (rows[1], contents[0], False),
        ("", contents[1], False),
    ]


def test_a_name_with_more_words_is_asked_about_where_only_it_is_left() -> None:
    rows = ("Cấp phép nuôi ong", "Cấp phép nuôi tằm", "Khai thác tre")
    longer = "Khai thác tre (áp dụng tại những xã ven sông)"
    contents = (*rows[:2], longer)
    assert paired(rows, contents)[2] == (rows[2], longer, True)


def test_names_that_differ_do_not_meet_by_their_order() -> None:
    rows = ("Cấp phép nuôi ong", "Khai thác tre")
    contents = ("Cấp phép nuôi tằm lấy tơ", "Khai thác gỗ rừng trồng")
    assert [pair[:2] for pair in paired(rows, contents)] == [
        *((name, "") for name in rows),
        *(("", name) for name in contents),
    ]


def test_contents_of_another_name_are_nobodys_where_more_rows_than_they_are_left() -> None:
    rows = ("Cấp phép nuôi ong", "Khai thác tre", "Đăng ký thuyền viên")
    assert paired(rows, ("Hỗ trợ hộ nghèo",)) == [
        *((name, "", False) for name in rows),
        ("", "Hỗ trợ hộ nghèo", False),
    ]


def test_names_alike_but_for_a_word_meet_before_those_at_the_same_place() -> None:
    rows = ("Cấp giấy phép khai thác tre trên núi", "Cấp giấy phép khai thác luồng")
    contents = ("Cấp giấy phép khai thác cây luồng", "Cấp giấy phép khai thác cây tre trên núi")
    assert [pair[1] for pair in paired(rows, contents)] == [contents[1], contents[0]]
