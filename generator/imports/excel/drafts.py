"""Rows of a list in Excel into procedures without contents: what a list does not say stays open."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.imports.excel.reading import ExcelColumn, ExcelRow
from generator.imports.word.exported_versions import NO_REASON
from generator.imports.word.registers import DraftRegisters
from generator.imports.word.sources import level_of_agency
from generator.imports.word.stated_fees import stated_fees
from generator.law.text import fold_text
from generator.records.layout import path_of
from generator.records.registers import TODO, Procedure
from generator.records.stated import AgencyPart, ChannelTime, Fee, Stated
from generator.records.unwritten import NOT_IN_LIST
from generator.records.version import Agencies, Channel, Dossier, Online, Postal, Version
from generator.records.yaml_writer import to_yaml

_LEVELS = (("tinh", "province"), ("xa", "commune"), ("bo", "central"), ("trung uong", "central"))


def draft_listed(rows: Sequence[ExcelRow], registers: DraftRegisters) -> Iterator[tuple[str, str]]:
    """The files of the procedures of some rows with codes, by their paths in the catalogue."""
    for row in rows:
        if row.code is None:
            continue
        field_id = registers.register_field(row.values.get(ExcelColumn.FIELD) or None)
        publisher = row.values.get(ExcelColumn.PUBLISHER, "")
        agency = registers.publisher
        if publisher:
            agency = registers.register_agency(publisher, level_of_agency(publisher))
        procedure = Procedure(
            id=row.code,
            code=row.code,
            field=field_id,
            agency=agency,
            kind="not_stated",
            scope="not_stated",
        )
        yield path_of("procedure", row.code, field_id), to_yaml("procedure", procedure)
        version = _version(row, registers)
        yield path_of("version", f"{row.code}/v001", field_id), to_yaml("version", version)


def _version(row: ExcelRow, registers: DraftRegisters) -> Version:
    names = row.entries(ExcelColumn.EXECUTING)
    parts = [part for name in names for part in registers.agency_parts(name)]
    executing: Stated[AgencyPart] = Stated(items=tuple(dict.fromkeys(parts)))
    open_part: Stated[Any] = Stated(not_stated=NOT_IN_LIST)
    time = ChannelTime(value=None, unit="other", text=TODO)
    channel = Channel(id="c1", method="direct", time=time, fees=_fees(row))
    return Version(
        procedure=row.code or "",
        version="v001",
        title=row.name,
        levels=_levels(row),
        steps=open_part,
        channels=Stated(items=(channel,)),
        dossier=Dossier(sets=None, groups=open_part),
        forms=open_part,
        applicants=open_part,
        agencies=Agencies(
            executing=executing if parts else open_part,
            deciding=open_part,
            receiving=open_part,
            delegated=open_part,
            coordinating=open_part,
        ),
        results=open_part,
        conditions=open_part,
        legal_basis=open_part,
        online=_online(row),
        postal=Postal(receives_dossier=row.ticked(ExcelColumn.POST), returns_result=None),
        linked_procedures=open_part,
        internal_process=open_part,
        non_territorial=row.ticked(ExcelColumn.NON_TERRITORIAL) or None,
        notes=tuple(_notes(row)),
    )


def _fees(row: ExcelRow) -> Stated[Fee]:
    """What the columns of fees say, in their words."""
    said = (row.values.get(column, "").strip() for column in (ExcelColumn.FEE, ExcelColumn.CHARGE))
    text = "\n".join(one for one in said if one)
    return stated_fees(text) if text else Stated(not_stated=NOT_IN_LIST)


def _online(row: ExcelRow) -> Online:
    """The level that is ticked, or named in a column of its own; a partial one needs a reason."""
    said = fold_text(row.values.get(ExcelColumn.ONLINE, ""))
    if row.ticked(ExcelColumn.END_TO_END) or "toan trinh" in said:
        return Online(level="end_to_end", payment=None)
    if row.ticked(ExcelColumn.PARTIAL) or "mot phan" in said:
        return Online(level="partial", partial_reason=NO_REASON, payment=None)
    return Online(level="not_stated", payment=None)


def _notes(row: ExcelRow) -> Iterator[str]:
    """What the list says of the decision, and its remark."""
    decision = row.values.get(ExcelColumn.DECISION, "").strip()
    if decision:
        yield f"Quyết định số: {decision}"
    note = row.values.get(ExcelColumn.NOTE, "").strip()
    if note:
        yield note


def _levels(row: ExcelRow) -> Stated[str]:
    said = fold_text(row.values.get(ExcelColumn.LEVEL, ""))
    named = (level for words, level in _LEVELS if re.search(rf"\b{words}\b", said))
    found = tuple(dict.fromkeys(named))
    return Stated(items=found) if found else Stated(not_stated=NOT_IN_LIST)
