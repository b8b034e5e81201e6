"""The stretch of a procedure in which applicants hand in: where it opens, closes, opens again."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.readings.bodies import body_at
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_clauses import (
    ClauseSpan,
    Filing,
    Passage,
    clause_spans,
    filing_at,
    follows_semicolon,
    is_bare,
    is_heading,
    is_machine,
    is_office_clause,
    subject_of,
)
from generator.readings.filing_words import (
    AGAIN,
    AT_OFFICE,
    BARE,
    CASE_OF_LINE,
    ENDS_WITH_COLON,
    FILES,
    LIST_MARK,
    MAY_OPEN_AGAIN,
    NUMBERED_CASE,
    RECEIVED,
    STEP,
    TIME_OF_OFFICES,
    VERB_FIRST,
    WAY_NOT_CASE,
)
from generator.readings.lowered import lowered

Doors = tuple[Reading[Door], ...]
Read = Callable[[Filing], Doors]

_OFFICES = (DoorKind.OFFICE, DoorKind.ONE_STOP)
_TOLD = ("thông báo", "báo cáo")
"""Acts that hand in a dossier only where the procedure is about telling."""
_MADE_PUBLIC = re.compile(r"(?<!\w)(?:công khai|đăng tải|đăng công báo|công bố)(?!\w)")
_NO_PLACE = re.compile(
    r"(?<!\w)(?:không yêu cầu [^.;\n]{0,80}(?:nộp|xuất trình)|thì hướng dẫn cho)(?!\w)"
)
"""In an item of a list of places: what need not be handed in, or what an office asks for."""
_ONLY_DESKS = re.compile(
    r"(?:trung tâm (?:phục vụ )?hành chính công|ttpvhcc|bộ phận một cửa)(?!\w)"
    r"(?:(?!\s(?:tiếp|có|kiểm|chuyển|trả|xem|thực|hướng|giải|nhận|gửi)\s)[^.;:\n]){0,160}"
)
"""A line of a channel that is only the names of desks."""
_SHORT_NAME = 5
_GIVEN_TO = re.compile(
    r"(?:nộp|gửi|trình)\s(?:(?:cho|đến|tới|về)\s){0,2}(?P<whom>(?:giám đốc|thủ trưởng|hiệu trưởng"
    r"|người đứng đầu|chủ nhiệm|viện trưởng|trưởng)\s[^\s,.;:]+\s[^\s,.;:]+)"
)
"""A person to whom something is given: what that person sends on is no filing."""
_SHORT_SUBJECT = 1
_LONG_SUBJECT = 150
_LONGEST_LINE = 1000
_NOTHING_ELSE = re.compile(r"\W{0,40}(?:\Z|(?:và|hoặc|nơi|tại|theo|địa chỉ|số|đối với)\s)")
_BEHIND_SUBJECT = re.compile(
    r"\s(?:thì|chuẩn bị|lập (?=\d|hồ|bản|đơn|tờ)|có trách nhiệm|phải|lựa chọn|có thể|hoàn thiện)"
    r"(?!\w)"
)
"""Words behind those who hand in, that say what else they do."""
_NUMBER = re.compile(r"\A[0-9]{1,2}\s?[:.]\s?")
_ANYBODY = re.compile(
    r"(?:các )?(?:tổ chức|cá nhân|doanh nghiệp|công dân|chủ đầu tư|thương nhân|người nộp thuế|nnt"
    r"|người (?:nộp|đề nghị|yêu cầu)(?: \w+){0,2}|hồ sơ(?: [^.]*)?|,|và|hoặc|\s)+"
)
"""A subject that tells nobody from anybody else."""
_HANDS_IN = re.compile(r"(?<!\w)(?:nộp|gửi|thực hiện)(?!\w)")


@dataclass(frozen=True, slots=True)
class _Told:
    """The doors of one clause, and who hands in there."""

    doors: Doors
    subject: str | None


class Window:
    """The run of clauses in which applicants hand in, over the texts of a procedure in turn.

    It opens with the first clause that gives a door and closes when the office acts or the next
    step begins; the heading of another case, or another first step, opens it again. In an
    `internal` procedure offices hand in to offices; where it does not ask to tell somebody
    something (`tells`), who is only told beside is no place.
    """

    def __init__(
        self, read: Read, *, bare: bool = False, internal: bool = False, tells: bool = True
    ) -> None:
        self._read, self._bare, self._internal, self._tells = read, bare, internal, tells
        self._open, self._closed, self._again = False, False, False
        self._listing, self._deep, self._office = False, False, False
        self._case: str | None = None
        self._case_of_line: str | None = None
        self._told: list[_Told] = []
        self._known: set[str] = set()
        self._waiting = False

    def doors(self, texts: Iterable[Passage]) -> Doors:
        """The doors of all clauses of handing in.

        Where clauses tell different doors for different applicants, the applicants are the cases.
        """
        for words in texts:
            if self._closed and not MAY_OPEN_AGAIN.search(words.low):
                continue
            for clause in clause_spans(words.text):
                self._read_clause(words, clause)
        return _by_applicant(self._told)

    def _read_clause(self, words: Passage, clause: ClauseSpan) -> None:
        low = words.low
        step = STEP.match(low, clause.start)
        if self._closed and not step and not _may_open(low, clause):
            return
        self._take_step(words, clause, int(step["number"]) if step else None)
        if self._closed:
            return
        subject = subject_of(low, clause)
        acts = VERB_FIRST.match(low, subject, clause.end) is not None
        office = self._is_office(low, clause, subject)
        doors = () if self._office and acts else self._read_doors(words, clause, subject, office)
        self._office = office or (self._office and acts)
        if doors:
            self._open = True
            self._remember(doors)
            self._told.append(_Told(doors, _subject(words, clause, subject)))
        elif self._open and office and not is_machine(low, subject):
            self._close()

    def _is_office(self, low: str, clause: ClauseSpan, subject: int) -> bool:
        """Whether a clause is the office's; among offices, the first that sends is no such one."""
        if self._internal and not self._told and not RECEIVED.search(low, clause.start, subject):
            return False
        return is_office_clause(low, clause, subject) or self._is_known(low, subject)

    def _is_known(self, low: str, subject: int) -> bool:
        """Whether a subject is a place of before: it has received the dossier."""
        return low.startswith(tuple(self._known), subject)

    def _remember(self, doors: Doors) -> None:
        for door in (one.value for one in doors):
            if door.kind in _OFFICES and len(door.name) > _SHORT_NAME:
                self._known.add(lowered(door.name))

    def _remember_person(self, low: str, clause: ClauseSpan) -> None:
        """Keep to whom a clause gives something, whatever body that is the head of."""
        if person := _GIVEN_TO.search(low, clause.start, clause.end):
            self._known.add(person["whom"])

    def _take_step(self, words: Passage, clause: ClauseSpan, number: int | None) -> None:
        """Open or close at the number of a step or the heading of a case."""
        heading = is_heading(words.low, clause)
        numbered = NUMBERED_CASE.match(words.low, clause.start, clause.end) is not None
        if heading and not self._open:
            said = clause.of(words.text).strip(" -+*:\n")
            self._case = None if WAY_NOT_CASE.search(lowered(said)) else said
        if self._closed and (number == 1 or numbered or (heading and not self._deep)):
            self._closed, self._again, self._deep = False, True, False
        if number is not None and number != 1:
            self._deep = True
            if self._open:
                self._close()

    def _close(self) -> None:
        self._open, self._closed, self._listing = False, True, False
        self._case = None

    def _take_line(self, words: Passage, clause: ClauseSpan) -> None:
        """Keep the condition that opens a line for all of its clauses behind semicolons."""
        if follows_semicolon(words.low, clause):
            return
        match = CASE_OF_LINE.match(words.low, clause.start, clause.end)
        is_way = match and (WAY_NOT_CASE.search(match["case"]) or " thì " in match["case"])
        self._case_of_line = (
            words.text[slice(*match.span("case"))] if match and not is_way else None
        )

    def _read_doors(self, words: Passage, clause: ClauseSpan, subject: int, office: bool) -> Doors:
        low = words.low
        self._take_line(words, clause)
        heading = self._case_of_line or self._case
        at = None if office else self._filing_at(low, clause, subject)
        marked = LIST_MARK.match(low, clause.start, clause.end) is not None
        listed = self._listing and (marked or follows_semicolon(low, clause))
        if at is not None:
            self._listing = listed or bool(ENDS_WITH_COLON.search(low, clause.start, clause.end))
            if self._only_tells(low, at):
                return ()
            doors = self._read(Filing(words, clause, at, heading, again=self._again))
            self._waiting = not doors
            self._remember_person(low, clause)
            return _with_office(doors) if self._publishes(low, clause, subject, at) else doors
        is_place = listed and not _NO_PLACE.search(low, clause.start, clause.end)
        desks = self._bare and _ONLY_DESKS.fullmatch(low, subject, clause.end)
        if desks or is_place or self._goes_on(words, clause):
            return self._read(Filing(words, clause, clause.start, heading, listed=True))
        waiting = self._waiting and not office and follows_semicolon(low, clause)
        self._waiting = False
        return self._read(Filing(words, clause, clause.start, heading)) if waiting else ()

    def _only_tells(self, low: str, at: int) -> bool:
        """Whether somebody else is told, after the dossier has found its place."""
        return self._open and not self._tells and low.startswith(_TOLD, at)

    def _publishes(self, low: str, clause: ClauseSpan, subject: int, at: int) -> bool:
        """Whether something is made public, or an office tells it to everybody."""
        if self._tells:
            return False
        is_told = low.startswith(_TOLD, at) and is_office_clause(low, clause, subject)
        return is_told or _MADE_PUBLIC.search(low, clause.start, clause.end) is not None

    def _filing_at(self, low: str, clause: ClauseSpan, subject: int) -> int | None:
        at = filing_at(low, clause)
        if at is None and is_bare(low, clause, subject, BARE if self._bare else AT_OFFICE):
            at = clause.start
        if at is not None and self._bare and TIME_OF_OFFICES.search(low, clause.start, at):
            return None
        again = not self._again or AGAIN.search(low, clause.start, clause.end)
        return at if again else None

    def _goes_on(self, words: Passage, clause: ClauseSpan) -> bool:
        """Whether a clause behind a semicolon is one more body of the clause before it."""
        if not self._open or not follows_semicolon(words.low, clause):
            return False
        found = body_at(words.text, words.low, clause.start, clause.end)
        return found is not None and bool(_NOTHING_ELSE.match(words.low, found.end, clause.end))


def _with_office(doors: Doors) -> Doors:
    """The doors, if one of them is more than a portal on which something is made public."""
    return doors if any(one.value.kind in _OFFICES for one in doors) else ()


def _subject(words: Passage, clause: ClauseSpan, subject: int) -> str | None:
    """Who hands in, by the words before the verb, from the start of the line."""
    low, first = words.low, max(0, clause.start - _LONGEST_LINE)
    line = ClauseSpan(max(low.rfind("\n", first, clause.start) + 1, first), clause.end)
    whole = follows_semicolon(low, clause) and not FILES.search(low, line.start, clause.start)
    start = subject_of(low, line) if whole else subject
    verb = _HANDS_IN.search(low, start, clause.end)
    said = words.text[start : verb.start()].strip(" ,:-") if verb else ""
    said = _BEHIND_SUBJECT.split(said, maxsplit=1)[0].strip(" ,:-")
    said = _NUMBER.sub("", said)
    if _ANYBODY.fullmatch(said.lower()):
        return None
    return said if _SHORT_SUBJECT < len(said.split()) <= _LONG_SUBJECT else None


def _by_applicant(told: list[_Told]) -> Doors:
    """The doors of clauses, with the applicants as cases where these lead to different doors."""
    offices = [one for one in told if any(_is_told_apart(door, one) for door in one.doors)]
    subjects = {one.subject for one in offices}
    places = {tuple(_place(door.value) for door in one.doors) for one in offices}
    apart = len(subjects) > 1 and None not in subjects and len(places) > 1
    return tuple(
        replace(door, value=replace(door.value, case=one.subject))
        if apart and _is_free(door.value)
        else door
        for one in told
        for door in one.doors
    )


def _is_told_apart(one: Reading[Door], told: _Told) -> bool:
    """Whether a door is a place, or at least told by words for applicants that are named."""
    is_place = one.certainty is not Certainty.UNSURE or told.subject is not None
    return _is_free(one.value) and is_place


def _is_free(door: Door) -> bool:
    return door.kind in _OFFICES and door.case is None


def _place(door: Door) -> str:
    return door.body.name if door.body else door.name


def _may_open(low: str, clause: ClauseSpan) -> bool:
    return low[clause.start : clause.end].rstrip().endswith(":") or bool(
        NUMBERED_CASE.match(low, clause.start, clause.end)
    )
