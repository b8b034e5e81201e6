"""The decision as it was read, as a part of the report of an import."""

from collections.abc import Iterator

from generator.imports.portal.registers import NO_NUMBER
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.report_check import report_table
from generator.locale import Words
from generator.pages.nodes.html import Html, element, escape_line, escape_lines


def decision_section(drafted: DraftedDecision, words: Words) -> Iterator[Html]:
    """The decision as it was read: a heading, and a table of its parts."""
    unknown = words("office.report.unknown")
    yield element("h2", escape_line(words("office.report.decision")))
    yield report_table(
        (words("office.report.part"), words("office.report.as_read")),
        (
            [escape_line(words(f"office.decision.{name}")), escape_lines(text or unknown)]
            for name, text in _parts_as_read(drafted, words)
        ),
    )


def _parts_as_read(drafted: DraftedDecision, words: Words) -> list[tuple[str, str]]:
    """The parts of the decision by the last word of their key, empty where nothing was read."""
    decision = drafted.decision
    signer = (decision.signer.position, decision.signer.name)
    rows = [
        ("number", decision.number),
        ("title", decision.title),
        ("agency", _agency_name(drafted)),
        ("signed", words.day(decision.signed) if decision.signed else ""),
        ("effective", words.day(decision.effective) if decision.effective else ""),
        ("signer", " ".join(filter(None, signer))),
        ("grounds", "\n".join((*_ground_titles(drafted), *decision.ground_texts))),
        ("articles", decision.note or ""),
        ("recipients", "\n".join(decision.recipients)),
    ]
    if replaced := "\n".join(_replaced_numbers(drafted)):
        rows.append(("replaced", replaced))
    return rows


def _ground_titles(drafted: DraftedDecision) -> Iterator[str]:
    """The documents that are the grounds, each with its number and title."""
    registers = drafted.registers
    for key in drafted.decision.grounds:
        found = registers.documents.get(key) or registers.catalogue.documents.get(key)
        if found is not None:
            numbered = found.number in found.title or found.number == NO_NUMBER
            yield found.title if numbered else f"{found.number} – {found.title}"


def _replaced_numbers(drafted: DraftedDecision) -> Iterator[str]:
    known = drafted.registers.catalogue.decisions
    return (known[one.decision].number for one in drafted.decision.replaces_decisions)


def _agency_name(drafted: DraftedDecision) -> str:
    key = drafted.decision.agency
    found = drafted.registers.agencies.get(key) or drafted.registers.catalogue.agencies.get(key)
    return found.name if found else key
