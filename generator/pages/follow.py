"""How to keep up: feeds to subscribe to, the calendar, and a feed of one's own choosing."""

from collections.abc import Iterable

from generator import addresses
from generator.law.titles import vietnamese_order
from generator.model.edition import Edition
from generator.model.summaries import shown_count
from generator.pages.markdown import anchor, blocks, folded_block, heading, html, link
from generator.pages.page import Page


def follow_page(edition: Edition) -> Page:
    """The page about feeds; its form, with JavaScript, puts one together in the browser."""
    words = edition.words
    here = addresses.FOLLOW
    title = words("list.follow")
    body = blocks(
        [
            f"# {title}",
            words("follow.intro"),
            " · ".join(
                link(words(f"follow.{name}"), addresses.relative(path, here))
                for name, path in (
                    ("atom", addresses.feed(addresses.HOME, "xml")),
                    ("json", addresses.feed(addresses.HOME, "json")),
                    ("calendar", addresses.CALENDAR_FEED),
                    ("changes", addresses.CHANGES_DATA),
                )
            ),
            heading(2, words("follow.own"), "cua-rieng-ban"),
            words("follow.own_intro"),
            _form(edition),
            heading(2, words("follow.by_field"), "linh-vuc"),
            _feeds(_fields(edition)),
            heading(2, words("follow.by_agency"), "co-quan"),
            folded_block(html(words("follow.all_agencies")), _feeds(_agencies(edition))),
        ]
    )
    return Page(here, title, body, words("follow.intro"), kind="follow", scripts=("follow",))


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
    ordered = sorted(known, key=lambda agency: vietnamese_order(agency.name))
    return [(agency.id, agency.name, addresses.agency(agency.id)) for agency in ordered]


def _feeds(found: Iterable[Feed]) -> str:
    rows = (
        f"<li>{html(name)} – {_to('Atom', page, 'xml')}, {_to('JSON', page, 'json')}</li>"
        for _, name, page in found
    )
    return f'<ul class="tiles">{"".join(rows)}</ul>'


def _to(name: str, page: str, kind: str) -> str:
    return anchor(name, addresses.relative(addresses.feed(page, kind), addresses.FOLLOW))


def _form(edition: Edition) -> str:
    words = edition.words
    texts = "".join(
        f' data-{name}="{html(words(f"follow.{name}"))}"' for name in ("found", "none", "title")
    )
    data = html(addresses.relative(addresses.CHANGES_DATA, addresses.FOLLOW))
    return (
        f'<form class="follow scripted" data-changes="{data}" data-root="../"{texts}>'
        f'<div class="filter-row">{_select("field", "linh-vuc", _fields(edition), edition)}'
        f"{_select('agency', 'co-quan', _agencies(edition), edition)}"
        f'<label>{html(words("follow.since"))}<input type="date" name="tu"></label>'
        f'<label>{html(words("follow.codes"))}<input class="field" name="ma"></label></div>'
        f'<p><button type="button" class="make">{html(words("follow.make"))}</button></p>'
        '<p class="count" role="status"></p><ol class="entries"></ol></form>'
    )


def _select(name: str, parameter: str, found: Iterable[Feed], edition: Edition) -> str:
    options = "".join(
        f'<option value="{html(key)}">{html(said)}</option>' for key, said, _ in found
    )
    label = html(edition.words(f"filter.{name}"))
    return f'<label>{label}<select name="{parameter}" multiple size="6">{options}</select></label>'
