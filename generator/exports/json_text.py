"""JSON as this project writes it: UTF-8, one line, deterministic."""

import re

import msgspec

from generator.law.text import DIRECTION

_MARKS = DIRECTION.findall("".join(map(chr, range(0xD800))))
_DIRECTION = re.compile(b"|".join(mark.encode() for mark in _MARKS))
"""The marks as they are written, which is quicker to look through than what they are read as."""
_FIRST_BYTES = sorted({mark.encode()[:2] for mark in _MARKS})
"""One of them stands wherever there is a mark."""


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
    may_turn = any(first in written for first in _FIRST_BYTES)
    return may_turn and _DIRECTION.search(written) is not None


def _escaped(match: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(match[0].decode())
