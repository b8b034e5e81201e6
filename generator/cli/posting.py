"""`niemyet post`: what an office must post, as PDF; what to take down, exchange and put up."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.cli.arguments import add_catalogue
from generator.cli.common import CLEAN, MisuseError, find_folder, progress_line
from generator.cli.posting_coverage import coverage_lines, office_lines
from generator.cli.posting_days import parse_days
from generator.cli.verb import Verb
from generator.findings.reasons import error_words
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.posting import (
    ChangedSheet,
    PostingChange,
    PostingSet,
    changed_sheets,
    posting_set,
)
from generator.model.posting_coverage import lacking_sheets
from generator.posting.documents import (
    PostedSet,
    print_cards,
    print_changes,
    print_cover,
    print_leaflets,
    print_sheets,
    print_wall_list,
)
from generator.posting.office import PostingOrder, UnknownNameError, posting_order
from generator.posting.office_style import PLAIN_STYLE, OfficeStyle, StyleError, read_style
from generator.posting.sheets import PostingSheet, sheet_of
from generator.posting.typesetting import NoTypesetterError, TypesettingError, count_pages
from generator.records.catalogue import Catalogue
from generator.records.layout import path_of
from generator.records.postings import PostedSheet, PostingRecord
from generator.records.tree import load_catalogue
from generator.records.yaml_writer import to_yaml

_PAPERS = ("A4", "A3")
_FILES = {
    "thay-doi": "changes",
    "bia": "cover",
    "danh-muc": "wall",
    "thu-tuc": "sheets",
    "to-gap": "leaflets",
    "the-qr": "cards",
}
"""What a file is, by the beginning of its name."""


@dataclass(frozen=True, slots=True)
class _Posting:
    """What is printed: the whole set and, since a day, what changed."""

    order: PostingOrder
    posted: PostedSet
    changes: tuple[ChangedSheet, ...]
    since: date | None

    @property
    def numbers(self) -> Mapping[str, int]:
        """The number of every procedure in the contents of the set, counted from 1."""
        return {code: number for number, code in enumerate(self.posted.items, 1)}

    @property
    def printed(self) -> PostedSet:
        """The set of which sheets are printed: all of it, or what is new since the day."""
        if self.since is None:
            return self.posted
        codes = {one.entry.code for one in self.changes if one.after}
        items = {code: item for code, item in self.posted.items.items() if code in codes}
        return replace(self.posted, items=items)


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "names", nargs="*", metavar=words("metavar.name"), help=words("help.post_names")
    )
    parser.add_argument(
        "--into", default="niem-yet", metavar=words("metavar.folder"), help=words("help.post_into")
    )
    parser.add_argument("--since", metavar=words("metavar.since"), help=words("help.post_since"))
    parser.add_argument(
        "--paper", type=str.upper, choices=_PAPERS, default="A4", help=words("help.post_paper")
    )
    parser.add_argument("--style", metavar=words("metavar.file"), help=words("help.post_style"))
    parser.add_argument("--check", action="store_true", help=words("help.post_check"))
    parser.add_argument(
        "--base-url", type=_address, metavar=words("metavar.address"), help=words("help.post_base")
    )
    parser.add_argument("--record", action="store_true", help=words("help.post_record"))
    parser.add_argument("--also", action="store_true", help=words("help.post_also"))
    add_catalogue(parser, words)


def _print_set(options: argparse.Namespace, words: Words) -> int:
    root = find_folder(options.catalogue, words)
    catalogue = load_catalogue(root, progress=progress_line(words, "check.reading"))[0]
    day, since = parse_days(options, catalogue, words)
    edition = Edition(_with_address(catalogue, options), day, words)
    if options.check or not options.names:
        return _print_coverage(options, edition)
    posting = _find_posting(options, edition, since)
    if options.record and not posting.order.agency:
        raise MisuseError(words("posting.record_of_one"))
    files = dict(_documents(posting, options, words))
    folder = Path(options.into)
    _write(folder, files, words)
    _print_report(posting, files, folder, words)
    if options.record:
        _write_record(posting, root, words)
    return CLEAN


def _address(text: str) -> str:
    return text if text.endswith("/") else f"{text}/"


def _with_address(catalogue: Catalogue, options: argparse.Namespace) -> Catalogue:
    """The catalogue with the address of its site that the command names, if it names one."""
    if not options.base_url:
        return catalogue
    return replace(catalogue, settings=replace(catalogue.settings, base_url=options.base_url))


def _print_coverage(options: argparse.Namespace, edition: Edition) -> int:
    """Print what the set of the names lacks; without names, who has a set."""
    if options.names:
        print(*coverage_lines(_find_order(options, edition), edition), sep="\n")
    else:
        print(*office_lines(edition), sep="\n")
    return CLEAN


def _write_record(posting: _Posting, catalogue: Path, words: Words) -> None:
    """Record in the catalogue that the whole set hangs from the day of the edition on."""
    posted = posting.posted
    sheets = tuple(
        PostedSheet(procedure=code, version=item.entry.summary.version)
        for code, item in posted.items.items()
    )
    record = PostingRecord(office=posting.order.agency, posted=posted.edition.day, sheets=sheets)
    file = catalogue / path_of("posting", record.key)
    _write(file.parent, {file.name: to_yaml("posting", record).encode()}, words)
    print(words("posting.recorded", file=file))


def _find_posting(options: argparse.Namespace, edition: Edition, since: date | None) -> _Posting:
    """The set that is asked for. Raises MisuseError when it is empty or nobody's."""
    words = edition.words
    order = _find_order(options, edition)
    items = posting_set(order.target, edition)
    changes = _find_changes(order, items, since, edition) if since else ()
    if not items and not changes:
        day = words.day(edition.day)
        raise MisuseError(words("posting.empty", name=order.name, day=day))
    style = _read_style(Path(options.style), words) if options.style else PLAIN_STYLE
    return _Posting(order, PostedSet(order.name, items, edition, style), changes, since)


def _read_style(file: Path, words: Words) -> OfficeStyle:
    """The style of the office in a file. Raises MisuseError."""
    try:
        return read_style(file)
    except StyleError as error:
        reason = words(f"posting.style.{error.key}", **error.values)
    except OSError as error:
        reason = words(
            "posting.style.missing", path=error.filename, reason=error_words(error, words)
        )
    raise MisuseError(words("posting.style.bad", file=file, reason=reason))


def _find_order(options: argparse.Namespace, edition: Edition) -> PostingOrder:
    words = edition.words
    try:
        return posting_order(options.names, edition)
    except UnknownNameError as error:
        said = words("posting.unknown", name=error.name)
        near = words("posting.near", names=", ".join(error.near)) if error.near else ""
        raise MisuseError(f"{said} {near}".strip()) from None


def _find_changes(
    order: PostingOrder, items: PostingSet, since: date, edition: Edition
) -> tuple[ChangedSheet, ...]:
    words = edition.words
    if since >= edition.day:
        days = {"since": words.day(since), "day": words.day(edition.day)}
        raise MisuseError(words("posting.backwards", **days))
    before = Edition(edition.catalogue, since, words)
    return tuple(changed_sheets(posting_set(order.target, before), items, edition))


def _documents(
    posting: _Posting, options: argparse.Namespace, words: Words
) -> Iterator[tuple[str, bytes]]:
    """The files by name. Raises MisuseError."""
    posted, printed = posting.posted, posting.printed
    if posting.since:
        since, changes = posting.since, posting.changes
        name = f"thay-doi-tu-{since}.pdf"
        yield _set(name, lambda: print_changes(posted, changes, since), words)
    yield _set("bia.pdf", lambda: print_cover(posted), words)
    yield _set("danh-muc.pdf", lambda: print_wall_list(posted, options.paper.lower()), words)
    sheets = tuple(_sheets(posting, words))
    if sheets:
        name = f"thu-tuc-tu-{posting.since}.pdf" if posting.since else "thu-tuc.pdf"
        yield _set(name, lambda: print_sheets(printed, sheets), words)
    if sheets and options.also:
        yield _set("to-gap.pdf", lambda: print_leaflets(printed, sheets), words)
    if sheets and options.also and posted.edition.catalogue.settings.paper_url:
        yield _set("the-qr.pdf", lambda: print_cards(printed, sheets), words)


def _sheets(posting: _Posting, words: Words) -> Iterator[PostingSheet]:
    printed = posting.printed
    show, total = progress_line(words, "posting.setting"), len(printed.items)
    for done, (code, item) in enumerate(printed.items.items(), 1):
        yield sheet_of(item.entry, printed.edition, posting.numbers[code])
        if show:
            show(done, total)


def _set(name: str, print_it: Callable[[], bytes], words: Words) -> tuple[str, bytes]:
    try:
        return name, print_it()
    except NoTypesetterError:
        raise MisuseError(words("posting.no_typesetter")) from None
    except TypesettingError as error:
        raise MisuseError(words("posting.not_set", file=name, reason=error)) from None


def _write(folder: Path, files: Mapping[str, bytes], words: Words) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        reason = error_words(error, words)
        raise MisuseError(words("posting.not_a_folder", path=folder, reason=reason)) from None


def _print_report(
    posting: _Posting, files: Mapping[str, bytes], folder: Path, words: Words
) -> None:
    posted = posting.posted
    print(
        words(
            "posting.done",
            office=posted.office,
            day=words.day(posted.edition.day),
            count=words.number(len(posted.items)),
            pages=words.number(sum(map(count_pages, files.values()))),
            files=len(files),
            folder=folder,
        )
    )
    for name in files:
        kind = next(kind for start, kind in _FILES.items() if name.startswith(start))
        print(words("posting.file_line", file=name, what=words(f"posting.file.{kind}")))
    if posting.since:
        kinds = [one.change for one in posting.changes]
        counts = {str(kind): kinds.count(kind) for kind in PostingChange}
        print(words("posting.changed", since=words.day(posting.since), **counts))
    for line in _warnings(posted, words):
        print(line, file=sys.stderr)


def _warnings(posted: PostedSet, words: Words) -> Iterator[str]:
    """What the set lacks that the law wants posted."""
    if not posted.edition.contacts("feedback"):
        yield words("posting.no_feedback")
    if not posted.edition.catalogue.settings.paper_url:
        yield words("posting.no_address")
    summaries = [item.entry.summary for item in posted.items.values()]
    for key, sheets in lacking_sheets(summaries, posted.edition).items():
        what = words(f"posting.lack.{key}")
        yield words("posting.lacking", count=words.number(len(sheets)), what=what)


VERB = Verb("post", "help.post", _add_arguments, _print_set)
