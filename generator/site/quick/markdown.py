"""The part of Markdown that pages are written in, to the HTML that Python-Markdown makes of it.

Blocks are parted by blank lines: HTML, headings, paragraphs, lists, boxed notes. Whatever is not
certain raises `UnknownMarkdownError`, and the page goes through Python-Markdown instead.
"""

import html
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import lru_cache

from markdown.extensions.toc import slugify, unique

from generator.site.quick.inline import UnknownMarkdownError, inline


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the table of contents: its level, its id, and its text as HTML."""

    level: int
    id: str
    title: str


@dataclass(slots=True)
class Converted:
    """A converted page: its HTML, its headings, and the paths that its links lead to."""

    html: str = ""
    headings: list[Heading] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)


_RESERVED = "\t\r\x02\x03"
"""Characters that Python-Markdown replaces, or has a meaning of its own for."""
_WIDE_GAP = re.compile(r"\n\n\n+    ")
"""Several blank lines within code, all of which it keeps."""
_BLANK = re.compile(r"\n +(?=\n)")
_HTML_BLOCK = re.compile(r"<(dl|div|section|form|p|ol|ul|nav|details|table|figure)[ >]")
_HEADING = re.compile(r"(#{1,4}) ([^\n]+?)(?: \{#([a-z][a-z0-9_.-]*)\})?\Z")
_NOTE = re.compile(r'!!! ([a-z]+) "([^"\n]+)"\Z')
_ITEM = re.compile(r"(?:(-)|([0-9]+)\.) {1,3}(?=\S)")
_OPENER = r"(?:[ \t>:=~%!?#+-]|\*[ \t]|\*{3}|_{3}|[0-9]+[.)](?:\s|\Z))"
_OPENS_A_BLOCK = re.compile(_OPENER)
_OPENS_A_LATER_ONE = re.compile(rf"\n{_OPENER}")
_INDENT = " " * 4
_REMEMBERED = 1024
"""Converted blocks that are kept: those of the pages of a few procedures."""


def convert(body: str) -> Converted:
    """Convert the body of a page. Raises UnknownMarkdownError."""
    if any(character in body for character in _RESERVED):
        raise UnknownMarkdownError(body)
    text = _BLANK.sub("\n", body)
    if _WIDE_GAP.search(text):
        raise UnknownMarkdownError(body)
    blocks = [block for part in text.split("\n\n") if (block := part.strip("\n"))]
    return _page_of([_made(run) for run in _runs(blocks)])


def _page_of(every: Sequence["_Made"]) -> Converted:
    """What was made of the blocks of a page, one after another."""
    page = Converted()
    named = {made.heading.id for made in every if made.heading}
    parts: list[str] = []
    for made in every:
        parts.append(_titled(made.heading, page, named) if made.heading else made.html)
        parts.append("\n\n" if made.alone else "\n")
        page.targets |= made.targets
    page.html = "".join(parts[:-1])
    return page


def _titled(heading: Heading, page: Converted, named: AbstractSet[str]) -> str:
    """A heading with an id that no other on the page has."""
    if not heading.id:
        taken = {*named, *(other.id for other in page.headings)}
        heading = replace(heading, id=unique(slugify(html.unescape(heading.title), "-"), taken))
    page.headings.append(heading)
    return f'<h{heading.level} id="{heading.id}">{heading.title}</h{heading.level}>'


def _runs(blocks: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Blocks that belong together: lists, notes and code own the indented blocks after them."""
    start = 0
    while start < len(blocks):
        end = start + 1
        while end < len(blocks) and _goes_on(blocks[start], blocks[end]):
            end += 1
        yield tuple(blocks[start:end])
        start = end


def _goes_on(first: str, block: str) -> bool:
    if block.startswith(_INDENT):
        return first.startswith((_INDENT, "!!!")) or _ITEM.match(first) is not None
    return bool(_ITEM.match(first) and _ITEM.match(block))


@dataclass(frozen=True, slots=True)
class _Made:
    """What becomes of blocks; Python-Markdown leaves a blank line after one of HTML, `alone`."""

    html: str
    heading: Heading | None
    targets: frozenset[str]
    alone: bool


@lru_cache(_REMEMBERED)
def _made(run: tuple[str, ...]) -> _Made:
    """The pages of a procedure and of its versions say much in the same words."""
    targets: set[str] = set()
    first = run[0]
    heading = _heading(first, targets) if first.startswith("#") else None
    text = "" if heading else _run(run, targets)
    return _Made(text, heading, frozenset(targets), bool(_HTML_BLOCK.match(first)))


def _run(run: Sequence[str], targets: set[str]) -> str:
    first = run[0]
    if tag := _HTML_BLOCK.match(first):
        return _html_block(first, tag[1])
    if first.startswith("!!!"):
        return _note(run, targets)
    if first.startswith(_INDENT):
        return _code(run)
    if _ITEM.match(first):
        return _list(run, targets)
    return _paragraph(first, targets)


def _html_block(block: str, tag: str) -> str:
    """HTML that closes what it opens goes through as it is."""
    opened = block.count(f"<{tag} ") + block.count(f"<{tag}>")
    if not block.endswith(f"</{tag}>") or opened != block.count(f"</{tag}>"):
        raise UnknownMarkdownError(block)
    return block


def _heading(block: str, targets: set[str]) -> Heading:
    """A heading; its id is empty when it names none."""
    match = _HEADING.match(block)
    text = inline(match[2], targets) if match else "<"
    if match is None or "<" in text or text.endswith("#"):
        raise UnknownMarkdownError(block)
    return Heading(len(match[1]), match[3] or "", text)


def _opens_a_block(text: str) -> bool:
    """Whether some line of a text would begin a block of another kind."""
    return bool(_OPENS_A_BLOCK.match(text) or _OPENS_A_LATER_ONE.search(text))


def _paragraph(block: str, targets: set[str]) -> str:
    if _opens_a_block(block):
        raise UnknownMarkdownError(block)
    return f"<p>{inline(block, targets)}</p>"


def _note(run: Sequence[str], targets: set[str]) -> str:
    match = _NOTE.match(run[0])
    if match is None:
        raise UnknownMarkdownError(run[0])
    title = inline(match[2], targets)
    body = "".join(f"{_paragraph(_outdented(block), targets)}\n" for block in run[1:])
    opened = f'<div class="admonition {match[1]}">\n<p class="admonition-title">{title}</p>\n'
    return f"{opened}{body}</div>"


def _code(run: Sequence[str]) -> str:
    lines = "\n\n".join(block.rstrip() for block in run).split("\n")
    if "<" in "".join(run) or not all(line.startswith(_INDENT) or not line for line in lines):
        raise UnknownMarkdownError(run[0])
    text = "\n".join(line[len(_INDENT) :] for line in lines)
    return f"<pre><code>{html.escape(text.rstrip(), quote=False)}\n</code></pre>"


def _list(run: Sequence[str], targets: set[str]) -> str:
    """A list in one block is tight; blank lines between its parts make paragraphs of them."""
    bullets = run[0].startswith("-")
    blocks = [list(_items(block, bullets)) for block in run]
    numbered_from_one = bullets or run[0].startswith("1.")
    if not numbered_from_one or (len(blocks) > 1 and any(len(block) > 1 for block in blocks)):
        raise UnknownMarkdownError(run[0])
    made = _loose(blocks, targets) if len(blocks) > 1 else _tight(blocks[0], targets)
    tag = "ul" if bullets else "ol"
    return f"<{tag}>\n{made}</{tag}>"


Item = tuple[bool, str]
"""Whether it opens an item, or goes on with the last one, and its text."""


def _tight(items: Sequence[Item], targets: set[str]) -> str:
    return "".join(f"<li>{_item_text(text, targets)}</li>\n" for _, text in items)


def _loose(blocks: Sequence[Sequence[Item]], targets: set[str]) -> str:
    parts: list[str] = []
    for ((opens, text),) in blocks:
        parts.append(("</li>\n<li>\n" if parts else "<li>\n") if opens else "")
        parts.append(f"<p>{_item_text(text, targets)}</p>\n")
    return "".join(parts) + "</li>\n"


def _item_text(text: str, targets: set[str]) -> str:
    if _OPENS_A_BLOCK.match(text) or _HTML_BLOCK.match(text):
        raise UnknownMarkdownError(text)
    return inline(text, targets)


def _items(block: str, bullets: bool) -> Iterator[Item]:
    if block.startswith(_INDENT):
        yield False, _outdented(block)
        return
    lines: list[str] = []
    for line in block.split("\n"):
        opening = _ITEM.match(line)
        if opening and lines:
            yield True, "\n".join(lines)
        if opening and bullets == bool(opening[1]):
            lines = [line[opening.end() :]]
        elif not opening and line.startswith(_INDENT):
            lines.append(line)
        else:
            raise UnknownMarkdownError(block)
    yield True, "\n".join(lines)


def _outdented(block: str) -> str:
    """A block moved left by one level; no line of it may open a block of its own."""
    lines = block.split("\n")
    text = "\n".join(line[len(_INDENT) :] for line in lines)
    if not all(line.startswith(_INDENT) for line in lines) or _opens_a_block(text):
        raise UnknownMarkdownError(block)
    return text
