"""The explanation of a kind of finding: its declaration, its sentences, its example."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.findings.problem import Severity
from generator.law.rules import RULES
from generator.law.rules.examples import Example, examples
from generator.law.rules.sources import HOUSE, PRACTICE
from generator.locale import Words
from generator.records.comments import COMMENT_CODE

_PLACEHOLDER = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One kind of finding; `source` is a law as it is cited, or why there is a rule without one."""

    code: str
    title: str
    severity: Severity
    source: str
    fix: str
    since: date | None = None
    imported: Severity | None = None
    example: Example | None = None

    @property
    def family(self) -> str:
        """The first two letters of the code."""
        return self.code[:2]


def explanation(code: str, words: Words) -> Explanation | None:
    """The explanation of a code; None when nothing has that code."""
    if not words.has(f"findings.{code}.title"):
        return None
    rule = next((rule for rule in RULES if rule.code == code), None)
    source = rule.source if rule else HOUSE
    named = source.citation
    return Explanation(
        code=code,
        title=words(f"findings.{code}.title"),
        severity=rule.severity if rule else _severity_in_reading(code),
        source=words(f"rule.{named}") if source in (HOUSE, PRACTICE) else named,
        fix=_fix_of_any(code, words),
        since=source.since,
        imported=rule.imported if rule else None,
        example=examples().get(code),
    )


def _fix_of_any(code: str, words: Words) -> str:
    """How to fix findings of a code, with dots for what differs between them."""
    exception = words("hint.exception", code=code, path="…")
    fix = words(f"findings.{code}.fix").replace("{exception}", exception)
    return _PLACEHOLDER.sub("…", fix)


def _severity_in_reading(code: str) -> Severity:
    """The severity of what is found while a file is read."""
    return Severity.WARNING if code == COMMENT_CODE else Severity.ERROR


def explanations(words: Words) -> Iterator[Explanation]:
    """Every kind of finding, in the order of the codes of their families."""
    codes = dict.fromkeys(key.split(".")[1] for key in words.entries if key.startswith("findings."))
    found = (explanation(code, words) for code in codes)
    yield from (one for one in found if one)
