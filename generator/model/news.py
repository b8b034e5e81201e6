"""What changed: every row about a procedure, as feeds, calendars and lists tell it."""

from dataclasses import dataclass
from datetime import date

from generator.law.intervals import Event
from generator.law.text import number_order
from generator.model.published import PublishedProcedure
from generator.records.memoize import memoize_by_key


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A row of a decision seen from the procedure `procedure`, whose number is `code`.

    `agencies` publish, execute, decide or receive; `issuer` signed the decision. `published_on` is
    the day it could be read: made public, else signed, else in effect; None when none is known.
    `listed` is whether that is the day on which the decision was made public.
    `reported_on` is the day it is news here: when the catalogue learnt of it, else `published_on`;
    None when that is None.
    """

    procedure: str
    code: str | None
    title: str
    field: str
    levels: tuple[str, ...]
    agencies: tuple[str, ...]
    decision: str
    number: str
    issuer: str
    row: str
    action: str
    version: str | None
    effective: date | None
    published_on: date | None
    listed: bool
    reported_on: date | None


@memoize_by_key
def news_of(_code: str, entry: PublishedProcedure) -> tuple[NewsItem, ...]:
    """The rows about one procedure that were not annulled, the latest reported first."""
    changes = (_change(entry, event) for event in entry.timeline.binding)
    return tuple(sorted(changes, key=latest_first))


def _change(entry: PublishedProcedure, event: Event) -> NewsItem:
    decision = event.decision
    published_on = decision.listed or decision.signed or event.effective
    return NewsItem(
        procedure=entry.code,
        code=entry.procedure.code,
        title=entry.title,
        field=entry.procedure.field,
        levels=entry.summary.levels,
        agencies=entry.summary.agencies,
        decision=decision.id,
        number=decision.number,
        issuer=decision.agency,
        row=event.row.id,
        action=event.action,
        version=event.version,
        effective=event.effective,
        published_on=published_on,
        listed=decision.listed is not None,
        reported_on=published_on and (decision.recorded or published_on),
    )


def latest_first(change: NewsItem) -> tuple[object, ...]:
    """The order of news; what has no day comes last."""
    day = change.reported_on or date.min
    decision, row = number_order(change.decision), number_order(change.row)
    return -day.toordinal(), decision, row, change.procedure
