"""One publisher's catalogue: registers, procedures with their versions, decisions."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from benchmarks.synthetic import registers
from benchmarks.synthetic.versions import later, version

Record = dict[str, Any]
File = tuple[str, str, Record]
"""The path of a file, the kind of its record, and the record."""

VERSIONS = (1,) * 72 + (2,) * 20 + (3,) * 8
"""How many versions a procedure has, in a hundred."""
PUBLISHED_TOGETHER = 12
AMENDED_TOGETHER = 4


@dataclass(frozen=True)
class Plan:
    """What to make: a number of procedures for one publisher.

    Those from the place `shared` on are its own; their codes are numbered from `first`.
    """

    procedures: int
    seed: int = 1
    publisher: str = "ubnd-tinh-mau"
    name: str = "Ủy ban nhân dân tỉnh Mẫu"
    shared: int | None = None
    first: int = 0

    @property
    def fields(self) -> int:
        """About sixty procedures share a field."""
        return max(6, self.procedures // 60)

    def code(self, place: int) -> str:
        """The code of the procedure at a place."""
        own = self.shared is not None and place >= self.shared
        return f"{2 if own else 1}.{place + (self.first if own else 0):06}"


@dataclass
class _Desk:
    """Decisions being filled with rows, one of each year and kind at a time."""

    plan: Plan
    decisions: list[Record] = field(default_factory=list)
    open: dict[tuple[str, int], Record] = field(default_factory=dict)

    def publish(self, code: str, number: int, year: int) -> None:
        """A row for version `number` of a procedure in a decision of `year`."""
        action = "publish" if number == 1 else "amend"
        decision = self._decision(action, year)
        row = {"id": f"d{len(decision['rows']) + 1}", "action": action, "procedure": code}
        row["version"] = f"v{number:03}"
        if action == "amend":
            row["amended_parts"] = ["time", "dossier"]
            row["grounds"] = [registers.document_id(year % 9)]
        decision["rows"].append(row)

    def _decision(self, action: str, year: int) -> Record:
        size = PUBLISHED_TOGETHER if action == "publish" else AMENDED_TOGETHER
        found = self.open.get((action, year))
        if found is None or len(found["rows"]) == size:
            found = self.open[action, year] = self._new(action, year)
            self.decisions.append(found)
        return found

    def _new(self, action: str, year: int) -> Record:
        serial = str(len(self.decisions) + 100)
        signed = date(year, 1, 5) + timedelta(days=len(self.decisions) * 7 % 300)
        what = "ban hành mới" if action == "publish" else "được sửa đổi, bổ sung"
        return {
            "id": f"{self.plan.publisher}/{year}/{serial}",
            "number": f"{serial}/QĐ-UBND",
            "number_normalised": f"{serial}/QĐ-UBND",
            "agency": self.plan.publisher,
            "title": f"Công bố danh mục thủ tục hành chính {what}, đợt {serial}",
            "kinds": ["procedure_list", "procedure_content"],
            "signer": {"name": None, "position": "Phó Chủ tịch"},
            "signed": signed.isoformat(),
            "listed": (signed + timedelta(days=2)).isoformat(),
            "effective": (signed + timedelta(days=14)).isoformat(),
            "recorded": (signed + timedelta(days=2)).isoformat(),
            "grounds": [registers.document_id(0), registers.document_id(1)],
            "signed_file": None,
            "rows": [],
            "unknown": {"signer": "Dữ liệu tổng hợp.", "signed_file": "Dữ liệu tổng hợp."},
        }


def files(plan: Plan) -> Iterator[File]:
    """Every file of the catalogue."""
    chance = random.Random(f"{plan.seed}/{plan.publisher}")
    yield from registers.files(plan.publisher, plan.name, plan.fields, plan.procedures)
    desk = _Desk(plan)
    for place in range(plan.procedures):
        yield from _procedure(plan, place, chance, desk)
    for decision in desk.decisions:
        yield f"decisions/{decision['id']}.yml", "decision", decision


def _procedure(plan: Plan, place: int, chance: random.Random, desk: _Desk) -> Iterator[File]:
    code = plan.code(place)
    area = registers.field_id(place % plan.fields)
    folder = f"procedures/{area}/{code}"
    record = registers.procedure(code, area, plan.publisher, chance)
    yield f"{folder}/procedure.yml", "procedure", record
    content = version(code, plan.publisher, place, plan.procedures, chance)
    years = sorted(chance.sample(range(2021, 2026), chance.choice(VERSIONS)))
    for number, year in enumerate(years, 1):
        yield f"{folder}/v{number:03}.yml", "version", {**content, "version": f"v{number:03}"}
        desk.publish(code, number, year)
        content = later(content, chance)
