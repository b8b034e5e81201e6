"""What a procedure was replaced by, and what it replaced, by the rows of decisions."""

from collections.abc import Iterable, Sequence

from generator.law.intervals import Event


def successors_in(events: Sequence[Event]) -> tuple[str, ...]:
    """What a procedure was replaced by; nothing where it was published again since."""
    ends: list[Event] = []
    for event in events:
        if event.version:
            ends = [end for end in ends if event.is_before_end(end)]
        elif event.action == "replace":
            ends.append(event)
    return tuple(dict.fromkeys(target.procedure for end in ends for target in end.row.by))


def predecessors_in(events: Iterable[Event]) -> tuple[str, ...]:
    """What a procedure replaced."""
    starts = [event for event in events if event.version and event.action == "replace"]
    return tuple(dict.fromkeys(code for event in starts for code in event.row.replaces))
