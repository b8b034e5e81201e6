"""Inline nodes: text of records, emphasis, links, code.

Python-Markdown, with the extensions of `mkdocs.yml`, makes the same HTML of the Markdown, even when
the text looks like HTML, Markdown or a template.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal, NewType
from urllib.parse import quote

from generator.pages.nodes.html import SPECIAL, Attribute, Html, element, escape_html, escape_line

Markdown = NewType("Markdown", str)
"""Markdown in which every text is escaped."""

_SPECIAL = re.compile(r"([\\`*_\[\]{}])")
_SPECIAL_ANYWHERE = re.compile(rf"[{SPECIAL}\\`*_\[\]{{}}]")
_SPECIAL_IN_CODE = re.compile(r"([\\`*\[\]{}]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))")
"""An underscore within a word, as in names of keys, is no emphasis and is not escaped."""
_OPENER = re.compile(r"^[-+#=~:!?%]")
_ORDINAL = re.compile(r"^(\d+)([.)])(?=\s|$)")
_WITHIN_TAG = re.compile(r"[\\`\[\]]")
"""Characters of a tag that Python-Markdown would take for Markdown."""
_ADDRESS = re.compile(r"[A-Za-z0-9./#_%-]*")
_ADDRESS_SIGNS = "/#%"
_PAGE = "index.md"
_LINES = 1 << 12
"""How many escaped lines are cached: the pages of a procedure repeat many."""
PARAGRAPHS = "\n\n"
"""Separates the paragraphs of a flow, in its Markdown and in its HTML."""
MARKDOWN_BREAK = "  \n"
HTML_BREAK = "<br />\n"


@dataclass(frozen=True, slots=True)
class Flow:
    """Text of any length: lines, and paragraphs separated by `PARAGRAPHS`; false when empty."""

    markdown: Markdown
    html: Html

    def __bool__(self) -> bool:
        return self.markdown != ""


@dataclass(frozen=True, slots=True)
class Inline(Flow):
    """Text within one paragraph."""


NOTHING = Inline(Markdown(""), Html(""))


_cache_lines: Callable[[Callable[[str], Inline]], Callable[[str], Inline]] = lru_cache(_LINES)
"""`lru_cache` with the type of what it decorates, which its own type loses."""


def _node(markdown: str, html: str) -> Inline:
    return Inline(Markdown(markdown), Html(html))


@_cache_lines
def text(value: str) -> Inline:
    """Text on one line, escaped so that it opens no block at the beginning of a line."""
    line = " ".join(value.split())
    if line[:1].isalpha() and line[-1] != "!" and not _SPECIAL_ANYWHERE.search(line):
        return _node(line, line)
    html = _line_end(_line_start(escape_line(value)))
    return _node(_escape_marks(html), html)


@_cache_lines
def punctuation(value: str) -> Inline:
    """Text between other nodes; white space at its ends is kept."""
    html = _line_end(escape_html(value))
    return _node(_escape_marks(html), html)


def _escape_marks(html: str) -> str:
    """Escaped HTML of a text as Markdown: special characters of Markdown are escaped too."""
    return _SPECIAL.sub(r"\\\1", html) if _SPECIAL.search(html) else html


def _line_start(html: str) -> str:
    """A line whose first character is escaped where it would open a list or another block."""
    return _OPENER.sub(lambda match: f"&#{ord(match[0])};", _ORDINAL.sub(_ordinal, html))


def _line_end(html: str) -> str:
    """A line whose last character is escaped where it would make the next link an image."""
    return f"{html[:-1]}&#33;" if html.endswith("!") else html


def _ordinal(match: re.Match[str]) -> str:
    return f"{match[1]}&#{ord(match[2])};"


def table_cell(value: str) -> Markdown:
    """Text of several lines in a cell of a Markdown table, as GitHub and GitLab read it."""
    lines = (_escape_marks(escape_html(line)) for line in value.split("\n"))
    return Markdown("<br>".join(lines).replace("~", "\\~"))


def prose(value: str) -> Flow:
    """Text of several lines: line breaks are kept, blank lines separate paragraphs."""
    every = value.splitlines()
    if len(every) <= 1:
        return text(value)
    paragraphs = [lines(*paragraph) for paragraph in _paragraphs(every)]
    return paragraphs[0] if len(paragraphs) == 1 else _joined(paragraphs, PARAGRAPHS, PARAGRAPHS)


def prose_source(value: str) -> Markdown:
    """As `prose`, Markdown alone."""
    every = value.splitlines()
    if len(every) <= 1:
        return text(value).markdown
    paragraphs = [[line.markdown for line in paragraph] for paragraph in _paragraphs(every)]
    return Markdown(PARAGRAPHS.join([MARKDOWN_BREAK.join(every) for every in paragraphs]))


def _paragraphs(every: Iterable[str]) -> list[list[Inline]]:
    """Lines in groups, one for each paragraph."""
    nodes = [text(line) for line in every]
    if "" not in [node.markdown for node in nodes]:
        return [nodes]
    return [list(group) for filled, group in groupby(nodes, bool) if filled]


def lines(*parts: Inline) -> Inline:
    """Parts with line breaks between them; empty ones are left out."""
    kept = [part for part in parts if part.markdown]
    return _node(
        MARKDOWN_BREAK.join([part.markdown for part in kept]),
        HTML_BREAK.join([part.html for part in kept]),
    )


def run(*parts: Inline) -> Inline:
    """Parts concatenated."""
    return _node("".join([part.markdown for part in parts]), "".join([part.html for part in parts]))


def join_runs(separator: str, parts: Iterable[Inline]) -> Inline:
    """Parts with punctuation between them; empty ones are left out."""
    kept = [part for part in parts if part.markdown]
    if len(kept) == 1:
        return kept[0]
    between = punctuation(separator)
    return _node(
        between.markdown.join([part.markdown for part in kept]),
        between.html.join([part.html for part in kept]),
    )


def flow(*parts: Flow) -> Flow:
    """Parts concatenated; the first paragraph of one continues the last of the one before."""
    return _joined(parts, "", "")


def join_flows(separator: str, parts: Iterable[Flow]) -> Flow:
    """As `join_runs`, for parts that may have several paragraphs."""
    between = punctuation(separator)
    return _joined([part for part in parts if part.markdown], between.markdown, between.html)


def flow_lines(*parts: Flow) -> Flow:
    """As `lines`, for parts that may have several paragraphs."""
    kept = [part for part in parts if part.markdown]
    return kept[0] if len(kept) == 1 else _joined(kept, MARKDOWN_BREAK, HTML_BREAK)


def _joined(parts: Sequence[Flow], markdown: str, html: str) -> Flow:
    return Flow(
        Markdown(markdown.join([part.markdown for part in parts])),
        Html(html.join([part.html for part in parts])),
    )


def strong(inner: Inline) -> Inline:
    """Strong text; empty for no text."""
    return inner and _node(f"**{inner.markdown}**", f"<strong>{inner.html}</strong>")


def emphasis(inner: Inline) -> Inline:
    """Emphasised text; empty for no text."""
    return inner and _node(f"*{inner.markdown}*", f"<em>{inner.html}</em>")


def link(label: Inline, target: str) -> Inline:
    """A link within the site; `target` is relative, to a page by its source (`…/index.md`)."""
    path, hash_mark, anchor = _quoted(target).partition("#")
    folder = path.removesuffix(_PAGE) or "./" if path.endswith(_PAGE) else path
    shown = _undefining(label)
    html = f'<a href="{folder}{hash_mark}{anchor}">{shown.html}</a>'
    return _node(f"[{shown.markdown}]({path}{hash_mark}{anchor})", html)


def _undefining(label: Inline) -> Inline:
    """A label with `]:` escaped, which would make the link a definition of a reference."""
    if "]:" not in label.markdown:
        return label
    return _node(*(said.replace("]:", "]&#58;") for said in (label.markdown, label.html)))


def _quoted(target: str) -> str:
    return target if _ADDRESS.fullmatch(target) else quote(target, safe=_ADDRESS_SIGNS)


def tagged(
    tag: Literal["a", "button", "code", "span"], inner: Inline, **attributes: Attribute
) -> Inline:
    """An inline element of HTML."""
    opened = element(tag, **attributes).removesuffix(f"</{tag}>")
    if _WITHIN_TAG.search(opened):
        opened = _WITHIN_TAG.sub(lambda match: f"&#{ord(match[0])};", opened)
    return _node(f"{opened}{inner.markdown}</{tag}>", f"{opened}{inner.html}</{tag}>")


def code(value: str) -> Inline:
    """Inline code."""
    html = escape_html(value)
    typed = _SPECIAL_IN_CODE.sub(r"\\\1", html)
    return _node(f"<code>{typed}</code>", f"<code>{html}</code>")


def external_link(label: str, url: str) -> Inline:
    """A link to an address from a record; its schema allows http and https only."""
    return tagged("a", text(label), href=url, rel="nofollow noopener")
