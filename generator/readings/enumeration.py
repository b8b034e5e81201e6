"""Lists inside a text: "a) … b) …", "1. … 2. …", "(i) … (ii) …", "- …; - …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The order of letters in Vietnamese lists; f, j, w and z are not used."""

_ROMANS = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"),
    *("xi", "xii", "xiii", "xiv", "xv"),
)
_BULLETS = dict.fromkeys("-–—‑−", "-") | dict.fromkeys("*•●⁃·⁕⃰○▪", "*")
_GUARD = r"(?=[-+–—‑−*•●⁃·⁕⃰○▪($\d]|[a-zđA-Z][\d.)A-Zivx])"
"""The first two characters of a mark: quicker to look for than its alternatives."""
_MARK = re.compile(
    rf"(?<![^\s(]){_GUARD}(?:"
    r"(?P<bullet>\+{1,5}|[-–—‑−](?!\d)|[*•●⁃·⁕⃰○▪])"
    r"|(?P<decimal>\(?(?:\d{1,2}|[a-zđ])(?:\.\d{1,2}){1,4}(?:[.)]|(?=\s)))"
    r"|(?P<code>(?:[A-Z]{1,2}|[a-h])\d{1,2}[.)](?=\s)|\$(?=\s))"
    r"|(?P<number>\(\d{1,2}\)|\d{1,2}[.)/](?!\d))"
    r"|(?P<roman>\([ivx]{1,5}\)|[ivxIVX]{1,5}[.)])"
    r"|(?P<letter>\([a-zđ]\)|[a-zđA-H][.)](?=\s?\w))"
    r")"
)
_STRAY = ".,;:/…^)}$-–"
_BEFORE = ";:.,\n…"
"""What stands before the mark of an item in running text; a dash elsewhere joins words."""


@dataclass(frozen=True, slots=True)
class ListMark:
    """The mark before an item: its family, its rank in the family (0 for bullets), its span."""

    family: str
    rank: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list: its mark, and the span of its words without the mark."""

    mark: ListMark
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextList:
    """A list in a text: where what stands before its first mark ends, and its items."""

    lead_end: int
    items: tuple[ListItem, ...]


def leading_mark(text: str, start: int = 0) -> ListMark | None:
    """The mark that a text opens with from `start` on, white space skipped."""
    while start < len(text) and text[start].isspace():
        start += 1
    match = _MARK.match(text, start)
    return next(_meanings(match), None) if match else None


def marks_in(text: str, start: int, end: int) -> list[ListMark]:
    """Every mark that may open an item: at the start, or after punctuation or a new line."""
    return [
        mark
        for match in _MARK.finditer(text, start, end)
        if _may_open(text, start, match.start()) or _opens_capital(text, match)
        for mark in _meanings(match)
    ]


def find_list(
    text: str, start: int = 0, end: int | None = None, from_any: bool = False
) -> TextList | None:
    """The outermost list of a text: the family whose first mark comes first, of two items at least.

    Letters, numbers and Roman numerals are a list only from their first one on, in their order;
    `from_any`: from whichever the text opens with, as an item that goes on from "b)" to "c)".
    """
    stop = len(text) if end is None else end
    marks = marks_in(text, start, stop)
    opens = from_any and bool(marks) and not text[start : marks[0].start].strip()
    return _outermost(text, marks, stop, marks[0].rank if opens else 1)


def find_line_list(text: str) -> TextList | None:
    """The outermost list whose items begin lines; of bullets those of the first kind."""
    marks = [mark for mark in marks_in(text, 0, len(text)) if _begins_line(text, mark.start)]
    return _outermost(text, marks, len(text))


def _outermost(text: str, marks: list[ListMark], stop: int, opening: int = 1) -> TextList | None:
    found = [run for run in sequences(marks, opening) if len(run) > 1]
    if not found:
        return None
    run = min(found, key=lambda one: (one[0].start, -len(one)))
    bounds = [mark.start for mark in run[1:]] + [stop]
    items = tuple(
        ListItem(mark, *trim_span(text, mark.end, bound))
        for mark, bound in zip(run, bounds, strict=True)
    )
    return TextList(run[0].start, items)


def _begins_line(text: str, at: int) -> bool:
    before = text[max(0, at - 4) : at].rstrip(" \t")
    return not before or before[-1] == "\n"


def sequences(marks: list[ListMark], opening: int = 1) -> Iterator[list[ListMark]]:
    """The marks of each family that follow one another as those of a list do.

    `opening`: the rank of a mark that the text opens with: an item may go on from "b)" to "c)".
    """
    families: dict[str, list[ListMark]] = {}
    for mark in marks:
        run = families.setdefault(mark.family, [])
        first = opening if mark is marks[0] else 1
        if (
            mark.rank == 0
            or mark.rank == (run[-1].rank + 1 if run else first)
            or _slipped(run, mark)
        ):
            run.append(mark)
    yield from families.values()


def trim_span(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def split_at(text: str, start: int, end: int, sign: str) -> list[tuple[int, int]]:
    """The spans between a sign outside brackets; blank ones are left out."""
    bounds, depth = [start - 1], 0
    if text.find(sign, start, end) >= 0:
        for match in re.compile(rf"[(){sign}]").finditer(text, start, end):
            depth = max(0, depth + (match[0] == "(") - (match[0] == ")"))
            if match[0] == sign and not depth:
                bounds.append(match.start())
    bounds.append(end)
    spans = [trim_span(text, a + 1, b) for a, b in pairwise(bounds)]
    return [(a, b) for a, b in spans if a < b]


def _may_open(text: str, start: int, at: int) -> bool:
    before = text[max(start, at - 3) : at].rstrip(" \t(")
    return before[-1:] in _BEFORE if before else at - start < 3


def _opens_capital(text: str, match: re.Match[str]) -> bool:
    """A plus sign, "a)" or "b.1)" before a capital opens an item where no end stands before it."""
    after = text[match.end() : match.end() + 2].lstrip()
    is_open = match[0] in ("+", "a)") or (match.lastgroup == "decimal" and match[0][-3:] == ".1)")
    return is_open and after[:1].isupper()


def _meanings(match: re.Match[str]) -> Iterator[ListMark]:
    """What a mark may be: "(i)" is a Roman numeral and a letter."""
    kind, (start, end) = match.lastgroup or "", match.span()
    sign = match[0].strip("().,/")
    if kind == "bullet":
        yield ListMark(_BULLETS.get(match[0], match[0]), 0, start, end)
    elif kind == "code":
        yield ListMark(f"code {sign[:1]}", 0, start, end)
    elif kind == "decimal":
        above, _, last = sign.rpartition(".")
        yield ListMark(f"decimal {above}", int(last), start, end)
    elif kind == "number":
        yield ListMark(f"number{_shape(match[0])}", int(sign), start, end)
    else:
        yield from _letters(match[0], sign, start, end)


def _letters(mark: str, sign: str, start: int, end: int) -> Iterator[ListMark]:
    kind = f"{'upper' if sign.isupper() else 'lower'}{_shape(mark)}"
    if sign.lower() in _ROMANS:
        yield ListMark(f"roman {kind}", _ROMANS.index(sign.lower()) + 1, start, end)
    if len(sign) == 1 and sign.lower() in LETTERS:
        yield ListMark(f"letter {kind}", LETTERS.index(sign.lower()) + 1, start, end)


def _shape(mark: str) -> str:
    return "()" if mark.startswith("(") else mark[-1]


def _slipped(run: list[ListMark], mark: ListMark) -> bool:
    """Whether a letter was left out or written again ("d" for "đ"), and the list goes on."""
    if not run or not mark.family.startswith("letter"):
        return False
    return -1 <= mark.rank - run[-1].rank <= 2


def skip_marks(text: str, start: int, end: int) -> int:
    """Where the words of an item begin, after the marks and the stray signs that it opens with."""
    while True:
        while start < end and (text[start].isspace() or text[start] in _STRAY):
            start += 1
        match = _MARK.match(text, start, end)
        if not match or match.end() >= end:
            return start
        start = match.end()
