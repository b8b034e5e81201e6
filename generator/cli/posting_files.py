"""The files of a set; the sheets in parts, by several processes."""

import argparse
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from generator.cli.common import MisuseError, parse_jobs, progress_line
from generator.cli.posting_report import PrintedPosting
from generator.locale import Words
from generator.model.posting import PostingItem, PostingSet
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
from generator.posting.rows import NOT_PRINTED, ListedSheet, listed_answers
from generator.posting.sheets import PostingSheet, sheet_of
from generator.posting.typesetting import NoTypesetterError, TypesettingError
from generator.records.processes import inherited, start_pool

T = TypeVar("T")
_NAMES = re.compile(
    "(bia|theo-doi|danh-muc|(thu-tuc|thay-doi)(-tu-[0-9]{4}-[0-9]{2}-[0-9]{2})?|to-gap|the-qr)"
    "(-[0-9]+)?[.]pdf"
)
"""The names that files of sets may have."""


@dataclass(frozen=True, slots=True)
class _Print:
    """What every worker knows: the set, and what else is made of its sheets."""

    posting: PrintedPosting
    parts: Sequence[PostingSet]
    also: bool
    words: Words


@dataclass(frozen=True, slots=True)
class _PrintedPart:
    """The files of a part by name, and what the list says of its sheets by code."""

    files: tuple[tuple[str, bytes], ...]
    listed: Mapping[str, ListedSheet]


def print_files(
    posting: PrintedPosting, options: argparse.Namespace, words: Words
) -> Iterator[tuple[str, bytes]]:
    """The files by name. Raises MisuseError."""
    posted = posting.posted
    parts = _print_parts(posting, options, words)
    sheets = [file for part in parts for file in part.files]
    if posting.since:
        since, changes, unknown = posting.since, posting.changes, posting.unknown
        name = f"thay-doi-tu-{since}.pdf"
        yield _set(name, lambda: print_changes(posted, changes, since, unknown), words)
    if posting.order.sheets:
        yield from sheets
        return
    if posting.changes or not posting.since:
        signed = posting.changes if posting.since else None
        yield _set("bia.pdf", lambda: print_cover(posted), words)
        yield _set("theo-doi.pdf", lambda: print_sign_off(posted, signed), words)
    if posted.items and (posting.changes or not posting.since):
        listed = {code: sheet for part in parts for code, sheet in part.listed.items()}
        paper, known = options.paper.lower(), NOT_PRINTED if posting.since else listed
        yield _set("danh-muc.pdf", lambda: print_wall_list(posted, paper, known), words)
    yield from sheets


def find_named_as_ours(folder: Path) -> list[str]:
    """The files in the folder of a set that have names which a print may give."""
    there = sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []
    return [name for name in there if _NAMES.fullmatch(name)]


def _sheets_name(posting: PrintedPosting) -> str:
    return f"thu-tuc-tu-{posting.since}" if posting.since else "thu-tuc"


def _ending(index: int, parts: int) -> str:
    return f"-{index + 1}" if parts > 1 else ""


def _print_parts(
    posting: PrintedPosting, options: argparse.Namespace, words: Words
) -> list[_PrintedPart]:
    """All parts, by several processes where there are several.

    They come before all that this process prints: Typst starts threads.
    """
    parts = printed_parts(posting.printed.items)
    shared = _Print(posting, parts, options.also, words)
    show, total = progress_line(words, "posting.setting"), len(posting.printed.items)
    done: list[_PrintedPart] = []
    with start_pool(_processes(parts, options, words), shared) as pool:
        for part in pool.map(_print_part, range(len(parts))):
            done.append(part)
            if show:
                show(sum(len(one.listed) for one in done), total)
    return done


def _processes(parts: Sequence[PostingSet], options: argparse.Namespace, words: Words) -> int:
    jobs = min(parse_jobs(options.jobs, words), len(parts))
    return jobs if jobs > 1 else 0


def _print_part(index: int) -> _PrintedPart:
    """The sheets of a part, and what else is made of them."""
    shared: _Print = inherited()
    posting, words = shared.posting, shared.words
    items, ending = shared.parts[index], _ending(index, len(shared.parts))
    part = replace(posting.printed, items=items, part=(index + 1, len(shared.parts)))
    answers = [listed_answers(item, part.edition) for item in items.values()]
    sheets = [_sheet(item, part) for item in items.values()]
    file = f"{_sheets_name(posting)}{ending}.pdf"
    pdf, places = _try_to_set(file, lambda: print_placed_sheets(part, sheets), words)
    also = _also(part, sheets, ending, words) if shared.also else ()
    listed = map(ListedSheet, answers, places)
    return _PrintedPart(((file, pdf), *also), dict(zip(items, listed, strict=True)))


def _also(
    part: PostedSet, sheets: Sequence[PostingSheet], ending: str, words: Words
) -> Iterator[tuple[str, bytes]]:
    """Leaflets, and cards where the site has an address."""
    yield _set(f"to-gap{ending}.pdf", lambda: print_leaflets(part, sheets), words)
    if part.edition.catalogue.settings.paper_url:
        yield _set(f"the-qr{ending}.pdf", lambda: print_cards(part, sheets), words)


def _sheet(item: PostingItem, part: PostedSet) -> PostingSheet:
    return sheet_of(item, part.edition)


def _set(name: str, print_it: Callable[[], bytes], words: Words) -> tuple[str, bytes]:
    return name, _try_to_set(name, print_it, words)


def _try_to_set(name: str, print_it: Callable[[], T], words: Words) -> T:
    """What is printed. Raises MisuseError."""
    try:
        return print_it()
    except NoTypesetterError:
        raise MisuseError(words("posting.no_typesetter")) from None
    except TypesettingError as error:
        raise MisuseError(words("posting.not_set", file=name, reason=error)) from None
