"""Whether converted records hold what their types say: exports are data of others, of any type."""

from collections.abc import Iterable, Iterator

import msgspec

from generator.records.serialise import serialise

_MOST = 10**15
"""No fee, time or count of anything comes near; floats are exact below."""


def refuse_misfits(records: Iterable[object]) -> None:
    """Raise ValueError where a record holds a value of another type than its field has.

    A number in the place of a text would otherwise be written, and be an error when it is read.
    """
    for record in records:
        data = serialise(record)
        msgspec.convert(data, type(record))
        if any(not 0 <= number < _MOST for number in _numbers(data)):
            raise ValueError("a number that is no count, amount or year")


def _numbers(value: object) -> Iterator[float]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _numbers(inner)
    elif isinstance(value, int | float):
        yield value
