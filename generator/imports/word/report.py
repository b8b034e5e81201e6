"""The report of an import from Word, for a lawyer: one HTML page that needs nothing else.

What is to be done stands first, with numbers; then what to look at; each procedure shows what was
read and the source next to it; every line that is in no record is listed with its place.
"""

from collections.abc import Iterable, Iterator
from importlib import resources

from generator.findings.finding import Finding
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.ledger import WordLedger, WordUse
from generator.imports.word.locating import WordLocator
from generator.imports.word.report_characters import characters_section
from generator.imports.word.report_check import check_section
from generator.imports.word.report_decision import decision_section
from generator.imports.word.report_procedures import left_lines, procedure_section
from generator.imports.word.report_remarks import look_first_section, report_link
from generator.imports.word.report_todo import PROCEDURES_AT, UNREAD_AT, todo_section
from generator.locale import Words
from generator.pages.nodes.html import (
    NEWLINE,
    Html,
    element,
    escape_html,
    escape_line,
    join_html,
)


def render_word_report(
    drafted: DraftedDecision, ledger: WordLedger, findings: Iterable[Finding], words: Words
) -> str:
    """The report as a whole HTML page."""
    title = words("office.report.title", number=drafted.decision.number)
    locator = WordLocator(drafted.sources, words)
    found = tuple(findings)
    body = join_html(
        [
            *_intro(drafted, words),
            *todo_section(drafted, ledger, found, words),
            *look_first_section(drafted, words, locator),
            *check_section(found, words, lambda one: _place_of(one, drafted, words)),
            *decision_section(drafted, words),
            element("h2", escape_line(words("office.report.procedures")), id=PROCEDURES_AT),
            *(
                procedure_section(one, drafted, ledger, words, locator)
                for one in drafted.procedures
            ),
            *_unread(drafted, ledger, words, locator),
            *characters_section(drafted, ledger, words),
        ],
        NEWLINE,
    )
    style = resources.files(__package__).joinpath("report.css").read_text(encoding="utf8")
    script = resources.files(__package__).joinpath("report.js").read_text(encoding="utf8")
    shown = escape_html(title)
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{shown}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n<h1>{shown}</h1>\n{body}\n"
        f"</main>\n<script>\n{script}</script>\n</body>\n</html>\n"
    )


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
    yield element("h2", escape_line(words("office.report.unread")), id=UNREAD_AT)
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
