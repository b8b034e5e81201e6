"""Write an imported catalogue, all or nothing, and verify it against its input."""

import logging
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from pathlib import Path

from generator.imports.portal.convert import ConvertedRecord, convert_record, register_of
from generator.imports.portal.identifiers import SYSTEM
from generator.imports.portal.input_records import Sources
from generator.imports.portal.lossless import Haystack, strings_of
from generator.imports.portal.registers import Registers
from generator.imports.words import FILE, of_fields
from generator.records.catalogue import Catalogue
from generator.records.layout import path_of
from generator.records.registers import UNKNOWN_AGENCY, CitizenWords, Fields, LifeEvents, Settings
from generator.records.stated import Source
from generator.records.suppression import remove_folder
from generator.records.tree import Progress, load_catalogue
from generator.records.yaml_writer import to_yaml
from generator.site.publish import marked_name, swap_in

_log = logging.getLogger(__name__)

PUBLISHER = UNKNOWN_AGENCY
_BASE_URL = "https://tthc.example.org/"
_PORTAL_PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/{id}"


@dataclass(slots=True)
class Imported:
    """What an import wrote, by kind of record, and how many strings found no key of their own.

    `unlinked` counts the words for agencies that name none of the register; `marked` has the names
    of agencies with a mark of the portal, and the name that each became.
    """

    written: Counter[str] = field(default_factory=Counter)
    unmapped: Counter[str] = field(default_factory=Counter)
    unlinked: Counter[str] = field(default_factory=Counter)
    marked: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Verified:
    """The outcome of `verify`; `missing` lists (code, key, text) of what was not found."""

    strings: int = 0
    characters: int = 0
    lost: int = 0
    missing: list[tuple[str, str, str]] = field(default_factory=list)


def write_catalogue(
    sources: Sources, into: Path, words: CitizenWords, progress: Progress | None = None
) -> Imported:
    """Convert and write everything to the new folder `into`; it appears only when complete.

    Raises OSError, also when something was put into the folder in the meantime.

    `words` are citizens' words to begin with; those of other fields are left out.
    """
    temporary = marked_name(into, "new")
    remove_folder(_log, temporary)
    registers = Registers(agencies=register_of(sources))
    imported = Imported()
    total = len(sources.codes())
    publishers: set[str] = set()
    for done, converted in enumerate(convert_record(sources, registers), 1):
        for kind, path, record in _procedure_files(converted):
            _write(temporary / path, kind, record, imported)
        publishers.add(converted.procedure.agency)
        source = converted.version.source
        imported.unmapped.update(_key(item.key) for item in (source.unmapped if source else ()))
        if progress:
            progress(done, total)
    imported.unlinked = registers.agencies.unlinked
    imported.marked = registers.agencies.marked
    citizen_words = of_fields(words, registers.fields)
    settings = _settings(publishers, registers)
    shared = (("catalogue", "catalogue.yml", settings), ("citizen-words", FILE, citizen_words))
    for kind, path, record in (*shared, *_register_files(registers)):
        _write(temporary / path, kind, record, imported)
    if into.exists():
        into.rmdir()  # empty when the import began; what came into it since stays
    swap_in(temporary, into)
    return imported


def _key(path: str) -> str:
    """A source key without its positions, so that like ones are counted together."""
    return "".join(part.partition("]")[2] if n else part for n, part in enumerate(path.split("[")))


def _write(path: Path, kind: str, record: object, imported: Imported) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_yaml(kind, record), encoding="utf8", newline="\n")
    imported.written[kind] += 1


def _procedure_files(converted: ConvertedRecord) -> Iterator[tuple[str, str, object]]:
    procedure, version = converted.procedure, converted.version
    yield "procedure", path_of("procedure", procedure.id, procedure.field), procedure
    key = f"{procedure.id}/{version.version}"
    yield "version", path_of("version", key, procedure.field), version


def _register_files(registers: Registers) -> Iterator[tuple[str, str, object]]:
    fields = tuple(registers.fields[key] for key in sorted(registers.fields))
    yield "fields", "fields.yml", Fields(fields=fields)
    events = LifeEvents(life_events=registers.finished_life_events())
    yield "life-events", "life-events.yml", events
    for kind, found in (
        ("agency", registers.agencies.records),
        ("legal-document", registers.documents),
    ):
        for key, record in found.items():
            yield kind, path_of(kind, key), record
    for decision in registers.finished_decisions():
        yield "decision", path_of("decision", decision.id), decision


def _settings(publishers: Set[str], registers: Registers) -> Settings:
    """Settings to be filled in by the publisher; named where all records are of one."""
    agencies = registers.agencies
    only = next(iter(publishers)) if len(publishers) == 1 else PUBLISHER
    if only not in agencies.records:
        agencies.register("")
    of_whom = "" if only == PUBLISHER else f" của {agencies.records[only].name}"
    return Settings(
        title=f"Danh mục thủ tục hành chính{of_whom} (nhập từ Cổng dịch vụ công)",
        publisher=only,
        base_url=_BASE_URL,
        time_zone="Asia/Ho_Chi_Minh",
        language="vi",
        sample=False,
        contacts=(),
        source=Source(system=SYSTEM),
        portal_page=_PORTAL_PAGE,
    )


def verify(sources: Sources, into: Path) -> Verified:
    """Read back what was written and look for every string of the input in it."""
    catalogue, _ = load_catalogue(into)
    found = Verified()
    rows = _decisions_by_procedure(catalogue)
    for code in sources.codes():
        haystack = Haystack.of(_written(code, catalogue, rows))
        for record in sources.of(code):
            for key, text in strings_of(record.data):
                found.strings += 1
                found.characters += len(text)
                if not haystack.holds(text):
                    found.lost += len(text)
                    found.missing.append((code, f"{record.shape}:{key}", text))
    return found


def _decisions_by_procedure(catalogue: Catalogue) -> dict[str, list[object]]:
    grouped: dict[str, list[object]] = {}
    for decision in catalogue.decisions.values():
        for row in decision.rows:
            for code in row.procedures:
                grouped.setdefault(code, []).append(decision)
    return grouped


def _written(
    code: str, catalogue: Catalogue, decisions: dict[str, list[object]]
) -> Iterable[object]:
    procedure = catalogue.procedures.get(code)
    if procedure is None:
        return
    yield procedure
    yield catalogue.fields[procedure.field]
    yield catalogue.agencies[procedure.agency]
    yield from decisions.get(code, ())
    yield from (catalogue.life_events[key] for key in procedure.life_events)
    for version in catalogue.versions.get(code, ()):
        yield version
        roles = version.agencies
        for stated in (
            roles.executing,
            roles.deciding,
            roles.receiving,
            roles.delegated,
            roles.coordinating,
        ):
            yield from (catalogue.agencies[part.agency] for part in stated.items if part.agency)
        yield from (catalogue.documents[basis.document] for basis in version.legal_basis.items)
