"""What an exported file says of a version, in place of what is read of any other annex."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.exports.word.versions import carried_by_word
from generator.imports.word.exported import (
    edited_cells,
    exported_title,
    read_exported_version,
)
from generator.imports.word.pairing import ListedContent
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.remarks import WordRemark
from generator.records.registers import TODO
from generator.records.stated import Stated
from generator.records.version import Channel, Version

NO_REASON = f"{TODO}: lý do chỉ trực tuyến một phần, và văn bản quy định."
_DIFFERING = {"time": "times_differ", "fees": "fees_differ"}
"""The remark on a cell of the list that says something else than the contents."""


def take_exported(
    version: Version,
    pair: ListedContent,
    registers: DraftRegisters,
    remarks: list[WordRemark],
) -> Version:
    """A version with all that an exported file says in its own layout, where it is one."""
    row, content = pair.row, pair.content
    title = exported_title(content) if content else None
    if content is None or title is None or not (content.parts or content.carried):
        return version
    found, broken = read_exported_version(content, row, registers)
    if "channels" in found:
        found["channels"] = _complete_channels(found["channels"], version, broken)
    if row and row.levels:
        found["levels"] = version.levels
    exported = carried_by_word(replace(version, title=title, **found), keeps_open=True)
    edited = {_DIFFERING[part] for part in edited_cells(exported, row)}
    kept = [one for one in remarks if one.kind in edited]
    remarks[:] = [WordRemark("off_layout", content.place, {"part": part}) for part in broken]
    remarks += kept
    if exported.online.level == "partial" and exported.online.partial_reason is None:
        remarks.append(WordRemark("partial_reason", content.place))
        return replace(exported, online=replace(exported.online, partial_reason=NO_REASON))
    return exported


def _complete_channels(
    channels: Stated[Channel], version: Version, broken: Sequence[str]
) -> Stated[Channel]:
    """The ways to submit, with what the readers of all annexes found where the layout failed."""
    other = version.channels.items[0]
    read: dict[str, dict[str, Any]] = {
        "time": {"time": other.time, "committed_time": other.committed_time},
        "fees": {"fees": other.fees},
    }
    changed = {name: value for part in broken for name, value in read.get(part, {}).items()}
    return replace(channels, items=tuple(replace(one, **changed) for one in channels.items))
