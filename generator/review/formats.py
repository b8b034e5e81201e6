"""A review as Markdown (for a comment) and as JSON, and what all its formats share."""

from collections.abc import Callable, Iterable, Iterator

from generator.exports.json_text import to_json
from generator.law.textdiff import ADDED, DELETED, SAME, Span
from generator.locale import Words
from generator.pages.nodes.inline import table_cell, text
from generator.pages.redline import abridged
from generator.records.serialise import serialise
from generator.review.outline import Line, Outline, Section

LIMIT = 900_000
"""Bytes of a review in Markdown or HTML, whatever the size of the change."""

_CELL = 4_000
"""Characters of one side of one change."""


def render_review_markdown(outline: Outline, limit: int = LIMIT) -> str:
    """The review in GitHub's Markdown, below `limit` bytes, the most important first."""
    words = outline.words
    head = f"# {words('review.title')}\n\n"
    if outline.review.empty:
        return f"{head}{words('review.nothing')}\n"
    body = _join_sections(outline, limit)
    return f"{head}{text(outline.summary()).markdown}\n\n{body}"


def render_review_json(outline: Outline, limit: int = LIMIT) -> str:
    """The review as JSON, below `limit` bytes: the summary, the first sections, how many more."""
    texts, omitted = render_within(
        outline, lambda section: to_json(serialise(section)).decode().strip(), limit
    )
    head = to_json({"summary": outline.summary(), "left_out": omitted}).decode().strip()
    return f'{head[:-1]},"sections":[{",".join(texts)}]}}\n'


def _join_sections(outline: Outline, limit: int) -> str:
    """The first sections, and a line with how many are omitted."""
    words = outline.words
    texts, omitted = render_within(outline, lambda one: _markdown_section(one, words), limit)
    more = f"_{text(words('review.more', count=omitted)).markdown}_\n"
    return "\n".join([*texts, more] if omitted else texts)


def render_within(
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
    names = columns_of(every)
    yield "| " + " | ".join(words(f"redline.{name}") for name in names) + " |"
    yield "|" + " --- |" * len(names)
    for line in every:
        cells = [
            table_cell(line.part),
            _markdown_side(line.runs, DELETED, words),
            _markdown_side(line.runs, ADDED, words),
        ]
        cells += [declared_words(line, words)] if len(names) > len(cells) else []
        yield "| " + " | ".join(cell or "–" for cell in cells) + " |"


def columns_of(lines: Iterable[Line]) -> list[str]:
    """The columns of a table of changes: the last only where a decision declares any."""
    declares = any(line.declared is not None for line in lines)
    return ["part", "before", "after", *(["declared"] if declares else [])]


def declared_words(line: Line, words: Words) -> str:
    """Whether the decision declares a change, in Markdown."""
    return words("redline.yes") if line.declared else f"**{words('redline.no')}**"


def _markdown_side(spans: Iterable[Span], kind: str, words: Words) -> str:
    mark = {DELETED: "~~", ADDED: "**"}[kind]
    return "".join(
        _emphasised(span.text, mark) if span.kind == kind else table_cell(span.text)
        for span in cut_side(abridged(span for span in spans if span.kind in (SAME, kind)), words)
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


def cut_side(spans: Iterable[Span], words: Words) -> Iterator[Span]:
    """One side of a change up to what a cell holds, and how much more there is."""
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
