"""What an import drafts: a decision, and for each of its rows a procedure and its version."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.imports.word.pairing import ListedContent
from generator.imports.word.processes import PrintedProcess
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.remarks import WordRemark
from generator.imports.word.sources import WordSources
from generator.records.decision import Decision, Row
from generator.records.registers import Procedure
from generator.records.version import Version


@dataclass(slots=True)
class DraftedProcedure:
    """A row of the decision: what it says, the drafts of it, what to look at.

    `version` is None for a row that ends a procedure, and `row` for one that could not be drafted;
    `unchanged` is what was read where the catalogue has the same.
    """

    pair: ListedContent
    key: str
    title: str
    field_id: str
    row: Row | None = None
    procedure: Procedure | None = None
    version: Version | None = None
    unchanged: Version | None = None
    process: PrintedProcess | None = None
    remarks: list[WordRemark] = field(default_factory=list)

    @property
    def number(self) -> str:
        """The number that the list prints for it, or else its process."""
        row = self.pair.row.number if self.pair.row else ""
        return row or (self.process.number if self.process else "")


@dataclass(slots=True)
class DraftedDecision:
    """Everything that the files of a decision give: records, and remarks that no row has."""

    decision: Decision
    procedures: list[DraftedProcedure]
    registers: DraftRegisters
    sources: Sequence[WordSources]
    remarks: list[WordRemark] = field(default_factory=list)
