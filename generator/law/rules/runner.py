"""Apply the catalogue rules: some files at a time, by several processes where there is much to do.

A version is opened for all the rules that look into it one after another, and then let go of.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.findings.problem import CRASHED, Problem
from generator.law.rules.context import Context
from generator.law.rules.engine import Rule, run_rules
from generator.records.processes import start_pool

LARGE = 1000
"""Versions from which it pays to have several processes apply the rules."""
PART = 256
"""Files that rules are asked about at a time: fewer versions than a process holds open."""


@dataclass(frozen=True, slots=True)
class _RuleTask:
    """Some rules, and the files they are asked about; none stands for all of them."""

    rules: tuple[Rule, ...]
    files: frozenset[str]

    def done(self, context: Context) -> list[Problem]:
        """What the rules say."""
        return list(run_rules(self.rules, context.about(self.files)))


def run_in_parts(rules: Sequence[Rule], context: Context, jobs: int) -> Iterator[Problem]:
    """What the catalogue rules say, by `jobs` processes if the catalogue is large."""
    tasks = list(_tasks(rules, context))
    large = not context.focus and len(context.catalogue.version_files) >= LARGE
    found = _by_several(tasks, context, jobs) if jobs > 1 and large else _alone(tasks, context)
    crashed: list[Problem] = []
    for problem in found:
        if problem.code != CRASHED:
            yield problem
        elif problem not in crashed:
            crashed.append(problem)
    yield from crashed


def _tasks(rules: Sequence[Rule], context: Context) -> Iterator[_RuleTask]:
    """Every rule about everything that it is to look at, the longest tasks first."""
    together = [rule for rule in rules if not rule.kinds and not rule.apart]
    yield from (_RuleTask((rule,), context.focus) for rule in together)
    apart = tuple(rule for rule in rules if rule.apart)
    files = sorted(context.focus or set(context.catalogue.paths.values()))
    for start in range(0, len(files), PART):
        yield _RuleTask(apart, frozenset(files[start : start + PART]))


def _alone(tasks: Sequence[_RuleTask], context: Context) -> Iterator[Problem]:
    for task in tasks:
        yield from task.done(context)


_at_hand: tuple[Sequence[_RuleTask], Context] | None = None


def _by_several(tasks: Sequence[_RuleTask], context: Context, jobs: int) -> Iterator[Problem]:
    """Have processes do tasks; what many of these need is worked out before they part."""
    global _at_hand
    _at_hand = tasks, context.about(context.focus)
    with start_pool(jobs) as executor:
        for found in executor.map(_done, range(len(tasks))):
            yield from found


def _done(place: int) -> list[Problem]:
    assert _at_hand is not None
    tasks, context = _at_hand
    return tasks[place].done(context)
