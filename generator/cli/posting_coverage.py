"""What is said without printing: who has something to post, and what the sets lack."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, timedelta

from generator.locale import Words
from generator.model.edition import Edition
from generator.model.posting import (
    PostingSet,
    own_items,
    own_summaries,
    posting_set,
    posting_summaries,
)
from generator.model.posting_coverage import (
    PostingCoverage,
    coverage_of,
    lacking_sheets,
    post_command,
    since_of,
)
from generator.model.posting_fees import fee_ends
from generator.model.posting_groups import PostingGroup
from generator.model.posting_words import (
    contact_words,
    lack_words,
    lacking_words,
    set_words,
    wall_words,
)
from generator.model.summaries import VersionSummary
from generator.posting.office import PostingOrder
from generator.records.postings import latest_postings

_COMING = timedelta(days=45)
"""How far ahead it is told what changes."""
_NEXT = timedelta(days=1)
_LISTED = 20
"""Codes of procedures that are listed of each kind of what is missing."""


def coverage_lines(
    order: PostingOrder, edition: Edition, asked: Sequence[str], *, own: bool = False
) -> Iterator[str]:
    """What a set holds, since when, what its sheets cannot state, and what hangs.

    `asked` are the words of the command that asks for it. The set is drawn as its last record was.
    """
    words = edition.words
    wall = latest_postings(edition.catalogue.postings.values(), edition.day).get(order.agency)
    own = own or bool(wall and wall.own)
    summaries = posting_summaries(order.target, edition)
    if own:
        summaries = own_summaries(summaries, order.target, edition)
    coverage = coverage_of(summaries, edition, wall)
    yield words("posting.check.of", office=order.name, day=words.day(edition.day))
    yield f"  {set_words(coverage, words)}."
    lacking = lacking_sheets([one for one in summaries if one.current], edition)
    for key, sheets in lacking.items():
        yield f"  {_lacking_line(key, sheets, words)}"
    items = posting_set(order.target, edition)
    items = own_items(items) if own else items
    yield from (f"  {line}" for line in group_words(items, words))
    yield from (f"  {line}" for line in coming_words(items, edition))
    if missing := contact_words(edition):
        yield f"  {missing}"
    yield from (f"  {line}" for line in latest_lines(coverage, asked, edition))
    if coverage.wall:
        yield f"  {words('facts.on_the_wall')}: {wall_words(coverage.wall, words)}."


def group_words(items: PostingSet, words: Words) -> Iterator[str]:
    """What names bodies elsewhere: how many of each group, and which of another province."""
    for group in (PostingGroup.VERTICAL, PostingGroup.ELSEWHERE):
        found = [one.entry.summary for one in items.values() if one.group is group]
        if found:
            said = words(f"posting.group_count.{group}", count=words.number(len(found)))
            yield _listed_codes(said, found, words)
    if any(one.group is not PostingGroup.OWN for one in items.values()):
        yield words("posting.group_how")
    if strange := [one.entry.summary for one in items.values() if one.strangers]:
        said = words("posting.strangers_named", count=words.number(len(strange)))
        yield _listed_codes(said, strange, words, len(strange))


def coming_words(items: PostingSet, edition: Edition) -> Iterator[str]:
    """Which sheets of a set change in the days to come, and on which day, the nearest first."""
    words, last = edition.words, edition.day + _COMING
    found = {
        (event.effective, one.entry.procedure.code or code)
        for code, one in items.items()
        for event in one.entry.timeline.events
        if event.effective and edition.day < event.effective <= last
    }
    yield from _by_day("posting.coming", found, words)
    ends = {
        (until + _NEXT, items[code].entry.procedure.code or code)
        for until, code in fee_ends(items)
        if until < last
    }
    yield from _by_day("posting.fee_coming", ends, words)


def _by_day(key: str, found: Collection[tuple[date, str]], words: Words) -> Iterator[str]:
    """A line for each day with the codes of its sheets, the nearest day first."""
    for day in sorted({day for day, _ in found}):
        codes = ", ".join(sorted(code for at, code in found if at == day))
        yield words(key, day=words.day(day), codes=codes, as_of=day)


def latest_lines(
    coverage: PostingCoverage, asked: Sequence[str], edition: Edition
) -> Iterator[str]:
    """When a set changed last and by which decisions; the command that prints that change alone."""
    since = since_of(coverage)
    if not since or coverage.changed is None:
        return
    words, decisions = edition.words, edition.catalogue.decisions
    numbers = ", ".join(decisions[key].number for key in coverage.decisions)
    day = words.day(coverage.changed)
    yield words("posting.latest" if numbers else "posting.latest_day", numbers=numbers, day=day)
    yield words("posting.only_latest", command=post_command(asked, since))


def _lacking_line(key: str, sheets: tuple[VersionSummary, ...], words: Words) -> str:
    return _listed_codes(lack_words(key, len(sheets), words), sheets, words, len(sheets))


def _listed_codes(
    said: str, sheets: Sequence[VersionSummary], words: Words, most: int = _LISTED
) -> str:
    codes = [one.code or one.procedure for one in sheets]
    more = len(codes) - most
    listed = ", ".join(codes[:most])
    rest = words("posting.check.more", count=words.number(more)) if more > 0 else ""
    return f"{said}: {listed}{rest}"


def office_lines(edition: Edition) -> Iterator[str]:
    """The offices that have something to post, with their ids, by name."""
    words = edition.words
    found = [(edition.agency_name(key), key, one) for key, one in edition.posting_coverage.items()]
    yield words("posting.check.offices", count=words.number(len(found)))
    for name, key, coverage in sorted(found, key=lambda one: (-one[2].count, one[0])):
        yield words("posting.check.office", count=words.number(coverage.count), name=name, id=key)


def every_set_lines(edition: Edition, wanted: Callable[[str], bool]) -> Iterator[str]:
    """What the set of every office that is `wanted`, by its id, holds and lacks; what hangs."""
    words = edition.words
    found = {key: one for key, one in edition.posting_coverage.items() if wanted(key)}
    day, count = words.day(edition.day), words.number(len(found))
    yield words("posting.check.every", day=day, count=count)
    if missing := contact_words(edition):
        yield missing
    for key, coverage in found.items():
        said = "; ".join(_set_parts(coverage, words))
        yield words("posting.check.line", name=edition.agency_name(key), id=key, said=said)
    if any(one.lacking for one in found.values()):
        yield words("posting.check.more_of_one")


def _set_parts(coverage: PostingCoverage, words: Words) -> Iterator[str]:
    yield set_words(coverage, words)
    yield from lacking_words(coverage, words)
    if coverage.wall:
        yield f"{words('facts.on_the_wall').lower()} {wall_words(coverage.wall, words)}"
