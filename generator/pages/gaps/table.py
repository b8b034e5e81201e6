"""The gaps of a catalogue as a table for a spreadsheet."""

from collections.abc import Iterator

from generator.exports.csv_text import to_csv
from generator.findings.problem import format_pointer
from generator.model.edition import Edition
from generator.model.gaps.gap import Gap
from generator.model.gaps.report import GapReport
from generator.pages.gaps.sentences import fix_words, harm_words, kind_words, reading_words

_COLUMNS = (
    "rank",
    "harm",
    "kind",
    "code",
    "title",
    "field",
    "agency",
    "audience",
    "people",
    "file",
    "pointer",
    "words",
    "more",
    "read",
    "fix",
)


def gaps_as_csv(report: GapReport, edition: Edition, limit: int | None) -> bytes:
    """The first `limit` tasks (None: all), a row each, the most harmful first."""
    heads = [edition.words(f"gaps.column.{name}") for name in _COLUMNS]
    return to_csv(heads, _rows(report, edition, limit))


def _rows(report: GapReport, edition: Edition, limit: int | None) -> Iterator[list[object]]:
    for rank, gap in enumerate(report.gaps[:limit], 1):
        yield [rank, *_row(gap, report, edition)]


def _row(gap: Gap, report: GapReport, edition: Edition) -> list[object]:
    words = edition.words
    subject = report.subjects[gap.procedure]
    return [
        harm_words(gap, words),
        kind_words(gap, words),
        subject.code,
        subject.title,
        edition.field(subject.field).name,
        edition.agency_name(subject.agency),
        words(f"gaps.audience.{subject.audience}"),
        words("gaps.people_unknown"),
        gap.path,
        format_pointer(gap.pointer),
        gap.words,
        gap.more,
        reading_words(gap, words),
        fix_words(gap.kind, words),
    ]
