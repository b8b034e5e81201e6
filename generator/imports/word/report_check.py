"""What `niemyet check` says of drafts, as a part of the report of an import."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from generator.findings.finding import Finding
from generator.locale import Words
from generator.pages.nodes.html import Html, element, escape_line, folded_block

_UNWRITTEN = "VS512"
"""The rule that finds what is still to be written."""


def check_section(findings: Iterable[Finding], words: Words) -> Iterator[Html]:
    """What `niemyet check` says of the drafts, each kind once."""
    found = sorted(findings, key=lambda one: (one.severity != "error", one.code))
    if not found:
        return
    yield element("h2", escape_line(words("office.report.check")))
    rows = []
    for code, group in groupby(found, key=lambda one: one.code):
        same = list(group)
        rows.append(
            [
                escape_line(f"{words(f'severity.{same[0].severity}')} {code}"),
                _named(same, words),
                escape_line(same[0].fix),
                count_cell(len(same), words),
            ]
        )
    heads = ("code", "finding", "fix", "count")
    yield report_table(tuple(words(f"office.report.{one}") for one in heads), rows)


def _named(findings: Sequence[Finding], words: Words) -> Html:
    """The title of a kind of findings; of errors and of what is to be written, each place too."""
    first = findings[0]
    if first.severity != "error" and first.code != _UNWRITTEN:
        return escape_line(first.title)
    counted = Counter(one.detail for one in findings)
    items = (
        element("li", escape_line(words("office.report.times", words=text, count=count)))
        for text, count in counted.items()
    )
    return folded_block(escape_line(first.title), element("ul", *items), opened=True)


def count_cell(count: int, words: Words) -> Html:
    """A number in a cell."""
    return escape_line(words.number(count))


def report_table(
    heads: tuple[str, ...], rows: Iterable[list[Html]], class_: str | None = None
) -> Html:
    """A table with a row of heads."""
    head = element("tr", *(element("th", escape_line(one), scope="col") for one in heads))
    body = (element("tr", *(element("td", cell) for cell in row)) for row in rows)
    return element("table", element("thead", head), element("tbody", *body), class_=class_)
