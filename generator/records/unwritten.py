"""What drafts leave to be written (TODO) or found nowhere, put in a reader's words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.records.blobs import LoadedVersion
from generator.records.catalogue import Catalogue
from generator.records.registers import TODO, is_unwritten

NOT_PRINTED = "Tệp Word không có phần này."
"""Why an imported part is not stated: the annex leaves it out. No paper to sign says so."""
NOT_PASTED = "Lời văn đã dán không có phần này."
"""The same for pasted words."""
NOT_IN_LIST = "Danh sách Excel không có phần này."
"""The same for a list of procedures without their contents."""
_LACKING = (NOT_PRINTED, NOT_PASTED, NOT_IN_LIST)
_MARKS = tuple(one.encode() for one in (TODO, *_LACKING))
_DOUBTED = re.compile(rf"\A{TODO}: đối chiếu (“.*?) với bản đã ký: (.*)\Z", re.DOTALL)
_SUGGESTED = re.compile(r"\(thường viết [^()]*\)")


def doubt_title(title: str, doubts: str) -> str:
    """A title that is to be compared with the signed paper before it is published."""
    return f"{TODO}: đối chiếu {doubts} với bản đã ký: {title}"


def doubted_title(text: str) -> str | None:
    """The title that is doubted; None for a text that is none.

    >>> doubted_title(doubt_title("Cấp mói", "“mói”"))
    'Cấp mói'
    """
    found = _DOUBTED.match(text)
    return found[2] if found else None


def doubted_words(text: str) -> tuple[str, ...]:
    """The words of a doubted title that are to be compared, without what they may stand for.

    >>> doubted_words(doubt_title("Cấp mói", "“mói” (thường viết “mới”)"))
    ('mói',)
    """
    found = _DOUBTED.match(text)
    return tuple(re.findall("“([^”]+)”", _SUGGESTED.sub("", found[1]))) if found else ()


def without_todo(
    catalogue: Catalogue, unwritten: str, lacking: str, doubted: Callable[[str], str]
) -> Catalogue:
    """The catalogue as its pages may say it: what is not written yet in words, and what the text
    that was entered is `lacking`; notes to the drafter taken away. The same catalogue where
    everything is written.
    """

    def said(text: str) -> str:
        """What stands for a text."""
        if text in _LACKING:
            return lacking
        title = doubted_title(text)
        return doubted(title) if title else unwritten if is_unwritten(text) else text

    refs = {one.key: one for every in catalogue.version_refs.values() for one in every}
    open_ones = {
        key: one for key, one in refs.items() if any(mark in one.encoded for mark in _MARKS)
    }
    files = {key: LoadedVersion(key, _reworded(one.loaded, said)) for key, one in open_ones.items()}
    worded = catalogue.with_versions({**refs, **files}) if files else catalogue
    decisions = {key: _reworded(one, said) for key, one in catalogue.decisions.items()}
    procedures = {key: _reworded(one, said) for key, one in catalogue.procedures.items()}
    if not files and decisions == catalogue.decisions and procedures == catalogue.procedures:
        return catalogue
    return replace(worded, decisions=decisions, procedures=procedures)


def _reworded(value: Any, said: Callable[[str], str]) -> Any:
    """A value with its texts as they are said; the same one where none differs."""
    if isinstance(value, str):
        return said(value)
    if isinstance(value, tuple):
        made = tuple(_reworded(one, said) for one in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if isinstance(value, Mapping):
        return {key: _reworded(one, said) for key, one in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    inner = {one.name: getattr(value, one.name) for one in fields(value) if one.init}
    changed = {key: new for key, old in inner.items() if (new := _reworded(old, said)) != old}
    return replace(value, **changed) if changed else value
