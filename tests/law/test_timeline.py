"""Which version is in force on which day, for every life in the sample and for drawn ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.law.intervals import ALWAYS, Status
from generator.law.procedure_history import history_of
from generator.law.timeline import Timeline, as_known, as_signed, timelines
from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, RowReference, Signer
from generator.records.registers import NO_SETTINGS

D = date.fromisoformat


@pytest.mark.parametrize(
    ("code", "day", "version", "status"),
    [
        ("1.001193", "2024-02-14", "v001", Status.WAITING),
        ("1.001193", "2024-02-15", "v001", Status.IN_FORCE),
        ("1.001193", "2025-06-30", "v001", Status.IN_FORCE),
        ("1.001193", "2025-07-01", "v002", Status.IN_FORCE),
        ("1.001193", "2026-11-22", "v003", Status.IN_FORCE),
        ("1.001193", "2027-01-01", "v004", Status.IN_FORCE),
        ("1.900301", "2026-06-30", "v001", Status.ENDING),
        ("1.900301", "2026-07-01", "v001", Status.REPLACED),
        ("1.900206", "2025-08-14", "v001", Status.ENDING),
        ("1.900206", "2025-08-15", "v001", Status.ABOLISHED),
        ("2.900402", "2024-06-01", "v002", Status.IN_FORCE),
        ("1.900501", "2025-07-05", "v002", Status.IN_FORCE),  # signed later, on 10 July
        ("3.901401", "2027-02-01", "v001", Status.ANNULLED),
        ("1.900702", "2026-12-31", "v001", Status.ENDING),  # its row ends later than the decision
        ("3.901302", "2026-11-22", "v001", Status.WAITING),
        ("3.901201", "2026-11-22", "v001", Status.PUBLISHED),  # start not known
        ("3.901201", "2000-01-01", "v001", Status.DRAFT),  # nor can it be before it was signed
    ],
)
def test_the_lives_of_the_sample(
    sample: Edition, code: str, day: str, version: str, status: Status
) -> None:
    timeline = sample.timelines[code]
    assert timeline.shown_on(D(day)) == version
    assert timeline.status(D(day)) is status


def test_a_corrected_version_never_counts_as_in_force(sample: Edition) -> None:
    timeline = sample.timelines["2.900402"]
    assert timeline.version_status("v001", D("2024-06-10")) is Status.CORRECTED
    assert [i.version for i in timeline.intervals] == ["v002"]


def test_successors_and_predecessors_are_many_to_many(sample: Edition) -> None:
    assert sample.timelines["1.900302"].successors == ("1.900304", "1.900305")
    assert sample.timelines["1.900305"].predecessors == ("1.900301", "1.900302", "1.900303")


def test_what_was_known_on_an_earlier_day(sample: Edition) -> None:
    said = {
        known_on: timelines(as_known(sample.catalogue, D(known_on)))["1.900501"]
        for known_on in ("2025-07-14", "2025-07-15")
    }
    day = D("2025-07-05")  # the amendment of 10 July reaches back to the 1st, and came on the 15th
    assert [timeline.shown_on(day) for timeline in said.values()] == ["v001", "v002"]


def catalogue_of(decisions: Sequence[Decision]) -> Catalogue:
    return Catalogue(
        settings=NO_SETTINGS,
        fields={},
        life_events={},
        citizen_words=(),
        exceptions=(),
        calendars={},
        agencies={},
        documents={},
        decisions={d.id: d for d in decisions},
        procedures={},
        versions={},
        version_files={},
        paths={},
    )


def decision(number: int, signed: date | None, effective: date | None, row: Row) -> Decision:
    return Decision(
        id=f"a/{signed.year if signed else 0}/{number}",
        number=f"{number}/QĐ-A",
        number_normalised=None,
        agency="a",
        title="",
        signer=Signer(name=None),
        signed=signed,
        listed=None,
        effective=effective,
        signed_file=None,
        rows=(row,),
    )


days = st.integers(0, 400).map(lambda n: date(2025, 1, 1) + timedelta(days=n))


@st.composite
def histories(draw: st.DrawFn) -> list[Decision]:
    """A procedure published, then amended or corrected, perhaps abolished at the end."""
    signed = sorted(draw(st.lists(days, min_size=1, max_size=7, unique=True)))
    ends = draw(st.booleans())
    made = []
    for number, day in enumerate(signed, 1):
        effective = day + timedelta(days=draw(st.integers(-60, 60)))
        last = ends and number == len(signed) and number > 1
        action = "abolish" if last else "publish" if number == 1 else "amend"
        version = None if last else f"v{number:03}"
        row = Row(id="d1", action=action, procedure="x", version=version)
        made.append(decision(number, day, effective, row))
    return made


def timeline_of(decisions: Sequence[Decision]) -> Timeline:
    return timelines(catalogue_of(decisions))["x"]


@given(histories())
def test_intervals_do_not_overlap_and_leave_no_gap(decisions: list[Decision]) -> None:
    timeline = timeline_of(decisions)
    for earlier, later in pairwise(timeline.intervals):
        assert earlier.end == later.start
    assert all(not interval.empty for interval in timeline.intervals)


@given(histories(), st.randoms())
def test_the_order_of_files_does_not_matter(decisions: list[Decision], random: object) -> None:
    shuffled = list(decisions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert timeline_of(shuffled) == timeline_of(decisions)


@given(histories())
def test_on_both_sides_of_every_boundary(decisions: list[Decision]) -> None:
    timeline = timeline_of(decisions)
    for interval in timeline.intervals:
        if interval.start and interval.start > ALWAYS:
            before = timeline.on(interval.start - timedelta(days=1))
            assert before is None or before.version != interval.version
            assert timeline.on(interval.start) is interval
        if interval.end:
            assert timeline.on(interval.end - timedelta(days=1)) is interval
            assert timeline.on(interval.end) is not interval


@given(histories())
def test_annulling_the_last_row_restores_what_was_before(decisions: list[Decision]) -> None:
    last = decisions[-1]
    reference = RowReference(decision=last.id, row="d1")
    annul = decision(
        99, date(2027, 1, 1), date(2027, 1, 1), Row(id="d1", action="annul", annuls=reference)
    )
    annulled = timeline_of([*decisions, annul])
    if len(decisions) > 1:
        without = timeline_of(decisions[:-1])
        assert annulled.intervals == without.intervals
    assert replace(annulled, annulled=()).status(date(2026, 1, 1)) is not Status.ANNULLED


def test_a_postponed_effect_annuls_and_publishes_again() -> None:
    """A row that has not taken effect is annulled, and a later day set by a new row."""
    publish = Row(id="d1", action="publish", procedure="x", version="v001")
    first = decision(1, D("2026-01-05"), D("2026-07-01"), publish)
    annul = Row(id="d1", action="annul", annuls=RowReference(decision=first.id, row="d1"))
    again = replace(publish, id="d2")
    second = replace(decision(2, D("2026-06-01"), D("2026-09-01"), annul), rows=(annul, again))
    timeline = timeline_of([first, second])
    assert timeline.status(D("2026-08-31")) is Status.WAITING
    assert timeline.status(D("2026-09-01")) is Status.IN_FORCE
    before = timelines(as_known(catalogue_of([first, second]), D("2026-05-31")))["x"]
    assert before.status(D("2026-08-31")) is Status.IN_FORCE  # as was said until then
    assert [phase.status for phase in history_of(timeline, D("2026-10-01")).phases] == [
        Status.ANNULLED,
        Status.IN_FORCE,
    ]


@given(histories(), days)
def test_nothing_is_in_force_that_nobody_had_signed(decisions: list[Decision], day: date) -> None:
    known = timelines(as_signed(catalogue_of(decisions), day)).get("x")
    told = known.status(day) if known else Status.DRAFT
    if not any(d.signed and d.signed <= day for d in decisions):
        assert told is Status.DRAFT


@given(histories(), days)
def test_a_version_that_begins_later_is_waiting_once_it_is_signed(
    decisions: list[Decision], day: date
) -> None:
    timeline = timeline_of(decisions)
    for interval in timeline.intervals:
        status = timeline.version_status(interval.version, day)
        signed = interval.begun_by.decision.signed
        if interval.start and day < interval.start and signed:
            assert status is (Status.WAITING if signed <= day else Status.DRAFT)


def row(action: str, version: str | None = None) -> Row:
    return Row(id="d1", action=action, procedure="x", version=version)


def said(timeline: Timeline, *days: str) -> list[tuple[str | None, Status]]:
    return [(timeline.shown_on(D(day)), timeline.status(D(day))) for day in days]


def test_of_a_version_without_any_day_nothing_is_known_on_any_day() -> None:
    timeline = timeline_of([decision(1, None, None, row("publish", "v001"))])
    assert said(timeline, "1945-09-02", "2100-01-01") == [("v001", Status.PUBLISHED)] * 2
    assert [timeline.intervals[0].binds(D(day)) for day in ("1945-09-02", "2100-01-01")] == [
        None
    ] * 2


def test_a_version_without_a_day_of_effect_binds_at_the_earliest_when_it_was_signed() -> None:
    timeline = timeline_of([decision(1, D("2025-03-01"), None, row("publish", "v001"))])
    interval = timeline.intervals[0]
    assert [interval.binds(D(day)) for day in ("2025-02-28", "2025-03-01")] == [False, None]
    assert said(timeline, "2025-02-28", "2025-03-01") == [
        ("v001", Status.DRAFT),
        ("v001", Status.PUBLISHED),
    ]


def test_what_a_change_without_a_day_ends_is_certain_until_the_change_was_signed() -> None:
    first = decision(1, D("2025-01-01"), D("2025-02-01"), row("publish", "v001"))
    second = decision(2, D("2025-06-01"), None, row("amend", "v002"))
    timeline = timeline_of([second, first])
    assert timeline.overtaken == ()
    assert said(timeline, "2025-05-31", "2025-06-01") == [
        ("v001", Status.IN_FORCE),
        ("v002", Status.PUBLISHED),
    ]
    assert timeline.version_status("v001", D("2025-06-01")) is Status.UNCERTAIN


def test_a_later_version_with_a_day_ends_the_doubt() -> None:
    first = decision(1, D("2025-01-01"), D("2025-02-01"), row("publish", "v001"))
    second = decision(2, D("2025-06-01"), None, row("amend", "v002"))
    third = decision(3, D("2025-08-01"), D("2025-09-01"), row("amend", "v003"))
    timeline = timeline_of([first, second, third])
    assert timeline.version_status("v001", D("2025-08-31")) is Status.UNCERTAIN
    assert timeline.version_status("v001", D("2025-09-01")) is Status.SUPERSEDED
    assert timeline.version_status("v002", D("2025-07-31")) is Status.PUBLISHED
    assert timeline.version_status("v002", D("2025-08-01")) is Status.IN_FORCE  # as its end says
    assert said(timeline, "2025-09-01") == [("v003", Status.IN_FORCE)]


def test_an_abolition_without_a_day_leaves_it_uncertain_whether_the_procedure_binds() -> None:
    first = decision(1, D("2025-01-01"), D("2025-02-01"), row("publish", "v001"))
    timeline = timeline_of([first, decision(2, D("2025-06-01"), None, row("abolish"))])
    assert said(timeline, "2025-05-31", "2025-06-01") == [
        ("v001", Status.IN_FORCE),
        ("v001", Status.UNCERTAIN),
    ]


def test_a_version_without_a_day_of_signing_comes_after_the_version_before_it() -> None:
    first = decision(1, D("2025-01-01"), D("2025-02-01"), row("publish", "v001"))
    second = decision(2, None, D("2025-06-01"), row("amend", "v002"))
    ended = decision(3, None, None, row("abolish"))
    timeline = timeline_of([ended, second, first])
    assert [event.version for event in timeline.events] == ["v001", "v002", None]
    assert said(timeline, "2025-03-01", "2025-07-01") == [
        ("v001", Status.IN_FORCE),
        ("v002", Status.UNCERTAIN),
    ]


def test_what_is_not_signed_yet_is_not_over() -> None:
    over = {status for status in Status if status.over}
    ends = {Status.REPLACED, Status.ABOLISHED, Status.ANNULLED}
    assert over == {Status.SUPERSEDED, Status.CORRECTED, *ends}
