"""The files of a set, made one after the other, sheets in parts."""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.cli.common import MisuseError, progress_line
from generator.cli.posting_report import PrintedPosting
from generator.locale import Words
from generator.posting.documents import (
    PostedSet,
    print_cards,
    print_changes,
    print_cover,
    print_leaflets,
    print_placed_sheets,
    print_sign_off,
    print_wall_list,
)
from generator.posting.parts import printed_parts
from generator.posting.rows import NOWHERE, SheetPlace
from generator.posting.sheets import PostingSheet, sheet_of
from generator.posting.typesetting import NoTypesetterError, TypesettingError

Show = Callable[[int], None]


def print_files(
    posting: PrintedPosting, options: argparse.Namespace, words: Words
) -> Iterator[tuple[str, bytes]]:
    """The files by name. Raises MisuseError."""
    posted = posting.posted
    if posting.since:
        since, changes, unknown = posting.since, posting.changes, posting.unknown
        name = f"thay-doi-tu-{since}.pdf"
        yield _set(name, lambda: print_changes(posted, changes, since, unknown), words)
    places: dict[str, SheetPlace] = {}
    sheets = list(_sheet_files(posting, options, words, places))
    if posting.order.sheets:
        yield from sheets
        return
    if posting.changes or not posting.since:
        signed = posting.changes if posting.since else None
        yield _set("bia.pdf", lambda: print_cover(posted), words)
        yield _set("theo-doi.pdf", lambda: print_sign_off(posted, signed), words)
    if posted.items and (posting.changes or not posting.since):
        paper, known = options.paper.lower(), NOWHERE if posting.since else places
        yield _set("danh-muc.pdf", lambda: print_wall_list(posted, paper, known), words)
    yield from sheets


def _sheet_files(
    posting: PrintedPosting,
    options: argparse.Namespace,
    words: Words,
    places: dict[str, SheetPlace],
) -> Iterator[tuple[str, bytes]]:
    """The files of all parts; adds the places of their sheets to `places`."""
    parts = printed_parts(posting.printed.items)
    show, total = progress_line(words, "posting.setting"), len(posting.printed.items)
    done = 0
    for number, items in enumerate(parts, 1):
        ending = f"-{number}" if len(parts) > 1 else ""
        part = replace(posting.printed, items=items, part=(number, len(parts)))
        yield from _part_files(part, ending, posting, options, words, places)
        done += len(items)
        if show:
            show(done, total)


def _part_files(
    part: PostedSet,
    ending: str,
    posting: PrintedPosting,
    options: argparse.Namespace,
    words: Words,
    places: dict[str, SheetPlace],
) -> Iterator[tuple[str, bytes]]:
    """The sheets of a part, and what else is made of them."""
    sheets = [_sheet(code, part) for code in part.items]
    name = f"thu-tuc-tu-{posting.since}" if posting.since else "thu-tuc"

    def print_and_place() -> bytes:
        """The sheets, whose places are kept."""
        pdf, found = print_placed_sheets(part, sheets)
        places.update(found)
        return pdf

    yield _set(f"{name}{ending}.pdf", print_and_place, words)
    if options.also:
        yield _set(f"to-gap{ending}.pdf", lambda: print_leaflets(part, sheets), words)
    if options.also and part.edition.catalogue.settings.paper_url:
        yield _set(f"the-qr{ending}.pdf", lambda: print_cards(part, sheets), words)


def _sheet(code: str, part: PostedSet) -> PostingSheet:
    item = part.items[code]
    return sheet_of(item.entry, part.edition, item.strangers, item.kin)


def _set(name: str, print_it: Callable[[], bytes], words: Words) -> tuple[str, bytes]:
    try:
        return name, print_it()
    except NoTypesetterError:
        raise MisuseError(words("posting.no_typesetter")) from None
    except TypesettingError as error:
        raise MisuseError(words("posting.not_set", file=name, reason=error)) from None
