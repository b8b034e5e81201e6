"""The lines of a list: an item, where it leads, and what is said of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from generator import addresses
from generator.law.intervals import Days
from generator.law.titles import split_title
from generator.locale import Words
from generator.pages.families import elsewhere_link
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    folded_block,
    join_html,
)

_DOT = escape_html(" · ")
_SPACE = escape_html(" ")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: what it is called, where it leads, what is said of it.

    It belongs to the list of a day when `start` <= day < `end` (None: open); of the days that are
    not in `certain` nobody knows whether it does. `shown` says whether it belongs to the
    list of the edition's day. Its `key` tells it from others of the same title. `province` is the
    code of the one that it holds in, or empty. Items of one `family` are one line, that of the
    first, which says in `elsewhere` at how many places the matter is, and in `varies` what is said
    of all of them instead of `about`. Items of one `group` that follow each other are folded into
    one line.
    """

    title: str
    path: str
    about: tuple[str, ...]
    status: str = ""
    levels: tuple[str, ...] = ()
    online: str = ""
    start: date | None = None
    end: date | None = None
    certain: Days | None = (None, None)
    shown: bool = True
    key: str = ""
    province: str = ""
    family: str = ""
    elsewhere: str = ""
    varies: tuple[str, ...] = ()
    group: str = ""


def line_elements(items: Iterable[Item], here: str, words: Words) -> Iterator[Html]:
    """A line for each item of a list on the page `here`; those of a group in one that unfolds."""
    for group, found in groupby(items, lambda item: (item.group, item.province)):
        lines = [_line(item, here, words) for item in found]
        if not group[0]:
            yield from lines
            continue
        name = escape_line(words("list.folded", count=len(lines), group=group[0]))
        folded = folded_block(name, element("ol", *lines, class_="entries"))
        yield element("li", folded, class_="fold", data_province=group[1] or None)


def _line(item: Item, here: str, words: Words) -> Html:
    said = item.varies or item.about
    about = join_html((escape_line(part) for part in said if part), _DOT)
    target, named = addresses.href(item.path, here), (item.title, item.key)
    return element(
        "li",
        _link(item.title, target, item.key),
        status_mark(item.status),
        element("span", about, class_="about"),
        elsewhere_link(item.elsewhere, ", ".join(filter(None, named)), target, words),
        data_province=item.province or None,
        data_family=item.family or None,
    )


def _link(title: str, target: str, key: str) -> Html:
    """A link with a title, of which a phone shows the head and names the whole.

    A key is heard and not seen, since it stands beside the link.
    """
    head, rest = split_title(title)
    more = element("span", escape_html(rest), class_="rest") if rest else EMPTY
    heard = element("span", escape_line(f"({key})"), class_="unseen") if key else EMPTY
    parts = (escape_line(head), more, *((_SPACE, heard) if key else ()))
    return element("a", *parts, href=target)


def status_mark(status: str) -> Html:
    """The status of an item behind its name; nothing for none."""
    mark = element("span", escape_html(status), class_="status")
    return join_html([_SPACE, mark]) if status else EMPTY
