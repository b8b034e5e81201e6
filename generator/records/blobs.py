"""Versions, most of the bytes of a catalogue: encoded on the disk, decoded when they are read.

So the memory of a process does not grow with the texts of procedures, only with their number. A
process that stays and must answer at once keeps its versions decoded instead (`LoadedVersion`).
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

from generator.records.memoize import MOST_LOADED
from generator.records.stated import Stated
from generator.records.suppression import suppress_logged
from generator.records.version import Version

_log = logging.getLogger(__name__)

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class VersionHeader:
    """What can be read of a version without decoding the rest."""

    title: str
    levels: Stated[str]


_decode = msgspec.msgpack.Decoder(Version).decode
_decode_header = msgspec.msgpack.Decoder(VersionHeader).decode


class VersionRef(Protocol):
    """A reference to a version, compared by identity: a file that is read again has a new one."""

    @property
    def key(self) -> str:
        """The folder and name of the file, such as `1.001193/v001`."""

    @property
    def header(self) -> VersionHeader:
        """The title and the levels of the version."""

    @property
    def encoded(self) -> bytes:
        """The version as MessagePack."""

    @property
    def loaded(self) -> Version:
        """The version."""


@dataclass(frozen=True, slots=True, eq=False)
class LoadedVersion:
    """A version that stays decoded in memory."""

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
    """A version in a blob file: `length` bytes from offset `start`."""

    key: str
    blobs: "BlobFile"
    start: int
    length: int

    @property
    def header(self) -> VersionHeader:
        """The title and the levels of the version; the rest is skipped."""
        return _decode_header(self.encoded)

    @property
    def encoded(self) -> bytes:
        """The version as MessagePack."""
        return self.blobs.read(self.start, self.length)

    @property
    def loaded(self) -> Version:
        """The version; decoded anew unless it is among the last `MOST_LOADED`."""
        return _load(self)


@lru_cache(MOST_LOADED)
def _load(stored: StoredVersion) -> Version:
    return _decode(stored.encoded)


@dataclass(slots=True)
class BlobFile:
    """Encoded versions one after another in an unnamed file, which ends with the process.

    Forked processes read the same file: `pread` and `pwrite` do not move its position. Windows has
    neither these nor `fork`, so there every process seeks in a file of its own. `refused` holds, by
    their offsets, the bytes that could not be written.
    """

    file: IO[bytes] | None
    end: int = 0
    refused: dict[int, bytes] = field(default_factory=dict)

    @classmethod
    def open_within(cls, folder: Path | None = None) -> "BlobFile":
        """An empty file on the disk of `folder`, else on that for temporary files, else none."""
        for place in (folder, None):
            where = place or "the folder for temporary files"
            with suppress_logged(_log, f"store versions in {where}", OSError):
                return cls(TemporaryFile(buffering=0, dir=place))
        return cls(None)

    def put(self, key: str, encoded: bytes) -> StoredVersion:
        """Append an encoded version."""
        start, self.end = self.end, self.end + len(encoded)
        if not self._write(start, encoded):
            self.refused[start] = encoded
        return StoredVersion(key, self, start, len(encoded))

    def _write(self, start: int, encoded: bytes) -> bool:
        """Write to the disk; False when it does not take all of it."""
        with suppress_logged(_log, "store a version on the disk", OSError):
            return self.file is not None and _write_at(self.file, encoded, start) == len(encoded)
        return False

    def read(self, start: int, length: int) -> bytes:
        """The bytes that `put` appended at an offset."""
        refused = self.refused.get(start)
        if refused is not None:
            return refused
        assert self.file is not None
        return _read_at(self.file, length, start)


def _write_at(file: IO[bytes], content: bytes, start: int) -> int:
    """Write bytes at an offset of an unbuffered file; returns how many. Raises OSError."""
    if hasattr(os, "pwrite"):
        return os.pwrite(file.fileno(), content, start)
    file.seek(start)
    return file.write(content)


def _read_at(file: IO[bytes], length: int, start: int) -> bytes:
    """Read bytes from an offset of an unbuffered file. Raises OSError."""
    if hasattr(os, "pread"):
        return os.pread(file.fileno(), length, start)
    file.seek(start)
    return file.read(length)


@dataclass(frozen=True, slots=True, eq=False)
class LoadingMapping(Mapping[str, T], Generic[S, T]):
    """A mapping whose values `load` makes of references, each time they are read."""

    version_refs: Mapping[str, S]
    load: Callable[[S], T]

    def __getitem__(self, key: str) -> T:
        return self.load(self.version_refs[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self.version_refs)

    def __len__(self) -> int:
        return len(self.version_refs)

    def __contains__(self, key: object) -> bool:
        return key in self.version_refs
