"""The words that stand for a paper beside its box: what it is, in a line or two, never half a name.

A name that is too long is cut where a unit of sense ends, and the cut is marked with "…".
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generator.readings.alternation import guarded
from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Evidence
from generator.readings.paper_conditions import is_by_case
from generator.readings.paper_names import is_kind_alone, kind_end
from generator.readings.paper_types import Paper, PaperChoice
from generator.readings.paper_words import ENDS_LIST, FORM_ALONE, ONE_OF, opens_paper

ROOMY, NARROW = 120, 74
"""Characters of a label in a dossier of a few papers (up to four lines of a phone), and in a longer
one (two)."""
FEW_PAPERS = 6
TWICE = 2
_BY_CASE = 200
"""Characters of a label that names one paper for some readers, and another one for others."""

_TELLING = 28
"""Characters of a name that tells one paper from another."""
_LEAST_NAME = 8
"""Characters that are a name at least."""
_LONG_KIND = 12
"""A longer kind of copy than this stands behind the name: the name tells what it is a copy of."""
_LEAST = 0.5
"""The part of the width that a cut leaves at least."""
_END = re.compile(
    r",?\s(?=(?:hoặc|và|hay|của|theo|đối với|trong|để|do|tại|cho|khi|nếu|trừ|gồm|bao gồm|kèm|được"
    r"|có|với|về|giữa|từ|thuộc|liên quan|làm|phục vụ|đề nghị|phải|mà|nhằm|đã|chứng minh|quy định"
    r"|ban hành)(?!\w))"
    r"|\s(?=\()|[,;:](?=\s)",
    re.I,
)
_LIST_SIGN = re.compile(r"[,;]")
_OPEN_END = guarded(
    "bcđhklmnpqtv",
    r"(?<!\w)(?:phải|kèm|theo|được|có|ban hành|quy định|đã|và|hoặc|của|với|các|những|là|để"
    r"|không|đối|liên|về|tại|trong|một)\Z",
    re.I,
)
"""A word that what was cut off belongs to."""
_LONGEST_OPEN_END = 8
"""Characters of the longest of them."""
_PIECES = re.compile(r"\s{0,4}[:,(–-]\s{0,4}0?\d{1,2}\s{1,4}bản\s{1,4}(?:chính|gốc|sao)\)?\Z", re.I)
"""How many are asked for, which is said apart."""
_BRACKET = re.compile(
    r"\s{0,4}\((?!(?:nếu|đối với|chỉ|trừ|ngoại trừ|trong trường hợp|trường hợp|khi|áp dụng"
    r"|dành cho)(?!\w))[^()]{12,}\)",
    re.I,
)
"""A bracket that can be left out: it does not say who needs the paper."""
_ONE_OF = re.compile(ONE_OF, re.I)
_ANY_PAPERS = re.compile(
    r"(?<!\w)(?:các|những)\s{1,4}(?:loại\s{1,4})?(?:giấy tờ|tài liệu|văn bản|hồ sơ|chứng từ)\Z",
    re.I,
)
"""The end of a name that only what follows tells apart: "các giấy tờ" of a rule."""
_OR = re.compile(r"(?:\A|[;,)])\s{0,4}hoặc\s{1,4}(?=\w)", re.I)
_AT_END = " ,.;:–-(/"
_BROKEN_SOURCE = re.compile(
    r"[\s,]{0,4}(?:(?:tại|của|theo)\s)?(?:nghị định|thông tư|luật|quyết định)(?:\ssố)?\Z", re.I
)
"""A source that lost its number in a cut."""


@dataclass(frozen=True, slots=True)
class PaperLabel:
    """The words beside the box of a paper; `whole` when they are all that is said of it.

    `kind_left_out`: the words on what kind of copy it is ("bản sao có chứng thực …") are not in it.
    `or_other`: another paper may stand for it, which is told in the full words. `complete`: all
    that tells what the paper is and who needs it is in it. `looked_up`: the words left out free
    readers of whom the office finds it in its databases.
    """

    text: str
    whole: bool
    kind_left_out: bool = False
    or_other: bool = False
    complete: bool = False
    looked_up: bool = False


def width_for(papers: int) -> int:
    """How long labels are in a list of so many papers."""
    return ROOMY if papers <= FEW_PAPERS else NARROW


def label_papers(papers: Iterable[Paper], width: int = NARROW) -> dict[Evidence, PaperLabel]:
    """The labels of papers by their words; those that would be alike are longer, and so differ."""
    every = list(papers)
    labels = {paper.words: label_paper(paper, width) for paper in every}
    alike = Counter(label.text for label in labels.values())
    for paper in every:
        if alike[labels[paper.words].text] > 1:
            labels[paper.words] = label_paper(paper, TWICE * width)
    return labels


def label_paper(paper: Paper, width: int = NARROW) -> PaperLabel:
    """All that is said of a paper when that is short, else what names it.

    A name of a word or two says nothing without what follows it, and where many characters are
    allowed the name alone is not enough.
    """
    every, name = _trim(_words_from_name(paper)), _trim(paper.name.words)
    by_case = paper.condition is None and is_by_case(every, 0, len(every))
    width = max(width, _BY_CASE) if by_case else width
    if paper.count is not None:
        every = without_pieces(every)
    if len(every) <= width:
        return PaperLabel(every[:1].upper() + every[1:], whole=True)
    every = _before_condition(paper, every)
    one_of = _ONE_OF.search(every) if paper.choice is PaperChoice.ONE else None
    if one_of and _is_kind(every[: one_of.start()]):
        every = name = every[one_of.start() :]
    said = name if _tells(paper, name) and width <= ROOMY else every
    kind = kind_before(said)
    told = without_pieces(said[kind:]) if paper.count else said[kind:]
    text = cut_at_sense(told, width)
    if _ANY_PAPERS.search(text.removesuffix("…")):
        text = cut_at_sense(told, TWICE * width)
    return PaperLabel(
        text[:1].upper() + text[1:],
        whole=False,
        kind_left_out=kind > 0,
        or_other=said is name and _has_other(paper),
    )


def _is_kind(said: str) -> bool:
    """Whether words only say of what kind a copy is."""
    bare = said.rstrip().removesuffix("của").rstrip()
    return bool(bare) and is_kind_alone(bare, 0, len(bare))


def _tells(paper: Paper, name: str) -> bool:
    """Whether a name alone tells what the paper is, and nothing is joined to it by a semicolon."""
    after = paper.words.words[paper.name.end - paper.words.start :].lstrip()
    if FORM_ALONE.match(name):
        return False
    lists = not paper.parts and (
        ENDS_LIST.search(name) or _ONE_OF.match(name) or _ANY_PAPERS.search(name)
    )
    return len(name) >= _TELLING and not lists and not after.startswith(";")


def _has_other(paper: Paper) -> bool:
    """Whether "hoặc bản sao …" follows the name."""
    after = paper.words.words[paper.name.end - paper.words.start :]
    return any(opens_paper(after, match.end()) for match in _OR.finditer(after))


def _words_from_name(paper: Paper) -> str:
    """What is said of a paper, the condition before its name left out."""
    if paper.condition is None or paper.condition.start > paper.name.start:
        return paper.words.words
    return paper.words.words[max(0, paper.name.start - paper.words.start) :]


def _before_condition(paper: Paper, every: str) -> str:
    """What is said of a paper up to its condition, which is said apart."""
    needed = _trim(paper.condition.words) if paper.condition else ""
    before, _, _ = every.partition(needed) if needed else (every, "", "")
    return _trim(before) if len(before) >= _LEAST_NAME else every


def without_pieces(said: str) -> str:
    """A text without how many are asked for at its end: "(01 bản chính)"."""
    return _PIECES.sub("", said)


def kind_before(said: str) -> int:
    """Where the thing that a copy is of begins, after a long kind of copy; 0 when there is none."""
    start = skip_marks(said, 0, len(said))
    kind = kind_end(said, start, len(said))
    return kind if kind - start > _LONG_KIND and opens_paper(said, kind) else 0


def cut_at_sense(text: str, width: int) -> str:
    """A text of `width` characters at most: without its brackets, then up to a unit of sense.

    >>> cut_at_sense("Giấy phép nuôi ong của hộ gia đình", 20)
    'Giấy phép nuôi ong…'
    """
    if len(text) <= width:
        return text.rstrip(_AT_END)
    text = _BRACKET.sub("", text)
    if len(text) <= width:
        return _without_open_end(text)
    ends = [
        match
        for match in _END.finditer(text, int(width * _LEAST), width)
        if text.count("(", 0, match.start()) == text.count(")", 0, match.start())
    ]
    ends = [match for match in ends if not _LIST_SIGN.match(match[0])] or ends
    cut = ends[-1].start() if ends else text.rfind(" ", 0, width)
    kept = _without_open_end(text[: cut if cut > 0 else width - 1])
    return _without_open_end(_BROKEN_SOURCE.sub("", kept)) + "…"


def _without_open_end(text: str) -> str:
    """A text without signs and words at its end that lead to what was cut off."""
    bare = text.rstrip(_AT_END)
    while open_end := _OPEN_END.search(bare, max(0, len(bare) - _LONGEST_OPEN_END)):
        bare = bare[: open_end.start()].rstrip(_AT_END)
    return bare


def _trim(said: str) -> str:
    return " ".join(said.split()).rstrip(" .;,:")
