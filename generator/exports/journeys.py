"""The journeys as JSON: their steps with the keys of the YAML, and what they come to."""

from collections.abc import Iterator

from generator import addresses
from generator.exports.json_text import to_json
from generator.model.edition import Edition
from generator.model.journey_totals import journey_totals, side_by_side
from generator.readings.plain import convert_to_plain
from generator.records.serialise import serialise


def journeys_json(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The list of all journeys; nothing when there are none."""
    journeys = edition.catalogue.journeys.values()
    rows = [
        {
            "id": one.id,
            "name": one.name,
            "words": list(one.words),
            "steps": len(one.steps),
            "file": addresses.journey_data(one.id),
            "address": addresses.address(addresses.journey(one.id)),
        }
        for one in journeys
    ]
    if rows:
        yield addresses.JOURNEYS_DATA, to_json(rows)


def journey_json(key: str, edition: Edition) -> tuple[str, bytes]:
    """One journey; its totals are those of the steps without a condition."""
    journey = edition.catalogue.journeys[key]
    record = serialise(journey)
    assert isinstance(record, dict)
    data = {
        **record,
        "as_of": edition.day.isoformat(),
        "totals": convert_to_plain(journey_totals(journey, edition.entries, edition.day)),
        "side_by_side": [list(group) for group in side_by_side(journey)],
        "address": addresses.address(addresses.journey(key)),
    }
    return addresses.journey_data(key), to_json(data)
