"""Lists that stand inside a text."""

import pytest

from generator.readings.enumeration import find_list, leading_mark, skip_marks, split_at


def items(text: str) -> list[str] | None:
    found = find_list(text)
    return [text[one.start : one.end] for one in found.items] if found else None


@pytest.mark.parametrize(
    "text",
    [
        "a) một; b) hai; c) ba",
        "1. một; 2. hai; 3. ba",
        "(i) một; (ii) hai; (iii) ba",
        "- một\n- hai\n- ba",
        "+ một; + hai; + ba",
    ],
)
def test_marks_of_one_family_make_a_list(text: str) -> None:
    assert items(text) == [
        word if at == 2 or "\n" in text else f"{word};"
        for at, word in enumerate(("một", "hai", "ba"))
    ]


@pytest.mark.parametrize(
    "text", ["theo điểm a khoản 2", "một - hai", "b) hai; c) ba", "1.500 đồng; 2.000 đồng", ""]
)
def test_what_only_looks_like_marks_is_no_list(text: str) -> None:
    assert items(text) is None


def test_a_decimal_in_brackets_opens_a_list_where_no_end_stands_before_it() -> None:
    assert items("giấy tờ phải nộp b.1) Đơn. b.2) Sổ.") == ["Đơn.", "Sổ."]
    assert items("theo điểm b.1) khoản 2. b.2) Sổ.") is None


def test_the_outermost_list_is_found() -> None:
    assert items("1. một: a) nhỏ; b) to; 2. hai") == ["một: a) nhỏ; b) to;", "hai"]


def test_the_order_of_letters_is_vietnamese() -> None:
    assert len(items("c) ba; d) bốn; đ) năm") or []) == 0
    assert len(items("a) x; b) x; c) x; d) x; đ) x; e) x") or []) == 6


def test_marks_at_the_beginning_are_skipped() -> None:
    assert skip_marks("- 1. Đơn", 0, 8) == 5
    mark = leading_mark(" (2) Đơn")
    assert mark
    assert (mark.family, mark.rank) == ("number()", 2)


def test_a_sign_in_brackets_does_not_split() -> None:
    text = "một (a; b); hai"
    assert [text[a:b] for a, b in split_at(text, 0, len(text), ";")] == ["một (a; b)", "hai"]
