"""Names of districts and communes that ended: which units they are now."""

import re
from collections.abc import Iterator

from generator.law.text import fold_text
from generator.model.edition import Edition
from generator.model.territories import unit_name
from generator.posting.office import without_body
from generator.records.units import FormerUnit

_MOST = 3
"""Former units of one name that are told apart for a reader."""
_DISTRICT = re.compile(r"^(?:huyen|thi xa|quan|thanh pho) ")


def units_now(name: str, edition: Edition) -> list[tuple[str, list[str]]]:
    """The former units that a typed name may mean, each with the names of what it is now.

    A district is named by its communes; the body of a place in front of the name is left out.
    """
    typed = without_body(name).partition(",")[0]
    found: dict[str, dict[str, None]] = {}
    for former, now in _former_units(edition):
        if printed := _name_of(former, typed):
            found.setdefault(printed, {})[now] = None
    return [(former, list(now)) for former, now in list(found.items())[:_MOST]]


def _former_units(edition: Edition) -> Iterator[tuple[FormerUnit, str]]:
    """Every unit that ended, with the printed name of one that it is part of now."""
    words = edition.words
    for province in edition.catalogue.places.values():
        for commune in province.communes:
            now = f"{unit_name(commune, words)}, {unit_name(province, words)}"
            yield from ((former, now) for former in commune.merged_from)


def _is_district(folded: str, typed: str) -> bool:
    """Whether a district is the one that was typed; many were towns before they ended."""
    kind = _DISTRICT.match(typed)
    return folded == typed or bool(kind and _DISTRICT.sub("", folded) == typed[kind.end() :])


def _name_of(former: FormerUnit, typed: str) -> str:
    """How a former unit, or its district, is printed where that is what was typed; else ""."""
    if fold_text(former.name) == typed:
        return ", ".join(filter(None, (former.name, former.district, former.province)))
    if former.district and _is_district(fold_text(former.district), typed):
        return ", ".join(filter(None, (former.district, former.province)))
    return ""
