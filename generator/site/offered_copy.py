"""The zip of a site in the site itself, with the page that leads to it.

No task makes them: the zip holds all that tasks make. In the zip, the page has no way to the zip.
"""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from generator import addresses
from generator.model.edition import Edition
from generator.model.newest_decision import days_known
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    join_html,
)
from generator.site.compress import SUFFIXES
from generator.site.offline import DOWNLOAD, write_zip
from generator.site.outputs import html_path
from generator.site.publish import write_whole
from generator.site.static import ASSETS

_STAMP = "stamp.txt"
_SAID = ("offline.page.works", "offline.page.lacks", "offline.page.again")


def write_offered_copy(
    edition: Edition, site: Path, progress: Callable[[int, int], None] | None = None
) -> bool:
    """Bring the zip in a site and its page to what the site is now; returns whether it was not.

    The page leads to no zip while that is written. Raises OSError.
    """
    folder = site / addresses.OFFLINE_FOLDER
    zipped, stamp = folder / f"thu-tuc-{edition.day.isoformat()}.zip", folder / _STAMP
    bare = _page(edition, EMPTY).encode()
    now = _compute_stamp(site, bare)
    if zipped.is_file() and stamp.is_file() and stamp.read_bytes() == now:
        return False
    folder.mkdir(exist_ok=True)
    page = site / html_path(addresses.OFFLINE)
    write_whole(page, bare)
    for old in folder.glob("*.zip"):
        old.unlink()
    write_zip(site, zipped, progress)
    write_whole(page, _page(edition, _download(zipped, edition)).encode())
    write_whole(stamp, now)
    return True


def _compute_stamp(site: Path, page: bytes) -> bytes:
    """Tells one state of a site from another: a build writes some files again as they were."""
    total = hashlib.sha256(page)
    for path in sorted(_packed(site)):
        total.update(path.relative_to(site).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest().encode()


def _packed(site: Path) -> Iterator[Path]:
    for path in site.rglob("*"):
        apart = path.relative_to(site).parts[0] == addresses.OFFLINE_FOLDER
        if not apart and path.suffix not in SUFFIXES and path.is_file():
            yield path


def _download(zipped: Path, edition: Edition) -> Html:
    """The link to the zip, with what it weighs and of which day it is."""
    words = edition.words
    megabytes = words.number(round(zipped.stat().st_size / 1e6, 1))
    said = words("offline.page.download", known=days_known(edition), megabytes=megabytes)
    return element("p", anchor(said, zipped.name), class_=DOWNLOAD)


def _page(edition: Edition, download: Html) -> str:
    """The whole page, in the small frame of short pages."""
    words, title = edition.words, escape_html(edition.words("offline.page.title"))
    name = escape_line(edition.site_title)
    home = element("a", name, href=addresses.href(addresses.HOME, addresses.OFFLINE))
    intro = element("p", escape_html(words("offline.page.intro")))
    notes = (element("p", escape_html(words(key))) for key in _SAID)
    return (
        f'<!doctype html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{title} – {name}</title>\n"
        f'<link rel="icon" href="../{ASSETS}/icon.svg" type="image/svg+xml">\n'
        f'<link rel="stylesheet" href="../{ASSETS}/handout.css">\n'
        f'<script src="../{ASSETS}/preferences.js"></script>\n</head>\n<body>\n'
        f"<header>{home}</header>\n<main><h1>{title}</h1>\n"
        f"{join_html([intro, download, *notes])}</main>\n</body>\n</html>\n"
    )
