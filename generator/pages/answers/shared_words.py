"""Words that several figures of an answer have in common, shown once."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.readings.cut_words import cut_at_sense
from generator.readings.limits import limits_in
from generator.readings.sentences import begins_with_case

_SENTENCE_END = re.compile(r"(?<=\.)\s{1,3}(?=(?:…\s)?[^\Wa-zđ])")
_CLAUSE_END = re.compile(r"(?<=[:.;])\s")
_CLAUSE = re.compile(r"([^:.;]+)([:.;]+\s*|\Z)")
_LONG, _TOLD_AGAIN = 60, 45
"""Characters of clauses that are not told again whole, and how many are told of these."""
_AREAS = re.compile(r"(?<!\w)đối với các xã [^.:0-9]{20,260}?khó khăn(?![,;] vùng)", re.I)
"""The areas for which a length of time is longer; sources repeat them with each case."""
_LEAST = 60
"""Characters of words that are worth showing once."""
_MARKED = re.compile(r"\W{0,3}\w{1,2}[.)]\s{0,2}…")
"""How words begin whose case is told above by its mark."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with the words for which it is.

    `goes_on` where the row above begins with the same words, which are left out.
    """

    figure: str
    words: str
    goes_on: bool = False


def without_shared_end(rows: Sequence[FigureRow]) -> tuple[list[FigureRow], str]:
    """Rows without the sentences with which every one of them ends, and these sentences."""
    split = [_SENTENCE_END.split(row.words.strip()) for row in rows]
    ends = list(zip(*(reversed(sentences[1:]) for sentences in split), strict=False))
    shared = [one[0] for one in takewhile(lambda one: len(set(map(_plain, one))) == 1, ends)]
    if len(rows) == 1 or sum(map(len, shared)) < _LEAST:
        return list(rows), ""
    kept = (" ".join(sentences[: -len(shared)]) for sentences in split)
    own = [replace(row, words=said) for row, said in zip(rows, kept, strict=True)]
    return own, " ".join(reversed(shared)).strip("-;. …")


def share_openings(rows: Sequence[FigureRow]) -> Iterator[FigureRow]:
    """Rows that begin with the same clause beside each other, and that clause in the first."""
    above = ""
    for row in _grouped(rows):
        said = " ".join(row.words.split())
        shared = _shared_opening(above, said)
        yield replace(row, words=said[shared:], goes_on=shared > 0)
        above = said


def shorten_repeats(rows: Iterable[FigureRow]) -> Iterator[FigureRow]:
    """Rows, in which a long case that stands in a row above is cut to its first words."""
    seen = set[str]()
    for row in rows:
        parts = _CLAUSE.findall(row.words)
        kept = (_told_again(*part) if part[0] in seen else "".join(part) for part in parts)
        yield replace(row, words="".join(kept))
        seen |= {one for one, _ in parts if len(one) > _LONG and _is_case(one)}


def shorten_areas(texts: Iterable[str]) -> Iterator[str]:
    """Texts, in which areas that were listed before in the same words are told by the first.

    >>> areas = "Đối với các xã miền núi, vùng sâu, vùng có điều kiện kinh tế - xã hội khó khăn"
    >>> list(shorten_areas([f"{areas}: 8 ngày", f"{areas}: 9 ngày"]))[1]
    'Đối với các xã miền núi, vùng sâu, vùng…: 9 ngày'
    """
    seen = set[str]()
    for text in texts:
        yield _AREAS.sub(lambda found: _shorten_if_seen(found[0], seen), text)


def _shorten_if_seen(areas: str, seen: set[str]) -> str:
    """Areas, cut if they were `seen`, to which they are added."""
    key = areas.lower()
    is_told = key in seen
    seen.add(key)
    return cut_at_sense(areas, _TOLD_AGAIN) if is_told else areas


def _is_case(clause: str) -> bool:
    return begins_with_case(clause) and not limits_in(clause)


def _told_again(clause: str, end: str) -> str:
    """The first words of a clause, with what ends it."""
    cut = cut_at_sense(clause, _TOLD_AGAIN)
    return f"{cut}{end.lstrip('.;') if cut.endswith('…') else end}"


def _grouped(rows: Sequence[FigureRow]) -> list[FigureRow]:
    """Rows by the clause that they begin with, in the order in which these come first."""
    clauses = [_first_clause(row.words) for row in rows]
    return [rows[at] for at in sorted(range(len(rows)), key=lambda at: clauses.index(clauses[at]))]


def _first_clause(said: str) -> str:
    """The first clause of words; the whole words where they have no second one."""
    return _CLAUSE_END.split(" ".join(said.split()), maxsplit=1)[0]


def _shared_opening(above: str, said: str) -> int:
    """Characters of the clauses with which two texts begin; 0 where they are few, or the same."""
    ends = (found.end() for found in _CLAUSE_END.finditer(said))
    same = [end for end in ends if above[:end] == said[:end] and end < min(len(above), len(said))]
    found = max(same, default=0)
    is_told_apart = above != said and not _MARKED.match(said)
    return found if found >= _LEAST and is_told_apart else 0


def _plain(sentence: str) -> str:
    return " ".join(sentence.lower().split()).strip(".;… ")
