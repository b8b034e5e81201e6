"""Thousands of rows on one procedure: judged in time that grows with them, and judged the same."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from generator.law.consequences import DOUBTS, without_consequences
from generator.law.rules import RULES
from generator.law.rules.context import Context
from generator.law.rules.runner import run_in_parts
from generator.law.timeline import timelines
from generator.model.edition import Edition
from generator.records.blobs import LoadedVersion
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, RowReference
from tests.conftest import DAY
from tests.growth import Act, grows_with_size
from tests.law.replayed_slowly import before_slowly, replay_slowly
from tests.law.test_timeline import catalogue_of, decision

CODE = "1.001193"
ROWS = 2000
"""Where time grew with the square or worse, some of these took minutes."""
FIRST = date(2026, 1, 1)
_ACTIONS = ("amend", "amend", "publish", "correct", "replace", "abolish")


def some_day(chance: random.Random) -> date | None:
    return chance.choice((None, *(FIRST + timedelta(days=chance.randrange(12)) for _ in range(5))))


def some_row(chance: random.Random, number: int) -> Row:
    action = chance.choice(_ACTIONS)
    version = None if action == "abolish" else f"v{chance.randint(1, 9):03}"
    return Row(
        id=f"d{number}", action=action, procedure=CODE, version=version, effective=some_day(chance)
    )


def some_history(chance: random.Random) -> list[Decision]:
    """Decisions with and without days, some rows of them annulled."""
    made = []
    for number in range(chance.randint(1, 6)):
        rows = tuple(some_row(chance, place) for place in range(chance.randint(1, 4)))
        one = decision(number, some_day(chance), some_day(chance), rows[0])
        made.append(replace(one, id=f"a/2026/{number}", rows=rows))
    ids = [RowReference(decision=one.id, row=row.id) for one in made for row in one.rows]
    for number, void in enumerate(chance.sample(ids, min(2, len(ids) // 4))):
        row = Row(id="d1", action="annul", annuls=void)
        made.append(replace(decision(90 + number, FIRST, FIRST, row), id=f"a/2026/9{number}"))
    return made


def test_a_history_is_what_it_is_row_by_row() -> None:
    chance, unlike_the_last = random.Random(26), 0
    for _ in range(1000):
        timeline = timelines(catalogue_of(some_history(chance))).get(CODE)
        for event in timeline.events if timeline else ():
            assert timeline
            slow = before_slowly(timeline, event.reference)
            assert timeline.before(event.reference) == slow
            unlike_the_last += slow != before_slowly(timeline, RowReference(decision="", row=""))
        if timeline:
            slowly = replay_slowly(e for e in timeline.events if e not in timeline.annulled)
            assert [i for i in slowly if not i.empty] == list(timeline.intervals)
            assert [i for i in slowly if i.empty] == list(timeline.overtaken)
    assert unlike_the_last > 250


def row(number: int, action: str, day: date | None = None, parts: tuple[str, ...] = ()) -> Row:
    version = None if action == "abolish" else f"v{number % 900 + 10:03}"
    return Row(
        id=f"d{number}", action=action, procedure=CODE, version=version, effective=day,
        amended_parts=parts,
    )  # fmt: skip


def decided(number: int, rows: Sequence[Row], signed: date, effective: date) -> Decision:
    one = decision(number, signed, effective, rows[0])
    return replace(one, id=f"bca/2026/{number}", agency="bca", rows=tuple(rows))


def later(number: int) -> date:
    return FIRST + timedelta(days=number)


def one_by_one(rows: int) -> list[Decision]:
    return [decided(n, [row(n, "amend")], later(n), later(n)) for n in range(rows)]


def ever_earlier(rows: int) -> list[Decision]:
    return [decided(n, [row(n, "amend")], later(n % 9), later(-n)) for n in range(rows)]


def in_one_decision(rows: int) -> list[Decision]:
    made = [row(n, "amend", later(n), ("fees",)) for n in range(rows)]
    return [decided(1, made, FIRST, FIRST)]


def of_one_day(rows: int) -> list[Decision]:
    return [decided(1, [row(n, "amend") for n in range(rows)], FIRST, FIRST)]


def all_abolished(rows: int) -> list[Decision]:
    return [decided(1, [row(n, "abolish") for n in range(rows)], FIRST, FIRST)]


def all_taken_back(rows: int) -> list[Decision]:
    first = decided(1, [row(n, "publish") for n in range(rows)], FIRST, FIRST)
    annuls = [RowReference(decision=first.id, row=f"d{n}") for n in range(rows)]
    taken = [Row(id=f"d{n}", action="annul", annuls=void) for n, void in enumerate(annuls)]
    return [first, decided(2, taken, later(9), later(9))]


def all_corrected(rows: int) -> list[Decision]:
    title = "Đính chính Quyết định số 99999/QĐ-BCA"
    made = [decided(n, [row(n, "correct")], later(n), later(n)) for n in range(rows)]
    return [replace(one, title=title) for one in made]


def with_decisions(catalogue: Catalogue, made: Sequence[Decision]) -> Catalogue:
    """A catalogue with more decisions, and with the versions that these publish."""
    text = catalogue.version(CODE, "v003")
    assert text
    new = {f"{CODE}/v{n:03}": replace(text, version=f"v{n:03}") for n in range(10, 910)}
    refs = tuple(LoadedVersion(key, version) for key, version in new.items())
    paths = {("version", key): f"procedures/ho-tich/{key}.yml" for key in new}
    paths |= {("decision", one.id): f"decisions/{one.id}.yml" for one in made}
    return replace(
        catalogue,
        decisions={**catalogue.decisions, **{one.id: one for one in made}},
        paths={**catalogue.paths, **paths},
        version_files={**dict(catalogue.version_files.items()), **new},
        version_refs={**catalogue.version_refs, CODE: (*catalogue.version_refs[CODE], *refs)},
    )


SHAPES = (
    one_by_one, ever_earlier, in_one_decision, of_one_day, all_abolished, all_taken_back,
    all_corrected,
)  # fmt: skip


@pytest.mark.parametrize("made", SHAPES)
def test_thousands_of_rows_are_judged_in_time_that_grows_with_them(
    sample: Edition, made: Callable[[int], list[Decision]]
) -> None:
    kept: dict[int, int] = {}

    def prepare(rows: int) -> Act:
        catalogue = with_decisions(sample.catalogue, made(rows))

        def judge() -> None:
            found = list(run_in_parts(RULES, Context(catalogue, DAY), 1))
            kept[rows] = len(list(without_consequences(found)))

        return judge

    assert grows_with_size(prepare, ROWS)
    assert kept[ROWS] > 500


def test_what_is_in_doubt_with_a_decision_is_each_said_once(sample: Edition) -> None:
    catalogue = with_decisions(sample.catalogue, all_taken_back(ROWS))
    found = run_in_parts(RULES, Context(catalogue, DAY), 1)
    assert {one.values[DOUBTS] for one in found if one.code == "TL103"} == {f"/{CODE}/"}
