"""JSON as this project writes it: UTF-8, one line, deterministic."""

import re

import msgspec

from generator.law.text import DIRECTION


def to_json(value: object) -> bytes:
    """Encode plain data; marks that turn the direction of writing are escaped: none can hide."""
    text = _encode(value).decode()
    return (DIRECTION.sub(_escape, text) + "\n").encode()


_encode = msgspec.json.Encoder().encode


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
