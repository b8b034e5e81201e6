"""Whether the texts of records have the words of a line."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.imports.portal.lossless import strings_of
from generator.imports.word.blocks import WordLine
from generator.imports.word.labels import unlabelled
from generator.imports.word.parts import STEP_HEAD
from generator.records.serialise import serialise

MARKS = " -+*•–;,.:"
"""Bullets and the marks that end an item; records leave them out."""
_SHORTEST = 3
"""Words of fewer letters are found in any text: they prove nothing."""
_LONG = 20
"""So many letters are in no text by chance."""
_BESIDE = 12
"""So many letters of the line before or behind tell where a short one stands."""


def goes_on_beside(words: str, text: str, beside: tuple[str, str]) -> bool:
    """Whether a text has words together with the end of the line before or the one behind."""
    before, behind = beside[0][-_BESIDE:], beside[1][:_BESIDE]
    joined = (f"{before} {words}", f"{before}{words}", f"{words} {behind}", f"{words}{behind}")
    return any(one.strip(MARKS) in text for one in joined if len(one) > len(words) + 1)


def is_written(line: WordLine, text: str) -> bool:
    """Whether the text of records has all words of a line, but for labels and marks."""
    return any(holds_all(pieces, text) for pieces in _wanted_words(line))


def _wanted_words(line: WordLine) -> Iterator[tuple[str, ...]]:
    """The words to look for: a line, or all around a label, a colon or "Bước 1" in it."""
    ways = (
        (line.words,),
        tuple(unlabelled(line.text)),
        (STEP_HEAD.sub("", line.words),),
        tuple(line.text.split(": ", 1)),
    )
    for texts in ways:
        yield tuple(filter(_is_enough, (single_spaced(text).strip(MARKS) for text in texts)))


def _is_enough(text: str) -> bool:
    return len(text) >= _SHORTEST


def words_in(records: Iterable[object]) -> str:
    """Every text of some records, a line each, with single spaces."""
    texts = (text for one in records for _, text in strings_of(serialise(one)))
    return "\n".join(single_spaced(text) for text in texts)


def single_spaced(text: str) -> str:
    """A text with one space for each run of white space, and none at its ends."""
    return " ".join(text.split())


def holds_all(pieces: Sequence[str], text: str) -> bool:
    """Whether a text has every piece of some words; of no words it has nothing."""
    return any(pieces) and all(holds_words(one, text) for one in pieces)


def holds_words(words: str, text: str) -> bool:
    """Whether a text has words; few letters, which stand in any text, only as a whole clause."""
    if len(words) >= _LONG:
        return words in text
    clause = rf"(?:^|[^\w\s]\s*){re.escape(words)}(?=\s*(?:$|[^\w\s]))"
    return re.search(clause, text, re.MULTILINE) is not None
