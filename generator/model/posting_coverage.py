"""What every office must post on a day, what its set lacks, and how far the wall is behind."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.model.groups import group_pairs
from generator.model.posting import PostingTarget, office_target
from generator.model.published import PublishedProcedure
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
    index = _Index.of(edition.entries.values())
    walls = latest_postings(edition.catalogue.postings.values(), edition.day)
    found: dict[str, PostingCoverage] = {}
    for key, agency in edition.catalogue.agencies.items():
        entries = index.entries_of(office_target(agency, edition))
        coverage = _coverage(entries, walls.get(key), edition)
        if coverage.count or coverage.wall:
            found[key] = coverage
    return found


@dataclass(frozen=True, slots=True)
class _Index:
    """Procedures that bind or did, by the offices that have a part in them and by their levels."""

    by_office: Mapping[str, tuple[PublishedProcedure, ...]]
    by_level: Mapping[str, tuple[PublishedProcedure, ...]]

    @classmethod
    def of(cls, entries: Collection[PublishedProcedure]) -> "_Index":
        """The index of procedures."""
        return cls(
            group_pairs((one.summary.answering, one) for one in entries),
            group_pairs((one.summary.levels, one) for one in entries),
        )

    def entries_of(self, target: PostingTarget) -> Iterable[PublishedProcedure]:
        """The procedures that a target answers for, on the day or before it, each once."""
        found = {one.code: one for key in target.offices for one in self.by_office.get(key, ())}
        for level, province in target.levels:
            for one in self.by_level.get(level, ()):
                if one.summary.holds_in(province):
                    found[one.code] = one
        return found.values()


def _coverage(
    entries: Iterable[PublishedProcedure], record: PostingRecord | None, edition: "Edition"
) -> PostingCoverage:
    entries = list(entries)
    current = [one for one in entries if one.status.current]
    lacking = Counter(key for one in current for key in _lacks(one))
    counts = tuple((key, lacking[key]) for key in LACKS if lacking[key])
    changed = max(filter(None, (_changed(one, edition.day) for one in entries)), default=None)
    return PostingCoverage(len(current), changed, counts, _wall(current, record))


def _lacks(entry: PublishedProcedure) -> Iterator[str]:
    stated = entry.completeness
    if stated is None:
        return
    if stated.fees == "not_stated":
        yield "fees"
    if not stated.time:
        yield "time"
    if not stated.forms:
        yield "forms"


def _changed(entry: PublishedProcedure, day: date) -> date | None:
    """The day on which a sheet was put up, exchanged or taken down last."""
    start, end = entry.summary.possible
    if entry.status.current:
        return start
    return end if end and end <= day else None


def _wall(current: Iterable[PublishedProcedure], record: PostingRecord | None) -> WallState | None:
    if record is None:
        return None
    wanted = {(one.code, one.summary.version) for one in current}
    hung = {(sheet.procedure, sheet.version) for sheet in record.sheets}
    missing = {code for code, _ in wanted} - {code for code, _ in hung}
    return WallState(record.posted, len(wanted & hung), len(missing), len(hung - wanted))
