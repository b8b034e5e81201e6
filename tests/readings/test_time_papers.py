"""Readers of papers, steps and forms take time that grows with the text, whatever it repeats."""

from collections.abc import Callable
from time import process_time

import pytest

from generator.readings.dossier_counts import count_dossier
from generator.readings.forms import read_forms
from generator.readings.papers import read_papers
from generator.readings.steps import read_passages
from tests.readings.dossiers import dossier, group
from tests.readings.hostile import PAPERS, stretches

LIMIT = 30.0
"""Seconds of one CPU; time that grows with the square of a stretch would take many minutes."""
HOSTILE = stretches(PAPERS, 1_000_000)
MEGABYTE = "\n".join(HOSTILE.values())


def seconds(act: Callable[[], object]) -> float:
    start = process_time()
    act()
    return process_time() - start


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_readers_are_linear_in_hostile_text(text: str) -> None:
    hostile = dossier(group(text, name=text), steps=[text])
    assert seconds(lambda: read_papers(hostile)) < LIMIT / 10
    assert seconds(lambda: read_passages(hostile)) < LIMIT / 10
    assert seconds(lambda: read_forms(hostile)) < LIMIT / 10


def test_readers_read_a_megabyte_of_hostile_text() -> None:
    hostile = dossier(group(MEGABYTE, name=MEGABYTE), steps=[MEGABYTE])
    assert seconds(lambda: read_papers(hostile)) < LIMIT
    assert seconds(lambda: count_dossier(hostile)) < LIMIT
    assert seconds(lambda: read_passages(hostile)) < LIMIT
    assert seconds(lambda: read_forms(hostile)) < LIMIT
