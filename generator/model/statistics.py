"""The state of reform in figures, computed from the records: nothing here is typed in.

Every figure comes with the rows it was computed from, so that anybody can count again.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.law.changes import changed_parts
from generator.law.intervals import Days, Status
from generator.law.publication_deadlines import deadlines
from generator.law.text import fold_text
from generator.model.edition import Edition
from generator.model.summaries import VersionSummary, shown_summaries
from generator.records.decision import Decision

QUARTERS = 12
MONTHS = 24


def living(edition: Edition) -> list[VersionSummary]:
    """The procedures that bind on the day of the edition, or may, as they are shown."""
    return [summary for summary in shown_summaries(edition.summaries) if summary.current]


def count_by(
    summaries: Iterable[VersionSummary], keys_of: Callable[[VersionSummary], Iterable[str]]
) -> Mapping[str, int]:
    """How many versions fall under each key; a version of two levels counts under both."""
    return Counter(key for summary in summaries for key in keys_of(summary))


def quarter_ends(day: date, count: int = QUARTERS) -> list[date]:
    """The first days of the last `count` quarters, oldest first, and `day` itself."""
    quarter = day.year * 4 + (day.month - 1) // 3
    firsts = [divmod(quarter - back, 4) for back in reversed(range(count))]
    return [*(date(year, rest * 3 + 1, 1) for year, rest in firsts), day]


def in_force_on(edition: Edition, days: Sequence[date]) -> list[list[VersionSummary]]:
    """The summary of every procedure that is known to bind on each of some days, in order."""
    found: list[list[VersionSummary]] = [[] for _ in days]
    for versions in edition.summaries.values():
        for summary in versions:
            for place in _places(days, summary.certain):
                found[place].append(summary)
    return found


def _places(days: Sequence[date], span: Days | None) -> Iterable[int]:
    """Which of some days, which are in order, a span holds."""
    if span is None:
        return ()
    start, end = span
    return range(
        bisect_left(days, start) if start else 0, bisect_left(days, end) if end else len(days)
    )


def undated(edition: Edition) -> int:
    """How many procedures were published of which it is not known whether they bind."""
    return sum(
        Status(summary.status) in (Status.PUBLISHED, Status.UNCERTAIN)
        for summary in shown_summaries(edition.summaries)
    )


LIMIT_STEPS = (1, 5, 10, 20, 30, 60)
"""The upper ends, in days, of the steps that time limits are counted in; the last is open."""


def limit_steps(days: Iterable[float]) -> list[int]:
    """How many limits fall into each step: up to 1 day, over 1 up to 5, …, over 60."""
    counts = [0] * (len(LIMIT_STEPS) + 1)
    for limit in days:
        counts[bisect_left(LIMIT_STEPS, limit)] += 1
    return counts


def fee_states(edition: Edition) -> Mapping[str, int]:
    """Living procedures by what lists say of their fee; `not_stated` where that is nothing."""
    found = (summary.brief.fee for summary in living(edition))
    return Counter(str(fee.state) if fee else "not_stated" for fee in found)


def count_unanswered(edition: Edition) -> Mapping[str, int]:
    """How many living procedures say nothing of what readers ask for, by the name of that."""
    found = living(edition)
    return {
        "levels": sum(not summary.levels for summary in found),
        "time": sum(summary.brief.time is None for summary in found),
        "fee": sum(summary.brief.fee is None for summary in found),
        "online": sum(summary.online == "not_stated" for summary in found),
    }


def decisions_per_month(edition: Edition) -> list[tuple[str, int]]:
    """(year-month, decisions signed) for `MONTHS` months at most, oldest first.

    Nothing is known of the months before the first decision and after the last day of any.
    """
    decisions = edition.catalogue.decisions.values()
    signed = Counter(_month(one.signed) for one in decisions if one.signed)
    days = (day for one in decisions for day in (one.signed, one.listed, one.recorded) if day)
    last = max((_month(day) for day in days if day <= edition.day), default=0)
    first = max(min(signed, default=last + 1), last - MONTHS + 1)
    months = ((divmod(month, 12), signed[month]) for month in range(first, last + 1))
    return [(f"{year}-{rest + 1:02}", count) for (year, rest), count in months]


def _month(day: date) -> int:
    """The months from the year 0 to that of a day."""
    return day.year * 12 + day.month - 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """How complete and how fresh the procedures of one publisher are."""

    agency: str
    procedures: int
    with_time: int
    with_fees: int
    with_process: int
    latest: date | None

    @property
    def completeness(self) -> tuple[int, int, int]:
        """How many answer how long and how much, and state an internal process."""
        return self.with_time, self.with_fees, self.with_process


def coverage(edition: Edition) -> list[Coverage]:
    """One row per publishing agency as an authority, the largest first."""
    groups: dict[str, list[VersionSummary]] = defaultdict(list)
    for summary in living(edition):
        key = edition.authorities.get(summary.publisher, summary.publisher)
        groups[key].append(summary)
    rows = [_coverage(key, found, edition) for key, found in groups.items()]
    return sorted(rows, key=lambda row: (-row.procedures, row.agency))


def _coverage(key: str, found: Sequence[VersionSummary], edition: Edition) -> Coverage:
    events = (event for one in found for event in edition.events_of(one.procedure))
    signed = (event.decision.signed for event in events)
    return Coverage(
        agency=key,
        procedures=len(found),
        with_time=sum(one.brief.time is not None for one in found),
        with_fees=sum(one.brief.fee is not None for one in found),
        with_process=sum(edition.completeness[one.procedure].process for one in found),
        latest=max(filter(None, signed), default=None),
    )


@dataclass(frozen=True, slots=True)
class Drift:
    """Procedures of one title whose texts differ, and the parts in which they do."""

    title: str
    procedures: tuple[str, ...]
    parts: tuple[str, ...]


def drifts(edition: Edition) -> list[Drift]:
    """Living procedures that share a title but not their text, alphabetically."""
    groups: dict[str, list[VersionSummary]] = defaultdict(list)
    for summary in living(edition):
        groups[_folded(summary.title)].append(summary)
    found = (_drift(summaries, edition) for summaries in groups.values() if len(summaries) > 1)
    return [drift for drift in found if drift.parts]


@cache
def _folded(title: str) -> str:
    return fold_text(title)


_OWN = ("levels", "agencies")
"""Parts in which procedures of several levels differ by their nature."""


def _drift(summaries: Sequence[VersionSummary], edition: Edition) -> Drift:
    codes = tuple(summary.procedure for summary in summaries)
    first, *others = (edition.entries[code].version for code in codes)
    parts = {part for other in others for part in changed_parts(first, other)}
    return Drift(summaries[0].title, codes, tuple(sorted(parts.difference(_OWN))))


@dataclass(frozen=True, slots=True)
class Lateness:
    """A decision that was made public, and how many days after the last day allowed."""

    decision: Decision
    last: date
    listed: date

    @property
    def days(self) -> int:
        """Calendar days late; zero or less when in time."""
        return (self.listed - self.last).days


def lateness(edition: Edition) -> Iterator[Lateness]:
    """Every decision whose deadline to be made public and whose day of it are both known."""
    for decision in edition.catalogue.decisions.values():
        for due in deadlines(decision, edition.catalogue, edition.timelines):
            if due.kind == "list" and due.last and due.done:
                yield Lateness(decision, due.last, due.done)
