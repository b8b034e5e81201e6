"""The sentences of a time limit as statements, each with one length and for whom it holds.

Words are cut only where a new statement begins ("; không quá 20 ngày …"), never at commas inside a
name. A sentence that cannot be cut so gives no statement at all: its words are all that is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.law.text import SMALL_LETTERS

LENGTH = re.compile(
    r"(?<![\d/.,])(?<!ngày )(?<!tháng )(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:\([^()\d]{1,20}\)\s*)?"
    r"(ngày\s+làm\s+việc|ngày\s+lv|ngày\s+làm(?=\s*(?:[(.;:,\n]|\Z))|ngày|giờ\s+làm\s+việc|giờ|tháng|năm)"
    r"(?!\s*\d|\w)",
    re.IGNORECASE,
)
"""A length of time; "ngày làm" is a usual slip for "ngày làm việc"."""
AREA = re.compile(r"vùng núi|miền núi|hải đảo|biên giới|vùng sâu|khó khăn", re.IGNORECASE)
CASE = re.compile(r"\A\W*(?:đối với|trường hợp|riêng|nếu)\b", re.IGNORECASE)
_LEADS = (
    r"(?:không quá|tối đa|thời (?:gian|hạn)|trường hợp|đối với|riêng|nếu|(?:tăng |cộng )?thêm"
    r"|chưa (?:bao gồm|kể)|không (?:bao gồm|kể))\b"
)
_CUT = re.compile(rf";\s+|,\s+(?={_LEADS})|(?<=ngày),\s+|(?<=việc),\s+|(?<=giờ),\s+", re.IGNORECASE)
_BRACKET = re.compile(r"\(([^()]*)\)")
_PARTS = re.compile(r"trong đó\b", re.IGNORECASE)
_SENTENCE = re.compile(
    rf"\n|(?<=[{SMALL_LETTERS})])[.](?=\s|\Z)|(?<=việc|ngày)\s+(?=(?:Đối với|Trường hợp|Riêng)\b)"
)
_RANGE = re.compile(r"\d\s*(?:đến|-|–)\s*\Z", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:(?<![\s:,–-])[\s:,–-]++)?(?:thì\s+)?"
    r"(?:thời (?:gian|hạn)\s+(?:thực hiện|giải quyết)[\s:]*)?(?:là\s*|trong\s*)?"
    r"(?:nhưng\s+(?:tổng\s+(?:cộng\s+|(?:số\s+)?thời (?:gian|hạn)\s+)?)?)?"
    r"(?:thời hạn\s*)?(?:không quá\s*|tối đa\s*)?\Z",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\A\W*(?:thời (?:gian|hạn) (?:giải quyết|thực hiện)\s*)?", re.IGNORECASE)
_FROM = r"(?:,?\s*(?:kể\s+)?(?:từ|sau)\s+(?:khi|ngày)\s[^,;]{0,300}?)?"
_CONDITION = re.compile(rf"\A{_FROM}\W*((?:đối với|trường hợp|riêng|nếu)\b.*)\Z", re.I | re.DOTALL)
_LATER_STEP = re.compile(
    r"\A[^;.]*?\b(?:từ|sau)\s+(?:ngày|khi)\s+(?:nhận(?:\s+được)?|có)\s+(?!(?:đầy\s+)?(?:đủ\s+)?hồ\s+sơ)",
    re.IGNORECASE,
)
"""What follows the length of a step that begins when an earlier one has ended."""
_LEAD_END = re.compile(r"(?<!\s)\s++thì\b|:")


@dataclass(frozen=True, slots=True)
class LimitStatement:
    """One length: its number and unit as printed, what it is for, the words that say it.

    `before` stands in front of the length and `condition` behind it, both without fillers;
    `bracketed` when it stands in brackets, behind the statement that it adds to.
    """

    number: str
    unit: str
    before: str
    condition: str
    words: str
    bracketed: bool = False

    @property
    def name(self) -> str:
        """For whom or what the length holds; "" for the usual one."""
        return ", ".join(filter(None, (self.before, self.condition)))


def split_statements(text: str) -> list[list[LimitStatement]] | None:
    """The statements of each sentence; None when one of them cannot be cut with certainty."""
    sentences = []
    for sentence, bracketed in _sentences(text):
        found = _statements(sentence)
        if found is None:
            return None
        if found:
            sentences.append([replace(one, bracketed=bracketed) for one in found])
    every = [one for sentence in sentences for one in sentence]
    if len(every) > 1 and any(_is_later_step(one) for one in every):
        return None
    return sentences


def _is_later_step(one: LimitStatement) -> bool:
    after = one.words.partition(one.number)[2]
    return bool(_LATER_STEP.match(after))


def _sentences(text: str) -> Iterator[tuple[str, bool]]:
    """The sentences of a text; one in brackets (True) follows the one around it."""
    for sentence in _SENTENCE.split(text):
        outside: list[str] = [""]
        inside: list[str] = []
        for at, piece in enumerate(_BRACKET.split(sentence)):
            if at % 2 == 0:
                outside[-1] += piece
            elif _PARTS.match(piece):
                continue
            elif LENGTH.search(piece):
                inside.append(piece)
                outside.append("")
            else:
                outside[-1] += f"({piece})"
        first, *rest = outside
        yield first, False
        yield from ((one, True) for one in inside)
        yield from ((one, False) for one in rest)


def _statements(sentence: str) -> list[LimitStatement] | None:
    cut = _PARTS.search(sentence)
    whole = sentence[: cut.start()] if cut else sentence
    if cut and (sentence.rstrip().endswith(":") or not LENGTH.search(whole)):
        return None
    pieces = _join_pieces(_CUT.split(whole), re.findall(_CUT, whole))
    statements = []
    for piece in pieces:
        lengths = list(LENGTH.finditer(piece))
        if not lengths:
            continue
        before = piece[: lengths[0].start()]
        if len(lengths) > 1 or _RANGE.search(before) or piece.count("(") != piece.count(")"):
            return None
        statements.append(_statement(piece, lengths[0]))
    return _share_lead(statements)


def _join_pieces(pieces: list[str], marks: list[str]) -> list[str]:
    """Pieces so that each but the last ends a statement: one without a length joins its neighbour.

    It belongs to what follows when nothing has a length yet, or when it is a condition of its own.
    """
    joined: list[str] = []
    open_before = False
    for at, piece in enumerate(pieces):
        mark = marks[at - 1] if at else ""
        has_length = bool(LENGTH.search(piece))
        if open_before or (joined and not has_length and not CASE.match(piece)):
            joined[-1] += f"{mark}{piece}"
            open_before = open_before and not has_length
        else:
            joined.append(piece)
            open_before = not has_length
    return joined


def _statement(piece: str, length: re.Match[str]) -> LimitStatement:
    before = _HEAD.sub("", _TAIL.sub("", piece[: length.start()])).strip(" :,-–")
    after = _CONDITION.match(piece[length.end() :])
    condition = after[1].strip(" .;,") if after else ""
    words = piece.strip(" .;,-–")
    return LimitStatement(length[1], length[2], before, condition, words)


def _share_lead(statements: list[LimitStatement]) -> list[LimitStatement]:
    """Repeat what opens a sentence ("Đối với vùng núi thì …") in those that go on with it."""
    if len(statements) < 2 or not CASE.match(statements[0].before):
        return statements
    first, *rest = statements
    lead, matter = _cut_lead(first)
    if not lead:
        return statements
    shared = [_restate(first, f"{lead}, {matter}" if matter else first.before)]
    for one in rest:
        own = bool(CASE.match(one.before) or AREA.search(one.before))
        goes_on = bool(matter) if one.before else bool(one.condition)
        shared.append(
            one
            if own or not goes_on
            else _restate(one, ", ".join(filter(None, (lead, one.before))))
        )
    return shared


def _cut_lead(first: LimitStatement) -> tuple[str, str]:
    """What opens a sentence, and the matter behind it; "" for none."""
    opening = first.words[: first.words.find(first.number)]
    end = _LEAD_END.search(opening)
    if end is None:
        return "", ""
    lead = opening[: end.start()].strip(" ,-–")
    matter = _HEAD.sub("", _TAIL.sub("", opening[end.end() :])).strip(" :,-–")
    return lead, matter


def _restate(one: LimitStatement, before: str) -> LimitStatement:
    return replace(one, before=before)
