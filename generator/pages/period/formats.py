"""The report of two days as text, as one HTML file that needs nothing else, and as CSV."""

from collections.abc import Iterator

from generator.exports.csv_text import to_csv
from generator.model.edition import Edition
from generator.model.period import PeriodReport
from generator.pages.nodes.html import NEWLINE, Html, element, escape_html, escape_line, join_html
from generator.pages.period.cells import (
    Cell,
    PeriodTable,
    change_tables,
    count_tables,
    in_figures,
    notes,
    report_title,
)

_WIDEST = 70
_STYLE = (
    "body { font-family: sans-serif; max-width: 70rem; margin: 1rem auto; padding: 0 1rem; }\n"
    "main { overflow-x: auto; }\n"
    "table { border-collapse: collapse; margin: 0.5rem 0 1.5rem; }\n"
    "th, td { border: 1px solid #767676; padding: 0.25rem 0.5rem; text-align: left; }\n"
    "td.count, th.count { text-align: right; }\n"
)


def period_as_text(report: PeriodReport, edition: Edition) -> Iterator[str]:
    """The report for a terminal: columns set by spaces."""
    yield report_title(report, edition)
    for table in (*count_tables(report, edition), *change_tables(report, edition)):
        yield ""
        yield table.title
        yield from _columns(table, edition)
    yield ""
    yield from notes(report, edition)


def _columns(table: PeriodTable, edition: Edition) -> Iterator[str]:
    counted = _counted(table)
    found = [list(table.heads), *(in_figures(row, edition) for row in table.rows)]
    rows = [[_shortened(cell) for cell in row] for row in found]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (
            cell.rjust(width) if is_count else cell.ljust(width)
            for cell, width, is_count in zip(row, widths, counted, strict=True)
        )
        yield f"  {'  '.join(cells)}".rstrip()


def _shortened(cell: str) -> str:
    """A cell that leaves room for others on a line; titles have up to a thousand letters."""
    return cell if len(cell) <= _WIDEST else f"{cell[: _WIDEST - 1].rstrip()}…"


def _counted(table: PeriodTable) -> list[bool]:
    """Which columns hold figures."""
    first: tuple[Cell, ...] = table.rows[0] if table.rows else ("",) * len(table.heads)
    return [isinstance(cell, int) for cell in first]


def period_as_html(report: PeriodReport, edition: Edition) -> str:
    """The report as one HTML file."""
    title = escape_html(report_title(report, edition))
    tables = (*count_tables(report, edition), *change_tables(report, edition))
    body = join_html(
        [
            *(_section(table, edition) for table in tables),
            *(element("p", escape_line(note)) for note in notes(report, edition)),
        ],
        NEWLINE,
    )
    return (
        f'<!doctype html>\n<html lang="{edition.words.language}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _section(table: PeriodTable, edition: Edition) -> Html:
    classes = ["count" if one else None for one in _counted(table)]
    heads = (
        element("th", escape_line(head), class_=name, scope="col")
        for head, name in zip(table.heads, classes, strict=True)
    )
    rows = (
        element(
            "tr",
            *(
                element("td", escape_line(cell), class_=name)
                for cell, name in zip(in_figures(row, edition), classes, strict=True)
            ),
        )
        for row in table.rows
    )
    return element(
        "section",
        element("h2", escape_line(table.title)),
        element("table", element("thead", element("tr", *heads)), element("tbody", *rows)),
    )


def period_as_csv(report: PeriodReport, edition: Edition) -> bytes:
    """The counts as one table: what a line counts by, then its name, then its figures."""
    tables = list(count_tables(report, edition))[:-1]
    words = edition.words
    heads = (words("period.head.group"), words("period.head.name"), *tables[0].heads[1:])
    return to_csv(heads, ((table.title, *row) for table in tables for row in table.rows))
