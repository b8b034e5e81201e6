"""By when a procedure must be decided and published, under the law of the day.

Source: Decree 63/2010/NĐ-CP, articles 15 and 24, in the wording of 2010 and, from 25 September
2017, in that of Decree 92/2017/NĐ-CP. The statute counts the days before effect as plain days; the
national index of public services counts them as working days, hence the switch.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from generator.law.timeline import Timeline
from generator.law.workdays import Workdays

LAW_OF_2010 = date(2010, 10, 14)
LAW_OF_2017 = date(2017, 9, 25)


@dataclass(frozen=True, slots=True)
class Terms:
    """Days within which a publisher decides before a text takes effect, and lists after signing.

    `decide_after` replaces `decide_before` for a text issued by the shortened procedure.
    """

    decide_before: int
    decide_in_working_days: bool
    list_within: int
    decide_after: int | None = None


_SHORTENED = Terms(0, False, 2, decide_after=3)
_TERMS_OF_2010 = Terms(10, True, 5)
_TERMS_OF_2017 = {"central": Terms(20, False, 10)}
_LOCAL_TERMS_OF_2017 = Terms(5, False, 5)


def terms_of(signed: date, level: str | None, shortened: bool = False) -> Terms | None:
    """The terms of a decision signed on a day by an agency of a level; None before 2010."""
    if signed < LAW_OF_2010:
        return None
    if signed < LAW_OF_2017:
        return _TERMS_OF_2010
    return _SHORTENED if shortened else _TERMS_OF_2017.get(level or "", _LOCAL_TERMS_OF_2017)


def decide_by(
    terms_of: Terms, effective: date, issued: date | None, days: "Counting"
) -> date | None:
    """Last day to sign the decision that carries out a text.

    Counted from the day the text takes effect or, in the shortened procedure, from the day it was
    issued: None when that is not known. Raises MissingCalendarError.
    """
    if terms_of.decide_after is not None:
        return days.shift(issued, terms_of.decide_after) if issued else None
    counting = Counting(days.workdays, True) if terms_of.decide_in_working_days else days
    return counting.shift(effective, -terms_of.decide_before)


def carried_out_before(timeline: Timeline, signed: date, effective: date) -> bool:
    """Whether an earlier decision than that of `signed` was signed since the text took effect."""
    earlier = (event.decision.signed for event in timeline.events)
    return any(day and effective <= day < signed for day in earlier)


def list_by(terms_of: Terms, signed: date, workdays: Workdays) -> date:
    """Last day to publish a decision in the national database; raises MissingCalendarError."""
    return workdays.after(signed, terms_of.list_within)


@dataclass(frozen=True, slots=True)
class Counting:
    """How days are counted where the statute only states "days"."""

    workdays: Workdays
    working: bool

    def shift(self, day: date, count: int) -> date:
        """`count` days after `day`; raises MissingCalendarError when working days are counted."""
        return self.workdays.after(day, count) if self.working else day + timedelta(days=count)
