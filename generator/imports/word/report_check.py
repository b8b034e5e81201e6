"""What `niemyet check` says of drafts, as a part of the report of an import."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import PurePosixPath

from generator.findings.finding import Finding
from generator.findings.problem import Severity
from generator.locale import Words
from generator.pages.nodes.html import (
    BREAK,
    Html,
    element,
    escape_line,
    folded_block,
    join_html,
)
from generator.records.layout import catalogue_file

UNWRITTEN = "VS512"
"""The rule that finds what is still to be written."""


_WORST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_FEW = 6
_MOST = 40
"""So many places of one kind of findings are shown; the number of all stands beside them."""
Places = Callable[[Finding], Html]
"""Where a finding stands, as a link to it where the report shows it."""


def find_new(findings: Iterable[Finding], drafts: Container[str]) -> tuple[list[Finding], int]:
    """What stands in drafts and in no earlier version of the same procedure; the count of the rest.

    A version that adds a process says again all that is wrong in the parts which it leaves as they
    are.
    """
    found = list(findings)
    before = {_saying(one) for one in found if one.path not in drafts and _in_version(one)}
    mine = [one for one in found if one.path in drafts]
    new = [one for one in mine if not (_in_version(one) and _saying(one) in before)]
    return new, len(mine) - len(new)


def _in_version(finding: Finding) -> bool:
    return catalogue_file(finding.path).kind == "version"


def _saying(finding: Finding) -> tuple[PurePosixPath, str, str]:
    return PurePosixPath(finding.path).parent, finding.code, finding.detail


def check_section(
    findings: Iterable[Finding], at: str, words: Words, place: Places
) -> Iterator[Html]:
    """What `niemyet check` says of the drafts, each kind once, with the places; headed `at`."""
    found = sorted(findings, key=lambda one: (_WORST_FIRST.index(one.severity), one.code))
    if not found:
        return
    yield element("h2", escape_line(words("office.report.check")), id=at)
    rows = []
    for code, group in groupby(found, key=lambda one: one.code):
        same = list(group)
        rows.append(
            [
                _named(same, place, words),
                element("small", escape_line(f"{words(f'severity.{same[0].severity}')} {code}")),
                count_cell(len(same), words),
            ]
        )
    heads = ("finding", "code", "count")
    yield report_table(tuple(words(f"office.report.{one}") for one in heads), rows)


def _named(findings: Sequence[Finding], place: Places, words: Words) -> Html:
    """The title of a kind of findings, what to do, and each with its place; opened for errors and
    for a few things still to be written.
    """
    first = findings[0]
    few = len(findings) < _FEW
    opened = first.severity == "error" or (first.code == UNWRITTEN and few)
    items = (
        element("li", escape_line(one.detail), BREAK, element("small", place(one)))
        for one in findings[:_MOST]
    )
    fix = element("p", escape_line(f"{words('office.report.fix')}: {first.fix}"))
    body = join_html([fix, element("ul", *items)])
    return folded_block(escape_line(first.title), body, opened=opened)


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
