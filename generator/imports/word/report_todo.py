"""What a person has to do after an import, in the order in which it is done, with numbers."""

from collections.abc import Iterator, Sequence

from generator.findings.finding import Finding
from generator.findings.problem import Severity
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.ledger import WordLedger, WordUse
from generator.imports.word.report_anchors import (
    CHECK_AT,
    PROCEDURES_AT,
    REMARKS_AT,
    UNREAD_AT,
    part_anchor,
)
from generator.imports.word.report_check import UNWRITTEN
from generator.locale import Words
from generator.pages.nodes.html import Html, anchor, element, escape_line


def todo_section(
    drafted: DraftedDecision, ledger: WordLedger, findings: Sequence[Finding], words: Words
) -> Iterator[Html]:
    """A numbered list of what is to be done; each leads to its part of the report."""
    yield element("h2", escape_line(words("office.report.todo")))
    items = []
    for name, count, at in _counted(drafted, ledger, findings):
        if count:
            said = words(f"office.todo.{name}", count=words.number(count))
            items.append(element("li", anchor(said, f"#{part_anchor(at, drafted)}")))
    items.append(element("li", escape_line(words("office.todo.send"))))
    yield element("ol", *items, class_="look")


def _counted(
    drafted: DraftedDecision, ledger: WordLedger, findings: Sequence[Finding]
) -> Iterator[tuple[str, int, str]]:
    """What there is to do: its name in the words, how often, and where the report shows it."""
    remarks = len(drafted.remarks) + sum(len(one.remarks) for one in drafted.procedures)
    yield "errors", sum(one.severity is Severity.ERROR for one in findings), CHECK_AT
    yield "remarks", remarks, REMARKS_AT
    yield "unwritten", sum(one.code == UNWRITTEN for one in findings), CHECK_AT
    yield "unread", len(ledger.of(WordUse.REPORTED)), UNREAD_AT
    yield "procedures", len(drafted.procedures), PROCEDURES_AT
