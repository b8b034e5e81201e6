"""Rules over the whole catalogue: one module per family, each rule a declaration and a function."""

from generator.law.rules.engine import Rule, run_rules
from generator.law.rules.hygiene import RULES as HYGIENE
from generator.law.rules.identity import RULES as IDENTITY
from generator.law.rules.posting import RULES as POSTING
from generator.law.rules.references import RULES as REFERENCES
from generator.law.rules.timeline import RULES as TIMELINE

RULES: tuple[Rule, ...] = (*IDENTITY, *REFERENCES, *TIMELINE, *HYGIENE, *POSTING)

__all__ = ["RULES", "Rule", "run_rules"]
