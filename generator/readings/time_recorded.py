"""Time beside a limit that a record holds: it stands before what is read for the same reason."""

from collections.abc import Iterator

from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.time_values import Reason, TimeAddition, TimeLimit, TimePause
from generator.records.stated import LimitAddition
from generator.records.version import Version

Additions = tuple[Reading[TimeAddition], ...]
Pauses = tuple[Reading[TimePause], ...]
_Recorded = tuple[tuple[str | int, ...], LimitAddition]


def recorded_additions(version: Version) -> Additions:
    """The recorded additions of every channel that have a length, each once."""
    found: dict[TimeAddition, Reading[TimeAddition]] = {}
    for pointer, one in _recorded(version):
        if one.value is None or one.unit is None:
            continue
        limit = TimeLimit(one.value, one.unit, recorded=True)
        value = TimeAddition(Reason(one.reason), limit, one.counted)
        where = evidence_of((*pointer, "value"), f"{one.value:g}")
        found.setdefault(value, Reading(value, Certainty.SURE, (where,)))
    return tuple(found.values())


def with_recorded(recorded: Additions, read: Additions) -> Additions:
    """Recorded additions, and those read for other reasons."""
    reasons = {one.value.reason for one in recorded}
    return (*recorded, *(one for one in read if one.value.reason not in reasons))


def with_recorded_pauses(version: Version, recorded: Additions, read: Pauses) -> Pauses:
    """Recorded additions without a length, and the pauses read for other reasons."""
    found: dict[Reason, Reading[TimePause]] = {}
    for pointer, one in _recorded(version):
        if one.value is None and not one.counted:
            value = TimePause(Reason(one.reason), one.text or "")
            where = evidence_of((*pointer, "reason"), one.reason)
            found.setdefault(value.reason, Reading(value, Certainty.SURE, (where,)))
    known = {*found, *(one.value.reason for one in recorded)}
    return (*found.values(), *(one for one in read if one.value.reason not in known))


def _recorded(version: Version) -> Iterator[_Recorded]:
    for number, channel in enumerate(version.channels.items):
        for position, one in enumerate(channel.time.additions):
            yield ("channels", "items", number, "time", "additions", position), one
