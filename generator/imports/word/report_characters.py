"""What became of the characters that were read, as a part of the report of an import."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.ledger import WordLedger, WordUse
from generator.imports.word.report_check import count_cell, report_table
from generator.imports.word.sources import WordSources
from generator.locale import Words
from generator.pages.nodes.html import Html, element, escape_line


def characters_section(
    drafted: DraftedDecision, ledger: WordLedger, words: Words
) -> Iterator[Html]:
    """What became of every character that was read, and which were mended."""
    counts = ledger.characters
    yield element("h2", escape_line(words("office.report.what")))
    rows = [(words(f"office.use.{use}"), counts[use]) for use in WordUse]
    rows.append((words("office.report.read"), ledger.read))
    yield report_table(
        (words("office.report.what"), words("office.report.characters")),
        ([escape_line(name), count_cell(count, words)] for name, count in rows),
    )
    if kinds := "; ".join(_repaired(drafted.sources, words)):
        yield element("p", escape_line(words("office.report.repaired", kinds=kinds)))


def _repaired(sources: Iterable[WordSources], words: Words) -> Iterator[str]:
    repairs: Counter[str] = sum((one.file.repairs for one in sources), Counter())
    for kind, count in sorted(repairs.items()):
        yield f"{words(f'repairs.{kind}')}: {words.number(count)}"
