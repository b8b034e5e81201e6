"""What `niemyet post` says of the files that it wrote, and of what their set lacks."""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from generator.cli.posting_coverage import (
    coming_words,
    contact_lines,
    group_words,
    latest_lines,
    set_summaries,
)
from generator.cli.posting_days import PostingDays
from generator.locale import Words
from generator.model.newest_decision import days_known
from generator.model.posting import ChangedSheet, PostingChange, PostingSet, posting_set
from generator.model.posting_coverage import coverage_of, lacking_sheets, post_command
from generator.model.posting_kin import sharing_titles
from generator.model.posting_words import lack_words
from generator.posting.documents import PostedSet
from generator.posting.folder import INDEX
from generator.posting.office import PostingOrder
from generator.posting.parts import printed_parts
from generator.posting.rows import changed_row
from generator.posting.sheets import kin_codes
from generator.posting.typesetting import count_pages
from generator.records.decision import Decision
from generator.records.postings import PostingRecord

DEFAULT_FOLDER = "niem-yet"
"""Where sets are written unless a command says otherwise."""
_FILES = {
    "thay-doi": "changes",
    "bia": "cover",
    "danh-muc": "wall",
    "theo-doi": "sign_off",
    "thu-tuc": "sheets",
    "to-gap": "leaflets",
    "the-qr": "cards",
}
"""What a file is, by the beginning of its name."""
_NAMED_CODES = 8
"""Codes that a report lists of each kind; `--check` lists them all."""
_NAMED_CHANGES = 20
"""Sheets that change and are named on the screen; the list of changes names all."""


@dataclass(frozen=True, slots=True)
class PrintedPosting:
    """What is printed: the whole set and, since a day, what changed."""

    order: PostingOrder
    posted: PostedSet
    changes: tuple[ChangedSheet, ...]
    since: date | None
    record: PostingRecord | None = None
    """What hangs by a record of the office, if it has one."""
    unknown: tuple[str, ...] = ()
    """Sheets that seem not to change: no source says since when they hold."""
    own: bool = False
    """Whether it leaves out the procedures that name bodies elsewhere alone."""

    @property
    def printed(self) -> PostedSet:
        """The set of which sheets are printed: all of it, or what is new since the day."""
        if self.since is None:
            return self.posted
        codes = {one.entry.code for one in self.changes if one.after}
        items = {code: item for code, item in self.posted.items.items() if code in codes}
        return replace(self.posted, items=items)


def posting_title(posting: PrintedPosting, words: Words) -> str:
    """Whose set it is, of which day, and since when it shows changes alone."""
    known = days_known(posting.posted.edition)
    said = words("posting.posted", office=posting.posted.office, known=known)
    if posting.since is None:
        return said
    return f"{said}; {words('posting.only_changes', since=words.day(posting.since))}"


def _day(posting: PrintedPosting, words: Words) -> str:
    return words.day(posting.posted.edition.day)


def file_words(name: str, posted: PostedSet) -> str:
    """What a file is for, by the beginning of its name; of the list, whether it has QR codes."""
    kind = next(kind for start, kind in _FILES.items() if name.startswith(start))
    coded = kind == "wall" and posted.edition.catalogue.settings.paper_url
    return posted.edition.words(f"posting.file.{'wall_with_codes' if coded else kind}")


def print_read_as(order: PostingOrder, words: Words) -> None:
    """Print which names were taken for others, so that nobody prints the set of another office.

    Of a department without a record it prints by which name its set was drawn.
    """
    for typed, name in order.read_as:
        print(words("posting.read_as", typed=typed, name=name))
    if order.shared:
        print(words("posting.by_shared_name", name=order.name, shared=order.shared))


def print_report(
    posting: PrintedPosting, files: Mapping[str, bytes], folder: Path, words: Words
) -> None:
    """Print what was written and where; to the stream of errors, what the set lacks."""
    posted = posting.posted
    print(
        words(
            "posting.done_changes" if posting.since else "posting.done",
            office=posted.office,
            day=words.day(posted.edition.day),
            printed=words.number(len(posting.printed.items)),
            count=words.number(len(posted.items)),
            pages=words.number(sum(map(count_pages, files.values()))),
            files=len(files),
            folder=folder,
        )
    )
    for first, shown in _files_by_kind(files):
        print(words("posting.file_line", file=shown, what=file_words(first, posted)))
    for line in _part_lines(posting.printed, words):
        print(line)
    print(words("posting.all_sets", file=folder.parent.parent / INDEX))
    if posting.since:
        kinds = [one.change for one in posting.changes]
        counts = {str(kind): kinds.count(kind) for kind in PostingChange}
        print(words("posting.changed", since=words.day(posting.since), **counts))
        print(*_changed_lines(posting), sep="", end="")
        print(*_by_decision(posting.changes, words), sep="", end="")
        if PostingChange.PUT_UP in kinds:
            print(words("posting.put_up_note"))
        if posting.unknown:
            print(words("posting.unknown_since", count=words.number(len(posting.unknown))))
        if posting.changes:
            print(words("posting.also_changed"))
    every = posting_set(posting.order.target, posted.edition)
    if posting.order.sheets:
        every = posted.items
    for line in _warnings(posting, every):
        print(line, file=sys.stderr)


def _changed_lines(posting: PrintedPosting) -> Iterator[str]:
    """The sheets that change, each with the decision that asks for it, where they are few."""
    edition = posting.posted.edition
    for one in posting.changes if len(posting.changes) <= _NAMED_CHANGES else ():
        what = edition.words(f"posting.{one.change}")
        row = changed_row(one, posting.posted.items, edition)
        yield edition.words("posting.changed_line", what=what, **row) + "\n"


def _by_decision(changes: Sequence[ChangedSheet], words: Words) -> Iterator[str]:
    """How many sheets change by which decision, the most first, where there are several."""
    numbers = [one.event.decision.number if one.event else "" for one in changes]
    counts = Counter(numbers).most_common()
    other = words("posting.no_decision_of_sheet")
    if len(counts) > 1:
        said = (
            words("posting.sheets_of", number=number or other, count=words.number(count))
            for number, count in counts
        )
        yield words("posting.by_decisions", counts="; ".join(said)) + "\n"


def _files_by_kind(files: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Files of one kind, by the first of them; those of all parts are one line."""
    kinds: dict[str, list[str]] = {}
    for name in files:
        kinds.setdefault(_kind_of(name), []).append(name)
    for first, *more in kinds.values():
        yield first, f"{first} … {more[-1]}" if more else first


def _kind_of(name: str) -> str:
    return re.sub(r"(?<=[a-z])-[0-9]{1,3}(?=[.]pdf$)", "", name)


def _part_lines(printed: PostedSet, words: Words) -> Iterator[str]:
    """Which fields each part holds; nothing where there is one part."""
    parts = printed_parts(printed.items)
    for number, part in enumerate(parts if len(parts) > 1 else [], 1):
        keys = dict.fromkeys(one.entry.procedure.field for one in part.values())
        names = [printed.edition.field(key).name for key in keys]
        yield words("posting.part_holds", part=number, count=len(part), fields="; ".join(names))


def print_next(
    posting: PrintedPosting, options: argparse.Namespace, days: PostingDays, words: Words
) -> None:
    """Print how to go on: from a whole set to its last change, and to what is still to come."""
    if days.to_come:
        print(words("posting.to_come", day=words.day(days.day)))
    for later in days.later:
        print(words("posting.later", day=words.day(later), as_of=later))
    edition, record = posting.posted.edition, posting.record
    if days.decision:
        print(_since_words(edition.catalogue.decisions[days.decision], days, words))
        print(*_decision_lines(posting.changes, days, words), sep="", end="")
    asked = asked_again(options)
    if not posting.since:
        summaries = set_summaries(posting.order, edition, own=posting.own)
        print(*latest_lines(coverage_of(summaries, edition, record), asked, edition), sep="\n")
    elif record:
        print(_record_words(record, posting.since, asked, words))


def _since_words(decision: Decision, days: PostingDays, words: Words) -> str:
    """From which day the decision that was asked for is counted, and what is compared for it."""
    since = days.since or days.day
    first = words.day(since + timedelta(days=1))
    number = decision.number or decision.id
    return words("posting.by_decision_day", number=number, day=first, since=words.day(since))


def _decision_lines(
    changes: Iterable[ChangedSheet], days: PostingDays, words: Words
) -> Iterator[str]:
    """How many sheets change by the decision that was asked for, where others change too."""
    own = [one.event is not None and one.event.decision.id == days.decision for one in changes]
    counts = {"own": words.number(sum(own)), "others": words.number(own.count(False))}
    if days.since and not all(own):
        yield words("posting.of_decision", since=words.day(days.since), **counts) + "\n"


def _record_words(record: PostingRecord, since: date, asked: list[str], words: Words) -> str:
    """That sheets are compared with what a record says to hang, or that there is such a record."""
    key = "posting.by_record" if record.posted == since else "posting.other_record"
    command = post_command(asked, str(record.posted))
    return words(key, day=words.day(record.posted), command=command)


def asked_again(options: argparse.Namespace) -> list[str]:
    """The words of a command that asks for the same set: names, and what is not as usual."""
    return [*options.names, *given_again(options)]


def given_again(options: argparse.Namespace) -> list[str]:
    """The options of a command that are not as usual, the day of the set among them."""
    given = ("--catalogue", options.catalogue) if options.catalogue != "catalogue" else ()
    day = ("--as-of", options.as_of) if options.as_of else ()
    base = ("--base-url", options.base_url) if options.base_url else ()
    into = ("--into", options.into) if options.into != DEFAULT_FOLDER else ()
    paper = ("--paper", options.paper) if options.paper != "A4" else ()
    style = ("--style", options.style) if options.style else ()
    switches = [f"--{key}" for key in ("all", "own", "also") if getattr(options, key)]
    return [*given, *day, *base, *into, *paper, *style, *switches]


def retyped(options: argparse.Namespace) -> list[str]:
    """All options of a command, for one that asks for the same under another name."""
    return [*given_again(options), *given_once(options)]


def given_once(options: argparse.Namespace) -> list[str]:
    """The options of a command that ask for something beside the set: to be typed once more."""
    since = ("--since", options.since) if options.since else ()
    return [*since, *(f"--{key}" for key in ("check", "record") if getattr(options, key))]


def _mixed_words(posted: PostedSet, words: Words) -> Iterator[str]:
    """That a set has procedures of several provinces, as that of a class of offices has."""
    provinces = {one.entry.summary.province for one in posted.items.values()} - {""}
    if len(provinces) > 1:
        yield words("posting.mixed", office=posted.office, count=words.number(len(provinces)))


def _titles_words(posted: PostedSet, words: Words) -> Iterator[str]:
    """Which procedures of one title all hang, as far as the records know."""
    pairs = sharing_titles(posted.items)
    if pairs:
        said = "; ".join(kin_codes(codes, posted.edition) for codes in pairs)
        yield words("posting.titles_shared", count=words.number(len(pairs)), pairs=said)


def _warnings(posting: PrintedPosting, every: PostingSet) -> Iterator[str]:
    """What the set lacks that the law wants posted, and what is not the office's own of `every`."""
    posted, own = posting.posted, posting.own
    words = posted.edition.words
    yield from contact_lines(posted.edition)
    settings = posted.edition.catalogue.settings
    if not settings.paper_url:
        key = "unreal_address" if settings.base_url else "no_address"
        yield words(f"posting.{key}", address=settings.base_url)
    summaries = [item.entry.summary for item in posted.items.values()]
    lacking = lacking_sheets(summaries, posted.edition)
    told = [f"{lack_words(key, len(sheets), words)}." for key, sheets in lacking.items()]
    told += group_words(every, words, own=own, most=_NAMED_CODES)
    yield from told
    if told:
        yield words("posting.lack_how")
    if not posting.order.sheets:
        yield words("posting.only_recorded")
    yield from _mixed_words(posted, words)
    yield from _titles_words(posted, words)
    named = posting.order.sheets
    drawn = () if named else set_summaries(posting.order, posted.edition, own=own)
    yield from coming_words(posted.items, drawn, posted.edition)
