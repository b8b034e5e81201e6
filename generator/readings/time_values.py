"""What can be read out of words about time: the limit, its cases, what is added and not counted.

The shapes follow what a recorded time limit is to hold: a base, cases by area, case and channel,
and additions with their reasons.
"""

from dataclasses import dataclass
from enum import StrEnum

from generator.readings.evidence import Reading

Length = tuple[tuple[float, str], ...]
"""Value and unit of each part of a limit."""


class CaseKind(StrEnum):
    """What a limit of its own depends on."""

    AREA = "area"
    """Mountains, borders, islands, hard-up communes."""
    CASE = "case"
    """The matter of the applicant."""
    CHANNEL = "channel"
    """How the file is sent."""


class Reason(StrEnum):
    """Why time is added or not counted."""

    POSTING = "posting"
    """Public notice (niêm yết, đăng tin)."""
    SURVEY = "survey"
    """Measuring or inspection on the spot."""
    TAX = "tax"
    """Financial duties, worked out by the tax office or paid by the applicant."""
    CONSULTATION = "consultation"
    """Opinions of other offices."""
    VERIFICATION = "verification"
    """Checks of facts, expert examination."""
    HOLIDAYS = "holidays"
    """Public holidays, in a limit of calendar days."""
    COMPLETION = "completion"
    """The applicant completes or corrects the file; no addition for a complete file."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """`value` of `unit` (hour, day, working_day, month, year).

    No working days is the same day, no hours is at once.

    `start` are the words that say from when it runs; `then` is a second part in another unit
    ("02 tháng và 15 ngày làm việc"); `recorded` when the record holds it as a figure; `working`
    where words say of hours that they are working hours.
    """

    value: float
    unit: str
    start: str | None = None
    then: "TimeLimit | None" = None
    recorded: bool = False
    working: bool | None = None

    @property
    def length(self) -> Length:
        """Value and unit of each part, for comparing lengths alone."""
        rest = self.then.length if self.then else ()
        return ((self.value, self.unit), *rest)


@dataclass(frozen=True, slots=True)
class TimeCase:
    """The limit of some readers: those of an area, a case or a channel.

    `name` are the words of the record for whom ("" when it gives none); `within` is the case that
    an area limit belongs to; `added` when the limit comes on top of the usual one; `methods` are
    the ways of filing that it holds for, none for all.
    """

    kind: CaseKind
    name: str
    limit: TimeLimit
    added: bool = False
    within: str | None = None
    methods: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeAddition:
    """Time for a `reason` beside the handling of the file.

    `counted` when it is part of the limit, False when it comes on top, None when the words do not
    say; `condition` are the words for which case only; `total` when the whole limit is then
    `limit`, and not so much more.
    """

    reason: Reason
    limit: TimeLimit
    counted: bool | None = None
    condition: str | None = None
    total: bool = False


@dataclass(frozen=True, slots=True)
class TimePause:
    """Time that is not counted and that the words give no length of."""

    reason: Reason
    words: str


@dataclass(frozen=True, slots=True)
class LateHour:
    """A file that comes in after this hour ("15:00") counts from the next working day."""

    after: str


@dataclass(frozen=True, slots=True)
class TimeStage:
    """One stage of the work and its limit, where the words give no limit of the whole."""

    name: str
    limit: TimeLimit


class Speaker(StrEnum):
    """Whose time a quoted sentence is about."""

    OFFICE = "office"
    READER = "reader"
    """By when whoever files has to do so."""
    UNTOLD = "untold"
    """The words do not tell for sure."""


@dataclass(frozen=True, slots=True)
class TimeQuote:
    """A sentence about time to be quoted, the lengths in it, and the heading that it stands under.

    `heading` is "" for none; both are on one line, with "…" where the sentence is cut. `needed`
    when the time of the whole, for everybody or for a case, is not known without it. `heads` are
    the first words of each item where it lists what is not counted. `other_unit` when it gives the
    declared number of the whole in another unit, `other_whole` when it gives another number of the
    whole; `of_way` when it tells of a case what channels declare for a way of filing; `none` when
    it says that no time is laid down.
    """

    text: str
    lengths: tuple[Length, ...] = ()
    whose: Speaker = Speaker.UNTOLD
    heading: str = ""
    needed: bool = False
    heads: tuple[str, ...] = ()
    other_unit: bool = False
    of_way: bool = False
    other_whole: bool = False
    none: bool = False


@dataclass(frozen=True, slots=True)
class TimeConflict:
    """A recorded limit and another one in the words beside it."""

    recorded: TimeLimit
    words: TimeLimit


@dataclass(frozen=True, slots=True)
class TimeReadings:
    """What is said of time: enough for one line, and what makes it longer.

    `base` is the limit of everybody who is in none of the `cases`; None when there is no such
    limit or it is not known. `quotes` are the sentences that say more of time than the declared
    figure; `by_case` when that is not one for everybody, so that a page states none of them.
    `other_sum` is the declared number in another unit, to which steps come together; `area_counted`
    is what an area adds, where declared figures may hold it already.
    """

    base: Reading[TimeLimit] | None = None
    cases: tuple[Reading[TimeCase], ...] = ()
    additions: tuple[Reading[TimeAddition], ...] = ()
    pauses: tuple[Reading[TimePause], ...] = ()
    late_hour: Reading[LateHour] | None = None
    stages: tuple[Reading[TimeStage], ...] = ()
    conflicts: tuple[Reading[TimeConflict], ...] = ()
    quotes: tuple[Reading[TimeQuote], ...] = ()
    by_case: bool = False
    other_sum: TimeLimit | None = None
    area_counted: TimeLimit | None = None
