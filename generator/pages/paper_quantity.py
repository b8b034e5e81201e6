"""How many originals and copies of a paper, and in which form."""

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.locale import Words
from generator.readings.paper_counts import PaperCount
from generator.readings.recorded_papers import RecordedPaper

_USUAL = 3
"""A number that so many papers share is said once for all."""
_ORIGINAL, _COPY = ("bản chính", "bản gốc"), ("bản sao", "bản chụp")


def usual_quantity(papers: Sequence[RecordedPaper], words: Words) -> str:
    """The number that most papers share, where every paper has a number; else empty."""
    asked = [paper for paper in papers if paper.is_asked]
    if not all(paper.item.originals or paper.item.copies for paper in asked):
        return ""
    said = Counter(quantity_words(paper, words) for paper in asked)
    usual, number = next(iter(said.most_common(1)), ("", 0))
    return usual if number >= _USUAL and number > said.total() / 2 else ""


def quantity_words(paper: RecordedPaper, words: Words) -> str:
    """How many originals and copies; empty where its words say it.

    The words win where the record has originals and the words speak of copies.
    """
    if paper.item.presented_only:
        return words("dossier.presented")
    read = paper.papers
    said = read[0].count.value if len(read) == 1 and read[0].count else None
    if said is not None and said.either:
        return words("dossier.either")
    originals, copies = _numbers(said, paper)
    if len(read) > 1 and max(originals, copies) > 1:
        return ""
    return ", ".join(_parts(originals, copies, paper.words.lower(), words))


def _numbers(said: PaperCount | None, paper: RecordedPaper) -> tuple[int, int]:
    recorded = (paper.item.originals or 0, paper.item.copies or 0)
    if said is None or said.originals is said.copies is None:
        return recorded
    told = (said.originals or 0, said.copies or 0)
    same_kinds = [bool(number) for number in recorded] == [bool(number) for number in told]
    return recorded if same_kinds else told


def _parts(originals: int, copies: int, opening: str, words: Words) -> Iterator[str]:
    if originals and not (originals == 1 and opening.startswith(_ORIGINAL)):
        yield words("dossier.originals", count=originals)
    if copies and not (copies == 1 and opening.startswith(_COPY)):
        yield words("dossier.copies", count=copies)
