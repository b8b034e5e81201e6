"""Rules and importers end soon on a long stretch of white space, wherever their patterns begin."""

import re

import pytest

from generator.imports.word import printed_names, registers
from generator.law.rules import contradictions, dossier, fees_and_time, words_and_figures
from tests.growth import grows_with_text

GAP = 4000
"""Spaces; each pattern took minutes on them where time grew with the third power."""
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
    def read(text: str) -> None:
        assert len(list(pattern.finditer(text))) <= 1

    assert grows_with_text(read, " ", GAP, end="\0")
