"""The one-stop rule: where a dossier goes when no words say it.

Decree 118/2025/NĐ-CP, from 1 July 2025: the ministry's one-stop unit, the province's or the
commune's public administration service centre. Who receives dossiers on their own (police, army,
tax, customs, courts …) stands in law/tables/one-stop.yml.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache

from generator.law.tables import one_stop
from generator.readings.bodies import read_cell
from generator.readings.body import BodyKind, Level, PublicBody
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.lowered import lowered
from generator.records.registers import Agency, Procedure
from generator.records.stated import AgencyPart
from generator.records.version import Version

_CENTRAL = (BodyKind.MINISTRY, BodyKind.DIRECTORATE)
_RECEIVED = (
    *_CENTRAL,
    BodyKind.DEPARTMENT,
    BodyKind.COMMITTEE,
    BodyKind.DIVISION,
    BodyKind.LAND_OFFICE,
    BodyKind.ZONE_BOARD,
    BodyKind.ONE_STOP,
)
_OF_MANY = re.compile(
    r"\A(?:các )?bộ(?: trưởng)?(?:[,;]|\Z)|ngang bộ|bộ,? ngành"
    r"|(?<!\w)các (?:bộ|cơ quan trung ương)"
)
"""A name that fits the bodies of many ministries, of which the publisher need not be the one."""
_LEVELS = {"central": Level.CENTRAL, "province": Level.PROVINCE, "commune": Level.COMMUNE}


def rule_doors(
    version: Version, procedure: Procedure, agencies: Mapping[str, Agency], day: date
) -> tuple[Reading[Door], ...]:
    """The one-stop door of each level of a version on a day; none where the rule does not hold.

    It holds for a level when bodies of that level execute (or decide, where none executes) and
    each of them, and the publisher, receives through the one-stop units.
    """
    if day < one_stop().since or procedure.scope == "internal":
        return ()
    publisher = agencies.get(procedure.agency)
    bodies = tuple(_bodies(version, agencies))
    if publisher and any(_exempt(body) for body in _of_name(publisher.name)):
        return ()
    evidence = tuple(
        evidence_of(("levels", "items", position), level)
        for position, level in enumerate(version.levels.items)
    )
    levels = (_LEVELS[level] for level in version.levels.items if level in _LEVELS)
    return tuple(_rule(level, procedure, evidence) for level in levels if _holds(level, bodies))


def _rule(level: Level, procedure: Procedure, evidence: tuple[Evidence, ...]) -> Reading[Door]:
    agency = procedure.agency if level is Level.CENTRAL else None
    door = Door(DoorKind.RULE, agency=agency, levels=(level,), channels=("direct", "postal"))
    return Reading(door, Certainty.LIKELY, evidence)


def _holds(level: Level, bodies: Iterable[PublicBody]) -> bool:
    if level is Level.CENTRAL and any(_OF_MANY.search(lowered(body.name)) for body in bodies):
        return False
    fitting = [body for body in bodies if level in (_levels_of(body) or (level,))]
    return bool(fitting) and all(_received(body) for body in fitting)


def _levels_of(body: PublicBody) -> tuple[Level, ...]:
    return (Level.CENTRAL,) if body.kind in _CENTRAL else body.levels


def _received(body: PublicBody) -> bool:
    return body.kind in _RECEIVED and not _exempt(body)


def _exempt(body: PublicBody) -> bool:
    """Whether a body, or one above it, receives dossiers on its own."""
    own = one_stop().own_reception
    return any(
        one.kind in own.kinds or _own_words().search(lowered(one.name)) for one in body.chain
    )


@cache
def _own_words() -> re.Pattern[str]:
    return re.compile(one_stop().own_reception.words)


def _bodies(version: Version, agencies: Mapping[str, Agency]) -> Iterable[PublicBody]:
    """The executing bodies, else the deciding ones."""
    for part in version.agencies.executing.items or version.agencies.deciding.items:
        yield from _bodies_of(part, agencies)


def _bodies_of(part: AgencyPart, agencies: Mapping[str, Agency]) -> Iterable[PublicBody]:
    agency = agencies.get(part.agency) if part.agency else None
    name = agency.name if agency else part.text
    return _of_name(name) if name else ()


@lru_cache(maxsize=4096)
def _of_name(name: str) -> tuple[PublicBody, ...]:
    return tuple(one.value for one in read_cell(name))
