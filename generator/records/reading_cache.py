"""Readings kept from run to run: a file whose content was read before is not read again.

Keys are made of content and of the program, so nothing depends on times or on git: what another
version of the program kept, or one under other schemas, is not found. A store that is damaged, or
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
from generator.records.suppression import suppress_logged

_log = logging.getLogger(__name__)

if TYPE_CHECKING:
    from sqlite3 import Connection  # absent from some Pythons, such as a browser's

_TABLE = "create table if not exists kept (key blob primary key, value blob)"
_PATIENCE = 1.0
"""Seconds to wait for another check that writes."""
_WRITTEN_AT_ONCE = 1000
"""So many readings wait in memory before they are written."""


@dataclass(slots=True)
class ReadingCache:
    """Readings, and places that were looked up, by content; without a database, none.

    It lies in `folder`, if it is kept.
    """

    database: "Connection | None"
    folder: Path | None = None
    lasting: bool = True
    digests: dict[str, bytes] = field(default_factory=dict)
    used: set[bytes] = field(default_factory=set)
    new: list[tuple[bytes, bytes]] = field(default_factory=list)

    @classmethod
    def at(cls, file: Path | None = None) -> "ReadingCache":
        """The store in `file`; without one, a store that is gone when it is saved.

        Without the module sqlite3 nothing is kept.
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

    def lent(self) -> "ReadingCache":
        """The same store for reading another state of the files; nothing is added to it."""
        self._write()
        return ReadingCache(self.database, self.folder, lasting=False)

    @property
    def empty(self) -> bool:
        """Whether there is nothing to be found in it yet."""
        return not self._rows("select 1 from kept limit 1")

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

    def keep(self, place: CatalogueFile, encoded: EncodedReading) -> None:
        """Remember the reading of a place."""
        if encoded.digest:
            self.digests[place.path] = encoded.digest
            self._put(_key(place.path, encoded.digest), msgspec.msgpack.encode(encoded))

    def mark(self, path: str, place: str) -> Position | None:
        """The line and column of a place in the file as it was last read, if they are known."""
        value = self._get(_key(place, self.digests.get(path, b"")))
        with suppress_logged(_log, f"decode a position in {path}", msgspec.DecodeError):
            return msgspec.msgpack.decode(value, type=Position) if value else None
        return None

    def keep_mark(self, path: str, place: str, mark: Position) -> None:
        """Remember the line and column of a place."""
        if path in self.digests:
            self._put(_key(place, self.digests[path]), msgspec.msgpack.encode(mark))

    def save(self, everything_asked: bool = True) -> None:
        """Write what is new, forget what was not used, and close; a disk that refuses is no fault.

        Unless `everything_asked`, what nobody asked for this time is kept as well.
        """
        self._write()
        if self.database and everything_asked:
            known = {key for (key,) in self._rows("select key from kept")}
            unused = known - self.used
            self._change("delete from kept where key = ?", [(key,) for key in unused])
            _log.info("%d cached values dropped, which nobody asked for", len(unused))
        if self.database:
            self.database.close()

    def _get(self, key: bytes) -> bytes | None:
        self.used.add(key)
        found = self._rows("select value from kept where key = ?", key)
        return found[0][0] if found else None

    def _put(self, key: bytes, value: bytes) -> None:
        self.used.add(key)
        if self.lasting:
            self.new.append((key, value))
        if len(self.new) >= _WRITTEN_AT_ONCE:
            self._write()

    def _write(self) -> None:
        self._change("insert or replace into kept values (?, ?)", self.new)
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
    database = sqlite3.connect(file or "", timeout=_PATIENCE)
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
