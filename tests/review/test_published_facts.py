"""Every fact of a published record is guarded, or it is said why it may change."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import msgspec
import pytest

from generator.law.exceptions import IMMUTABILITY_CODES
from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, Target
from generator.records.registers import Agency, LegalDocument
from generator.records.units import ProvinceUnit
from generator.review.published_facts import MAY_CHANGE, changed_facts
from generator.review.published_records import changed_decisions, changed_registers
from tests.nets.examples import KNOWN, Path, changed, example, leaves
from tests.nets.test_every_field_of_a_decision import BASE, LEAVES, VALUES

REGISTERS = {"agency": Agency, "legal-document": LegalDocument, "place": ProvinceUnit}
STORES = {"agency": "agencies", "legal-document": "documents", "place": "places"}
KIND = {"kind": ("agency", "class")}


def names(path: Path) -> list[str]:
    return [name for name in path if name != "*"]


def free(kind: Any, path: Path) -> bool:
    """Whether `MAY_CHANGE` names a field on the path, in the type that has it."""
    own = MAY_CHANGE.get(kind, {})
    first, *rest = names(path)
    if first in own and first not in ("rows", "communes"):
        return True
    inner = {"rows": Row, "signed_file": None}.get(first)
    return bool(inner and rest and rest[0] in MAY_CHANGE[inner]) or (
        first == "signed_file" and rest[0] in ("identifiers", "path", "url")
    )


def catalogue_of(sample: Edition, kind: str, record: Any) -> Catalogue:
    empty = replace(sample.catalogue, decisions={}, agencies={}, documents={}, places={})
    store = "decisions" if kind == "decision" else STORES[kind]
    return replace(empty, **{store: {record.id: record}})


@pytest.mark.parametrize("path", LEAVES, ids=lambda path: ".".join(names(path)))
def test_every_field_of_a_published_decision_is_guarded(path: Path, sample: Edition) -> None:
    before, after = (
        catalogue_of(sample, "decision", msgspec.convert(data, Decision))
        for data in (BASE, changed(BASE, path, VALUES))
    )
    found = list(changed_decisions(before, after, {}))
    assert bool(found) is not free(Decision, path), found
    for problem in found:
        assert problem.code in IMMUTABILITY_CODES
        assert problem.pointer[0] == path[0]


def register_leaves() -> Iterator[tuple[str, Path]]:
    for kind, record in REGISTERS.items():
        for path in dict.fromkeys(leaves(example(record, {**KNOWN, **KIND}))):
            if path not in (("id",), ("communes", "*", "code")):
                yield kind, path


@pytest.mark.parametrize(
    ("kind", "path"),
    list(register_leaves()),
    ids=lambda one: one if isinstance(one, str) else ".".join(names(one)),
)
def test_every_field_of_a_register_is_guarded(kind: str, path: Path, sample: Edition) -> None:
    known = {**KNOWN, **KIND}
    data = example(REGISTERS[kind], known)
    before, after = (
        catalogue_of(sample, kind, msgspec.convert(one, REGISTERS[kind]))
        for one in (data, changed(data, path, known))
    )
    found = list(changed_registers(before, after))
    assert bool(found) is not free(REGISTERS[kind], path), found
    assert {problem.code for problem in found} <= {"BD108"}


def test_what_may_change_is_a_field_and_has_a_reason() -> None:
    for kind, free_fields in MAY_CHANGE.items():
        assert is_dataclass(kind)
        assert set(free_fields) <= {field.name for field in fields(kind)}
        assert all(free_fields.values())


AGENCY = Agency(id="bkhdt", name="Bộ Kế hoạch và Đầu tư", kind="agency", level="central")


@pytest.mark.parametrize(
    "after",
    [
        replace(AGENCY, name="Bộ Kê hoạch và  Đầu tư"),
        replace(AGENCY, symbol="BKHĐT", successors=("btc",)),
        replace(AGENCY, address="Số 6B Hoàng Diệu"),
    ],
)
def test_a_slip_mended_and_a_fact_filled_in_are_no_change(after: Agency) -> None:
    assert not list(changed_facts(AGENCY, after))


def test_a_row_that_was_added_changed_or_dropped_is_an_error_at_its_line(sample: Edition) -> None:
    base = sample.catalogue
    old = base.decisions["btp/2026/9205"]
    (row,) = old.rows
    added = replace(old, rows=(replace(row, id="d0", procedure="1.900104"), row))
    edited = replace(old, rows=(replace(row, amended_parts=("fees",)),))
    named = replace(row, action="replace", by=(Target(procedure="1.900104", version="v001"),))
    for after, wanted in (
        (added, [("BD107", ("rows", 0))]),
        (edited, [("BD105", ("rows", 0, "amended_parts"))]),
        (replace(old, rows=()), [("BD105", ("rows",))]),
        (
            replace(old, rows=(named,)),
            [("BD105", ("rows", 0, "action")), ("BD105", ("rows", 0, "by"))],
        ),
    ):
        head = replace(base, decisions={**base.decisions, old.id: after})
        found = list(changed_decisions(base, head, {}))
        assert [(one.code, one.pointer) for one in found] == wanted
