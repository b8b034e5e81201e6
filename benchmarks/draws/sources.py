"""The words of the portal's exports, as a judge reads them beside what the catalogue says."""

import json
import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROLES = {
    "executing": "Cơ quan thực hiện",
    "deciding": "Cơ quan có thẩm quyền",
    "receiving": "Địa chỉ tiếp nhận HS",
    "delegated": "Cơ quan được ủy quyền",
    "coordinating": "Cơ quan phối hợp",
}
"""The cell of the export of contents for each role of an agency."""
_DETAIL_KEYS = {
    "executing": ("departmentsExecuting", "unitGroupsExecuting"),
    "deciding": ("departmentsAuthority", "unitGroupsAuthority"),
    "delegated": ("departmentsAuthorized", "unitGroupsAuthorized"),
    "coordinating": ("departmentsCoordinating", "unitGroupsCoordinating"),
}
"""The lists of a detailed record for each role but the receiving one, which is a text."""


@dataclass(frozen=True, slots=True)
class SourceWords:
    """The rows of the exports by code: contents, details, and the list with who announces."""

    contents: Mapping[str, Mapping[str, Any]]
    listed: Mapping[str, Mapping[str, Any]]
    details: Mapping[str, Mapping[str, Any]]

    def words(self, code: str, key: str) -> str:
        """The words of a cell of the contents on one line; empty where there is none."""
        value = self.contents.get(code, {}).get(key) or ""
        text = "; ".join(value) if isinstance(value, list) else str(value)
        return one_cell(text)

    def agency_cell(self, code: str, role: str) -> str:
        """The words for a role that an import reads: the detailed record's, where there is one."""
        detail = self.details.get(code)
        if detail is None:
            departments = self.listed.get(code, {}).get("departments") or []
            listed = "; ".join(filter(None, departments)) if role == "executing" else ""
            return self.words(code, ROLES[role]) or one_cell(listed)
        if role == "receiving":
            return one_cell(str(detail.get("dossierReceivingAddresses") or ""))
        return one_cell("; ".join(row["name"] for key in _DETAIL_KEYS[role] for row in detail[key]))

    def publisher(self, code: str) -> str:
        """Who announces a procedure, by the portal's list."""
        return one_cell(str(self.listed.get(code, {}).get("departmentPromulgate") or ""))


def one_cell(text: str) -> str:
    """A text that stands in one cell of a table."""
    return " ".join(text.split())


def read_source_words(folder: Path) -> SourceWords:
    """The exports of contents, of the list and of details in a folder."""
    contents = _read(folder / "national-procedures.jsonl.xz", "Mã thủ tục")
    listed, details = (
        _read(folder / f"portal-{one}.jsonl.xz", "code") for one in ("list", "details")
    )
    return SourceWords(contents, listed, details)


def _read(path: Path, key: str) -> dict[str, dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    return {str(row[key]).strip(): row for row in rows}
