"""Up to which day a catalogue knows decisions, beside the day on which its law is read."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from generator.records.catalogue import Catalogue

if TYPE_CHECKING:
    from generator.model.edition import Edition

_SIGNED = "signed"


def newest_days(catalogue: Catalogue, day: date) -> Mapping[str, date]:
    """The day of the newest decision signed by `day`, under `signed`; empty when none states it."""
    stated = (decision.signed for decision in catalogue.decisions.values())
    newest = max((one for one in stated if one and one <= day), default=None)
    return {_SIGNED: newest} if newest else {}


def newest_decision(edition: "Edition") -> date | None:
    """The day on which the newest decision of an edition was signed, as far as records say."""
    return edition.newest_days.get(_SIGNED)


def days_known(edition: "Edition") -> str:
    """The day on which the law is read, and up to which day decisions are known; no full stop."""
    words, newest = edition.words, newest_decision(edition)
    day = words.day(edition.day)
    if newest:
        return words("known.newest", day=day, signed=words.day(newest))
    return words("known.undated" if edition.HAS_FEEDS else "known.on_day", day=day)


def by_known_decisions(said: str, edition: "Edition") -> str:
    """A statement about the day of the edition, with the newest decision that it rests on."""
    newest = newest_decision(edition)
    if newest is None:
        return said
    return edition.words("known.by", said=said, signed=edition.words.day(newest))
