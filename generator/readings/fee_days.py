"""Fees on a day: what has ended goes, and what is changed for a time is worked out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.findings.problem import Pointer
from generator.readings.evidence import Certainty
from generator.readings.fee_values import (
    ChannelFees,
    FeeAmount,
    FeeChange,
    FeeReading,
    FeesOnDay,
)

_GENERAL = ("phí", "lệ phí")
_CUTS = (0.5, 0.7, 0.8, 0.9)
"""The parts of a fee that circulars leave for a time."""
_FEE = 6
"""Keys of a pointer that lead to one fee: channels, items, n, fees, items, m."""


def fees_on(fees: tuple[ChannelFees, ...], day: date) -> FeesOnDay:
    """What of the fees is due on a day; changes in force on it are worked into the sums.

    What has ended is dropped and what begins later stands apart. A sum for a time takes the place
    of the usual sum for the same thing, and a change ("bằng 50 % mức thu nêu trên") makes the sums
    that it concerns smaller; such a sum is likely, not sure.
    """
    every = list(dict.fromkeys(reading for group in fees for reading in group.readings))
    ended = tuple(r for r in every if r.value.terms.period.has_ended(day))
    to_begin = tuple(r for r in every if r.value.terms.period.is_to_begin(day))
    gone = {*ended, *to_begin}
    current = tuple(
        replace(part, readings=tuple(_due(part, [r for r in part.readings if r not in gone])))
        for group in fees
        for part in _by_method(group)
    )
    return FeesOnDay(day, current, to_begin, ended)


def _by_method(group: ChannelFees) -> Iterator[ChannelFees]:
    """A group apart by method, when something in it holds for one method only."""
    if len(group.methods) < 2 or not any(r.value.terms.methods for r in group.readings):
        yield group
        return
    online = tuple(method for method in group.methods if method == "online")
    for methods in (online, tuple(m for m in group.methods if m not in online)):
        if methods:
            yield replace(group, methods=methods)


def _due(group: ChannelFees, readings: list[FeeReading]) -> Iterator[FeeReading]:
    held = [reading for reading in readings if _holds_for(reading, group.methods)]
    changes = [reading for reading in held if isinstance(reading.value, FeeChange)]
    for reading in held:
        if not isinstance(reading.value, FeeAmount):
            yield reading
        elif not any(_replaces(other, reading) for other in held):
            yield _changed(reading, [c for c in changes if _concerns(c, reading)])


def ended_items(fees: FeesOnDay) -> frozenset[Pointer]:
    """The fees of the record of which nothing is due any longer."""
    due = {_item(one) for group in fees.current for one in group.readings}
    return frozenset({_item(one) for one in fees.ended} - due)


def _item(reading: FeeReading) -> Pointer:
    return reading.evidence[0].pointer[:_FEE]


def _holds_for(reading: FeeReading, methods: tuple[str, ...]) -> bool:
    """Whether a statement holds for one of the methods; by post counts as in person."""
    only = reading.value.terms.methods
    if not only or not methods:
        return True
    return any((method == "online") == ("online" in only) for method in methods)


def _replaces(other: FeeReading, usual: FeeReading) -> bool:
    """Whether a sum for a time, or for this method, stands in for a usual sum."""
    if not isinstance(other.value, FeeAmount) or not isinstance(usual.value, FeeAmount):
        return False
    if other.value.currency != usual.value.currency or usual.value.terms.period:
        return False
    if usual.value.doubt:
        return False
    if not other.value.terms.period and not (
        other.value.terms.methods and not usual.value.terms.methods
    ):
        return False
    if _is_cut(other.value, usual.value):
        return True
    if not other.value.terms.applies_to or not usual.value.terms.applies_to:
        return _fee_of(other) == _fee_of(usual)
    return _same_thing(other.value.terms.applies_to, usual.value.terms.applies_to)


def _is_cut(other: FeeAmount, usual: FeeAmount) -> bool:
    """Whether a sum for a time is a usual part of another one, and no words tell them apart."""
    names = {*other.terms.applies_to, *usual.terms.applies_to}
    if not other.terms.period or any(word.lower() not in _GENERAL for word in names):
        return False
    one_unit = None in (other.unit, usual.unit) or other.unit == usual.unit
    return one_unit and any(other.low == usual.low * share for share in _CUTS)


def _fee_of(reading: FeeReading) -> Pointer:
    return reading.evidence[0].pointer[:_FEE]


def _same_thing(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    folded = [{word.lower().strip(" .,;:") for word in words} for words in (one, two)]
    return folded[0] <= folded[1] or folded[1] <= folded[0]


def _concerns(change: FeeReading, reading: FeeReading) -> bool:
    """Whether a change is one of this sum: under the same headings, and not of one for a time."""
    terms = reading.value.terms
    under = change.value.terms.applies_to
    return not terms.period and terms.applies_to[: len(under)] == under


def _changed(reading: FeeReading, changes: list[FeeReading]) -> FeeReading:
    shares = {c.value.percent_due for c in changes if isinstance(c.value, FeeChange)}
    value = reading.value
    if not shares or not isinstance(value, FeeAmount):
        return reading
    if len(shares) > 1:
        return replace(reading, certainty=Certainty.UNSURE)
    factor = shares.pop() / 100
    worst = Certainty.UNSURE if reading.certainty is Certainty.UNSURE else Certainty.LIKELY
    terms = replace(value.terms, period=changes[0].value.terms.period)
    changed = replace(value, low=value.low * factor, high=value.high * factor, terms=terms)
    evidence = (*reading.evidence, *(e for c in changes for e in c.evidence))
    return replace(reading, value=changed, certainty=worst, evidence=evidence)
