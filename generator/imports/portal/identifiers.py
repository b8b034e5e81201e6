"""What records of an import have in common: their source, identifiers, ids that are free."""

import re
from collections.abc import Iterable

from generator.law.text import slug
from generator.records.stated import Identifier, Source

SYSTEM = "portal"
SOURCE = Source(system=SYSTEM)
_RETIRED = re.compile(r"(?:(?<!\s)\s++)?_old(?=\s*+(?:[,;]|\Z))", re.IGNORECASE)
"""What the portal puts behind the name of an entry that another entry of its list replaced."""


def line(text: str) -> str:
    """A name on one line."""
    return " ".join(text.split())


def without_portal_marks(names: str) -> str:
    """One or several names of agencies without the marks of the portal's own lists."""
    return _RETIRED.sub("", names)


def identifiers_of(*pairs: tuple[str, str]) -> tuple[Identifier, ...]:
    """Identifiers from pairs of system and value, those without a value left out."""
    return tuple(Identifier(system=system, value=value) for system, value in pairs if value)


def union(one: tuple[Identifier, ...], two: tuple[Identifier, ...]) -> tuple[Identifier, ...]:
    """Both, each once, in their order."""
    return tuple(dict.fromkeys((*one, *two)))


def free_id(wanted: str, taken: Iterable[str], code: str = "") -> str:
    """An id that is not taken: as wanted, with a code, or with a number."""
    if wanted not in taken:
        return wanted
    if code and f"{wanted}-{slug(code)}" not in taken:
        return f"{wanted}-{slug(code)}"
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
