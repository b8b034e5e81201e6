"""Papers that a dossier names again in the same words: told by the first of them, "as above"."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.locale import Words
from generator.readings.cut_words import cut_at_sense
from generator.readings.evidence import Evidence
from generator.readings.paper_names import kind_end
from generator.readings.paper_pieces import own_words, pieces_of
from generator.readings.recorded_papers import RecordedGroup
from generator.records.memoize import memoize_recent

RepeatedPapers = Mapping[Evidence, str]
"""What is shown of papers that stand above in the same words."""
_FIRST_WORDS, _LEAST = 40, 70
"""Characters that are told again of a paper, and of one of which less than all is told."""
_LONG_KIND = 12
"""Characters on what kind of copy a paper is that give way."""


@memoize_recent
def repeated_papers(groups: Sequence[RecordedGroup], words: Words) -> RepeatedPapers:
    """The papers that stand above in the same words, and whose first words no other paper has."""
    every = list(_pieces(groups))
    alike = _begin_alike({said for _, said in every})
    found: dict[Evidence, str] = {}
    seen: set[str] = set()
    for piece, said in every:
        if said in seen and len(said) > _LEAST and said not in alike:
            found[piece] = words("dossier.as_above", name=_first_words(piece.words))
        seen.add(said)
    return found


def _first_words(said: str) -> str:
    """The first words, without those on what kind of copy it is where they are many."""
    said = " ".join(said.split())
    kind = kind_end(said, 0, len(said))
    said = f"…{said[kind:]}" if kind > _LONG_KIND else said
    return cut_at_sense(said, _FIRST_WORDS)


def _pieces(groups: Sequence[RecordedGroup]) -> Iterator[tuple[Evidence, str]]:
    """The words of each paper, and how they are compared; a paper above others is none."""
    for group in groups:
        for paper in group.papers:
            for piece in pieces_of(paper.text):
                if own_words(piece) == piece.words.words.rstrip():
                    yield piece.words, " ".join(piece.words.words.lower().split()).strip(" .;,")


def _begin_alike(texts: set[str]) -> set[str]:
    """The texts whose first words others begin with too."""
    pairs = pairwise(sorted(texts))
    same = (pair for pair in pairs if pair[0][:_FIRST_WORDS] == pair[1][:_FIRST_WORDS])
    return {text for pair in same for text in pair}
