"""Whether a printed paper of one version is still right on the day of the edition."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator import addresses
from generator.law.changes import PARTS, changed_parts, changes
from generator.law.intervals import Interval, Status
from generator.model.edition import Edition
from generator.model.newest_decision import by_known_decisions
from generator.model.published import PublishedProcedure
from generator.pages.links import decision_link, procedure_link
from generator.pages.nodes.inline import Inline, link, punctuation, run
from generator.pages.nodes.phrases import phrase
from generator.pages.redline import successive
from generator.records.version import Version

_NAMED_PARTS = 4
"""Changed parts that a sentence names; the rest are counted."""


class PaperState(StrEnum):
    """What a reader may do with the paper in hand."""

    RIGHT = "right"
    """Follow it."""
    CHANGING = "changing"
    """Follow it until a day that is already decided."""
    UNKNOWN = "unknown"
    """Ask: no source states from when it, or what follows it, binds."""
    WAITING = "waiting"
    """Keep it for a later day."""
    OLD = "old"
    """Take another: the procedure goes on in another version."""
    OVER = "over"
    """Put it away: the procedure has ended."""


WORTHLESS = (PaperState.OLD, PaperState.OVER)
"""States of a paper that nobody prints again."""


@dataclass(frozen=True, slots=True)
class Validity:
    """The state of a paper, and the sentence that says it."""

    state: PaperState
    sentence: str


def validity(entry: PublishedProcedure, version: Version, edition: Edition) -> Validity:
    """The state of a paper of a version; the procedure's own end comes before all else."""
    status = entry.timeline.version_status(version.version, edition.day)
    if entry.over:
        return _ended(entry, edition)
    if status in (Status.IN_FORCE, Status.ENDING):
        return _followed(entry, version, status, edition)
    if status in (Status.PUBLISHED, Status.UNCERTAIN):
        return Validity(PaperState.UNKNOWN, _unknown(entry, version, status, edition))
    if status in (Status.WAITING, Status.DRAFT):
        start = _start(entry.timeline.interval_of(version.version))
        day = edition.words.day(edition.day)
        said = edition.words(f"validity.{status}", start=_day(start, edition), day=day)
        return Validity(PaperState.WAITING, said)
    return Validity(PaperState.OLD, _outdated(entry, version, status, edition))


def decided_later(
    entry: PublishedProcedure, version: Version, edition: Edition
) -> Iterator[tuple[date, Validity]]:
    """What is decided on the day of the edition to hold of a paper later, by its first days.

    For whoever looks after the day for which the page was made.
    """
    interval = entry.timeline.interval_of(version.version)
    if interval is None or interval.empty:
        return
    if interval.start and interval.start > edition.day:
        words, day = edition.words, edition.words.day(edition.day)
        said = words("validity.begun", start=words.day(interval.start), day=day)
        yield interval.start, Validity(PaperState.RIGHT, said)
    if interval.end and interval.end > edition.day and interval.ended_by:
        yield interval.end, _after(entry, version, interval, edition)


def _after(
    entry: PublishedProcedure, version: Version, interval: Interval, edition: Edition
) -> Validity:
    """What holds of a paper once its version has ended."""
    end, event = _day(interval.end, edition), interval.ended_by
    if event is None or event.version is None:
        key = _ENDED_BY.get(event.action if event else "", Status.SUPERSEDED)
        return Validity(PaperState.OVER, edition.words(f"validity.procedure.{key}", end=end))
    said = "corrected" if event.action == "correct" else "superseded"
    parts = _parts(version, event.version, entry, edition)
    return Validity(PaperState.OLD, edition.words(f"validity.{said}", end=end, parts=parts))


_ENDED_BY = {"replace": Status.REPLACED, "abolish": Status.ABOLISHED}


def _ended(entry: PublishedProcedure, edition: Edition) -> Validity:
    interval = entry.timeline.interval_of(entry.version.version)
    end = _day(interval.end if interval else None, edition)
    key = entry.status if entry.status in _ENDS else Status.SUPERSEDED
    return Validity(PaperState.OVER, edition.words(f"validity.procedure.{key}", end=end))


_ENDS = (Status.REPLACED, Status.ABOLISHED, Status.ANNULLED)


def _followed(
    entry: PublishedProcedure, version: Version, status: Status, edition: Edition
) -> Validity:
    """What binds on the day, and what is already decided to come after it."""
    words, day = edition.words, edition.words.day(edition.day)
    interval = entry.timeline.interval_of(version.version)
    if interval is None or interval.end is None or interval.ended_by is None:
        said = words("validity.in_force", day=day)
        return Validity(PaperState.RIGHT, by_known_decisions(said, edition))
    end, later = words.day(interval.end), interval.ended_by.version
    if status is Status.ENDING or later is None:
        key = _ENDED_BY.get(interval.ended_by.action, Status.ENDING)
        return Validity(PaperState.CHANGING, words(f"validity.ending.{key}", day=day, end=end))
    parts = _parts(version, later, entry, edition, "parts_to_come")
    return Validity(
        PaperState.CHANGING, words("validity.in_force_until", day=day, end=end, parts=parts)
    )


def _unknown(entry: PublishedProcedure, version: Version, status: Status, edition: Edition) -> str:
    words, day = edition.words, edition.words.day(edition.day)
    shown = entry.version.version
    if status is Status.UNCERTAIN and shown != version.version:
        parts = _parts(version, shown, entry, edition)
        said = words("validity.uncertain_newer", day=day, parts=parts)
    else:
        said = words(f"validity.{status}", day=day)
    return by_known_decisions(said, edition)


def _outdated(entry: PublishedProcedure, version: Version, status: Status, edition: Edition) -> str:
    """Since when a paper is out of date, and which parts differ from the version to follow."""
    words = edition.words
    interval = entry.timeline.interval_of(version.version)
    carrier = entry.timeline.carrier_of(version.version)
    if carrier:
        return words("validity.joined", version=carrier)
    if status is Status.ANNULLED or interval is None or interval.empty:
        return words("validity.never")
    key = "corrected" if status is Status.CORRECTED else "superseded"
    parts = _parts(version, entry.version.version, entry, edition)
    return words(f"validity.{key}", end=_day(interval.end, edition), parts=parts)


def _parts(
    before: Version,
    later: str,
    entry: PublishedProcedure,
    edition: Edition,
    key: str = "parts",
) -> str:
    """The parts in which another version differs, as in the middle of a sentence."""
    words = edition.words
    after = edition.catalogue.version(entry.code, later)
    differing = changed_parts(before, after) if after else frozenset()
    said_of = {part: f"legal_part.{part}" for part in PARTS if part in differing}
    if after and "time" in said_of and _is_promise_alone(before, after):
        said_of["time"] = "validity.committed_time"
    names = [words(key) for key in said_of.values()]
    if not names:
        return words("validity.no_part")
    named = ", ".join(name[:1].lower() + name[1:] for name in names[:_NAMED_PARTS])
    rest = len(names) - _NAMED_PARTS
    said = words("validity.and_more", named=named, count=rest) if rest > 0 else named
    return words(f"validity.{key}", parts=said)


def _is_promise_alone(before: Version, after: Version) -> bool:
    """Whether of the time limits only what the office promises differs, and not what law sets."""
    pairs = [(one.before, one.after) for one in changes(before, after) if one.part == "time"]
    return all(
        isinstance(old, tuple) and isinstance(new, tuple) and old[0] == new[0] for old, new in pairs
    )


def _start(interval: Interval | None) -> date | None:
    return interval.start if interval else None


def _day(day: date | None, edition: Edition) -> str:
    return edition.words.day(day) if day else edition.words("validity.unknown_day")


def ways_on(
    entry: PublishedProcedure, version: Version, edition: Edition, here: str
) -> Iterator[Inline]:
    """Where a reader goes from a paper: what replaced it, what changed, the page, its own text."""
    words = edition.words
    yield from _decided(entry, version, edition, here)
    if entry.over:
        yield from _successors(entry.timeline.successors, edition, here)
    page = addresses.relative(addresses.procedure(entry.code), here)
    yield link(phrase(words, f"validity.page_{_page_state(entry)}"), page)
    yield from _redlines(entry, version, edition, here)
    if version.version != entry.version.version:
        own = addresses.relative(addresses.version_address(entry.code, version.version), here)
        yield link(phrase(words, "validity.own_text", version=version.version), own)


def _page_state(entry: PublishedProcedure) -> str:
    """What the page of a procedure shows: what applies, applied, is to apply, or is not known."""
    if entry.over:
        return "over"
    if entry.status in (Status.PUBLISHED, Status.UNCERTAIN):
        return "unknown"
    return "waiting" if entry.status in (Status.WAITING, Status.DRAFT) else "current"


def _successors(codes: Sequence[str], edition: Edition, here: str) -> Iterator[Inline]:
    """What replaced a procedure; of one title, each with the levels that tell it apart."""
    words, entries = edition.words, edition.entries
    titles = Counter(entries[code].title for code in codes if code in entries)
    for code in codes:
        is_twin = code in entries and titles[entries[code].title] > 1
        levels = entries[code].summary.levels if is_twin else ()
        told = ", ".join(words(f"level.{level}").lower() for level in levels)
        said = phrase(words, "validity.replaced_by")
        behind = punctuation(f" – {told}" if told else "")
        yield run(said, punctuation(" "), procedure_link(code, edition, here), behind)


def _decided(
    entry: PublishedProcedure, version: Version, edition: Edition, here: str
) -> Iterator[Inline]:
    """The decision that binds now, or that ended the procedure, for a paper of an older one."""
    interval = entry.timeline.interval_of(entry.version.version)
    state = validity(entry, version, edition).state
    if interval and state is PaperState.OVER and interval.ended_by:
        ended = phrase(edition.words, "validity.ended_by")
        yield run(ended, punctuation(" "), decision_link(interval.ended_by.decision, here))
    elif interval and state is PaperState.OLD and interval.begun_by:
        now = phrase(edition.words, "validity.now_by", day=_day(interval.start, edition))
        yield run(now, punctuation(" "), decision_link(interval.begun_by.decision, here))


def _redlines(
    entry: PublishedProcedure, version: Version, edition: Edition, here: str
) -> Iterator[Inline]:
    """A link to what each later version changed, those that are to come included."""
    found = list(successive(entry))
    at = next((n for n, (old, _, _) in enumerate(found) if old == version.version), len(found))
    for before, after, _ in found[at:]:
        target = addresses.relative(addresses.redline(entry.code, after), here)
        waits = entry.timeline.version_status(after, edition.day) is Status.WAITING
        key = "validity.changes_to_come" if waits else "validity.changes"
        yield link(phrase(edition.words, key, before=before, after=after), target)
