"""Who follows an agency that ended, and who follows that one."""

from collections.abc import Mapping, Sequence

from generator.records.registers import Agency


def followers(start: str, agencies: Mapping[str, Agency]) -> set[str]:
    """An agency and all that follow it."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(_heirs(key, agencies))
    return found


def way_of_successors(start: str, end: str, agencies: Mapping[str, Agency]) -> Sequence[str]:
    """The shortest way over successors from one agency to another; empty where there is none."""
    ways = [[start]]
    for way in ways:
        if way[-1] == end:
            return way
        ways += [[*way, heir] for heir in _heirs(way[-1], agencies) if heir not in way]
    return []


def _heirs(key: str, agencies: Mapping[str, Agency]) -> Sequence[str]:
    return agencies[key].successors if key in agencies else ()
