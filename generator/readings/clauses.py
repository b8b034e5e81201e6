"""Running text taken apart: clauses, and the headings each of them stands under.

Fees and times are written as lists in one paragraph: "* Phí thẩm định: - Cá nhân: 100.000 đồng;
tổ chức: 200.000 đồng. - Dự án: …". A clause ends at a line, a bullet, a semicolon or a sentence.
A clause that ends with a colon is a heading of the deeper bullets that follow it, and what stands
before a colon inside a clause is a label of the rest. Positions are code points of the text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.readings.named_numbers import NAMED_NUMBERS

Span = tuple[int, int]
"""A stretch of a text: first position, and the one after the last."""

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capital letters of Vietnamese, for a class of a regular expression."""
LOWER = UPPER.lower()
"""The small letters of Vietnamese, likewise."""
SMALL = "".join(chr(code) for code in range(0x61, 0x1EFA) if chr(code).islower())
"""The small letters of Vietnamese and of other languages of the Latin script, likewise."""

_BREAK = re.compile(
    r"(?=[\n;.,/–+*•PL\s-])(?:\n\s*|;\s*+(?!(?:đảo|vùng|hải đảo|đặc khu|biên giới|khu vực)(?!\w))"
    rf"|(?<![0-9])\.\s+(?=[^{LOWER}\s])"
    rf"|(?<=[0-9])(?<!^[0-9])(?<!^[0-9]{{2}})(?<!^[0-9]\.[0-9])(?<!^[0-9]\.[0-9]\.[0-9])"
    rf"(?<![*+–•-] [0-9])(?<![*+–•-][0-9])\.\s+"
    rf"(?=[{UPPER}(*+-])"
    rf"|(?<=[.:;,)])[-–](?=\s|[{UPPER}])|(?<=[.:;,)]\s)[-–](?=\s|[{UPPER}])"
    rf"|(?<=[\s.:;,)])\+(?=\s?[{UPPER}])|[*•]+|(?<=/20[0-9]{{2}})\+(?=\s[{UPPER}])"
    rf"|(?<=[\s),])(?<!ệ )(?=(?:Phí|Lệ [Pp]hí)\s?:)"
    rf"|(?<=\))\.(?=[{UPPER}])"
    r"|,\s*(?=[Kk]hông quá [0-9])|(?<=\))/\s?(?=[0-9]{1,3}\s(?:ngày|tháng))"
    r"|\s(?=Đối với (?:các xã|khu vực))"
    r"|(?<=\s)[-–](?=\s?(?:Trường hợp|Đối với|Phí|Lệ phí|Mức)\s))",
    re.MULTILINE,
)
_MARKER = re.compile(
    r"\s*(?P<marker>[-–+*•]+|\([0-9a-zđ]{1,3}\)"
    r"|(?:[0-9]{1,2}|[a-zđ]{1,3})(?:\.[0-9]{1,2}){0,3}[.)](?=\s))?\s*"
)
_COLON = re.compile(r":(?:(?<![0-9]:)(?!/)|(?=[^0-9/]|\Z))")
_VALUE = re.compile(
    r"[0-9][.,][0-9]{3}|[0-9]\)?\s?(?:\([^()]{1,20}\)\s?)?(?:đồng|đ/|%|ngày|giờ|tháng)(?!\s[0-9])"
    rf"|(?:thời hạn|không quá|trong vòng)\s(?:{'|'.join(NAMED_NUMBERS)})\s(?:ngày|giờ|tháng)(?!\w)"
)
_NEW_CASE = re.compile(r"(?:Trường hợp|Đối với|Nếu)(?!\w)[^\n;.]{3,200}:[ \t]*\n")
"""A line that is only the heading of a case, which goes on with no line above it."""
_ORDER = re.compile(r"[0-9]+|[a-zđ]+")


_DEPTH = {"*": 1, "-": 2, "–": 2, "+": 3}
"""The order in which offices use bullets; another order is taken as it comes."""


_MOST_LABELS = 12
"""Headings within headings that are kept; people write four or five."""


@dataclass(frozen=True, slots=True)
class TextClause:
    """`text[start:end]` without bullet and labels; `labels` from the outermost heading inwards.

    `joint` is ";" or "." when the clause only goes on after the one before, without a bullet of
    its own, else empty; `previous` are then the labels of that one. `part` when the heading above
    has a value of its own ("không quá 30 ngày, gồm:"), of which this clause gives a part.
    """

    start: int
    end: int
    labels: tuple[Span, ...] = ()
    joint: str = ""
    previous: tuple[Span, ...] = ()
    part: bool = False


@dataclass(slots=True)
class _OpenHeading:
    marker: str
    labels: tuple[Span, ...]
    has_value: bool


def is_within(position: int, spans: Iterable[Span]) -> bool:
    """Whether a position lies in one of some stretches of its text."""
    return any(start <= position < end for start, end in spans)


def parentheses(text: str) -> list[Span]:
    """Outermost pairs of brackets, from "(" to after ")"; one that is never closed is none."""
    found: list[Span] = []
    open_at: list[int] = []
    for match in re.finditer(r"[()]", text):
        if match[0] == "(":
            open_at.append(match.start())
        elif open_at:
            start = open_at.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, match.end()))
    return found


class _Inside:
    """Whether positions that only grow lie in one of the brackets."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans = spans
        self._at = 0

    def __call__(self, position: int) -> bool:
        while self._at < len(self._spans) and self._spans[self._at][1] <= position:
            self._at += 1
        return self._at < len(self._spans) and self._spans[self._at][0] < position


def _pieces(text: str, brackets: list[Span]) -> Iterator[tuple[int, int, str]]:
    """Start, end and the sign that opens each piece: a bullet, ";", "." or a new line."""
    inside = _Inside(brackets)
    start, sign = 0, "\n"
    for match in _BREAK.finditer(text):
        if brackets and inside(match.start()):
            continue
        yield start, match.start(), sign
        sign = match[0].strip()[:1] or ("." if match[0] == " " else "\n")
        sign = ";" if sign in ",/" else sign
        sign = "\n" if "\n" in match[0] and _NEW_CASE.match(text, match.end()) else sign
        start = match.start() if sign in "-–+*•" else match.end()
    yield start, len(text), sign


def _marker_of(match: re.Match[str]) -> str:
    """The kind of a bullet: all numbers are one kind, all letters another."""
    marker = match["marker"]
    if not marker:
        return ""
    return _ORDER.sub(lambda found: "1" if found[0].isdigit() else "a", marker)


def split_inside(text: str, start: int, end: int, labels: tuple[Span, ...]) -> list[TextClause]:
    """The clauses of `text[start:end]`, a bracket, all of them under the labels around it."""

    def moved(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Labels within the bracket, counted from the start of the text, behind those around it."""
        return labels + tuple((first + start, last + start) for first, last in spans)

    return [
        TextClause(
            c.start + start, c.end + start, moved(c.labels), c.joint, moved(c.previous), c.part
        )
        for c in split_clauses(text[start:end])
    ]


@lru_cache(maxsize=1024)
def split_clauses(text: str) -> tuple[TextClause, ...]:
    """The clauses of a text in their order; linear in its length."""
    brackets = parentheses(text)
    inside = _Inside(brackets)
    colons = [m.start() for m in _COLON.finditer(text) if not inside(m.start())]
    return tuple(_ClauseReader(text, colons).clauses(_pieces(text, brackets)))


class _ClauseReader:
    """Reads piece after piece and keeps the headings that are open."""

    def __init__(self, text: str, colons: list[int]) -> None:
        self._text = text
        self._colons = colons
        self._next_colon = 0
        self._open: list[_OpenHeading] = []
        self._labels_before: tuple[Span, ...] = ()
        self._shared_before: tuple[Span, ...] = ()
        self._after_heading = False
        self._chain = (0, "")

    def clauses(self, pieces: Iterator[tuple[int, int, str]]) -> Iterator[TextClause]:
        """The clauses of the pieces; headings are not among them."""
        for start, end, sign in pieces:
            opened = _MARKER.match(self._text, start, end)
            body = opened.end() if opened else start
            stop = body + len(self._text[body:end].rstrip(" .\n\t"))
            if body < stop:
                yield from self._read_clause(body, stop, _marker_of(opened) if opened else "", sign)

    def _read_clause(self, start: int, end: int, marker: str, sign: str) -> Iterator[TextClause]:
        goes_on = not marker and sign in (";", ".") and not self._after_heading
        shared = goes_on and sign == ";"
        inherited = self._shared_before if shared else self._heading(marker, sign)
        if not shared:
            self._chain = (start, marker)
        own, body = self._take_labels(start, end)
        if shared and len(own) == 1 and self._text[end - 1] == ":":
            own, marker = ((self._chain[0], own[0][1]),), self._chain[1]
        labels, previous = (inherited + own)[-_MOST_LABELS:], self._labels_before if goes_on else ()
        self._labels_before, self._shared_before = labels, (inherited + own[:-1])[-_MOST_LABELS:]
        part = bool(self._open and self._open[-1].has_value)
        has_body = bool(self._text[body:end].strip(" :\n\t"))
        self._after_heading = self._text[end - 1] == ":"
        if self._after_heading:
            self._shared_before = labels
            del self._open[_MOST_LABELS:]
            self._open.append(_OpenHeading(marker, labels, has_body))
        if has_body:
            yield TextClause(body, end, labels, sign if goes_on else "", previous, part)

    def _heading(self, marker: str, sign: str) -> tuple[Span, ...]:
        """The labels of the innermost heading that is open for a piece of this kind."""
        if (marker or sign == "\n") and not (self._after_heading and not marker):
            self._close(marker)
        return self._open[-1].labels if self._open else ()

    def _close(self, marker: str) -> None:
        """Close the headings that a bullet of this kind ends: its own kind and what is deeper."""
        for depth, heading in enumerate(self._open):
            if heading.marker == marker or _DEPTH.get(heading.marker, 0) > _DEPTH.get(marker, 9):
                del self._open[depth:]
                return

    def _take_labels(self, start: int, end: int) -> tuple[tuple[Span, ...], int]:
        """What stands before the colons of a piece, and where its body begins.

        A label that has a value of its own ("không quá 30 ngày, gồm:") is the body.
        """
        found = []
        while self._next_colon < len(self._colons) and self._colons[self._next_colon] < end:
            colon = self._colons[self._next_colon]
            self._next_colon += 1
            if colon >= start and not _VALUE.search(self._text, start, colon):
                if colon > start:
                    found.append((start, colon))
                start = colon + 1
        return tuple(found), start
