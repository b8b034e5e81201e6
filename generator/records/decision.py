"""A publishing decision: who signed what and when, and one row per thing it does."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.records.layout import DRAFTS
from generator.records.stated import File, Identifier, Source

NO_NUMBER = "…"
"""What stands for the number of a decision that has none yet, as on a printed draft."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A procedure and the version of it that a row publishes."""

    procedure: str
    version: str

    @property
    def key(self) -> str:
        """The folder and name of the version's file: `1.001193/v001`."""
        return f"{self.procedure}/{self.version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReference:
    """A row of another decision."""

    decision: str
    row: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: publish, amend, replace (n:m), abolish, correct or annul."""

    id: str
    action: str
    procedure: str | None = None
    version: str | None = None
    replaces: tuple[str, ...] = ()
    by: tuple[Target, ...] = ()
    annuls: RowReference | None = None
    amended_parts: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    effective: date | None = None
    levels: tuple[str, ...] = ()
    title_as_printed: str | None = None
    note: str | None = None

    @property
    def published(self) -> tuple[Target, ...]:
        """The versions this row brings into force; none for `abolish` and `annul`."""
        if self.procedure and self.version:
            return (Target(procedure=self.procedure, version=self.version),)
        return self.by

    @property
    def ended(self) -> tuple[str, ...]:
        """The procedures this row ends."""
        if self.action == "abolish" and self.procedure:
            return (self.procedure,)
        return self.replaces

    @property
    def procedures(self) -> tuple[str, ...]:
        """Every procedure this row names, in the order of the row."""
        return tuple(dict.fromkeys((*self.ended, *(target.procedure for target in self.published))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signed, in which capacity (KT., TM., TL., TUQ.)."""

    name: str | None
    position: str | None = None
    capacity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplacedDecision:
    """An older decision that ends in full or in part."""

    decision: str
    extent: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """How far time limits were cut, as the decision says it: `percent` rounded to `decimals`.

    Three ways of counting are in use: the mean of the rates, days cut over days allowed, and the
    share of procedures that were cut.
    """

    method: str
    percent: float
    decimals: int = 0
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class Decision:
    """A quyết định công bố; its key is (agency, date, number), a number alone is not unique.

    A draft has neither number (`NO_NUMBER`) nor day of signing, and is never published.

    Four dates are kept apart: signed, publicly listed, effective, and recorded here. A date that
    is None has its reason in `unknown`.
    """

    id: str
    number: str
    number_normalised: str | None
    agency: str
    title: str
    signer: Signer
    signed: date | None
    listed: date | None
    effective: date | None
    signed_file: File | None
    rows: tuple[Row, ...]
    kinds: tuple[str, ...] = ()
    recorded: date | None = None
    grounds: tuple[str, ...] = ()
    ground_texts: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    replaces_decisions: tuple[ReplacedDecision, ...] = ()
    declared_counts: Mapping[str, int] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    unknown: Mapping[str, str] = field(default_factory=dict)
    note: str | None = None
    source: Source | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it lies among the drafts of its agency."""
        return f"/{DRAFTS}/" in self.id

    @property
    def known_from(self) -> date:
        """Since when the catalogue shows it: recorded, else listed, else signed, else always."""
        return self.recorded or self.listed or self.signed or date.min

    def effective_of(self, row: Row) -> date | None:
        """When a row takes effect: its own date, else the decision's; None when unknown."""
        return row.effective or self.effective
