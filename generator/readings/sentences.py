"""The sentence of a text that some words stand in, as a source wrote it and as it is quoted."""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from generator.findings.problem import Pointer
from generator.readings.clauses import UPPER, Span
from generator.readings.evidence import Evidence, evidence_of
from generator.readings.whole_lines import with_whole_lines

_SHORT = 90
"""Characters of a heading that is a name, and no sentence."""
_STEP = re.compile(
    r"\W{0,9}(?:[0-9a-zđ]{1,3}[.)]\s{0,9})?"
    r"(?:Bước(?! [a-zđ]{2})|Giai đoạn|Giải quyết|Thời (?:hạn|gian) (?:giải|thực))",
    re.IGNORECASE,
)
LONGEST_WHOLE = 220
"""Characters up to which a line is quoted whole, and from which a long sentence is cut."""
_LONGEST_SENTENCE, _LONGEST_LIST, _LONGEST_CASE = 480, 700, 300
"""Characters up to which a sentence is quoted whole, and the list that it leads to."""
_LINE = re.compile(r"\n|(?<=[.;:,)])\s{1,9}(?=[*+–-]\s?[^\W\d_]|[*+–-]\s[0-9])")
"""Ends of lines, and bullets inside of a line."""
_SENTENCE = re.compile(
    rf"(?<=[.;])\s{{1,9}}(?=[{UPPER}(*+–-])|(?<=[.;])\s{{1,9}}(?=[0-9a-zđ]{{1,2}}[.)]\s)"
)
_IN_BRACKETS = re.compile(r"(?<=\s)\((?![0-9a-zđ]{1,3}\))[^()\n]{3,900}\)")
"""Words in brackets, in which no sentence ends."""
_CLAUSE = re.compile(r"[;,.](?=\s)")
_BULLET = re.compile(r"[\s*+–•)-]{0,20}")
_ITEM = re.compile(r"\s{0,9}(?:[*+–•-]|[0-9a-zđ]{1,2}(?:\.[0-9]{1,2}){0,3}[.)])")
"""How an item of a list begins."""
_NUMBER = re.compile(r"[0-9]{1,2}\.\s{1,9}")
_BULLETED = re.compile(r"\s{0,9}[+–•-]")
_FIGURE = re.compile(r"[0-9]{1,3} (?:ngày|giờ|tháng)")
_MARK = 4
_CASE = re.compile(
    r"\W{0,9}(?:[0-9a-zđ]{1,3}[.)]\s{0,9})?(?:riêng\s|trong\s)?(?:các\s)?"
    r"(?:trường hợp|đối v[ớơ]i|nếu)(?!\w)",
    re.IGNORECASE,
)
"""How a sentence begins that says for whom the next one is."""
_MANY_LEVELS = re.compile(r"\W{0,9}[0-9a-zđ]{1,2}(?:\.[0-9]{1,2}){1,3}[.)]\s{0,9}")
"""A mark of an item in a list within a list, such as "b.2.1)"."""
_IN_CASE = re.compile(r"[^.;:\n]{9,120} trong (?:các )?trường hợp(?!\w)", re.IGNORECASE)
"""A heading that names the procedure, and behind it for whom it is."""
_CASE_LEAD = re.compile(
    r"\A\W{0,9}(?:[0-9a-zđ]{1,3}(?:\.[0-9]{1,2}){0,3}[.)]\s{1,9})?"
    r"(?:(?:riêng|trong|các|đối với|trường hợp|nếu)\s{1,9}){1,5}"
)
_ALIKE = 3
"""Words with which the names of two cases of one list begin."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words on one line, with "…" where they are cut; `heading` is the line above that they are of.

    `evidence` are the stretches of the text, without that mark.
    """

    text: str
    heading: str
    evidence: tuple[Evidence, ...]


def quotation_at(pointer: Pointer, text: str, at: int, end: int, heading: int) -> Quotation:
    """The sentence in which `text[at]` stands, whole when short, else until `end` at least.

    A sentence comes with the one before it in the same line where that says for which case.
    `heading` is where the heading of the words begins, `at` where they have none.
    """
    said, first = _quoted(pointer, text, at, end)
    number = _NUMBER.match(text, heading, at)
    heading = number.end() if number else heading
    above, _ = _heading(pointer, text, heading) if heading < first else (None, 0)
    is_apart = above is None or above.evidence.end > first or not _names_case(above.shown)
    if above is None or is_apart or _is_other_limit(above.shown, said.shown):
        return Quotation(said.shown, "", (said.evidence,))
    return Quotation(said.shown, above.shown, (above.evidence, said.evidence))


def with_inner_cases(found: Quotation, text: str, labels: Iterable[int]) -> Quotation:
    """A quotation whose heading goes on with the cases that stand under it, above the words."""
    *above, said = found.evidence
    for at in labels:
        last = above[-1].end if above else 0
        case, _ = _heading(said.pointer, text, at)
        is_between = last <= case.evidence.start and case.evidence.end <= said.start
        if is_between and _opens_case(case.shown):
            above = [one for one in above if not _is_other_case(one.words, case.shown)]
            above.append(case.evidence)
    if (*above, said) == found.evidence:
        return found
    heading = " ".join(" ".join(one.words.split()) for one in above)
    return Quotation(found.text, heading, (*above, said))


def _is_other_case(one: str, other: str) -> bool:
    """Whether two cases are told apart from each other, by how their names begin."""
    names = [_CASE_LEAD.sub("", words.lower()).split() for words in (one, other)]
    numbers = [name[0].strip(":.").isdigit() for name in names if name]
    return names[0][:_ALIKE] == names[1][:_ALIKE] or (len(numbers) > 1 and all(numbers))


def sentence_at(text: str, at: int) -> str:
    """The sentence in which a position stands, whatever its length, on one line."""
    _, sentences = _boundaries(text)
    start, end = _between(sentences, at, len(text))
    return text[start:end].replace("\n", " ")


def case_line_above(text: str, at: int) -> int | None:
    """Where the line begins above some lines that says for whom they are; None without one.

    `at` is in an item with a bullet, or in a line without a mark below an item with one.
    """
    lines, _ = _boundaries(text)
    number = bisect_right(lines, at) - 1
    if not _ITEM.match(text, lines[number]):
        return _case_item_above(text, lines[: number + 1])
    if not _BULLETED.match(text, lines[number]):
        return None
    for start, end in zip(lines[number - 1 :: -1], lines[number::-1], strict=False):
        if _BULLETED.match(text, start):
            continue
        is_whole = text[start:end].rstrip().endswith((".", ";"))
        names_one = _CASE.match(text, start, end) or _IN_CASE.match(text, start, end)
        is_case = names_one and end - start <= LONGEST_WHOLE and not is_whole
        return (
            _past_bullet(text, start)
            if is_case and not _FIGURE.search(text, start + _MARK, end)
            else None
        )
    return None


def _case_item_above(text: str, lines: tuple[int, ...]) -> int | None:
    """Where the item begins that is only a case, above lines without a mark; None without one."""
    for start, end in zip(lines[-2::-1], lines[:0:-1], strict=True):
        if _ITEM.match(text, start):
            is_whole = text[start:end].rstrip().endswith((".", ";"))
            is_short = end - start <= _LONGEST_CASE and not is_whole
            is_case = is_short and _opens_case(text, start, end)
            is_case = is_case and not _FIGURE.search(text, start + _MARK, end)
            return _past_bullet(text, start) if is_case else None
    return None


def begins_with_case(text: str) -> bool:
    """Whether words begin with those for whom they are: "Trường hợp …", "Đối với …"."""
    return _CASE.match(text) is not None


def _opens_case(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a stretch begins with a case, whatever mark of an item stands before it."""
    stop = len(text) if end is None else end
    mark = _MANY_LEVELS.match(text, start, stop)
    return _CASE.match(text, mark.end() if mark else start, stop) is not None


def _names_case(heading: str) -> bool:
    """Whether a heading can say for whom or for what the words below it are."""
    is_name = len(heading) < _SHORT or _IN_CASE.match(heading) is not None
    return _opens_case(heading) or (is_name and not _STEP.match(heading))


def _is_other_limit(heading: str, said: str) -> bool:
    """Whether a heading gives a limit, and the words behind its list begin with a case."""
    is_limit = _FIGURE.search(heading) is not None and not _opens_case(heading)
    return is_limit and _opens_case(said)


@dataclass(frozen=True, slots=True)
class _Quoted:
    shown: str
    evidence: Evidence


def _heading(pointer: Pointer, text: str, at: int) -> tuple[_Quoted, int]:
    return _shown(pointer, text, at, _stretch(text, at, at))


def _quoted(pointer: Pointer, text: str, at: int, end: int) -> tuple[_Quoted, int]:
    """A sentence, with the list that it leads to."""
    first, last, is_cut = _stretch(text, at, end)
    if text[first:last].rstrip().endswith(":"):
        last, is_cut = _with_list(text, last)
    return _shown(pointer, text, at, (first, last, is_cut))


def _shown(
    pointer: Pointer, text: str, at: int, stretch: tuple[int, int, bool]
) -> tuple[_Quoted, int]:
    first, last, is_cut = stretch
    first = min(_past_bullet(text, first, last), at)
    evidence = evidence_of(pointer, text, first, max(first, len(text[:last].rstrip())))
    shown = " ".join(evidence.words.split())
    return _Quoted(f"{shown} …" if is_cut else shown, evidence), first


def _past_bullet(text: str, start: int, end: int | None = None) -> int:
    bullet = _BULLET.match(text, start, len(text) if end is None else end)
    return bullet.end() if bullet else start


def _with_list(text: str, last: int) -> tuple[int, bool]:
    """Where a list ends that a line leads to, or where it is cut; and whether it is."""
    lines, _ = _boundaries(text)
    end = last
    for number in range(bisect_right(lines, last), len(lines) + 1):
        stop = lines[number] if number < len(lines) else len(text)
        if stop - last > _LONGEST_LIST:
            return end, end > last
        start = lines[number - 1]
        if end > last and (_STEP.match(text, start) or not _ITEM.match(text, start)):
            return end, _goes_on_unmarked(text, last, start)
        end = stop
    return end, False


def _goes_on_unmarked(text: str, first: int, start: int) -> bool:
    """Whether a list without marks goes on behind its first item."""
    return not (_ITEM.match(text, first) or _STEP.match(text, start))


def _stretch(text: str, at: int, end: int) -> tuple[int, int, bool]:
    lines, sentences = _boundaries(text)
    first, last = _between(lines, at, len(text))
    if last - first <= LONGEST_WHOLE:
        return first, last, False
    line = first
    first, last = _between(sentences, at, len(text))
    if first > line and not _CASE.match(text, first):
        before, _ = _between(sentences, first - 1, len(text))
        first = before if _CASE.match(text, before) else first
    if last - first <= _LONGEST_SENTENCE:
        return first, last, False
    clause = _CLAUSE.search(text, max(min(end, last), first + LONGEST_WHOLE), last)
    if clause is None or last - clause.end() < LONGEST_WHOLE // 4:
        return first, last, False
    return first, clause.start(), True


Starts = tuple[int, ...]


@lru_cache(maxsize=64)
def _boundaries(text: str) -> tuple[Starts, Starts]:
    """Where the lines of a text begin, and where its sentences do."""
    whole = with_whole_lines(text)
    lines = {0, *(one.end() for one in _LINE.finditer(text) if not _goes_on(text, whole, one))}
    brackets = [one.span() for one in _IN_BRACKETS.finditer(text)]
    ends = {one.end() for one in _SENTENCE.finditer(text)}
    inside = {end for end in ends for start, stop in brackets if start < end < stop}
    return tuple(sorted(lines)), tuple(sorted(lines | (ends - inside)))


def _goes_on(text: str, whole: str, end: re.Match[str]) -> bool:
    """Whether a sentence goes on behind the end of its line."""
    return end[0] == "\n" and whole[end.start()] == " " and not _is_over(text, end.start())


def _is_over(text: str, end: int) -> bool:
    """Whether the words of a text before a position end a sentence, or lead to a list."""
    return text[max(0, end - _MARK) : end].rstrip().endswith((".", ";", ":"))


def _between(starts: Starts, at: int, length: int) -> Span:
    """The stretch from the last start until before the next one."""
    number = bisect_right(starts, at)
    return starts[max(0, number - 1)], starts[number] if number < len(starts) else length
