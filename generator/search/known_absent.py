"""What is known to be absent from a catalogue, and is."""

from generator.model.edition import Edition
from generator.records.absent import AbsentProcedure
from generator.search.citizens_words import named_syllables


def known_absent(edition: Edition) -> list[AbsentProcedure]:
    """The procedures of absent.yml that nothing published holds by its code or its title."""
    titles = {tuple(named_syllables(entry.title)) for entry in edition.entries.values()}
    return [
        one
        for one in edition.catalogue.absent.values()
        if one.id not in edition.entries and tuple(named_syllables(one.title)) not in titles
    ]
