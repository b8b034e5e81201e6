"""What the short page of every version says around every day on which something changes.

What is due is counted from the files alone (`tests/posting/recount.py`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import pytest

from generator.model.edition import Edition
from generator.pages.validity import PaperState, Validity, decided_later, validity
from tests.conftest import SAMPLE
from tests.posting.recount import Files

FILES = Files(SAMPLE)
LAST = "9999-12-31"
_ONE = timedelta(days=1)


@dataclass(frozen=True)
class Due:
    """The state of a paper, and the day that its sentence names, if it must name one."""

    state: PaperState
    day: date | None = None


@dataclass(frozen=True)
class Start:
    """What binds from a day on, None for nothing; `dated` when the source states that day."""

    day: date
    procedure: str
    version: str | None
    signed: date
    dated: bool


@cache
def starts() -> tuple[Start, ...]:
    """What rows decide, in order."""
    found = [
        Start(date.fromisoformat(day), code, to, date.fromisoformat(decision["signed"]), dated)
        for decision, row in FILES.rows()
        for day, code, to in FILES.starts_of(decision, row)
        for dated in [bool(row.get("effective") or decision["effective"])]
    ]
    return tuple(sorted(found, key=lambda one: one.day))


def boundaries(code: str) -> list[date]:
    return sorted({one.day for one in starts() if one.procedure == code})


def due(code: str, version: str, day: date) -> Due | None:
    """The state of a paper on a day; None where no row that stands publishes the version."""
    own = [one for one in starts() if one.procedure == code]
    begun = next((one for one in own if one.version == version), None)
    if begun is None:
        return None
    ended = next(iter(own[own.index(begun) + 1 :]), None)
    if begun.day > day:
        return _due_before(begun, ended, day)
    if not begun.dated:
        return Due(PaperState.UNKNOWN)
    if FILES.in_force(str(day)).get(code) == version:
        return Due(PaperState.CHANGING, ended.day) if ended else Due(PaperState.RIGHT, day)
    over = code not in FILES.in_force(str(day))
    if over and all(one.day <= day for one in own):
        return Due(PaperState.OVER, own[-1].day)
    return Due(PaperState.OLD, ended.day if ended and ended.day > begun.day else None)


def _due_before(begun: Start, ended: Start | None, day: date) -> Due:
    """Before its first day a paper waits; its day is not known before the decision is signed."""
    never = ended is not None and ended.day == begun.day and ended.signed <= day
    if never:
        return Due(PaperState.OLD)
    return Due(PaperState.WAITING, begun.day if begun.dated and begun.signed <= day else None)


def cases() -> Iterator[tuple[str, str, date]]:
    """Every version that was published, on the days before, on and after every boundary."""
    for code, version in sorted(FILES.versions):
        for edge in boundaries(code):
            for day in (edge - _ONE, edge, edge + _ONE):
                yield code, version, day


@pytest.fixture(scope="module")
def said(sample: Edition) -> dict[tuple[str, str, date], Validity]:
    """What the short page says, for every case."""
    found = {}
    for day in sorted({day for _, _, day in cases()}):
        edition = Edition(sample.catalogue, day, sample.words)
        for code, number, at in cases():
            version = sample.catalogue.version(code, number)
            if at == day and version and code in edition.entries:
                found[code, number, day] = validity(edition.entries[code], version, edition)
    return found


def test_every_version_says_its_state_around_every_boundary(
    sample: Edition, said: dict[tuple[str, str, date], Validity]
) -> None:
    counted, wrong = 0, []
    for case, found in said.items():
        wanted = due(*case)
        if wanted is None:
            continue
        counted += 1
        named = wanted.day is None or sample.words.day(wanted.day) in found.sentence
        if found.state is not wanted.state or not named:
            wrong.append((case, wanted, found))
    assert wrong == []
    assert counted > 200
    assert {found.state for found in said.values()} == set(PaperState)


def test_a_page_made_before_a_boundary_knows_what_holds_after_it(
    sample: Edition, said: dict[tuple[str, str, date], Validity]
) -> None:
    """The script of an old page says what a page made on the day would; a start may say less."""
    seen = 0
    for code, number, day in said:
        edition = Edition(sample.catalogue, day, sample.words)
        version = sample.catalogue.version(code, number)
        if version is None or day < date(2026, 11, 1):
            continue
        for start, later in decided_later(edition.entries[code], version, edition):
            after = Edition(sample.catalogue, start, sample.words)
            due = validity(after.entries[code], version, after)
            seen += 1
            if later.state is PaperState.RIGHT:
                assert due.state in (PaperState.RIGHT, PaperState.CHANGING)
                assert sample.words.day(day) in later.sentence
            else:
                assert (later.state, later.sentence) == (due.state, due.sentence)
    assert seen > 3


def test_what_waits_or_changes_says_as_of_when(
    sample: Edition, said: dict[tuple[str, str, date], Validity]
) -> None:
    open_states = {PaperState.RIGHT, PaperState.CHANGING, PaperState.UNKNOWN, PaperState.WAITING}
    for (_, _, day), found in said.items():
        assert found.state not in open_states or sample.words.day(day) in found.sentence
