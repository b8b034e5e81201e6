"""Readers of papers, steps and forms take time that grows with the text, whatever it repeats."""

from collections.abc import Callable

import pytest

from generator.readings.dossier_counts import count_dossier
from generator.readings.forms import read_forms
from generator.readings.papers import read_papers
from generator.readings.steps import read_passages
from generator.records.version import Version
from tests.growth import grows_with_text
from tests.readings.dossiers import dossier, group
from tests.readings.hostile import PAPERS, grows_with_all

READERS = (read_papers, read_passages, read_forms)


def hostile(text: str) -> Version:
    return dossier(group(text, name=text), steps=[text])


@pytest.mark.parametrize("piece", PAPERS)
@pytest.mark.parametrize("read", READERS)
def test_readers_are_linear_in_hostile_text(read: Callable[[Version], object], piece: str) -> None:
    assert grows_with_text(lambda text: read(hostile(text)), piece, 22_000)


@pytest.mark.parametrize("read", [*READERS, count_dossier])
def test_readers_are_linear_in_all_of_it_at_once(read: Callable[[Version], object]) -> None:
    assert grows_with_all(lambda text: read(hostile(text)), PAPERS, 200_000)
