"""A filter is offered where it is known of half of all procedures whether it would leave them."""

import re
from types import SimpleNamespace
from typing import Any

import pytest

from generator.locale import words_of
from generator.pages.search import search_filters

ONLINE, FEE, NEITHER = ("full", None), ("not_stated", "x"), ("not_stated", None)


def boxes(*told: tuple[str, str | None], hidden: int = 0) -> set[str]:
    """The boxes over procedures: the level online and the fee of each; some are shown no longer."""
    summaries = [
        SimpleNamespace(shown=place >= hidden, online=online, brief=SimpleNamespace(fee=fee))
        for place, (online, fee) in enumerate(told)
    ]
    edition: Any = SimpleNamespace(summaries={"x": summaries}, words=words_of("vi"), entries={})
    return set(re.findall(r'<input type="checkbox" name="(\w+)"', search_filters(edition).html))


@pytest.mark.parametrize(
    ("told", "offered"),
    [
        ((), set()),
        ((NEITHER,), set()),
        ((ONLINE,), {"online"}),
        ((FEE,), {"free"}),
        ((ONLINE, FEE), {"online", "free"}),
        ((ONLINE, NEITHER, NEITHER), set()),
        ((FEE, FEE, NEITHER, NEITHER), {"free"}),
        ((FEE, FEE, FEE, ONLINE), {"free"}),
        ((("none", "x"), ("none", "x")), {"online", "free"}),
    ],
)
def test_a_box_is_offered_from_half_of_all_on(
    told: tuple[tuple[str, str | None], ...], offered: set[str]
) -> None:
    assert boxes(*told) == offered


def test_versions_that_are_no_longer_shown_do_not_count() -> None:
    assert boxes(NEITHER, NEITHER, FEE, hidden=2) == {"free"}
    assert boxes(FEE, NEITHER, NEITHER, hidden=1) == set()
