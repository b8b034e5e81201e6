"""What is said without printing: who has something to post, and what the sets lack."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from generator.law.titles import vietnamese_order
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.newest_decision import newest_decision
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
    due_sheets,
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

_NEXT = timedelta(days=1)
_LISTED = 20
"""Codes of procedures that are listed of each kind where not all are asked for."""


def coverage_lines(
    order: PostingOrder, edition: Edition, asked: Sequence[str], *, own: bool = True
) -> Iterator[str]:
    """What a set holds, since when, what its sheets cannot state, and what hangs.

    `asked` are the words of the command that asks for it.
    """
    words = edition.words
    wall = latest_postings(edition.catalogue.postings.values(), edition.day).get(order.agency)
    summaries = set_summaries(order, edition, own=own)
    coverage = coverage_of(summaries, edition, wall)
    yield words("posting.check.of", office=order.name, day=words.day(edition.day))
    yield f"  {set_words(coverage, words)}."
    lacking = lacking_sheets([one for one in summaries if one.current], edition)
    for key, sheets in lacking.items():
        yield f"  {_lacking_line(key, sheets, words)}"
    every = posting_set(order.target, edition)
    items = own_items(every) if own else every
    most = None if own else _LISTED
    yield from (f"  {line}" for line in group_words(every, words, own=own, most=most))
    yield from (f"  {line}" for line in coming_words(items, summaries, edition))
    yield from (f"  {line}" for line in contact_lines(edition))
    yield from (f"  {line}" for line in latest_lines(coverage, asked, edition))
    if coverage.wall:
        yield f"  {words('facts.on_the_wall')}: {wall_words(coverage.wall, words)}."


def contact_lines(edition: Edition) -> Iterator[str]:
    """That no feedback contact is valid on the day, and the lines that record one."""
    if missing := contact_words(edition):
        yield missing
        yield from edition.words("posting.contact_lines").splitlines()


def set_summaries(
    order: PostingOrder, edition: Edition, *, own: bool
) -> tuple[VersionSummary, ...]:
    """What a set holds, and what was in it: the office's `own`, or all that it answers for."""
    return (own_summaries if own else posting_summaries)(order.target, edition)


def group_words(
    every: PostingSet, words: Words, *, own: bool, most: int | None = None
) -> Iterator[str]:
    """How many of each group are not the office's own, and which name another province.

    `every` is all that the office answers for; where its `own` is printed, the others are left
    out. At most as many codes of each kind are listed as `most` says; None: all.
    """
    for group in (PostingGroup.VERTICAL, PostingGroup.ELSEWHERE, PostingGroup.INTERNAL):
        found = [one.entry.summary for one in every.values() if one.group is group]
        if found:
            said = words(f"posting.group_count.{group}", count=words.number(len(found)))
            yield _listed_codes(said, found, words, most)
    if any(one.group is not PostingGroup.OWN for one in every.values()):
        yield words("posting.group_left_out" if own else "posting.group_how")
    items = own_items(every) if own else every
    if strange := [one.entry.summary for one in items.values() if one.strangers]:
        said = words("posting.strangers_named", count=words.number(len(strange)))
        yield _listed_codes(said, strange, words, most)


def coming_words(
    items: PostingSet, summaries: Iterable[VersionSummary], edition: Edition
) -> Iterator[str]:
    """Which sheets of a set change in the days to come, and on which day, the nearest first.

    `summaries` are also those of procedures that do not hold yet, whose sheets come then.
    """
    words, codes = edition.words, {*items, *(one.procedure for one in summaries)}
    entries = {code: edition.entries[code] for code in codes}
    found = {
        (event.effective, entry.procedure.code or code)
        for code, entry in entries.items()
        for event in entry.timeline.events
        if event.effective and edition.day < event.effective
    }
    yield from _by_day("posting.coming", found, words)
    ends = {
        (until + _NEXT, items[code].entry.procedure.code or code)
        for until, code in fee_ends(items, edition)
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
    key = "latest" if _is_stated(coverage, edition) else "latest_signed"
    yield words(f"posting.{key}" if numbers else "posting.latest_day", numbers=numbers, day=day)
    signed = {decisions[key].signed for key in coverage.decisions}
    if (newest := newest_decision(edition)) and newest not in signed:
        yield words("posting.newest_of_all", signed=words.day(newest))
    if since < edition.day.isoformat():
        yield words("posting.only_latest", command=post_command(asked, since))


def _is_stated(coverage: PostingCoverage, edition: Edition) -> bool:
    """Whether a decision states the day of the last change: else it is the day of signing."""
    decisions = [edition.catalogue.decisions[key] for key in coverage.decisions]
    stated = {one.effective for one in decisions}
    stated |= {row.effective for one in decisions for row in one.rows}
    return coverage.changed in stated


def _lacking_line(key: str, sheets: tuple[VersionSummary, ...], words: Words) -> str:
    return _listed_codes(lack_words(key, len(sheets), words), sheets, words)


def _listed_codes(
    said: str, sheets: Sequence[VersionSummary], words: Words, most: int | None = None
) -> str:
    codes = [one.code or one.procedure for one in sheets]
    more = 0 if most is None else len(codes) - most
    listed = ", ".join(codes[:most])
    rest = words("posting.check.more", count=words.number(more)) if more > 0 else ""
    return f"{said}: {listed}{rest}"


def office_lines(edition: Edition, given: Sequence[str]) -> Iterator[str]:
    """The offices that have something to post, or post it by a record, with their ids, by name.

    `given` are the options of the command. Sheets are counted, not read.
    """
    words, due = edition.words, due_sheets(edition)
    recorded = latest_postings(edition.catalogue.postings.values(), edition.day)
    found = [key for key in {**due, **recorded} if due.get(key) or key in recorded]
    command = post_command([words("posting.some_name"), *given])
    yield words("posting.check.offices", count=words.number(len(found)), command=command)
    for key in sorted(found, key=lambda one: (*vietnamese_order(edition.agency_name(one)), one)):
        count, name = words.number(len(due.get(key, ()))), edition.agency_name(key)
        yield words("posting.check.office", count=count, name=name, id=key)


def every_set_lines(edition: Edition, wanted: Callable[[str], bool]) -> Iterator[str]:
    """What the set of every office that is `wanted`, by its id, holds and lacks; what hangs."""
    words = edition.words
    found = {key: one for key, one in edition.posting_coverage.items() if wanted(key)}
    day, count = words.day(edition.day), words.number(len(found))
    yield words("posting.check.every", day=day, count=count)
    yield from contact_lines(edition)
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
