"""What the rules on the dossier ask of a version."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from generator.law.rules.dossier import RULES
from generator.law.rules.steps_told import sets_in_steps
from generator.records.tree import load_catalogue
from generator.records.version import Version
from tests.conftest import SAMPLE

(HOUSEHOLD_BOOKS,) = (rule for rule in RULES if rule.code == "HS302")


@pytest.fixture(scope="module")
def version() -> Version:
    """A version whose first paper is a household book."""
    found = load_catalogue(SAMPLE)[0].versions["1.900104"][-1]
    (first, *others) = found.dossier.groups.items
    book = replace(first.items[0], name="Sổ hộ khẩu", kind="paper")
    groups = replace(
        found.dossier.groups, items=(replace(first, items=(book, *first.items[1:])), *others)
    )
    return replace(found, dossier=replace(found.dossier, groups=groups))


@pytest.mark.parametrize(
    ("decided", "touched", "found"),
    [
        (date(2022, 12, 31), True, 0),
        (date(2023, 1, 1), True, 1),
        (date(2026, 1, 1), True, 1),
        (date(2026, 1, 1), False, 0),
        (None, True, 1),
        (None, False, 0),
    ],
)
def test_a_household_book_is_void_from_2023_on(
    version: Version, decided: date | None, touched: bool, found: int
) -> None:
    published = SimpleNamespace(
        decided=decided, file="a.yml", version=version, touches=lambda _: touched
    )
    context: Any = SimpleNamespace(requested_current_versions=[published])
    breaches = list(HOUSEHOLD_BOOKS.check(context))
    assert [one.pointer for one in breaches] == [
        ("dossier", "groups", "items", 0, "items", 0, "name")
    ] * found


def test_a_missing_number_of_sets_quotes_the_step_that_says_it(version: Version) -> None:
    unsaid = replace(version, dossier=replace(version.dossier, sets=None))
    step = replace(version.steps.items[0], text="Người dân nộp 02 bộ hồ sơ tại xã.")
    told = replace(unsaid, steps=replace(version.steps, items=(step,)))
    assert sets_in_steps(told) == "nộp 02 bộ hồ sơ"
    assert sets_in_steps(replace(told, steps=replace(version.steps, items=()))) == ""
