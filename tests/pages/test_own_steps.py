"""What a reader does, apart from what the office does."""

from dataclasses import replace

from generator.model.edition import Edition
from generator.pages.steps import own_steps
from generator.readings.steps import read_passages
from generator.records.stated import Stated
from generator.records.version import Step


def told(sample: Edition, *steps: str) -> str:
    found = next(iter(sample.entries.values())).version
    found = replace(found, steps=Stated(items=tuple(Step(text=step) for step in steps)))
    return own_steps(found, read_passages(found), sample).markdown


def test_steps_of_a_reader_stand_below_the_case_that_they_are_of(sample: Edition) -> None:
    said = told(
        sample,
        "* * Trường hợp nộp qua mạng ong:",
        "Chủ vườn nộp hồ sơ qua mạng.",
        "* * Trường hợp nộp tại quầy:",
        "Sở Ong tiếp nhận hồ sơ.",
    )
    assert said.index("Trường hợp nộp qua mạng ong") < said.index("Chủ vườn nộp hồ sơ qua mạng")
    assert "tại quầy" not in said


def test_the_title_of_all_steps_is_none_and_leaves_them_told_apart(sample: Edition) -> None:
    steps = ("Chủ vườn nộp hồ sơ.", "Sở Ong tiếp nhận hồ sơ.")
    said = told(sample, "1.1. Trình tự thực hiện:", *steps)
    assert steps[0] in said
    assert "Trình tự" not in said
    assert not told(sample, "1.1. Hồ sơ có hạn:", *steps)
