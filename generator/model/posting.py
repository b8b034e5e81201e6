"""Which procedures an office must post on a day, and why; what two days differ in.

An office posts what it receives and what it settles (Decree 63/2010/NĐ-CP, articles 16 and 17).
Who that is stands in the records: the agencies that a version names, and its levels; the counter
of a province or a commune takes in every procedure of its level, and all that its class receives,
where it holds in the whole country or in its own province. Of these an office posts its `own`: what
only a recorded level brings to it and what names others alone is told apart, and so is what state
bodies follow among themselves.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.law.intervals import Event
from generator.model.posting_groups import PostingGroup, group_of, is_internal, strangers_of
from generator.model.posting_index import index_answering
from generator.model.posting_target import (
    PostingTarget,
    class_offices,
    home_province,
    office_target,
)
from generator.model.published import PublishedProcedure, by_title
from generator.model.summaries import Summaries, VersionSummary
from generator.records.stated import AgencyPart
from generator.records.version import Version

if TYPE_CHECKING:
    from generator.model.edition import Edition


class PostingReason(StrEnum):
    """Why a procedure is in the set of an office, the nearest reason first."""

    RECEIVES = "receives"
    EXECUTES = "executes"
    DECIDES = "decides"
    LEVEL = "level"
    FIELD = "field"


@dataclass(frozen=True, slots=True)
class PostingItem:
    """One procedure of a set, as it is to be posted on the day, why, and whose it is.

    `strangers` are the bodies of other provinces that it names, where it names none of the
    office's own. `level` is that of the set by which it is in it, where it is by its level. `kin`
    are the ids of the same matter in the set, of the country or of a province; `named_alike` are
    the others of the same title (`posting_kin`).
    """

    entry: PublishedProcedure
    reasons: tuple[PostingReason, ...]
    group: PostingGroup = PostingGroup.OWN
    strangers: tuple[str, ...] = ()
    level: str = ""
    kin: tuple[str, ...] = ()
    named_alike: tuple[str, ...] = ()


PostingSet = Mapping[str, PostingItem]
"""The items by the id of their procedure: by group, by field, then in alphabetical order."""


def posting_groups(edition: "Edition") -> Summaries:
    """What every office answers for, by its id: versions that are shown, in the order of a set."""
    index, agencies = index_answering(edition), edition.catalogue.agencies
    found = {key: index.of(office_target(one, edition), edition) for key, one in agencies.items()}
    return {key: summaries for key, summaries in found.items() if summaries}


def own_posting_groups(edition: "Edition") -> Summaries:
    """What every office posts of what it answers for, by its id: its own."""
    index, agencies = index_answering(edition), edition.catalogue.agencies
    others: dict[frozenset[str], frozenset[int]] = {}
    found = {}
    for key, agency in agencies.items():
        target = office_target(agency, edition)
        levels = _levels_of(target)
        if levels not in others:
            others[levels] = index.others(levels, edition)
        found[key] = index.own_of(target, edition, others[levels])
    return {key: summaries for key, summaries in found.items() if summaries}


def _levels_of(target: PostingTarget) -> frozenset[str]:
    return frozenset(level for level, _ in target.levels)


def posting_summaries(target: PostingTarget, edition: "Edition") -> tuple[VersionSummary, ...]:
    """What a target answers for: versions that are shown, in the order of a set."""
    return index_answering(edition).of(target, edition)


def posting_set(target: PostingTarget, edition: "Edition") -> PostingSet:
    """What is to be posted on the day of an edition: of the procedures that bind, or may."""
    answered = posting_summaries(target, edition)
    entries = (edition.entries[one.procedure] for one in answered if one.current)
    classes, home = class_offices(target, edition), home_province(target, edition)
    items = [
        _item(one, tuple(_reasons(one, target, classes)), target, home, edition) for one in entries
    ]
    order = list(PostingGroup)
    items.sort(key=lambda item: order.index(item.group))
    return {item.entry.code: item for item in items}


def _item(
    entry: PublishedProcedure,
    reasons: tuple[PostingReason, ...],
    target: PostingTarget,
    home: str,
    edition: "Edition",
) -> PostingItem:
    levels = _levels_of(target)
    group = _group_of(entry, reasons, levels, edition)
    level = next((one for one in entry.summary.levels if one in levels), "")
    strangers = strangers_of(entry.version, home, edition)
    return PostingItem(entry, reasons, group, strangers, level)


def _group_of(
    entry: PublishedProcedure,
    reasons: tuple[PostingReason, ...],
    levels: frozenset[str],
    edition: "Edition",
) -> PostingGroup:
    """Whose a procedure is; who is named in it, or in whose set it is by its field, has it."""
    if is_internal(entry.procedure):
        return PostingGroup.INTERNAL
    by_level = reasons == (PostingReason.LEVEL,)
    return group_of(entry.version, levels, edition) if by_level else PostingGroup.OWN


def own_items(items: PostingSet) -> PostingSet:
    """The office's own of a set: what is posted unless all of it is asked for."""
    return {code: one for code, one in items.items() if one.group is PostingGroup.OWN}


def own_summaries(target: PostingTarget, edition: "Edition") -> tuple[VersionSummary, ...]:
    """What a target posts unless all of it is asked for."""
    index = index_answering(edition)
    return index.own_of(target, edition, index.others(_levels_of(target), edition))


def _reasons(
    entry: PublishedProcedure, target: PostingTarget, classes: frozenset[tuple[str, str]]
) -> Iterator[PostingReason]:
    if target.is_of_fields:
        yield PostingReason.FIELD
        return
    held = {office for office, province in classes if entry.summary.holds_in(province)}
    yield from _roles(entry.version, target.offices | held)
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


def unknown_since(items: PostingSet, changes: Iterable["ChangedSheet"]) -> tuple[str, ...]:
    """The sheets of a set that are said not to change though nobody knows since when they hold."""
    changed = {one.entry.code for one in changes}
    left = ((code, item) for code, item in items.items() if code not in changed)
    return tuple(code for code, item in left if item.entry.summary.certain is None)


class PostingChange(StrEnum):
    """What is to be done with a sheet."""

    PUT_UP = "put_up"
    EXCHANGE = "exchange"
    TAKE_DOWN = "take_down"


@dataclass(frozen=True, slots=True)
class ChangedSheet:
    """A sheet that changes: of which version `before` and `after`, and the row that asks for it.

    `event` is None when the set changed for another reason than a row about the procedure, such as
    the end of a fee that the sheet states until a day (`fee_until`).
    """

    change: PostingChange
    entry: PublishedProcedure
    before: str | None
    after: str | None
    event: Event | None
    fee_until: date | None = None


Hung = Mapping[str, str]
"""The versions that hang, by the id of their procedure."""


def hung_of(posted: PostingSet) -> Hung:
    """What hangs where a whole set was put up."""
    return {code: item.entry.version.version for code, item in posted.items()}


def changed_sheets(
    before: Hung, after: PostingSet, edition: "Edition", ended: Mapping[str, date]
) -> list[ChangedSheet]:
    """What to take down, to exchange and to put up of what hung `before`; on the edition's day.

    `ended` are the last days of fees that sheets state and that are over, by procedure.
    """
    found = [*_taken_down(before, after, edition), *_put_up(before, after, ended)]
    order = list(PostingChange)
    return sorted(found, key=lambda one: (order.index(one.change), *by_title(one.entry)))


def _taken_down(before: Hung, after: PostingSet, edition: "Edition") -> Iterator[ChangedSheet]:
    for code, number in before.items():
        entry = edition.entries.get(code)
        if entry and code not in after:
            interval = entry.timeline.interval_of(number)
            event = interval.ended_by if interval and entry.over else None
            yield ChangedSheet(PostingChange.TAKE_DOWN, entry, number, None, event)


def _put_up(before: Hung, after: PostingSet, ended: Mapping[str, date]) -> Iterator[ChangedSheet]:
    for code, item in after.items():
        number = item.entry.version.version
        old = before.get(code)
        if old == number:
            if code in ended:
                exchange = PostingChange.EXCHANGE
                yield ChangedSheet(exchange, item.entry, old, number, None, ended[code])
            continue
        interval = item.entry.timeline.interval_of(number)
        change = PostingChange.EXCHANGE if old else PostingChange.PUT_UP
        event = interval.begun_by if interval else None
        yield ChangedSheet(change, item.entry, old, number, event)
