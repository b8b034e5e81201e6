"""The clauses of a text, and which of them are about handing a dossier in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.findings.problem import Pointer
from generator.readings.clauses import SMALL
from generator.readings.evidence import Evidence, evidence_of
from generator.readings.filing_words import (
    ACTS_ALONE,
    APPLICANT_BEHIND,
    BULLET,
    FILES,
    MACHINES,
    NEW_CASE,
    NOT_A_CASE,
    NOT_FILING,
    OFFICE_ACTS,
    OPENING,
    RECEIVED,
    STEP,
    SUBMITTED_AND_SENT,
)
from generator.readings.lowered import lowered
from generator.readings.whole_lines import with_whole_lines

_PREPOSITIONS = ("tại", "đến", "tới", "về", "hoặc", "và", "của", "qua", "cho", "các")
_LINE_ENDS = r"\n(?<!,\n)" + "".join(rf"(?<!\s{word}\n)" for word in _PREPOSITIONS)
_NO_ABBREVIATION = r"(?<![TQ][Pp]\.\s)(?<!\s[PQ]\.\s)(?<!\n[0-9]\.\s)(?<!\n[0-9]{2}\.\s)"
"""Behind a dot: it closes no short word, and no number that opens a line."""
_SENTENCE_ENDS = rf"\.\s{_NO_ABBREVIATION}(?:(?=[-+*•])|(?=[^\W\d])(?![{SMALL}]))"
_BREAK = re.compile(rf"{_LINE_ENDS}(?![{SMALL}]+(?![.)\w]))|;(?:\s|\Z)|{_SENTENCE_ENDS}")
_NEAR = 40
_LOOK_BACK = 140
_SUBJECT_INSIDE = re.compile(
    r"(?:^|, |để |thì |: )(?:sở [\w ,-]{3,40}?|(?:ủy ban nhân dân|ubnd) (?:cấp )?(?:tỉnh|xã|huyện)"
    r"|công an (?:cấp )?(?:tỉnh|xã)|cơ quan [\w ]{3,40}?)"
    r"(?= (?:phải|có |tổng|kiểm|lập|thẩm|xác|xử|gửi|thông báo|chuyển))"
)
_HANDED = ("nộp", "gửi")
_WHERE_PEOPLE_ARE = re.compile(r"cơ quan, (?:tổ chức|đơn vị) ")
"""An office by whom people work there: it hands in for them."""
_INCLUDES = re.compile(r"\((?:bao gồm|gồm|kể cả|trừ)(?!\w)[^()]{0,200}\Z")
"""The beginning of a bracket on who else is meant: whom it names is no subject."""
_LONGEST_HEADING = 260
_TEXTS = 1 << 8
"""How many texts are cached: versions of a procedure, and procedures of a field, repeat them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a record as it is read, and where it stands; `method` is its channel's, if any.

    `text` and `low` (lowered) have a space for every line break inside a sentence; they are letter
    for letter as long as `recorded`.
    """

    text: str
    low: str
    recorded: str
    pointer: Pointer
    method: str | None = None

    def evidence(self, start: int, end: int) -> Evidence:
        """The words of the record from `start` until before `end`."""
        return evidence_of(self.pointer, self.recorded, start, end)


def passage_of(text: str, pointer: Pointer, method: str | None = None) -> Passage:
    """A text of a record, made ready to be read."""
    return Passage(*_made_ready(text), text, pointer, method)


@lru_cache(_TEXTS)
def _made_ready(text: str) -> tuple[str, str]:
    joined = with_whole_lines(text)
    return joined, lowered(joined)


@dataclass(frozen=True, slots=True)
class ClauseSpan:
    """A stretch of a text, from `start` until before `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the clause."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Filing:
    """A clause of handing in; `at` is where the verb begins (its start when there is none).

    `case` is the heading that it stands under; `listed` marks an item of a list of places, `again`
    a clause of a window opened again.
    """

    words: Passage
    clause: ClauseSpan
    at: int
    case: str | None = None
    listed: bool = False
    again: bool = False


def clause_spans(text: str) -> Iterator[ClauseSpan]:
    """The clauses of a text: its lines, cut at semicolons and full stops.

    A line that goes on with a small letter, or ends with a word that wants another, is not over.
    """
    start = 0
    for match in _BREAK.finditer(text):
        if text[start : match.start()].strip():
            yield ClauseSpan(start, match.start())
        start = match.end()
    if text[start:].strip():
        yield ClauseSpan(start, len(text))


def subject_of(low: str, clause: ClauseSpan) -> int:
    """Where the subject of a clause begins: behind bullets, numbers, step and time."""
    position = clause.start
    for pattern in (BULLET, STEP, BULLET, OPENING, BULLET):
        match = pattern.match(low, position, clause.end)
        position = match.end() if match else position
    return position


def is_office_clause(low: str, clause: ClauseSpan, subject: int) -> bool:
    """Whether a clause, whose subject begins at `subject`, is about what the office does."""
    if RECEIVED.search(low, clause.start, subject):
        return True
    if not OFFICE_ACTS.match(low, subject, clause.end):
        return False
    condition = low[clause.start : subject].rstrip().endswith(("trường hợp", "nếu", "khi"))
    return not (condition and APPLICANT_BEHIND.search(low, subject, clause.end))


def is_machine(low: str, subject: int) -> bool:
    """Whether a subject is a system: it acts for the office, and ends nothing."""
    return MACHINES.match(low, subject) is not None


def filing_at(low: str, clause: ClauseSpan) -> int | None:
    """Where handing in begins in a clause that is not the office's, None when it has none."""
    match = FILES.search(low, clause.start, clause.end)
    if match is None or _acts_for_office(low, clause, match.start()):
        return None
    other = NOT_FILING.search(low, clause.start, clause.end)
    if other and other.start() <= match.start() + _NEAR:
        return None
    submitted = SUBMITTED_AND_SENT.search(low, clause.start, clause.end)
    if submitted is None or (match[0] in _HANDED and match.start() < submitted.start("sent")):
        return match.start()
    return submitted.start()


def _acts_for_office(low: str, clause: ClauseSpan, at: int) -> bool:
    """Whether the words between the last comma, or "thì", and a verb begin with an office."""
    for link in (", ", " thì "):
        found = low.rfind(link, clause.start, at) + len(link)
        is_joined = link != ", " and _WHERE_PEOPLE_ARE.match(low, found, at)
        is_joined = is_joined or _INCLUDES.search(low, clause.start, found)
        if found >= len(link) and not is_joined and OFFICE_ACTS.match(low, found, at):
            return True
    return any(
        ACTS_ALONE.fullmatch(low, match.end(), at)
        for match in _SUBJECT_INSIDE.finditer(low, max(clause.start, at - _LOOK_BACK), at)
    )


def is_heading(low: str, clause: ClauseSpan) -> bool:
    """Whether a clause is the heading of a case of its own."""
    words = low[clause.start : clause.end].rstrip()
    return (
        len(words) < _LONGEST_HEADING
        and words.endswith(":")
        and bool(NEW_CASE.match(low, clause.start, clause.end))
        and not NOT_A_CASE.search(words)
    )


def is_bare(low: str, clause: ClauseSpan, subject: int, start: re.Pattern[str]) -> bool:
    """Whether a clause tells a way and a place without a verb ("trực tiếp tại …")."""
    return bool(start.match(low, subject, clause.end)) and not NOT_FILING.search(
        low, clause.start, clause.end
    )


def follows_semicolon(low: str, clause: ClauseSpan) -> bool:
    """Whether a clause goes on behind a semicolon."""
    return low[max(0, clause.start - 3) : clause.start].rstrip().endswith(";")
