"""The rows behind the figures of the site, as CSV."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator import addresses
from generator.exports.csv_text import JoinKey, to_csv
from generator.exports.limit_rows import LIMIT_HEADS, limit_rows
from generator.model import statistics
from generator.model.decision_counts import repeated_decisions
from generator.model.edition import Edition
from generator.model.summaries import VersionSummary, shown_summaries
from generator.records.decision import Decision

_PROCEDURE = (
    "procedure",
    "title",
    "field",
    "levels",
    "online",
    "version",
    "status",
    "agency",
    "agency_name",
    "counted_under",
    "counted_under_name",
    "address",
)
_DECISION = (
    "decision",
    "number",
    "agency",
    "agency_name",
    "signed",
    "effective",
    "listed",
    "list_by",
    "days_late",
    "repeats",
)


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The address of a table, and the heads of its columns."""

    path: str
    heads: tuple[str, ...]


TABLES: Mapping[str, CsvTable] = {
    "procedures": CsvTable("so-lieu/thu-tuc.csv", _PROCEDURE),
    "decisions": CsvTable("so-lieu/quyet-dinh.csv", _DECISION),
    "limits": CsvTable("so-lieu/thoi-han.csv", LIMIT_HEADS),
}


def figure_rows(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the tables that figures are counted from; heads are keys of the YAML.

    A code stands as the API writes it; the address beside it stays text in a spreadsheet.
    """
    for name, rows in _ROWS.items():
        yield TABLES[name].path, to_csv(TABLES[name].heads, rows(edition))


def _procedures(edition: Edition) -> Iterator[list[object]]:
    return (_procedure(one, edition) for one in shown_summaries(edition.summaries))


def _decisions(edition: Edition) -> Iterator[list[object]]:
    late = {one.decision.id: one for one in statistics.lateness(edition)}
    repeated, decisions = repeated_decisions(edition), edition.catalogue.decisions.items()
    return (_decision(d, late.get(key), repeated.get(key, ""), edition) for key, d in decisions)


def _procedure(summary: VersionSummary, edition: Edition) -> list[object]:
    counted_under = edition.authorities.get(summary.publisher, summary.publisher)
    return [
        JoinKey(summary.procedure),
        summary.title,
        summary.field,
        " ".join(summary.levels),
        summary.online,
        summary.version,
        summary.status,
        summary.publisher,
        edition.agency_name(summary.publisher),
        counted_under,
        edition.agency_name(counted_under),
        _address(summary.procedure),
    ]


def _decision(
    decision: Decision, late: statistics.Lateness | None, repeats: str, edition: Edition
) -> list[object]:
    return [
        decision.id,
        decision.number,
        decision.agency,
        edition.agency_name(decision.agency),
        decision.signed or "",
        decision.effective or "",
        decision.listed or "",
        late.last if late else "",
        late.days if late else "",
        repeats,
    ]


def _address(code: str) -> str:
    return addresses.address(addresses.procedure(code))


_ROWS: Mapping[str, Callable[[Edition], Iterator[list[object]]]] = {
    "procedures": _procedures,
    "decisions": _decisions,
    "limits": limit_rows,
}
