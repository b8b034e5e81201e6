"""The words beside the box of a paper where a list has room for all that is said of it.

Nothing is cut: only where a form is printed, what kind of copy it is (told beside it) and how many
are asked for are left out. Where a list would be longer than two screens of a phone, its longest
papers are named by their short labels.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Evidence
from generator.readings.paper_applications import words_from_name
from generator.readings.paper_labels import PaperLabel, cut_at_sense, without_pieces
from generator.readings.paper_labels import kind_before as kind_of_copy
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper, PaperChoice
from generator.readings.paper_wording import without_sources
from generator.readings.paper_words import opens_paper

LINE = 36
"""Characters on a line of a phone of 360 px."""
USUAL_ROOM = 42.0
"""Lines that are left for papers on two screens of a phone of 360 px, in the middle."""
_SHORT_LIST = 10
"""A list of more papers never does: it may go on."""
_WIDTHS = (1600, 1000, 700, 520, 400, 300, 220, 170, 130, 100, 80)
"""Characters of the longest labels of a list that has no room for all its words."""
_LONG_LIST_WIDTH = 400
_MARGIN = 2
"""Lines by which the place where papers begin may be misjudged."""
_IN_FULL, _LONGEST_CONDITION, _CONDITION_LINE = 1.5, 170, 42
"""Lines of what is folded below a label that is cut; characters of a condition, and of its line."""
_LEAST_NAME = 12
"""Characters of a name before what the paper contains."""
_LEAST_LINES, _BETWEEN = 2.4, 0.6
"""Lines that the box of a paper takes at least, and those between two papers."""
_CASE_LINE, _CASE_GAP = 34, 0.6
"""Characters on a line of the title of a case, and lines between titles and papers."""
_KEPT = 260
"""Characters of a label that stands in full where its short form would hide who needs the paper."""
_WORTH = 70
"""Characters that a short label saves at least, its condition beside it counted."""
_VERY_LONG = 400
_LONG = 170
"""A label of more characters does without what the paper contains."""
_SHORT_CONTENT, _CONTENT = 160, 420
"""Characters of contents that stand with their paper; more where it is only called "các bản đồ"."""
_CALLED_ONLY = re.compile(
    r"(?:bản (?:sao|chính|gốc|chụp)[\w\s,()]{0,40}\s)?(?:các|những)\s(?:loại\s)?\w+(?:\s\w+){0,2}"
    r"(?:\s(?:sau|gồm|sau đây))?\Z",
    re.I,
)
_ASKS_PAPERS = re.compile(
    r"(?<!\w)(?:kèm|bản sao|bản chính|xuất trình|hoặc (?:giấy|bản|văn))(?!\w)", re.I
)
"""Words that ask for one more paper."""
_CONTAINS = re.compile(
    r"[,;:]?\s{1,3}\(?(?:trong đó\s(?:có\s|phải\s)?(?:nêu|ghi|trình bày|thể hiện|bao gồm"
    r"|tối thiểu|có)"
    r"|(?:nêu|ghi) rõ|(?:bao )?gồm\s(?:(?:có|các|những)\s){0,2}(?:nội dung|thông tin)"
    r"|(?:có|với) (?:các|những) (?:nội dung|thông tin))(?!\w)",
    re.I,
)
"""Words after which it stands what a paper contains."""
_LAST_SENTENCE = 640
"""Characters in which the last sentence of a paper stands."""
_IN_DATABASE = re.compile(
    r"[.;(]\s{0,3}trường hợp [^.;]{4,220}(?<!\w)(?:đã có|có|khai thác được|khai thác|chia sẻ)"
    r" [^.;]{0,200}?(?<!\w)(?:thay thế bằng dữ liệu|không phải nộp|không cần nộp|không yêu cầu nộp)"
    r"(?!\w)[^.;]{0,140}[.;)\s]{0,4}\Z",
    re.I,
)
"""The last sentence of a paper, that it is not needed where a database of the state has it."""
_DATABASE = re.compile(r"cơ sở dữ liệu|csdl", re.I)
_FOR_SOME = re.compile(r"(?<!\w)(?:nếu|trường hợp|đối với|trừ)(?!\w)", re.I)
"""Words that say who needs a paper."""
_SETS = re.compile(
    r"[.;]\s{1,3}(?:\w{1,2}[.)]\s{0,2})?số lượng(?: bộ)?(?: hồ sơ)?\s{0,2}:[^.;]{0,40}\Z", re.I
)
"""The number of sets of the dossier, told with it."""
_OFFICE = re.compile(
    r"[.;]\s{1,3}(?:trường hợp không (?:thể )?khai thác được (?:thông tin|dữ liệu)"
    r"|thời gian yêu cầu và bổ sung|cơ quan (?:tiếp nhận|giải quyết|có thẩm quyền)[^.;]{0,80}"
    r"(?:có trách nhiệm|thực hiện việc khai thác|yêu cầu|gửi))(?!\w).*\Z",
    re.I | re.S,
)
"""Sentences after a paper that tell what the office does."""
_ASKS_MORE = re.compile(
    r"(?<!\w)(?:kèm|đối với|trường hợp|nếu|trừ|bản sao|bản chính|xuất trình|nộp"
    r"|hoặc (?:giấy|bản|văn))"
    r"(?!\w)",
    re.I,
)
"""Words that change what is brought, or by whom."""
_ABOVE_CONTENT = re.compile(
    r"[,;:]?\s{1,3}(?:\(?trong đó\s{1,3})?(?:bao gồm|gồm)(?:\s{1,3}(?:có|các|những))?"
    r"(?:\s{1,3}(?:nội dung|thông tin))?(?:\s{1,3}(?:chính|chủ yếu|cơ bản|sau|đây|như)){0,4}\Z"
    r"|[,;]\s{1,3}trong đó\Z",
    re.I,
)
_LONG_KIND = 32
"""A longer kind of copy than this stands behind the name, where the words count copies."""


@dataclass(frozen=True, slots=True)
class FullLabels:
    """Labels of papers by their words; `is_over`: what one of several papers may be is folded."""

    labels: dict[Evidence, PaperLabel]
    is_over: bool


def full_labels(papers: Iterable[Paper], room: float) -> FullLabels:
    """The labels of the papers of a dossier, for a list of so many lines."""
    every = list(papers)
    labels = {paper.words: _in_full(paper) for paper in every}
    folded = {id(part) for paper in every for part in _folded_parts(paper, labels[paper.words])}
    shown = [paper for paper in every if id(paper) not in folded]
    is_over = not _has_lines(shown, labels, _WIDTHS[-1], room)
    if is_over:
        choices = {id(part) for paper in shown for part in _choices(paper)}
        shown = [paper for paper in shown if id(paper) not in choices]
    width = _width(shown, labels, room)
    for paper in every:
        if len(labels[paper.words].text) > width:
            labels[paper.words] = _shorter(paper, labels[paper.words], width)
    return FullLabels(labels, is_over)


def _choices(paper: Paper) -> Iterable[Paper]:
    """The papers of which one is enough, at any depth below it."""
    return _below(paper.parts) if paper.choice is PaperChoice.ONE else ()


def _below(parts: Iterable[Paper]) -> Iterator[Paper]:
    for part in parts:
        yield part
        yield from _below(part.parts)


def _from_name(paper: Paper, full: PaperLabel) -> str:
    """A label without a condition that stands before the name: it is told beside a short label."""
    if paper.condition is None or paper.condition.start >= paper.name.start:
        return full.text
    named = without_sources(" ".join(words_from_name(paper).split())).rstrip(" .;,:")
    return named[:1].upper() + named[1:]


def _folded_parts(paper: Paper, label: PaperLabel) -> Iterable[Paper]:
    """What a paper consists of, where it does not stand on lines of its own."""
    if lists_papers(paper) and not shows_content(paper, label):
        return ()
    return (part for part in paper.parts if part.role.value is PaperRole.CONTENT)


def _shorter(paper: Paper, full: PaperLabel, width: int) -> PaperLabel:
    text = cut_at_sense(_from_name(paper, full), width)
    short = replace(full, text=text, whole=False, complete=False)
    hides = _FOR_SOME.search(full.text) and not _FOR_SOME.search(short.text)
    if hides and paper.condition is None and len(full.text) <= _KEPT:
        return full
    beside = len(paper.condition.words) if paper.condition else 0
    return short if len(short.text) + beside + _WORTH < len(full.text) else full


def _width(papers: Sequence[Paper], labels: dict[Evidence, PaperLabel], room: float) -> int:
    """The most characters of a label with which a list has room on two screens."""
    if sum(paper.ticks for paper in papers) > _SHORT_LIST:
        return _LONG_LIST_WIDTH
    fitting = (width for width in _WIDTHS if _has_lines(papers, labels, width, room))
    return next(fitting, _WIDTHS[-1])


def _has_lines(
    papers: Sequence[Paper], labels: dict[Evidence, PaperLabel], width: int, room: float
) -> bool:
    """Whether papers have room with labels of so many characters."""
    used = sum(_lines_cut(paper, len(labels[paper.words].text), width) for paper in papers)
    return used <= room - _MARGIN


def _lines_cut(paper: Paper, length: int, width: int) -> float:
    """Lines of a label; one that is cut has its condition and its full words below it."""
    if length <= width:
        return _lines(length)
    condition = min(len(paper.condition.words), _LONGEST_CONDITION) if paper.condition else 0
    return _lines(width) + _IN_FULL - (-condition // _CONDITION_LINE)


def has_room(labels: Iterable[PaperLabel], titles: Iterable[str], room: float) -> bool:
    """Whether papers and the titles of their cases stand on so many lines."""
    return paper_lines_of(labels, titles) <= room


def paper_lines_of(labels: Iterable[PaperLabel], titles: Iterable[str]) -> float:
    """Lines that papers and the titles of their cases take."""
    used = sum(_lines(len(one.text)) + (0 if one.complete else _IN_FULL) for one in labels)
    return used + sum(_CASE_GAP - (-len(title) // _CASE_LINE) for title in titles)


def _lines(characters: int) -> float:
    return max(_LEAST_LINES, _BETWEEN - (-characters // LINE))


def _in_full(paper: Paper) -> PaperLabel:
    """All words of a paper but those that only say where its form is printed."""
    said = " ".join(_own_words(paper).split()).rstrip(" .;,:")
    text = without_sources(said).rstrip(" .;,:")
    text = _with_content(_SETS.sub("", text), paper)
    kind = 0
    if paper.count is not None:
        text = without_pieces(text)
        kind = kind_of_copy(text)
        kind = kind if kind > _LONG_KIND else 0
    text, looked_up = _without_databases(text[kind:])
    text = _without_content(_without_office(text))
    if text.startswith("(") and ")" not in text:
        text = text[1:]
    return PaperLabel(
        text[:1].upper() + text[1:],
        whole=len(text) >= len(said),
        kind_left_out=kind > 0,
        complete=True,
        looked_up=looked_up,
    )


def _with_content(text: str, paper: Paper) -> str:
    """The words of a paper with what it consists of, where that is short."""
    parts = [part for part in paper.parts if part.role.value is PaperRole.CONTENT]
    if not parts:
        return text
    above = _ABOVE_CONTENT.sub("", text)
    listed = "; ".join(without_sources(bare_words(part)) for part in parts)
    if lists_papers(paper) and len(listed) > _SHORT_CONTENT:
        return text
    room = _CONTENT if _CALLED_ONLY.match(above) else _SHORT_CONTENT * lists_papers(paper)
    return f"{above}: {listed}" if len(listed) <= room else above


def bare_words(part: Paper) -> str:
    """The words of a part without the marks of its list."""
    words = " ".join(part.words.words.split())
    return words[skip_marks(words, 0, len(words)) :].rstrip(" .;,:")


def shows_content(paper: Paper, label: PaperLabel) -> bool:
    """Whether a label says what the paper consists of."""
    parts = [part for part in paper.parts if part.role.value is PaperRole.CONTENT]
    return label.complete and all(
        label.text.find(without_sources(bare_words(part))[:40]) >= 0 for part in parts
    )


def lists_papers(paper: Paper) -> bool:
    """Whether what a paper consists of are papers themselves, which stand below it."""
    parts = [part for part in paper.parts if part.role.value is PaperRole.CONTENT]
    return bool(parts) and all(opens_paper(bare_words(part)) for part in parts)


def _without_databases(text: str) -> tuple[str, bool]:
    """A text up to the sentence that it is not needed where a database has it; whether it was."""
    near = max(_LEAST_NAME, len(text) - _LAST_SENTENCE)
    found = _IN_DATABASE.search(text, near) if _DATABASE.search(text) else None
    return (text[: found.start()].rstrip(" ,;:."), True) if found else (text, False)


def _without_office(text: str) -> str:
    """A text up to the sentences that only tell what the office does with its databases."""
    found = _OFFICE.search(text, _LEAST_NAME)
    return text[: found.start()].rstrip(" ,;:.") if found else text


def _without_content(text: str) -> str:
    """A long text up to what the paper contains, where nothing more is asked for after it."""
    if len(text) <= _LONG:
        return text
    found = _CONTAINS.search(text, _LEAST_NAME)
    asks = _ASKS_PAPERS if len(text) > _VERY_LONG else _ASKS_MORE
    if found is None or asks.search(text, found.end()):
        return text
    return f"{text[: found.start()].rstrip(' ,;:(')}…"


def _own_words(paper: Paper) -> str:
    """The words of a paper up to those of the papers that stand in it."""
    first = min((part.words.start for part in paper.parts), default=paper.words.end)
    same = all(part.pointer == paper.pointer for part in paper.parts)
    if not same or not paper.words.start < first < paper.words.end:
        return paper.words.words
    return paper.words.words[: first - paper.words.start].rstrip("( -–+*")
