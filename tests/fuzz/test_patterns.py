"""The time of every pattern of the package stays linear in the length of its text."""

import re

from tests.fuzz.patterns import PatternPlace, every_pattern, slow_text

OWN_HTML = (
    "generator.pages.nodes.html._PARAGRAPH",
    "generator.pages.nodes.html._FOLDED",
    "generator.pages.phone._FOLDED",
    "generator.pages.phone._ROWS",
    "generator.pages.phone._BLOCK",
    "generator.site.links._LINK",
)
"""They read what this program has written, where every element and tag is closed."""


def test_every_pattern_is_linear() -> None:
    places = [place for place in every_pattern() if place.name not in OWN_HTML]
    assert len(places) > 900
    found = {place: slow_text(place) and slow_text(place) for place in places}  # no single stall
    slow = [
        f"{place.name} grows with the square on {text}" for place, text in found.items() if text
    ]
    assert slow == [], "use possessive quantifiers, (?<!\\s) before \\s, or bounds: {0,300}"


def test_a_slow_pattern_is_found() -> None:
    slow = re.compile(r"\s*;"), re.compile(r"a\s*b?\s*c"), re.compile(r"(?:x|y)+!")
    for pattern in slow:
        place = PatternPlace("x", pattern, frozenset(("search",)))
        assert any(slow_text(place) for _ in range(3)), pattern  # a busy machine may hide one
    assert not slow_text(PatternPlace("x", slow[0], frozenset(("match",))))
