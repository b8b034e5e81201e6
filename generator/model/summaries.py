"""The summary of a published version: what lists show of it, and which lists it belongs to.

Lists are made of summaries alone. A change of a procedure's text that leaves its summary as it was
changes no list.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.law.intervals import Days, Interval, Status
from generator.law.timeline import Timeline
from generator.law.title_objects import object_of
from generator.law.titles import initial, one_line, vietnamese_order
from generator.readings.brief_values import Brief
from generator.records.blobs import VersionRef
from generator.records.registers import Procedure
from generator.records.stated import AgencyPart
from generator.records.version import Version

LEVELS = ("central", "province", "commune", "district")
_CITIZENS = frozenset({"vietnamese_citizen", "overseas_vietnamese"})
NEVER: Days = (date.max, None)
"""The start and end of what belongs to the list of no day."""


@dataclass(frozen=True, slots=True)
class VersionSummary:
    """One published version of the procedure `procedure`, whose number, if it has one, is `code`.

    It may bind on the days from `start` until before `end` (None: open), and is known to on the
    days `certain`: on all of these, or on fewer, or on none (None). `shown`: it stands for its
    procedure on the day of the edition, whose `status` is given; `current`: the procedure
    binds then, or may; `over`: it neither binds nor will. It is carried out by `executing` and by
    as many `others`; `brief` is what is said of its time and fee. `for_citizens`: people ask for
    it in their own name. `answering` are the agencies that execute, decide or receive.
    `province`: the code of the one that it holds in, "" for the country or where that is not known.
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
    others: int
    brief: Brief
    for_citizens: bool
    online: str
    status: str
    current: bool
    over: bool
    shown: bool
    start: date | None
    end: date | None
    certain: Days | None
    answering: tuple[str, ...] = ()
    province: str = ""

    def holds_in(self, province: str) -> bool:
        """Whether it holds in a province, as those of the whole country do; "" is any province."""
        return not self.province or not province or self.province == province

    @property
    def possible(self) -> Days:
        """The days on which it may bind."""
        return self.start, self.end

    @property
    def publisher(self) -> str:
        """The agency that publishes the procedure."""
        return self.agencies[0]


Summaries = Mapping[str, tuple[VersionSummary, ...]]
"""Summaries under each of some keys, in alphabetical order of procedures."""


def summaries_of(
    procedure: Procedure,
    refs: Iterable[VersionRef],
    timeline: Timeline,
    status: Status,
    shown: VersionRef,
    day: date,
    province: str = "",
    has_brief: bool = True,
) -> tuple[VersionSummary, ...]:
    """The summaries of the versions of a procedure that were published, with or without briefs."""
    published = {f"{procedure.id}/{event.version}" for event in timeline.events}
    return tuple(
        _summary(procedure, one.loaded, timeline, status, one is shown, day, province, has_brief)
        for one in refs
        if one.key in published
    )


def _summary(
    procedure: Procedure,
    version: Version,
    timeline: Timeline,
    status: Status,
    shown: bool,
    day: date,
    province: str,
    has_brief: bool,
) -> VersionSummary:
    possible, certain = _days(timeline.interval_of(version.version))
    executing = dict.fromkeys(version.agencies.executing.items)
    receiving = (part.agency for part in version.agencies.receiving.items if part.agency)
    return VersionSummary(
        procedure=procedure.id,
        code=procedure.code,
        version=version.version,
        title=one_line(version.title),
        field=procedure.field,
        levels=version.levels.items,
        life_events=procedure.life_events,
        agencies=_agencies(procedure, version),
        receiving=tuple(dict.fromkeys(receiving)),
        executing=next(iter(executing), None),
        others=max(0, len(executing) - 1),
        brief=read_brief_within(possible, version, day) if has_brief else Brief(),
        for_citizens=is_for_citizens(version),
        online=version.online.level,
        status=str(status),
        current=status.current,
        over=status.over,
        shown=shown,
        start=possible[0],
        end=possible[1],
        certain=certain,
        answering=_answering(version),
        province=province,
    )


def read_brief_within(possible: Days, version: Version, day: date) -> Brief:
    """What is said of a version that may bind on the days `possible`, for an edition of a day."""
    # Imported only here, since an edition without briefs needs none of the readers of words.
    from generator.readings.brief import read_brief

    return read_brief(version, _day_within(possible, day))


def is_for_citizens(version: Version) -> bool:
    """Whether people ask for a procedure in their own name, here or abroad."""
    return bool(_CITIZENS & set(version.applicants.items))


def _day_within(possible: Days, day: date) -> date:
    """The day on which a version is read: that of the edition, or the nearest on which it binds."""
    start, end = possible
    if start and start > day:
        return start
    return end - timedelta(days=1) if end and end <= day else day


def _days(interval: Interval | None) -> tuple[Days, Days | None]:
    """The days on which a version may bind and is known to: none when it never bound."""
    if interval is None or interval.empty:
        return NEVER, NEVER
    return interval.possible, interval.certain


def grouped(summaries: Summaries, keys_of: Callable[[VersionSummary], Iterable[str]]) -> Summaries:
    """Summaries under each of their keys."""
    found: dict[str, list[VersionSummary]] = defaultdict(list)
    for summary in _all(summaries):
        for key in dict.fromkeys(keys_of(summary)):
            found[key].append(summary)
    return {key: tuple(listed) for key, listed in found.items()}


def with_aliases(found: Summaries, aliases: Mapping[str, str]) -> Summaries:
    """Groups of which those of other forms of a name also stand under its full name."""
    under = dict(found)
    for alias, key in aliases.items():
        more = (*under.get(key, ()), *found.get(alias, ()))
        known = {(one.procedure, one.version): one for one in more}
        under[key] = tuple(sorted(known.values(), key=lambda one: vietnamese_order(one.title)))
    return under


def shown_summaries(summaries: Summaries) -> Iterator[VersionSummary]:
    """Those that stand for their procedures on the day of the edition."""
    return (summary for summary in _all(summaries) if summary.shown)


def _all(summaries: Summaries) -> Iterator[VersionSummary]:
    for versions in summaries.values():
        yield from versions


def letter_of(summary: VersionSummary) -> tuple[str]:
    """The letter that a summary is listed under: that of what its title is about."""
    return (initial(object_of(summary.title)),)


def shown_count(summaries: Iterable[VersionSummary]) -> int:
    """How many procedures a list shows on the day of the edition."""
    return sum(summary.shown for summary in summaries)


def _agencies(procedure: Procedure, version: Version) -> tuple[str, ...]:
    """Who publishes, then who executes, decides or receives under a version, each once."""
    return tuple(dict.fromkeys((procedure.agency, *_answering(version))))


def _answering(version: Version) -> tuple[str, ...]:
    """Who executes, decides or receives under a version, each once."""
    roles = version.agencies
    parts = (*roles.executing.items, *roles.deciding.items, *roles.receiving.items)
    return tuple(dict.fromkeys(part.agency for part in parts if part.agency))
