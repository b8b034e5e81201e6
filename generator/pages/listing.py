"""Lists: numbered pages that work without JavaScript, and the same list as data to filter.

A list is made of items. With JavaScript its data (`list.json` beside the first page) is filtered
by words, level, online service and day, in one go and without leaving the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from posixpath import dirname

from generator import addresses
from generator.exports.json_text import to_json
from generator.model.edition import Edition
from generator.model.summaries import LEVELS
from generator.pages.markdown import anchor, blocks, folded_block, html, html_line, inline
from generator.pages.page import Crumb, Page

PAGE_SIZE = 100
SHORT_LINES = 500
"""The items on a page of a list whose lines are short, so that what they lead to stays near."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: what it is called, where it leads, what is said of it.

    It belongs to the list of a day when `start` (None: always) <= day < `end` (None: for ever);
    `shown` says whether it belongs to the list of the edition's day.
    """

    title: str
    path: str
    about: tuple[str, ...]
    status: str = ""
    levels: tuple[str, ...] = ()
    online: str = ""
    start: date | None = None
    end: date | None = None
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of items at a path; `intro` is Markdown."""

    path: str
    title: str
    items: Sequence[Item]
    intro: str = ""
    crumbs: tuple[Crumb, ...] = ()
    count: str = "list.count"
    about: str = ""
    dated: bool = True
    feed: bool = False
    page_size: int = PAGE_SIZE


def listing_pages(listing: Listing, edition: Edition) -> Iterator[Page]:
    """The pages of a list; an empty list has one."""
    shown = [item for item in listing.items if item.shown]
    size = listing.page_size
    parts = [shown[at : at + size] for at in range(0, len(shown), size)] or [[]]
    fields = _more_fields(listing, edition)
    for page, items in enumerate(parts, 1):
        yield _page(listing, page, len(parts), items, len(shown), fields, edition)


def _page(
    listing: Listing,
    page: int,
    last: int,
    items: Sequence[Item],
    total: int,
    fields: str,
    edition: Edition,
) -> Page:
    """One page of a list; `fields` are those of its filter that are folded away."""
    here = _numbered(listing.path, page)
    words = edition.words
    count = words(listing.count, count=words.number(total))
    suffix = f" – {words('list.page', number=page)}" if page > 1 else ""
    body = blocks(
        [
            f"# {inline(listing.title)}{suffix}",
            listing.intro if page == 1 else "",
            _tools(listing, here, fields, edition),
            f'<p class="count" role="status">{html(count)}</p>',
            f'<ol class="entries">{"".join(_line(item, here) for item in items)}</ol>',
            _links(listing.path, page, last, edition),
        ]
    )
    return Page(
        here,
        f"{listing.title}{suffix}",
        body,
        f"{listing.title}: {count}",
        listing.crumbs,
        kind="list",
        about=listing.about,
        scripts=("list",),
        feed=listing.feed and page == 1,
    )


def _numbered(path: str, page: int) -> str:
    return path if page == 1 else f"{dirname(path)}/trang-{page}/index.md"


def _line(item: Item, here: str) -> str:
    status = f' <span class="status">{html(item.status)}</span>' if item.status else ""
    about = " · ".join(html_line(part) for part in item.about if part)
    link = anchor(item.title, addresses.href(item.path, here))
    return f'<li>{link}{status}<span class="about">{about}</span></li>'


def _links(path: str, page: int, last: int, edition: Edition) -> str:
    if last == 1:
        return ""
    here = _numbered(path, page)
    shown = (
        f'<li><strong aria-current="page">{one}</strong></li>'
        if one == page
        else f"<li>{anchor(str(one), addresses.href(_numbered(path, one), here))}</li>"
        for one in range(1, last + 1)
    )
    label = html(edition.words("list.pages"))
    return f'<nav aria-label="{label}"><ul class="pages">{"".join(shown)}</ul></nav>'


def _more_fields(listing: Listing, edition: Edition) -> str:
    """The fields of the filter beside the one for words, as far as they part the items."""
    words = edition.words
    used = {level for item in listing.items for level in item.levels}
    options = "".join(
        f'<option value="{level}">{html(words(f"level.{level}"))}</option>'
        for level in LEVELS
        if level in used
    )
    level = (
        f'<label>{html(words("filter.level"))}<select name="level">'
        f'<option value="">{html(words("filter.any"))}</option>{options}</select></label>'
    )
    online = (
        '<label class="box"><input type="checkbox" name="online" value="yes">'
        f"<span>{html(words('filter.online'))}</span></label>"
    )
    day = f'<label>{html(words("as_of.list"))}<input type="date" name="ngay"></label>'
    more = [
        level if len(used) > 1 else "",
        day if listing.dated else "",
        online if any(item.online for item in listing.items) else "",
    ]
    return "".join(more)


def _tools(listing: Listing, here: str, fields: str, edition: Edition) -> str:
    """The filter, which its script shows."""
    words = edition.words
    data = addresses.relative(_data_path(listing), here)
    texts = "".join(
        f' data-{name.replace("_", "-")}="{html(words(f"list.{name}"))}"'
        for name in ("found", "on_day", "more")
    )
    return (
        f'<form class="list-tools scripted" data-list="{html(data)}" '
        f'data-root="{html(addresses.relative("index.md", here).removesuffix("index.md"))}"{texts}>'
        f'<div class="filter-row"><label>{html(words("list.filter"))}'
        '<input class="find" type="search" name="loc" autocomplete="off"></label>'
        f"</div>{_more(fields, edition)}</form>"
    )


def _more(fields: str, edition: Edition) -> str:
    if not fields:
        return ""
    return folded_block(
        html(edition.words("list.more_filters")), f'<div class="filter-row">{fields}</div>'
    )


def _data_path(listing: Listing) -> str:
    return f"{dirname(listing.path)}/list.json"


def listing_data(listing: Listing) -> tuple[str, bytes]:
    """The list as data, items of other days included."""
    return _data_path(listing), to_json([_plain(item) for item in listing.items])


def _plain(item: Item) -> dict[str, object]:
    row = {
        "title": item.title,
        "address": addresses.address(item.path),
        "about": " · ".join(part for part in item.about if part),
        "status": item.status,
        "levels": list(item.levels),
        "online": item.online,
        "start": item.start.isoformat() if item.start else "",
        "end": item.end.isoformat() if item.end else "",
        "shown": item.shown,
    }
    return {key: value for key, value in row.items() if value}
