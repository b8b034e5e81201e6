"""What is said of a paper beside its box: how many, in which form, and when it is needed."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from generator.locale import Words
from generator.readings.evidence import Evidence
from generator.readings.paper_counts import PaperCount
from generator.readings.paper_labels import NARROW, ROOMY, PaperLabel, cut_at_sense
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper
from generator.records.version import DossierItem

_CONDITION_WIDTH = {ROOMY: 170, NARROW: 110}
"""Characters of a condition, by those of a label: three to five small lines of a phone."""
_OPENING = 8
"""Characters of an item, such as a mark, before its first paper."""
_ORIGINAL, _COPY = ("bản chính", "bản gốc"), ("bản sao", "bản chụp")


def paper_conditions(
    papers: Iterable[Paper], labels: Mapping[Evidence, PaperLabel], width: int
) -> dict[Evidence, str]:
    """When each of some papers is needed, by its words; long ones up to a unit of sense.

    Those that would be alike begin where they differ. `width` is that of labels in their list.
    """
    room = _CONDITION_WIDTH[width]
    whole = {paper.words: _condition(paper, labels[paper.words]) for paper in papers}
    alike: dict[str, set[str]] = {}
    for said in whole.values():
        alike.setdefault(cut_at_sense(said, room), set()).add(said)
    return {
        key: _own_words(said, alike[cut_at_sense(said, room)], room) for key, said in whole.items()
    }


def _own_words(said: str, alike: set[str], room: int) -> str:
    """The first words of a condition, or those from where it differs from alike ones."""
    if len(alike) == 1:
        return cut_at_sense(said, room)
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*alike, strict=False))
    start = said.rfind(" ", 0, sum(1 for _ in same) + 1) + 1
    return f"…{cut_at_sense(said[start:], room)}"


def _condition(paper: Paper, label: PaperLabel) -> str:
    """When a paper is needed, unless its label says so."""
    said = " ".join(paper.condition.words.split()).strip(" .;,:") if paper.condition else ""
    if said in label.text:
        return ""
    if said.startswith("(") and said.endswith(")") and said.count("(") == 1:
        said = said[1:-1]
    return said


def quantity_words(paper: Paper, item: DossierItem, label: PaperLabel, words: Words) -> str:
    """How many originals and copies; empty where the label says it.

    The words win where the record has originals and the words speak of copies; a number that is
    recorded for several papers together is not said of the later ones.
    """
    if item.presented_only or paper.role.value is PaperRole.SHOW:
        return words("dossier.presented")
    said = paper.count.value if paper.count else None
    if said is not None and said.either:
        return words("dossier.either")
    originals, copies = _numbers(said, item)
    if paper.words.start > _OPENING and max(originals, copies) > 1:
        return ""
    return ", ".join(_parts(originals, copies, said, label, words))


def _numbers(said: PaperCount | None, item: DossierItem) -> tuple[int, int]:
    recorded = (item.originals or 0, item.copies or 0)
    if said is None or said.originals is said.copies is None:
        return recorded
    told = (said.originals or 0, said.copies or 0)
    same_kinds = [bool(number) for number in recorded] == [bool(number) for number in told]
    return recorded if same_kinds else told


def _parts(
    originals: int, copies: int, said: PaperCount | None, label: PaperLabel, words: Words
) -> Iterator[str]:
    opening = label.text.lower()
    if originals and not (originals == 1 and opening.startswith(_ORIGINAL)):
        yield words("dossier.originals", count=originals)
    if not copies or (copies == 1 and opening.startswith(_COPY)):
        return
    key = "dossier.copies"
    if said is not None and label.kind_left_out:
        key = "dossier.certified_copies" if said.certified else key
        key = "dossier.compared_copies" if said.compared else key
        key = "dossier.checked_copies" if said.certified and said.compared else key
    yield words(key, count=copies)
