"""Read export files: JSON lines, plain or xz-compressed, in any of the portal's three shapes."""

import json
import lzma
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from generator.law.text import repair_import


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


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line that is no record, and why (the code of a finding)."""

    file: str
    line: int
    reason: str


def read_records(path: Path, repairs: Counter[str]) -> Iterator[SourceRecord | Unreadable]:
    """The records of a file in order; `repairs` counts what was repaired. Raises OSError."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _parse_record(line, path.name, number, repairs)


def _parse_record(
    text: str, file: str, line: int, repairs: Counter[str]
) -> SourceRecord | Unreadable:
    try:
        raw = json.loads(text)
    except json.JSONDecodeError:
        return Unreadable(file, line, "NL601")
    shape = next((s for s, mark in _MARKS.items() if isinstance(raw, dict) and mark in raw), None)
    if shape is None:
        return Unreadable(file, line, "NL602")
    data = _repair_texts(raw, repairs)
    code = data["Mã thủ tục"] if shape is Shape.NATIONAL else data.get("code")
    if not isinstance(code, str) or not code:
        return Unreadable(file, line, "NL603")
    return SourceRecord(file, line, shape, code, data)


def _repair_texts(value: Any, repairs: Counter[str]) -> Any:
    if isinstance(value, str):
        text, found = repair_import(value)
        repairs.update(found)
        return text
    if isinstance(value, list):
        return [_repair_texts(item, repairs) for item in value]
    if isinstance(value, dict):
        return {key: _repair_texts(item, repairs) for key, item in value.items()}
    return value
