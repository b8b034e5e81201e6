"""A paper of a dossier, and the text that it is read from."""

from dataclasses import dataclass, replace
from enum import StrEnum

from generator.findings.problem import Pointer
from generator.readings.evidence import Certainty, Evidence, Reading
from generator.readings.paper_counts import PaperCount
from generator.readings.paper_roles import PaperRole


class PaperChoice(StrEnum):
    """Whether all of several are needed, or one of them."""

    ALL = "all"
    ONE = "one"


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of a dossier as its words tell it, or words between papers.

    `words` is everything said of it, without its list mark and its parts; `name` the part that
    names it; `condition` when it is needed, None when always. `count` is given when the words tell
    it. `parts` are the papers listed in it, all or one of which (`choice`) are asked for.
    `application`: a reader begins with it. `counted` is false where a record that counts copies of
    other papers has none of this one and its words ask for none.
    """

    pointer: Pointer
    role: Reading[PaperRole]
    words: Evidence
    name: Evidence
    condition: Evidence | None = None
    count: Reading[PaperCount] | None = None
    choice: PaperChoice = PaperChoice.ALL
    parts: tuple["Paper", ...] = ()
    application: bool = False
    counted: bool = True

    @property
    def ticks(self) -> bool:
        """Whether a reader ticks it off: a paper to submit or to show, not of zero copies."""
        return self.counted and self.role.value in (PaperRole.SUBMIT, PaperRole.SHOW)


@dataclass(frozen=True, slots=True)
class ItemText:
    """The text of an item, where it stands, and whether the record counts originals or copies."""

    pointer: Pointer
    text: str
    counted: bool


def with_role(
    paper: Paper, role: PaperRole, certainty: Certainty = Certainty.SURE, *more: Evidence
) -> Paper:
    """The paper in a role, with what more tells it."""
    return replace(paper, role=Reading(role, certainty, (*paper.role.evidence, *more)))
