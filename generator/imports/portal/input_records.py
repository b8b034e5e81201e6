"""The records of all input files by code, and what was refused of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.imports.portal.identifiers import line
from generator.imports.portal.source import Shape, SourceRecord

_ROLES = ("Executing", "Authority", "Authorized", "Coordinating")
_NAMED = tuple(f"{kind}{role}" for kind in ("departments", "unitGroups") for role in _ROLES)
_CELLS = ("Cơ quan thực hiện", "Cơ quan có thẩm quyền", "Cơ quan được ủy quyền", "Cơ quan phối hợp")


@dataclass(frozen=True, slots=True)
class Refused:
    """An input record that was not written: where it stands, its code, why (a finding's code)."""

    file: str
    line: int
    code: str
    reason: str


@dataclass(slots=True)
class Sources:
    """The records of all input files by code, the repairs made, and what was refused on reading."""

    records: dict[Shape, dict[str, SourceRecord]] = field(
        default_factory=lambda: {shape: {} for shape in Shape}
    )
    repairs: Counter[str] = field(default_factory=Counter)
    refused: list[Refused] = field(default_factory=list)
    read: Counter[Shape] = field(default_factory=Counter)

    def codes(self) -> list[str]:
        """The codes of all full records, sorted."""
        full = self.records[Shape.NATIONAL].keys() | self.records[Shape.DETAIL].keys()
        return sorted(full)

    def agency_names(self) -> frozenset[str]:
        """The names that the detail and list APIs give to agencies, case-folded."""
        listed = (r.data["departments"] for r in self.records[Shape.LIST].values())
        detailed = (
            [row["name"] for key in _NAMED for row in r.data[key]]
            for r in self.records[Shape.DETAIL].values()
        )
        names = (name for found in (*listed, *detailed) for name in found)
        return frozenset(line(name).casefold() for name in names if name)

    def agency_texts(self) -> Iterator[str]:
        """Every text that names agencies, one or several."""
        for record in self.records[Shape.NATIONAL].values():
            yield from (record.data[key] for key in _CELLS)
        for record in self.records[Shape.DETAIL].values():
            yield from (row["name"] for key in _NAMED for row in record.data[key])

    def receiving_places(self) -> Iterator[tuple[str, str]]:
        """The cell of every receiving place, with that of the agencies that carry out."""
        for record in self.records[Shape.NATIONAL].values():
            yield record.data["Địa chỉ tiếp nhận HS"], record.data["Cơ quan thực hiện"]

    def of(self, code: str) -> list[SourceRecord]:
        """Every input record of a code."""
        return [found[code] for found in self.records.values() if code in found]
