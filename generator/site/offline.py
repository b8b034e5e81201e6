"""The whole dated site as one zip that opens from a folder, search included.

A browser that opens a page as file:// shows a folder for an address that ends in a slash, and
loads scripts but no data: links name the file they mean, and the search gets its data as scripts.
"""

import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from generator import addresses
from generator.search.files import ROOT, as_script
from generator.search.place_files import PLACE_ROOT
from generator.site.compress import SUFFIXES
from generator.site.last_generation import unnamed_files
from generator.site.outputs import html_path
from generator.site.publish import marked_name, move

_READ_BY_SCRIPTS = (f"{ROOT}/", f"{PLACE_ROOT}/")
"""The folders of data that only the scripts of pages read."""
_UNIX = 3
"""What a zip says of where it was made, whatever that is: the same bytes everywhere."""
_LINK = re.compile(rb'(\s(?:href|action)=")([^":?#]+)((?:[?#][^"]*)?")')
_FOLDER = re.compile(rb"(?:(?<![^/])\.{1,2}|/)\Z")
DOWNLOAD = "download"
"""The class of the paragraph of a page that leads to a zip: in the zip it would lead nowhere."""
_DOWNLOAD = re.compile(rf'<p class="{DOWNLOAD}">.*?</p>'.encode(), re.S)
_PRELOAD = re.compile(rb'<link rel="preload"[^>]*>')
_REFRESH = re.compile(rb'(<meta http-equiv="refresh" content="0; url=[^":]*/)(")')


class NoSiteError(OSError):
    """The folder holds no built site."""


def read_site_date(site: Path) -> date:
    """The day a built site speaks for. Raises NoSiteError."""
    try:
        return date.fromisoformat(json.loads((site / addresses.INDEX_DATA).read_bytes())["as_of"])
    except (OSError, ValueError, KeyError) as error:
        raise NoSiteError(site) from error


def write_zip(site: Path, target: Path, progress: Callable[[int, int], None] | None = None) -> int:
    """Write the site to the zip `target`; returns the number of files. Raises OSError.

    The same site gives the same bytes. The zip is put in place only when it is whole.
    """
    day = read_site_date(site)
    unfinished = marked_name(target, "new")
    files = _files_of(site)
    folder = os.fsencode(target.stem).decode("utf8", "replace")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for count, file in enumerate(files, 1):
            for name, content in _for_folder(file.relative_to(site).as_posix(), file.read_bytes()):
                archive.writestr(_entry(f"{folder}/{name}", day), content)
            if progress:
                progress(count, len(files))
    move(unfinished, target)
    return len(files)


def write_folder(site: Path, target: Path, front: bytes) -> int:
    """Write the site to a new folder that opens without a server, with `front` as its first page.

    Returns the number of files. Raises OSError.
    """
    files = _files_of(site)
    for file in files:
        for name, content in _for_folder(file.relative_to(site).as_posix(), file.read_bytes()):
            written = target / name
            written.parent.mkdir(parents=True, exist_ok=True)
            written.write_bytes(content)
    (target / html_path(addresses.HOME)).write_bytes(front)
    return len(files)


def _files_of(site: Path) -> list[Path]:
    every = (file for file in site.rglob("*") if file.is_file())
    works = (file for file in every if not _is_left_out(file.relative_to(site)))
    last = {site / path for path in unnamed_files(site)}
    kept = (file for file in works if file.suffix not in SUFFIXES and file not in last)
    return sorted(kept, key=lambda file: file.parts)  # paths of Windows ignore case in comparing


def _is_left_out(path: Path) -> bool:
    """Whether a file is of the desk, whose modules no browser runs in a folder, or such a zip.

    The pages that say so stay.
    """
    apart = (addresses.DESK_FOLDER, addresses.OFFLINE_FOLDER)
    return path.parts[0] in apart and path.name != "index.html"


def _entry(name: str, day: date) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system, entry.external_attr = _UNIX, 0o644 << 16
    return entry


def _for_folder(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file of the site as it works in a folder."""
    if name.startswith(_READ_BY_SCRIPTS) and name.endswith(".json"):
        yield as_script(name, content)
    elif name.endswith(".html"):
        content = _DOWNLOAD.sub(b"", _PRELOAD.sub(b"", content))
        yield name, _REFRESH.sub(rb"\1index.html\2", _LINK.sub(_to_file, content))
    else:
        yield name, content


def _to_file(match: re.Match[bytes]) -> bytes:
    """A link to a folder as a link to the page in it; links within a page stay as they are."""
    opening, target, rest = match.groups()
    if _FOLDER.search(target):
        target = target.rstrip(b"/") + b"/index.html"
    return bytes(opening + target + rest)
