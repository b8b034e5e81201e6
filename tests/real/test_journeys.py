"""The ten needs with several steps name procedures that the imported catalogue has."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.law.rules import run_record_rules
from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.journey_totals import journey_totals
from generator.pages.journeys import journey_page
from generator.records.catalogue import Catalogue
from generator.records.journeys import Journey
from generator.records.layout import CatalogueFile
from generator.records.reading import read_record
from tests.real.judged import needs_real_data

pytestmark = needs_real_data
DAY = date(2026, 11, 28)
READING = read_record(Path(__file__).parent, CatalogueFile("journeys.yml", "journeys", "journeys"))
ABSENT = read_record(Path(__file__).parent, CatalogueFile("absent.yml", "absent", "absent"))


@pytest.fixture(scope="module")
def edition(catalogue: Catalogue) -> Edition:
    journeys = {one.id: one for one in READING.record.journeys}
    absent = {one.id: one for one in ABSENT.record.absent}
    return Edition(replace(catalogue, journeys=journeys, absent=absent), DAY, words_of("vi"))


def test_the_file_is_right_and_breaks_no_rule() -> None:
    assert not READING.problems
    assert not ABSENT.problems
    assert not list(run_record_rules("journeys", "journeys.yml", READING.record))
    assert len(READING.record.journeys) == 10


@pytest.mark.parametrize("journey", READING.record.journeys, ids=lambda one: one.id)
def test_every_procedure_is_there_and_the_page_says_what_is_known(
    journey: Journey, edition: Edition
) -> None:
    codes = [choice.procedure for step in journey.steps for choice in step.choices]
    absent, named = edition.catalogue.absent, codes
    assert [code for code in codes if (code in edition.entries) == (code in absent)] == []
    codes = [code for code in codes if code not in absent]
    assert [code for code in codes if edition.entries[code].over] == []
    assert [key for key in journey.life_events if key not in edition.catalogue.life_events] == []
    page = journey_page(journey.id, edition).body.html
    assert all(f"thu-tuc/{code}/" in page for code in codes)
    missing = [absent[code].label for code in named if code in absent]
    assert all(f"“{label}” chưa có trong danh mục này" in page for label in missing)
    totals = journey_totals(journey, edition.entries, edition.day)
    assert len(totals.time.amounts) + totals.time.unclear > 0
