"""The face of a published version: what lists show of it, and which lists it belongs to.

Lists are made of faces alone. A change of a procedure's text that leaves its face as it was
changes no list.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.law.entry import Entry
from generator.law.timeline import Interval
from generator.law.titles import initial, one_line
from generator.records.memory import kept
from generator.records.registers import Procedure
from generator.records.stated import AgencyPart
from generator.records.version import Version

LEVELS = ("central", "province", "commune", "district")
NEVER = (date.max, None)
"""The start and end of what belongs to the list of no day."""


@dataclass(frozen=True, slots=True)
class Face:
    """One published version of the procedure `procedure`, whose number, if it has one, is `code`.

    It belongs to lists of the days from `start` (None: always) until before `end` (None: for
    ever). `shown`: it stands for its procedure on the day of the edition, whose `status` is given;
    `current`: the procedure binds then; `over`: it neither binds nor will.
    """

    procedure: str
    code: str | None
    version: str
    title: str
    field: str
    levels: tuple[str, ...]
    life_events: tuple[str, ...]
    agencies: tuple[str, ...]
    receiving: tuple[str, ...]
    executing: AgencyPart | None
    online: str
    status: str
    current: bool
    over: bool
    shown: bool
    start: date | None
    end: date | None


Faces = Mapping[str, tuple[Face, ...]]
"""Faces under each of some keys, in alphabetical order of procedures."""


@kept
def faces_of(_code: str, entry: Entry, versions: tuple[Version, ...]) -> tuple[Face, ...]:
    """The faces of the versions of a procedure that were ever published."""
    published = {event.version for event in entry.timeline.events}
    return tuple(_face(entry, version) for version in versions if version.version in published)


def _face(entry: Entry, version: Version) -> Face:
    start, end = _days(entry.timeline.interval_of(version.version))
    receiving = (part.agency for part in version.agencies.receiving.items if part.agency)
    return Face(
        procedure=entry.code,
        code=entry.procedure.code,
        version=version.version,
        title=one_line(version.title),
        field=entry.procedure.field,
        levels=version.levels.items,
        life_events=entry.procedure.life_events,
        agencies=agencies_of(entry.procedure, version),
        receiving=tuple(dict.fromkeys(receiving)),
        executing=next(iter(version.agencies.executing.items), None),
        online=version.online.level,
        status=str(entry.status),
        current=entry.status.current,
        over=entry.over,
        shown=entry.version is version,
        start=start,
        end=end,
    )


def _days(interval: Interval | None) -> tuple[date | None, date | None]:
    """The days on which a version belongs to a list: none when it never bound."""
    if interval is None or interval.empty:
        return NEVER
    return interval.start, interval.end


def grouped(faces: Faces, keys_of: Callable[[Face], Iterable[str]]) -> Faces:
    """Faces under each of their keys."""
    found: dict[str, list[Face]] = defaultdict(list)
    for face in _all(faces):
        for key in dict.fromkeys(keys_of(face)):
            found[key].append(face)
    return {key: tuple(listed) for key, listed in found.items()}


def _all(faces: Faces) -> Iterator[Face]:
    for versions in faces.values():
        yield from versions


def letter_of(face: Face) -> tuple[str]:
    """The letter that a face is listed under."""
    return (initial(face.title),)


def shown_count(faces: Iterable[Face]) -> int:
    """How many procedures a list shows on the day of the edition."""
    return sum(face.shown for face in faces)


def agencies_of(procedure: Procedure, version: Version) -> tuple[str, ...]:
    """Who publishes, executes, decides or receives under a version, each once."""
    roles = version.agencies
    parts = (*roles.executing.items, *roles.deciding.items, *roles.receiving.items)
    named = (part.agency for part in parts if part.agency)
    return tuple(dict.fromkeys((procedure.agency, *named)))
