"""A gap: what is open in one procedure, what was read there, and the words it rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.findings.problem import Pointer
from generator.model.gaps.kinds import GapKind
from generator.model.published import PublishedProcedure
from generator.readings.evidence import Evidence
from generator.readings.fee_summary import FeeSummary, summarise_fees
from generator.readings.fee_values import FeeAmount
from generator.readings.time_summary import TimeSummary, summarise_times
from generator.readings.time_values import TimeLimit
from generator.readings.version import VersionReadings
from generator.records.catalogue import Catalogue
from generator.records.registers import NOT_EDITED, EditedAnswers, Procedure
from generator.records.version import Version

LONGEST = 80
"""Characters of the words that a gap quotes."""

GapScalar = str | int | float | date | TimeLimit | FeeAmount
GapValue = GapScalar | Sequence[GapScalar] | None
"""What was read, as a value for a sentence; no value and an empty list stand for nothing read."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing that an editor can mend.

    `path` is the file below the catalogue and `pointer` the place in it; `words` are those of the
    record there, 80 characters at most, none where nothing is written. `values` are for the
    sentence that says what was read. `part` is the role of the agencies concerned;
    `more` is in how many further places of the version the same is so.
    """

    kind: GapKind
    procedure: str
    path: str
    pointer: Pointer
    words: str = ""
    values: Mapping[str, GapValue] = field(default_factory=dict)
    part: str = ""
    more: int = 0


@dataclass(frozen=True)
class ExaminedProcedure:
    """A procedure as an edition shows it, with its readings: what gaps are looked for in."""

    entry: PublishedProcedure
    read: VersionReadings
    catalogue: Catalogue
    day: date

    @property
    def procedure(self) -> Procedure:
        """The identity and the editorial text."""
        return self.entry.procedure

    @cached_property
    def version(self) -> Version:
        """The version shown."""
        return self.entry.version

    @property
    def answers(self) -> EditedAnswers:
        """What editors answer in place of what was read."""
        return self.procedure.answers or NOT_EDITED

    @cached_property
    def fees(self) -> FeeSummary:
        """What pages say of the fees."""
        return summarise_fees(self.read.fees)

    @cached_property
    def times(self) -> TimeSummary:
        """What pages say of the time."""
        return summarise_times(self.read.times)

    def gap(
        self,
        kind: GapKind,
        place: Pointer | Evidence,
        *,
        part: str = "",
        more: int = 0,
        **values: GapValue,
    ) -> Gap:
        """A gap in the file of the version, at a place or at words that were read."""
        pointer, words = (
            (place.pointer, place.words) if isinstance(place, Evidence) else (place, "")
        )
        path = self.catalogue.path("version", self.entry.shown.key)
        return Gap(kind, self.entry.code, path, pointer, clip(words), values, part, more)

    def gap_of_identity(
        self, kind: GapKind, pointer: Pointer, words: str = "", **values: GapValue
    ) -> Gap:
        """A gap in procedure.yml."""
        path = self.catalogue.path("procedure", self.entry.code)
        return Gap(kind, self.entry.code, path, pointer, clip(words), values)


def clip(words: str, longest: int = LONGEST) -> str:
    """Words on one line, cut after a whole word.

    >>> clip("Nộp tại   Bộ phận một cửa", 16)
    'Nộp tại Bộ phận…'
    """
    line = " ".join(words.split())
    if len(line) <= longest:
        return line
    cut = line.rfind(" ", 0, longest)
    return f"{line[: cut if cut > longest // 2 else longest - 1]}…"
