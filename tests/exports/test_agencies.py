"""The agencies of a catalogue as data."""

import json
from dataclasses import replace

from generator.exports.json_api import agencies_json
from generator.model.edition import Edition
from generator.records.stated import Source


def test_every_agency_stands_in_one_file_without_where_it_was_imported_from(
    sample: Edition,
) -> None:
    agencies = dict(sample.catalogue.agencies)
    agencies["btp"] = replace(agencies["btp"], place="tinh-mau", source=Source(system="portal"))
    edition = replace(sample, catalogue=replace(sample.catalogue, agencies=agencies))
    path, content = agencies_json(edition)
    rows = json.loads(content)
    assert path == "api/v1/agencies.json"
    assert [row["id"] for row in rows] == sorted(agencies)
    told = next(row for row in rows if row["id"] == "btp")
    assert (told["place"], told.get("source")) == ("tinh-mau", None)
