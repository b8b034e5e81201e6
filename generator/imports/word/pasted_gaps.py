"""What pasted words leave open, as the page wants it: what is an empty text is asked for."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.exports.word.codecs import NOT_PRINTED
from generator.records.registers import is_unwritten
from generator.records.version import Dossier, Version

NOT_PASTED = "Lời văn đã dán không có phần này."
_HEADING = re.compile(
    r"\A\W*(?:[a-zđ0-9]{1,2}[.)]\s*)?thành phần(?: hồ sơ)?(?: (?:bao )?gồm)?\W*\Z", re.IGNORECASE
)
_SETS = re.compile(
    r"\A\W*(?:[a-zđ0-9]{1,2}[.)]\s*)?số lượng(?: hồ sơ)?\W*(?:\d{1,2}|một|hai|ba)\b"
    r"(?:\W*\(?(?:một|hai|ba)\)?)?(?:\s*bộ)?(?:\s*hồ sơ)?\W*\Z",
    re.IGNORECASE,
)
"""A line that says how many sets, and nothing else."""


def without_gaps(version: Version) -> Version:
    """The version with nothing of the words of a file or of programmers; headings are no notes."""
    told: Version = _told(version)
    return replace(told, dossier=_without_headings(told.dossier))


def _told(value: Any) -> Any:
    if isinstance(value, str):
        return NOT_PASTED if value == NOT_PRINTED else "" if is_unwritten(value) else value
    if isinstance(value, tuple):
        return tuple(_told(one) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        told = {one.name: _told(getattr(value, one.name)) for one in fields(value)}
        return replace(value, **told)
    return value


def _without_headings(dossier: Dossier) -> Dossier:
    lines = (dossier.text or "").split("\n")
    counted = dossier.sets is not None
    kept = [one for one in lines if not (_HEADING.match(one) or (counted and _SETS.match(one)))]
    return replace(dossier, text="\n".join(kept) or None)
