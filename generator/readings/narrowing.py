"""For whom alone a procedure is, and whether it is filed abroad alone: what a reader must know
before believing the title.

A procedure with the title that a citizen looks for may be the one of the missions abroad, or of
foreigners. Nothing is said where the record leaves it open.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.lowered import lowered
from generator.records.registers import Agency
from generator.records.version import Version

_MISSION = re.compile(
    r"cơ quan (?:đại diện (?:việt nam|ngoại giao)|lãnh sự\Z)|(?:tổng )?lãnh sự quán|đại sứ quán"
)
_ABROAD = re.compile(
    r"(?:tại (?:các )?cơ quan đại diện (?:việt nam|ngoại giao)"
    r"|công dân việt nam[ \w]{0,40}? ở nước ngoài(?: với nhau)?\Z"
    r"|quốc tịch việt nam ở nước ngoài\Z)"
)
_FOREIGN_ELEMENT = re.compile(r"có yếu tố nước ngoài")
_LAST_OF_LIST = re.compile(
    r"(?<!\w)(?:và|hoặc) (?P<thing>\w+ \w+)[^,;]{0,80}? có yếu tố nước ngoài"
)
"""The last thing of a list, and the two words by which it begins."""
_FOREIGNER = re.compile(r"(?:của|cho|đối với|là) (?:cá nhân |công dân )?người nước ngoài")
_FOR_OTHERS = re.compile(
    r"hộ gia đình|cộng đồng dân cư|người sử dụng đất|công dân việt nam(?! định cư)"
)
"""Words of a title against applicants that are all foreign."""

FOREIGN = (
    "foreigner",
    "foreigner_residing",
    "foreigner_resided",
    "overseas_vietnamese",
    "foreign_organisation",
    "foreign_invested_enterprise",
)
"""The applicants who are foreign, or live abroad, as the schema names them."""
_FOREIGNERS = frozenset(FOREIGN[:3])
_OFFICIALS = frozenset({"civil_servant", "armed_forces", "party_member", "party_organisation"})
_BODIES = frozenset(
    {
        "enterprise",
        "vietnamese_enterprise",
        "cooperative",
        "household_business",
        "organisation",
        "vietnamese_organisation",
        *FOREIGN[4:],
    }
)


class NarrowingKind(StrEnum):
    """What a procedure is narrowed to."""

    ABROAD = "abroad"
    """Filed at a mission of Viet Nam abroad alone."""
    FOREIGN_ELEMENT = "foreign_element"
    """Where one side is foreign ("có yếu tố nước ngoài")."""
    FOREIGN = "foreign"
    """For foreigners, foreign bodies, or those who live abroad."""
    OFFICIALS = "officials"
    """For civil servants, the armed forces, the party."""
    BODIES = "bodies"
    """For enterprises, households in business and organisations: not for a citizen."""


@dataclass(frozen=True, slots=True)
class Narrowing:
    """What a procedure is narrowed to; `who` are its applicants, where these narrow it."""

    kind: NarrowingKind
    who: tuple[str, ...] = ()


def read_narrowing(version: Version, agencies: Mapping[str, Agency]) -> Reading[Narrowing] | None:
    """The narrowest statement on a version: where alone, for what alone, for whom alone.

    `agencies` is the register, or those agencies of it that the version names.
    """
    return (
        _abroad(version, agencies)
        or _foreign_element(version)
        or _foreign(version)
        or _only(version, _OFFICIALS, NarrowingKind.OFFICIALS)
        or _only(version, _BODIES, NarrowingKind.BODIES)
    )


def _abroad(version: Version, agencies: Mapping[str, Agency]) -> Reading[Narrowing] | None:
    """By the title, or because every executing agency is a mission abroad."""
    value = Narrowing(NarrowingKind.ABROAD)
    if found := _titled(version, _ABROAD, value):
        return found
    parts = version.agencies.executing.items
    named = ((agencies.get(part.agency or ""), part.text or "") for part in parts)
    names = [" ".join((agency.name if agency else text).split()) for agency, text in named]
    if not names or not all(_MISSION.match(lowered(name)) for name in names):
        return None
    pointer = ("agencies", "executing", "items")
    evidence = (evidence_of((*pointer, place), name) for place, name in enumerate(names))
    return Reading(value, Certainty.SURE, tuple(evidence))


def _foreign_element(version: Version) -> Reading[Narrowing] | None:
    """By the title, unless only the last thing of its list has a foreign side."""
    last = _LAST_OF_LIST.search(lowered(version.title))
    if last and last["thing"] in last.string[: last.start()]:
        return None
    return _titled(version, _FOREIGN_ELEMENT, Narrowing(NarrowingKind.FOREIGN_ELEMENT))


def _foreign(version: Version) -> Reading[Narrowing] | None:
    """By the applicants; or by the title, where foreigners are among them."""
    if found := _only(version, frozenset(FOREIGN), NarrowingKind.FOREIGN):
        return None if _FOR_OTHERS.search(lowered(version.title)) else found
    kinds = version.applicants.items
    if kinds and _FOREIGNERS.isdisjoint(kinds):
        return None
    return _titled(version, _FOREIGNER, Narrowing(NarrowingKind.FOREIGN))


def _only(
    version: Version, allowed: frozenset[str], kind: NarrowingKind
) -> Reading[Narrowing] | None:
    """By the recorded applicants, where all of them are among `allowed`."""
    kinds = version.applicants.items
    if not kinds or not allowed.issuperset(kinds):
        return None
    who = tuple(sorted(set(kinds)))
    return Reading(Narrowing(kind, who), Certainty.SURE, _applicants(kinds))


def _applicants(kinds: Iterable[str]) -> tuple[Evidence, ...]:
    pointer = ("applicants", "items")
    return tuple(evidence_of((*pointer, place), kind) for place, kind in enumerate(kinds))


def _titled(
    version: Version, pattern: re.Pattern[str], value: Narrowing
) -> Reading[Narrowing] | None:
    match = pattern.search(lowered(version.title))
    if match is None:
        return None
    words = evidence_of(("title",), version.title, *match.span())
    return Reading(value, Certainty.SURE, (words,))
