"""Checks of catalogues that differ from the one of the examples in a line or two."""

from functools import cache
from pathlib import Path

from generator.check import Resources, run_checks
from generator.findings.finding import Finding
from generator.law.rules import run_record_rules
from generator.law.rules.examples import DAY, base
from generator.locale import words_of
from generator.records.reading_cache import ReadingCache
from generator.records.tree import load_catalogue


@cache
def _files_of_the_base() -> ReadingCache:
    """The readings of the unchanged files, made once for hundreds of checks."""
    known = ReadingCache.at()
    load_catalogue(base(), inspect=run_record_rules, store=known)
    return known.read_only_view()


def findings(catalogue: Path) -> tuple[Finding, ...]:
    """What `check_catalogue` finds."""
    store = _files_of_the_base()
    records, problems = load_catalogue(catalogue, inspect=run_record_rules, store=store)
    return run_checks(catalogue, records, problems, words_of("vi"), DAY, Resources()).findings
