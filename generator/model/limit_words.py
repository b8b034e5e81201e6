"""A limit of time in words."""

from generator.locale import Words
from generator.readings.time_values import TimeLimit

_MINUTES = 60
_AT_ZERO = {"hour": "answer.at_once", "day": "answer.same_calendar_day"}
"""What no hours and no days are; of working days it is the same working day."""


def limit_words(limit: TimeLimit, words: Words) -> str:
    """A limit in words: "20 ngày làm việc", "15 phút", "trong ngày", "2 tháng và 15 ngày"."""
    if limit.value == 0:
        said = words(_AT_ZERO.get(limit.unit, "answer.same_day"))
    elif limit.unit == "hour" and limit.value < 1:
        said = words("answer.minutes", count=words.number(round(limit.value * _MINUTES)))
    else:
        unit = "working_hour" if limit.working else limit.unit
        said = f"{words.number(limit.value)} {words(f'unit.{unit}')}"
    if limit.then:
        return words("answer.and_then", first=said, second=limit_words(limit.then, words))
    return said
