"""The Word files of a decision and of a procedure, from the templates of an office or our own."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from generator.exports.word.annexes import (
    PrintedProcedure,
    carry_version,
    content_values,
    list_rows,
    printed_procedures,
    process_values,
)
from generator.exports.word.carried import CarriedRecord
from generator.exports.word.codecs import OPEN
from generator.exports.word.decision_words import (
    day_in_words,
    decision_values,
    supplied_words,
)
from generator.exports.word.leaflet import leaflet_body
from generator.exports.word.references import References
from generator.exports.word.rendering import BadTemplateError, fill_template
from generator.exports.word.signed_parts import UNKNOWN, print_signed
from generator.exports.word.versions import carried_by_word
from generator.law.timeline import timelines
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.records.registers import count_unwritten
from generator.records.version import Version

DECISION, ANNEX, PROCESSES, LEAFLET = (
    "quyet-dinh.docx",
    "phu-luc.docx",
    "quy-trinh.docx",
    "to-huong-dan.docx",
)
TEMPLATE_FOLDER = "mau-word"
"""The folder of a catalogue that may hold its own templates, under the same names."""


class WordExporter:
    """Makes Word files of the records of a catalogue."""

    def __init__(self, catalogue: Catalogue, root: Path) -> None:
        """Take the catalogue and its folder, where its templates are looked for."""
        self._catalogue = catalogue
        self._root = root
        self._refs = References(catalogue)
        self._whole = References(catalogue, keeps_open=True)
        self.open_places = 0
        """How many places of the exported versions are still to be written."""
        self.named_forms = 0
        """How many forms annexes only name: their sheets are not exported."""

    def find_template(self, name: str) -> Path:
        """The template that is used: that of the catalogue, else our own."""
        own = self._root / TEMPLATE_FOLDER / name
        return (
            own if own.is_file() else Path(str(resources.files(__package__))) / "templates" / name
        )

    def export_decision(self, decision: Decision) -> Iterator[tuple[str, bytes]]:
        """The files of a decision by their names: itself, its annex, its internal processes.

        A decision that lists no procedure, or approves nothing but internal processes, has no
        annex of contents. Raises BadTemplateError.
        """
        values = decision_values(decision, self._catalogue, self._refs)
        supplied = supplied_words(decision, self._catalogue)
        record = CarriedRecord(title=decision.title, supplied=supplied)
        yield DECISION, self._fill(DECISION, values, record)
        listed = printed_procedures(decision, self._catalogue)
        versions = [one.version for one in listed if one.version]
        if any(one.row.amended_parts != ("internal_process",) for one in listed):
            carried = tuple(carry_version(one, self._whole) for one in versions)
            annex = values | self._make_annex_values(listed)
            yield ANNEX, self._fill(ANNEX, annex, CarriedRecord(carried))
            self.named_forms += sum(len(one.forms.items) for one in versions)
            self.open_places += sum(self._count_open(one) for one in versions)
        processes = process_values(versions, self._catalogue, self._refs)
        if processes:
            given = values | {"processes": processes}
            yield PROCESSES, self._fill(PROCESSES, given)

    def _make_annex_values(self, listed: Sequence[PrintedProcedure]) -> dict[str, Any]:
        return {
            "list_title": "DANH MỤC THỦ TỤC HÀNH CHÍNH",
            "rows": list_rows(listed, self._catalogue, self._refs),
            "procedures": content_values(listed, self._catalogue, self._refs),
        }

    def _count_open(self, version: Version) -> int:
        """How many lines of the contents of a version wait for a drafter."""
        lines = [line for part in print_signed(version, self._refs).values() for line in part]
        return sum(line == UNKNOWN or OPEN in line.text for line in lines) if lines else 1

    def export_leaflet(self, version: Version) -> bytes:
        """A leaflet of one procedure. Raises BadTemplateError."""
        self.open_places += count_unwritten(carried_by_word(version))
        decision = self._decision_of(version)
        procedure = self._catalogue.procedures[version.procedure]
        agency = self._catalogue.agencies.get(procedure.agency)
        values = {
            "agency_name": agency.name if agency else "",
            "published": _said_of(decision) if decision else "",
            "procedure": {
                "title": version.title,
                "body": leaflet_body(version, procedure.code or "", self._refs),
            },
        }
        return self._fill(LEAFLET, values)

    def _fill(
        self, name: str, values: Mapping[str, Any], record: CarriedRecord | None = None
    ) -> bytes:
        template = self.find_template(name)
        try:
            return fill_template(template, values, record)
        except BadTemplateError as error:
            error.values["file"] = str(template)
            raise

    def _decision_of(self, version: Version) -> Decision | None:
        """The decision that published what a leaflet says; None where no row has the version."""
        timeline = timelines(self._catalogue).get(version.procedure)
        event = timeline.published_by(version.version) if timeline else None
        return event.decision if event else None


def _said_of(decision: Decision) -> str:
    return f"Theo Quyết định số {decision.number} {day_in_words(decision.signed)}"
