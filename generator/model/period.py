"""What happened to a catalogue between two days: stock, what came, what changed, what ended.

Stock is counted as the page of figures counts it, so the totals of both agree on any day.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.law.intervals import Event
from generator.law.titles import one_line
from generator.model import statistics
from generator.model.edition import Edition
from generator.model.summaries import LEVELS, VersionSummary

NEW, UNTOLD, AMENDED = "new", "untold", "amended"
REPLACED, ABOLISHED, OTHER = "replaced", "abolished", "other"
CHANGES = (NEW, UNTOLD, AMENDED, REPLACED, ABOLISHED, OTHER)
"""What may have become of a procedure.

`untold`: it came by a row of an export, which does not tell whether it had been there before;
`other` is an end that is neither of the two before.
"""


@dataclass(frozen=True, slots=True)
class PeriodChange:
    """What became of one procedure, and by which row, where that is known."""

    kind: str
    procedure: str
    title: str
    event: Event | None


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """The counts under one key; `moved` is what else makes up the difference of the stocks.

    A procedure may be handled at several levels, and come to a level or leave it by an amendment.
    """

    key: str
    before: int
    new: int
    untold: int
    amended: int
    replaced: int
    abolished: int
    after: int

    @property
    def moved(self) -> int:
        """The difference that procedures which came, were replaced or abolished do not explain."""
        came, went = self.new + self.untold, self.replaced + self.abolished
        return self.after - self.before - came + went


@dataclass(frozen=True, slots=True)
class PeriodReport:
    """The report on the days after `start` until `end`, that day included.

    `matrix` has the stock of the last day by field and level, `undated` how many procedures of it
    are counted although no source states from when they bind.
    """

    start: date
    end: date
    total: PeriodLine
    by_field: tuple[PeriodLine, ...]
    by_level: tuple[PeriodLine, ...]
    by_agency: tuple[PeriodLine, ...]
    matrix: Mapping[str, Mapping[str, int]]
    changes: tuple[PeriodChange, ...]
    undated: int


Keys = Callable[[VersionSummary], Iterable[str]]


def report_period(before: Edition, after: Edition) -> PeriodReport:
    """Compare what bound on the days of two editions of one catalogue, the earlier one first."""
    old, new = _stock(before), _stock(after)
    changes = tuple(sorted(_changes(old, new, after), key=_rank))
    field_order = {key: place for place, key in enumerate(after.catalogue.fields)}
    by_field = _lines(old, new, changes, lambda one: (one.field,))
    return PeriodReport(
        start=before.day,
        end=after.day,
        total=_line("", old, new, changes, lambda _: ("",)),
        by_field=tuple(sorted(by_field, key=lambda line: field_order.get(line.key, 0))),
        by_level=tuple(_in_level_order(_lines(old, new, changes, lambda one: one.levels))),
        by_agency=_lines(old, new, changes, lambda one: (one.publisher,)),
        matrix=_matrix(new.values()),
        changes=changes,
        undated=statistics.undated(after),
    )


def _stock(edition: Edition) -> dict[str, VersionSummary]:
    """What binds on the day of an edition, or may, by procedure."""
    return {summary.procedure: summary for summary in statistics.living(edition)}


def _changes(
    old: Mapping[str, VersionSummary], new: Mapping[str, VersionSummary], after: Edition
) -> Iterator[PeriodChange]:
    for code in dict.fromkeys((*new, *old)):
        came, went = new.get(code), old.get(code)
        if went is None and came:
            event = _begun_by(code, came.version, after)
            told = event is None or event.decision.source is None
            yield PeriodChange(NEW if told else UNTOLD, code, one_line(came.title), event)
        elif came is None and went:
            end = _ended_by(code, after)
            kind = {"replace": REPLACED, "abolish": ABOLISHED}.get(end.action if end else "", OTHER)
            yield PeriodChange(kind, code, one_line(went.title), end)
        elif came and went and came.version != went.version:
            event = _begun_by(code, came.version, after)
            yield PeriodChange(AMENDED, code, one_line(came.title), event)


def _begun_by(code: str, version: str, edition: Edition) -> Event | None:
    interval = edition.timelines[code].interval_of(version)
    return interval.begun_by if interval else None


def _ended_by(code: str, edition: Edition) -> Event | None:
    timeline = edition.timelines.get(code)
    ended = [i for i in timeline.intervals if i.end and i.end <= edition.day] if timeline else []
    return ended[-1].ended_by if ended else None


def _rank(change: PeriodChange) -> tuple[int, str]:
    return CHANGES.index(change.kind), change.procedure


def _lines(
    old: Mapping[str, VersionSummary],
    new: Mapping[str, VersionSummary],
    changes: tuple[PeriodChange, ...],
    keys: Keys,
) -> tuple[PeriodLine, ...]:
    """A line for each key that anything falls under, in the order of the keys."""
    named = {key for one in (*old.values(), *new.values()) for key in keys(one)}
    return tuple(_line(key, old, new, changes, keys) for key in sorted(named))


def _line(
    key: str,
    old: Mapping[str, VersionSummary],
    new: Mapping[str, VersionSummary],
    changes: Iterable[PeriodChange],
    keys: Keys,
) -> PeriodLine:
    def count(kind: str) -> int:
        """How many changes of a kind fall under the key."""
        stock = old if kind in (REPLACED, ABOLISHED) else new
        return sum(c.kind == kind and key in keys(stock[c.procedure]) for c in changes)

    return PeriodLine(
        key=key,
        before=sum(key in keys(one) for one in old.values()),
        new=count(NEW),
        untold=count(UNTOLD),
        amended=count(AMENDED),
        replaced=count(REPLACED),
        abolished=count(ABOLISHED),
        after=sum(key in keys(one) for one in new.values()),
    )


def _in_level_order(lines: Iterable[PeriodLine]) -> list[PeriodLine]:
    return sorted(lines, key=lambda line: LEVELS.index(line.key))


def _matrix(stock: Iterable[VersionSummary]) -> Mapping[str, Mapping[str, int]]:
    """The stock by field, then by level."""
    found: dict[str, dict[str, int]] = {}
    for one in stock:
        row = found.setdefault(one.field, {})
        for level in one.levels:
            row[level] = row.get(level, 0) + 1
    return found
