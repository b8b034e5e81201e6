"""What pasted words leave open, as the page wants it: what is an empty text is asked for."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.exports.word.codecs import NOT_PRINTED
from generator.records.registers import is_unwritten
from generator.records.version import Version

NOT_PASTED = "Lời văn đã dán không có phần này."


def without_gaps(version: Version) -> Version:
    """The version with nothing of the words of a file or of programmers."""
    told: Version = _told(version)
    return told


def _told(value: Any) -> Any:
    if isinstance(value, str):
        return NOT_PASTED if value == NOT_PRINTED else "" if is_unwritten(value) else value
    if isinstance(value, tuple):
        return tuple(_told(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {one.name: _told(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **told)
    return value
