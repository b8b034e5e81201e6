"""Elements of HTML; the only module that escapes text for HTML."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Literal, NewType

from generator.law.text import DIRECTION

Html = NewType("Html", str)
"""HTML in which every text is escaped."""

Attribute = str | int | bool | None
"""A value of an attribute: text; True for its name alone; False and None for no attribute."""

Tag = Literal[
    "a",
    "button",
    "code",
    "dd",
    "del",
    "desc",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "ins",
    "label",
    "li",
    "nav",
    "ol",
    "option",
    "output",
    "p",
    "section",
    "select",
    "small",
    "span",
    "strong",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "text",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
]

_UNSEEN = f"\x02\x03{DIRECTION.pattern[1:-1]}"
SPECIAL = f'&<>|"\t\n\r{_UNSEEN}'
"""Characters, as in a class of a pattern, that are escaped, replaced or dropped in HTML."""
_MARKS = re.compile(f"[{_UNSEEN}]")
_SPECIAL = re.compile(f"[{SPECIAL}]")
_ESCAPED = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "|": "&#124;",
        '"': "&quot;",
        **dict.fromkeys("\t\n\r", " "),
    }
)
_ESCAPED_CODE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_WRITTEN = 1 << 12
"""How many written attributes are cached: few differ."""
_LINES = 1 << 12
"""How many escaped lines are cached: the pages of a procedure repeat many."""
EMPTY = Html("")
NEWLINE = Html("\n")
BREAK = Html("<br>")
_PARAGRAPH = re.compile('<p(?: class="(quote)")?>(.*?)</p>', re.DOTALL)
_LEADS_ON = re.compile(r":(?:</strong>)?\Z")
_FOLDED = re.compile("<details.*?</details>", re.DOTALL)


_cache_lines: Callable[[Callable[[str], Html]], Callable[[str], Html]] = lru_cache(_LINES)
"""`lru_cache` with the type of what it decorates, which its own type loses."""


def escape_html(text: str) -> Html:
    """Text for an element or a quoted attribute, on one line, without marks of direction."""
    if not _SPECIAL.search(text):
        return Html(text)
    return Html(without_marks(text).translate(_ESCAPED))


def without_marks(text: str) -> str:
    """Text without marks of direction and without the control characters of Python-Markdown."""
    return _MARKS.sub("", text)


def escape_code(text: str) -> Html:
    """Text for a block of code, as Python-Markdown writes it."""
    return Html(text.translate(_ESCAPED_CODE))


@_cache_lines
def escape_line(text: str) -> Html:
    """Text for HTML with its white space collapsed."""
    return Html(" ".join(escape_html(text).split()))


def escape_lines(text: str) -> Html:
    """Text of several lines, with a break between them; blank lines are left out."""
    return join_html((escape_line(line) for line in text.splitlines() if line.strip()), BREAK)


def join_html(parts: Iterable[Html], separator: Html = EMPTY) -> Html:
    """Parts concatenated, with `separator` between them."""
    return Html(separator.join(parts))


def split_paragraphs(content: Html, *, quoted: bool = False) -> list[Html]:
    """What stands in each paragraph of some content, folded parts left out.

    Quotations where they are asked for, else only where a paragraph leads to them: it says nothing
    without them.
    """
    found, led = [], False
    for quote, said in _PARAGRAPH.findall(_FOLDED.sub("", content)):
        led = led if quote else _LEADS_ON.search(said) is not None
        if led or quoted or not quote:
            found.append(Html(said))
    return found


def lead_to_page(content: Html, page: str) -> Html:
    """Content whose links to sections lead to those of the page at the address `page`."""
    return Html(content.replace('href="#', f'href="{page}#'))


def element(tag: Tag, *children: Html, **attributes: Attribute) -> Html:
    """An element; `class_`, `for_` and `data_last` are the attributes class, for and data-last."""
    opened = f"{tag}{_listed(attributes)}" if attributes else tag
    return Html(f"<{opened}>{''.join(children)}</{tag}>")


def void_element(tag: Literal["img", "input"], **attributes: Attribute) -> Html:
    """An element without content and without an end tag."""
    return Html(f"<{tag}{_listed(attributes)}>")


def shape(tag: Literal["line", "rect"], **attributes: Attribute) -> Html:
    """An element of SVG without content."""
    return Html(f"<{tag}{_listed(attributes)}/>")


def _listed(attributes: dict[str, Attribute]) -> str:
    return "".join([_written(name, value) for name, value in attributes.items()])


@lru_cache(_WRITTEN, typed=True)
def _written(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {_convert_name(name)}"
    return f' {_convert_name(name)}="{escape_html(str(value))}"'


@cache
def _convert_name(name: str) -> str:
    """The HTML name of an attribute: `aria_label` as `aria-label`. Raises ValueError for others."""
    written = name.rstrip("_").replace("_", "-")
    if not _NAME.fullmatch(written):
        raise ValueError(name)
    return written


def description_list(rows: Iterable[tuple[str, Html]], class_: str | None = None) -> Html:
    """Names and values as a description list."""
    pairs = [f"<div><dt>{escape_html(name)}</dt><dd>{value}</dd></div>" for name, value in rows]
    return element("dl", Html("".join(pairs)), class_=class_)


def anchor(label: str, target: str) -> Html:
    """A link; `target` is an address of our own making."""
    return element("a", escape_line(label), href=target)


def anchor_with_key(label: str, target: str, key: str) -> Html:
    """A link whose name ends with a key that is heard and not seen: it stands beside the link."""
    unseen = element("span", escape_line(f"({key})"), class_="unseen")
    return element("a", escape_line(label), Html(" "), unseen, href=target)


def external_anchor(label: str, url: str) -> Html:
    """A link to an address from a record; its schema allows http and https only."""
    return element("a", escape_html(label), href=url, rel="nofollow noopener")


def folded_block(summary: Html, body: Html, opened: bool = False) -> Html:
    """A part that can be folded, without JavaScript; style sheets unfold it in print."""
    return element("details", element("summary", summary), body, open=opened)


def wide(table: Html, label: str) -> Html:
    """A table in a region that scrolls sideways, by keyboard too, when it is too wide."""
    return element("div", table, class_="wide", role="region", tabindex=0, aria_label=label)
