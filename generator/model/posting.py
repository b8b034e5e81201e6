"""Which procedures an office must post on a day, and why; what two days differ in.

An office posts what it receives and what it settles (Decree 63/2010/NĐ-CP, articles 16 and 17).
Who that is stands in the records: the agencies that a version names, and its levels; the counter
of a province or a commune takes in every procedure of its level that holds in the whole country
or in its own province.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.law.intervals import Event
from generator.model.groups import group_pairs
from generator.model.published import PublishedProcedure, by_title
from generator.model.summaries import Summaries, VersionSummary, shown_summaries
from generator.readings.bodies import read_cell
from generator.readings.body import BodyKind, Level
from generator.readings.evidence import Certainty
from generator.records.memoize import memoize_last
from generator.records.registers import Agency
from generator.records.stated import AgencyPart
from generator.records.units import unit_at
from generator.records.version import Version

if TYPE_CHECKING:
    from generator.model.edition import Edition

_COUNTER, _CENTRAL = "counter", "central"
_COUNTED = (Level.PROVINCE, Level.COMMUNE)
"""The levels that have a counter of their own."""


class PostingReason(StrEnum):
    """Why a procedure is in the set of an office, the nearest reason first."""

    RECEIVES = "receives"
    EXECUTES = "executes"
    DECIDES = "decides"
    LEVEL = "level"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class PostingTarget:
    """Whose set: offices by id, levels in a province (its code; "" for any); only some fields.

    Without offices and levels it is the set of the fields.
    """

    offices: frozenset[str] = frozenset()
    levels: frozenset[tuple[str, str]] = frozenset()
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PostingItem:
    """One procedure of a set, as it is to be posted on the day, and why."""

    entry: PublishedProcedure
    reasons: tuple[PostingReason, ...]


PostingSet = Mapping[str, PostingItem]
"""The items by the id of their procedure, by field, then in alphabetical order."""


def office_target(agency: Agency, edition: "Edition") -> PostingTarget:
    """What an office answers for: its own part in procedures, and the level whose counter it has.

    A counter stands for the agency that it belongs to, and that agency for its counter.
    """
    counters = _counters(edition.catalogue.agencies).get(agency.id, ())
    served = [agency] if is_counter(agency) else [one for one in counters if _stands(one, edition)]
    own = {agency.id, *(one.id for one in served)}
    if is_counter(agency) and agency.parent:
        own.add(agency.parent)
    levels = {level for one in served if (level := _counter_level(one)) and level != _CENTRAL}
    province = _province(agency, edition)
    return PostingTarget(frozenset(own), frozenset((level, province) for level in levels))


def is_counter(agency: Agency) -> bool:
    """Whether an agency takes in the procedures of a level: by its record, or by its name."""
    return agency.kind == _COUNTER or bool(_level_in_name(agency.name))


def _counter_level(agency: Agency) -> str:
    recorded = agency.level or "" if agency.kind == _COUNTER else ""
    return recorded or _level_in_name(agency.name)


@lru_cache(maxsize=4096)
def _level_in_name(name: str) -> str:
    """The one level that a name surely gives a one-stop unit which belongs to no other body.

    Imported records seldom say that the centre of a province is its counter
    (Decree 118/2025/NĐ-CP); its name does.
    """
    read = read_cell(name)
    if len(read) != 1 or read[0].certainty is not Certainty.SURE:
        return ""
    body = read[0].value
    named = body.kind is BodyKind.ONE_STOP and not body.parent and len(body.levels) == 1
    return body.levels[0] if named and body.levels[0] in _COUNTED else ""


@memoize_last
def _counters(agencies: Mapping[str, Agency]) -> Mapping[str, tuple[Agency, ...]]:
    """The counters of every agency that has any."""
    counters = (one for one in agencies.values() if one.parent and is_counter(one))
    return group_pairs(((one.parent or "",), one) for one in counters)


def _stands(agency: Agency, edition: "Edition") -> bool:
    return agency.valid_to is None or edition.day <= agency.valid_to


def _province(agency: Agency, edition: "Edition") -> str:
    """The code of the province in which an agency is; "" when none is recorded."""
    found = unit_at(edition.catalogue.places, agency.place or "")
    return found[0].code if found else ""


@dataclass(frozen=True, slots=True)
class _Index:
    """The versions shown, in the order of a set, and who answers for which of them by position."""

    ordered: tuple[VersionSummary, ...]
    by_office: Mapping[str, tuple[int, ...]]
    by_level: Mapping[str, tuple[int, ...]]

    def of(self, target: PostingTarget) -> tuple[VersionSummary, ...]:
        """What a target answers for, by field, then in alphabetical order."""
        found = {at for office in target.offices for at in self.by_office.get(office, ())}
        for level, province in target.levels:
            at_level = self.by_level.get(level, ())
            found.update(at for at in at_level if self.ordered[at].holds_in(province))
        every = sorted(found) if target.offices or target.levels else range(len(self.ordered))
        chosen = (self.ordered[at] for at in every)
        return tuple(one for one in chosen if not target.fields or one.field in target.fields)


def _index(edition: "Edition") -> _Index:
    order = {key: position for position, key in enumerate(edition.catalogue.fields)}
    shown = shown_summaries(edition.summaries)
    ordered = sorted(shown, key=lambda one: order.get(one.field, len(order)))
    return _Index(
        tuple(ordered),
        group_pairs((one.answering, at) for at, one in enumerate(ordered)),
        group_pairs((one.levels, at) for at, one in enumerate(ordered)),
    )


def posting_groups(edition: "Edition") -> Summaries:
    """What every office answers for, by its id: versions that are shown, in the order of a set."""
    index, agencies = _index(edition), edition.catalogue.agencies
    found = {key: index.of(office_target(one, edition)) for key, one in agencies.items()}
    return {key: summaries for key, summaries in found.items() if summaries}


def posting_summaries(target: PostingTarget, edition: "Edition") -> tuple[VersionSummary, ...]:
    """What a target answers for: versions that are shown, in the order of a set."""
    return _index(edition).of(target)


def posting_set(target: PostingTarget, edition: "Edition") -> PostingSet:
    """What is to be posted on the day of an edition: of the procedures that bind, or may."""
    answered = posting_summaries(target, edition)
    entries = (edition.entries[one.procedure] for one in answered if one.current)
    return {entry.code: PostingItem(entry, tuple(_reasons(entry, target))) for entry in entries}


def _reasons(entry: PublishedProcedure, target: PostingTarget) -> Iterator[PostingReason]:
    if not target.offices and not target.levels:
        yield PostingReason.FIELD
        return
    yield from _roles(entry.version, target.offices)
    if any(_is_of_level(entry, *wanted) for wanted in target.levels):
        yield PostingReason.LEVEL


def _roles(version: Version, offices: frozenset[str]) -> Iterator[PostingReason]:
    roles = version.agencies
    named: tuple[tuple[PostingReason, Iterable[AgencyPart]], ...] = (
        (PostingReason.RECEIVES, roles.receiving.items),
        (PostingReason.EXECUTES, roles.executing.items),
        (PostingReason.DECIDES, roles.deciding.items),
    )
    for reason, parts in named:
        if any(part.agency in offices for part in parts):
            yield reason


def _is_of_level(entry: PublishedProcedure, level: str, province: str) -> bool:
    """Whether a procedure is of a level and holds in a province, as those of the country do."""
    return level in entry.summary.levels and entry.summary.holds_in(province)


class PostingChange(StrEnum):
    """What is to be done with a sheet."""

    PUT_UP = "put_up"
    EXCHANGE = "exchange"
    TAKE_DOWN = "take_down"


@dataclass(frozen=True, slots=True)
class ChangedSheet:
    """A sheet that changes: of which version `before` and `after`, and the row that asks for it.

    `event` is None when the set changed for another reason than a row about the procedure.
    """

    change: PostingChange
    entry: PublishedProcedure
    before: str | None
    after: str | None
    event: Event | None


def changed_sheets(before: PostingSet, after: PostingSet, edition: "Edition") -> list[ChangedSheet]:
    """What to take down, to exchange and to put up between two days; `edition` is of the later."""
    found = [*_taken_down(before, after, edition), *_put_up(before, after)]
    order = list(PostingChange)
    return sorted(found, key=lambda one: (order.index(one.change), *by_title(one.entry)))


def _taken_down(
    before: PostingSet, after: PostingSet, edition: "Edition"
) -> Iterator[ChangedSheet]:
    for code, item in before.items():
        if code not in after:
            number = item.entry.version.version
            interval = item.entry.timeline.interval_of(number)
            entry = edition.entries.get(code, item.entry)
            event = interval.ended_by if interval and entry.over else None
            yield ChangedSheet(PostingChange.TAKE_DOWN, entry, number, None, event)


def _put_up(before: PostingSet, after: PostingSet) -> Iterator[ChangedSheet]:
    for code, item in after.items():
        number = item.entry.version.version
        old = before[code].entry.version.version if code in before else None
        if old == number:
            continue
        interval = item.entry.timeline.interval_of(number)
        change = PostingChange.EXCHANGE if old else PostingChange.PUT_UP
        event = interval.begun_by if interval else None
        yield ChangedSheet(change, item.entry, old, number, event)
