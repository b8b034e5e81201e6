"""The way to Word and back for procedures of the imported catalogue, drawn by a seed."""

from generator.records.catalogue import Catalogue
from tests.real.judged import needs_real_data
from tools.word_round_trip import compare_round_trip, drawn_versions

pytestmark = needs_real_data


def test_procedures_of_the_portal_come_back_from_word_field_by_field(catalogue: Catalogue) -> None:
    versions = drawn_versions(catalogue, 60, 23)
    assert list(compare_round_trip(versions, catalogue, min(catalogue.agencies))) == []
