"""A review as Markdown (for a comment), as one HTML file, and as JSON."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from importlib import resources

from generator.exports.json_text import to_json
from generator.law.textdiff import ADDED, DELETED, SAME, Span
from generator.locale import Words
from generator.pages.nodes.html import Html, Tag, element, escape_html
from generator.pages.nodes.inline import table_cell, text
from generator.pages.redline import abridged, side
from generator.records.serialise import serialise
from generator.review.outline import Line, Outline, Section

LIMIT = 900_000
"""Bytes of a review in Markdown or HTML, whatever the size of the change."""

_HEADINGS: Mapping[int, Tag] = {2: "h2", 3: "h3"}
_CELL = 4_000
"""Characters of one side of one change."""


def render_review_markdown(outline: Outline, limit: int = LIMIT) -> str:
    """The review in GitHub's Markdown, below `limit` bytes, the most important first."""
    words = outline.words
    head = f"# {words('review.title')}\n\n"
    if outline.review.empty:
        return f"{head}{words('review.nothing')}\n"
    body = _join_sections(
        outline, _markdown_section, limit, lambda more: f"_{text(more).markdown}_\n"
    )
    return f"{head}{text(outline.summary()).markdown}\n\n{body}"


@dataclass(frozen=True, slots=True)
class ReviewSurroundings:
    """Where a review in HTML lies: a site beside it, and a sentence on that site.

    `links` has the link to each page of that site by the page's address.
    """

    links: Mapping[str, str] = field(default_factory=dict)
    note: str = ""


def render_review_html(
    outline: Outline, limit: int = LIMIT, around: ReviewSurroundings | None = None
) -> str:
    """The review as one HTML file that needs nothing else, below `limit` bytes."""
    words = outline.words
    site = around or ReviewSurroundings()
    body = _join_sections(
        outline,
        partial(_html_section, links=site.links),
        limit,
        lambda more: f"<p>{escape_html(more)}</p>",
    )
    summary = words("review.nothing") if outline.review.empty else outline.summary()
    note = element("p", escape_html(site.note)) + "\n" if site.note else ""
    style = resources.files(__package__).joinpath("review.css").read_text(encoding="utf8")
    title = escape_html(words("review.title"))
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n<h1>{title}</h1>\n<p>{escape_html(summary)}</p>\n"
        f"{note}{body}</html>\n"
    )


def render_review_json(outline: Outline, limit: int = LIMIT) -> str:
    """The review as JSON, below `limit` bytes: the summary, the first sections, how many more."""
    texts, omitted = _render_within(
        outline, lambda section: to_json(serialise(section)).decode().strip(), limit
    )
    head = to_json({"summary": outline.summary(), "left_out": omitted}).decode().strip()
    return f'{head[:-1]},"sections":[{",".join(texts)}]}}\n'


def _join_sections(
    outline: Outline,
    render: Callable[[Section, Words], str],
    limit: int,
    more: Callable[[str], str],
) -> str:
    """The first sections, and a line with how many are omitted."""
    words = outline.words
    texts, omitted = _render_within(outline, lambda section: render(section, words), limit)
    return "\n".join([*texts, more(words("review.more", count=omitted))] if omitted else texts)


def _render_within(
    outline: Outline, render: Callable[[Section], str], limit: int
) -> tuple[list[str], int]:
    """The first sections, rendered into fewer than `limit` bytes, and how many are omitted."""
    room = limit - 2_000
    texts: list[str] = []
    sections = iter(outline.sections())
    for section in sections:
        rendered = render(section())
        room -= len(rendered.encode()) + 1
        if room < 0:
            return texts, 1 + sum(1 for _ in sections)
        texts.append(rendered)
    return texts, 0


def _markdown_section(section: Section, words: Words) -> str:
    parts = [f"{'#' * section.level} {text(section.title).markdown}\n"]
    parts += [f"> ⚠️ **{text(warning).markdown}**\n" for warning in section.warnings]
    if section.lines:
        parts.append("\n".join(_markdown_table(section.lines, words)) + "\n")
    if section.facts:
        parts.append("\n".join(f"- {text(fact).markdown}" for fact in section.facts) + "\n")
    return "\n".join(parts)


def _markdown_table(lines: Iterable[Line], words: Words) -> Iterator[str]:
    every = list(lines)
    names = _columns(every)
    yield "| " + " | ".join(words(f"redline.{name}") for name in names) + " |"
    yield "|" + " --- |" * len(names)
    for line in every:
        cells = [
            table_cell(line.part),
            _markdown_side(line.runs, DELETED, words),
            _markdown_side(line.runs, ADDED, words),
        ]
        cells += [_declared(line, words)] if len(names) > len(cells) else []
        yield "| " + " | ".join(cell or "–" for cell in cells) + " |"


def _columns(lines: Iterable[Line]) -> list[str]:
    declares = any(line.declared is not None for line in lines)
    return ["part", "before", "after", *(["declared"] if declares else [])]


def _declared(line: Line, words: Words) -> str:
    return words("redline.yes") if line.declared else f"**{words('redline.no')}**"


def _markdown_side(spans: Iterable[Span], kind: str, words: Words) -> str:
    mark = {DELETED: "~~", ADDED: "**"}[kind]
    return "".join(
        _emphasised(span.text, mark) if span.kind == kind else table_cell(span.text)
        for span in _cut(abridged(span for span in spans if span.kind in (SAME, kind)), words)
    )


def _emphasised(value: str, mark: str) -> str:
    """The text with marks right at its words, line by line, as Markdown requires."""
    return "<br>".join(_marked_line(line, mark) for line in value.split("\n"))


def _marked_line(line: str, mark: str) -> str:
    bare = line.strip()
    if not bare:
        return line
    before, after = line[: len(line) - len(line.lstrip())], line[len(line.rstrip()) :]
    return f"{before}{mark}{table_cell(bare)}{mark}{after}"


def _cut(spans: Iterable[Span], words: Words) -> Iterator[Span]:
    room = _CELL
    every = list(spans)
    for index, span in enumerate(every):
        if len(span.text) > room:
            omitted = len(span.text) - room + sum(len(other.text) for other in every[index + 1 :])
            yield Span(span.kind, span.text[:room])
            yield Span(SAME, words("review.cut", count=omitted))
            return
        room -= len(span.text)
        yield span


def _html_section(section: Section, words: Words, links: Mapping[str, str]) -> str:
    title = escape_html(section.title)
    if section.page in links:
        title = element("a", title, href=links[section.page])
    parts = [element(_HEADINGS[section.level], title)]
    parts += [element("p", escape_html(one), class_="warning") for one in section.warnings]
    if section.lines:
        parts.append(_html_table(list(section.lines), words))
    if section.facts:
        parts.append(element("ul", *(element("li", escape_html(fact)) for fact in section.facts)))
    return "\n".join(parts)


def _html_table(lines: list[Line], words: Words) -> Html:
    names = _columns(lines)
    heads = (element("th", escape_html(words(f"redline.{n}")), scope="col") for n in names)
    rows = (_html_row(line, words, len(names)) for line in lines)
    head, body = element("thead", element("tr", *heads)), element("tbody", *rows)
    return element("table", head, body)


def _html_row(line: Line, words: Words, columns: int) -> Html:
    sides = (_html_side(line.runs, kind, words) for kind in (DELETED, ADDED))
    cells = [escape_html(line.part), *sides]
    if columns > len(cells):
        cells.append(escape_html(_declared(line, words).strip("*")))
    return element("tr", *(element("td", cell or escape_html("–")) for cell in cells))


def _html_side(spans: Iterable[Span], kind: str, words: Words) -> Html:
    return side(_cut((span for span in spans if span.kind in (SAME, kind)), words), kind)
