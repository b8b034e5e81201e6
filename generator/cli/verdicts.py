"""The cache of verdicts: files that have not changed since the last check are not checked again.

The key is the content of every file, the day, the language and the program; a verdict that cannot
be read counts as none.
"""

import hashlib
import logging
import os
from datetime import date
from operator import itemgetter
from pathlib import Path

import msgspec

from generator.findings.finding import Verdict
from generator.locale import Words
from generator.records.layout import read_content, yaml_files
from generator.records.program import compute_code_fingerprint
from generator.records.sealed import DamagedError, open_sealed, seal
from generator.records.suppression import suppress_logged

_log = logging.getLogger(__name__)

_KEY = 32


def verdict_key(root: Path, day: date, words: Words) -> bytes:
    """The key of a check of the catalogue below `root`."""
    total = hashlib.sha256(compute_code_fingerprint() + f"{day} {words.language}".encode())
    for path, entry in sorted(yaml_files(os.fspath(root)), key=itemgetter(0)):
        total.update(os.fsencode(path) + b"\0" + _read_digest(entry.path))
    return total.digest()


def _read_digest(file: str) -> bytes:
    try:
        return hashlib.sha256(read_content(file)).digest()
    except OSError:
        return os.urandom(_KEY)


def load_verdict(file: Path, key: bytes) -> Verdict | None:
    """The verdict in a file, if it has this key."""
    try:
        content = open_sealed(file.read_bytes())
        if content[:_KEY] != key:
            _log.info("no cached verdict: the files, the day, the language or the program differ")
            return None
        verdict = msgspec.msgpack.decode(content[_KEY:], type=Verdict)
    except (OSError, DamagedError, msgspec.DecodeError) as error:
        _log.info("no cached verdict: %s: %s", type(error).__name__, error)
        return None
    _log.info("nothing has changed since the last check: its verdict is in %s", file)
    return verdict


def store_verdict(file: Path, key: bytes, verdict: Verdict) -> None:
    """Write a verdict to its file; a disk that refuses only costs the next check its time."""
    new = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress_logged(_log, f"write {file}", OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(seal(key + msgspec.msgpack.encode(verdict)))
        new.replace(file)
