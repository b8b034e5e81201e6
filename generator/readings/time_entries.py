"""What one channel says of time: its limits, and for whom each is."""

from dataclasses import dataclass

from generator.findings.problem import Pointer
from generator.readings.evidence import Certainty, Evidence, evidence_of
from generator.readings.time_parts import Said
from generator.readings.time_statements import Statement
from generator.readings.time_values import CaseKind, TimeLimit

NO_TIME = "Nguồn không ghi thời hạn."
"""What an import writes where the source gives no time; it is no word of the source."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A limit, and for whom it is; nobody in particular when there is no area and no case."""

    limit: TimeLimit
    certainty: Certainty
    evidence: tuple[Evidence, ...]
    area: str | None = None
    ordinary: bool = False
    case: str | None = None
    added: bool = False

    @property
    def kind(self) -> CaseKind | None:
        """Area before case; None for everybody."""
        if self.area and not self.ordinary:
            return CaseKind.AREA
        return CaseKind.CASE if self.case else None


@dataclass(frozen=True, slots=True)
class TimeRow:
    """What one channel says: its entries, other statements, and a limit that contradicts it.

    `counts_tax` when its figure is the sum of a limit in words and of the time of the tax office;
    `vague` is a figure without a unit; `spare` is a figure that words only add to the usual limit:
    it is that limit where nothing else is.
    """

    entries: tuple[Entry, ...]
    others: tuple[Said, ...] = ()
    conflict: tuple[TimeLimit, TimeLimit, Evidence] | None = None
    counts_tax: bool = False
    vague: float | None = None
    stages: tuple[Said, ...] = ()
    spare: Entry | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a record and where it stands."""

    pointer: Pointer
    text: str

    def evidence(self, statement: Statement) -> Evidence:
        """The words of a statement."""
        return evidence_of(self.pointer, self.text, *statement.span)


def entry_of(one: Statement, where: Evidence, certainty: Certainty) -> Entry:
    """What a statement says, as a limit with the words for whom it is."""
    return Entry(one.limit, certainty, (where,), one.area, one.ordinary, one.case)
