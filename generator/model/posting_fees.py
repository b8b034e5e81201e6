"""Sheets of a set whose fee is said until a day: that day comes though no decision changes them."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from generator.model.posting import PostingSet
from generator.readings.brief import read_brief
from generator.records.version import Version

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
    found = ((code, ended_fee(one.entry.version, since, day)) for code, one in items.items())
    return {code: until for code, until in found if until}


def ended_fee(version: Version, since: date, day: date) -> date | None:
    """The last day of the fee that a version states on a day, where it had ended by another."""
    fee = read_brief(version, since).fee
    return fee.until if fee and fee.until and fee.until < day else None
