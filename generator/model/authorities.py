"""Agencies as an authority file: under which record each one counts.

A record whose name is the symbol, the short name or a known form of another's name is that other
one ("BCA" is "Bộ Công an"); one that ended counts under its only successor.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from generator.law.tables import body_forms
from generator.law.text import fold_text
from generator.readings.bodies import read_cell
from generator.readings.evidence import Certainty
from generator.records.registers import Agency

Agencies = Mapping[str, Agency]
_ACRONYM = re.compile(r"[A-ZĐ]{2}")


def aliases_of(agencies: Agencies) -> Mapping[str, str]:
    """The records that only are other forms of a name, with the record of the full name.

    A form that several agencies have ("UBND") is none of them.
    """
    short: dict[str, set[str]] = defaultdict(set)
    full: dict[str, set[str]] = defaultdict(set)
    for key, agency in agencies.items():
        full[fold_text(agency.name)].add(key)
        for form in _forms(agency):
            short[fold_text(form)].add(key)
    found = {}
    for key, agency in agencies.items():
        others = short[fold_text(agency.name)] | full[_full_name(agency)]
        if len(others - {key}) == 1 and not _forms(agency):
            found[key] = (others - {key}).pop()
    return {key: other for key, other in found.items() if other not in found}


def authorities_of(agencies: Agencies, day: date) -> Mapping[str, str]:
    """The record that agencies count under on a day, for those that count under another."""
    aliases = aliases_of(agencies)
    found = {key: _authority(key, agencies, aliases, day) for key in agencies}
    return {key: other for key, other in found.items() if other != key}


def _forms(agency: Agency) -> tuple[str, ...]:
    """Short forms of a name, other than the name itself."""
    known = (agency.symbol, agency.short_name)
    return tuple(form for form in known if form and fold_text(form) != fold_text(agency.name))


def _full_name(agency: Agency) -> str:
    """The folded full name that a name with an acronym stands for; empty for none."""
    if not _ACRONYM.search(agency.name):
        return ""
    known = body_forms().get(agency.name.lower()) or _read_name(agency.name)
    return "" if known == agency.name else fold_text(known)


def _read_name(name: str) -> str:
    """The name of the only body that words surely name and put under no other; empty for none."""
    read = read_cell(name)
    if len(read) != 1 or read[0].certainty is not Certainty.SURE or read[0].value.parent:
        return ""
    return read[0].value.name


def _authority(key: str, agencies: Agencies, aliases: Mapping[str, str], day: date) -> str:
    seen: set[str] = set()
    while key not in seen:
        seen.add(key)
        key = next(_next(key, agencies, aliases, day), key)
    return key


def _next(key: str, agencies: Agencies, aliases: Mapping[str, str], day: date) -> Iterator[str]:
    if key in aliases:
        yield aliases[key]
    agency = agencies[key]
    if agency.valid_to and agency.valid_to < day:
        heirs = [heir for heir in agency.successors if heir in agencies]
        if len(heirs) == 1:
            yield heirs[0]
