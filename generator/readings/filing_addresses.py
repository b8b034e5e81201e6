"""The address that stands behind a body."""

from generator.readings.filing_clauses import Passage
from generator.readings.filing_words import (
    ADDRESS,
    ADDRESS_LEAD,
    ADDRESS_SAID,
    ADDRESS_STOP,
    BEHIND_ADDRESS,
    NAMED_LEAD,
    PLACE_OF_ADDRESS,
)


def address_at(words: Passage, start: int, end: int) -> tuple[str, int] | None:
    """The address that stands at `start`, and where it ends."""
    leads = (lead.match(words.low, start, end) for lead in (ADDRESS_LEAD, NAMED_LEAD))
    ends = [lead.end() for lead in leads if lead] or [start]
    found = next(filter(None, (ADDRESS.match(words.low, at, end) for at in ends)), None)
    if found is None or not PLACE_OF_ADDRESS.search(found[0]):
        return None
    stop = ADDRESS_STOP.search(words.low, *found.span())
    last = stop.start() if stop else found.end()
    said = ADDRESS_SAID.search(words.low, found.start(), last)
    begin = said.end() if said else found.start()
    behind = BEHIND_ADDRESS.search(words.low, begin, last)
    address = words.text[begin : behind.start() if behind else last].strip(" ,.;:-–")
    return (address, last) if PLACE_OF_ADDRESS.search(address.lower()) else None
