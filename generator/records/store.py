"""Readings kept from run to run: a file whose content was read before is not read again.

Keys are content hashes, so nothing depends on times or on git. A store that cannot be read, or was
written by another version of the program or under other schemas, counts as empty.
"""

import hashlib
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import msgspec

from generator.records.layout import Place
from generator.records.problems import Mark
from generator.records.reading import Reading, Sealed
from generator.records.schema import schema_folder

_Readings = dict[bytes, Sealed]


@dataclass(slots=True)
class _Content:
    """What a file of the store holds: readings, and places that were looked up, by content."""

    readings: _Readings = field(default_factory=dict)
    marks: dict[bytes, Mark] = field(default_factory=dict)


@dataclass(slots=True)
class Store:
    """Readings by (path, content); `None` as file keeps them in memory only."""

    file: Path | None = None
    known: _Content = field(default_factory=_Content)
    used: _Content = field(default_factory=_Content)
    digests: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def at(cls, file: Path) -> "Store":
        """The store in `file`, empty when there is none that fits this program."""
        try:
            content = file.read_bytes()
            stamp, body = content[:32], content[32:]
            known = _decode_content(body) if stamp == _stamp() else _Content()
        except (OSError, msgspec.DecodeError):
            known = _Content()
        return cls(file, known)

    def find(self, place: Place, digest: bytes) -> Reading | None:
        """The reading of this content at this place, if it is known."""
        self.digests[place.path] = digest
        key = _key(place.path, digest)
        kept = self.known.readings.get(key) or self.used.readings.get(key)
        if kept is None or place.kind is None:
            return None
        self.used.readings[key] = kept
        return kept.opened(place)

    def keep(self, place: Place, sealed: Sealed) -> None:
        """Remember the reading of a place."""
        if sealed.digest:
            self.used.readings[_key(place.path, sealed.digest)] = sealed

    def mark(self, path: str, place: str) -> Mark | None:
        """The line and column of a place in the file as it was last read, if they are known."""
        key = _key(place, self.digests.get(path, b""))
        mark = self.known.marks.get(key)
        if mark:
            self.used.marks[key] = mark
        return mark

    def keep_mark(self, path: str, place: str, mark: Mark) -> None:
        """Remember the line and column of a place."""
        if path in self.digests:
            self.used.marks[_key(place, self.digests[path])] = mark

    def save(self, everything_asked: bool = True) -> None:
        """Write what was used, if that is not what is there; a disk that refuses is no fault.

        Unless `everything_asked`, places that nobody asked for this time are kept as well.
        """
        if not everything_asked:
            self.used.marks = {**self.known.marks, **self.used.marks}
        if self.file is None or _same(self.known, self.used):
            return
        new = self.file.with_name(f"{self.file.name}.{os.getpid()}")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(_stamp() + msgspec.msgpack.encode(self.used))
            new.replace(self.file)
        except OSError:
            with suppress(OSError):
                new.unlink()


def _same(one: _Content, other: _Content) -> bool:
    return one.readings.keys() == other.readings.keys() and one.marks.keys() == other.marks.keys()


def _key(place: str, digest: bytes) -> bytes:
    return digest + place.encode()


def _decode_content(body: bytes) -> _Content:
    return msgspec.msgpack.decode(body, type=_Content)


@cache
def _stamp() -> bytes:
    """Changes with the schemas and with any line of the program."""
    stamp = hashlib.sha256(msgspec.__version__.encode())
    for file in _sources():
        stamp.update(file.read_bytes())
    return stamp.digest()


def _sources() -> Iterable[Path]:
    package = Path(__file__).resolve().parent.parent
    yield from sorted(schema_folder().glob("*.json"))
    for room in ("law", "records"):
        yield from sorted((package / room).rglob("*.py"))
    yield from sorted((package / "law" / "tables").glob("*.yml"))
