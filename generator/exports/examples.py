"""One published file of each kind of the API, to explain it by."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.journeys import journey_json, journeys_json
from generator.exports.json_api import (
    agencies_json,
    calendars_json,
    decision_json,
    index_json,
    place_json,
    procedure_json,
)
from generator.model.edition import Edition
from generator.readings.version import read_version


@dataclass(frozen=True, slots=True)
class DataExample:
    """One file of the API as it is published; `varying` is the part of its path that differs."""

    kind: str
    path: str
    content: bytes
    varying: str = ""

    @property
    def pattern(self) -> str:
        """The path with braces for what differs."""
        return self.path.replace(self.varying, "{id}") if self.varying else self.path


def data_examples(edition: Edition) -> Iterator[DataExample]:
    """The lists and the first record of each kind; nothing of what there is none of."""
    yield DataExample("index", *index_json(edition))
    for code in list(edition.entries)[:1]:
        yield DataExample("procedure", *_procedure(code, edition), code)
    for key in sorted(edition.catalogue.decisions)[:1]:
        yield DataExample("decision", *decision_json(edition.catalogue.decisions[key]), key)
    for place in list(edition.catalogue.places.values())[:1]:
        yield DataExample("place", *place_json(place), place.id)
    for key in list(edition.catalogue.journeys)[:1]:
        yield DataExample("journey", *journey_json(key, edition), key)
    for path, content in journeys_json(edition):
        yield DataExample("journeys", path, content)
    yield DataExample("agencies", *agencies_json(edition))
    yield DataExample("calendars", *calendars_json(edition))


def _procedure(code: str, edition: Edition) -> tuple[str, bytes]:
    entry, catalogue = edition.entries[code], edition.catalogue
    read = {
        one.version: read_version(one, entry.procedure, catalogue.agencies, edition.day)
        for one in catalogue.versions[code]
    }
    return procedure_json(entry, read, edition)
