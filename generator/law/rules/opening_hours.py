"""Rules on hours: sessions of an office follow one another, and clocks show what they can.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.findings.problem import Severity
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import PRACTICE
from generator.law.rules.text import EVERY_KIND
from generator.law.rules.traversal import texts_of, whole_text
from generator.records.registers import Agency

_CLOCK = r"[0-9]{1,2}\s*+(?:giờ|h|:)(?:\s*+[0-9]{2}(?:\s*+phút)?)?"
_SESSION = re.compile(rf"(?P<start>{_CLOCK})\s*+(?:đến|tới|-|–|—)\s*+(?P<end>{_CLOCK})", re.I)
_PARTS = re.compile(r"([0-9]{1,2})\D+([0-9]{2})?")
_TIME = re.compile(
    r"(?P<hour>[0-9](?<![\d/.,]\d)[0-9]?) ?(?:giờ|h|:) ?(?P<minute>[0-9]{2})(?![\d/])"
)
"""An hour with its minutes; an hour alone may be a length of time."""
_HOUR_OF_A_DAY = re.compile(
    r"[tTsSlLvV](?:(?<=[tT])rước|(?<=[sS])au|(?<=[lL])úc|(?<=[vV])ào) (?P<found>(?P<hour>[0-9]{2})"
    r" ?(?:giờ|h)(?: ?[0-9]{1,2} ?phút)?)"
    r"(?=\s*+(?:[.,;)]|(?:trong |của |cùng |hằng |hàng )?ngày|mỗi ngày|hôm|\Z))"
)
"""An hour that a day has, and not a length of time, which may pass a day."""
_LENGTH = re.compile(r"\s*phút")
_MIDNIGHT, _HOUR = 24, 60
_WEEK = ("hai", "ba", "tư", "năm", "sáu", "bảy", "chủ nhật")
_DAYS = re.compile(
    r"thứ (?P<first>\w+)\s*(?:đến|tới|-|–)\s*(?:thứ )?(?P<last>chủ nhật|\w+)", re.IGNORECASE
)
_FIGURES = {str(number): word for number, word in enumerate(_WEEK[:-1], 2)}


def _impossible_session(agency: Agency) -> Iterator[Breach]:
    """A session ends after it begins, and before the next one of the same sentence begins."""
    for sentence in re.split(r"[.;\n]", agency.hours or ""):
        sessions = list(_SESSION.finditer(sentence))
        for session in sessions:
            if _minutes(session["end"]) <= _minutes(session["start"]):
                yield here("hours", found=session[0].strip())
                return
        for one, other in pairwise(sessions):
            between = sentence[one.end() : other.start()].lower()
            if "thứ" not in between and _minutes(other["start"]) < _minutes(one["end"]):
                yield here("hours", found=sentence[one.start() : other.end()].strip())
                return


def _minutes(clock: str) -> int:
    found = _PARTS.match(f"{clock} ")
    hour, minute = found.groups() if found else (clock, None)
    return int(hour) * _HOUR + int(minute or 0)


def _days_of_the_week(agency: Agency) -> Iterator[Breach]:
    """A span of days runs forward in the week and names days that there are."""
    for span in _DAYS.finditer(agency.hours or ""):
        days = [_FIGURES.get(day.lower(), day.lower()) for day in (span["first"], span["last"])]
        known = [_WEEK.index(day) for day in days if day in _WEEK]
        if len(known) < len(days) or known[1] <= known[0]:
            yield here("hours", found=span[0])


def _no_such_time(record: object) -> Iterator[Breach]:
    """No clock shows 25 giờ 30 or 7 giờ 75; a length in hours and minutes may pass a day."""
    if not _TIME.search(whole_text(record)) and not _HOUR_OF_A_DAY.search(whole_text(record)):
        return
    for pointer, text in texts_of(record):
        hour = _HOUR_OF_A_DAY.search(text)
        if hour and _MIDNIGHT < int(hour["hour"]) < 2 * _MIDNIGHT:
            yield here(*pointer, found=hour["found"])
            continue
        for time in _TIME.finditer(text):
            late = int(time["hour"]) > _MIDNIGHT and not _LENGTH.match(text, time.end())
            if late or int(time["minute"]) >= _HOUR:
                yield here(*pointer, found=time[0])
                break


_WARNING = Severity.WARNING
RULES = (
    Rule("NY730", Severity.ERROR, PRACTICE, _impossible_session, ("agency",), written_here=True),
    Rule("NY731", _WARNING, PRACTICE, _days_of_the_week, ("agency",), written_here=True),
    Rule("VD428", Severity.ERROR, PRACTICE, _no_such_time, EVERY_KIND, written_here=True),
)
