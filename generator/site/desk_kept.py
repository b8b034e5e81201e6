"""What no task makes of a site, the desk and the copy to download: a site made anew keeps it."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.addresses import DESK_FOLDER, OFFLINE_FOLDER
from generator.site.outputs import check_content
from generator.site.publish import write_whole


def has_desk(site: Path) -> bool:
    """Whether a desk was written into a site."""
    return (site / DESK_FOLDER / "index.html").is_file()


def keep_desk(site: Path, finished: Path) -> None:
    """Put the desk of a site into the one that is to replace it. Raises OSError."""
    _keep(DESK_FOLDER, site, finished)


def keep_offline_copy(site: Path, finished: Path) -> None:
    """Put the copy to download into the site that is to replace one. Raises OSError."""
    _keep(OFFLINE_FOLDER, site, finished)


def _keep(folder: str, site: Path, finished: Path) -> None:
    if (site / folder / "index.html").is_file():
        shutil.copytree(site / folder, finished / folder, copy_function=copy_as_link)


def copy_as_link(source: str, target: str) -> None:
    """The same file under another name, or its copy where the disk has no such links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def replace_files(folder: Path, files: Sequence[tuple[str, bytes]]) -> None:
    """Bring a folder to these files, in their order, and no others; what is the same stays.

    Raises OSError.
    """
    wanted = {folder / path for path, _ in files}
    for there in [one for one in folder.rglob("*") if one.is_file()]:
        if there not in wanted:
            there.unlink()
    for path, content in files:
        if not check_content(folder / path, content):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            write_whole(folder / path, content)
