"""Exceptions from rules: a finding that a catalogue accepts, with a reason, until a day."""

from collections.abc import Iterable
from datetime import date

from generator.findings.problem import Problem
from generator.law.rules import RULES
from generator.records.catalogue import Catalogue
from generator.records.exceptions import RuleException

FILE = "exceptions.yml"
IMMUTABILITY_CODES = tuple(f"BD10{number}" for number in range(1, 9))
"""Findings that only a comparison with an earlier state can give."""


def apply_exceptions(
    problems: Iterable[Problem], catalogue: Catalogue, day: date, compared: bool = False
) -> list[Problem]:
    """The problems that no exception accepts, and those that exceptions have themselves.

    NX901: of an unknown rule; NX902: past its day; NX903: nothing left to accept. Exceptions from
    immutability count only where an earlier state was `compared`; one for a file that cannot be
    read is left alone.
    """
    kept = list(problems)
    known = {rule.code for rule in RULES} | set(IMMUTABILITY_CODES)
    unread = catalogue.unread_files
    for position, exception in enumerate(catalogue.exceptions):
        if exception.rule in IMMUTABILITY_CODES and not compared:
            continue
        hits = [problem for problem in kept if _accepts(exception, problem)]
        if not hits and exception.record in unread:
            continue
        code = _fault(exception, hits, known, day)
        if code in ("", "NX903"):
            kept = [problem for problem in kept if problem not in hits]
        if code:
            values = {
                "rule": exception.rule,
                "record": exception.record,
                "until": str(exception.until),
            }
            kept.append(Problem(FILE, code, ("exceptions", position), values))
    return kept


def _accepts(exception: RuleException, problem: Problem) -> bool:
    place = ".".join(map(str, problem.pointer))
    within = exception.at is None or f"{place}.".startswith(f"{exception.at}.")
    return problem.code == exception.rule and problem.path == exception.record and within


def _fault(exception: RuleException, hits: list[Problem], known: set[str], day: date) -> str:
    if exception.rule not in known:
        return "NX901"
    if exception.until < day:
        return "NX902"
    return "" if hits else "NX903"
