"""What every office must post on a day, what its set lacks, and how far the wall is behind."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.model.completeness import Completeness
from generator.model.summaries import VersionSummary
from generator.records.postings import PostingRecord, latest_postings

if TYPE_CHECKING:
    from generator.model.edition import Edition

LACKS = ("fees", "time", "forms")
"""What the law wants on a sheet and a version may leave unsaid (Decree 63/2010/NĐ-CP, art. 8)."""


@dataclass(frozen=True, slots=True)
class WallState:
    """What hangs since `posted`: how many sheets are right, `missing`, or to be taken down."""

    posted: date
    right: int
    missing: int
    outdated: int


@dataclass(frozen=True, slots=True)
class PostingCoverage:
    """The set of an office: how many sheets, and since when it is what it is (None: not known).

    `lacking` counts by `LACKS`; `wall` is None where no record says what hangs.
    """

    count: int
    changed: date | None
    lacking: tuple[tuple[str, int], ...]
    wall: WallState | None


def posting_coverage(edition: "Edition") -> dict[str, PostingCoverage]:
    """The coverage of every office that has something to post, or of which a record says so."""
    walls = latest_postings(edition.catalogue.postings.values(), edition.day)
    groups = edition.posting_groups
    found = {
        key: _coverage(groups.get(key, ()), walls.get(key), edition) for key in {**groups, **walls}
    }
    return {key: one for key, one in found.items() if one.count or one.wall}


def _coverage(
    summaries: Collection[VersionSummary], record: PostingRecord | None, edition: "Edition"
) -> PostingCoverage:
    current = [one for one in summaries if one.current]
    stated = (edition.completeness.get(one.procedure) for one in current)
    lacking = Counter(key for one in stated if one for key in _lacks(one))
    counts = tuple((key, lacking[key]) for key in LACKS if lacking[key])
    changed = max(filter(None, (_changed(one, edition.day) for one in summaries)), default=None)
    return PostingCoverage(len(current), changed, counts, _wall(current, record))


def _lacks(stated: Completeness) -> Iterator[str]:
    if stated.fees == "not_stated":
        yield "fees"
    if not stated.time:
        yield "time"
    if not stated.forms:
        yield "forms"


def _changed(summary: VersionSummary, day: date) -> date | None:
    """The day on which a sheet was put up, exchanged or taken down last."""
    start, end = summary.possible
    if summary.current:
        return start
    return end if end and end <= day else None


def _wall(current: Iterable[VersionSummary], record: PostingRecord | None) -> WallState | None:
    if record is None:
        return None
    wanted = {(one.procedure, one.version) for one in current}
    hung = {(sheet.procedure, sheet.version) for sheet in record.sheets}
    missing = {code for code, _ in wanted} - {code for code, _ in hung}
    return WallState(record.posted, len(wanted & hung), len(missing), len(hung - wanted))
