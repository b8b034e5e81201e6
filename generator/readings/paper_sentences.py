"""The sentences of steps that speak of papers, and words in them."""

import re

from generator.findings.problem import Pointer
from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Evidence, evidence_of
from generator.readings.sentences import begins_with_case

REACH = 4_000
"""Characters of a step in which papers are looked for."""
_CLAUSE_END = re.compile(r"[.;](?=\s|\Z)|\n(?![a-zđ])")


def sentence_around(words: Evidence, match: re.Match[str]) -> tuple[int, int]:
    """The sentence around some words, from its first word on, or the case that leads to it."""
    ends = [one.end() for one in _CLAUSE_END.finditer(words.words, 0, match.start())]
    stop = _CLAUSE_END.search(words.words, match.end())
    start, end = max(ends, default=0), stop.start() if stop else len(words.words)
    start = _case_above(words.words, start)
    return skip_marks(words.words, start, end), end


def _case_above(said: str, start: int) -> int:
    """Where the line before begins, if it is of a case and leads on; else where the words do."""
    line = said[:start].rstrip().rpartition("\n")[2]
    mark = skip_marks(line, 0, len(line))
    leads = line.endswith(":") and begins_with_case(line[mark:])
    return said.rindex(line, 0, start) + mark if leads else start


def words_within(words: Evidence, start: int, length: int) -> Evidence:
    """Some of the words of a step, by where they begin in them."""
    pointer: Pointer = words.pointer
    found = evidence_of(pointer, words.words, start, start + length)
    return Evidence(pointer, words.start + start, words.start + start + length, found.words)
