"""How to keep up: feeds to subscribe to, the calendar, and a feed of one's own choosing."""

from collections.abc import Iterable

from generator import addresses
from generator.law.titles import vietnamese_order
from generator.locale import Words
from generator.model.agency_names import names_told_apart
from generator.model.edition import Edition
from generator.model.summaries import shown_count
from generator.pages.nodes.blocks import Block, html_block, page_body
from generator.pages.nodes.html import (
    Attribute,
    Html,
    anchor_with_key,
    element,
    escape_html,
    folded_block,
    join_html,
    void_element,
)
from generator.pages.nodes.inline import Inline, join_runs, link
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Page

_FORM_WORDS = ("found", "none", "title")
_KINDS = (("Atom", "xml"), ("JSON", "json"))


def follow_page(edition: Edition) -> Page:
    """The page about feeds; its form, with JavaScript, puts one together in the browser."""
    words = edition.words
    summary = escape_html(words("follow.all_agencies"))
    body = page_body(
        phrase(words, "list.follow"),
        phrase(words, "follow.intro"),
        _all_changes(words),
        section_heading(words, "follow.own"),
        phrase(words, "follow.own_intro"),
        _form(edition),
        section_heading(words, "follow.by_field"),
        html_block(_feeds(_fields(edition))),
        section_heading(words, "follow.by_agency"),
        html_block(folded_block(summary, _feeds(_agencies(edition)))),
    )
    return Page(
        addresses.FOLLOW,
        words("list.follow"),
        body,
        words("follow.intro"),
        kind="follow",
        scripts=("follow",),
    )


def _all_changes(words: Words) -> Inline:
    """The feeds of all changes, and the calendar."""
    targets = (
        ("atom", addresses.feed(addresses.HOME, "xml")),
        ("json", addresses.feed(addresses.HOME, "json")),
        ("calendar", addresses.CALENDAR_FEED),
        ("changes", addresses.CHANGES_DATA),
    )
    links = [
        link(phrase(words, f"follow.{name}"), addresses.relative(path, addresses.FOLLOW))
        for name, path in targets
    ]
    return join_runs(" · ", links)


Feed = tuple[str, str, str]
"""The key, the name and the page of what a feed is about."""


def _fields(edition: Edition) -> list[Feed]:
    fields = edition.catalogue.fields
    used = (fields[key] for key, found in edition.by_field.items() if shown_count(found))
    ordered = sorted(used, key=lambda field: vietnamese_order(field.name))
    return [(field.id, field.name, addresses.field(field.id)) for field in ordered]


def _agencies(edition: Edition) -> list[Feed]:
    named = {key for change in edition.latest_news() for key in change.agencies}
    known = [agency for agency in edition.catalogue.agencies.values() if agency.id in named]
    names = names_told_apart((agency.id for agency in known), edition)
    ordered = sorted(names, key=lambda key: vietnamese_order(names[key]))
    return [(key, names[key], addresses.agency(key)) for key in ordered]


def _feeds(found: Iterable[Feed]) -> Html:
    rows = (element("li", escape_html(f"{name} – "), _links(name, page)) for _, name, page in found)
    return element("ul", *rows, class_="tiles")


def _links(about: str, page: str) -> Html:
    """Links to the feeds beside a page, `about` being what it is called."""
    links = (
        anchor_with_key(
            name, addresses.relative(addresses.feed(page, kind), addresses.FOLLOW), about
        )
        for name, kind in _KINDS
    )
    return join_html(links, escape_html(", "))


def _form(edition: Edition) -> Block:
    words = edition.words
    since = void_element("input", type="date", name="tu")
    codes = void_element("input", class_="field", name="ma")
    button = element("button", escape_html(words("follow.make")), type="button", class_="make")
    texts: dict[str, Attribute] = {f"data_{name}": words(f"follow.{name}") for name in _FORM_WORDS}
    form = element(
        "form",
        element(
            "div",
            _select("field", "linh-vuc", _fields(edition), words),
            _select("agency", "co-quan", _agencies(edition), words),
            element("label", escape_html(words("follow.since")), since),
            element("label", escape_html(words("follow.codes")), codes),
            class_="filter-row",
        ),
        element("p", button),
        element("p", class_="count", role="status"),
        element("ol", class_="entries"),
        class_="follow scripted",
        data_changes=addresses.relative(addresses.CHANGES_DATA, addresses.FOLLOW),
        data_root="../",
        **texts,
    )
    return html_block(form)


def _select(name: str, parameter: str, found: Iterable[Feed], words: Words) -> Html:
    options = (element("option", escape_html(label), value=key) for key, label, _ in found)
    select = element("select", *options, name=parameter, multiple=True, size=6)
    return element("label", escape_html(words(f"filter.{name}")), select)
