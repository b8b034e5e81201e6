"""Text within a block: what records say, what stands out, links; Markdown and HTML in step.

Python-Markdown, with the extensions of `mkdocs.yml`, makes the HTML of the Markdown, whether the
text looks like HTML, Markdown or a template.
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
"""Python-Markdown leaves a mark of emphasis alone within a word, where names of keys have it."""
_OPENER = re.compile(r"^[-+#=~:!?%]")
_ORDINAL = re.compile(r"^([0-9]+)([.)])(?=\s|$)")
_WITHIN_TAG = re.compile(r"[\\`\[\]]")
"""What Python-Markdown would take for Markdown though it stands in a tag."""
_ADDRESS = re.compile(r"[A-Za-z0-9./#_%-]*")
_ADDRESS_SIGNS = "/#%"
_PAGE = "index.md"
_LINES = 1 << 12
"""Escaped lines that are cached: the pages of a procedure say many things twice."""
PARAGRAPHS = "\n\n"
"""What parts the paragraphs of a flow, in its Markdown and in its HTML."""
MARKDOWN_BREAK = "  \n"
HTML_BREAK = "<br />\n"


@dataclass(frozen=True, slots=True)
class Flow:
    """Text of any length: lines, and paragraphs parted by `PARAGRAPHS`. It is false when empty."""

    markdown: Markdown
    html: Html

    def __bool__(self) -> bool:
        return self.markdown != ""


@dataclass(frozen=True, slots=True)
class Inline(Flow):
    """Text within one paragraph."""


NOTHING = Inline(Markdown(""), Html(""))


_cache_lines: Callable[[Callable[[str], Inline]], Callable[[str], Inline]] = lru_cache(_LINES)
"""`lru_cache`, whose own type would take anything for the text."""


def _node(markdown: str, html: str) -> Inline:
    return Inline(Markdown(markdown), Html(html))


@_cache_lines
def text(value: str) -> Inline:
    """Text on one line, which opens no block wherever it stands."""
    line = " ".join(value.split())
    if line[:1].isalpha() and not _SPECIAL_ANYWHERE.search(line):
        return _node(line, line)
    html = _line_start(escape_line(value))
    return _node(_escape_marks(html), html)


@_cache_lines
def punctuation(value: str) -> Inline:
    """Text between others, the white space at its ends included."""
    html = escape_html(value)
    return _node(_escape_marks(html), html)


def _escape_marks(html: str) -> str:
    """HTML of a text as Markdown: marks of Markdown are kept from their meaning."""
    return _SPECIAL.sub(r"\\\1", html) if _SPECIAL.search(html) else html


def _line_start(html: str) -> str:
    """Keep the first character of a line from opening a list, a heading or another block."""
    return _OPENER.sub(lambda match: f"&#{ord(match[0])};", _ORDINAL.sub(_ordinal, html))


def _ordinal(match: re.Match[str]) -> str:
    return f"{match[1]}&#{ord(match[2])};"


def table_cell(value: str) -> Markdown:
    """Text of several lines in a cell of a Markdown table, as GitHub and GitLab read it."""
    lines = (_escape_marks(escape_html(line)) for line in value.split("\n"))
    return Markdown("<br>".join(lines).replace("~", "\\~"))


def prose(value: str) -> Flow:
    """Text of several lines: each keeps its line, blank lines part paragraphs, no block opens."""
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
    """Lines in groups that blank ones part."""
    nodes = [text(line) for line in every]
    if "" not in [node.markdown for node in nodes]:
        return [nodes]
    return [list(group) for filled, group in groupby(nodes, bool) if filled]


def lines(*parts: Inline) -> Inline:
    """Parts on a line each; empty ones are left out."""
    kept = [part for part in parts if part.markdown]
    return _node(
        MARKDOWN_BREAK.join([part.markdown for part in kept]),
        HTML_BREAK.join([part.html for part in kept]),
    )


def run(*parts: Inline) -> Inline:
    """Parts one after another."""
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
    """Parts one after another; the last paragraph of one goes on with the first of the next."""
    return _joined(parts, "", "")


def join_flows(separator: str, parts: Iterable[Flow]) -> Flow:
    """As `join_runs`, for parts of which some may have paragraphs."""
    between = punctuation(separator)
    return _joined([part for part in parts if part.markdown], between.markdown, between.html)


def flow_lines(*parts: Flow) -> Flow:
    """As `lines`, for parts of which some may have paragraphs."""
    kept = [part for part in parts if part.markdown]
    return kept[0] if len(kept) == 1 else _joined(kept, MARKDOWN_BREAK, HTML_BREAK)


def _joined(parts: Sequence[Flow], markdown: str, html: str) -> Flow:
    return Flow(
        Markdown(markdown.join([part.markdown for part in parts])),
        Html(html.join([part.html for part in parts])),
    )


def strong(inner: Inline) -> Inline:
    """Text that stands out."""
    return inner and _node(f"**{inner.markdown}**", f"<strong>{inner.html}</strong>")


def emphasis(inner: Inline) -> Inline:
    """Text in a different voice."""
    return inner and _node(f"*{inner.markdown}*", f"<em>{inner.html}</em>")


def link(label: Inline, target: str) -> Inline:
    """A link; `target` is an address of our own making, of a source when it leads to a page."""
    path, hash_mark, anchor = _quoted(target).partition("#")
    folder = path.removesuffix(_PAGE) or "./" if path.endswith(_PAGE) else path
    shown = _undefining(label)
    html = f'<a href="{folder}{hash_mark}{anchor}">{shown.html}</a>'
    return _node(f"[{shown.markdown}]({path}{hash_mark}{anchor})", html)


def _undefining(label: Inline) -> Inline:
    """A label in which `]:` does not make a definition of a reference out of the link."""
    if "]:" not in label.markdown:
        return label
    return _node(*(said.replace("]:", "]&#58;") for said in (label.markdown, label.html)))


def _quoted(target: str) -> str:
    return target if _ADDRESS.fullmatch(target) else quote(target, safe=_ADDRESS_SIGNS)


def tagged(
    tag: Literal["a", "button", "code", "span"], inner: Inline, **attributes: Attribute
) -> Inline:
    """An element of HTML within text."""
    opened = element(tag, **attributes).removesuffix(f"</{tag}>")
    if _WITHIN_TAG.search(opened):
        opened = _WITHIN_TAG.sub(lambda match: f"&#{ord(match[0])};", opened)
    return _node(f"{opened}{inner.markdown}</{tag}>", f"{opened}{inner.html}</{tag}>")


def code(value: str) -> Inline:
    """Text that is typed as it is."""
    html = escape_html(value)
    typed = _SPECIAL_IN_CODE.sub(r"\\\1", html)
    return _node(f"<code>{typed}</code>", f"<code>{html}</code>")


def external_link(label: str, url: str) -> Inline:
    """A link to an address from a record; its schema allows http and https only."""
    return tagged("a", text(label), href=url, rel="nofollow noopener")
