"""What a list says of the time and the fee of a version, as values; `brief` reads them.

They stand here alone, for whoever asks neither for time nor for fees: their readers take long to
load.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.readings.fee_values import Authority, FeeState
    from generator.readings.time_values import TimeAddition, TimeLimit


@dataclass(frozen=True, slots=True)
class TimeBrief:
    """The limits that a version has for some reader, each length once, and what comes on top.

    `is_read` when none of them is recorded as a figure; `more` when the first screen tells of a
    longer limit, of a condition, or of time that is not counted; `is_doubted` when it doubts one.
    """

    limits: "tuple[TimeLimit, ...]"
    added: "tuple[TimeAddition, ...]" = ()
    is_read: bool = False
    more: bool = False
    is_doubted: bool = False


@dataclass(frozen=True, slots=True)
class FeeBrief:
    """The state of the fees, and the least and the most that is due in one currency.

    No `low` and `high` for a fee of which no sum can be said: shares, several currencies, or
    figures that cannot be right (`is_doubted`). `authority` lays it down, where that is the state.
    `is_read` when a sum is in no record as a figure. `only_for` is the case of the only sum, where
    the title of the procedure does not have it. `until` is the last day of a sum, the nearest one;
    `all_until` when it is that of every sum. `of_several` when fees of several kinds are due
    together: then no sum is the whole. `free_for` is what alone nothing is due for, or who pays
    nothing beside a sum; `free_methods` are ways of filing without a fee beside others; `more` when
    some pay another part of the sum, or something is laid down beside it.
    """

    state: "FeeState"
    low: float | None = None
    high: float | None = None
    currency: str | None = None
    unit: str | None = None
    authority: "Authority | None" = None
    is_doubted: bool = False
    is_read: bool = False
    only_for: str = ""
    until: date | None = None
    all_until: bool = False
    of_several: bool = False
    free_for: str = ""
    free_methods: tuple[str, ...] = ()
    more: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """Time and fee of a version; None: nothing is stated, or nothing sure enough to be said."""

    time: TimeBrief | None = None
    fee: FeeBrief | None = None
