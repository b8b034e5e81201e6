"""Exceptions from rules: data with a reason and an end date."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleException:
    """Findings of `rule` in the file `record` are accepted until `until`, that day included."""

    rule: str
    record: str
    reason: str
    until: date
    at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exceptions:
    """exceptions.yml."""

    exceptions: tuple[RuleException, ...]
