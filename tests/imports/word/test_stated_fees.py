"""What is charged: one sum that is certain is a figure, all else stays in its words."""

import pytest

from generator.imports.word.stated_fees import is_left_in_words, stated_fees


@pytest.mark.parametrize(
    ("text", "amount", "unit"),
    [
        ("50.000 đồng/giấy phép", 50_000, "giấy phép"),
        ("Phí thẩm định: 1.200.000 đồng/lần thẩm định", 1_200_000, "lần thẩm định"),
        ("Mức thu 50.000 đồng theo Nghị quyết số 12/2024/NQ-HĐND", 50_000, None),
        ("Phí: 150.000đ/trường hợp", 150_000, "trường hợp"),
        ("200.000 đ/hồ sơ theo Thông tư số 2/2020/TT-BTC", 200_000, "hồ sơ"),
    ],
)
def test_one_sum_is_a_figure_with_its_whole_unit(
    text: str, amount: float, unit: str | None
) -> None:
    (fee,) = stated_fees(text).items
    assert (fee.state, fee.amount, fee.unit, fee.text) == ("amount", amount, unit, text)
    assert not is_left_in_words(stated_fees(text))


@pytest.mark.parametrize(
    "text",
    [
        "0,15% giá trị, tối thiểu 100.000 đồng",
        "Tối đa 50.000 đồng",
        "20.000 đồng/trang thứ nhất, trang sau 5.000",
        "Giảm 50.000 đồng so với mức trước",
        "50.000 đồng nếu nộp trực tiếp",
        "1 50.000 đồng",
        "l50.000 đồng",
        "100.000 đồng; 50.000 đồng",
    ],
)
def test_what_is_no_one_sum_stays_in_words_and_is_told(text: str) -> None:
    (fee,) = stated_fees(text).items
    assert (fee.state, fee.amount, fee.text) == ("not_stated", None, text)
    assert is_left_in_words(stated_fees(text))


@pytest.mark.parametrize(
    ("text", "exempted"),
    [
        (
            "8.000 đồng/lần xác nhận. Miễn phí cho trẻ em; người cao tuổi được miễn lệ phí.",
            ["Miễn phí cho trẻ em", "người cao tuổi được miễn lệ phí"],
        ),
        (
            "8.000 đồng/lần xác nhận (miễn lệ phí đối với hộ nghèo).",
            ["miễn lệ phí đối với hộ nghèo"],
        ),
    ],
)
def test_a_sum_and_who_pays_nothing_are_told_apart(text: str, exempted: list[str]) -> None:
    (fee,) = stated_fees(text).items
    assert (fee.state, fee.amount, fee.unit, fee.text) == ("amount", 8000, "lần xác nhận", text)
    assert fee.exemptions
    assert [one.text for one in fee.exemptions.items] == exempted


@pytest.mark.parametrize(
    "text",
    [
        "8.000 đồng/bản. Miễn phí khi nộp trực tuyến.",
        "8.000 đồng/bản. Miễn phí cho trẻ em, trang sau 5.000 đồng.",
    ],
)
def test_a_sentence_that_says_another_sum_or_way_is_no_exemption(text: str) -> None:
    assert [fee.state for fee in stated_fees(text).items] == ["not_stated"]


@pytest.mark.parametrize("text", ["Chưa quy định.", "Phí, lệ phí: không nêu"])
def test_what_nobody_has_said_yet_is_not_free_of_charge(text: str) -> None:
    assert [fee.state for fee in stated_fees(text).items] == ["not_stated"]
    assert not is_left_in_words(stated_fees(text))


@pytest.mark.parametrize(
    "text", ["Không quy định", "Phí, lệ phí: Không quy định.", "Phí: Không; lệ phí: không có"]
)
def test_what_is_not_laid_down_is_not_charged(text: str) -> None:
    assert [fee.state for fee in stated_fees(text).items] == ["absent"]


def test_what_another_document_lays_down_stays_apart() -> None:
    text = "Không quy định tại văn bản này; thực hiện theo quy định của Bộ Tài chính"
    assert [fee.state for fee in stated_fees(text).items] == ["laid_down_elsewhere"]


def test_no_charge_is_what_words_say() -> None:
    said = ("Không", "Không thu phí")
    assert [stated_fees(text).items[0].state for text in said] == ["absent", "free"]
