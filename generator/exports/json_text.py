"""JSON as this project writes it: UTF-8, one line, deterministic."""

import re

import msgspec

from generator.law.text import DIRECTION

_MARKS = [mark.encode() for mark in DIRECTION.findall("".join(map(chr, range(0xD800))))]
"""The marks as they are written, which is quicker to look through than what they are read as."""
_DIRECTION = re.compile(b"|".join(_MARKS))


def _beginning_with(first: bytes) -> re.Pattern[bytes]:
    """The marks of one first byte, which the engine searches for at once."""
    return re.compile(first + b"(?:" + b"|".join(m[1:] for m in _MARKS if m[:1] == first) + b")")


_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_BY_FIRST_BYTE = [_beginning_with(first) for first in sorted({mark[:1] for mark in _MARKS})]


def to_json(value: object) -> bytes:
    """Encode plain data; marks that turn the direction of writing are escaped: none can hide."""
    written = compact_json(value)
    if turns(written):
        written = _DIRECTION.sub(_escaped, written)
    return written + b"\n"


compact_json = msgspec.json.Encoder().encode
"""Encode plain data as it is, without an end of line."""


def turns(written: bytes) -> bool:
    """Whether a text in UTF-8 holds a mark that turns the direction of writing."""
    return any(marks.search(written) for marks in _BY_FIRST_BYTE)


def escape_unprintable(written: str) -> str:
    """JSON that is also YAML, which takes no character in a text but the printable ones."""
    return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _escaped(match: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(match[0].decode())
