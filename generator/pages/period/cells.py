"""The tables of the report of two days, as rows of cells that every format writes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model.edition import Edition
from generator.model.period import CHANGES, UNTOLD, PeriodChange, PeriodLine, PeriodReport
from generator.model.summaries import LEVELS

Cell = str | int
_COUNTS = ("before", "new", "untold", "amended", "replaced", "abolished", "moved", "after")


@dataclass(frozen=True, slots=True)
class PeriodTable:
    """A table with its title and the heads of its columns; the first column has names."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def count_tables(report: PeriodReport, edition: Edition) -> Iterator[PeriodTable]:
    """In all, by field, by level, by agency; then the stock by field and level.

    What is untold of exports has a column only where there is any.
    """
    words = edition.words
    counts = [name for name in _COUNTS if name != UNTOLD or report.total.untold]
    heads = tuple(words(f"period.column.{name}") for name in counts)
    groups: tuple[tuple[str, Iterable[PeriodLine]], ...] = (
        ("all", (report.total,)),
        ("field", report.by_field),
        ("level", report.by_level),
        ("agency", report.by_agency),
    )
    for name, lines in groups:
        rows = tuple(
            _row(_name(name, line.key, edition), (getattr(line, count) for count in counts))
            for line in lines
        )
        title = words(f"period.by.{name}")
        yield PeriodTable(title, (words(f"period.head.{name}"), *heads), rows)
    yield _matrix(report, edition)


def _row(name: str, counts: Iterable[int]) -> tuple[Cell, ...]:
    return name, *counts


def _name(group: str, key: str, edition: Edition) -> str:
    match group:
        case "field":
            return edition.field(key).name
        case "level":
            return edition.words(f"level.{key}")
        case "agency":
            return edition.agency_name(key)
    return edition.words("period.total")


def _matrix(report: PeriodReport, edition: Edition) -> PeriodTable:
    words = edition.words
    levels = [one for one in LEVELS if any(one in row for row in report.matrix.values())]
    rows = tuple(
        _row(edition.field(line.key).name, (report.matrix[line.key].get(one, 0) for one in levels))
        for line in report.by_field
        if line.key in report.matrix
    )
    heads = (words("period.head.field"), *(words(f"level.{one}") for one in levels))
    return PeriodTable(words("period.by.matrix"), heads, rows)


def change_tables(report: PeriodReport, edition: Edition) -> Iterator[PeriodTable]:
    """The procedures that came, changed and ended, a table for each kind that occurs."""
    words = edition.words
    names = ("code", "title", "decision", "signed", "effective")
    heads = tuple(words(f"period.column.{name}") for name in names)
    for kind in CHANGES:
        rows = tuple(_change(one, edition) for one in report.changes if one.kind == kind)
        if rows:
            yield PeriodTable(words(f"period.kind.{kind}"), heads, rows)


def _change(change: PeriodChange, edition: Edition) -> tuple[Cell, ...]:
    event, words = change.event, edition.words
    if event is None:
        return change.procedure, change.title, "", "", ""
    signed, effective = event.decision.signed, event.effective
    return (
        change.procedure,
        change.title,
        event.decision.number,
        words.day(signed) if signed else "",
        words.day(effective) if effective else "",
    )


def notes(report: PeriodReport, edition: Edition) -> Iterator[str]:
    """How the figures are to be read, and where two of them differ, why."""
    words = edition.words
    yield words("period.note.stock", day=words.day(report.end))
    yield words("period.note.levels")
    if any(line.moved for line in (report.total, *report.by_level, *report.by_agency)):
        yield words("period.note.moved")
    if report.undated:
        yield words("period.note.undated", count=words.number(report.undated))


def report_title(report: PeriodReport, edition: Edition) -> str:
    """The title of the report, with its days."""
    words = edition.words
    return words("period.title", start=words.day(report.start), end=words.day(report.end))


def in_figures(row: Sequence[Cell], edition: Edition) -> list[str]:
    """A row as people read it: figures with their marks."""
    return [edition.words.number(cell) if isinstance(cell, int) else cell for cell in row]
