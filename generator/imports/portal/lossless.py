"""Proof that an import loses nothing: every string of the input stands in the written records.

White space is compared as single spaces. A string counts as standing when it is a value of the
records, part of a longer one, one of the portal's fixed words for a value of ours, or the
portal's spelling of a value (`5 WORKING_DAY`, `20000 VNĐ (…)`, `Bản chính: 1, Bản sao: 0`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.imports.portal.vocabulary import TABLES, UNITS
from generator.records.registers import Agency
from generator.records.serialise import serialise
from generator.records.stated import AgencyPart, Duration, Fee
from generator.records.version import Version

JOINTS = (", ", "; ")
"""What stands between the entries that the document export joins into one cell."""
_SHORT = 4
"""Strings shorter than this must be a whole value: a part of a longer one proves nothing."""


def strings_of(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string in plain data that is not blank, with the path of keys that leads to it."""
    if isinstance(value, str):
        if value.strip():
            yield key, value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from strings_of(item, f"{key}.{name}" if key else name)
    elif isinstance(value, list):
        for position, item in enumerate(value):
            yield from strings_of(item, f"{key}[{position}]")


@dataclass(frozen=True, slots=True)
class Haystack:
    """The texts of some written records, ready to be searched."""

    values: frozenset[str]
    text: str

    @classmethod
    def of(cls, records: Iterable[object]) -> "Haystack":
        """The texts of records, with the portal's spellings of their values."""
        found: set[str] = set()
        joined: list[str] = []
        records = tuple(records)
        names = {one.id: one.name for one in records if isinstance(one, Agency)}
        for record in records:
            data = serialise(record)
            texts = [_spaced(text) for _, text in strings_of(data)]
            numbers = [f"{number:g}" for number in _numbers(data)]
            found.update(texts, numbers)
            joined += texts
            if isinstance(record, Version):
                spelt = [_spaced(text) for text in _spellings(record, names)]
                found.update(spelt)
                joined += spelt
        return cls(frozenset(found | _portal_words(found)), "\n".join(joined))

    def holds(self, text: str) -> bool:
        """Whether a string of the input stands in the records."""
        wanted = _spaced(text)
        return wanted in self.values or (len(wanted) >= _SHORT and wanted in self.text)


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _numbers(value: object) -> Iterator[float]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _numbers(item)
    elif isinstance(value, list):
        for item in value:
            yield from _numbers(item)


def _portal_words(values: set[str]) -> set[str]:
    """The portal's words for those of our fixed values that occur."""
    return {_spaced(word) for table in TABLES for word, ours in table.items() if ours in values}


def _spellings(version: Version, names: Mapping[str, str]) -> Iterator[str]:
    """How the document export writes figures and lists; `names` are those of agencies."""
    for channel in version.channels.items:
        yield from _times(channel.time)
        for fee in channel.fees.items:
            yield from _fees(fee)
    for group in version.dossier.groups.items:
        for item in group.items:
            yield f"Bản chính: {item.originals or 0}, Bản sao: {item.copies or 0}"
    for star in ("", "* "):
        steps = ((f"{star}{s.name}" if s.name else "", s.text or "") for s in version.steps.items)
        yield "\n".join("\n".join(step) for step in steps)
    results = [result.name for result in version.results.items]
    yield from (joint.join(results) for joint in JOINTS)
    for parts in _roles(version):
        words = [part.text or names.get(part.agency or "", "") for part in parts]
        yield from (joint.join(words) for joint in JOINTS)


def _roles(version: Version) -> Iterator[tuple[AgencyPart, ...]]:
    roles = version.agencies
    for stated in (roles.executing, roles.deciding, roles.delegated, roles.coordinating):
        yield stated.items


def _times(time: Duration) -> Iterator[str]:
    units = [portal for portal, ours in UNITS.items() if ours == time.unit]
    stated = f"{time.value:g}" if time.value is not None else time.text or ""
    for unit in units:
        yield f"{stated} {unit}"
        yield unit


def _fees(fee: Fee) -> Iterator[str]:
    amount = f"{fee.amount:.0f}" if fee.amount is not None else "0"
    yield f"{amount} VNĐ ({fee.text or ''})"
    yield f"{amount} VNĐ ({fee.text or ''} )"
