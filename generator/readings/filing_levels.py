"""Which of several desks is for whom, where fields name desks of several levels and no cases."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from generator.readings.body import Level
from generator.readings.door import FilingQuote
from generator.readings.evidence import Reading
from generator.readings.filing_clauses import Passage
from generator.readings.filing_merge import is_stated_office
from generator.readings.filing_said import quote_match
from generator.readings.filing_window import Doors
from generator.readings.filing_words import RECEIVED
from generator.readings.sentences import sentence_at
from generator.readings.step_actors import StepActor, find_actor

_DESK = r"trung tâm (?:phục vụ )?hành chính công"
_TO_DESK = re.compile(
    rf"(?<!\w)(?:nộp|gửi)\s[^.;\n]{{0,200}}?hồ sơ[^.;\n]{{0,240}}?{_DESK}[^.;\n]{{0,80}}"
)
"""Words by which somebody hands in at a desk."""
_LEADS_TO_DESKS = re.compile(
    r"(?<!\w)(?:nộp|gửi)\s[^.;\n]{0,60}?hồ sơ\s(?:đến|tới|về|tại)\s(?:các )?cơ quan[^.;\n:]{0,60}"
    rf"sau[^.;\n:]{{0,60}}:\s{{0,9}}\n[^\n]{{0,200}}{_DESK}"
)
"""The same, where a list of bodies follows, each with its desk."""
_OF_COMMUNE = re.compile(r"(?:cấp|của) xã|(?:ubnd|ủy ban nhân dân) xã")
_OF_PROVINCE = re.compile(r"cấp tỉnh|(?:của|công|dân) (?:tỉnh|thành phố)|(?<!\w)sở\s")
_LEVELS = {Level.PROVINCE, Level.COMMUNE}
_MOST = 8

Quotes = tuple[Reading[FilingQuote], ...]


def told_by_level(quotes: Quotes, words: Iterable[Passage], answer: Doors) -> Quotes:
    """The quotations, behind those that lead some to the province's desk and some to the commune's.

    No others unless `answer` has desks of both levels by fields, and none of them a case.
    """
    offices = [one for one in answer if is_stated_office(one)]
    levels = {level for one in offices for level in one.value.levels}
    of_fields = all(one.evidence[0].pointer[0] != "steps" for one in offices)
    if not (levels >= _LEVELS and of_fields) or any(one.value.case for one in offices):
        return quotes
    words = tuple(words)
    found = tuple(_lists(words)) or _apart(words)
    told = {one.value.text for one in found}
    beside = (replace(one, value=replace(one.value, beside=True)) for one in found)
    return (*beside, *(one for one in quotes if one.value.text not in told))


def _lists(words: Iterable[Passage]) -> Iterator[Reading[FilingQuote]]:
    for passage in words:
        for match in islice(_LEADS_TO_DESKS.finditer(passage.low), 1):
            yield quote_match(passage, match)


def _apart(words: Iterable[Passage]) -> Quotes:
    """The sentences on one level alone, where there are some on each."""
    found = {said.value.text: (level, said) for level, said in _of_one_level(words)}
    levels = {level for level, _ in found.values()}
    return tuple(said for _, said in found.values()) if levels == _LEVELS else ()


def _of_one_level(words: Iterable[Passage]) -> Iterator[tuple[Level, Reading[FilingQuote]]]:
    for passage in words:
        for match in islice(_TO_DESK.finditer(passage.low), _MOST):
            level = _level(match[0])
            if level and not _is_of_office(passage, match):
                yield level, quote_match(passage, match)


def _level(said: str) -> Level | None:
    """The only level that words name."""
    commune, province = _OF_COMMUNE.search(said), _OF_PROVINCE.search(said)
    if (commune is None) is (province is None):
        return None
    return Level.COMMUNE if commune else Level.PROVINCE


def _is_of_office(passage: Passage, match: re.Match[str]) -> bool:
    sentence = sentence_at(passage.low, match.start())
    is_later = RECEIVED.search(sentence.partition(match[0])[0]) is not None
    return is_later or find_actor(sentence, 0, len(sentence)).actor is StepActor.OFFICE
