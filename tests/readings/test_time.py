"""Readers of bodies and places take time that grows with the text, whatever it repeats."""

from collections.abc import Callable
from datetime import date
from time import process_time

import pytest

from generator.readings.bodies import read_bodies, read_cell
from generator.readings.filing import read_filing
from tests.readings.hostile import PLACES, stretches
from tests.readings.versions import AGENCIES, channel, procedure, version

LIMIT = 8.0
"""Seconds of one CPU, several times what is needed: a square of the 4,000 bodies is more."""
DAY = date(2026, 11, 1)
HOSTILE = stretches(PLACES, 1_000_000)
MEGABYTE = "\n".join(HOSTILE.values())


def seconds(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_readers_are_linear_in_hostile_text(text: str) -> None:
    whole = version(text, receiving=[text], channels=[channel("direct", text)])
    assert seconds(lambda: read_bodies(text)) < LIMIT
    assert seconds(lambda: read_cell(text)) < LIMIT
    assert seconds(lambda: read_filing(whole, procedure(), AGENCIES, DAY)) < LIMIT


def test_readers_read_a_megabyte_of_hostile_text() -> None:
    assert seconds(lambda: read_bodies(MEGABYTE)) < LIMIT
    assert seconds(lambda: read_filing(version(MEGABYTE), procedure(), AGENCIES, DAY)) < LIMIT
