"""The times of internal processes: numbers with their unit, which a head may say for all."""

import re

from generator.imports.word.limits import UNITS_IN_WORDS
from generator.imports.word.processes import HOURS_OF_DAY
from generator.law.text import fold_text

LENGTH = re.compile(
    r"(\d{1,3}(?:[.,]\d{1,3})?)\s*(ngày\s+làm\s+việc|ngày|giờ\s+làm\s+việc|giờ)?", re.IGNORECASE
)


def read_time(text: str, working: bool) -> tuple[float | None, str]:
    """The number and unit of a text that is a time and nothing else; None where it is not."""
    match = LENGTH.fullmatch(text.strip())
    if match is None:
        return None, "other"
    unit = UNITS_IN_WORDS[" ".join(fold_text(match[2] or "ngày").split())]
    return float(match[1].replace(",", ".")), "working_day" if working and unit == "day" else unit


def with_unit(text: str, working: bool) -> str:
    """A time as it is printed, with its unit where the table has it in its head only."""
    match = LENGTH.fullmatch(text.strip())
    if match is None or match[2]:
        return text
    return f"{text} {'ngày làm việc' if working else 'ngày'}"


def days(text: str, working: bool) -> float | None:
    """The same in working days."""
    value, unit = read_time(text, working)
    return value / HOURS_OF_DAY if value is not None and unit == "hour" else value
