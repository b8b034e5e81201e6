"""What a page can say of the fees on one line, and how sure it is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.readings.amounts import Bound
from generator.readings.evidence import Certainty, Reading
from generator.readings.fee_table import SumKind, tabulate_sums
from generator.readings.fee_terms import is_on_request
from generator.readings.fee_values import (
    Authority,
    ChannelFees,
    FeeAbsent,
    FeeAmount,
    FeeChange,
    FeeElsewhere,
    FeeExemption,
    FeeFree,
    FeeReading,
    FeeShare,
    FeesOnDay,
    FeeState,
)
from generator.readings.fee_ways import is_by_way
from generator.readings.fee_without_sum import (
    changes_for_some,
    free_methods,
    is_worked_in,
    not_yet_for,
    nothing_for,
    readings_of_kind,
)

MOST_LISTED = 3
"""So many sums are listed with their payers; of more, the smallest and the largest are said."""

_CASE = re.compile(r"\W{0,40}(?:trường hợp|đối với)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DueSum:
    """A sum that is due, and the methods of filing that it holds for; none for all."""

    reading: Reading[FeeAmount]
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueShare:
    """A share that is due, and the methods of filing that it holds for; none for all."""

    reading: Reading[FeeShare]
    methods: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SumRange:
    """The smallest and the largest of several sums in one currency."""

    low: float
    high: float
    currency: str


@dataclass(frozen=True, slots=True)
class FeeSummary:
    """What can be said of the fees of a version on one line.

    `sums` lists the sums when they are few, else `ranges` has one range a currency and `table` all
    of them. `limits` are the least and the most that a sum by the piece can come to, `changes` what
    only some readers pay of the sums, `worked_in` those that the sums come to already.
    `free_methods` are ways of filing without a fee beside others that have one, `untold_methods`
    those of which nothing is known beside others that have a sum of their own. `not_yet_for` names
    what no sum is laid down for yet, beside sums. `doubted` are recorded figures that a page asks
    about and never states, beside sums of the words as well. `on_request` is laid down elsewhere
    for those alone who ask for something beside the result: it is not the fee of the procedure.
    `ended` are the sums of a past time where nothing else is said.
    Nothing but the words of the record is stated when `certainty` is unsure.
    """

    state: FeeState
    certainty: Certainty
    sums: tuple[DueSum, ...] = ()
    ranges: tuple[SumRange, ...] = ()
    table: tuple[SumKind, ...] = ()
    limits: tuple[Reading[FeeAmount], ...] = ()
    changes: tuple[Reading[FeeChange], ...] = ()
    worked_in: tuple[Reading[FeeChange], ...] = ()
    free_methods: tuple[str, ...] = ()
    untold_methods: tuple[str, ...] = ()
    nothing_for: tuple[Reading[FeeFree | FeeAbsent], ...] = ()
    not_yet_for: tuple[str, ...] = ()
    shares: tuple[DueShare, ...] = ()
    elsewhere: tuple[Reading[FeeElsewhere], ...] = ()
    on_request: tuple[Reading[FeeElsewhere], ...] = ()
    exemptions: tuple[Reading[FeeExemption], ...] = ()
    doubted: tuple[Reading[FeeAmount], ...] = ()
    to_begin: tuple[FeeReading, ...] = ()
    ended: tuple[FeeReading, ...] = ()


def summarise_fees(fees: FeesOnDay) -> FeeSummary:
    """The summary of the fees on a day; state `not_stated` when nothing is said of them."""
    every = [reading for group in fees.current for reading in group.readings]
    sums = _sums(fees)
    paid = [due for due in sums if due.reading.value.high > 0]
    doubted = tuple(r for r in readings_of_kind(every, FeeAmount) if r.value.doubt)
    shares = tuple(_shares(fees))
    laid_down = readings_of_kind(every, FeeElsewhere)
    elsewhere = tuple(one for one in laid_down if not _is_on_request(one.value))
    exemptions = tuple(readings_of_kind(every, FeeExemption))
    state = _state(bool(paid or shares or doubted), bool(sums), every)
    used = [due.reading.certainty for due in paid]
    used = used or [r.certainty for r in every if _decides(r, state)]
    certainty = _least([*used, Certainty.LIKELY] if doubted and paid else used)
    few = len(paid) <= MOST_LISTED
    changes = tuple(changes_for_some(every)) if paid or shares or elsewhere else ()
    amounts = [due.reading.value for due in paid]
    worked_in = tuple(one for one in changes if is_worked_in(one.value, amounts))
    return FeeSummary(
        state=state,
        certainty=certainty,
        sums=tuple(paid) if few else (),
        ranges=() if few else tuple(_ranges(paid)),
        table=() if few else _table(paid),
        limits=tuple(_limits(every, paid)),
        changes=tuple(one for one in changes if one not in worked_in),
        worked_in=worked_in,
        free_methods=free_methods(fees) if paid else (),
        untold_methods=_untold_methods(fees, paid, shares),
        nothing_for=tuple(nothing_for(every)),
        not_yet_for=not_yet_for(every) if paid else (),
        shares=shares,
        elsewhere=elsewhere,
        on_request=tuple(one for one in laid_down if _is_on_request(one.value)),
        exemptions=exemptions,
        doubted=doubted,
        to_begin=fees.to_begin,
        ended=fees.ended if state is FeeState.NOT_STATED else (),
    )


def _untold_methods(
    fees: FeesOnDay, paid: Iterable[DueSum], shares: Iterable[DueShare]
) -> tuple[str, ...]:
    """The ways of filing of which nothing is said on the day, where all that is due is by way."""
    due = [*(one.methods for one in paid), *(one.methods for one in shares)]
    if not due or not all(due):
        return ()
    told = {method for group in fees.current if group.readings for method in group.methods}
    told.update(*due)
    every = dict.fromkeys(method for group in fees.current for method in group.methods)
    return tuple(method for method in every if method not in told)


def _table(paid: list[DueSum]) -> tuple[SumKind, ...]:
    """The sums by kind, each with the methods of filing that it holds for."""
    methods = {id(due.reading): due.methods for due in paid}
    return tuple(
        replace(
            kind,
            cases=tuple(replace(one, methods=methods[id(one.reading)]) for one in kind.cases),
        )
        for kind in tabulate_sums(due.reading for due in paid)
    )


def _sums(fees: FeesOnDay) -> list[DueSum]:
    """The sums that are due, each once; a doubted figure is none when the words give a sum.

    A sum that words change for one way of filing is stated for the others.
    """
    found: dict[tuple[object, ...], tuple[Reading[FeeAmount], list[str]]] = {}
    every = list(_exact(fees))
    plain = {_key(one) for _, one in every if one.certainty is not Certainty.UNSURE}
    for group, reading in every:
        changed = any(isinstance(one.value, FeeChange) for one in group.readings)
        if not (changed and reading.certainty is Certainty.UNSURE and _key(reading) in plain):
            known, methods = found.get(_key(reading), (reading, []))
            found[_key(reading)] = (_with_documents(known, reading), [*methods, *group.methods])
    ways = {method for group in fees.current for method in group.methods}
    particular = _particular([*found.values()])
    due = [(reading.value.terms, set(methods)) for reading, methods in particular]
    return [
        DueSum(reading, tuple(dict.fromkeys(methods)) if is_by_way(own, due, ways) else ())
        for (reading, methods), own in zip(particular, due, strict=True)
    ]


def _with_documents(known: Reading[FeeAmount], again: Reading[FeeAmount]) -> Reading[FeeAmount]:
    """A sum with the documents that the words of another channel name for it, too."""
    terms, more = known.value.terms, again.value.terms.documents
    named = tuple(dict.fromkeys((*terms.documents, *more)))
    if named == terms.documents:
        return known
    return replace(known, value=replace(known.value, terms=replace(terms, documents=named)))


def _key(one: Reading[FeeAmount]) -> tuple[object, ...]:
    value = one.value
    return (value.low, value.high, value.currency, value.terms.applies_to)


def _exact(fees: FeesOnDay) -> Iterable[tuple[ChannelFees, Reading[FeeAmount]]]:
    """The amounts of every channel that are no bounds, if it has any, and not doubted."""
    for group in fees.current:
        amounts = readings_of_kind(group.readings, FeeAmount)
        exact = [one for one in amounts if one.value.bound is Bound.EXACT] or amounts
        yield from ((group, one) for one in exact if one.value.doubt is None)


def _shares(fees: FeesOnDay) -> Iterable[DueShare]:
    found: dict[tuple[float, str], tuple[Reading[FeeShare], list[str]]] = {}
    due = [(one.value.terms, set(group.methods)) for group, one in _exact(fees)]
    for group in fees.current:
        for reading in readings_of_kind(group.readings, FeeShare):
            key = (reading.value.percent, reading.value.of)
            found.setdefault(key, (reading, []))[1].extend(group.methods)
    every = {method for group in fees.current for method in group.methods}
    for reading, methods in found.values():
        is_by = is_by_way((reading.value.terms, set(methods)), due, every)
        yield DueShare(reading, tuple(dict.fromkeys(methods)) if is_by else ())


def _limits(readings: list[FeeReading], paid: list[DueSum]) -> Iterable[Reading[FeeAmount]]:
    """The bounds beside the sums, of which none is one of these."""
    due = {found.reading.value for found in paid}
    for reading in readings_of_kind(readings, FeeAmount):
        if reading.value.bound is not Bound.EXACT and due - {reading.value} == due:
            yield reading


def _particular(
    sums: list[tuple[Reading[FeeAmount], list[str]]],
) -> list[tuple[Reading[FeeAmount], list[str]]]:
    """The sums without those that another one says again with more words.

    The methods of one that is left out are those of the other, too.
    """
    said = [
        (r.value.low, r.value.high, r.value.currency, set(r.value.terms.applies_to))
        for r, _ in sums
    ]
    found = []
    for number, (reading, methods) in enumerate(sums):
        if not any(_says_again(said[number], other) for other in said):
            others = [n for n, other in enumerate(said) if _says_again(other, said[number])]
            more = [method for other in others for method in sums[other][1]]
            found.append((reading, [*methods, *more]))
    return found


_Words = tuple[float, float, str, set[str]]


def _says_again(one: _Words, other: _Words) -> bool:
    """Whether another sum is the same, with more words for what it is."""
    return one[:3] == other[:3] and one[3] < other[3]


def _state(has_sum: bool, has_zero: bool, every: list[FeeReading]) -> FeeState:
    if has_sum:
        return FeeState.AMOUNT
    values = [reading.value for reading in every]
    laid_down = (value for value in values if isinstance(value, FeeElsewhere))
    authorities = [value.authority for value in laid_down if not _is_on_request(value)]
    if authorities:
        by_council = Authority.COUNCIL in authorities
        return FeeState.COUNCIL if by_council else FeeState.ELSEWHERE
    if has_zero or any(isinstance(value, FeeFree) for value in values):
        return FeeState.FREE
    absent = [value for value in values if isinstance(value, FeeAbsent) and not _is_case(value)]
    if absent and all(value.not_yet for value in absent):
        return FeeState.NOT_LAID_DOWN
    return FeeState.ABSENT if absent else FeeState.NOT_STATED


def _is_on_request(value: FeeElsewhere) -> bool:
    return any(map(is_on_request, value.terms.applies_to))


def _is_case(value: FeeAbsent) -> bool:
    """Whether there is none in one case alone ("trường hợp (ii)"), whatever others pay."""
    return any(_CASE.match(word) for word in value.terms.applies_to)


def _decides(reading: FeeReading, state: FeeState) -> bool:
    kinds = {
        FeeState.AMOUNT: FeeShare,
        FeeState.COUNCIL: FeeElsewhere,
        FeeState.ELSEWHERE: FeeElsewhere,
        FeeState.FREE: FeeFree | FeeAmount,
        FeeState.ABSENT: FeeAbsent,
        FeeState.NOT_LAID_DOWN: FeeAbsent,
    }
    return state in kinds and isinstance(reading.value, kinds[state])


def _least(certainties: list[Certainty]) -> Certainty:
    return min(certainties, key=lambda one: one.rank, default=Certainty.UNSURE)


def _ranges(sums: list[DueSum]) -> Iterable[SumRange]:
    by_currency: dict[str, list[FeeAmount]] = {}
    for due in sums:
        by_currency.setdefault(due.reading.value.currency, []).append(due.reading.value)
    for currency, values in by_currency.items():
        yield SumRange(min(v.low for v in values), max(v.high for v in values), currency)
