"""Which source of places comes first: the recorded body, unless words tell better than it."""

from generator.readings.body import BodyKind
from generator.readings.filing_merge import all_doors, is_desk, is_office_door, is_stated_office
from generator.readings.filing_window import Doors


def first_told(sources: list[Doors]) -> list[Doors]:
    """The sources of places, recorded ones first, but for those that words tell better."""
    return _nameless_last(_ended_last(_desks_first(sources)))


def _desks_first(sources: list[Doors]) -> list[Doors]:
    """A recorded tax office stands behind the desks that channels name for handing in by hand."""
    recorded, channels, *rest = sources
    offices = [one.value.body for one in recorded if is_office_door(one.value)]
    is_tax = bool(offices) and all(body and body.kind is BodyKind.TAX for body in offices)
    if is_tax and any(is_desk(one.value) and is_stated_office(one) for one in channels):
        return [channels, recorded, *rest]
    return sources


def _ended_last(sources: list[Doors]) -> list[Doors]:
    """Recorded offices that have all ended stand behind one that lasts in the words of a later one.

    A field can be older than the steps that were written anew beside it.
    """
    recorded, *rest = sources
    ended = [one.value.body for one in recorded if is_stated_office(one)]
    lasting = (one.value.body for one in all_doors(rest) if is_stated_office(one))
    is_old = bool(ended) and all(body and body.ended for body in ended)
    is_told = any(body and not body.ended for body in lasting)
    return [*rest, recorded] if is_old and is_told else sources


def _nameless_last(sources: list[Doors]) -> list[Doors]:
    """Recorded addresses of which no body is told stand behind the bodies that steps name.

    A field has room for the address of one; steps tell which one is for whom.
    """
    recorded, *rest = sources
    offices = [one.value for one in recorded if is_office_door(one.value)]
    nameless = bool(offices) and all(one.body is None and one.address for one in offices)
    told = [one.value for one in all_doors(rest) if is_stated_office(one)]
    named = any(one.body and one.case for one in told)
    return [*rest, recorded] if nameless and named else sources
