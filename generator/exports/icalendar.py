"""Whole days as an iCalendar file (RFC 5545)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.law.text import DIRECTION

_ESCAPED = re.compile(r"([\\;,])")
_LINE_OCTETS = 75
"""The longest line that RFC 5545, section 3.1, allows; longer ones are folded."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something that falls on a day; `key` is its permanent id."""

    key: str
    day: date
    published_on: date
    title: str
    text: str
    address: str


def calendar(name: str, occasions: Iterable[Occasion]) -> bytes:
    """A calendar of occasions, each a whole day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//niemyet//1.0//", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_text(name)}")
    for occasion in occasions:
        lines += _event(occasion)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line)).encode()


def _event(occasion: Occasion) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{_text(occasion.key)}",
        f"DTSTAMP:{_day(occasion.published_on)}T000000Z",
        f"DTSTART;VALUE=DATE:{_day(occasion.day)}",
        f"DTEND;VALUE=DATE:{_day(occasion.day + timedelta(days=1))}",
        f"SUMMARY:{_text(occasion.title)}",
        f"DESCRIPTION:{_text(occasion.text)}",
        f"URL:{occasion.address}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    escaped = _ESCAPED.sub(r"\\\1", DIRECTION.sub("", text))
    return "\\n".join(escaped.splitlines())


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets; no letter is cut in two."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > _LINE_OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
