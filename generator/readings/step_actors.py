"""Who acts in a step, the reader or the office, by subject and verb of its first sentence."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.law.tables import step_words
from generator.readings.alternation import alternation
from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Certainty

_HEAD = 700
_ANY = {name: alternation(words) for name, words in step_words().items()}
_CITIZEN = rf"(?:(?:cơ quan|đơn vị)\s{{0,4}}[,/]\s{{0,4}})?{_ANY['readers']}"
_SUBJECT = re.compile(
    r"(?:\A|(?=[,;:.(\n+*•–tvh-]))(?:\A|[,;:.(\n–-]\s{0,4}|(?<!\w)thì\s{1,4}|[+*•]\s{0,4}|(?<!\w)(?:và|hoặc)\s{1,4}"
    r"|(?<!\w)hợp lệ\s{1,4}(?=(?:cơ quan|sở|bộ|cục|ủy ban|ubnd)\s))"
    r"(?:(?:các|những|mỗi)\s{1,4})?"
    rf"(?:(?P<citizen>{_CITIZEN})|(?P<office>{_ANY['offices']}))(?!\w)",
    re.I,
)
_BARE_CITIZEN = re.compile(rf"(?:việc\s{{1,4}})?{_ANY['bare_reader_acts']}(?!\w)", re.I)
_BARE_OFFICE = re.compile(rf"(?:việc\s{{1,4}})?{_ANY['bare_office_acts']}(?!\w)", re.I)
_OPENING = re.compile(rf"{_ANY['openings']}(?!\w)", re.I)
"""What stands before the subject of a sentence."""

_ADDRESSED = re.compile(
    r"(?<!\w)(?:cho|của|với|tới|đến|bởi) (?:các )?"
    r"(?:tổ chức|cơ quan|đơn vị|doanh nghiệp|hộ gia đình)[,/]?\Z",
    re.I,
)
_COUNTED = re.compile(
    r"(?:[0-9] tập thể|khen thưởng (?:cho )?(?:các )?(?:cá nhân|tập thể)),?\Z", re.I
)
"""What stands before people who are counted or praised."""
_DUTY = re.compile(r"(?<!\w)có\s{1,4}trách nhiệm\W*\Z", re.I)
_THEN = re.compile(r"(?<!\w)thì(?!\w)", re.I)
_CITIZEN_VERB = re.compile(rf"(?<!\w){_ANY['reader_acts']}(?!\w)", re.I)
_OFFICE_VERB = re.compile(rf"(?<!\w){_ANY['office_acts']}(?!\w)", re.I)
_STRONG_CITIZEN = re.compile(rf"(?<!\w){_ANY['sure_reader_acts']}(?!\w)", re.I)
_STRONG_OFFICE = re.compile(rf"(?<!\w){_ANY['sure_office_acts']}(?!\w)", re.I)
_BY_ANOTHER = re.compile(rf"(?<!\w)(?:do|của|bởi|mà|{_CITIZEN})(?!\w)", re.I)
"""What stands before a verb whose subject is another one."""
_OPINIONS = re.compile(r"(?<!\w)(?:lấy|xin|tham gia|cho) ý kiến(?!\w)", re.I)
_SENTENCE = re.compile(r"[.;](?=\s|\Z)|(?<!:)\n")
_TITLE_END = re.compile(r"\n|:(?= )")
_TITLE_LINE = 120
_VERB_REACH = 220


class StepActor(StrEnum):
    """Who acts in a step."""

    READER = "reader"
    """The person or organisation that asks for something."""
    OFFICE = "office"
    """An office that receives, examines or decides."""
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ActorFound:
    """Who acts, how sure that is, and the span of the words that tell it."""

    actor: StepActor
    certainty: Certainty
    start: int
    end: int


def find_actor(text: str, start: int, end: int) -> ActorFound:
    """Who acts in `text[start:end]`, a step without its label."""
    found = _find_in_head(text[start : min(end, start + _HEAD)])
    return ActorFound(found.actor, found.certainty, start + found.start, start + found.end)


@lru_cache(1 << 9)
def _find_in_head(head: str) -> ActorFound:
    bare = _bare_verb(head)
    if bare:
        return bare
    if not (_OPENING.match(head) or _SUBJECT.match(head)):
        rest = _after_title(head)
        return _shift(_find_in_head(head[rest:]), rest) if rest else _unknown_subject(head)
    for match in _SUBJECT.finditer(head):
        if _is_addressed(head, match):
            continue
        found = _with_verb(head, match, len(head))
        if found:
            return found
    return ActorFound(StepActor.UNSURE, Certainty.UNSURE, 0, len(head))


def _is_addressed(head: str, match: re.Match[str]) -> bool:
    """Whether the people named do nothing: "cho tổ chức, cá nhân", "dưới 10 tập thể, cá nhân"."""
    if match["citizen"] and _COUNTED.search(head, max(0, match.start() - 40), match.start() + 1):
        return True
    if (match["citizen"] or "").lower() != "cá nhân":
        return False
    return _ADDRESSED.search(head, max(0, match.start() - 40), match.start() + 1) is not None


def _after_title(head: str) -> int:
    """Where the first sentence begins after a title without a subject; 0 without one."""
    title = _TITLE_END.search(head, 1, _TITLE_LINE)
    if title is None or head[title.start() - 1] in ".;":
        return 0
    return skip_marks(head, title.end(), len(head))


def _shift(found: ActorFound, by: int) -> ActorFound:
    return ActorFound(found.actor, found.certainty, found.start + by, found.end + by)


def _unknown_subject(head: str) -> ActorFound:
    """Somebody of no known kind: a reader when the first verb in the clause is to hand in."""
    clause = _clause(head, 0, len(head))
    hands_in = _STRONG_CITIZEN.search(head, *clause)
    office = _STRONG_OFFICE.search(head, *clause)
    if hands_in and (office is None or hands_in.start() < office.start()):
        return ActorFound(StepActor.READER, Certainty.LIKELY, 0, hands_in.end())
    return ActorFound(StepActor.UNSURE, Certainty.UNSURE, 0, len(head))


def _bare_verb(head: str) -> ActorFound | None:
    """A step that opens with its verb: "Nộp hồ sơ", "Tiếp nhận hồ sơ"."""
    for pattern, actor in ((_BARE_CITIZEN, StepActor.READER), (_BARE_OFFICE, StepActor.OFFICE)):
        match = pattern.match(head)
        if match:
            return ActorFound(actor, Certainty.LIKELY, match.start(), match.end())
    return None


def _with_verb(text: str, match: re.Match[str], stop: int) -> ActorFound | None:
    """The subject with a verb of its kind in its own clause; None when there is none.

    "Người đề nghị cấp giấy phép nộp hồ sơ": what a reader asks for stands before what he does.
    """
    reader = match["citizen"] is not None
    actor = StepActor.READER if reader else StepActor.OFFICE
    clause = _clause(text, match.end(), stop)
    own, other = (_STRONG_CITIZEN, _STRONG_OFFICE) if reader else (_STRONG_OFFICE, _STRONG_CITIZEN)
    strong, against = own.search(text, *clause), other.search(text, *clause)
    limit = against.start() if against else clause[1]
    if strong and (strong.start() < limit or reader):
        sure = Certainty.SURE if strong.start() < limit else Certainty.LIKELY
        return ActorFound(actor, sure, match.start(match.lastgroup or 0), strong.end())
    verb = (_CITIZEN_VERB if reader else _OFFICE_VERB).search(text, *clause)
    then = _THEN.search(text, *clause)
    limit = min(limit, then.start()) if then else limit
    if reader and against and _DUTY.search(text, max(0, against.start() - 24), against.start()):
        return None
    if not reader and _asks_for_opinions(text, clause, against):
        limit = clause[1]
    if verb and verb.start() < limit:
        return ActorFound(actor, Certainty.LIKELY, match.start(match.lastgroup or 0), verb.end())
    return None


def _asks_for_opinions(text: str, clause: tuple[int, int], against: re.Match[str] | None) -> bool:
    """Whether an office sends a file to others for what they think of it."""
    if against is None or not against[0].lower().startswith("gửi"):
        return False
    is_own = not _BY_ANOTHER.search(text, clause[0], against.start())
    return is_own and _OPINIONS.search(text, against.end(), clause[1]) is not None


def _clause(text: str, start: int, stop: int) -> tuple[int, int]:
    end = min(stop, start + _VERB_REACH)
    sentence = _SENTENCE.search(text, start, end)
    return start, sentence.start() if sentence else end
