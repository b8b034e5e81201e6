"""A curly quote without its other half, and where it stands."""

from dataclasses import replace

import pytest

from generator.law.rules.foreign_text import RULES
from generator.records.tree import load_catalogue
from generator.records.version import Version
from tests.conftest import SAMPLE

(OPEN_QUOTES,) = (rule for rule in RULES if rule.code == "VS519")


@pytest.fixture(scope="module")
def version() -> Version:
    return load_catalogue(SAMPLE)[0].versions["1.900104"][-1]


@pytest.mark.parametrize(
    ("title", "half"),
    [
        ("Cấp “giấy”", None),
        ("Cấp “giấy “lạ” nữa”", None),
        ("Cấp “giấy", "quotes.open_quote"),
        ("Cấp giấy”", "quotes.closed_quote"),
        ("Cấp ”giấy“ “", "quotes.closed_quote"),
        ("Cấp “giấy” lạ”", "quotes.closed_quote"),
        ("Cấp “giấy “lạ”", "quotes.open_quote"),
        ('Cấp “giấy"', "quotes.open_straight"),
        ('Cấp "giấy”', "quotes.closed_straight"),
        ('Cấp “giấy "lạ"', "quotes.open_quote"),
    ],
)
def test_each_quote_has_its_other_half(version: Version, title: str, half: str | None) -> None:
    found = list(OPEN_QUOTES.check(replace(version, title=title)))
    assert [(one.pointer, one.values["wanted"].keys) for one in found] == (
        [(("title",), (half,))] if half else []
    )
