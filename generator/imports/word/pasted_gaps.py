"""What pasted words and Word files leave open, as the page wants it: it asks for empty texts."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.records.registers import is_unwritten
from generator.records.unwritten import NOT_PASTED, NOT_PRINTED
from generator.records.version import Version


def without_gaps(version: Version, lacking: str = NOT_PASTED) -> Version:
    """The version with nothing of the words of programmers; `lacking` is said of a part that was
    not found, empty for one that may stand in what was not read.
    """
    told: Version = _told(version, lacking)
    return told


def _told(value: Any, lacking: str) -> Any:
    if isinstance(value, str):
        return lacking if value == NOT_PRINTED else "" if is_unwritten(value) else value
    if isinstance(value, tuple):
        return tuple(_told(one, lacking) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {one.name: _told(getattr(value, one.name), lacking) for one in fields(value)}
        return replace(value, **told)
    return value
