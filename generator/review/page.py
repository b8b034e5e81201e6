"""A review as one HTML file: a list of what it holds, and a table for each change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources

from generator.law.textdiff import ADDED, DELETED, SAME, Span
from generator.locale import Words
from generator.pages.nodes.html import (
    EMPTY,
    NEWLINE,
    Html,
    Tag,
    anchor,
    element,
    escape_html,
    folded_block,
    join_html,
)
from generator.pages.redline import side
from generator.review.formats import LIMIT, columns_of, cut_side, declared_words, render_within
from generator.review.outline import Line, Outline, Section

_HEADINGS: Mapping[int, Tag] = {2: "h2", 3: "h3"}
_MANY = 5
"""From so many sections on there is a list of them."""


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
    rendered: list[_Rendered] = []

    def render(section: Section) -> str:
        """Keep a section as it is printed, and give what counts towards the limit."""
        rendered.append(_rendered(section, f"muc-{len(rendered) + 1}", words, site.links))
        return f"{rendered[-1].entry}\n{rendered[-1].body}"

    texts, omitted = render_within(outline, render, limit)
    shown = rendered[: len(texts)]
    more = element("p", escape_html(words("review.more", count=omitted))) if omitted else EMPTY
    summary = words("review.nothing") if outline.review.empty else outline.summary()
    note = element("p", escape_html(site.note)) + "\n" if site.note else ""
    style = resources.files(__package__).joinpath("review.css").read_text(encoding="utf8")
    title = escape_html(words("review.title"))
    body = join_html((*_contents(shown, words), *(one.body for one in shown)), NEWLINE)
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n<h1>{title}</h1>\n<p>{escape_html(summary)}</p>\n"
        f"{note}{body}\n{more}</html>\n"
    )


@dataclass(frozen=True, slots=True)
class _Rendered:
    """A section, and its line in the list of contents."""

    entry: Html
    body: Html


def _rendered(section: Section, at: str, words: Words, links: Mapping[str, str]) -> _Rendered:
    depth = f"level-{section.level}"
    entry = element("li", anchor(section.title, f"#{at}"), class_=depth)
    return _Rendered(entry, _html_section(section, at, words, links))


def _contents(shown: Sequence[_Rendered], words: Words) -> Iterator[Html]:
    """Links to all sections, where there are more than a screen shows."""
    if len(shown) >= _MANY:
        label = words("review.contents")
        entries = element("ul", *(one.entry for one in shown))
        yield element("nav", element("h2", escape_html(label)), entries, aria_label=label)


def _html_section(section: Section, at: str, words: Words, links: Mapping[str, str]) -> Html:
    """A heading with what stands below it; a text that is all new, or all gone, is folded."""
    title = escape_html(section.title)
    if section.page in links:
        title = element("a", title, href=links[section.page])
    heading = element(_HEADINGS[section.level], title, id=at)
    parts = [element("p", escape_html(one), class_="warning") for one in section.warnings]
    if section.lines:
        parts.append(_html_table(list(section.lines), words))
    if section.facts:
        parts.append(element("ul", *(element("li", escape_html(fact)) for fact in section.facts)))
    below = join_html(parts, NEWLINE)
    if below and section.level > min(_HEADINGS) and _is_one_sided(section):
        return folded_block(heading, below)
    return join_html([heading, *parts], NEWLINE)


def _is_one_sided(section: Section) -> bool:
    kinds = {run.kind for line in section.lines for run in line.runs}
    return len(section.lines) > 1 and len(kinds) == 1 and SAME not in kinds


def _html_table(lines: list[Line], words: Words) -> Html:
    names = columns_of(lines)
    heads = (element("th", escape_html(words(f"redline.{n}")), scope="col") for n in names)
    rows = (_html_row(line, words, len(names)) for line in lines)
    head, body = element("thead", element("tr", *heads)), element("tbody", *rows)
    return element("table", head, body)


def _html_row(line: Line, words: Words, columns: int) -> Html:
    sides = (_html_side(line.runs, kind, words) for kind in (DELETED, ADDED))
    cells = [escape_html(line.part), *sides]
    if columns > len(cells):
        cells.append(escape_html(declared_words(line, words).strip("*")))
    return element("tr", *(element("td", cell or escape_html("–")) for cell in cells))


def _html_side(spans: Iterable[Span], kind: str, words: Words) -> Html:
    return side(cut_side((span for span in spans if span.kind in (SAME, kind)), words), kind)
