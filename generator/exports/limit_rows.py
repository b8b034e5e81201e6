"""The rows of time limits: what figures count of each procedure, what else is known, or nothing."""

from collections.abc import Iterator, Set

from generator import addresses
from generator.exports.csv_text import JoinKey
from generator.law.reform import Cut
from generator.model import statistics
from generator.model.edition import Edition
from generator.model.summaries import VersionSummary
from generator.readings.brief_values import TimeBrief
from generator.readings.time_values import TimeLimit
from generator.records.stated import Duration
from generator.records.version import Version

LIMIT_HEADS = (
    "procedure",
    "status",
    "value",
    "unit",
    "promised_value",
    "promised_unit",
    "counted_in",
    "allowed",
    "promised",
    "cut_percent",
    "address",
)
_Value = tuple[float | str, str]


def limit_rows(edition: Edition) -> Iterator[list[object]]:
    """Every procedure that binds: the limit that figures count, its others, or that none is known.

    `status` is `counted`, `doubted` (counted, and its page doubts it), `unsure` (counted, and its
    page states no limit), `recorded` (another limit of the record), `read` (out of its words),
    `mixed` (the office promises other days than the limit's) or `unknown`. Procedures of `unsure`
    and of `unknown` are those that other pages count as without a clear limit.
    """
    for summary in statistics.living(edition):
        yield from _rows(summary, edition)


def _rows(summary: VersionSummary, edition: Edition) -> Iterator[list[object]]:
    code, address = JoinKey(summary.procedure), addresses.procedure(summary.procedure)
    page = addresses.address(address)
    cut = edition.cuts.get(summary.procedure)
    time, recorded = summary.brief.time, _recorded(edition.entries[summary.procedure].version)
    found = [[_status_of_counted(time), *_counted(cut)]] if cut else []
    counted = {_stated(cut.limit)} if cut else set()
    mixed = summary.procedure in edition.cuts and cut is None
    found += [
        ["mixed" if mixed else _status(limit, recorded), *_written(limit), *[""] * 6]
        for limit in (time.limits if time else ())
        if _written(limit) not in counted
    ]
    for cells in found or [["unknown", *[""] * 8]]:
        yield [code, *cells, page]


def _status(limit: TimeLimit, recorded: Set[_Value]) -> str:
    return "recorded" if _written(limit) in recorded else "read"


def _status_of_counted(time: TimeBrief | None) -> str:
    if time is None:
        return "unsure"
    return "doubted" if time.is_doubted else "counted"


def _recorded(version: Version) -> Set[_Value]:
    """Every figure that a record has of time, of a way of filing or of a case."""
    channels = [channel.time for channel in version.channels.items]
    figures = {_stated(one) for one in (*channels, *(case.time for case in version.cases))}
    return figures | {(case.value, case.unit) for time in channels for case in time.cases}


def _counted(cut: Cut) -> list[object]:
    counted_in = "working_hour" if cut.allowed.working else "day"
    rate = "" if cut.rate is None else round(100 * cut.rate, 2)
    promised = cut.promised.amount if cut.promised else ""
    said = (*_stated(cut.limit), *_stated(cut.promise))
    return [*said, counted_in, cut.allowed.amount, promised, rate]


def _stated(duration: Duration | None) -> _Value:
    """Value and unit as recorded; both empty without a figure."""
    if duration is None or duration.value is None:
        return "", ""
    return duration.value, duration.unit


def _written(limit: TimeLimit) -> _Value:
    """Value and unit; those of two parts are joined by a plus ("2+15", "month+working_day")."""
    if limit.then is None:
        return limit.value, limit.unit
    values, units = zip(*limit.length, strict=True)
    return "+".join(f"{value:g}" for value in values), "+".join(units)
