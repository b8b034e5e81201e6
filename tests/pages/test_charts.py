"""Charts: what each shape of them measures, in figures."""

import re

from generator.pages.charts import Chart, Series, bars, columns
from generator.pages.nodes.html import EMPTY

CHART = Chart("x", "Tên", "Lời.", EMPTY)


def shapes(shown: str, *names: str) -> list[tuple[str, ...]]:
    """The attributes of every rectangle, in their order."""
    rows = re.findall(r"<rect ([^>]*)>", shown)
    return [tuple(re.findall(rf'\b{name}="([^"]*)"', row)[0] for name in names) for row in rows]


def test_a_bar_is_as_long_as_its_share_of_the_longest() -> None:
    shown = bars(CHART, [("a", 4, "4"), ("b", 1, "1"), ("c", 0, "0")]).html
    assert shapes(shown, "class", "width", "y") == [
        *(("ground", "100%", "22"), ("s0", "100.00%", "22")),
        *(("ground", "100%", "68"), ("s0", "25.00%", "68")),
        *(("ground", "100%", "114"), ("s0", "0.00%", "114")),
    ]


def test_columns_are_stacked_from_the_ground_and_none_is_drawn_for_nothing() -> None:
    shown = columns(CHART, ["2025", "2026"], [Series("a", [2, 0]), Series("b", [2, 1])]).html
    plot = shown.partition("<ul")[0]
    assert shapes(plot, "class", "y", "height") == [
        ("s0", "119.0", "95.0"),
        ("s1", "24.0", "95.0"),
        ("s1", "166.5", "47.5"),
    ]


def test_the_key_has_the_colours_of_the_columns_five_over_again() -> None:
    series = [Series(name, [1]) for name in "abcdef"]
    shown = columns(CHART, ["2026"], series).html
    colours = [*(f"s{number}" for number in range(5)), "s0"]
    assert [found for (found,) in shapes(shown, "class")] == colours * 2
    assert re.findall(r"</svg> (\w)</li>", shown) == list("abcdef")


def test_one_series_needs_no_key() -> None:
    assert "<li>" not in columns(CHART, ["2026"], [Series("a", [1])]).html


def test_of_many_moments_three_are_named() -> None:
    moments = [str(year) for year in range(2020, 2026)]
    shown = columns(CHART, moments, [Series("a", [1] * 6)]).html
    named = re.findall(r'<text class="quiet" x="([^"]+)"[^>]*>(\d{4})<', shown)
    assert named == [("0.00%", "2020"), ("100.00%", "2025"), ("58.33%", "2023")]
