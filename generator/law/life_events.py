"""Which situations of life a procedure belongs to, by rules kept in tables/life-events.yml."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from generator.law.tables import LifeEventRule, life_event_table
from generator.law.titles import one_line

_PERSONS = frozenset(
    (
        "vietnamese_citizen",
        "overseas_vietnamese",
        "foreigner",
        "foreigner_residing",
        "foreigner_resided",
        "civil_servant",
        "party_member",
    )
)
"""Applicants who are persons; all others are organisations."""
_TONES = tuple(
    (f"{first}{marked}", f"{moved}{second}")
    for first, second, marks, places in (
        ("o", "a", "àáảãạ", "òóỏõọ"),
        ("o", "e", "èéẻẽẹ", "òóỏõọ"),
        ("u", "y", "ỳýỷỹỵ", "ùúủũụ"),
    )
    for marked, moved in zip(marks, places, strict=True)
)
"""The two places of a tone in open syllables: "hoá" and "hóa", "uỷ" and "ủy"."""


@dataclass(frozen=True, slots=True)
class _Matcher:
    rule: LifeEventRule
    field: re.Pattern[str] | None
    title: re.Pattern[str] | None

    def fits(self, field: str, title: str) -> bool:
        """Whether the rule is one for a field and a title, both in lower case."""
        of_field = self.field is None or self.field.search(field)
        return bool(of_field and (self.title is None or self.title.search(title)))


def life_events_of(field: str, title: str, applicants: Collection[str]) -> tuple[str, ...]:
    """The ids of the events of a procedure: by the name of its field, its title, who may apply.

    The first rule that fits tells. One that names an event for persons and another for
    organisations gives each to its own, by the title where it tells and else by who may apply;
    one event alone is for all.

    >>> life_events_of("Hộ tịch", "Đăng ký khai sinh", ("vietnamese_citizen",))
    ('co-con-nho',)
    """
    names = _with_tones_moved(field), _with_tones_moved(title)
    rule = next((one.rule for one in _matchers() if one.fits(*names)), None)
    if rule is None or rule.citizen is None or rule.business is None:
        return tuple(filter(None, (rule.citizen, rule.business))) if rule else ()
    persons, others = _told_by(names[1]) or _readers(frozenset(applicants))
    return (rule.citizen,) * persons + (rule.business,) * others


def _told_by(title: str) -> tuple[bool, bool] | None:
    """Whether a title is for persons, and for organisations, where it is for one of them alone."""
    persons, organisations = _only_for()
    found = bool(persons.search(title)), bool(organisations.search(title))
    return found if any(found) else None


def _readers(applicants: frozenset[str]) -> tuple[bool, bool]:
    persons, others = bool(applicants & _PERSONS), bool(applicants - _PERSONS)
    return persons or not others, others


@cache
def _matchers() -> tuple[_Matcher, ...]:
    return tuple(
        _Matcher(rule, _pattern(rule.field), _pattern(rule.title))
        for rule in life_event_table().rules
    )


@cache
def _only_for() -> tuple[re.Pattern[str], re.Pattern[str]]:
    only = life_event_table().only
    persons, organisations = _with_tones_moved(only.persons), _with_tones_moved(only.organisations)
    return re.compile(persons), re.compile(organisations)


def _pattern(words: str | None) -> re.Pattern[str] | None:
    return re.compile(_with_tones_moved(words)) if words else None


def _with_tones_moved(text: str) -> str:
    low = one_line(text).lower()
    for old, new in _TONES:
        low = low.replace(old, new)
    return low
