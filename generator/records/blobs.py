"""Versions, most of what a catalogue is, filed away: sealed on the disk, opened when asked for.

So the memory that a process needs does not grow with the texts of procedures, only with how many
there are. A process that stays, and is to answer at once, holds its versions open instead.
"""

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Generic, Protocol, TypeVar

import msgspec

from generator.records.stated import Stated
from generator.records.suppression import suppress_logged
from generator.records.version import Version

_log = logging.getLogger(__name__)

S = TypeVar("S")
T = TypeVar("T")

MOST_LOADED = 8192
"""Versions that a process holds open, those it asked for last: a quarter of a gigabyte.

All of a ministry or a province; of more, the rest is opened again when it is asked for again.
"""


@dataclass(frozen=True, slots=True)
class VersionHeader:
    """What is read of a version without opening it."""

    title: str
    levels: Stated[str]


_decode = msgspec.msgpack.Decoder(Version).decode
_decode_cover = msgspec.msgpack.Decoder(VersionHeader).decode


class VersionRef(Protocol):
    """A version on file under a folder and a name (`1.001193/v001`), told by its identity.

    What was read again is filed again.
    """

    @property
    def key(self) -> str:
        """The folder and name."""

    @property
    def header(self) -> VersionHeader:
        """What is read of the version without opening it."""

    @property
    def encoded(self) -> bytes:
        """The version as MessagePack."""

    @property
    def loaded(self) -> Version:
        """The version."""


@dataclass(frozen=True, slots=True, eq=False)
class LoadedVersion:
    """A version that stays open in memory."""

    key: str
    loaded: Version

    @property
    def header(self) -> VersionHeader:
        """The title and the levels of the version."""
        return VersionHeader(self.loaded.title, self.loaded.levels)

    @property
    def encoded(self) -> bytes:
        """The version as MessagePack."""
        return msgspec.msgpack.encode(self.loaded)


@dataclass(frozen=True, slots=True, eq=False)
class StoredVersion:
    """A version that lies sealed in an archive, so many bytes from `start` on."""

    key: str
    archive: "BlobFile"
    start: int
    length: int

    @property
    def header(self) -> VersionHeader:
        """The title and the levels of the version, read past all the rest."""
        return _decode_cover(self.encoded)

    @property
    def encoded(self) -> bytes:
        """The version as MessagePack."""
        return self.archive.read(self.start, self.length)

    @property
    def loaded(self) -> Version:
        """The version, which stays open for a while."""
        return _load(self)


@lru_cache(MOST_LOADED)
def _load(archived: StoredVersion) -> Version:
    return _decode(archived.encoded)


@dataclass(slots=True)
class BlobFile:
    """Sealed versions one after another in a file without a name, which ends with the process.

    Processes that are forked read it too: nobody moves within it (`pread`, `pwrite`). Windows has
    neither these nor forked processes, so there each process moves within a file of its own. What
    the disk refuses is kept in memory.
    """

    file: IO[bytes] | None
    end: int = 0
    refused: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def open_within(cls, folder: Path | None = None) -> "BlobFile":
        """An empty archive on the disk of `folder`; without one, on that for temporary files."""
        for place in (folder, None):
            where = place or "the folder for temporary files"
            with suppress_logged(_log, f"store versions in {where}", OSError):
                return cls(TemporaryFile(buffering=0, dir=place))
        return cls(None)

    def put(self, key: str, sealed: bytes) -> StoredVersion:
        """File a sealed version."""
        start, self.end = self.end, self.end + len(sealed)
        if not self._written(start, sealed):
            self.refused[start] = sealed
        return StoredVersion(key, self, start, len(sealed))

    def _written(self, start: int, sealed: bytes) -> bool:
        with suppress_logged(_log, "store a version on the disk", OSError):
            return self.file is not None and _write_at(self.file, sealed, start) == len(sealed)
        return False

    def read(self, start: int, length: int) -> bytes:
        """Bytes that were put here."""
        refused = self.refused.get(start)
        if refused is not None:
            return refused
        assert self.file is not None
        return _read_at(self.file, length, start)


def _write_at(file: IO[bytes], content: bytes, start: int) -> int:
    """Write bytes at a place of an unbuffered file; returns how many. Raises OSError."""
    if hasattr(os, "pwrite"):
        return os.pwrite(file.fileno(), content, start)
    file.seek(start)
    return file.write(content)


def _read_at(file: IO[bytes], length: int, start: int) -> bytes:
    """Read bytes from a place of an unbuffered file. Raises OSError."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), length, start)
    file.seek(start)
    return file.read(length)


@dataclass(frozen=True, slots=True, eq=False)
class LoadingMapping(Mapping[str, T], Generic[S, T]):
    """What is on file, as `open_one` opens it, each time it is asked for."""

    version_refs: Mapping[str, S]
    open_one: Callable[[S], T]

    def __getitem__(self, key: str) -> T:
        return self.open_one(self.version_refs[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self.version_refs)

    def __len__(self) -> int:
        return len(self.version_refs)

    def __contains__(self, key: object) -> bool:
        return key in self.version_refs
