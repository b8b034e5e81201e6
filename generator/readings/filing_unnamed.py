"""Places that the words tell by no name, beside the one name that would stand for all of them."""

from collections.abc import Sequence

from generator.readings.door import DoorKind
from generator.readings.evidence import Certainty
from generator.readings.filing_merge import all_doors, is_office_door, is_stated_office
from generator.readings.filing_window import Doors
from generator.readings.filing_words import RESERVE
from generator.readings.lowered import lowered
from generator.readings.territory import Territory

_SOURCES = 3


def unnamed_places(answer: Doors, sources: Sequence[Doors], of: Territory) -> Doors:
    """The words for places, where only weaker words name an office, or a local exception is named.

    `sources` are the field, the channels and the steps, and those of words that say less.
    """
    named = [one for one in answer if is_stated_office(one)]
    first, last = sources[:_SOURCES], all_doors(sources[_SOURCES:])
    is_weak = any(one in last for one in named)
    is_local = of.province is None and all(of.foreign(one.value.body) for one in named)
    if not named or not (is_weak or is_local):
        return ()
    offices = (one for one in all_doors(first) if is_office_door(one.value))
    return tuple(one for one in offices if one.certainty is Certainty.UNSURE)


def ways_before_reserve(answer: Doors) -> Doors:
    """The portals, where every office is only for when they fail."""
    offices = [one for one in answer if is_office_door(one.value)]
    is_reserve = (RESERVE.match(lowered(one.value.case or "")) for one in offices)
    if not offices or not all(is_reserve):
        return ()
    return tuple(one for one in answer if one.value.kind is DoorKind.PORTAL)
