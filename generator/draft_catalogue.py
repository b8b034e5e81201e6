"""A catalogue out of what is at hand of it: files that were read, and the index for the rest."""

from collections.abc import Mapping

from generator.law.citations import normalise
from generator.published_files import PublishedFile
from generator.records.catalogue import Catalogue
from generator.records.layout import catalogue_file
from generator.records.reading import FileReading
from generator.records.registers import Agency, LegalDocument
from generator.records.tree import CatalogueBuilder


def gather_catalogue(
    readings: Mapping[str, FileReading | None], index: Mapping[str, PublishedFile]
) -> Catalogue:
    """What was read, with every agency and document of the index by its name and number."""
    builder = CatalogueBuilder()
    for _, reading in sorted(readings.items()):
        if reading is not None:
            builder.put(reading)
    for path, file in index.items():
        place = catalogue_file(path)
        records = builder.records[place.kind or ""]
        if place.kind == "agency":
            records.setdefault(place.key, _agency(place.key, file.title))
        elif place.kind == "legal-document":
            records.setdefault(place.key, _document(place.key, file.title, file.number))
    return builder.build()


def _agency(key: str, name: str) -> Agency:
    return Agency(id=key, name=name, kind="agency", level="not_stated")


def _document(key: str, title: str, number: str) -> LegalDocument:
    words = title.removeprefix(f"{number} – ")
    return LegalDocument(
        id=key,
        number=number,
        number_normalised=normalise(number),
        type="other",
        title=words,
        status="not_stated",
    )
