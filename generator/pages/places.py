"""Places: a page for each province, with its communes, their former names, and former districts."""

from collections.abc import Iterator

from generator import addresses
from generator.law.titles import vietnamese_order
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.summaries import shown_summaries
from generator.model.territories import unit_name
from generator.model.units import Successors, former_districts, successors_of
from generator.pages.communes import commune_anchor_link, commune_level_link
from generator.pages.former_units import former_units
from generator.pages.nodes.blocks import (
    NO_BLOCK,
    Block,
    bullets,
    facts,
    heading,
    html_block,
    page_body,
    paragraph,
)
from generator.pages.nodes.html import EMPTY, Html, element, escape_html, escape_line, join_html
from generator.pages.nodes.inline import link, punctuation, run, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.own_procedures import procedures_by_field
from generator.pages.page import Crumb, Page
from generator.pages.posting import place_posting
from generator.records.units import CommuneUnit, ProvinceUnit

_COMMA = escape_html(", ")
_KINDS = ("commune", "ward", "special_zone")


def place_pages(edition: Edition) -> Iterator[Page]:
    """The page above all provinces, and a page for each; none without records of places."""
    places = sorted(edition.catalogue.places.values(), key=lambda one: vietnamese_order(one.name))
    successors = successors_of(edition.catalogue.places)
    if places:
        yield _index(places, edition)
    for place in places:
        yield _province(place, successors, edition)


def _index(places: list[ProvinceUnit], edition: Edition) -> Page:
    words = edition.words
    rows = (
        run(
            link(
                text(unit_name(place, edition.words)),
                addresses.relative(addresses.province(place.id), addresses.PLACES),
            ),
            punctuation(f" ({_counted('communes_count', place, words)})"),
        )
        for place in places
    )
    title, intro = words("list.places"), phrase(words, "list.places_intro")
    body = page_body(phrase(words, "list.places"), intro, bullets(rows))
    return Page(addresses.PLACES, title, body, words("list.places_intro"))


def _province(place: ProvinceUnit, successors: Successors, edition: Edition) -> Page:
    words, name = edition.words, unit_name(place, edition.words)
    body = page_body(
        text(name),
        facts(_facts(place, edition)),
        *_procedures(place, edition),
        _communes_heading(place, words),
        _communes(place, successors, edition),
        *_districts(place, edition),
        place_posting(place, edition),
        text(place.note or ""),
    )
    about = _counted("about", place, words)
    crumbs = (Crumb(words("list.places"), addresses.PLACES),)
    return Page(addresses.province(place.id), name, body, about, crumbs)


def _counted(key: str, place: ProvinceUnit, words: Words) -> str:
    """How many communes a province has, by the kinds that there are."""
    name, count = unit_name(place, words), len(place.communes)
    return words(f"place.{key}", name=name, count=count, kinds=_kinds(place, words))


def _kinds(place: ProvinceUnit, words: Words) -> str:
    """The kinds of communes that a province has: "xã, phường"."""
    kinds = {commune.kind for commune in place.communes}
    return ", ".join(words(f"place.kinds.{kind}") for kind in _KINDS if kind in kinds)


def _communes_heading(place: ProvinceUnit, words: Words) -> Block:
    kinds = _kinds(place, words)
    said = phrase(words, "place.communes", kinds=kinds[:1].upper() + kinds[1:])
    return heading(2, said, words("anchor.place.communes")) if kinds else NO_BLOCK


def _facts(place: ProvinceUnit, edition: Edition) -> Iterator[tuple[str, Html]]:
    words = edition.words
    yield words("place.code"), escape_html(place.code)
    if place.valid_from:
        yield words("place.since"), escape_html(words.day(place.valid_from))
    if place.valid_to:
        yield words("facts.until"), escape_html(words.day(place.valid_to))
    if place.merged_from:
        merged = (escape_line(former.name) for former in place.merged_from)
        yield words("place.merged_from"), join_html(merged, _COMMA)
    document = edition.catalogue.documents.get(place.act or "")
    if document:
        yield words("place.act"), escape_html(document.number)


def _procedures(place: ProvinceUnit, edition: Edition) -> Iterator[Block]:
    """The procedures that hold in this province alone, and the way to those of no single one."""
    words, here = edition.words, addresses.province(place.id)
    shown = [one for one in shown_summaries(edition.summaries) if one.current]
    own = [one for one in shown if one.province == place.code]
    if own:
        yield section_heading(words, "place.procedures")
        yield from procedures_by_field(own, here, edition)
    of_level = commune_level_link(place, place, here, edition)
    if of_level:
        yield html_block(element("p", of_level))
    others = sum(not one.province for one in shown)
    said = phrase(words, "place.nationwide", count=words.number(others))
    yield paragraph(link(said, addresses.relative(addresses.FIELDS, here)))


def _communes(place: ProvinceUnit, successors: Successors, edition: Edition) -> Block:
    """Every commune with an anchor of its own, and the former units of which it was made."""
    ordered = sorted(place.communes, key=lambda commune: vietnamese_order(commune.name))
    rows = (_commune(commune, place, successors, edition) for commune in ordered)
    return html_block(element("dl", join_html(rows), class_="communes"))


def _commune(
    commune: CommuneUnit, place: ProvinceUnit, successors: Successors, edition: Edition
) -> Html:
    words, here = edition.words, addresses.province(place.id)
    former = former_units(commune, place, successors, edition)
    name = element("dt", _name(commune, place, edition))
    value = element("dd", former or escape_html(words("place.unchanged")))
    led = commune_level_link(commune, place, here, edition)
    more = element("dd", led) if led else EMPTY
    return element("div", name, value, more, id=addresses.commune_anchor(commune.code))


def _name(commune: CommuneUnit, place: ProvinceUnit, edition: Edition) -> Html:
    """The name of a commune, a link to its page where it has one."""
    if f"{place.id}/{commune.code}" in edition.known_communes:
        return commune_anchor_link(place, commune, addresses.province(place.id), edition)
    return escape_html(unit_name(commune, edition.words))


def _districts(place: ProvinceUnit, edition: Edition) -> Iterator[Block]:
    """The districts that ended, each with the communes that were made of it."""
    rows = [
        (", ".join(filter(None, (district, province))), _links(communes, place, edition))
        for district, province, communes in former_districts(place)
    ]
    if rows:
        yield section_heading(edition.words, "place.districts")
        yield facts(rows)


def _links(communes: tuple[CommuneUnit, ...], place: ProvinceUnit, edition: Edition) -> Html:
    here = addresses.province(place.id)
    links = (commune_anchor_link(place, commune, here, edition) for commune in communes)
    return join_html(links, _COMMA)
