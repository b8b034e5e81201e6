"""Text from records into Markdown: escaped here and nowhere else.

Whatever stands in a record is data. Python-Markdown, with the extensions of `mkdocs.yml`, gives
back exactly the characters that went in, whether they look like HTML, Markdown or a template.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.law.text import DIRECTION

_SPECIAL = re.compile(r"([\\`*_\[\]{}])")
_HTML_SPECIAL = re.compile(f'[&<>|"]|{DIRECTION.pattern}')
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", '"': "&quot;"})
_OPENER = re.compile(r"^[-+#=~:!?%]")
_ORDINAL = re.compile(r"^([0-9]+)([.)])(?=\s|$)")
_BETWEEN_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
HARD_BREAK = "  \n"
_LINES = 1 << 12
"""So many lines are kept in mind: the pages of a procedure say many things twice."""


def html(text: str) -> str:
    """Text for HTML, in an element or in a quoted attribute."""
    if not _HTML_SPECIAL.search(text):
        return text
    return DIRECTION.sub("", text).translate(_HTML)


def html_line(text: str) -> str:
    """Text for HTML on one line."""
    return html(" ".join(text.split()))


def html_lines(text: str) -> str:
    """Text of several lines as HTML: each keeps its line, blank lines are left out."""
    return "<br>".join(html_line(line) for line in text.splitlines() if line.strip())


@lru_cache(_LINES)
def inline(text: str) -> str:
    """Text on one line of Markdown."""
    escaped = html(" ".join(text.split()))
    return _line_start(_SPECIAL.sub(r"\\\1", escaped) if _SPECIAL.search(escaped) else escaped)


def table_cell(text: str) -> str:
    """Text of several lines in a cell of a Markdown table, as GitHub and GitLab read it."""
    escaped = _SPECIAL.sub(r"\\\1", html(text)).replace("~", "\\~")
    return escaped.replace("\n", "<br>")


def _line_start(text: str) -> str:
    """Keep the first character of a line from opening a list, a heading or another block."""
    if text[:1].isalpha():
        return text
    return _OPENER.sub(lambda match: f"&#{ord(match[0])};", _ORDINAL.sub(_ordinal, text))


def _ordinal(match: re.Match[str]) -> str:
    return f"{match[1]}&#{ord(match[2])};"


def prose(text: str, indent: int = 0) -> str:
    """Text of several lines: each keeps its line, blank lines part paragraphs, no block opens."""
    lines = text.strip().splitlines()
    if len(lines) <= 1:
        return inline(text)
    if all(map(str.strip, lines)):
        return f"{HARD_BREAK}{' ' * indent}".join(map(inline, lines))
    paragraphs = _BETWEEN_PARAGRAPHS.split(text.strip())
    parts = (HARD_BREAK.join(map(inline, part.splitlines())) for part in paragraphs)
    return indented("\n\n".join(parts), indent)


def indented(markdown: str, indent: int) -> str:
    """Markdown moved right by `indent` spaces, except its first line."""
    return markdown.replace("\n", "\n" + " " * indent) if indent else markdown


def link(label: str, target: str) -> str:
    """A link; `label` is already Markdown, `target` an address of our own making."""
    return f"[{label}]({target})"


def anchor(label: str, target: str) -> str:
    """A link in HTML; `label` is text, `target` an address of our own making."""
    return f'<a href="{html(target)}">{html_line(label)}</a>'


def folded_block(summary: str, body: str, opened: bool = False) -> str:
    """A part that folds away, all of it HTML; it is there without JavaScript and on paper."""
    return f"<details{' open' if opened else ''}><summary>{summary}</summary>{body}</details>"


def wide(table: str, label: str) -> str:
    """A table that may be wider than the page: it scrolls by itself, by keyboard too."""
    return f'<div class="wide" role="region" tabindex="0" aria-label="{html(label)}">{table}</div>'


def outside(label: str, url: str) -> str:
    """A link to an address from a record; its schema allows http and https only."""
    return f'<a href="{html(url)}" rel="nofollow noopener">{html(label)}</a>'


def heading(level: int, text: str, anchor: str) -> str:
    """A heading with an ASCII id."""
    return f"{'#' * level} {text} {{#{anchor}}}"


def bullets(items: Iterable[str]) -> str:
    """A list; each item is Markdown whose further lines are indented by four spaces."""
    return _list(f"-   {item}" for item in items)


def lines(*parts: str) -> str:
    """The parts of a list item, each on a line of its own."""
    return f"{HARD_BREAK}    ".join(part for part in parts if part)


def numbered(items: Iterable[str]) -> str:
    """A numbered list; each item is Markdown whose further lines are indented by four spaces."""
    return _list(f"{f'{number}.':<3} {item}" for number, item in enumerate(items, 1))


def _list(lines: Iterable[str]) -> str:
    """Items of several blocks need blank lines between them, or the next joins the last block."""
    found = list(lines)
    return ("\n\n" if any("\n\n" in line for line in found) else "\n").join(found)


def note(kind: str, title: str, body: str) -> str:
    """A boxed note of a kind that the style sheet knows (`note`, `warning`, `danger`)."""
    return f'!!! {kind} "{title}"\n\n    {indented(body, 4)}'


def facts(rows: Iterable[tuple[str, str]]) -> str:
    """Pairs of a name and HTML, as a description list."""
    pairs = (f"<div><dt>{html(name)}</dt><dd>{value}</dd></div>" for name, value in rows)
    return f'<dl class="facts">{"".join(pairs)}</dl>'


def code(text: str) -> str:
    """Text as it is, in a block of its own."""
    lines = DIRECTION.sub("", text).rstrip("\n").split("\n")
    return "\n".join(f"    {line}" for line in lines)


def with_code(text: str) -> str:
    """A sentence of our own, in which backticks enclose what is typed."""
    said, *rest = text.split("`")
    parts = [inline(said) if said.strip() else ""]
    for place, part in enumerate(rest):
        shown = (
            f"<code>{html(part)}</code>" if place % 2 == 0 else _SPECIAL.sub(r"\\\1", html(part))
        )
        parts.append(shown)
    spaced = " " if said.endswith(" ") and said.strip() else ""
    return parts[0] + spaced + "".join(parts[1:])


def blocks(parts: Sequence[str]) -> str:
    """Markdown blocks with a blank line between them; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)
