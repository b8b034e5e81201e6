"""The desk of a site between two builds: no task makes it, and a site made anew keeps it."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from generator.addresses import DESK_FOLDER
from generator.site.outputs import check_content
from generator.site.publish import write_whole


def has_desk(site: Path) -> bool:
    """Whether a desk was written into a site."""
    return (site / DESK_FOLDER / "index.html").is_file()


def keep_desk(site: Path, finished: Path) -> None:
    """Put the desk of a site into the one that is to replace it. Raises OSError."""
    if has_desk(site):
        shutil.copytree(site / DESK_FOLDER, finished / DESK_FOLDER, copy_function=copy_as_link)


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
