"""What the desk must know of time: which version of a procedure binds when, and by which rows.

A decision amends the text that binds on its day, which is not always the last one that was made.
"""

from datetime import date
from typing import Any

from generator.law.timeline import Timeline, timelines
from generator.records.catalogue import Catalogue


def desk_timelines(catalogue: Catalogue) -> dict[str, Any]:
    """By procedure, its `intervals` and the rows that are not annulled; drafts do not count.

    An interval has `version`, `from` (null: always) and `until` (not included; null: open), the
    days on which the version binds for all that is known. A row has `decision`, `row`, `action`
    and `effective`.
    """
    every = timelines(catalogue.without_drafts())
    return {code: _described(one) for code, one in every.items() if one.events}


def _described(timeline: Timeline) -> dict[str, Any]:
    return {
        "intervals": [
            {"version": one.version, "from": _day(one.possible[0]), "until": _day(one.possible[1])}
            for one in timeline.intervals
        ],
        "rows": [
            {
                "decision": event.reference.decision,
                "row": event.reference.row,
                "action": event.action,
                "effective": _day(event.effective),
            }
            for event in timeline.binding
        ],
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
