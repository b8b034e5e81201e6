"""Rules: a module for each family, each rule a declaration and a function."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.findings.problem import Problem
from generator.law.rules import (
    agencies,
    agencies_compared,
    amended_parts,
    citations,
    competence,
    contacts,
    contradictions,
    copied_words,
    corrections,
    counterparts,
    deadlines,
    decision_words,
    decisions,
    decisions_matched,
    dossier,
    ended_procedures,
    fees_and_time,
    fees_compared,
    figures,
    foreign_text,
    grounds,
    hygiene,
    identity,
    journeys,
    legal_documents,
    levels_and_agencies,
    likeness,
    opening_hours,
    parts_compared,
    pasted_text,
    plausible_days,
    plausible_numbers,
    posting,
    printed_numbers,
    process_times,
    references,
    registers,
    registers_compared,
    registers_matched,
    registers_read,
    special_limits,
    spelling,
    steps_told,
    text,
    tiers_compared,
    timeline,
    told_otherwise,
    units,
    version_files,
    versions_compared,
    wording,
    words_and_figures,
)
from generator.law.rules.context import Context
from generator.law.rules.engine import Rule, apply_catalogue_rules, apply_record_rules
from generator.law.rules.runner import run_in_parts
from generator.records.catalogue import Catalogue
from generator.records.memoize import memoize_by_key

FAMILIES = (
    identity,
    printed_numbers,
    references,
    registers,
    registers_compared,
    timeline,
    corrections,
    ended_procedures,
    told_otherwise,
    version_files,
    versions_compared,
    plausible_days,
    plausible_numbers,
    decisions,
    amended_parts,
    decisions_matched,
    competence,
    contacts,
    contradictions,
    counterparts,
    citations,
    legal_documents,
    grounds,
    process_times,
    fees_and_time,
    special_limits,
    dossier,
    levels_and_agencies,
    tiers_compared,
    agencies,
    agencies_compared,
    posting,
    deadlines,
    figures,
    text,
    foreign_text,
    wording,
    hygiene,
    units,
    journeys,
    likeness,
    words_and_figures,
    opening_hours,
    decision_words,
    steps_told,
    fees_compared,
    parts_compared,
    pasted_text,
    registers_read,
    registers_matched,
    spelling,
    copied_words,
)
RULES: tuple[Rule, ...] = tuple(rule for family in FAMILIES for rule in family.RULES)


def run_record_rules(kind: str, path: str, record: Any) -> Iterator[Problem]:
    """The problems that record rules find in one record."""
    return apply_record_rules(_rules_of(kind, RULES), path, record)


@memoize_by_key
def _rules_of(kind: str, rules: Sequence[Rule]) -> Sequence[Rule]:
    return [rule for rule in rules if kind in rule.kinds]


def run_catalogue_rules(
    catalogue: Catalogue,
    day: date,
    files: frozenset[str] = frozenset(),
    jobs: int = 1,
    is_whole: bool = True,
) -> Iterator[Problem]:
    """The problems that catalogue rules find on a day; with `files`, those in these files."""
    return run_in_parts(RULES, Context(catalogue, day, files, is_whole), jobs)


def run_rules_on_sets(
    catalogue: Catalogue, day: date, due_sheets: Mapping[str, tuple[str, ...]]
) -> Iterator[Problem]:
    """The problems of what hangs, against the procedures that every office must post."""
    return apply_catalogue_rules(posting.ON_SETS, Context(catalogue, day, due_sheets=due_sheets))


__all__ = [
    "FAMILIES",
    "RULES",
    "Rule",
    "run_catalogue_rules",
    "run_record_rules",
    "run_rules_on_sets",
]
