"""What is known of an agency: where it is, when it is open, how to reach it, what became of it."""

from collections.abc import Iterator

from generator import addresses
from generator.model.edition import Edition
from generator.model.territories import unit_name
from generator.pages.communes import commune_anchor_link
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, facts
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    escape_html,
    escape_line,
    external_anchor,
    join_html,
)
from generator.pages.nodes.inline import NOTHING, Inline, join_runs, link, punctuation, run, text
from generator.pages.nodes.phrases import phrase
from generator.pages.posting import office_posting
from generator.records.units import unit_at

_COMMA = escape_html(", ")


def agency_facts(key: str, here: str, edition: Edition) -> Block:
    """Address, hours and contacts of an agency, its parent, successors and register."""
    words = edition.words
    agency = edition.catalogue.agencies[key]
    level = words(f"level.{agency.level}") if agency.level else ""
    website, until = agency.website, agency.valid_to
    rows = [
        (words("facts.level"), escape_html(level)),
        (words("facts.area"), _area(agency.place or "", here, edition)),
        (words("facts.address"), escape_line(agency.address or "")),
        (words("facts.phone"), escape_line(agency.phone or "")),
        (words("facts.hours"), escape_line(agency.hours or "")),
        (words("facts.website"), external_anchor(website, website) if website else EMPTY),
        (words("facts.until"), escape_html(words.day(until)) if until else EMPTY),
    ]
    known = [(name, value) for name, value in rows if value]
    parent = (agency.parent,) if agency.parent else ()
    former = tuple(a.id for a in edition.catalogue.agencies.values() if key in a.successors)
    return blocks(
        [
            facts(known) if known else NO_BLOCK,
            office_posting(key, here, edition),
            _named("agency.parent", parent, here, edition),
            _named("agency.former", former, here, edition),
            _named(_heirs_label(agency.successors), agency.successors, here, edition),
            _named("agency.alias", tuple(_full_name(key, edition)), here, edition),
            _taken_over(former, here, edition),
            text(agency.note or ""),
            _register(key, here, edition),
        ]
    )


def _heirs_label(successors: tuple[str, ...]) -> str:
    return "agency.now" if len(successors) == 1 else "agency.successors"


def _full_name(key: str, edition: Edition) -> Iterator[str]:
    """The agency whose name the record only gives in another form."""
    if key in edition.aliases:
        yield edition.aliases[key]


def _area(place: str, here: str, edition: Edition) -> Html:
    """The commune and the province of an agency, with a link to the page of the province."""
    found = unit_at(edition.catalogue.places, place)
    if found is None:
        return EMPTY
    province, commune = found
    page = addresses.href(addresses.province(province.id), here)
    shown = anchor(unit_name(province, edition.words), page)
    if commune is None:
        return shown
    return join_html([commune_anchor_link(province, commune, here, edition), shown], _COMMA)


def _register(key: str, here: str, edition: Edition) -> Inline:
    if key not in edition.decisions_by_agency:
        return NOTHING
    target = addresses.relative(addresses.decisions_of(key), here)
    return link(phrase(edition.words, "agency.decisions"), target)


def _taken_over(former: tuple[str, ...], here: str, edition: Edition) -> Inline:
    """The procedures that still name an agency whose tasks this one has: where they are listed."""
    links = []
    for key in filter(edition.heirs, former):
        found = edition.by_agency.get(key, ())
        count = sum(one.shown and one.current for one in found)
        if count:
            counts = {"name": edition.agency_name(key), "count": edition.words.number(count)}
            label = phrase(edition.words, "agency.taken_over_from", **counts)
            links.append(link(label, addresses.relative(addresses.agency(key), here)))
    if not links:
        return NOTHING
    title = phrase(edition.words, "agency.taken_over")
    return run(title, punctuation(": "), join_runs("; ", links))


def _named(label: str, keys: tuple[str, ...], here: str, edition: Edition) -> Inline:
    names = [
        link(text(edition.agency_name(key)), addresses.relative(addresses.agency(key), here))
        for key in keys
        if edition.agency(key)
    ]
    if not names:
        return NOTHING
    return run(phrase(edition.words, label), punctuation(": "), join_runs(", ", names))
