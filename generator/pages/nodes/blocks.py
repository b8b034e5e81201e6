"""Blocks of a page (headings, paragraphs, lists, notes, code, HTML), and its body."""

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

from generator.pages.nodes.html import Html, description_list, escape_code, without_marks
from generator.pages.nodes.inline import (
    HTML_BREAK,
    MARKDOWN_BREAK,
    PARAGRAPHS,
    Flow,
    Inline,
    Markdown,
)

_INDENT = " " * 4
_BETWEEN = f"\n{_INDENT}\n"
"""Separates the paragraphs of an item."""
_TAGS = re.compile(r"<[^<>]*>")
_ELEMENTS = ("*", "[")
_ELEMENT_LINES = tuple(f"{MARKDOWN_BREAK}{opener}" for opener in _ELEMENTS)
_BULLET = "-   "
_CONTINUING = (_INDENT, _BULLET, "1.  ")
_LISTS_END = ("</ul>\n", "</ol>\n")
_INDENTED_END = (*_LISTS_END, "</div>\n", "</pre>\n")
"""Ends of blocks that Markdown continues with an indented block that follows."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the table of contents: its level, its id, and its text as HTML."""

    level: int
    id: str
    title: Html


@dataclass(frozen=True, slots=True)
class Block:
    """One block or several; false when empty.

    The HTML ends with a newline, or two after raw HTML, as Python-Markdown writes it.
    """

    markdown: Markdown
    html: Html
    headings: tuple[Heading, ...] = ()

    def __bool__(self) -> bool:
        return self.markdown != ""


@dataclass(frozen=True, slots=True)
class ListBlock(Block):
    """A list, which may stand in a note."""


@dataclass(frozen=True, slots=True)
class Body:
    """The content of a page: Markdown and HTML without a final newline, and headings in order."""

    markdown: Markdown
    html: Html
    headings: tuple[Heading, ...]


NO_BLOCK = Block(Markdown(""), Html(""))
_PARTED = "<!-- -->"
"""A comment between two blocks that Markdown would otherwise join."""


def page_body(title: Inline, *parts: Block | Flow) -> Body:
    """The body of a page: the heading of the first level, and the parts below it."""
    under = blocks(parts)
    taken = {heading.id for heading in under.headings}
    anchor = unique(slugify(html.unescape(_untagged(title.html)), "-"), taken)
    shown = _unclosed(title)
    first = Heading(1, anchor, _untagged(shown.html))
    return Body(
        Markdown(f"# {shown.markdown}\n\n{under.markdown}".rstrip("\n")),
        Html(f'<h1 id="{anchor}">{shown.html}</h1>\n{under.html}'.rstrip("\n")),
        (first, *under.headings),
    )


def _unclosed(title: Inline) -> Inline:
    """A title with a final `#` escaped, which Markdown would drop from a heading."""
    if not title.markdown.endswith("#"):
        return title
    return Inline(Markdown(f"{title.markdown[:-1]}&#35;"), Html(f"{title.html[:-1]}&#35;"))


def _untagged(title: Html) -> Html:
    """A title without tags, as a table of contents shows it."""
    return Html(" ".join(_TAGS.sub("", title).split()))


def blocks(parts: Iterable[Block | Flow]) -> Block:
    """Blocks one after another, a flow as paragraphs; empty ones are left out."""
    sources: list[str] = []
    shown: list[str] = []
    headings: list[Heading] = []
    for part in parts:
        if part.markdown == "":
            continue
        block = part if isinstance(part, Block) else paragraph(part)
        if block.markdown.startswith(_CONTINUING) and shown and _continues(shown[-1], block):
            sources.append(_PARTED)
            shown.append(f"{_PARTED}\n\n")
        sources.append(block.markdown)
        shown.append(block.html)
        headings += block.headings
    return Block(Markdown("\n\n".join(sources)), Html("".join(shown)), tuple(headings))


def _continues(before: str, block: Block) -> bool:
    """Whether Markdown would join a block to the one before it, whose HTML is `before`."""
    return before.endswith(_INDENTED_END if block.markdown.startswith(_INDENT) else _LISTS_END)


def paragraph(content: Flow) -> Block:
    """The paragraphs of a flow."""
    return Block(content.markdown, Html(f"{_paragraphs(content.html.split(PARAGRAPHS))}"))


def _paragraphs(shown: Iterable[str]) -> str:
    return "".join([f"<p>{one}</p>\n" for one in shown])


def heading(level: int, title: Inline, anchor: str) -> Block:
    """A heading below the first level; `anchor` is its id, in ASCII."""
    shown = _unclosed(title)
    listed = Heading(level, anchor, _untagged(shown.html))
    return Block(
        Markdown(f"{'#' * level} {shown.markdown} {{#{anchor}}}"),
        Html(f'<h{level} id="{anchor}">{shown.html}</h{level}>\n'),
        (listed,),
    )


def bullets(items: Iterable[Flow]) -> ListBlock:
    """A bulleted list."""
    every = list(items)
    return _listed("ul", bullets_source([item.markdown for item in every]), every)


def numbered(items: Iterable[Flow]) -> ListBlock:
    """A numbered list, from 1."""
    every = list(items)
    sources = [f"{f'{at}.':<3} {_indented(item.markdown)}" for at, item in enumerate(every, 1)]
    return _listed("ol", _list_source(sources), every)


def bullets_source(items: Iterable[Markdown]) -> Markdown:
    """As `bullets`, Markdown alone."""
    return _list_source([f"{_BULLET}{_indented(item)}" for item in items])


def _list_source(sources: Sequence[str]) -> Markdown:
    """Items of a list; with blank lines between them when one has several paragraphs."""
    joined = "\n".join(sources)
    return Markdown("\n\n".join(sources) if _BETWEEN in joined else joined)


def _listed(tag: str, source: Markdown, items: Iterable[Flow]) -> ListBlock:
    loose = _BETWEEN in source
    shown = "".join([_item(item, loose) for item in items])
    return ListBlock(source, Html(f"<{tag}>\n{shown}</{tag}>\n" if source else ""))


def _indented(markdown: str) -> str:
    """Markdown indented by one level, except its first line."""
    return markdown.replace("\n", f"\n{_INDENT}")


def _item(item: Flow, loose: bool) -> str:
    if not loose:
        return f"<li>{_with_indent(item.html, item.markdown)}</li>\n"
    first, *others = item.html.split(PARAGRAPHS)
    first = _with_indent(first, item.markdown.partition(PARAGRAPHS)[0])
    return f"<li>\n{_paragraphs((first, *others))}</li>\n"


def _with_indent(shown: str, markdown: str) -> str:
    """The lines of an item's first paragraph as Python-Markdown writes them.

    It keeps the indent of a line, except of one that begins with an element.
    """
    if HTML_BREAK not in shown:
        return shown
    if not any(opener in markdown for opener in _ELEMENT_LINES):
        return shown.replace(HTML_BREAK, f"{HTML_BREAK}{_INDENT}")
    first, *others = shown.split(HTML_BREAK)
    sources = markdown.split(MARKDOWN_BREAK)[1:]
    pairs = zip(others, sources, strict=True)
    lines = (s if source.startswith(_ELEMENTS) else _INDENT + s for s, source in pairs)
    return HTML_BREAK.join((first, *lines))


def note(kind: str, title: Inline, parts: Iterable[Flow | ListBlock]) -> Block:
    """A boxed note; `kind` is a class of the style sheet: `note`, `warning` or `danger`."""
    inner = blocks(parts)
    opened = f'<div class="admonition {kind}">\n<p class="admonition-title">{title.html}</p>\n'
    return Block(
        Markdown(f'!!! {kind} "{title.markdown}"\n\n{_INDENT}{_indented(inner.markdown)}'),
        Html(f"{opened}{inner.html}</div>\n"),
    )


def code_block(text: str) -> Block:
    """Text in a block of code, without white space at the ends of lines; empty for no text.

    Text with `<` or `&#` is written as HTML: Python-Markdown looks for tags and references in
    indented code too; it may not find where a tag ends, and ends a reference that does not.
    """
    lines = [line.rstrip() for line in without_marks(text).expandtabs(4).splitlines()]
    kept = "\n".join(lines).strip("\n")
    if not kept:
        return NO_BLOCK
    shown = Html(f"<pre><code>{escape_code(kept)}\n</code></pre>")
    if "<" in kept or "&#" in kept:
        return html_block(shown)
    return Block(Markdown(f"{_INDENT}{_indented(kept)}"), Html(f"{shown}\n"))


def html_block(content: Html) -> Block:
    """A block of HTML: one block-level element; empty for no content."""
    return Block(Markdown(content), Html(f"{content}\n\n")) if content else NO_BLOCK


def html_row(parts: Iterable[Html | Inline]) -> Block:
    """Elements of HTML on one line of Markdown; inline ones become paragraphs.

    A block-level element after an inline one must hold another block-level element, or
    Python-Markdown takes it for a part of the paragraph.
    """
    every = list(parts)
    shown = [f"<p>{p.html}</p>" if isinstance(p, Inline) else p for p in every]
    markdown = "".join([p.markdown if isinstance(p, Inline) else p for p in every])
    return Block(Markdown(markdown), Html("\n".join(shown) + "\n\n"))


def facts(rows: Iterable[tuple[str, Html]]) -> Block:
    """Names and values as a description list, in the style of the facts of a record."""
    return html_block(description_list(rows, class_="facts"))
