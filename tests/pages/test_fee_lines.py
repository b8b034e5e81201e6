"""The folded list of sums on a first screen: each item once, whole, from low to high."""

from generator.locale import words_of
from generator.pages.answers.sums import sum_table
from generator.readings.evidence import Certainty, Reading
from generator.readings.fee_table import SumCase, SumKind
from generator.readings.fee_values import FeeAmount

WORDS = words_of("vi")


def case(name: str, amount: int, *methods: str) -> SumCase:
    value = FeeAmount(amount, amount, "VND")
    return SumCase(name, Reading(value, Certainty.SURE, ()), methods)


def test_an_item_stands_once_without_the_mark_of_its_list_and_from_low_to_high() -> None:
    kind = SumKind(
        "",
        (
            case("Sử dụng máy chụp (CT Scanner", 8_000, "online"),
            case("Phí thẩm định: + Sử dụng máy đo", 2_000, "direct"),
            case("Sử dụng máy đo", 2_000, "online"),
            case("+ Sử dụng máy soi", 5_000),
            case("Sử dụng máy soi", 5_000, "online"),
            *(case("Sử dụng máy in", 5_000, one) for one in ("direct", "online", "postal")),
        ),
    )
    html = sum_table((kind,), WORDS)
    assert html.count("Sử dụng máy đo") == 1
    assert "+" not in html
    assert "5.000 đồng</strong> – Sử dụng máy soi; Sử dụng máy in</li>" in html
    assert "Phí thẩm định" not in html
    assert "(CT Scanner)" in html
    sums = [html.index(f"{amount}.000 đồng") for amount in (2, 5, 8)]
    assert sums == sorted(sums)


def test_the_only_sum_of_a_kind_has_its_name_above_the_fold() -> None:
    exams = SumKind(
        "Phí thi", tuple(case(f"Môn {one} của kỳ thi {'dài ' * 20}", one) for one in range(1, 9))
    )
    html = sum_table((exams, SumKind("", (case("Lệ phí cấp thẻ", 7_000),))), WORDS)
    assert "<p>Lệ phí cấp thẻ: <strong>7.000 đồng</strong>" in html
