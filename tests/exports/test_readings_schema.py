"""The schema of readings is current, and the API keeps to it."""

import json
from pathlib import Path

import jsonschema_rs

from generator.exports.readings_schema import readings_schema
from tools.readings_schema import TARGET


def test_the_schema_is_that_of_the_dataclasses() -> None:
    assert json.loads(TARGET.read_text("utf8")) == readings_schema()


def test_every_reading_of_the_api_keeps_to_the_schema(sample_site: Path) -> None:
    index = json.loads((sample_site / "api/v1/index.json").read_text("utf8"))
    published = json.loads((sample_site / index["readings_schema"]).read_text("utf8"))
    assert published == readings_schema()
    schema = jsonschema_rs.validator_for(published)
    files = sorted((sample_site / "api/v1/procedures").glob("*.json"))
    read = [one["readings"] for file in files for one in json.loads(file.read_text())["versions"]]
    assert len(read) > len(files)
    assert not [str(error) for one in read for error in schema.iter_errors(one)]
    assert not schema.is_valid({"times": {"base": {"value": 5}}})
