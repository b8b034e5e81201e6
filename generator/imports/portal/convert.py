"""Portal exports into a catalogue: every record is written, or refused with its reason."""

import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.imports.portal import detail, national
from generator.imports.portal.address_owners import address_owners
from generator.imports.portal.agencies import AgencyRegister, ministries_of
from generator.imports.portal.announcing import Found, publisher_of
from generator.imports.portal.identifiers import SYSTEM
from generator.imports.portal.input_records import Refused, Sources
from generator.imports.portal.misfits import refuse_misfits
from generator.imports.portal.registers import Registers
from generator.imports.portal.source import Shape, SourceRecord, Unreadable, read_records
from generator.imports.portal.stated_source import records_of, with_source
from generator.imports.portal.vocabulary import KINDS, SCOPES, states_none
from generator.law.life_events import life_events_of
from generator.law.rules.hygiene import TEST_MARK
from generator.law.titles import comparable
from generator.records.decision import Row
from generator.records.registers import Procedure
from generator.records.stated import Identifier
from generator.records.version import Version

_log = logging.getLogger(__name__)

Json = dict[str, Any]

_CODE = re.compile(r"[1-9]\.[0-9]{6,9}")


def read_sources(files: Iterable[Path]) -> Sources:
    """Read all files. Raises OSError for a file that cannot be read."""
    sources, again = Sources(), list[SourceRecord]()
    for file in files:
        for record in read_records(file, sources.repairs):
            _take(record, sources, again)
    for record in again:
        _choose(record, sources)
    return sources


def _take(record: SourceRecord | Unreadable, sources: Sources, again: list[SourceRecord]) -> None:
    """Take a record in, refuse it, or put it off where its code was read before."""
    if isinstance(record, Unreadable):
        sources.refused.append(Refused(record.file, record.line, "", record.reason))
        return
    sources.read[record.shape] += 1
    known = sources.records[record.shape]
    if reason := _reason_to_refuse(record):
        sources.refused.append(Refused(record.file, record.line, record.code, reason))
    elif record.code in known:
        again.append(record)
    else:
        known[record.code] = record


def _choose(record: SourceRecord, sources: Sources) -> None:
    """Of two records of one code in one export keep the first, or the one titled as elsewhere."""
    known = sources.records[record.shape]
    first = known[record.code]
    others = [one for one in sources.of(record.code) if one.shape is not record.shape]
    titles = {comparable(one.title) for one in others}
    fits = comparable(record.title) in titles and comparable(first.title) not in titles
    known[record.code], lost = (record, first) if fits else (first, record)
    sources.refused.append(Refused(lost.file, lost.line, lost.code, "NL606"))


def _reason_to_refuse(record: SourceRecord) -> str:
    """Test data found in production is not published; a code must be a code, a list a list."""
    if not _has_its_parts(record):
        return "NL611"
    if any(TEST_MARK.search(text) for text in (record.code, _number(record), record.title)):
        return "NL605"
    return "" if _CODE.fullmatch(record.code) else "NL604"


def _has_its_parts(record: SourceRecord) -> bool:
    """Whether a record, alone, can be converted: no section lacks, none is of another kind."""
    alone = Sources()
    alone.records[record.shape][record.code] = record
    try:
        registers = Registers(agencies=register_of(alone))
        if record.shape is Shape.LIST:
            _field(record.data, {}, registers)
            publisher_of({record.shape: record}, registers)
            _identifiers(record.data)
        else:
            converted = _convert(record.code, alone, registers)
            refuse_misfits((converted.procedure, converted.version))
        refuse_misfits(registers.all_records())
        _require_text(record.title)
    except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError):
        _log.info("%s:%d is refused", record.file, record.line, exc_info=True)
        return False
    return True


def _number(record: SourceRecord) -> str:
    if record.shape is Shape.NATIONAL:
        return _require_text(record.data["Số quyết định"])
    proposal = record.data.get("procedureProposal") or {}
    return _require_text(proposal.get("proposalNumber") or "")


def _require_text(value: object) -> str:
    """A value that must be a text. Raises TypeError for another."""
    if not isinstance(value, str):
        raise TypeError(f"{type(value).__name__} instead of a text")
    return value


@dataclass(frozen=True, slots=True)
class ConvertedRecord:
    """One procedure with its first version."""

    procedure: Procedure
    version: Version


def register_of(sources: Sources) -> AgencyRegister:
    """An empty register that knows what all the sources together say of names."""
    texts = dict.fromkeys(sources.agency_texts())
    owners = address_owners(sources.receiving_places())
    return AgencyRegister(sources.agency_names(), ministries_of(texts), owners)


def convert_record(sources: Sources, registers: Registers) -> Iterator[ConvertedRecord]:
    """Convert every code in turn, filling the registers on the way.

    A record that cannot be converted is refused, and no other is held up by it.
    """
    for code in sources.codes():
        try:
            converted = _convert(code, sources, registers)
        except MemoryError:
            raise
        except Exception:  # a fault of ours must not cost the other records
            _log.info("%s cannot be converted", code, exc_info=True)
            _refuse(code, sources)
            continue
        yield converted


def _refuse(code: str, sources: Sources) -> None:
    """Take every record of a code out of the sources and name the places where they stand."""
    for record in sources.of(code):
        sources.refused.append(Refused(record.file, record.line, code, "NL612"))
        del sources.records[record.shape][code]


def _convert(code: str, sources: Sources, registers: Registers) -> ConvertedRecord:
    found = {record.shape: record for record in sources.of(code)}
    publisher = publisher_of(found, registers)
    version = _version(code, found, publisher, registers)
    procedure = _procedure(code, found, publisher, version, registers)
    decision = _decide(code, found, publisher, version, registers)
    records = records_of(procedure, version, decision, registers)
    return ConvertedRecord(procedure, with_source(version, list(found.values()), records))


def _version(code: str, found: Found, publisher: str, registers: Registers) -> Version:
    if Shape.DETAIL in found:
        return detail.version_from_detail(found[Shape.DETAIL], code, publisher, registers)
    listed = found.get(Shape.LIST)
    names = listed.data["departments"] if listed else []
    return national.version_from_export(found[Shape.NATIONAL], code, publisher, names, registers)


def _procedure(
    code: str, found: Found, publisher: str, version: Version, registers: Registers
) -> Procedure:
    rich = found.get(Shape.DETAIL) or found.get(Shape.LIST)
    data = rich.data if rich else {}
    plain = found[Shape.NATIONAL].data if Shape.NATIONAL in found else {}
    keywords = plain.get("Từ khóa") or data.get("keywords") or ""
    kind = plain.get("Loại thủ tục") or data.get("formalityType") or ""
    field = _field(data, plain, registers)
    return Procedure(
        id=code,
        code=code,
        field=field,
        agency=publisher,
        kind=KINDS.get(kind, "not_stated"),
        scope=SCOPES.get(data.get("type") or "", "not_stated"),
        keywords=() if not keywords or states_none(keywords) else (keywords,),
        life_events=_life_events(data, registers.fields[field].name, version, registers),
        state_at_source=data.get("state") or None,
        identifiers=_identifiers(data),
    )


def _field(data: Json, plain: Json, registers: Registers) -> str:
    details = data.get("categoriesDetails") or []
    if details:
        first = details[0]
        return registers.register_field(first["name"], first.get("code") or "", first["id"])
    name = plain.get("Lĩnh vực") or next(iter(data.get("categories") or []), "")
    ids = data.get("categoryIds") or []
    identifier = ids[0] if ids and data.get("categories", [None])[0] == name else ""
    return registers.register_field(name, "", identifier)


def _life_events(data: Json, field: str, version: Version, registers: Registers) -> tuple[str, ...]:
    """The events of the portal's own groups, then those that the rules of our table lead to."""
    rows = data.get("serviceGroupsDetails") or []
    given = [registers.register_life_event(row["name"], row["type"], row["id"]) for row in rows]
    ruled = life_events_of(field, version.title, version.applicants.items)
    found = (*given, *map(registers.register_listed_event, ruled))
    return tuple(dict.fromkeys(found))


def _identifiers(data: Json) -> tuple[Identifier, ...]:
    return (Identifier(system=SYSTEM, value=data["id"]),) if data.get("id") else ()


def _decide(code: str, found: Found, publisher: str, version: Version, registers: Registers) -> str:
    """Enter the decision and the row that published this procedure."""
    proposal = found[Shape.DETAIL].data["procedureProposal"] if Shape.DETAIL in found else {}
    number = _number(found.get(Shape.DETAIL) or found[Shape.NATIONAL])
    decision = registers.register_decision(
        number,
        publisher,
        detail.read_day(proposal.get("decisionDate")),
        detail.read_day(proposal.get("publicationDate")),
        _identifiers(proposal),
    )
    levels = version.levels.items
    registers.add_row(
        decision, Row(id=code, action="publish", procedure=code, version="v001", levels=levels)
    )
    return decision
