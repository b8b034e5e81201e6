"""The list that an office hangs up, as a page to print: by field, how long, how much, how far."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator import addresses
from generator.locale import Words
from generator.model.brief_words import posted_fee, posted_time
from generator.model.edition import Edition
from generator.model.newest_decision import days_known
from generator.model.summaries import VersionSummary
from generator.pages.coming import coming_change
from generator.pages.contact import contact_line
from generator.pages.nodes.blocks import Block, bullets, heading, html_block, page_body
from generator.pages.nodes.html import (
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    join_html,
    wide,
)
from generator.pages.nodes.inline import Flow, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Crumb, Page
from generator.pages.page_code import code_at_end, page_code

_COLUMNS = ("number", "code", "title", "time", "fee", "online")


def wall_lists(key: str, edition: Edition) -> Iterator[Page | tuple[str, bytes]]:
    """What an office posts on the day of an edition, and the QR code of that page."""
    name = edition.agency_name(key)
    crumb = Crumb(name, addresses.agency(key))
    title = edition.words("posting.wall_list_of", office=name)
    found = edition.own_posting_groups[key]
    yield from _page(title, crumb, addresses.wall_list(key), found, edition)


def field_wall_lists(key: str, edition: Edition) -> Iterator[Page | tuple[str, bytes]]:
    """What is posted of a field, wherever it is posted, and the QR code of that page."""
    name = edition.field(key).name
    crumb = Crumb(name, addresses.field(key))
    title = edition.words("posting.wall_list_of_field", field=name)
    yield from _page(title, crumb, addresses.field_wall_list(key), edition.by_field[key], edition)


def _page(
    title: str, crumb: Crumb, here: str, summaries: Iterable[VersionSummary], edition: Edition
) -> Iterator[Page | tuple[str, bytes]]:
    words = edition.words
    current = [one for one in summaries if one.shown and one.current]
    yield Page(
        path=here,
        title=title,
        body=page_body(
            text(title),
            text(days_known(edition)),
            _to_print(words),
            *_fields(current, here, edition),
            *_feedback(edition),
            code_at_end(here, "posting.scan_list", edition),
        ),
        description=title,
        crumbs=(crumb,),
        scripts=("print",),
    )
    yield from page_code(here, edition)


def _to_print(words: Words) -> Block:
    """A button that prints the list, which a script shows, and how to print without one."""
    button = element("button", escape_html(words("posting.print_list")), type="button", hidden=True)
    how = escape_html(words("posting.print_how"))
    return html_block(element("p", button, escape_html(" "), how, class_="handout to-print"))


def posting_offices(edition: Edition) -> list[str]:
    """The offices that have a wall list."""
    groups = edition.own_posting_groups.items()
    return [key for key, summaries in groups if any(one.current for one in summaries)]


def posting_fields(edition: Edition) -> list[str]:
    """The fields that have a wall list."""
    groups = edition.by_field.items()
    return [key for key, found in groups if any(one.shown and one.current for one in found)]


def print_link(target: str, here: str, edition: Edition) -> Block:
    """A link to a list that is printed and posted."""
    label = anchor(edition.words("posting.print_list"), addresses.href(target, here))
    return html_block(element("p", label, class_="screen"))


def _fields(
    current: Sequence[VersionSummary], here: str, edition: Edition
) -> Iterator[Block | Flow]:
    names = {one.field: edition.field(one.field).name for one in current}
    numbered = enumerate(current, 1)
    for field, rows in groupby(numbered, key=lambda pair: pair[1].field):
        yield heading(2, text(names[field]), field)
        yield html_block(_table(names[field], list(rows), here, edition))


def _table(name: str, rows: list[tuple[int, VersionSummary]], here: str, edition: Edition) -> Html:
    words = edition.words
    heads = (
        element("th", escape_html(words(f"posting.column.{column}")), scope="col")
        for column in _COLUMNS
    )
    cells = (element("tr", *_cells(number, one, here, edition)) for number, one in rows)
    head, body = element("thead", element("tr", *heads)), element("tbody", *cells)
    return wide(element("table", head, body, class_="data wall"), name)


def _cells(number: int, one: VersionSummary, here: str, edition: Edition) -> Iterator[Html]:
    words, brief = edition.words, one.brief
    sheet = addresses.href(addresses.short_address(one.procedure, one.version), here)
    said = (
        escape_html(words.number(number)),
        escape_line(one.code or words("facts.no_code")),
        join_html([anchor(one.title, sheet), *_coming(one, edition)], escape_html(" ")),
        escape_line(posted_time(brief.time, words)),
        escape_line(posted_fee(brief.fee, words)),
        escape_line(words(f"online.{one.online}")),
    )
    heads = (words(f"posting.column.{column}") for column in _COLUMNS)
    named = zip(heads, said, strict=True)
    return (element("td", cell, data_label=head) for head, cell in named)


def _coming(one: VersionSummary, edition: Edition) -> Iterator[Html]:
    """What is decided to change the procedure later, as the printed list says it."""
    if said := coming_change(edition.entries[one.procedure], edition):
        yield element("strong", escape_line(said))


def _feedback(edition: Edition) -> Iterator[Block | Flow]:
    words, found = edition.words, edition.contacts("feedback")
    yield section_heading(words, "posting.feedback_title")
    yield (
        bullets([contact_line(one, edition) for one in found])
        if found
        else phrase(words, "posting.no_feedback")
    )
