"""How much room the list of papers takes on a phone, in lines of the names."""

from dataclasses import replace
from typing import Any

import pytest

from generator.model.edition import Edition
from generator.pages.dossier import _list_lines, dossier
from generator.pages.version_body import VersionBody
from generator.readings.recorded_papers import RecordedGroup, RecordedPaper
from generator.records.stated import Stated
from generator.records.version import DossierItem, Step
from tests.readings.dossiers import papers


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


def shown(sample: Edition, room: float) -> str:
    """The section of a dossier whose steps name a request that it does not list."""
    text = "Người nuôi ong gửi văn bản đề nghị dời đàn ong đến Ủy ban nhân dân cấp xã."
    version = papers("Sổ nuôi ong", "Sơ đồ đặt các thùng ong")
    steps = Stated(items=(Step(name=None, text=text),))
    made = replace(next(iter(sample.entries.values())).version, steps=steps)
    made = replace(made, title=version.title, dossier=version.dossier)
    entry = next(iter(sample.entries.values()))
    read = VersionBody(made, entry.procedure, sample).read
    return dossier(made, None, read, sample, room).html


def test_what_steps_name_stands_small_behind_the_papers(sample: Edition) -> None:
    remark = '<p class="mentioned">'
    for room in (40, 4):
        html = shown(sample, room)
        assert html.index("Sơ đồ đặt các thùng ong") < html.index(remark)
        assert "<strong>văn bản đề nghị" not in html


def test_what_steps_name_stands_before_names_without_room(sample: Edition) -> None:
    html = shown(sample, 0)
    assert html.index('<p class="mentioned">') < html.index("Sơ đồ đặt các thùng ong")
