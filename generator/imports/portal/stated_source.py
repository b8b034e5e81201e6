"""The source of a version: its records in the input, and what of them no record of ours holds."""

from dataclasses import replace

from generator.imports.portal.identifiers import SYSTEM
from generator.imports.portal.lossless import Haystack, strings_of
from generator.imports.portal.registers import Registers
from generator.imports.portal.source import SourceRecord
from generator.records.registers import Procedure
from generator.records.stated import Source, Unmapped
from generator.records.version import Version


def records_of(
    procedure: Procedure, version: Version, decision: str, registers: Registers
) -> list[object]:
    """The records in which the input's strings may stand."""
    roles = version.agencies
    parts = (
        *roles.executing.items,
        *roles.deciding.items,
        *roles.receiving.items,
        *roles.delegated.items,
        *roles.coordinating.items,
    )
    agencies = {part.agency for part in parts if part.agency} | {procedure.agency}
    documents = {basis.document for basis in version.legal_basis.items}
    return [
        procedure,
        version,
        registers.decisions[decision],
        registers.fields[procedure.field],
        *(registers.agencies.records[key] for key in sorted(agencies)),
        *(registers.documents[key] for key in sorted(documents)),
        *(registers.life_events[key] for key in procedure.life_events),
    ]


def with_source(version: Version, records: list[SourceRecord], written: list[object]) -> Version:
    """The version with its source; what has no place of its own is kept under `unmapped`."""
    haystack = Haystack.of(written)
    left: dict[str, Unmapped] = {}
    for record in records:
        for key, text in strings_of(record.data):
            if not haystack.holds(text):
                left.setdefault(text, Unmapped(key=f"{record.shape}:{key}", value=text))
    places = tuple(record.place for record in records)
    source = Source(system=SYSTEM, records=places, unmapped=tuple(left.values()))
    return replace(version, source=source)
