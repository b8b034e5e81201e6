"""Up to which day a catalogue knows decisions, beside the day on which its law is read."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from generator.records.catalogue import Catalogue

if TYPE_CHECKING:
    from generator.model.edition import Edition

_SIGNED, _OF_DATED = "signed", "of_dated"
"""Where every decision states its day of signing, and where only some do."""


def newest_days(catalogue: Catalogue, day: date) -> Mapping[str, date]:
    """The day of the newest decision signed by `day`; empty when none states it.

    It stands under `signed`, or under `of_dated` where other decisions state no day.
    """
    stated = [decision.signed for decision in catalogue.decisions.values()]
    newest = max((one for one in stated if one and one <= day), default=None)
    key = _SIGNED if all(stated) else _OF_DATED
    return {key: newest} if newest else {}


def newest_decision(edition: "Edition") -> date | None:
    """The day on which the newest decision of an edition was signed, as far as records say."""
    return next(iter(edition.newest_days.values()), None)


def days_known(edition: "Edition") -> str:
    """The day on which the law is read, and up to which day decisions are known; no full stop."""
    words, day = edition.words, edition.words.day(edition.day)
    for key, newest in edition.newest_days.items():
        return words(f"known.newest.{key}", day=day, signed=words.day(newest))
    return words("known.undated" if edition.HAS_FEEDS else "known.on_day", day=day)


def by_known_decisions(said: str, edition: "Edition") -> str:
    """A statement about the day of the edition, with the newest decision that it rests on."""
    for key, newest in edition.newest_days.items():
        return edition.words(f"known.by.{key}", said=said, signed=edition.words.day(newest))
    return said
