"""A page for each commune that a catalogue knows something of: where to go, and what it was."""

from collections.abc import Iterator

from generator import addresses
from generator.model.edition import Edition
from generator.model.summaries import VersionSummary, shown_count
from generator.model.territories import unit_name
from generator.model.units import successors_of
from generator.pages.former_units import former_units
from generator.pages.nodes.blocks import NO_BLOCK, Block, facts, html_block, page_body
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    anchor_with_key,
    element,
    escape_html,
    escape_line,
    external_anchor,
    join_html,
)
from generator.pages.nodes.inline import text
from generator.pages.nodes.phrases import section_heading
from generator.pages.own_procedures import procedure_links
from generator.pages.page import Crumb, Page
from generator.pages.posting import commune_posting
from generator.records.registers import Agency
from generator.records.units import CommuneUnit, ProvinceUnit, unit_at

_DOT = escape_html(" · ")
_MOST = 50
"""Procedures of its own that the page of a commune names."""


def commune_page(key: str, edition: Edition) -> Page:
    """The page of the commune at a place."""
    found = unit_at(edition.catalogue.places, key)
    assert found
    place, commune = found
    assert commune
    words, here = edition.words, addresses.commune(place.id, commune.code)
    name, around = unit_name(commune, words), unit_name(place, words)
    agencies = edition.known_communes[key]
    body = page_body(
        text(f"{name}, {around}"),
        section_heading(words, "commune.offices"),
        facts(_offices(agencies, here, edition)),
        commune_posting(place, commune, edition),
        *_own(agencies, here, edition),
        _all_of_level(commune, place, here, edition),
        section_heading(words, "commune.former"),
        html_block(element("p", _former(commune, place, edition))),
        facts(_facts(commune, place, here, edition)),
    )
    crumbs = (
        Crumb(words("list.places"), addresses.PLACES),
        Crumb(around, addresses.province(place.id)),
    )
    about = words("commune.about", name=name, around=around)
    return Page(here, f"{name}, {around}", body, about, crumbs)


def commune_target(place: ProvinceUnit, commune: CommuneUnit, edition: Edition) -> str:
    """Where links to a commune lead: its page if it has one, else its line on its province's."""
    if f"{place.id}/{commune.code}" in edition.known_communes:
        return addresses.commune(place.id, commune.code)
    return f"{addresses.province(place.id)}#{addresses.commune_anchor(commune.code)}"


def commune_anchor_link(
    place: ProvinceUnit, commune: CommuneUnit, here: str, edition: Edition
) -> Html:
    """A link to a commune, from the page `here`."""
    page, _, line = commune_target(place, commune, edition).partition("#")
    start = "" if page == here else addresses.href(page, here)
    return anchor(unit_name(commune, edition.words), f"{start}#{line}" if line else start)


def _offices(agencies: tuple[str, ...], here: str, edition: Edition) -> Iterator[tuple[str, Html]]:
    for key in agencies:
        agency = edition.catalogue.agencies[key]
        page = anchor(edition.words("commune.office"), addresses.href(addresses.agency(key), here))
        said = [*_contacts(agency), page]
        yield agency.name, join_html(said, _DOT)


def _contacts(agency: Agency) -> Iterator[Html]:
    yield from (escape_line(said) for said in (agency.address, agency.phone, agency.hours) if said)
    if agency.website:
        yield external_anchor(agency.website, agency.website)


def _own(agencies: tuple[str, ...], here: str, edition: Edition) -> Iterator[Block]:
    """What the agencies of the commune publish, execute, decide or receive."""
    found: dict[str, VersionSummary] = {
        one.procedure: one
        for key in agencies
        for one in edition.by_agency.get(key, ())
        if one.shown and not one.over
    }
    if found:
        yield section_heading(edition.words, "commune.procedures")
        yield procedure_links(list(found.values())[:_MOST], here)


def _all_of_level(commune: CommuneUnit, place: ProvinceUnit, here: str, edition: Edition) -> Block:
    """The procedures that every commune settles, those of its province first."""
    led = commune_level_link(commune, place, here, edition)
    return html_block(element("p", led)) if led else NO_BLOCK


def commune_level_link(
    unit: CommuneUnit | ProvinceUnit, place: ProvinceUnit, here: str, edition: Edition
) -> Html:
    """A link to the procedures of communes as the list of a unit; empty where none holds there.

    Those of other provinces than its `place` are not counted; a script puts what the province has
    of its own first.
    """
    found = edition.by_level.get("commune", ())
    words, count = edition.words, shown_count(one for one in found if one.holds_in(place.code))
    if not count:
        return EMPTY
    said = words("commune.all", count=words.number(count))
    target = f"{addresses.href(addresses.level('commune'), here)}?o={unit.code}"
    return anchor_with_key(said, target, unit_name(unit, words))


def _former(commune: CommuneUnit, place: ProvinceUnit, edition: Edition) -> Html:
    """The units that the commune was made of."""
    successors = successors_of(edition.catalogue.places)
    found = former_units(commune, place, successors, edition)
    return found or escape_html(edition.words("place.unchanged"))


def _facts(
    commune: CommuneUnit, place: ProvinceUnit, here: str, edition: Edition
) -> Iterator[tuple[str, Html]]:
    """Since when and by which act it is called so; its code and its province."""
    words = edition.words
    since, until = commune.valid_from or place.valid_from, commune.valid_to
    document = edition.catalogue.documents.get(commune.act or place.act or "")
    yield words("place.since"), escape_html(words.day(since)) if since else EMPTY
    if until:
        yield words("facts.until"), escape_html(words.day(until))
    if document:
        yield words("place.act"), escape_html(document.number)
    yield words("place.code"), escape_html(commune.code)
    page = addresses.href(addresses.province(place.id), here)
    yield words("commune.province"), anchor(unit_name(place, words), page)
