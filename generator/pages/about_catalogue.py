"""What a reader of the home page should know of the catalogue: whose it is, and what it lacks."""

from collections.abc import Iterator

from generator.model.edition import Edition
from generator.model.statistics import count_unanswered
from generator.pages.nodes.blocks import NO_BLOCK, Block, facts
from generator.pages.nodes.html import Html, escape_line
from generator.pages.nodes.inline import NOTHING, Inline
from generator.pages.nodes.phrases import phrase
from generator.records.registers import UNKNOWN_AGENCY, Contact


def catalogue_facts(edition: Edition) -> Block:
    """Publisher, source, terms of reuse and where to ask, as far as they are known."""
    rows = list(_rows(edition))
    return facts(rows) if rows else NO_BLOCK


def _rows(edition: Edition) -> Iterator[tuple[str, Html]]:
    words, settings = edition.words, edition.catalogue.settings
    if settings.publisher != UNKNOWN_AGENCY:
        yield words("home.publisher"), escape_line(edition.agency_name(settings.publisher))
    if settings.source:
        system = settings.source.system
        name = words.entries.get(f"home.system.{system}", system)
        yield words("home.source"), escape_line(name)
    if settings.licence:
        yield words("home.licence"), escape_line(settings.licence)
    for contact in edition.contacts("feedback")[:1]:
        yield words("home.contact"), escape_line(_contact(contact))


def _contact(contact: Contact) -> str:
    parts = (contact.name, contact.phone, contact.email)
    return " – ".join(part for part in parts if part)


def unknown_line(edition: Edition) -> Inline:
    """What is not known of the catalogue and of its procedures; nothing when all is."""
    parts = [*_of_catalogue(edition), *_of_procedures(edition)]
    return phrase(edition.words, "home.unknown", parts="; ".join(parts)) if parts else NOTHING


def _of_catalogue(edition: Edition) -> Iterator[str]:
    settings = edition.catalogue.settings
    missing = {
        "publisher": settings.publisher == UNKNOWN_AGENCY,
        "export_day": settings.source is not None,
        "licence": not settings.licence,
        "contact": not edition.contacts("feedback"),
    }
    return (edition.words(f"home.unknown_{name}") for name, is_so in missing.items() if is_so)


def _of_procedures(edition: Edition) -> Iterator[str]:
    """How many procedures say nothing of a field that readers ask for."""
    for name, count in count_unanswered(edition).items():
        if count:
            yield edition.words(f"home.unknown_{name}", count=edition.words.number(count))
