"""Readers of bodies and places take time that grows with the text, whatever it repeats."""

from collections.abc import Callable
from datetime import date

import pytest

from generator.readings.bodies import read_bodies, read_cell
from generator.readings.filing import read_filing
from tests.growth import grows_with_text
from tests.readings.hostile import PLACES, grows_with_all
from tests.readings.versions import AGENCIES, channel, procedure, version

DAY = date(2026, 11, 1)
LENGTH = 36_000
"""Letters of one stretch."""


def filed(text: str) -> None:
    whole = version(text, receiving=[text], channels=[channel("direct", text)])
    read_filing(whole, procedure(), AGENCIES, DAY)


@pytest.mark.parametrize("piece", PLACES)
@pytest.mark.parametrize("read", [read_bodies, read_cell, filed])
def test_readers_are_linear_in_hostile_text(read: Callable[[str], object], piece: str) -> None:
    assert grows_with_text(read, piece, LENGTH)


@pytest.mark.parametrize("read", [read_bodies, filed])
def test_readers_are_linear_in_all_of_it_at_once(read: Callable[[str], object]) -> None:
    assert grows_with_all(read, PLACES, 400_000)
