"""Agencies, provinces and life events of an imported catalogue, drawn for a judge."""

from collections import Counter
from collections.abc import Iterator, Mapping

from benchmarks.draws.sources import ROLES, SourceWords
from benchmarks.draws.tables import DrawnTable, draw
from generator.locale import Words
from generator.model.applicants import APPLICANT_GROUPS
from generator.model.territories import procedure_place
from generator.readings.lowered import lowered, province_named
from generator.records.catalogue import Catalogue
from generator.records.registers import Agency
from generator.records.stated import AgencyPart

Mention = tuple[str, str, AgencyPart]
"""A procedure, the role of an agency in it, and how it is named."""


def mentions(catalogue: Catalogue) -> Iterator[Mention]:
    """Every mention of an agency in a role, the latest versions of procedures by code."""
    for code, versions in sorted(catalogue.versions.items()):
        for role in ROLES:
            for part in getattr(versions[-1].agencies, role).items:
                yield code, role, part


def linked_share(catalogue: Catalogue) -> Iterator[str]:
    """How many mentions of each role lead to a record, a line each, and of all."""
    every, linked = Counter[str](), Counter[str]()
    for _, role, part in mentions(catalogue):
        for key in (role, "all"):
            every[key] += 1
            linked[key] += bool(part.agency)
    for key, count in every.items():
        share = linked[key] / count
        yield f"agencies, {key}: {linked[key]} of {count} mentions linked ({share:.2%})"


def agency_table(catalogue: Catalogue, source: SourceWords, seed: int) -> DrawnTable:
    """200 linked mentions: the words of the cell, and the record that the site leads to."""
    population = [one for one in mentions(catalogue) if one[2].agency]
    drawn = draw(population, 200, seed)
    rows = [_agency_row(one, catalogue, source) for one in drawn]
    return DrawnTable("agencies", ("code", "role", "says", "source"), rows, len(population))


def _agency_row(one: Mention, catalogue: Catalogue, source: SourceWords) -> tuple[str, ...]:
    code, role, part = one
    record = catalogue.agencies[part.agency or ""]
    return code, ROLES[role], describe_agency(record, catalogue), source.agency_cell(code, role)


def describe_agency(record: Agency, catalogue: Catalogue) -> str:
    """A record of the register with its kind, level, place, parent and heirs."""
    named = catalogue.agencies.get
    above = named(record.parent or "")
    heirs = [heir.name for key in record.successors if (heir := named(key))]
    facts = (
        "lớp cơ quan" if record.kind == "class" else "một cơ quan",
        f"cấp {record.level}" if record.level else "",
        f"ở {record.place}" if record.place else "",
        f"thuộc {above.name}" if above else "",
        f"nay là {'; '.join(heirs)}" if heirs else "",
    )
    return f"{record.name} [{', '.join(filter(None, facts))}]"


def province_table(
    catalogue: Catalogue, source: SourceWords, words: Words, seed: int
) -> DrawnTable:
    """150 procedures with a province, beside what the source says of their publisher and place."""
    found = {
        code: place.name
        for code, one in sorted(catalogue.procedures.items())
        if (place := procedure_place(one, catalogue, words)) and place.province
    }
    drawn = draw(list(found), 150, seed)
    rows = [(code, found[code], source.publisher(code), *_evidence(code, source)) for code in drawn]
    columns = ("code", "says", "publisher", "decision", "executing", "title")
    return DrawnTable("provinces", columns, rows, len(found))


def _evidence(code: str, source: SourceWords) -> tuple[str, ...]:
    keys = ("Số quyết định", "Cơ quan thực hiện", "Tên thủ tục")
    return tuple(source.words(code, key) for key in keys)


def province_share(catalogue: Catalogue, source: SourceWords, words: Words) -> Iterator[str]:
    """How many procedures of provincial publishers have their province; mixed decisions."""
    places = {
        code: procedure_place(one, catalogue, words) for code, one in catalogue.procedures.items()
    }
    local = [code for code in places if province_named(lowered(source.publisher(code)))]
    known = [code for code in local if (place := places[code]) and place.province]
    yield f"provincial publishers by the list: {len(known)} of {len(local)} have their province"
    yield f"decisions that mix provinces: {sum(_mixes(catalogue, places))}"


def _mixes(catalogue: Catalogue, places: Mapping[str, object]) -> Iterator[bool]:
    for decision in catalogue.decisions.values():
        found = (places.get(code) for row in decision.rows for code in row.procedures)
        provinces = {getattr(place, "province", "") for place in found}
        yield len(provinces - {""}) > 1


def event_table(catalogue: Catalogue, source: SourceWords, seed: int) -> DrawnTable:
    """200 procedures of citizens with their life events, beside title, field and subjects."""
    population = [code for code in _of_citizens(catalogue) if _events(code, catalogue)]
    drawn = draw(population, 200, seed)
    rows = [(code, "; ".join(_events(code, catalogue)), *_subject(code, source)) for code in drawn]
    listed = tuple(
        f"{one.name} ({one.audience}): {one.description or ''}"
        for one in catalogue.life_events.values()
    )
    columns = ("code", "says", "field", "subjects", "title")
    return DrawnTable("life-events", columns, rows, len(population), listed)


def event_share(catalogue: Catalogue) -> str:
    """How many procedures whose applicants are citizens have a life event."""
    every = list(_of_citizens(catalogue))
    having = sum(bool(_events(code, catalogue)) for code in every)
    return (
        f"life events: {having} of {len(every)} procedures of citizens ({having / len(every):.2%})"
    )


def _of_citizens(catalogue: Catalogue) -> Iterator[str]:
    for code, versions in sorted(catalogue.versions.items()):
        groups = {APPLICANT_GROUPS.get(one) for one in versions[-1].applicants.items}
        if "citizen" in groups:
            yield code


def _events(code: str, catalogue: Catalogue) -> list[str]:
    keys = catalogue.procedures[code].life_events
    return [catalogue.life_events[key].name for key in keys if key in catalogue.life_events]


def _subject(code: str, source: SourceWords) -> tuple[str, ...]:
    return tuple(
        source.words(code, key) for key in ("Lĩnh vực", "Đối tượng thực hiện", "Tên thủ tục")
    )
