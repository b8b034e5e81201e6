"""A rule is data (code, severity) and a pure function from a catalogue to places that break it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.records.catalogue import Catalogue
from generator.records.problems import Pointer, Problem, Severity


@dataclass(frozen=True, slots=True)
class Breach:
    """One place that breaks a rule: the file, the key, and the values for the sentence."""

    path: str
    pointer: Pointer = ()
    values: Mapping[str, object] = field(default_factory=dict)
    on_key: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule; its sentences stand in `locale/` under `findings.<code>`."""

    code: str
    severity: Severity
    check: Callable[[Catalogue], Iterable[Breach]]


def run_rules(rules: Iterable[Rule], catalogue: Catalogue) -> Iterator[Problem]:
    """Run rules one after another; a rule that crashes is itself a problem and the rest go on."""
    for rule in rules:
        try:
            yield from [_problem(rule, breach) for breach in rule.check(catalogue)]
        except Exception as error:  # a broken rule must not hide what the others find
            values = {"rule": rule.code, "reason": f"{type(error).__name__}: {error}"}
            yield Problem("catalogue.yml", "HT901", values=values)


def _problem(rule: Rule, breach: Breach) -> Problem:
    return Problem(
        breach.path,
        rule.code,
        breach.pointer,
        breach.values,
        rule.severity,
        on_key=breach.on_key,
    )
