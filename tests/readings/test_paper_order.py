"""Items whose order the export lost: below the headings that their marks tell, or apart."""

import pytest

from generator.readings.paper_below_heading import order_below_heading
from generator.readings.paper_mixed_cases import order_mixed_cases
from generator.readings.paper_number_order import order_by_numbers
from generator.readings.paper_sorting import sort_items


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        pytest.param(
            ["+ Ảnh vườn", "- Hồ sơ gồm:", "+ Đơn", "- Phụ lục"], [3, 1, 0, 2], id="below"
        ),
        pytest.param(["- Đơn", "- Giấy chứng minh một trong:", "+ Sổ"], None, id="in its place"),
        pytest.param(["b) Sổ", "Giấy tờ gồm các loại sau:", "a) Đơn"], [1, 2, 0], id="no mark"),
        pytest.param(["- Sổ", "Trường hợp mất thì gồm:", "- Đơn"], None, id="a case without mark"),
        pytest.param(["- Sổ", "Ngoài giấy tờ trên, nộp sau:", "- Đơn"], None, id="beside others"),
        pytest.param(["- Sổ", "Đơn nuôi ong (theo mẫu):", "- Ảnh"], None, id="a paper"),
        pytest.param(["+ Sổ", "- Hồ sơ gồm:", "- Tài liệu gồm:"], None, id="two headings"),
        pytest.param(["- Sổ", "* Ngoài ra nộp:", "- Đơn"], None, id="dashes beside a star"),
        pytest.param(["+ Sổ", "* Hồ sơ gồm:"], [1, 0], id="plus signs below a star"),
        pytest.param(["+ Sổ", "a) Hồ sơ gồm:", "+ Đơn"], [1, 0, 2], id="below a letter"),
    ],
)
def test_items_stand_below_the_only_heading(texts: list[str], order: list[int] | None) -> None:
    assert order_below_heading(texts) == order


def told_mixed(*texts: str) -> list[str] | None:
    heads = [text.endswith(":") for text in texts]
    order = order_mixed_cases(texts, heads)
    return None if order is None else [texts[at] for at in order]


def test_papers_of_mixed_cases_stand_above_their_headings() -> None:
    mixed = ["Đối với đàn mới:", "Đơn nuôi ong", "Đối với đàn cũ:"]
    assert told_mixed(*mixed) == ["Đơn nuôi ong", "Đối với đàn mới:", "Đối với đàn cũ:"]
    twice = ("* Khi mất:", "- Đơn", "- Đơn;", "* Khi hỏng:", "- Sổ")
    assert told_mixed(*twice) == ["- Đơn", "- Đơn;", "- Sổ", "* Khi mất:", "* Khi hỏng:"]
    stray = ("+ Đơn", "- Khi mất:", "+ Sổ", "- Khi hỏng:", "+ Ảnh")
    assert told_mixed(*stray) == ["+ Đơn", "+ Sổ", "+ Ảnh", "- Khi mất:", "- Khi hỏng:"]
    falling = ("Khi mất:", "(ii) Sổ", "(i) Đơn", "Khi hỏng:", "(iii) Ảnh")
    assert told_mixed(*falling) == ["(i) Đơn", "(ii) Sổ", "(iii) Ảnh", "Khi mất:", "Khi hỏng:"]
    again = ("Đơn", "Khi mất:", "Đơn.", "Khi hỏng:", "Ảnh")
    assert told_mixed(*again) == ["Đơn", "Đơn.", "Ảnh", "Khi mất:", "Khi hỏng:"]
    numbers = ("1.2. Khi mất:", "- Đơn", "1.1. Khi hỏng:", "- Sổ")
    assert told_mixed(*numbers) == ["- Đơn", "- Sổ", "1.1. Khi hỏng:", "1.2. Khi mất:"]


@pytest.mark.parametrize(
    "texts",
    [
        ("Khi mất:", "- Đơn", "Khi hỏng:", "- Sổ"),
        ("- Khi mất:", "+ Đơn", "+ Sổ"),
        ("Đơn", "Khi mất:", "Sổ", "Khi hỏng:", "Ảnh"),
        ("Khi mất:", "a) Đơn", "b) Sổ", "Khi hỏng:", "a) Đơn", "b) Ảnh"),
        ("1. Khi mất:", "- Đơn", "2. Khi hỏng:", "- Sổ"),
        ("2. Khi mất:", "3. Đơn", "1. Khi hỏng:", "4. Sổ"),
    ],
)
def test_an_order_that_nothing_contradicts_is_kept(texts: tuple[str, ...]) -> None:
    assert told_mixed(*texts) is None


def test_an_item_that_lost_its_number_stands_last() -> None:
    assert order_by_numbers(["2. Giấy uỷ quyền", "Quyết định lần đầu", "1. Đơn"]) == [2, 0, 1]
    assert order_by_numbers(["2. Sổ", "Hồ sơ gồm:", "1. Đơn"]) == [1, 2, 0]
    assert order_by_numbers(["2. Sổ", "Ảnh", "Giấy", "1. Đơn"]) is None
    assert sort_items(["c) Ảnh", "a) Đơn", "b) Sổ"]) == [1, 2, 0]
    assert sort_items(["c) Ảnh", "Thẻ", "a) Đơn", "b) Sổ"]) == [2, 3, 0, 1]
    assert sort_items(["c) Ảnh", "Hồ sơ nuôi ong", "a) Đơn", "b) Sổ"]) == [1, 2, 3, 0]
    assert sort_items(["c) Ảnh", "Thẻ", "Bìa", "a) Đơn", "b) Sổ"]) == [3, 1, 2, 4, 0]


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["c) Sổ", "Đơn nuôi ong", "a) Thẻ"], [2, 1, 0]),
        (["6. Sổ", "1. Đơn", "14. Thẻ", "Ảnh", "Bản vẽ", "9. Giấy"], [1, 0, 5, 3, 4, 2]),
        (["1. Đơn", "3. Sổ", "2. Thẻ", "3. Ảnh"], [0, 2, 1, 3]),
    ],
)
def test_numbered_items_change_places_and_others_stay(texts: list[str], order: list[int]) -> None:
    assert sort_items(texts) == order


@pytest.mark.parametrize(
    "texts",
    [
        ["1. Đơn", "2. Sổ", "1. Đơn khác", "2. Thẻ"],
        ["c) Sổ gồm:", "Đơn", "a) Thẻ"],
        ["3. Sổ", "a) Thẻ", "2. Đơn", "Ảnh", "Bản vẽ"],
        ["9. Sổ", "- Thẻ", "- Ảnh", "2. Đơn"],
        ["c) Sổ", "Đơn nuôi ong", "a) Thẻ", "Ảnh"],
    ],
)
def test_items_stay_where_a_second_list_begins_or_marks_have_levels(texts: list[str]) -> None:
    assert sort_items(texts) == list(range(len(texts)))
