"""Numbers, currencies, units and bounds in prose."""

import pytest

from generator.readings.amounts import Bound, FoundSum, read_number, sums_in
from generator.readings.evidence import Certainty


def one(text: str) -> FoundSum:
    (found,) = sums_in(text)
    return found


@pytest.mark.parametrize(
    ("words", "amount", "currency", "unit"),
    [
        ("Mức thu 160.000 đồng/lần", 160_000, "VND", "lần"),
        ("lệ phí 150.000đ", 150_000, "VND", None),
        ("nộp 35,000 VNĐ/hồ sơ", 35_000, "VND", "hồ sơ"),
        ("thu 1,2 triệu đồng", 1_200_000, "VND", None),
        ("thu 03 triệu đồng/giấy phép", 3_000_000, "VND", "giấy phép"),
        ("thu 2 tỷ đồng", 2_000_000_000, "VND", None),
        ("thu 45 nghìn đồng mỗi bộ", 45_000, "VND", None),
        ("10 USD", 10, "USD", None),
        ("10USD/giấy", 10, "USD", "giấy"),
        ("lệ phí 25 đô la Mỹ", 25, "USD", None),
        ("lệ phí 30 euro", 30, "EUR", None),
    ],
)
def test_a_sum_is_read_with_its_currency_and_unit(
    words: str, amount: float, currency: str, unit: str | None
) -> None:
    found = one(words)
    assert (found.low, found.high) == (amount, amount)
    assert (found.currency, found.unit, found.certainty) == (currency, unit, Certainty.SURE)


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("từ 1.000.000 đến 2.000.000 đồng", 1_000_000, 2_000_000),
        ("300.000 – 450.000 đồng/lô", 300_000, 450_000),
        ("mức thu 5 đến 10 triệu đồng", 5_000_000, 10_000_000),
    ],
)
def test_two_figures_with_a_dash_or_a_word_between_are_one_range(
    words: str, low: float, high: float
) -> None:
    found = one(words)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("tối đa không quá 10 triệu đồng", Bound.AT_MOST),
        ("tối thiểu là 500.000 đồng", Bound.AT_LEAST),
        ("thu 500.000 đồng", Bound.EXACT),
    ],
)
def test_a_sum_that_only_limits_another_one_says_so(words: str, bound: Bound) -> None:
    assert one(words).bound is bound


@pytest.mark.parametrize(
    "words",
    [
        "Dự án có vốn dưới 50 tỷ đồng",
        "doanh thu từ 3 tỷ đồng trở lên",
        "theo Thông tư số 12/2031/TT-BTC",
        "gồm 03 bộ hồ sơ",
        "trong 15 ngày",
    ],
)
def test_thresholds_and_other_numbers_are_no_sums(words: str) -> None:
    assert list(sums_in(words)) == []


def test_figures_in_thousands_before_a_unit_are_likely_a_sum() -> None:
    assert one("mức 150.000/lô hàng").certainty is Certainty.LIKELY


def test_figures_that_nobody_groups_like_this_are_unsure() -> None:
    assert one("15.000.0000 đồng").certainty is Certainty.UNSURE


@pytest.mark.parametrize(
    ("figures", "value"),
    [("1.200.000", 1_200_000), ("1,200,000", 1_200_000), ("1,2", 1.2), ("1.2.3", None)],
)
def test_grouping_is_vietnamese_or_english_or_nothing(figures: str, value: float | None) -> None:
    assert read_number(figures) == value
