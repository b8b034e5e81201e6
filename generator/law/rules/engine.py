"""A rule is a declaration (code, severity, legal source, first day) and a pure function.

A record rule looks at one record and nothing else: it runs where the record is read, in any
process, and its answer is kept with the record. A catalogue rule looks at everything at once.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from traceback import format_exc
from typing import Any

from generator.findings.problem import CRASHED, TRACEBACK, Pointer, Problem, Severity
from generator.law.rules.context import Context
from generator.law.rules.sources import LegalSource

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Breach:
    """One place that breaks a rule: the file, the key, and the values for the sentence.

    An empty `path` stands for the record the rule is looking at.
    """

    path: str
    pointer: Pointer = ()
    values: Mapping[str, Any] = field(default_factory=dict)
    on_key: bool = False

    def shown_at_key(self) -> "Breach":
        """The same breach, shown where the key stands and not its value."""
        return replace(self, on_key=True)


def here(*pointer: str | int, **values: object) -> Breach:
    """A breach in the record that a record rule is looking at."""
    return Breach("", pointer, values)


def at(path: str, *pointer: str | int, **values: object) -> Breach:
    """A breach in the file `path`."""
    return Breach(path, pointer, values)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; its sentences stand in `locale/` under `findings.<code>`.

    `source` is the law with the first day on which it holds; what was decided before is judged
    by the law of its own day. `imported` is the severity for records imported from another
    system, when that differs. `kinds` names the records a record rule looks at; without it, `check`
    is given the `Context`. A catalogue rule is `per_file` when its breaches in one file do not
    depend on which other files are requested: it may run on some files at a time.
    `written_here` says that a record rule leaves imported records alone: they keep what their
    source says, and are corrected there.
    `needs` names kinds of records whose absence it would take for a fact: while one of them cannot
    be read, which is reported itself, it finds nothing. Of the kinds in `needs_named`, only records
    that name one that cannot be read are passed over.
    """

    code: str
    severity: Severity
    source: LegalSource
    check: Callable[[Any], Iterable[Breach]]
    kinds: tuple[str, ...] = ()
    imported: Severity | None = None
    per_file: bool = False
    written_here: bool = False
    needs: tuple[str, ...] = ()
    needs_named: tuple[str, ...] = ()

    def problem(self, breach: Breach, path: str, imported: bool) -> Problem:
        """The problem that a breach of this rule is."""
        severity = self.imported if imported and self.imported else self.severity
        found = breach.path or path
        return Problem(
            found, self.code, breach.pointer, breach.values, severity, on_key=breach.on_key
        )


def apply_record_rules(rules: Iterable[Rule], path: str, record: Any) -> Iterator[Problem]:
    """Run record rules for a kind of record on one that was read from `path`."""
    imported = getattr(record, "source", None) is not None
    for rule in rules:
        if not (imported and rule.written_here):
            yield from _apply(rule, record, lambda _: path, lambda _: imported)


def apply_catalogue_rules(rules: Iterable[Rule], context: Context) -> Iterator[Problem]:
    """Run catalogue rules one after another."""
    for rule in rules:
        if not rule.kinds and context.unread_kinds.isdisjoint(rule.needs):
            found = _apply(rule, context, lambda path: path, context.is_imported)
            waits = not context.unread_kinds.isdisjoint(rule.needs_named)
            for problem in found:
                if not (waits and context.names_unread(problem.path, rule.needs_named)):
                    yield problem


def _apply(
    rule: Rule, subject: object, path: Callable[[str], str], imported: Callable[[str], bool]
) -> list[Problem]:
    """The problems that a rule finds; a rule that crashes is itself a problem."""
    try:
        breaches = list(rule.check(subject))
    except MemoryError:  # of the machine, and no fault of a rule
        raise
    except Exception as error:  # a broken rule must not hide what the others find
        file = path("") or "catalogue.yml"
        _log.info("rule %s crashed on %s", rule.code, file, exc_info=True)
        reason = f"{type(error).__name__}: {error}"
        values = {"rule": rule.code, "reason": reason, TRACEBACK: format_exc()}
        return [Problem(file, CRASHED, values=values)]
    return [rule.problem(b, path(b.path), imported(b.path)) for b in breaches]
