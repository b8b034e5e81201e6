"""How much room the list of papers takes on a phone, in lines of the names."""

from typing import Any

import pytest

from generator.pages.dossier import _list_lines
from generator.readings.recorded_papers import RecordedGroup, RecordedPaper
from generator.records.version import DossierItem


def group_of(*lengths: int) -> RecordedGroup:
    """A group of papers whose names have so many characters."""
    made: list[Any] = [DossierItem(id="a", name="x" * length) for length in lengths]
    return RecordedGroup("", tuple(RecordedPaper((), "", item, False) for item in made))


@pytest.mark.parametrize(
    ("lengths", "lines"),
    [
        ((), 0),
        ((1,), 2.6),
        ((34,), 2.6),
        ((35,), 2.8),
        ((68,), 2.8),
        ((69,), 3.8),
        ((340,), 10.8),
        ((341,), 11.8),
        ((20, 40, 100), 2.6 + 2.8 + 3.8),
    ],
)
def test_a_paper_takes_the_lines_of_its_name_and_a_gap(
    lengths: tuple[int, ...], lines: float
) -> None:
    assert _list_lines(group_of(*lengths)) == pytest.approx(lines)
