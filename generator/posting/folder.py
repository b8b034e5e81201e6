"""Where the files of a set stand, and the page that lists every set printed so far.

Each office and day has a folder of its own, each comparison too: two runs never mix their sheets.
"""

import logging
import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
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
"""What a folder holds: its name on the first line, then a line for each file."""


def folder_of_set(order: PostingOrder, day: date, since: date | None) -> Path:
    """The folder of one set or of one comparison, in that of all sets."""
    changes = f"-thay-doi-tu-{since}" if since else ""
    sheets = "".join(f"-to-{slug(code)}" for code in order.sheets)
    return Path(order.agency or slug(order.name), f"{day}{changes}{sheets}")


def write_set(folder: Path, title: str, files: Mapping[str, tuple[str, bytes]]) -> None:
    """Write the files, each with what it is, in place of an earlier print of the same set.

    Raises OSError.
    """
    restore_interrupted(folder)
    finished = _copy_without_set(folder)
    for name, (_, content) in files.items():
        (finished / name).write_bytes(content)
    lines = (title, *(f"{name}: {what}" for name, (what, _) in files.items()))
    (finished / ABOUT).write_text("\n".join(lines) + "\n", "utf8", newline="\n")
    swap_in(finished, folder)


def find_foreign(files: Iterable[Path]) -> Path | None:
    """The first of some files that stands where ours would, and that no print of ours has made.

    Our list of sets has our mark, our list of files names PDF files, and these stand in it.
    """
    return next((file for file in files if file.exists() and not _find_our_mark(file)), None)


def _find_our_mark(file: Path) -> bool:
    if file.name == INDEX:
        return _MARK in file.read_text("utf8", "replace")
    ours = _read_names(file.parent)
    return bool(ours) if file.name == ABOUT else file.name in ours


def _copy_without_set(folder: Path) -> Path:
    """A new folder beside one of a set, with what others have put there."""
    finished = marked_name(folder, "new")
    remove_folder(_log, finished)
    finished.mkdir(parents=True)
    if folder.is_dir():
        ours = {*_read_names(folder), ABOUT}
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


def _read_names(folder: Path) -> list[str]:
    """The PDF files that an earlier print of a set left in a folder, by its own list."""
    about = folder / ABOUT
    lines = about.read_text("utf8", "replace").splitlines()[1:] if about.is_file() else []
    names = (line.partition(":")[0] for line in lines)
    return [name for name in names if name.endswith(".pdf") and Path(name).name == name]


def _set_lines(about: Path, top: Path) -> Iterator[str]:
    title, *lines = about.read_text("utf8", "replace").splitlines()
    yield f"<h2>{escape(title)}</h2>\n<ul>\n"
    for line in lines:
        name, _, what = line.partition(": ")
        link = quote((about.parent / name).relative_to(top).as_posix())
        yield f'<li><a href="{link}">{escape(name)}</a>: {escape(what)}</li>\n'
    yield "</ul>\n"
