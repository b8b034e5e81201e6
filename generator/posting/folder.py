"""Where the files of a set stand, and the page that lists every set printed so far.

Each office and day has a folder of its own, each comparison too: two runs never mix their sheets.
A file is known as printed by its content: a sheet that was signed and scanned under the name of the
printed one is not ours any more.
"""

import hashlib
import logging
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from itertools import takewhile
from pathlib import Path
from urllib.parse import quote

from generator.law.text import slug
from generator.locale import Words
from generator.posting.office import PostingOrder
from generator.records.suppression import remove_folder
from generator.site.publish import marked_name, restore_interrupted, swap_in, write_whole

_log = logging.getLogger(__name__)

INDEX = "index.html"
"""The page that lists the sets, at the top of the folder of all of them."""
_MARK = '<meta name="generator" content="niemyet post">'
ABOUT = "bo-to.txt"
"""What a folder holds: its name, a line for each file, and below an empty line their digests."""
_DIGEST = re.compile(r"([0-9a-f]{64})  (.+[.]pdf)")
"""A line that `sha256sum --check` reads too: the digest of a file as it was printed, its name."""


def folder_of_set(order: PostingOrder, day: date, since: date | None) -> Path:
    """The folder of one set or of one comparison, in that of all sets."""
    changes = f"-thay-doi-tu-{since}" if since else ""
    sheets = "".join(f"-to-{slug(code)}" for code in order.sheets)
    return Path(order.agency or slug(order.name), f"{day}{changes}{sheets}")


def write_set(
    folder: Path, title: str, files: Mapping[str, tuple[str, bytes]], heading: str = "SHA-256:"
) -> None:
    """Write the files, each with what it is, in place of an earlier print of the same set.

    `heading` stands above their digests. Raises OSError.
    """
    restore_interrupted(folder)
    finished = _copy_without_set(folder)
    for name, (_, content) in files.items():
        (finished / name).write_bytes(content)
    told = (f"{name}: {what}" for name, (what, _) in files.items())
    printed = (f"{_digest(content)}  {name}" for name, (_, content) in files.items())
    lines = (title, *told, "", heading, *printed)
    (finished / ABOUT).write_text("\n".join(lines) + "\n", "utf8", newline="\n")
    swap_in(finished, folder)


def find_foreign(files: Iterable[Path]) -> Path | None:
    """The first of some files that stands where ours would, and that no print of ours has made.

    Our list of sets has our mark; our list of files has the digests of the others.
    """
    return next((file for file in files if file.exists() and not _find_our_mark(file)), None)


def _find_our_mark(file: Path) -> bool:
    if file.name == INDEX:
        return _MARK in file.read_text("utf8", "replace")
    printed = _read_digests(file.parent)
    return bool(printed) if file.name == ABOUT else _compare_to_print(file, printed)


def _copy_without_set(folder: Path) -> Path:
    """A new folder beside one of a set, with what others have put there."""
    finished = marked_name(folder, "new")
    remove_folder(_log, finished)
    finished.mkdir(parents=True)
    if folder.is_dir():
        printed = _read_digests(folder)
        ours = {name for name in printed if _compare_to_print(folder / name, printed)} | {ABOUT}
        shutil.copytree(folder, finished, ignore=lambda *_: ours, symlinks=True, dirs_exist_ok=True)
    return finished


def write_index(top: Path, words: Words) -> None:
    """Write the page that lists every set in a folder, the newest of each office first.

    Raises OSError.
    """
    about = sorted(top.glob(f"*/*/{ABOUT}"), key=lambda path: path.parent.name, reverse=True)
    about.sort(key=lambda path: path.parent.parent.name)
    title = escape(words("posting.sets_title"))
    head = f'<!doctype html>\n<html lang="{words.language}">\n<meta charset="utf-8">\n{_MARK}\n'
    view = '<meta name="viewport" content="width=device-width">\n'
    sets = "".join(line for path in about for line in _set_lines(path, top))
    page = f"{head}{view}<title>{title}</title>\n<h1>{title}</h1>\n{sets}"
    write_whole(top / INDEX, page.encode())


def _read_digests(folder: Path) -> dict[str, str]:
    """The digests of the PDF files that an earlier print of a set left, by name, by its list."""
    about = folder / ABOUT
    lines = about.read_text("utf8", "replace").splitlines() if about.is_file() else []
    found = filter(None, map(_DIGEST.fullmatch, lines))
    return {match[2]: match[1] for match in found if Path(match[2]).name == match[2]}


def _compare_to_print(file: Path, printed: Mapping[str, str]) -> bool:
    """Whether a file still is what was printed under its name."""
    return file.is_file() and _digest(file.read_bytes()) == printed.get(file.name)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _set_lines(about: Path, top: Path) -> Iterator[str]:
    title, *lines = about.read_text("utf8", "replace").splitlines()
    yield f"<h2>{escape(title)}</h2>\n<ul>\n"
    for line in takewhile(bool, lines):
        name, _, what = line.partition(": ")
        link = quote((about.parent / name).relative_to(top).as_posix())
        yield f'<li><a href="{link}">{escape(name)}</a>: {escape(what)}</li>\n'
    yield "</ul>\n"
