"""Lists: numbered pages that work without JavaScript, and the same list as data to filter.

A list is made of items. With JavaScript its data (`list.json` beside the first page) is filtered
by words, level, online service and day, in one go and without leaving the page.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from posixpath import dirname

from generator import addresses
from generator.exports.json_text import to_json
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.summaries import LEVELS
from generator.pages.as_of import sure_days, undated_words
from generator.pages.families import joined_lines
from generator.pages.list_lines import Item, line_elements
from generator.pages.nodes.blocks import NO_BLOCK, Block, html_block, page_body
from generator.pages.nodes.html import (
    EMPTY,
    Attribute,
    Html,
    anchor,
    element,
    escape_html,
    folded_block,
    join_html,
    void_element,
)
from generator.pages.nodes.inline import NOTHING, Flow, punctuation, run, text
from generator.pages.page import Crumb, Page
from generator.pages.page_code import code_at_end

PAGE_SIZE = 100
SHORT_LINES = 500
"""The items on a page of a list whose lines are short, so that what they lead to stays near."""

_SCRIPT_WORDS = (
    *("found", "on_day", "not_known", "all_unknown", "not_yet", "more", "unsure", "of_others"),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of items at a path, and what stands above it.

    `page_name` names a page by the title of its first item; without it pages have numbers alone.
    `missing` is the key of the day without which nobody knows whether an item belongs to a day.
    """

    path: str
    title: str
    items: Sequence[Item]
    intro: Flow | Block = NOTHING
    crumbs: tuple[Crumb, ...] = ()
    count: str = "list.count"
    about: str = ""
    dated: bool = True
    missing: str = "list.missing_effective"
    feed: bool = False
    page_size: int = PAGE_SIZE
    page_name: Callable[[str], str] | None = None


def listing_pages(listing: Listing, edition: Edition) -> Iterator[Page]:
    """The pages of a list; an empty list has one."""
    shown = [item for item in _told_apart(listing.items) if item.shown]
    lines = list(_first_of_families(shown))
    size, counts = listing.page_size, (len(shown), len(shown) - len(lines))
    parts = [lines[at : at + size] for at in range(0, len(lines), size)] or [[]]
    fields, names = _more_fields(listing, edition), _page_names(listing, parts)
    for page, items in enumerate(parts, 1):
        yield _page(listing, page, names, items, counts, fields, edition)


def _first_of_families(items: Iterable[Item]) -> Iterator[Item]:
    """Items without those that are of a family with one before them."""
    met: set[str] = set()
    for item in items:
        if item.family not in met:
            yield item
        met.update({item.family} - {""})


def _page_names(listing: Listing, parts: Sequence[Sequence[Item]]) -> list[str]:
    """What the link to each page says: its number, and with what the page begins."""
    named = listing.page_name
    if named is None or len(parts) == 1:
        return [str(page) for page in range(1, len(parts) + 1)]
    return [f"{page}: {named(items[0].title)}" for page, items in enumerate(parts, 1)]


def _told_apart(items: Sequence[Item]) -> Iterator[Item]:
    """Items with their key where others have the same title, without it where none has."""
    counts = Counter(title for title, _ in {(item.title, item.key) for item in items})
    for item in items:
        yield item if counts[item.title] > 1 or not item.key else replace(item, key="")


def _page(
    listing: Listing,
    page: int,
    names: Sequence[str],
    items: Sequence[Item],
    counts: tuple[int, int],
    fields: Html,
    edition: Edition,
) -> Page:
    """One page of a list; `counts` are of all items and of those without a line."""
    here = _numbered(listing.path, page)
    words = edition.words
    count = words(listing.count, count=words.number(counts[0]))
    numbered = words("list.page", number=page) if page > 1 else ""
    body = page_body(
        run(text(listing.title), punctuation(" – "), text(numbered))
        if numbered
        else text(listing.title),
        listing.intro if page == 1 else NOTHING,
        _tools(listing, here, fields, edition),
        html_block(element("p", escape_html(count), class_="count", role="status")),
        joined_lines(counts[1], words) if page == 1 else NOTHING,
        html_block(element("ol", *line_elements(items, here, words), class_="entries")),
        _links(listing.path, page, names, edition),
        code_at_end(here, "posting.scan_page", edition),
    )
    return Page(
        here,
        f"{listing.title} – {numbered}" if numbered else listing.title,
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


def _links(path: str, page: int, names: Sequence[str], edition: Edition) -> Block:
    """Links to the other pages of a list; nothing when there is one page."""
    if len(names) == 1:
        return NO_BLOCK
    here = _numbered(path, page)
    shown = (
        element("li", _here(name) if one == page else _to_page(one, name, path, here))
        for one, name in enumerate(names, 1)
    )
    listed = element("ul", *shown, class_="pages")
    return html_block(element("nav", listed, aria_label=edition.words("list.pages")))


def _here(name: str) -> Html:
    return element("strong", escape_html(name), aria_current="page")


def _to_page(page: int, name: str, path: str, here: str) -> Html:
    return anchor(name, addresses.href(_numbered(path, page), here))


def _more_fields(listing: Listing, edition: Edition) -> Html:
    """The fields of the filter beside the one for words, as far as they part the items."""
    words = edition.words
    used = {level for item in listing.items for level in item.levels}
    day = void_element("input", type="date", name="ngay")
    levels = [level for level in LEVELS if level in used]
    more = [
        _level_choice(levels, words) if len(levels) > 1 else EMPTY,
        element("label", escape_html(words("as_of.list")), day) if _dated(listing) else EMPTY,
        _online_box(words) if any(item.online for item in listing.items) else EMPTY,
    ]
    return join_html(more)


def _dated(listing: Listing) -> bool:
    """Whether anything is known of days on which items belong to the list."""
    return listing.dated and any(item.certain and any(item.certain) for item in listing.items)


def _level_choice(levels: Iterable[str], words: Words) -> Html:
    options = (element("option", escape_html(words(f"level.{one}")), value=one) for one in levels)
    every = element("option", escape_html(words("filter.any")), value="")
    select = element("select", every, *options, name="level")
    return element("label", escape_html(words("filter.level")), select)


def _online_box(words: Words) -> Html:
    box = void_element("input", type="checkbox", name="online", value="yes")
    return element("label", box, element("span", escape_html(words("filter.online"))), class_="box")


def _tools(listing: Listing, here: str, fields: Html, edition: Edition) -> Block:
    """The filter, which its script shows."""
    words, name = edition.words, escape_html(edition.words("list.filter"))
    find = void_element("input", class_="find", type="search", name="loc", autocomplete="off")
    missing = words(listing.missing)
    texts: dict[str, Attribute] = {
        f"data_{name}": words(f"list.{name}").replace("{missing}", missing)
        for name in _SCRIPT_WORDS
    }
    form = element(
        "form",
        element("div", element("label", name, find), class_="filter-row"),
        _more(listing, fields, edition),
        class_="list-tools scripted",
        data_list=addresses.relative(_data_path(listing), here),
        data_part=words("anchor.families.part") if _has_families(listing) else None,
        data_placed=any(item.province for item in listing.items),
        data_root=addresses.relative("index.md", here).removesuffix("index.md"),
        data_undated=None if _dated(listing) else undated_words(edition),
        **texts,
    )
    return html_block(form)


def _has_families(listing: Listing) -> bool:
    return any(item.elsewhere for item in listing.items)


def _more(listing: Listing, fields: Html, edition: Edition) -> Html:
    if not fields:
        return EMPTY
    key = "list.more_filters" if _dated(listing) else "list.more_choices"
    summary = escape_html(edition.words(key))
    return folded_block(summary, element("div", fields, class_="filter-row"))


def _data_path(listing: Listing) -> str:
    return f"{dirname(listing.path)}/list.json"


def listing_data(listing: Listing) -> tuple[str, bytes]:
    """The list as data, items of other days included."""
    return _data_path(listing), to_json([_plain(item) for item in _told_apart(listing.items)])


def _plain(item: Item) -> dict[str, object]:
    row = {
        "title": item.title,
        "key": item.key,
        "address": addresses.address(item.path),
        "about": " · ".join(part for part in item.about if part),
        "status": item.status,
        "levels": list(item.levels),
        "online": item.online,
        "start": item.start.isoformat() if item.start else "",
        "end": item.end.isoformat() if item.end else "",
        "sure": sure_days((item.start, item.end), item.certain),
        "shown": item.shown,
        "province": item.province,
        "family": item.family,
        "elsewhere": item.elsewhere,
        "varies": " · ".join(part for part in item.varies if part),
    }
    return {key: value for key, value in row.items() if value}
