"""Where finished files go: into the folders of a site, or into a bundle to be sent to them."""

import errno
import logging
import os
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Protocol

_log = logging.getLogger(__name__)


class OutputWriter(Protocol):
    """Takes the files of a site; paths are those of the sources below `docs`."""

    def write_page(self, path: str, markdown: bytes, html: bytes) -> None:
        """Take a page: for MkDocs, and as MkDocs would write it."""

    def write_file(self, path: str, content: bytes) -> None:
        """Take a file that is no page."""


def html_path(path: str) -> str:
    """Where the page of a source path lies in the site."""
    return f"{path.removesuffix('.md')}.html"


@dataclass(frozen=True)
class DirectoryWriter:
    """Two folders, `docs` and `site`.

    What already stands with the same content in `present`, those folders as they are published, is
    not written again.
    """

    docs: Path
    site: Path
    present: tuple[Path, Path] | None = None

    def write_page(self, path: str, markdown: bytes, html: bytes) -> None:
        """Write a page to both folders."""
        docs, site = self.present or (None, None)
        self._write_new(self.docs, path, markdown, docs)
        self._write_new(self.site, html_path(path), html, site)

    def write_file(self, path: str, content: bytes) -> None:
        """Write a file once, under two names: nothing here is ever written in place."""
        if self.present and all(check_content(one / path, content) for one in self.present):
            return
        self._write(self.docs, path, content)
        target = f"{self.site}/{path}"
        self._make_folder(target[: target.rindex("/")])
        _put_again(f"{self.docs}/{path}", target, content)

    def _write_new(self, folder: Path, path: str, content: bytes, present: Path | None) -> None:
        if not (present and check_content(present / path, content)):
            self._write(folder, path, content)

    def _write(self, folder: Path, path: str, content: bytes) -> None:
        target = f"{folder}/{path}"
        self._make_folder(target[: target.rindex("/")])
        _put(target, content)

    def _make_folder(self, folder: str) -> None:
        """Make a folder, unless this process has done so before."""
        if folder in self._folders:
            return
        try:
            os.mkdir(folder)  # noqa: PTH102 – tens of thousands of them, which pathlib makes slower
        except FileExistsError:
            pass
        except FileNotFoundError:
            Path(folder).mkdir(parents=True, exist_ok=True)
        self._folders.add(folder)

    @cached_property
    def _folders(self) -> set[str]:
        return set()


def check_content(file: Path, content: bytes) -> bool:
    """Whether a file is there and holds this."""
    try:
        return file.stat().st_size == len(content) and file.read_bytes() == content
    except OSError:
        return False


_WRITE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
"""Windows would write text without the last one, and change the ends of lines."""


def _put(file: str, content: bytes) -> None:
    """Write a file at once. Raises OSError when the disk does not take all of it."""
    raw = os.open(file, _WRITE, 0o666)
    try:
        if os.write(raw, content) != len(content):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), file)
    finally:
        os.close(raw)


def _put_again(written: str, file: str, content: bytes) -> None:
    """Give a written file a second name; not every file system or system knows a file by two."""
    try:
        os.link(written, file)
    except FileExistsError:
        Path(file).unlink()
        _put_again(written, file, content)
    except (AttributeError, OSError) as error:
        _log.debug("no hard link, so a second file: %s", error)
        _put(file, content)


@dataclass(slots=True)
class OutputBundle:
    """Finished files on their way to another machine."""

    pages: list[tuple[str, bytes, bytes]] = field(default_factory=list)
    files: list[tuple[str, bytes]] = field(default_factory=list)

    def write_page(self, path: str, markdown: bytes, html: bytes) -> None:
        """Pack a page."""
        self.pages.append((path, markdown, html))

    def write_file(self, path: str, content: bytes) -> None:
        """Pack a file."""
        self.files.append((path, content))

    def unpack(self, writer: OutputWriter) -> None:
        """Hand everything over."""
        for page in self.pages:
            writer.write_page(*page)
        for file in self.files:
            writer.write_file(*file)
