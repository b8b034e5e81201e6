"""What fees come to no sum of their own: changes, what is free, what is not laid down yet."""

from collections.abc import Iterable
from typing import TypeVar

from generator.readings.evidence import Reading
from generator.readings.fee_values import (
    FeeAbsent,
    FeeAmount,
    FeeChange,
    FeeFree,
    FeeReading,
    FeesOnDay,
)

T = TypeVar("T")


def readings_of_kind(readings: Iterable[FeeReading], kind: type[T]) -> list[Reading[T]]:
    """The readings of one kind, each value once."""
    found: dict[T, Reading[T]] = {}
    for reading in readings:
        value = reading.value
        if isinstance(value, kind):
            found.setdefault(value, Reading(value, reading.certainty, reading.evidence))
    return list(found.values())


def changes_for_some(every: Iterable[FeeReading]) -> Iterable[Reading[FeeChange]]:
    """The changes that hold for some readers alone; others are worked into the sums."""
    return (one for one in readings_of_kind(every, FeeChange) if one.value.terms.applies_to)


def is_worked_in(change: FeeChange, sums: Iterable[FeeAmount]) -> bool:
    """Whether a part that is due by one way of filing is that of sums, and is not due of them."""
    under = change.terms.applies_to
    is_part = bool(change.percent_due and change.terms.methods)
    return is_part and any(one.terms.applies_to[: len(under)] == under for one in sums)


def free_methods(fees: FeesOnDay) -> tuple[str, ...]:
    """Methods whose every sum is nothing, or that are said to be free."""
    free: dict[str, bool] = {}
    for group in fees.current:
        amounts = readings_of_kind(group.readings, FeeAmount)
        nothing = any(_is_nothing(r.value) for r in group.readings)
        is_free = all(r.value.high == 0 for r in amounts) if amounts else nothing
        for method in group.methods:
            free[method] = free.get(method, True) and is_free
    return tuple(method for method, is_free in free.items() if is_free)


def _is_nothing(value: object) -> bool:
    """Whether there is no fee; that none has been laid down yet does not say so."""
    return isinstance(value, FeeFree) or (isinstance(value, FeeAbsent) and not value.not_yet)


def nothing_for(readings: list[FeeReading]) -> Iterable[Reading[FeeFree | FeeAbsent]]:
    """What is free, or has no fee, while something else is paid for."""
    for free in readings_of_kind(readings, FeeFree):
        if free.value.terms.applies_to:
            yield Reading(free.value, free.certainty, free.evidence)
    for absent in readings_of_kind(readings, FeeAbsent):
        if absent.value.terms.applies_to and not absent.value.not_yet:
            yield Reading(absent.value, absent.certainty, absent.evidence)


def not_yet_for(readings: list[FeeReading]) -> tuple[str, ...]:
    """What no sum is laid down for yet, by its last name."""
    absent = (one.value for one in readings_of_kind(readings, FeeAbsent))
    named = (one.terms.applies_to for one in absent if one.not_yet)
    return tuple(dict.fromkeys(names[-1] for names in named if names))
