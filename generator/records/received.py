"""What others send is bounded: the limits, in one place, and reading that keeps to them.

Exports of the portal, tables, office files, the sites of members and published manifests are
written elsewhere, by mistake or by intent larger than anything real. The limits are some fifty
times what was seen in real data; what is above them is refused with a sentence.
"""

import lzma
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from generator.findings.worded_error import WordedError

MOST_LINE = 4 << 20
"""Bytes of a line of an export; the longest real one has 90 kB."""
MOST_UNPACKED = 1 << 30
"""Bytes of a file of others once it is unpacked; the largest real one has 34 MB."""
MOST_RATIO, RATIO_FROM = 200, 64 << 20
"""An archive that gives more than `RATIO_FROM` bytes, this many times its size, is no text."""
MOST_LINES = 1_000_000
MOST_DEPTH = 60
"""Levels of lists and mappings in JSON of others; the deepest real record has 7."""
MOST_MANIFEST = 64 << 20
"""Bytes of a published manifest; that of 3,643 procedures has under 1 MB."""
MOST_SHARD = 32 << 20
"""Bytes of the shard of a member; that of 3,643 procedures has 4 MB."""
MOST_MEMBERS = 1000
MOST_OF_ALL_MEMBERS = 512 << 20
"""Bytes of all shards together."""
MOST_PARCEL_FILES, MOST_RECORD = 2_000, 4 << 20
MOST_PARCEL = 64 << 20
"""Bytes of all records that the desk hands over at once, unpacked."""
MOST_OFFICE_FILE = 100 << 20
MOST_OFFICE_ENTRIES = 5000
MOST_OFFICE_PART = 48 << 20
OFFICE_RATIO, OFFICE_RATIO_FROM = 300, 4 << 20
"""A part of more than `OFFICE_RATIO_FROM` bytes that was packed tighter than this is no text."""
CONVERTING_SECONDS = 120
FETCHING_SECONDS = 60
"""Seconds for all of one answer over the network, redirects included."""
SILENT_SECONDS = 15
"""Seconds without a byte, after which a server counts as silent."""
MOST_REDIRECTS = 5

_CHUNK = 1 << 20


class ReceivedLimitError(WordedError):
    """What others sent is beyond a limit."""


def read_bounded(path: Path, most: int) -> bytes:
    """The bytes of a file. Raises OSError; ReceivedLimitError for more than `most`."""
    with path.open("rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise ReceivedLimitError("received.too_large", file=path.name, most=most >> 20)
    return content


def read_lines(path: Path) -> Iterator[bytes | None]:
    """The lines of a file, `.xz` too; None for each that is longer than MOST_LINE.

    Raises OSError, EOFError or LZMAError for a file that cannot be read, ReceivedLimitError for one
    that gives more than is read.
    """
    packed = path.suffix == ".xz"
    with lzma.open(path) if packed else path.open("rb") as file:
        yield from _read_bounded_lines(file, path, path.stat().st_size if packed else None)


def _read_bounded_lines(file: IO[bytes], path: Path, packed: int | None) -> Iterator[bytes | None]:
    read = number = 0
    while line := file.readline(MOST_LINE + 1):
        long = len(line) > MOST_LINE
        read += len(line)
        while long and not line.endswith(b"\n") and (line := file.readline(_CHUNK)):
            read += len(line)
            _check_total(path, read, packed)
        number += 1
        _check_total(path, read, packed)
        if number > MOST_LINES:
            raise ReceivedLimitError("received.too_many_lines", file=path.name, most=MOST_LINES)
        yield None if long else line


def _check_total(path: Path, read: int, packed: int | None) -> None:
    """Raise ReceivedLimitError where a file has given more than is read of one."""
    if read > MOST_UNPACKED:
        raise ReceivedLimitError("received.too_large", file=path.name, most=MOST_UNPACKED >> 20)
    if packed is not None and read > max(RATIO_FROM, MOST_RATIO * packed):
        raise ReceivedLimitError("received.bomb", file=path.name, most=MOST_RATIO)
