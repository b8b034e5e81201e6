"""Rules and importers end soon on a long stretch of white space, wherever their patterns begin."""

import re
import time

import pytest

from generator.imports.word import printed_names, registers
from generator.law.rules import contradictions, dossier, fees_and_time, words_and_figures

SECONDS = 1.0
"""Each took minutes where time grew with the third power."""
GAP = " " * 4000
PATTERNS = (
    printed_names._CODE,
    registers._END,
    contradictions._LENGTH,
    fees_and_time._AMOUNT,
    words_and_figures._UNIT_BEHIND,
    *(pattern for pattern, _ in dossier._HELD),
)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_ends_soon_on_a_long_gap(pattern: re.Pattern[str]) -> None:
    start = time.process_time()
    assert len(list(pattern.finditer(f"{GAP}\0"))) <= 1
    assert time.process_time() - start < SECONDS
