"""What is said of a paper beside its box: how many, in which form, and when it is needed."""

from collections.abc import Iterator

from generator.locale import Words
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


def condition_words(paper: Paper, label: PaperLabel, width: int) -> str:
    """When a paper is needed, unless its label says so; long words up to a unit of sense.

    `width` is that of labels in its list.
    """
    said = " ".join(paper.condition.words.split()).strip(" .;,:") if paper.condition else ""
    if said in label.text:
        return ""
    if said.startswith("(") and said.endswith(")") and said.count("(") == 1:
        said = said[1:-1]
    return cut_at_sense(said, _CONDITION_WIDTH[width])


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
