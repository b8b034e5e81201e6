"""Rows in any order of signing and of effect: what is in force is shown, or a finding stands."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest

from generator.law.rules import corrections, ended_procedures, plausible_days
from generator.law.rules import timeline as timeline_rules
from generator.law.rules.context import Context
from generator.law.rules.examples import DAY, base
from generator.law.rules.runner import run_in_parts
from generator.law.timeline import Timeline, timelines
from generator.records.blobs import LoadedVersion
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, RowReference
from generator.records.tree import load_catalogue
from tests.law.test_timeline import decision

CODE = "1.000105"
RULES = (
    *timeline_rules.RULES,
    *corrections.RULES,
    *ended_procedures.RULES,
    *plausible_days.RULES,
)
LOSSES = frozenset(
    ("TL102", "TL103", "TL104", "TL109", "TL111", "TL115", "TL131", "TL136", "TL137", "TL138")
)
"""What is said where a text lacks what is in force."""
FIRST = date(2026, 1, 1)
WRONG, RIGHT = "chỗ sai", "chỗ đúng"


@dataclass(frozen=True)
class Chain:
    """Decisions of a row each on one procedure, and the notes of the versions they publish."""

    decisions: tuple[Decision, ...]
    notes: Mapping[str, tuple[str, ...]]
    corrects: Mapping[str, str]

    @property
    def timeline(self) -> Timeline:
        return timeline_of(self.decisions)


def timeline_of(decisions: Sequence[Decision]) -> Timeline:
    named = {one.id: one for one in decisions}
    return timelines(replace(CATALOGUE, decisions=named))[CODE]


CATALOGUE, _ = load_catalogue(base())


def some_chain(chance: random.Random) -> Chain:
    """A procedure published, then up to four rows, each written upon the text that it changes."""
    chain = Chain((made(0, FIRST, FIRST, row("publish", "v001")),), {"v001": (WRONG,)}, {})
    signed = [chance.randrange(1, 12) for _ in range(chance.randint(1, 4))]
    days = sorted((day, max(day + chance.randrange(-4, 8), 0)) for day in signed)
    for number, (day, effective) in enumerate(days, 1):
        chain = with_row(chain, number, after(day), after(effective), chance)
    return chain


def after(days: int) -> date:
    return FIRST + timedelta(days=days)


def row(action: str, version: str | None = None) -> Row:
    parts = ("remarks",) if action in ("amend", "correct") else ()
    return Row(id="d1", action=action, procedure=CODE, version=version, amended_parts=parts)


def made(number: int, signed: date, effective: date, one: Row) -> Decision:
    return replace(decision(number, signed, effective, one), id=f"btp/2026/{number}", agency="btp")


_ACTIONS = ("amend", "amend", "correct", "correct", "publish", "abolish", "annul")


def with_row(
    chain: Chain, number: int, signed: date, effective: date, chance: random.Random
) -> Chain:
    action = chance.choice(_ACTIONS)
    if action == "annul":
        void = chance.choice(chain.decisions)
        taken = Row(id="d1", action="annul", annuls=RowReference(decision=void.id, row="d1"))
        return replace(chain, decisions=(*chain.decisions, made(number, signed, signed, taken)))
    held = chance.choice((None, None, *chain.notes)) if action == "correct" else None
    return written(chain, number, signed, effective, action, held)


def written(
    chain: Chain,
    number: int,
    signed: date,
    effective: date,
    action: str,
    wrong: str | None = None,
) -> Chain:
    """A chain with one more row, upon the text of its day; a correction may name another one."""
    version = None if action == "abolish" else f"v{number + 1:03}"
    new = made(number, signed, effective, row(action, version))
    decisions = (*chain.decisions, new)
    if version is None:
        return replace(chain, decisions=decisions)
    held = timeline_of(decisions).before(RowReference(decision=new.id, row="d1"))
    held = wrong or held or [*chain.notes][-1]
    old = chain.notes.get(held, ())
    notes = {
        "publish": (f"điều {number}",),
        "amend": (*old, f"điều {number}"),
        "correct": tuple(RIGHT if one == WRONG else one for one in old),
    }[action]
    corrects = {version: held} if action == "correct" else {}
    return Chain(decisions, {**chain.notes, version: notes}, {**chain.corrects, **corrects})


def catalogue_with(chain: Chain) -> Catalogue:
    text = CATALOGUE.version(CODE, "v001")
    assert text
    new = {
        f"{CODE}/{name}": replace(
            text, version=name, notes=notes, corrects=chain.corrects.get(name)
        )
        for name, notes in chain.notes.items()
    }
    refs = tuple(LoadedVersion(key, version) for key, version in new.items())
    paths = {("version", key): f"procedures/ho-tich/{key}.yml" for key in new}
    paths |= {("decision", one.id): f"decisions/{one.id}.yml" for one in chain.decisions}
    others = {key: one for key, one in CATALOGUE.version_files.items() if CODE not in key}
    return replace(
        CATALOGUE,
        decisions={one.id: one for one in chain.decisions},
        paths={**CATALOGUE.paths, **paths},
        version_files={**others, **new},
        version_refs={**CATALOGUE.version_refs, CODE: refs},
        versions={**CATALOGUE.versions, CODE: tuple(new.values())},
    )


def lost(chain: Chain) -> Iterator[str]:
    """What is in force on some day by the rows and not by what is shown."""
    for day in map(after, range(24)):
        current = chain.timeline.on(day)
        notes = chain.notes[current.version] if current else ()
        ended, due = in_force(chain, day)
        if ended and current:
            yield f"{day}: {current.version} goes on"
        if not ended and not set(due) <= set(notes):
            yield f"{day}: {current and current.version} lacks {set(due) - set(notes)}"
        if current and WRONG in notes and was_mended(chain, current.version, day):
            yield f"{day}: {current.version} is still wrong"


def was_mended(chain: Chain, shown: str, day: date) -> bool:
    """Whether a correction of the wrong words holds by a day; what is shown may be yet to mend."""
    rows = [e for e in chain.timeline.binding if e.action == "correct" and e.version]
    if shown in {chain.corrects[e.version or ""] for e in rows}:
        return False
    begun = [e.version or "" for e in rows if e.effective and e.effective <= day]
    return any(WRONG in chain.notes[chain.corrects[version]] for version in begun)


def in_force(chain: Chain, day: date) -> tuple[bool, list[str]]:
    """Whether the procedure has ended by a day, and what has been amended, in order of effect."""
    ended, due = True, []
    rows = [e for e in chain.timeline.binding if e.effective and e.effective <= day]
    for event in sorted(rows, key=lambda e: e.effective or day):
        if event.version is None:
            ended = True
        elif event.action == "publish":
            ended, due = False, list(chain.notes[event.version] if event.version != "v001" else [])
        elif event.action == "amend":
            due.append(chain.notes[event.version][-1])
    return ended, due


def findings(chain: Chain) -> set[str]:
    context = Context(catalogue_with(chain), DAY)
    return {one.code for one in run_in_parts(RULES, context, 1)}


@pytest.mark.parametrize("seed", range(4))
def test_nothing_in_force_disappears_without_a_finding(seed: int) -> None:
    chance, with_losses = random.Random(seed), 0
    for _ in range(100):
        chain = some_chain(chance)
        missing = list(lost(chain))
        with_losses += bool(missing)
        assert not missing or findings(chain) & LOSSES, (missing, chain)
    assert with_losses > 10
