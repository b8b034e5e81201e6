"""Steps of an internal process against the limit: each case by itself, stages together."""

from dataclasses import replace

import pytest

from generator.law.rules import run_record_rules
from generator.model.edition import Edition
from generator.records.stated import ChannelTime, Duration, Stated
from generator.records.version import InternalStep

LOST, OTHER = "19.1 Trường hợp Giấy bị mất", "19.2 Trường hợp khác"


def found(sample: Edition, *steps: tuple[str | None, float]) -> list[tuple[object, ...]]:
    """Places and totals of what PT101 finds, under a limit of ten working days."""
    version = sample.catalogue.versions["1.900105"][0]
    ten = ChannelTime(value=10, unit="working_day")
    channels = [replace(one, time=ten, committed_time=None) for one in version.channels.items]
    items = tuple(
        InternalStep(name="Xử lý", role="Phòng", time=Duration(value=days, unit="working_day"))
        for _, days in steps
    )
    items = tuple(replace(one, phase=phase) for one, (phase, _) in zip(items, steps, strict=True))
    changed = replace(
        version,
        channels=replace(version.channels, items=tuple(channels)),
        internal_process=Stated(items=items),
    )
    problems = run_record_rules("version", "v001.yml", changed)
    return [(one.pointer, one.values["found"]) for one in problems if one.code == "PT101"]


def test_cases_exclude_each_other_and_are_never_added(sample: Edition) -> None:
    assert found(sample, (LOST, 4), (LOST, 6), (OTHER, 10)) == []


def test_a_case_that_takes_too_long_is_told_by_its_own_total(sample: Edition) -> None:
    assert found(sample, (LOST, 4), (LOST, 5), (OTHER, 6), (OTHER, 5)) == [
        (("internal_process", "items"), "11")
    ]
    long = ("internal_process", "items", 2, "time", "value")
    assert found(sample, (LOST, 9), (OTHER, 1), (OTHER, 11)) == [(long, "12")]


def test_steps_of_every_case_count_for_each(sample: Edition) -> None:
    assert found(sample, (None, 2), (LOST, 8), (OTHER, 8)) == []
    assert len(found(sample, (None, 3), (LOST, 8), (OTHER, 8))) == 2


@pytest.mark.parametrize("phases", [("Giai đoạn 1", "Giai đoạn 2"), ("1.1 Tiếp nhận", "1.2 Trả")])
def test_stages_follow_each_other_and_are_added(sample: Edition, phases: tuple[str, str]) -> None:
    first, second = phases
    assert len(found(sample, (first, 6), (second, 6))) == 1


def test_stages_of_one_case_are_added(sample: Edition) -> None:
    assert len(found(sample, (f"{LOST} – Giai đoạn 1", 6), (f"{LOST} – Giai đoạn 2", 6))) == 1
