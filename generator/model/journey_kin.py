"""The procedures by which other places take a step that names those of one province."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.law.family_titles import subject_key
from generator.law.title_acts import acts_of
from generator.records.journeys import JourneyStep

if TYPE_CHECKING:
    from generator.model.edition import Edition


def local_procedures(step: JourneyStep, edition: "Edition") -> list[str]:
    """The procedures of a step that hold in one province alone."""
    codes = (choice.procedure for choice in step.choices)
    return [code for code in codes if code in edition.entries and province_holding(code, edition)]


def province_holding(code: str, edition: "Edition") -> str:
    """The province that a published procedure holds in; empty for the country."""
    return edition.entries[code].summary.province


def kin_of_step(step: JourneyStep, edition: "Edition") -> list[str]:
    """The families of its local procedures, and the procedures that join their act to others.

    What settles a matter in one province is a part of a longer title in another.
    """
    found = {
        code
        for local in local_procedures(step, edition)
        for code in (*_family(local, edition), *_joining(local, edition))
    }
    return sorted(found - {choice.procedure for choice in step.choices})


def _family(code: str, edition: "Edition") -> Iterator[str]:
    family = edition.families.get(code)
    yield from (one.procedure for one in family.variants) if family else ()


def _joining(code: str, edition: "Edition") -> Iterator[str]:
    entry = edition.entries[code]
    subject = subject_key(entry.title)
    for one in edition.by_field.get(entry.procedure.field, ()):
        if one.shown and not one.over and subject in acts_of(one.title):
            yield one.procedure
