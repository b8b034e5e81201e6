"""Where finished files go: into the folders of a site, or into a parcel for who keeps these."""

import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol


class Sink(Protocol):
    """Takes the files of a site; paths are those of the sources below `docs`."""

    def page(self, path: str, markdown: bytes, html: bytes) -> None:
        """Take a page: for MkDocs, and as MkDocs would write it."""

    def file(self, path: str, content: bytes) -> None:
        """Take a file that is no page."""


def html_path(path: str) -> str:
    """Where the page of a source path lies in the site."""
    return f"{path.removesuffix('.md')}.html"


@dataclass(frozen=True)
class Disk:
    """Two folders, `docs` and `site`.

    What already stands with the same content in `present`, those folders as they are published, is
    not written again.
    """

    docs: Path
    site: Path
    present: tuple[Path, Path] | None = None

    def page(self, path: str, markdown: bytes, html: bytes) -> None:
        """Write a page to both folders."""
        docs, site = self.present or (None, None)
        self._write(self.docs / path, markdown, docs and docs / path)
        path = html_path(path)
        self._write(self.site / path, html, site and site / path)

    def file(self, path: str, content: bytes) -> None:
        """Write a file once, under two names: nothing here is ever written in place."""
        if self._write(self.docs / path, content, self.present and self.present[1] / path):
            target = self.site / path
            self._make_folder(target.parent)
            target.unlink(missing_ok=True)
            try:
                os.link(self.docs / path, target)
            except OSError:  # not every file system knows a file by two names
                target.write_bytes(content)

    def _write(self, file: Path, content: bytes, present: Path | None) -> bool:
        """Write a file unless it is there; returns whether it did."""
        if present and _holds(present, content):
            return False
        self._make_folder(file.parent)
        file.write_bytes(content)
        return True

    def _make_folder(self, folder: Path) -> None:
        """Make a folder, unless this process has done so before."""
        if folder not in self._folders:
            folder.mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)

    @cached_property
    def _folders(self) -> set[Path]:
        return set()


def _holds(file: Path, content: bytes) -> bool:
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


@dataclass(slots=True)
class Parcel:
    """Finished files on their way to another machine."""

    pages: list[tuple[str, bytes, bytes]] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)

    def page(self, path: str, markdown: bytes, html: bytes) -> None:
        """Pack a page."""
        self.pages.append((path, markdown, html))

    def file(self, path: str, content: bytes) -> None:
        """Pack a file."""
        self.files.append((path, content))

    def unpack(self, sink: Sink) -> None:
        """Hand everything over."""
        for page in self.pages:
            sink.page(*page)
        for file in self.files:
            sink.file(*file)
