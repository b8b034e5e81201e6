"""Rules on numbers that nobody can have meant: too large, or unlike the same number beside them."""

from collections import defaultdict
from collections.abc import Iterator

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.durations import length_of
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import FEES, PRACTICE
from generator.records.version import Version

_MOST = {"sets": 10, "originals": 9, "copies": 11}
"""The most sets, originals and copies; the national catalogue has no more than eleven."""
_MOST_HERE = {"sets": 9, "originals": 9, "copies": 9}
"""The same in records that are written here, where ten is a slip for one."""
_LONGEST_DAYS = 730
"""Days of a limit; the longest of the national catalogue has 420."""
_SMALLEST_COIN = 100
_FROM = 1000
"""Dong: smaller amounts are reported as too small."""
_TENFOLD = 10


def _too_many(version: Version) -> Iterator[Breach]:
    """More sets or copies, or a longer limit, than any procedure of the country has."""
    most = _MOST if version.source is not None else _MOST_HERE
    for pointer, key, value in _counts(version):
        if value > most[key]:
            yield here(*pointer, key, found=value, limit=most[key])
    for position, channel in enumerate(version.channels.items):
        for key in ("time", "committed_time"):
            length = length_of(getattr(channel, key))
            if length and length.days > _LONGEST_DAYS:
                place = ("channels", "items", position, key, "value")
                yield here(*place, found=_days(length.days), limit=_days(_LONGEST_DAYS))


def _days(count: float) -> Wording:
    return Wording(("hint.of_days",), values={"value": f"{count:g}"})


def _counts(version: Version) -> Iterator[tuple[Pointer, str, int]]:
    if version.dossier.sets:
        yield ("dossier",), "sets", version.dossier.sets
    for g, group in enumerate(version.dossier.groups.items):
        for i, item in enumerate(group.items):
            for key in ("originals", "copies"):
                yield ("dossier", "groups", "items", g, "items", i), key, getattr(item, key) or 0


def _odd_amount(version: Version) -> Iterator[Breach]:
    """An amount of dong that no notes and coins can pay."""
    for pointer, _, amount in _amounts(version):
        if amount >= _FROM and amount % _SMALLEST_COIN:
            yield here(*pointer, found=amount)


def _amounts(version: Version) -> Iterator[tuple[Pointer, str, float]]:
    for position, channel in enumerate(version.channels.items):
        for index, fee in enumerate(channel.fees.items):
            if fee.amount and fee.currency == "VND":
                pointer = ("channels", "items", position, "fees", "items", index, "amount")
                yield pointer, f"{fee.name}|{fee.kind}|{fee.unit}", fee.amount


def _ten_times_another(version: Version) -> Iterator[Breach]:
    """One fee is ten times as high, or more, by another way to submit."""
    by_name: dict[str, list[tuple[Pointer, float]]] = defaultdict(list)
    for pointer, name, amount in _amounts(version):
        by_name[name].append((pointer, amount))
    for entries in by_name.values():
        lowest = min(amount for _, amount in entries)
        for pointer, amount in entries:
            if amount / lowest >= _TENFOLD:
                yield here(*pointer, found=amount, other=lowest)
                break


def _ten_times_as_long(version: Version) -> Iterator[Breach]:
    """One limit is exactly ten or a hundred times as long by another way to submit."""
    times = [
        (position, channel.time.unit, channel.time.value)
        for position, channel in enumerate(version.channels.items)
        if channel.time and channel.time.value
    ]
    lowest: dict[str, float] = {}
    for _, unit, value in times:
        lowest[unit] = min(value, lowest.get(unit, value))
    for position, unit, value in times:
        if value in (10 * lowest[unit], 100 * lowest[unit]):
            place = ("channels", "items", position, "time", "value")
            yield here(*place, found=value, other=lowest[unit])


_WARNING = Severity.WARNING
RULES = (
    Rule("PT140", _WARNING, PRACTICE, _too_many, ("version",)),
    Rule("PT141", _WARNING, FEES, _odd_amount, ("version",), written_here=True),
    Rule("PT148", _WARNING, PRACTICE, _ten_times_as_long, ("version",), written_here=True),
    Rule("PT142", _WARNING, FEES, _ten_times_another, ("version",), written_here=True),
)
