"""Read export files: JSON lines, plain or xz-compressed, in any of the portal's three shapes."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.law.text import repair_import
from generator.records.received import MOST_DEPTH, read_lines


class Shape(StrEnum):
    """The export that a record comes from, recognised by its keys."""

    NATIONAL = "national"
    DETAIL = "detail"
    LIST = "list"


_MARKS = {
    Shape.NATIONAL: "Mã thủ tục",
    Shape.DETAIL: "executionMethods",
    Shape.LIST: "departmentPromulgate",
}


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """One record of an export, its texts repaired, with the file and line it stands on."""

    file: str
    line: int
    shape: Shape
    code: str
    data: dict[str, Any]

    @property
    def place(self) -> str:
        """File and line in one."""
        return f"{self.file}:{self.line}"

    @property
    def title(self) -> str:
        """The title of the procedure. Raises LookupError for a record without one."""
        return str(self.data["Tên thủ tục" if self.shape is Shape.NATIONAL else "name"])


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no record, and why (the code of a finding)."""

    file: str
    line: int
    reason: str


def read_records(path: Path, repairs: Counter[str]) -> Iterator[SourceRecord | Unreadable]:
    """The records of a file in order; `repairs` counts what was repaired.

    A line that is too long, no UTF-8, no JSON or no record is refused, and the next one is read.
    Raises what `read_lines` raises.
    """
    for number, line in enumerate(read_lines(path), 1):
        if line is None:
            yield Unreadable(path.name, number, "NL613")
        elif line.strip():
            yield _parse_record(line, path.name, number, repairs)


def _parse_record(
    content: bytes, file: str, line: int, repairs: Counter[str]
) -> SourceRecord | Unreadable:
    try:
        raw = json.loads(content, parse_constant=_refuse_constant)
    except (ValueError, RecursionError):  # no UTF-8 and numbers of 4,301 digits are ValueErrors
        return Unreadable(file, line, "NL601")
    shape = next((s for s, mark in _MARKS.items() if isinstance(raw, dict) and mark in raw), None)
    if shape is None:
        return Unreadable(file, line, "NL602")
    try:
        data = _repair_texts(raw, repairs)
    except ValueError:
        return Unreadable(file, line, "NL613")
    code = data["Mã thủ tục"] if shape is Shape.NATIONAL else data.get("code")
    if not isinstance(code, str) or not code:
        return Unreadable(file, line, "NL603")
    return SourceRecord(file, line, shape, code, data)


def _refuse_constant(name: str) -> None:
    """Raise ValueError: NaN and Infinity are no JSON."""
    raise ValueError(name)


def _repair_texts(value: Any, repairs: Counter[str], room: int = MOST_DEPTH) -> Any:
    """Raises ValueError where lists and mappings lie in one another more deeply than `room`."""
    if not room:
        raise ValueError("too deep")
    if isinstance(value, str):
        text, found = repair_import(value)
        repairs.update(found)
        return text
    if isinstance(value, list):
        return [_repair_texts(item, repairs, room - 1) for item in value]
    if isinstance(value, dict):
        return {key: _repair_texts(item, repairs, room - 1) for key, item in value.items()}
    return value
