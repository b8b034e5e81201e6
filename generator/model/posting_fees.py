"""Sheets of a set whose fee is said until a day: that day comes though no decision changes them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from generator.model.posting import PostingSet
from generator.readings.brief import read_brief

if TYPE_CHECKING:
    from generator.model.edition import Edition


def fee_ends(items: PostingSet, edition: "Edition") -> Iterator[tuple[date, str]]:
    """The last day of a fee that a sheet of the set states, and the id of its procedure."""
    for code, item in items.items():
        fee = edition.brief_of(item.entry.summary).fee
        if fee and fee.until:
            yield fee.until, code


def ended_fees(items: PostingSet, since: date, day: date) -> Mapping[str, date]:
    """The last days of fees that were stated on a day and had ended by another, by procedure."""
    told = ((code, read_brief(one.entry.version, since).fee) for code, one in items.items())
    return {code: fee.until for code, fee in told if fee and fee.until and fee.until < day}
