"""Shapes shared by several kinds of record: what is stated, time limits, fees, files, sources."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Generic[T_co]):
    """One part of a procedure: its items, or `none` (explicitly none), or why it is not stated.

    Exactly one of the three is given; `text` keeps the printed wording. The law asks that parts
    "where the procedure has them" be answered, never left silent (Decree 63/2010, article 8).
    """

    items: tuple[T_co, ...] = ()
    none: bool = False
    not_stated: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """The code of a record in another system, kept as that system writes it."""

    system: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """An attached file; `sha256` is 64 hexadecimal digits."""

    name: str
    url: str | None = None
    path: str | None = None
    sha256: str | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One item of free text, with an id that stays the same from version to version."""

    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgencyPart:
    """An agency that takes part: in the register, or only as the decision words it."""

    agency: str | None = None
    text: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A time limit: `value` in `unit` (hour, day, working_day, month, year, other), or words."""

    value: float | None
    unit: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitCase:
    """The time limit of some readers, instead of the usual one.

    `kind` is what it depends on: area, case or channel; `name` says for whom, in the words of the
    decision. The whole limit is `value` of `unit`, not what it has more than the usual one.
    """

    kind: str
    name: str
    value: float
    unit: str
    id: str | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitAddition:
    """Time in addition to the handling of a dossier, for a `reason`: posting, survey, tax …

    Part of the time limit when `counted`, on top of it when not; None: the decision does not say.
    `value` and `unit` are both given or neither is.
    """

    reason: str
    value: float | None = None
    unit: str | None = None
    id: str | None = None
    text: str | None = None
    counted: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelTime(Duration):
    """The time limit of a way to submit, the limits of some readers, and additional time."""

    cases: tuple[LimitCase, ...] = ()
    additions: tuple[LimitAddition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """One charge; `state` tells absent, free, amount, laid_down_elsewhere and not_stated apart."""

    state: str
    id: str | None = None
    name: str | None = None
    kind: str = "not_stated"
    amount: float | None = None
    currency: str | None = None
    unit: str | None = None
    text: str | None = None
    basis: str | None = None
    exemptions: Stated[Clause] | None = None
    files: tuple[File, ...] = ()
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmapped:
    """A value of an import that the schema has no key for."""

    key: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an imported record came from."""

    system: str
    records: tuple[str, ...] = ()
    unmapped: tuple[Unmapped, ...] = ()
