"""The report of an import from Word, for a lawyer: one HTML page that needs nothing else.

What is to be done stands first, with numbers; then what to look at; each procedure shows what was
read and the source next to it; every line that is in no record is listed with its place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from generator.findings.finding import Finding
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.ledger import WordLedger, WordUse
from generator.imports.word.locating import WordLocator
from generator.imports.word.report_anchors import (
    CHECK_AT,
    PROCEDURES_AT,
    UNREAD_AT,
    decision_anchor,
    part_anchor,
)
from generator.imports.word.report_characters import characters_section
from generator.imports.word.report_check import check_section
from generator.imports.word.report_decision import decision_section
from generator.imports.word.report_procedures import left_lines, procedure_section
from generator.imports.word.report_remarks import look_first_section, report_link
from generator.imports.word.report_todo import todo_section
from generator.locale import Words
from generator.pages.nodes.html import (
    NEWLINE,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    join_html,
)


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A decision in the report: what was drafted, what became of the words, what a check says."""

    drafted: DraftedDecision
    ledger: WordLedger
    findings: tuple[Finding, ...] = ()


def render_word_report(parts: Sequence[ReportPart], words: Words) -> str:
    """The report as a whole HTML page, with a part for each decision."""
    numbers = "; ".join(one.drafted.decision.number for one in parts)
    title = escape_html(words("office.report.title", number=numbers))
    body = join_html(
        [*_contents(parts, words), *(shown for one in parts for shown in _part(one, words))],
        NEWLINE,
    )
    style = resources.files(__package__).joinpath("report.css").read_text(encoding="utf8")
    script = resources.files(__package__).joinpath("report.js").read_text(encoding="utf8")
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n"
        f"</main>\n<script>\n{script}</script>\n</body>\n</html>\n"
    )


def _contents(parts: Sequence[ReportPart], words: Words) -> Iterator[Html]:
    """Links to the decisions, where there are several, in the order in which they were imported."""
    if len(parts) > 1:
        yield element("p", escape_line(words("office.report.parts", count=len(parts))))
        links = (
            element(
                "li",
                anchor(
                    words("office.report.title", number=one.drafted.decision.number),
                    f"#{decision_anchor(one.drafted)}",
                ),
            )
            for one in parts
        )
        yield element("ol", *links)


def _part(part: ReportPart, words: Words) -> Iterator[Html]:
    """What the report says of one decision."""
    drafted, ledger, findings = part.drafted, part.ledger, part.findings
    title = words("office.report.title", number=drafted.decision.number)
    locator = WordLocator(drafted.sources, words)
    yield element("h1", escape_line(title), id=decision_anchor(drafted))
    yield from _intro(drafted, words)
    yield from todo_section(drafted, ledger, findings, words)
    yield from look_first_section(drafted, words, locator)
    at = part_anchor(CHECK_AT, drafted)
    yield from check_section(findings, at, words, lambda one: _place_of(one, drafted, words))
    yield from decision_section(drafted, words)
    at = part_anchor(PROCEDURES_AT, drafted)
    yield element("h2", escape_line(words("office.report.procedures")), id=at)
    for one in drafted.procedures:
        yield procedure_section(one, drafted, ledger, words, locator)
    yield from _unread(drafted, ledger, words, locator)
    yield from characters_section(drafted, ledger, words)


def _intro(drafted: DraftedDecision, words: Words) -> Iterator[Html]:
    cases = sum(len(one.pair.row.cases) for one in drafted.procedures if one.pair.row)
    values = {
        "files": ", ".join(source.file.name for source in drafted.sources),
        "procedures": len(drafted.procedures),
        "cases": cases,
        "contents": sum(one.pair.content is not None for one in drafted.procedures),
    }
    yield element("p", escape_line(words("office.report.intro", **values)), class_="good")


def _place_of(finding: Finding, drafted: DraftedDecision, words: Words) -> Html:
    """The procedure at which a finding stands, as a link, and the line of its file."""
    line = escape_line(words("office.report.line", file=finding.path, line=finding.line))
    folder = finding.path.removeprefix("procedures/").partition("/")[2].partition("/")[0]
    for one in drafted.procedures:
        if one.key == folder:
            link = report_link(one, drafted, words)
            return join_html([link, escape_html(" – "), line])
    return line


def _unread(
    drafted: DraftedDecision, ledger: WordLedger, words: Words, locator: WordLocator
) -> Iterator[Html]:
    """The lines that are in no record: those of no procedure, then where the others are."""
    at = part_anchor(UNREAD_AT, drafted)
    yield element("h2", escape_line(words("office.report.unread")), id=at)
    yield left_lines("office.report.in_no_record", ledger.of(WordUse.REPORTED, ""), words, locator)
    left = [(one, len(ledger.of(WordUse.REPORTED, one.key))) for one in drafted.procedures]
    left = [(one, count) for one, count in left if count]
    if left:
        said = words("office.report.left_in", count=sum(count for _, count in left))
        yield element("p", escape_line(said))
        links = (
            element("li", report_link(one, drafted, words), escape_html(f" ({count})"))
            for one, count in left
        )
        yield element("ul", *links)
