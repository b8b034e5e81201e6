"""The rows behind the figures of the site, as CSV."""

from collections.abc import Iterator

from generator import addresses
from generator.exports.csv_text import JoinKey, to_csv
from generator.law.reform import Cut
from generator.model import statistics
from generator.model.edition import Edition
from generator.model.summaries import VersionSummary, shown_summaries
from generator.records.decision import Decision


def figure_rows(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the tables that figures are counted from; heads are keys of the YAML.

    A code stands as the API writes it; the address beside it stays text in a spreadsheet.
    """
    yield (
        "so-lieu/thu-tuc.csv",
        to_csv(
            _PROCEDURE,
            (_procedure(one, edition) for one in shown_summaries(edition.summaries)),
        ),
    )
    late = {one.decision.id: one for one in statistics.lateness(edition)}
    decisions = edition.catalogue.decisions.values()
    rows = (_decision(decision, late.get(decision.id), edition) for decision in decisions)
    yield "so-lieu/quyet-dinh.csv", to_csv(_DECISION, rows)
    yield "so-lieu/thoi-han.csv", to_csv(_CUT, (_cut(cut) for cut in edition.cuts.values() if cut))


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
)
_CUT = ("procedure", "counted_in", "allowed", "promised", "cut_percent", "address")


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
    decision: Decision, late: statistics.Lateness | None, edition: Edition
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
    ]


def _cut(cut: Cut) -> list[object]:
    counted_in = "working_hour" if cut.allowed.working else "day"
    rate = "" if cut.rate is None else round(100 * cut.rate, 2)
    promised = cut.promised.amount if cut.promised else ""
    key, address = JoinKey(cut.procedure), _address(cut.procedure)
    return [key, counted_in, cut.allowed.amount, promised, rate, address]


def _address(code: str) -> str:
    return addresses.address(addresses.procedure(code))
