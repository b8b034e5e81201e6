"""The names of papers cut to their room: every paper that an item names, and every case, stays."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, takewhile

from generator.pages.paper_fits import Fit
from generator.pages.repeated_papers import RepeatedPapers
from generator.readings.cut_words import WRITER_ALONE, cut_at_sense
from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Evidence
from generator.readings.paper_names import kind_end
from generator.readings.paper_pieces import RECENT_ITEMS, own_words, papers_within, pieces_of
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_segments import cut_parts, cut_to_first
from generator.readings.paper_types import ItemText, Paper
from generator.readings.paper_wording import without_sources
from generator.readings.recorded_papers import RecordedPaper

NONE_REPEATED: RepeatedPapers = {}
_OPENING, _LONGEST_MARK = 12, 30
"""Characters by which words are found in an item, and of the mark before them."""
_LONG_KIND, _SHARE_OF_KIND = 24, 4
"""Characters on what kind of copy a paper is that give way, or that part of the width."""
_SHOWN = ("Xuất trình", "xuất trình")
"""How a paper opens that is not handed in."""
_TIGHT, _NOTE = 220, 60
"""Characters of names below which notes have half the room, and the least that they have."""
_PIECES, _LEAST_PIECE = 3, 36
"""So many times the characters of a name are those of all papers in an item; characters of each
where there are many.
"""
_ABOVE_CONTENT = re.compile(
    r"[\s,;]{0,4}(?<!\w)(?:(?:bao )?gồm|trong đó|cụ thể|nêu rõ|như sau|sau đây|các nội dung)(?!\w)"
    r"[\w\s,]{0,60}:\Z",
    re.I,
)
"""The end of a name that leads to what the paper contains."""
BULLET = re.compile(r"\A[\s–—•●*+-]{1,6}(?=[\w(])")
"""A mark that tells no order."""


@dataclass(frozen=True, slots=True)
class _NamedPiece:
    """A paper in an item, with what is said of it whatever its room.

    `words` are all that the item says of it, `said` its own on one line, without what they lead
    to; `leads`: papers stand below it.
    """

    words: Evidence
    said: str
    is_note: bool
    leads: bool


def short_paper_names(
    papers: Sequence[RecordedPaper], fit: Fit, repeated: RepeatedPapers = NONE_REPEATED
) -> list[str]:
    """The names of a group; those that a cut makes alike go on where they differ.

    What is shown of `repeated` papers stands for them where a fit does not name them again.
    """
    kinds = {found[0].strip() for paper in papers if (found := BULLET.match(paper.words))}
    told = NONE_REPEATED if fit.again else repeated
    cut = [_name(paper, fit, len(kinds) == 1, told) for paper in papers]
    alike = Counter(cut)
    return [
        _from_difference(paper.words, [one.words for one in papers], fit.width)
        if alike[name] > 1 and "…" in name and name not in told.values()
        else name
        for paper, name in zip(papers, cut, strict=True)
    ]


def _name(paper: RecordedPaper, fit: Fit, is_bare: bool, repeated: RepeatedPapers) -> str:
    """All words of an item, or those of each paper in it up to a width.

    `is_bare`: the bullet that it opens with tells no level.
    """
    said = BULLET.sub("", paper.words) if is_bare else paper.words
    found = _pieces_in(paper.text)
    if len(said) <= fit.width and not any(piece.words in repeated for piece in found):
        return said.rstrip(" ;,.")
    pieces = [repeated.get(piece.words) or _cut(piece, fit) for piece in found]
    most = len(said) if fit.whole else _PIECES * fit.width
    if sum(map(len, pieces)) > most:
        narrow = replace(fit, width=max(_LEAST_PIECE, most // len(found)))
        pieces = [repeated.get(piece.words) or _cut(piece, narrow) for piece in found]
    ends = accumulate(map(len, pieces))
    count = max(1, sum(end <= most for end in ends))
    named = "; ".join(pieces[:count]) + ("; …" if count < len(pieces) else "")
    return f"{_opening(said, found[0], fit)}{named}".replace(":; ", ": ")


@lru_cache(maxsize=RECENT_ITEMS)
def _pieces_in(item: ItemText) -> tuple[_NamedPiece, ...]:
    return tuple(map(_named_piece, pieces_of(item)))


def _named_piece(paper: Paper) -> _NamedPiece:
    said, below = _on_one_line(own_words(paper)), papers_within(paper)
    if said.endswith(":") and not below:
        said = _above_content(said, paper)
    return _NamedPiece(paper.words, said, paper.role.value is PaperRole.NOTE, bool(below))


def _opening(said: str, first: _NamedPiece, fit: Fit) -> str:
    """What an item opens with before the words of its first paper: a letter, or "Thành phần 3:".

    Longer words tell of which dossier the papers are: "Hồ sơ thiết kế đã được duyệt, gồm:".
    """
    start = said.find(" ".join(first.words.words.split())[:_OPENING])
    lead = said[: max(start, 0)]
    if len(lead) <= _LONGEST_MARK:
        return lead
    return f"{_way_to_cut(fit)(lead.rstrip(' :'), fit.width)}: " if lead.endswith(": ") else ""


def _cut(piece: _NamedPiece, fit: Fit) -> str:
    """The words of a paper, every paper and case in them up to its sense."""
    if piece.is_note and fit.width < _TIGHT:
        return _way_to_cut(fit)(piece.said, max(fit.width // 2, _NOTE))
    name = _without_kind(piece.said, fit)
    return f"{name}:" if piece.leads and not name.endswith(":") else name


def _above_content(said: str, paper: Paper) -> str:
    """A name without the words that lead to what the paper contains.

    With the first of that where the name tells only who wrote the paper.
    """
    bare = _ABOVE_CONTENT.sub("", said)
    if not paper.parts:
        return bare
    if not WRITER_ALONE.fullmatch(bare.rstrip(" :,").removesuffix(" về")):
        return f"{bare}…"
    return f"{bare.rstrip(' :')}: {_on_one_line(own_words(paper.parts[0])).rstrip(' ;,.')}…"


def _way_to_cut(fit: Fit) -> Callable[[str, int], str]:
    return cut_parts if fit.whole else cut_to_first


def _on_one_line(said: str) -> str:
    return without_sources(" ".join(said.split()))


def _without_kind(said: str, fit: Fit) -> str:
    """The first words, without those on what kind of copy it is where they are many."""
    cut, width = _way_to_cut(fit), fit.width
    start = skip_marks(said, 0, len(said))
    kind = kind_end(said, start, len(said))
    long_kind = min(_LONG_KIND, width // _SHARE_OF_KIND)
    is_shown = said.startswith(_SHOWN, start)
    if (
        is_shown
        or len(said) <= width
        or not long_kind < kind - start < len(said) - start - long_kind
    ):
        return cut(said, width)
    return f"{said[:start]}{cut(f'…{said[kind:]}', width)}"


def _from_difference(said: str, every: Sequence[str], width: int) -> str:
    """The first words of a name, and those from where it differs from alike ones."""
    start = (
        max(_same(said, other) for other in every if other != said) if len(set(every)) > 1 else 0
    )
    begin = said.rfind(" ", 0, start + 1) + 1
    opening = cut_at_sense(said, width // 2).removesuffix("…")
    if begin <= len(opening):
        return cut_at_sense(said, begin + width)
    return f"{opening} … {cut_at_sense(said[begin:], width // 2)}"


def _same(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
