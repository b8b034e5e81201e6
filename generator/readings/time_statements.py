"""A length of time that a text states, and what it is the limit of."""

from dataclasses import dataclass
from enum import StrEnum

from generator.readings.clauses import Span
from generator.readings.time_values import TimeLimit


class Role(StrEnum):
    """What a length of time is the limit of."""

    WHOLE = "whole"
    """The procedure: the words say nothing else, or that it ends with the result."""
    STAGE = "stage"
    """Some work of an office."""
    CHECK = "check"
    """Looking whether the file is complete, and answering that it is not."""
    APPLICANT = "applicant"
    """What the applicant must do."""
    OTHER = "other"
    """Validity of papers, and what else is no limit of the work."""
    NOTICE = "notice"
    """A public notice."""
    EXTENSION = "extension"
    """What the limit is extended by or to."""
    WAITING = "waiting"
    """What passes before the work begins: "sau 15 ngày kể từ ngày …"."""
    TAX = "tax"
    """Work of the tax office."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A length of time in a text, what it limits, for which area and case, and its words.

    `bare` when nothing but the length and its start is said; `area` and `case` are the words for
    whom; `on_top` when it comes on top of the usual limit; `act` is what is done within it, by the
    words behind it, or before it where none follow; `at` is where the length itself begins, and
    `labels` where the headings that it stands under do.
    """

    limit: TimeLimit
    role: Role
    span: Span
    bare: bool = False
    area: str | None = None
    ordinary: bool = False
    case: str | None = None
    on_top: bool = False
    refused: bool = False
    act: str = ""
    at: int = 0
    labels: tuple[int, ...] = ()
