"""What can be read out of words about a fee. Sums are whole, in the currency beside them.

States follow `fee` of schema/common.schema.json: an amount, free, absent, laid down elsewhere.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar

from generator.readings.amounts import Bound
from generator.readings.days import ALWAYS, Period
from generator.readings.evidence import Reading

IMPLAUSIBLE_BELOW = 1_000
"""No fee in Vietnamese dong is smaller: the least note in use is 1,000 VND."""


class Doubt(StrEnum):
    """Why a recorded amount cannot be believed as it stands."""

    IMPLAUSIBLE = "implausible"
    """More than nothing and less than 1,000 VND."""
    THOUSANDS = "thousands"
    """A thousand times as much stands in the words or in another channel."""
    CURRENCY = "currency"
    """The words name the same figure in another currency."""
    AMOUNT = "amount"
    """The words name another amount."""
    SHARE = "share"
    """The words name a share of a schedule, and do not say whether the figure is before it."""


class FeeState(StrEnum):
    """What is known of the fees of a version on a day."""

    AMOUNT = "amount"
    """Sums, or shares of something, are due."""
    FREE = "free"
    ABSENT = "absent"
    NOT_LAID_DOWN = "not_laid_down"
    """The words only say that no fee has been laid down ("không quy định", "chưa quy định")."""
    COUNCIL = "laid_down_by_council"
    """The People's Council of each province lays the fee down (Luật Phí và lệ phí 2015)."""
    ELSEWHERE = "laid_down_elsewhere"
    """Another document lays the fee down."""
    NOT_STATED = "not_stated"


class Authority(StrEnum):
    """Who lays the fee down elsewhere."""

    COUNCIL = "council"
    """The People's Council of the province (nghị quyết của HĐND)."""
    COMMITTEE = "committee"
    """The People's Committee of the province."""
    FINANCE = "finance"
    """The Ministry of Finance (thông tư)."""
    LAW = "law"
    """The law on fees and charges in general."""
    PRICES = "prices"
    """The law on prices in general."""
    SCHEDULE = "schedule"
    """A schedule or document attached at the source."""
    DOCUMENT = "document"
    """Another document, named by its number."""
    OTHER = "other"
    """Nothing more than "theo quy định"."""


@dataclass(frozen=True, slots=True)
class FeeTerms:
    """For whom or what a statement holds, how the file was sent, when, and after which documents.

    `applies_to` are words of the record from the general to the particular; `methods` are those of
    `Channel.method`, none for all; `documents` are normalised numbers.
    """

    applies_to: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    period: Period = ALWAYS
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeeAmount:
    """A sum from `low` to `high` (equal for one sum) for one `unit`, such as "hồ sơ".

    `recorded` when the record holds the sum as a figure. A doubt concerns the recorded figure;
    `suggested` is what the words or another channel have instead, to be asked, never to be used.
    """

    KIND: ClassVar = "amount"
    low: float
    high: float
    currency: str
    unit: str | None = None
    bound: Bound = Bound.EXACT
    recorded: bool = False
    terms: FeeTerms = FeeTerms()
    doubt: Doubt | None = None
    suggested: float | None = None


@dataclass(frozen=True, slots=True)
class FeeShare:
    """`percent` of something: of a value ("tổng giá trị hợp đồng") or of another fee."""

    KIND: ClassVar = "share"
    percent: float
    of: str
    terms: FeeTerms = FeeTerms()


@dataclass(frozen=True, slots=True)
class FeeChange:
    """`percent_due` of the other sums of the same channel is due (0: nothing), on its terms."""

    KIND: ClassVar = "change"
    percent_due: float
    terms: FeeTerms = FeeTerms()


@dataclass(frozen=True, slots=True)
class FeeFree:
    """Free for everybody, said in words ("miễn phí", "không thu")."""

    KIND: ClassVar = "free"
    terms: FeeTerms = FeeTerms()


@dataclass(frozen=True, slots=True)
class FeeAbsent:
    """There is none; `not_yet` when the words only say that none has been laid down."""

    KIND: ClassVar = "absent"
    not_yet: bool = False
    terms: FeeTerms = FeeTerms()


@dataclass(frozen=True, slots=True)
class FeeElsewhere:
    """Laid down elsewhere: by whom, and in `terms.documents` where."""

    KIND: ClassVar = "laid_down_elsewhere"
    authority: Authority
    terms: FeeTerms = FeeTerms()


@dataclass(frozen=True, slots=True)
class FeeExemption:
    """Who pays less: `percent_due` is 0 for full exemption, None when the words give no share.

    `who` is empty where the words say that there are such people, but not who they are.
    """

    KIND: ClassVar = "exemption"
    who: tuple[str, ...]
    percent_due: float | None
    terms: FeeTerms = FeeTerms()


FeeStatement = FeeAmount | FeeShare | FeeChange | FeeFree | FeeAbsent | FeeElsewhere | FeeExemption
"""One thing that words, or a figure with its words, say about a fee."""

FeeReading = Reading[FeeStatement]


@dataclass(frozen=True, slots=True)
class ChannelFees:
    """What is said for channels with the same words: their positions, methods, and the readings.

    No channel and no method for what the steps say.
    """

    channels: tuple[int, ...]
    methods: tuple[str, ...]
    readings: tuple[FeeReading, ...]


@dataclass(frozen=True, slots=True)
class FeesOnDay:
    """Fees on one day: what is due, what is to begin later, and what has ended."""

    day: date
    current: tuple[ChannelFees, ...]
    to_begin: tuple[FeeReading, ...]
    ended: tuple[FeeReading, ...]
