"""`niemyet post`: what an office must post, as PDF; what to take down, exchange and put up."""

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.cli.arguments import add_catalogue
from generator.cli.common import CLEAN, MisuseError, find_folder
from generator.cli.posting_asked import (
    not_written,
    require_compatible,
    require_folder,
    require_true_record,
    require_whole_set,
)
from generator.cli.posting_coverage import coverage_lines, office_lines
from generator.cli.posting_days import parse_days
from generator.cli.posting_extent import asked_for_own, latest_record
from generator.cli.posting_files import find_named_as_ours, print_files
from generator.cli.posting_misses import empty_set, not_in_set, unknown_name
from generator.cli.posting_record import (
    require_known_place,
    require_known_sheets,
    require_recordable,
    write_record,
)
from generator.cli.posting_report import (
    DEFAULT_FOLDER,
    PrintedPosting,
    asked_again,
    file_words,
    given_again,
    given_once,
    posting_title,
    print_next,
    print_read_as,
    print_report,
    retyped,
)
from generator.cli.resources import load_known
from generator.cli.verb import Command
from generator.findings.reasons import error_words
from generator.locale import Words
from generator.model.bare_edition import BareEdition
from generator.model.edition import Edition
from generator.model.posting import (
    Hung,
    PostingSet,
    changed_sheets,
    hung_of,
    own_items,
    posting_set,
    unknown_since,
)
from generator.model.posting_coverage import post_command
from generator.model.posting_fees import ended_fees
from generator.model.posting_kin import name_kin
from generator.posting.documents import PostedSet
from generator.posting.folder import (
    ABOUT,
    INDEX,
    find_foreign,
    folder_of_set,
    write_index,
    write_set,
)
from generator.posting.office import (
    AmbiguousPlaceError,
    PostingOrder,
    SeveralWallsError,
    UnknownNameError,
    posting_order,
)
from generator.posting.office_style import PLAIN_STYLE, OfficeStyle, StyleError, read_style
from generator.posting.words_on_paper import words_on_paper
from generator.records.catalogue import Catalogue
from generator.records.postings import PostingRecord

_PAPERS = ("A4", "A3")


def _add_arguments(parser: argparse.ArgumentParser, words: Words) -> None:
    parser.add_argument(
        "names", nargs="*", metavar=words("metavar.name"), help=words("help.post_names")
    )
    parser.add_argument(
        "--into",
        default=DEFAULT_FOLDER,
        metavar=words("metavar.folder"),
        help=words("help.post_into"),
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
    whole = parser.add_mutually_exclusive_group()
    whole.add_argument("--all", action="store_true", help=words("help.post_all"))
    whole.add_argument("--own", action="store_true", help=words("help.post_own"))
    parser.add_argument("--also", action="store_true", help=words("help.post_also"))
    add_catalogue(parser, words)


def _print_set(options: argparse.Namespace, words: Words) -> int:
    options.names = [name for name in options.names if name.strip()]
    require_compatible(options, words)
    root = find_folder(options.catalogue, words)
    catalogue = load_known(root, options, words)[0]
    days = parse_days(options, catalogue, words)
    edition = BareEdition(_with_address(catalogue, options), days.day, words_on_paper(words))
    if options.check or not options.names:
        return _print_coverage(options, edition)
    posting = _find_posting(options, edition, days.since)
    if options.record:
        require_recordable(posting.order, words)
        require_true_record(posting, words)
        require_known_sheets(posting, asked_again(options), words)
    print_read_as(posting.order, words)
    require_folder(Path(options.into), words)
    files = dict(print_files(posting, options, words))
    folder = _write_files(posting, files, Path(options.into), words)
    print_report(posting, files, folder, words)
    if not posting.order.sheets:
        print_next(posting, options, days, words)
    if options.record:
        write_record(posting, root, own=posting.own, words=words)
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
        order, asked = _find_order(options, edition), asked_again(options)
        require_whole_set(order, edition.words)
        print_read_as(order, edition.words)
        own = asked_for_own(options, latest_record(order, edition))
        if not _find_items(order, edition, own=own) and not latest_record(order, edition):
            raise empty_set(order, options.names, retyped(options), edition)
        print(*coverage_lines(order, edition, asked, own=own), sep="\n")
    else:
        print(*office_lines(edition, given_again(options)), sep="\n")
    return CLEAN


def _find_posting(
    options: argparse.Namespace, edition: Edition, since: date | None
) -> PrintedPosting:
    """The set that is asked for. Raises MisuseError when it is empty or nobody's."""
    words = edition.words
    order = _find_order(options, edition)
    folder = Path(options.into) / folder_of_set(order, edition.day, since)
    _require_own_files(folder, find_named_as_ours(folder), words)
    record = latest_record(order, edition)
    own = asked_for_own(options, record if since else None)
    items = name_kin(_find_items(order, edition, own=own), edition)
    if order.sheets:
        items = _find_sheets(order, items, options, edition)
    before = _find_hung(order, record, since, edition, own=own) if since else {}
    ended = ended_fees(items, since, edition.day) if since else {}
    changes = tuple(changed_sheets(before, items, edition, ended)) if since else ()
    is_told = record is not None and record.posted == since
    unknown = unknown_since(items, changes) if since and not is_told else ()
    if not items and not changes:
        raise empty_set(order, options.names, retyped(options), edition)
    style = _read_style(Path(options.style), words) if options.style else PLAIN_STYLE
    fields = words("posting.of_fields", fields=order.fields) if order.fields else ""
    posted = PostedSet(order.office, items, edition, style, order.host, fields, place=order.place)
    return PrintedPosting(order, posted, changes, since, record, unknown, own)


def _find_items(order: PostingOrder, edition: Edition, *, own: bool) -> PostingSet:
    """The set of an order: what is its `own`, or all that it answers for.

    A sheet that is asked for by its code is printed whosever it is.
    """
    items = posting_set(order.target, edition)
    return own_items(items) if own and not order.sheets else items


def _find_sheets(
    order: PostingOrder, items: PostingSet, options: argparse.Namespace, edition: Edition
) -> PostingSet:
    """The sheets of a set that are asked for alone. Raises MisuseError."""
    if options.record or options.since:
        raise MisuseError(edition.words("posting.sheets_alone"))
    if missing := [code for code in order.sheets if code not in items]:
        raise not_in_set(missing, order, edition)
    return {code: items[code] for code in order.sheets}


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
    sheets = tuple(name for name in options.names if name in edition.entries)
    names = [name for name in options.names if name not in sheets]
    if not names:
        asked = [words("posting.some_office"), *sheets, *given_again(options)]
        raise MisuseError(words("posting.sheet_of_whom", command=post_command(asked)))
    try:
        order = replace(posting_order(names, edition), sheets=sheets)
    except AmbiguousPlaceError as error:
        raise MisuseError(
            words("posting.ambiguous", name=error.name, names="; ".join(error.near))
        ) from None
    except SeveralWallsError as error:
        raise MisuseError(words("posting.several_walls", names="; ".join(error.names))) from None
    except UnknownNameError as error:
        given, once = given_again(options), given_once(options)
        raise unknown_name(error, names, given, once, edition) from None
    require_known_place(order, edition)
    return order


def _find_hung(
    order: PostingOrder,
    record: PostingRecord | None,
    since: date,
    edition: Edition,
    *,
    own: bool,
) -> Hung:
    """What hung on a day: by the record of that day, else the whole set. Raises MisuseError."""
    words = edition.words
    if since >= edition.day:
        days = {"since": words.day(since), "day": words.day(edition.day)}
        raise MisuseError(words("posting.backwards", **days))
    if record and record.posted == since:
        return {sheet.procedure: sheet.version for sheet in record.sheets}
    return hung_of(_find_items(order, BareEdition(edition.catalogue, since, words), own=own))


def _require_own_files(folder: Path, names: Iterable[str], words: Words) -> None:
    """Raise MisuseError for a file that stands where one is to be written and is none of ours."""
    index = folder.parent.parent / INDEX
    if foreign := find_foreign((index, folder / ABOUT, *(folder / name for name in names))):
        raise MisuseError(words("posting.foreign", path=foreign))


def _write_files(
    posting: PrintedPosting, files: Mapping[str, bytes], top: Path, words: Words
) -> Path:
    """Write the files of a set and the list of all sets; returns the folder. Raises MisuseError."""
    day = posting.posted.edition.day
    folder = top / folder_of_set(posting.order, day, posting.since)
    _require_own_files(folder, files, words)
    try:
        described = {
            name: (file_words(name, posting.posted), content) for name, content in files.items()
        }
        write_set(folder, posting_title(posting, words), described, words("posting.digests"))
        write_index(top, words)
    except OSError as error:
        raise not_written(top, error, words) from None
    return folder


COMMAND = Command(_add_arguments, _print_set)
