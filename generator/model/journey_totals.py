"""How long a journey takes and what it costs: what its steps come to, and what is not known."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from generator.law.text import fold_text
from generator.model.published import PublishedProcedure
from generator.readings.brief import brief_fee
from generator.readings.fee_days import fees_on
from generator.readings.fee_summary import FeeSummary, summarise_fees
from generator.readings.fee_table import tabulate_sums
from generator.readings.fee_values import ChannelFees, FeeReading, FeeState
from generator.readings.fees import read_fees
from generator.records.journeys import Journey, JourneyStep, StepChoice

Entries = Mapping[str, PublishedProcedure]
_FREE = (FeeState.FREE, FeeState.ABSENT)
_ONCE = ("lần", "hồ sơ", "trường hợp", "giấy", "thẻ", "hộ chiếu", "sổ")
"""How units begin of which one is due for a file; of others nobody knows how many."""


@dataclass(frozen=True, slots=True)
class Amount:
    """The least and the most of something in a unit; `is_read` when no record has the figure."""

    low: float
    high: float
    unit: str
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class Total:
    """What the steps that everybody takes come to, by unit; `unclear` of them are not in it.

    `unclear_steps` are the numbers of these.
    """

    amounts: tuple[Amount, ...]
    unclear: int
    unclear_steps: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class JourneyTotals:
    """Time of the steps one after another, and the fees.

    `shortest` is the time where steps run side by side that do not need each other; None where that
    saves nothing, or cannot be said in one unit. `some_exempt` when some pay less of the fees.
    """

    time: Total
    fees: Total
    shortest: Amount | None = None
    some_exempt: bool = False


def side_by_side(journey: Journey) -> list[tuple[int, ...]]:
    """The numbers of steps that can run at the same time, as they wait for equally many others."""
    ranks: dict[str, int] = {}
    groups: dict[int, list[int]] = defaultdict(list)
    for number, step in enumerate(journey.steps, 1):
        ranks[step.id] = 1 + max((ranks.get(key, 0) for key in step.needs), default=0)
        groups[ranks[step.id]].append(number)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def journey_totals(journey: Journey, entries: Entries, day: date) -> JourneyTotals:
    """The totals on a day of the steps without a condition."""
    taken = [step for step in journey.steps if step.condition is None]
    times = {step.id: _of_step(step, entries, _time) for step in taken}
    fees = {step.id: _of_step(step, entries, partial(_fee, day=day)) for step in taken}
    numbers = journey.numbers()
    return JourneyTotals(
        _total(times, numbers),
        _total(fees, numbers),
        _shortest(journey.steps, times),
        any(_exempts(step, entries, day) for step in taken if fees[step.id]),
    )


def _exempts(step: JourneyStep, entries: Entries, day: date) -> bool:
    """Whether a procedure of a step frees some of its fee, or of a part."""
    found = (entries.get(choice.procedure) for choice in step.choices)
    return any(summarise_fees(fees_on(read_fees(e.version), day)).exemptions for e in found if e)


def _total(amounts: Mapping[str, Amount | None], numbers: Mapping[str, int]) -> Total:
    """The sum of the amounts by the ids of their steps."""
    known: dict[str, list[Amount]] = defaultdict(list)
    for amount in filter(None, amounts.values()):
        known[amount.unit].append(amount)
    unclear = tuple(numbers[step] for step, amount in amounts.items() if amount is None)
    sums = tuple(_sum(unit, found) for unit, found in known.items())
    return Total(sums, len(unclear), unclear)


def _sum(unit: str, amounts: Sequence[Amount]) -> Amount:
    low, high = sum(one.low for one in amounts), sum(one.high for one in amounts)
    return Amount(low, high, unit, any(one.is_read for one in amounts))


def _shortest(steps: Iterable[JourneyStep], times: Mapping[str, Amount | None]) -> Amount | None:
    """The longest chain of steps that need each other, where all have one unit."""
    known = [amount for amount in times.values() if amount]
    if len(known) < len(times) or len({one.unit for one in known}) != 1:
        return None
    ends: dict[str, tuple[float, float]] = {}
    for step in steps:
        before = [ends.get(key, (0.0, 0.0)) for key in step.needs]
        low, high = (max((one[at] for one in before), default=0.0) for at in (0, 1))
        own = times.get(step.id)
        ends[step.id] = (low + own.low, high + own.high) if own else (low, high)
    low, high = (max(end[at] for end in ends.values()) for at in (0, 1))
    if high == sum(one.high for one in known):
        return None
    return Amount(low, high, known[0].unit, any(one.is_read for one in known))


_Reader = Callable[[PublishedProcedure, StepChoice], Amount | None]


def _of_step(step: JourneyStep, entries: Entries, read: _Reader) -> Amount | None:
    """The range over the procedures of a step; None unless all are known, in one unit."""
    found = list(_of_choices(step, entries, read))
    amounts = [amount for amount in found if amount]
    if len(amounts) < len(found) or len({one.unit for one in amounts}) != 1:
        return None
    low, high = min(one.low for one in amounts), max(one.high for one in amounts)
    return Amount(low, high, amounts[0].unit, any(one.is_read for one in amounts))


def _of_choices(step: JourneyStep, entries: Entries, read: _Reader) -> Iterator[Amount | None]:
    """What is read of the choices; of those of one province alone only where no other is there."""
    everywhere = [choice for choice in step.choices if not _is_local(choice, entries)]
    for choice in everywhere or step.choices:
        entry = entries.get(choice.procedure)
        yield read(entry, choice) if entry and not entry.over else None


def _is_local(choice: StepChoice, entries: Entries) -> bool:
    entry = entries.get(choice.procedure)
    return bool(choice.place or (entry and entry.summary.province))


def _time(entry: PublishedProcedure, _: StepChoice) -> Amount | None:
    """The limits in one unit; None where anything comes on top of them."""
    time = entry.summary.brief.time
    if time is None or time.added or any(limit.then for limit in time.limits):
        return None
    units = {limit.unit for limit in time.limits}
    values = [limit.value for limit in time.limits]
    if len(units) != 1:
        return None
    return Amount(min(values), max(values), units.pop(), time.is_read)


def _fee(entry: PublishedProcedure, choice: StepChoice, day: date) -> Amount | None:
    """What is due for a file, nothing where a way of filing is free; None where it is open."""
    read = tuple(_of_case(read_fees(entry.version), choice.fee_words))
    fees = summarise_fees(fees_on(read, day))
    fee = brief_fee(fees)
    if fee is None or _has_more(fees):
        return None
    if fee.state in _FREE:
        return Amount(0, 0, "VND")
    if fee.low is None or fee.high is None or fee.currency is None:
        return None
    if fee.unit and not fee.unit.startswith(_ONCE):
        return None
    return Amount(0 if fees.free_methods else fee.low, fee.high, fee.currency, fee.is_read)


def _of_case(fees: Iterable[ChannelFees], named: Sequence[str]) -> Iterator[ChannelFees]:
    """The fees whose words hold one of some others; all where none are given."""
    wanted = [fold_text(one) for one in named]
    for group in fees:
        kept = tuple(r for r in group.readings if not wanted or _holds_any(r, wanted))
        yield replace(group, readings=kept)


def _holds_any(fee: FeeReading, wanted: Iterable[str]) -> bool:
    said = fold_text(" ".join(one.words for one in fee.evidence))
    return any(one in said for one in wanted)


def _has_more(fees: FeeSummary) -> bool:
    """Whether more is due than one sum: several kinds, shares, what is laid down elsewhere."""
    kinds = fees.table or tabulate_sums(due.reading for due in fees.sums)
    beside = fees.shares or fees.limits or fees.doubted
    elsewhere = fees.elsewhere if fees.state is FeeState.AMOUNT else ()
    return len(kinds) > 1 or bool(beside or elsewhere) or _adds_up(fees)


def _adds_up(fees: FeeSummary) -> bool:
    """Whether a sum for everybody stands beside another for the same way of filing."""
    ways = Counter(due.methods for due in fees.sums)
    for_everybody = (due for due in fees.sums if not due.reading.value.terms.applies_to)
    return any(ways[due.methods] > 1 for due in for_everybody)
