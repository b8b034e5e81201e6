"""Cached readings: a file whose content was read before is not read again.

Keys are made of content and of the program, so nothing depends on times or on git: what another
version of the program cached, or one under other schemas, is not found. A cache that is damaged, or
that the disk refuses, counts as empty.
"""

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.findings.problem import Position
from generator.records.layout import CatalogueFile
from generator.records.program import compute_code_fingerprint
from generator.records.reading import EncodedReading
from generator.records.sealed import DamagedError, open_sealed, seal
from generator.records.suppression import suppress_logged

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from sqlite3 import Connection  # absent from some Pythons, such as a browser's

_TABLE = "create table if not exists readings (key blob primary key, value blob)"
_TIMEOUT = 1.0
"""Seconds to wait for another check that writes."""
_BATCH = 1000
"""How many readings are written together."""


@dataclass(slots=True)
class ReadingCache:
    """Readings, and places that were looked up, by content; without a database, none.

    Its database lies in `folder`; one in memory lies nowhere.
    """

    database: "Connection | None"
    folder: Path | None = None
    writable: bool = True
    digests: dict[str, bytes] = field(default_factory=dict)
    touched: set[bytes] = field(default_factory=set)
    new: list[tuple[bytes, bytes]] = field(default_factory=list)

    @classmethod
    def at(cls, file: Path | None = None) -> "ReadingCache":
        """The cache in `file`; without one, a cache in memory, which ends when it is saved.

        Without the module sqlite3 nothing is cached.
        """
        try:
            import sqlite3
        except ImportError as error:
            _log.info("no cache: %s", error)
            return cls(None)
        try:
            return cls(_open_database(file), file and file.parent)
        except sqlite3.OperationalError as error:
            _log.info("no cache in %s, so one in memory: %s", file, error)
            return cls.at() if file else cls(None)
        except sqlite3.DatabaseError as error:
            _log.info("the cache %s is damaged and made anew: %s", file, error)
            return cls.at(file if _remove_damaged(file) else None)

    def read_only_view(self) -> "ReadingCache":
        """The same cache for reading another state of the files; nothing is added to it."""
        self._write()
        return ReadingCache(self.database, self.folder, writable=False)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be found in it yet."""
        return not self._rows("select 1 from readings limit 1")

    def find(self, place: CatalogueFile, digest: bytes) -> EncodedReading | None:
        """The reading of this content at this place, if it is known."""
        self.digests[place.path] = digest
        value = self._get(_key(place.path, digest))
        if value is None or place.kind is None:
            _log.debug("%s: not cached with this content by this program", place.path)
            return None
        with suppress_logged(_log, f"decode the reading of {place.path}", msgspec.DecodeError):
            return msgspec.msgpack.decode(value, type=EncodedReading)
        return None

    def put(self, place: CatalogueFile, encoded: EncodedReading) -> None:
        """Cache the reading of a file."""
        if encoded.digest:
            self.digests[place.path] = encoded.digest
            self._put(_key(place.path, encoded.digest), msgspec.msgpack.encode(encoded))

    def find_position(self, path: str, place: str) -> Position | None:
        """The line and column of a place in the file as it was last read, if they are known."""
        value = self._get(_key(place, self.digests.get(path, b"")))
        with suppress_logged(_log, f"decode a position in {path}", msgspec.DecodeError):
            return msgspec.msgpack.decode(value, type=Position) if value else None
        return None

    def put_position(self, path: str, place: str, position: Position) -> None:
        """Cache the line and column of a place."""
        if path in self.digests:
            self._put(_key(place, self.digests[path]), msgspec.msgpack.encode(position))

    def save(self, everything_asked: bool = True) -> None:
        """Write what is new, drop what was not used, and close; a disk that refuses is no error.

        Unless `everything_asked`, what nobody asked for this time stays as well.
        """
        self._write()
        if self.database and everything_asked:
            known = {key for (key,) in self._rows("select key from readings")}
            unused = known - self.touched
            self._change("delete from readings where key = ?", [(key,) for key in unused])
            _log.info("%d cached values dropped, which nobody asked for", len(unused))
        if self.database:
            self.database.close()

    def _get(self, key: bytes) -> bytes | None:
        self.touched.add(key)
        found = self._rows("select value from readings where key = ?", key)
        with suppress_logged(_log, "use a cached value", DamagedError):
            return open_sealed(found[0][0], key) if found else None
        return None

    def _put(self, key: bytes, value: bytes) -> None:
        self.touched.add(key)
        if self.writable:
            self.new.append((key, seal(value, key)))
        if len(self.new) >= _BATCH:
            self._write()

    def _write(self) -> None:
        self._change("insert or replace into readings values (?, ?)", self.new)
        self.new.clear()

    def _rows(self, statement: str, *values: bytes) -> list[tuple[bytes, ...]]:
        if self.database:
            try:
                return self.database.execute(statement, values).fetchall()
            except self.database.Error as error:
                _log.info("cannot read from the cache: %s", error)
        return []

    def _change(self, statement: str, rows: Iterable[tuple[bytes, ...]]) -> None:
        if self.database and rows:
            errors = self.database.Error
            with suppress_logged(_log, "write to the cache", errors), self.database:
                self.database.executemany(statement, rows)


def _open_database(file: Path | None) -> "Connection":
    """A database that a killed program leaves whole; when the power fails it may be lost."""
    import sqlite3

    if file:
        with suppress_logged(_log, f"make the folder of {file}", OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(file or "", timeout=_TIMEOUT)
    try:
        database.execute("pragma synchronous = off")
        database.execute(_TABLE)
    except sqlite3.Error:
        database.close()
        raise
    return database


def _remove_damaged(file: Path | None) -> bool:
    with suppress_logged(_log, f"remove {file}", OSError):
        if file:
            file.unlink()
            return True
    return False


def _key(place: str, digest: bytes) -> bytes:
    return hashlib.sha256(compute_code_fingerprint() + digest + place.encode()).digest()
