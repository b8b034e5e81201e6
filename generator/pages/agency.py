"""What is known of an agency: where it is, when it is open, how to reach it, what became of it."""

from generator import addresses
from generator.model.edition import Edition
from generator.pages.markdown import blocks, facts, html_line, inline, link, outside


def agency_facts(key: str, here: str, edition: Edition) -> str:
    """Address, hours and contacts of an agency, its parent, successors and register."""
    words = edition.words
    agency = edition.catalogue.agencies[key]
    rows = [
        (words("facts.level"), words(f"level.{agency.level}") if agency.level else ""),
        (words("facts.address"), html_line(agency.address or "")),
        (words("facts.phone"), html_line(agency.phone or "")),
        (words("facts.hours"), html_line(agency.hours or "")),
        (words("facts.website"), outside(agency.website, agency.website) if agency.website else ""),
        (words("facts.until"), words.day(agency.valid_to) if agency.valid_to else ""),
    ]
    register = link(
        words("agency.decisions"), addresses.relative(addresses.decisions_of(key), here)
    )
    parent = (agency.parent,) if agency.parent else ()
    former = tuple(a.id for a in edition.catalogue.agencies.values() if key in a.successors)
    return blocks(
        [
            facts((name, value) for name, value in rows if value),
            _named("agency.parent", parent, here, edition),
            _named("agency.former", former, here, edition),
            _named("agency.successors", agency.successors, here, edition),
            inline(agency.note or ""),
            register if key in edition.decisions_by_agency else "",
        ]
    )


def _named(label: str, keys: tuple[str, ...], here: str, edition: Edition) -> str:
    names = ", ".join(
        link(inline(edition.agency_name(key)), addresses.relative(addresses.agency(key), here))
        for key in keys
        if edition.agency(key)
    )
    return f"{edition.words(label)}: {names}" if names else ""
