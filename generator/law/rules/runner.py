"""Apply the catalogue rules: some files at a time, in several processes for a large catalogue.

The rules of one part run one after another, so that each version is loaded once for all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.findings.problem import CRASHED, Problem
from generator.law.rules.context import Context
from generator.law.rules.engine import Rule, apply_catalogue_rules

LARGE = 1000
"""Versions from which several processes are faster than one."""
PART = 256
"""Files in one task: fewer than the versions that a process holds in memory."""


@dataclass(frozen=True, slots=True)
class _RuleTask:
    """Some rules and the files they run on; no files stands for all."""

    rules: tuple[Rule, ...]
    files: frozenset[str]

    def run(self, context: Context) -> list[Problem]:
        """What the rules find."""
        return list(apply_catalogue_rules(self.rules, context.restricted_to(self.files)))


def run_in_parts(rules: Sequence[Rule], context: Context, jobs: int) -> Iterator[Problem]:
    """The problems that catalogue rules find; in `jobs` processes if the catalogue is large."""
    tasks = list(_tasks(rules, context))
    large = not context.requested_files and len(context.catalogue.version_files) >= LARGE
    run = partial(_run_in_processes, jobs) if jobs > 1 and large else _run_here
    crashed: list[Problem] = []
    for problem in run(tasks, context):
        if problem.code != CRASHED:
            yield problem
        elif problem not in crashed:
            crashed.append(problem)
    yield from crashed


def _tasks(rules: Sequence[Rule], context: Context) -> Iterator[_RuleTask]:
    """Every rule on every file that it is to look at, the longest tasks first."""
    whole = [rule for rule in rules if not rule.kinds and not rule.per_file]
    yield from (_RuleTask((rule,), context.requested_files) for rule in whole)
    per_file = tuple(rule for rule in rules if rule.per_file)
    files = sorted(context.requested_files or set(context.catalogue.paths.values()))
    for start in range(0, len(files), PART):
        yield _RuleTask(per_file, frozenset(files[start : start + PART]))


def _run_here(tasks: Sequence[_RuleTask], context: Context) -> Iterator[Problem]:
    for task in tasks:
        yield from task.run(context)


def _run_in_processes(jobs: int, tasks: Sequence[_RuleTask], context: Context) -> Iterator[Problem]:
    from generator.records.processes import start_pool  # absent in a browser, where jobs are 1

    with start_pool(jobs, (tasks, context.restricted_to(context.requested_files))) as executor:
        for found in executor.map(_run_task, range(len(tasks))):
            yield from found


def _run_task(position: int) -> list[Problem]:
    from generator.records.processes import inherited

    tasks, context = inherited()
    found: list[Problem] = tasks[position].run(context)
    return found
