"""The gaps of a catalogue as one HTML file that needs nothing else, filtered by its anchors."""

from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from itertools import groupby

from generator.findings.problem import format_pointer
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.gaps.gap import Gap
from generator.model.gaps.kinds import GapKind
from generator.model.gaps.report import GapReport, GapSubject
from generator.pages.gaps.sentences import (
    Spread,
    agency_lines,
    audience_lines,
    field_lines,
    fix_words,
    harms_line,
    intro_line,
    more_words,
    part_lines,
    reading_words,
    summary_line,
)
from generator.pages.nodes.html import (
    BREAK,
    EMPTY,
    NEWLINE,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    folded_block,
    join_html,
)

_SPACE = escape_html(" ")
_TASK_COLUMNS = ("procedure", "place", "words", "read")
Filters = Mapping[tuple[str, str], str]
"""The anchor of each filter, by what it filters by and its key; also the class of its tasks."""


def gaps_as_html(report: GapReport, edition: Edition, limit: int | None) -> str:
    """Counts, then the first `limit` tasks (None: all) by kind, the most harmful kind first."""
    words = edition.words
    filters = _filters(report, edition)
    shown = report.gaps[:limit]
    body = join_html(
        [
            *_head(report, words),
            *_counts(report, edition, filters, {gap.kind for gap in shown}),
            *_named_filters(report, edition, filters),
            *_sections(shown, report, edition, filters),
            *_left_out(len(shown), report, words),
            element("p", escape_line(summary_line(report, words))),
        ],
        NEWLINE,
    )
    return _document(words, body, _read_style(filters))


def _document(words: Words, body: Html, style: str) -> str:
    title = escape_html(words("gaps.title"))
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _read_style(filters: Filters) -> str:
    """The style sheet, with a rule for each filter: its target hides the tasks of others."""
    fixed = resources.files(__package__).joinpath("gaps.css").read_text(encoding="utf8")
    rules = (
        f":root:has(#{name}:target) :is(.tasks tbody tr:not(.{name}), "
        f"section:not(:has(.{name}))) {{ display: none; }}\n"
        for name in filters.values()
    )
    return fixed + "".join(rules)


def _filters(report: GapReport, edition: Edition) -> Filters:
    """Anchors are numbered, so that nothing of a record stands in the style sheet."""
    return {
        (name, key): f"{name}-{number}"
        for name, found in _spreads(report, edition)
        for number, (key, _, _) in enumerate(found, 1)
    }


def _named_filters(report: GapReport, edition: Edition, filters: Filters) -> Iterator[Html]:
    """Where a filter leads: its name, and how to clear it; only the one that is set is shown."""
    words = edition.words
    clear = anchor(words("gaps.clear"), "#")
    for name, rows in _spreads(report, edition):
        for key, label, _ in rows:
            said = join_html([element("strong", escape_line(label)), clear], _SPACE)
            yield element("p", said, id=filters[name, key], class_="filter")


def _spreads(report: GapReport, edition: Edition) -> Iterator[tuple[str, Spread]]:
    yield "field", field_lines(report, edition)
    yield "agency", agency_lines(report, edition)
    yield "audience", audience_lines(report, edition.words)


def _head(report: GapReport, words: Words) -> Iterator[Html]:
    yield element("p", escape_line(intro_line(report, words)))
    yield element("p", escape_line(words("gaps.order")))
    yield element("p", escape_line(words("gaps.filter")))


def _counts(
    report: GapReport, edition: Edition, filters: Filters, shown: set[GapKind]
) -> Iterator[Html]:
    words = edition.words
    kinds = [_kind_row(kind, count, shown, words) for kind, count in report.by_kind().items()]
    yield _folded("gaps.by_kind", kinds, words, opened=True)
    parts = [(escape_line(name), _count(count, words)) for name, count in part_lines(report, words)]
    yield _folded("gaps.by_part", parts, words)
    for name, rows in _spreads(report, edition):
        yield _folded(f"gaps.by_{name}", _spread_rows(name, rows, filters, words), words)


def _kind_row(kind: GapKind, count: int, shown: set[GapKind], words: Words) -> tuple[Html, Html]:
    name = words(f"gaps.kind.{kind}")
    label = anchor(name, f"#{_kind_anchor(kind)}") if kind in shown else escape_line(name)
    return label, _count(count, words)


def _spread_rows(
    name: str, rows: Spread, filters: Filters, words: Words
) -> list[tuple[Html, Html]]:
    """A row for each key: its name, which filters, its gaps, and these by harm in small letters."""
    return [
        (
            join_html(
                [
                    anchor(label, f"#{filters[name, key]}"),
                    element("small", escape_line(harms_line(harms, words))),
                ],
                _SPACE,
            ),
            _count(sum(harms.values()), words),
        )
        for key, label, harms in rows
    ]


def _count(count: int, words: Words) -> Html:
    return escape_html(words.number(count))


def _folded(
    key: str, rows: Iterable[tuple[Html, Html]], words: Words, opened: bool = False
) -> Html:
    cells = [
        element("tr", element("td", name, class_="key"), element("td", count, class_="count"))
        for name, count in rows
    ]
    if not cells:
        return EMPTY
    table = element("table", element("tbody", *cells))
    return folded_block(escape_line(words(key)), table, opened)


def _sections(
    gaps: Iterable[Gap], report: GapReport, edition: Edition, filters: Filters
) -> Iterator[Html]:
    """A section for each kind, with its remedy said once."""
    words = edition.words
    ordered = sorted(gaps, key=lambda gap: list(report.by_kind()).index(gap.kind))
    for kind, found in groupby(ordered, key=lambda gap: gap.kind):
        rows = [_task(gap, report.subjects[gap.procedure], edition, filters) for gap in found]
        heads = (element("th", escape_line(words(f"gaps.column.{one}"))) for one in _TASK_COLUMNS)
        yield element(
            "section",
            element("h2", escape_line(words(f"gaps.kind.{kind}")), id=_kind_anchor(kind)),
            element("p", _with_keys(fix_words(kind, words)), class_="fix"),
            element(
                "table",
                element("thead", element("tr", *heads)),
                element("tbody", *rows),
                class_="tasks",
            ),
        )


def _task(gap: Gap, subject: GapSubject, edition: Edition, filters: Filters) -> Html:
    words = edition.words
    classes = (
        filters["field", subject.field],
        filters["agency", subject.agency],
        filters["audience", str(subject.audience)],
    )
    about = (
        edition.field(subject.field).name,
        edition.agency_name(subject.agency),
        words(f"gaps.audience.{subject.audience}"),
    )
    said = escape_line(f"“{gap.words}”" if gap.words else words("gaps.no_words"))
    cells = (
        _two_lines(f"{subject.code} {subject.title}", " · ".join(about)),
        _two_lines(gap.path, format_pointer(gap.pointer)),
        join_html([said, element("small", escape_line(more_words(gap, words)))], _SPACE),
        escape_line(reading_words(gap, words)),
    )
    return element("tr", *(element("td", cell) for cell in cells), class_=" ".join(classes))


def _two_lines(first: str, second: str) -> Html:
    return join_html([escape_line(first), element("small", escape_line(second))], BREAK)


def _with_keys(sentence: str) -> Html:
    """A sentence of ours with its keys, which stand between backticks, marked as such."""
    parts = (escape_html(part) for part in sentence.split("`"))
    return join_html(
        element("span", part, class_="key") if number % 2 else part
        for number, part in enumerate(parts)
    )


def _left_out(shown: int, report: GapReport, words: Words) -> Iterator[Html]:
    if shown < len(report.gaps):
        counts = {"shown": words.number(shown), "gaps": words.number(len(report.gaps))}
        yield element("p", escape_line(words("gaps.shown", **counts)))


def _kind_anchor(kind: GapKind) -> str:
    return f"kind-{kind.replace('_', '-')}"
