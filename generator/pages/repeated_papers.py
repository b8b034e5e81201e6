"""Papers that a dossier names again in the same words: told by the first of them, "as above"."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from generator.locale import Words
from generator.readings.cut_words import cut_at_sense
from generator.readings.evidence import Evidence
from generator.readings.recorded_papers import RecordedGroup, own_words, pieces_of

RepeatedPapers = Mapping[Evidence, str]
"""What is shown of papers that stand above in the same words."""
_FIRST_WORDS, _LEAST = 40, 70
"""Characters that are told again of a paper, and of one of which less than all is told."""


def repeated_papers(groups: Iterable[RecordedGroup], words: Words) -> RepeatedPapers:
    """The papers that stand above in the same words, and whose first words no other paper has."""
    every = list(_pieces(groups))
    alike = _begin_alike({said for _, said in every})
    found: dict[Evidence, str] = {}
    seen: set[str] = set()
    for piece, said in every:
        if said in seen and len(said) > _LEAST and said not in alike:
            first = cut_at_sense(" ".join(piece.words.split()), _FIRST_WORDS)
            found[piece] = words("dossier.as_above", name=first)
        seen.add(said)
    return found


def _pieces(groups: Iterable[RecordedGroup]) -> Iterator[tuple[Evidence, str]]:
    """The words of each paper, and how they are compared; a paper above others is none."""
    for group in groups:
        for paper in group.papers:
            for piece in pieces_of(paper):
                if own_words(piece) == piece.words.words.rstrip():
                    yield piece.words, " ".join(piece.words.words.lower().split()).strip(" .;,")


def _begin_alike(texts: set[str]) -> set[str]:
    """The texts whose first words others begin with too."""
    pairs = pairwise(sorted(texts))
    same = (pair for pair in pairs if pair[0][:_FIRST_WORDS] == pair[1][:_FIRST_WORDS])
    return {text for pair in same for text in pair}
