"""Rules: one module per family, each rule a declaration and a function."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from generator.law.rules import (
    citations,
    deadlines,
    decisions,
    dossier,
    fees_and_time,
    figures,
    hygiene,
    identity,
    levels_and_agencies,
    posting,
    references,
    text,
    timeline,
)
from generator.law.rules.context import Context
from generator.law.rules.engine import Rule, inspect_with, run_rules
from generator.records.catalogue import Catalogue
from generator.records.problems import Problem
from generator.records.processes import pool

FAMILIES = (
    identity,
    references,
    timeline,
    decisions,
    citations,
    fees_and_time,
    dossier,
    levels_and_agencies,
    posting,
    deadlines,
    figures,
    text,
    hygiene,
)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)


def inspect(kind: str, path: str, record: Any) -> Iterator[Problem]:
    """What the rules say of one record by itself."""
    return inspect_with(RULES, kind, path, record)


LARGE = 1000
"""Versions from which it pays to have several processes apply the rules."""


def judge(
    catalogue: Catalogue, day: date, focus: frozenset[str] = frozenset(), jobs: int = 1
) -> Iterator[Problem]:
    """What the rules say of the catalogue as a whole on a day; with a `focus`, of its files."""
    context = Context(catalogue, day, focus)
    if jobs == 1 or focus or len(catalogue.version_files) < LARGE:
        yield from run_rules(RULES, context)
        return
    global _context
    _context = context
    context.work_out()
    with pool(jobs) as executor:
        for found in executor.map(_judge_by, range(len(RULES))):
            yield from found


_context: Context | None = None


def _judge_by(place: int) -> list[Problem]:
    """What one rule says, in a process that was forked with the context."""
    assert _context is not None
    return list(run_rules([RULES[place]], _context))


__all__ = ["FAMILIES", "RULES", "Rule", "inspect", "judge"]
