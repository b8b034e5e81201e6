"""What an item of a dossier is: a paper to submit or to show, a heading, a note, a condition."""

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.readings import paper_words as words
from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Certainty
from generator.readings.paper_names import is_kind_alone

_HEAD = 700
"""How many characters of an item are looked at: what it is stands at its beginning."""
_SHORT = 140
_SENTENCE_END = re.compile(r"[.;](?=\s|\Z)")
_PLURAL = re.compile(r"(?:các|những|tài liệu|giấy tờ|hồ sơ)(?!\w)", re.I)
_REMARK = re.compile(
    r"\((?:yêu cầu|trường hợp|đối với|nếu|cơ quan|không|riêng|áp dụng)(?!\w)", re.I
)
_THEN = re.compile(r"(?<!\w)thì(?!\w)", re.I)
_DEMANDS = re.compile(r"(?<!\w)(?:phải|được|có thể|không|có|do)(?!\w)", re.I)
_PART_OF_DOSSIER = re.compile(
    r"(?<!\w)là (?:tài liệu|giấy tờ|văn bản|thành phần)(?: hồ sơ)? (?:bắt buộc )?phải có(?!\w)",
    re.I,
)
_FREED = re.compile(
    r"[^.;:]{0,400}?(?<!\w)thì (?:không (?:phải|cần|yêu cầu)|được miễn) (?:nộp|cung cấp|kèm)"
    r"[^.;:]{0,120}[.;]?\s{0,4}\Z",
    re.I,
)
"""A sentence that frees some readers from a paper."""
_ASKS_FOR_THESE = re.compile(
    r"(?<!\w)(?:nộp|gửi|bổ sung|kèm)[^.;:]{0,30}(?<!\w)(?:các|những)(?: loại)?"
    r" (?:giấy tờ|tài liệu|văn bản|hồ sơ) sau(?: đây)?\W*\Z",
    re.I,
)
"""The end of a case above papers that stand in other items."""
_BARE_CASE = re.compile(
    r"(?:đối với|trường hợp)\s(?:hồ sơ|trường hợp|đề nghị|cấp|gia hạn|điều chỉnh)"
    r"(?:(?!(?<!\w)(?:thì|phải|không|nộp|gửi|được|có|là)(?!\w))[^.;]){3,140}[.;:]?",
    re.I,
)
"""Words that only name a case, above papers that stand in other items."""
_CASE = re.compile(r"(?<!\w)(?:trường hợp|nếu)(?!\w)", re.I)
_BESIDES = re.compile(r"ngoài (?:các |những )?[^,;:.]{0,60}?(?<!\w)trên", re.I)
"""Words before the case that adds a paper to those above."""
_COLON = re.compile(r"\s{0,4}:\s{0,4}")
_CLAUSE_END = re.compile(r"\s{0,4}:\s{0,4}|,?\s{1,4}thì(?!\w)\s{0,4}|,\s{1,4}")


class PaperRole(StrEnum):
    """What a reader has to do with an item of a dossier."""

    SUBMIT = "submit"
    """A paper to hand in."""
    SHOW = "show"
    """A paper to show; it is given back."""
    ALTERNATIVE = "alternative"
    """One of several papers of which one is enough; they are the parts of another paper."""
    CONTENT = "content"
    """What another paper has to contain."""
    HEADING = "heading"
    """Words above papers that follow: "Hồ sơ gồm:", or the case in which they are needed."""
    NOTE = "note"
    """Words that ask for no paper: conditions, explanations, quantities."""


_WHOLE = re.compile(
    r"(?:các\s{1,4})?thành phần(?:\s{1,4}bộ)?\s{1,4}hồ sơ"
    r"(?:(?!\s(?:theo|quy định|nêu|tại)\s)[^:;,]){0,300}",
    re.I,
)
"""Words that call the whole dossier by its name, and name neither a paper nor a rule."""


@dataclass(frozen=True, slots=True)
class RoleFound:
    """The role of some words, where the paper's name begins, and the span of its condition."""

    role: PaperRole
    certainty: Certainty
    name: int
    condition: tuple[int, int] | None = None


def find_role(text: str, start: int, end: int, counted: bool) -> RoleFound:
    """The role of the words `text[start:end]`, a list mark left out.

    `counted`: whether the record asks for an original or a copy of it.
    """
    for find in (_plain_note, _heading, _conditional, _sentence):
        found = find(text, start, end)
        if found:
            return found if counted else _without_counts(found)
    return _paper(text, start, end, counted)


def _without_counts(found: RoleFound) -> RoleFound:
    """A sentence in which a paper occurs, of which the record asks for no copy."""
    if found.role in (PaperRole.NOTE, PaperRole.HEADING) or found.certainty is Certainty.SURE:
        return found
    return RoleFound(PaperRole.NOTE, Certainty.UNSURE, found.name, found.condition)


def is_quantity(text: str, start: int = 0) -> bool:
    """Whether words say nothing but how many sets of the dossier are asked for."""
    return words.QUANTITY_NOTE.match(text, start) is not None and len(text) - start < 160


def _plain_note(text: str, start: int, end: int) -> RoleFound | None:
    sure = words.NOTE.match(text, start, end) or is_quantity(text, start)
    if sure or words.UNNAMED.match(text, start, end):
        return RoleFound(PaperRole.NOTE, Certainty.SURE, start)
    if words.REFUSES.match(text, start, end) or _frees(text, start, end):
        return RoleFound(PaperRole.NOTE, Certainty.LIKELY, start)
    if words.FORM_NOTE.match(text, start, end) or _in_brackets(text, start, end):
        return RoleFound(PaperRole.NOTE, Certainty.LIKELY, start)
    return None


def _frees(text: str, start: int, end: int) -> bool:
    """Whether a sentence only frees some readers, and does not begin with the paper itself."""
    if not _FREED.match(text, start, end):
        return False
    case = _CASE.search(text, start, end)
    return not (case and case.start() > start and words.opens_plain_paper(text, start))


def _in_brackets(text: str, start: int, end: int) -> bool:
    closed = text[start:end].rstrip(" .;")
    if not (closed.startswith("(") and closed.endswith(")")):
        return False
    return closed.find(")") == len(closed) - 1 or _REMARK.match(closed) is not None


def _heading(text: str, start: int, end: int) -> RoleFound | None:
    """Words that end where a list would begin."""
    said = text[start:end].rstrip()
    opens = words.HEADING_WORDS.match(said) and words.ENDS_LIST.search(said[-30:])
    opens = opens or (words.CONDITION.match(said) and _ASKS_FOR_THESE.search(said, len(said) // 2))
    if (said.endswith(":") and not _is_one_paper(said)) or opens or _WHOLE.fullmatch(said):
        condition = (start, end) if words.CONDITION.match(said) else None
        return RoleFound(PaperRole.HEADING, Certainty.SURE, start, condition)
    return None


def _is_one_paper(said: str) -> bool:
    """Whether one is named: "Giấy phép nhập khẩu:", unlike "Các tài liệu sau:"."""
    plural = words.HEADING_WORDS.match(said) or words.ENDS_LIST.search(said[-30:])
    above = plural or words.CONDITION.match(said) or words.SUBJECT.match(said)
    return not above and words.opens_plain_paper(said) and not _PLURAL.match(said)


def _conditional(text: str, start: int, end: int) -> RoleFound | None:
    """Read "Trường hợp …": a paper for some readers only, or a rule without a paper."""
    if not words.CONDITION.match(text, start, end):
        return None
    stop = min(end, start + _HEAD)
    for clause in _CLAUSE_END.finditer(text, start, stop):
        after_colon = ":" in clause[0]
        main = skip_marks(text, clause.end(), stop) if after_colon else clause.end()
        condition = (start, clause.start())
        if "thì" not in clause[0] and _goes_on(text, main, stop):
            continue
        besides = _BESIDES.fullmatch(text, start, clause.start())
        if besides and words.CONDITION.match(text, main):
            continue
        if words.opens_paper(text, main) and (after_colon or not _is_subject(text, main, stop)):
            sure = Certainty.SURE if after_colon else Certainty.LIKELY
            return RoleFound(PaperRole.SUBMIT, sure, main, condition)
        found = _asked_for(text, main, end)
        if found and not words.opens_paper(text, main):
            return RoleFound(found.role, Certainty.LIKELY, found.name, condition)
        if "thì" in clause[0] or (after_colon and not words.CONDITION.match(text, main)):
            break
    late = _late_request(text, start, stop)
    role = PaperRole.HEADING if _BARE_CASE.fullmatch(text, start, end) else PaperRole.NOTE
    return late or RoleFound(role, Certainty.LIKELY, start, (start, end))


def _goes_on(text: str, main: int, stop: int) -> bool:
    """Whether a comma stood inside the condition: "Trường hợp mất, hỏng thì …"."""
    return _THEN.search(text, main, _sentence_end(text, main, stop)) is not None


def _is_subject(text: str, main: int, stop: int) -> bool:
    """Whether a paper is what a rule is about: "… thì hộ chiếu phải còn giá trị"."""
    end = _sentence_end(text, main, stop)
    asked = _PART_OF_DOSSIER.search(text, main, end)
    return asked is None and _DEMANDS.search(text, main, end) is not None


def _late_request(text: str, start: int, stop: int) -> RoleFound | None:
    """A condition without a comma before its main clause."""
    found = _asked_for(text, start, stop)
    if found is None or not words.REQUESTS.search(text, start, found.name):
        return None
    return RoleFound(found.role, Certainty.LIKELY, found.name, (start, found.name))


def _sentence(text: str, start: int, end: int) -> RoleFound | None:
    """A sentence with a subject: it asks for a paper, or tells a rule."""
    if _is_rule(text, start, end):
        return RoleFound(PaperRole.NOTE, Certainty.LIKELY, start)
    if not words.SUBJECT.match(text, start, end):
        return None
    found = _asked_for(text, start, end)
    return found or RoleFound(PaperRole.NOTE, Certainty.LIKELY, start)


def _asked_for(text: str, start: int, end: int) -> RoleFound | None:
    """The first paper that a verb asks for, unless the words before it refuse or allow."""
    stop = _sentence_end(text, start, min(end, start + _HEAD))
    asks = words.BRINGS.search(text, start, stop)
    if asks and asks["verb"].lower() in ("có", "là") and not words.opens_plain_paper(asks["paper"]):
        return None
    if asks and words.SPOKEN_OF.match(text, asks.start("paper"), stop):
        return None
    refuses = words.REFUSES.search(text, start, stop)
    if asks is None or (refuses and refuses.start() < asks.start()):
        return None
    shown = "xuất trình" in asks["verb"].lower() and "nộp" not in asks["verb"].lower()
    role = PaperRole.SHOW if shown else PaperRole.SUBMIT
    return RoleFound(role, Certainty.LIKELY, asks.start("paper"))


def _is_rule(text: str, start: int, end: int) -> bool:
    """Whether a sentence about papers in general demands something of them."""
    stop = _sentence_end(text, start, min(end, start + _HEAD))
    return words.RULE.match(text, start, stop) is not None


def _sentence_end(text: str, start: int, stop: int) -> int:
    match = _SENTENCE_END.search(text, start, stop)
    return match.start() if match else stop


def _paper(text: str, start: int, end: int, counted: bool) -> RoleFound:
    shown = words.SHOWN.match(text, start, end)
    verb = shown or words.HANDED_OVER.match(text, start, end)
    name = _skip(text, verb.end(), end) if verb else start
    role = PaperRole.SHOW if shown else PaperRole.SUBMIT
    if words.opens_paper(text, name):
        sure = counted or words.opens_plain_paper(text, name)
        return RoleFound(role, Certainty.SURE if sure else Certainty.UNSURE, name)
    for colon in _COLON.finditer(text, start, _sentence_end(text, start, min(end, start + _HEAD))):
        if is_kind_alone(text, colon.end(), end):
            break
        if colon.start() - start < _SHORT and words.opens_plain_paper(text, colon.end()):
            return RoleFound(role, Certainty.LIKELY, colon.end(), (start, colon.start()))
    if counted:
        return RoleFound(role, Certainty.UNSURE, name)
    return RoleFound(PaperRole.NOTE, Certainty.UNSURE, start)


def _skip(text: str, at: int, end: int) -> int:
    while at < end and (text[at].isspace() or text[at] in ":,"):
        at += 1
    return at
