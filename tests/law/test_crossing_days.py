"""Rows signed later that take effect earlier: a correction undoes no other decision's amendment."""

from dataclasses import replace

import pytest

from generator.law.intervals import Status
from generator.law.timeline import Timeline
from generator.records.decision import Row, Target
from tests.law.test_timeline import D, decision, row, timeline_of

REPLACED = Row(
    id="d1", action="replace", replaces=("x",), by=(Target(procedure="y", version="v001"),)
)


def of(*rows: tuple[str, str, str, str | None]) -> Timeline:
    """The timeline of rows, each with its day of signing, its day of effect, action and version."""
    made = []
    for n, (signed, effective, action, version) in enumerate(rows, 1):
        one = row(action, version) if action != "replace" else replace(REPLACED, version=version)
        made.append(decision(n, D(signed), D(effective), one))
    return timeline_of(made)


def shown(timeline: Timeline, *days: str) -> list[str | None]:
    return [timeline.shown_on(D(day)) for day in days]


FIRST = ("2026-01-05", "2026-02-01", "publish", "v001")
TO_COME = ("2026-11-02", "2027-01-01", "amend", "v002")


@pytest.mark.parametrize("begun", ["2026-02-01", "2026-11-10"])
def test_a_correction_ends_where_the_text_that_it_corrects_ends(begun: str) -> None:
    timeline = of(FIRST, TO_COME, ("2026-11-10", begun, "correct", "v003"))
    assert shown(timeline, begun, "2026-12-31", "2027-01-01") == ["v003", "v003", "v002"]
    assert timeline.version_status("v002", D("2026-12-01")) is Status.WAITING
    assert timeline.version_status("v003", D("2027-01-01")) is Status.SUPERSEDED


def test_a_correction_of_a_text_that_is_over_leaves_the_one_in_force() -> None:
    timeline = of(FIRST, TO_COME, ("2027-02-01", "2026-02-01", "correct", "v003"))
    assert shown(timeline, "2026-03-01", "2027-03-01") == ["v003", "v002"]


def test_both_texts_are_corrected_by_a_row_each() -> None:
    mended = [
        ("2026-11-10", "2026-02-01", "correct", "v003"),
        ("2026-11-10", "2027-01-01", "correct", "v004"),
    ]
    timeline = of(FIRST, TO_COME, *mended)
    assert shown(timeline, "2026-03-01", "2027-01-01") == ["v003", "v004"]
    rows = [timeline.before(event.reference) for event in timeline.events]
    assert rows == [None, "v001", "v001", "v002"]


def test_what_is_amended_after_a_correction_changes_the_text_of_its_own_day() -> None:
    mended = ("2026-11-10", "2026-02-01", "correct", "v003")
    later = ("2026-11-20", "2027-02-01", "amend", "v004")
    timeline = of(FIRST, TO_COME, mended, later)
    assert timeline.before(timeline.events[-1].reference) == "v002"
    assert shown(timeline, "2027-01-31", "2027-02-01") == ["v002", "v004"]


@pytest.mark.parametrize("action", ["amend", "correct"])
@pytest.mark.parametrize(
    ("end", "over"), [("abolish", Status.ABOLISHED), ("replace", Status.REPLACED)]
)
def test_an_end_that_was_decided_before_is_not_undone(action: str, end: str, over: Status) -> None:
    ended = ("2026-11-02", "2027-01-01", end, None)
    timeline = of(FIRST, ended, ("2026-11-10", "2026-12-15", action, "v002"))
    assert shown(timeline, "2026-12-14", "2026-12-15") == ["v001", "v002"]
    assert [timeline.status(D(day)) for day in ("2026-12-31", "2027-01-01")] == [
        Status.ENDING,
        over,
    ]
    assert timeline.successors == (("y",) if end == "replace" else ())


def test_a_correction_brings_no_procedure_back() -> None:
    ended = ("2026-11-02", "2027-01-01", "abolish", None)
    timeline = of(FIRST, ended, ("2027-02-01", "2027-02-01", "correct", "v002"))
    assert timeline.status(D("2027-03-01")) is Status.ABOLISHED
    assert timeline.version_status("v002", D("2027-03-01")) is Status.ABOLISHED


def test_a_version_carries_those_alone_on_which_it_was_written() -> None:
    """The third amendment knows only of the second, which knew nothing of the first."""
    second = ("2026-11-10", "2026-12-15", "amend", "v003")
    third = ("2026-11-20", "2027-01-01", "amend", "v004")
    timeline = of(FIRST, TO_COME, second, third)
    assert timeline.carrier_of("v002") is None
    assert [interval.version for interval in timeline.overtaken] == ["v002"]
