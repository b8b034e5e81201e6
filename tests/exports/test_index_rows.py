"""The rows of the index tell whose a procedure is and where it holds."""

import json
from dataclasses import replace

from generator.exports.json_api import index_json
from generator.model.edition import Edition


def rows(edition: Edition) -> dict[str, dict[str, object]]:
    _, content = index_json(edition)
    return {row["id"]: row for row in json.loads(content)["procedures"]}


def test_a_row_has_the_agency_and_the_scope_of_the_record(sample: Edition) -> None:
    row, record = rows(sample)["1.001193"], sample.entries["1.001193"].procedure
    assert (row["agency"], row["scope"]) == (record.agency, record.scope)


def test_the_province_is_a_file_of_places_or_left_out_for_the_country(sample: Edition) -> None:
    given = {code: row["province"] for code, row in rows(sample).items() if "province" in row}
    assert set(given.values()) == {"tinh-mau"} <= set(sample.catalogue.places)
    assert len(given) == 4


def test_a_province_that_is_not_known_is_null_with_a_reason(sample: Edition) -> None:
    placeless = replace(sample, catalogue=replace(sample.catalogue, places={}))
    row = rows(placeless)["1.001193"]
    assert row["province"] is None
    assert row["unknown"] == {"province": sample.words("unknown.province")}
