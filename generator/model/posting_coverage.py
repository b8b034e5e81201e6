"""What every office must post on a day, what its set lacks, and how far the wall is behind."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.model.groups import group_pairs
from generator.model.published import PublishedProcedure
from generator.model.summaries import Summaries, VersionSummary
from generator.readings.answered import stated_offices
from generator.readings.filing import read_filing
from generator.records.memoize import memoize_by_key
from generator.records.postings import PostingRecord, latest_postings
from generator.records.registers import Agency

if TYPE_CHECKING:
    from generator.model.edition import Edition

LACKS = ("place", "fees", "time", "forms")
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

    `fields` are those of the sheets; `decisions` are the ids of those that made the last change;
    `lacking` counts sheets by `LACKS`; `wall` is None where no record says what hangs. `left_out`
    counts what the records bring to the office beside its own.
    """

    count: int
    fields: int
    changed: date | None
    decisions: tuple[str, ...]
    lacking: tuple[tuple[str, int], ...]
    wall: WallState | None
    left_out: int = 0


def posting_coverage(edition: "Edition") -> dict[str, PostingCoverage]:
    """The coverage of every office that has something to post, or of which a record says so."""
    walls = latest_postings(edition.catalogue.postings.values(), edition.day)
    groups = _drawn_as_recorded(walls, edition)
    found = {
        key: coverage_of(
            groups.get(key, ()), edition, walls.get(key), edition.posting_groups.get(key, ())
        )
        for key in {**groups, **walls}
    }
    return {key: one for key, one in found.items() if one.count or one.wall}


def due_sheets(edition: "Edition") -> dict[str, tuple[str, ...]]:
    """The procedures that every office must post, by office."""
    walls = latest_postings(edition.catalogue.postings.values(), edition.day)
    groups = _drawn_as_recorded(walls, edition).items()
    return {key: tuple(one.procedure for one in found if one.current) for key, found in groups}


def _drawn_as_recorded(walls: Mapping[str, PostingRecord], edition: "Edition") -> Summaries:
    """The own set of every office; of offices that posted all that they answer for, that."""
    groups = edition.posting_groups
    whole = {key: groups[key] for key, one in walls.items() if not one.own and key in groups}
    return {**edition.own_posting_groups, **whole}


def coverage_of(
    summaries: Collection[VersionSummary],
    edition: "Edition",
    record: PostingRecord | None = None,
    every: Iterable[VersionSummary] = (),
) -> PostingCoverage:
    """The coverage of one set, and, where a `record` says what hangs, how far that is behind.

    `every` is all that the office answers for, of which the set may leave something out.
    """
    current = [one for one in summaries if one.current]
    lacking, codes = lacking_sheets(current, edition), {one.procedure for one in current}
    changed = max(filter(None, (_changed(one, edition.day) for one in summaries)), default=None)
    return PostingCoverage(
        count=len(current),
        fields=len({one.field for one in current}),
        changed=changed,
        decisions=_decisions_of(changed, summaries, edition) if changed else (),
        lacking=tuple((key, len(sheets)) for key, sheets in lacking.items()),
        wall=_wall(current, record, edition) if record else None,
        left_out=len({one.procedure for one in every if one.current} - codes),
    )


def lacking_sheets(
    summaries: Iterable[VersionSummary], edition: "Edition"
) -> Mapping[str, tuple[VersionSummary, ...]]:
    """The versions whose sheets cannot state what the law wants on them, by `LACKS`."""
    found = group_pairs((_lacks(one, edition), one) for one in summaries)
    return {key: found[key] for key in LACKS if key in found}


def _lacks(one: VersionSummary, edition: "Edition") -> Iterator[str]:
    completeness = edition.completeness.get(one.procedure)
    brief = edition.brief_of(one)
    if not brief.fee:
        yield "fees"
    if not brief.time:
        yield "time"
    if completeness and not completeness.forms:
        yield "forms"
    if completeness and not completeness.place:
        agencies, entry = edition.catalogue.agencies, edition.entries[one.procedure]
        if not _tells_place(one.procedure, entry, agencies, edition.day):
            yield "place"


@memoize_by_key
def _tells_place(
    _code: str, entry: PublishedProcedure, agencies: Mapping[str, Agency], day: date
) -> bool:
    """Whether a sheet tells where to go though no field does: by other words, or by the rule."""
    edited = entry.procedure.answers
    filing = read_filing(entry.version, entry.procedure, agencies, day)
    return bool(stated_offices(filing)) or bool(edited and edited.place)


def _changed(summary: VersionSummary, day: date) -> date | None:
    """The day on which a sheet was put up, exchanged or taken down last."""
    start, end = summary.possible
    if summary.current:
        return start
    return end if end and end <= day else None


def _decisions_of(
    day: date, summaries: Iterable[VersionSummary], edition: "Edition"
) -> tuple[str, ...]:
    """The ids of the decisions by which sheets changed last on a day, in alphabetical order."""
    found: set[str] = set()
    for one in summaries:
        if _changed(one, edition.day) == day:
            interval = edition.timelines[one.procedure].interval_of(one.version)
            event = interval and (interval.begun_by if one.current else interval.ended_by)
            found |= {event.decision.id} if event else set()
    return tuple(sorted(found))


def since_of(coverage: PostingCoverage) -> str:
    """The day of the sheets that hang, as `--since` takes it; "" where no day is known.

    Where no record says what hangs, it is the day before the last change.
    """
    if coverage.wall:
        return str(coverage.wall.posted)
    return str(coverage.changed - timedelta(days=1)) if coverage.changed else ""


def post_command(asked: Iterable[str], since: str = "") -> str:
    """The command that prints a set, or what changed in it, as every shell takes it."""
    only = ("--since", since) if since else ()
    return " ".join(map(_quoted, ("niemyet", "post", *asked, *only)))


def _quoted(word: str) -> str:
    return word if re.fullmatch(r"[\w./-]+", word) else f'"{word}"'


def _wall(
    current: Iterable[VersionSummary], record: PostingRecord, edition: "Edition"
) -> WallState:
    wanted = {(one.procedure, one.version) for one in current}
    hung = {(sheet.procedure, sheet.version) for sheet in record.sheets}
    missing = {code for code, _ in wanted} - {code for code, _ in hung}
    ended = _ended_sheets((code for code, _ in wanted & hung), record.posted, edition)
    right, outdated = len(wanted & hung) - len(ended), len(hung - wanted) + len(ended)
    return WallState(record.posted, right, len(missing), outdated)


def _ended_sheets(codes: Iterable[str], posted: date, edition: "Edition") -> set[str]:
    """The procedures whose sheets of a day state a fee that has ended since."""
    # Imported only here: it loads the readers of words.
    from generator.model.posting_fees import ended_fee

    day, entries = edition.day, edition.entries
    return {code for code in codes if ended_fee(entries[code].version, posted, day)}
