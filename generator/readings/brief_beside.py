"""What the first screen tells of the time beside the one line of a list: whoever reads must know.

A list that hangs on a wall has the line alone, so that it says where more is told.
"""

from collections.abc import Collection, Sequence

from generator.readings.evidence import Reading
from generator.readings.time_summary import TimeSummary
from generator.readings.time_values import Length, Speaker, TimeLimit, TimeQuote

_DAYS = {"hour": 1 / 24, "day": 1.0, "working_day": 1.4, "month": 30.0, "year": 365.0}
"""How many days of the calendar a unit is, to tell the longer of two lengths."""
_SHORTEST = ("day", "working_day")


def without_same_day(
    limits: Sequence[TimeLimit], declared: Collection[TimeLimit]
) -> Sequence[TimeLimit]:
    """Limits without "on the same day" where one day is declared: that says it in other words."""
    one_day = [limit for limit in declared if limit.value == 1 and limit.unit in _SHORTEST]
    if not one_day or len(one_day) < len(declared):
        return limits
    kept = [limit for limit in limits if limit.value or limit.unit == "hour"]
    return kept or list(dict.fromkeys(one_day))


def tells_more(
    times: TimeSummary, limits: Collection[TimeLimit], declared: Collection[TimeLimit]
) -> bool:
    """Whether a first screen tells a longer limit, a condition or time on top of some limits."""
    if times.by_case or times.longer or times.conflicts or times.other_sum:
        return True
    known = {limit.length for limit in (*limits, *declared)}
    conditional = any(one.value.condition for one in times.added)
    return conditional or any(_is_more(one, known) for one in times.quotes)


def _is_more(quote: Reading[TimeQuote], known: Collection[Length]) -> bool:
    """Whether a sentence gives another limit; of the steps of the work only a longer one is that.

    What is not counted makes every limit longer.
    """
    told = quote.value
    if told.whose is Speaker.READER:
        return False
    others = [length for length in told.lengths if length not in known]
    if quote.evidence[0].pointer[0] == "steps":
        most = max(map(_days, known), default=0.0)
        others = [length for length in others if _days(length) > most]
    is_doubtful = told.other_unit or told.other_whole or told.none
    return bool(others or told.heads) or is_doubtful


def _days(length: Length) -> float:
    return sum(value * _DAYS.get(unit, 0.0) for value, unit in length)
