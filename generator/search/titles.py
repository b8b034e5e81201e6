"""Titles as a forward index: small to send, true to the letter, and ready to be searched.

`words` holds every distinct word once, in lower case, the most frequent first; a title is one
character per word. Commas and their like are words of their own that `GLUE` ties to the word
before; capitals are words too: `CAPITAL` says how the next word is written, `CAPITALS` that words
in capitals begin or end. A title begins with a capital, unless it begins with `PLAIN`. Two
neighbours that many titles share are a `phrase`, numbered after the words, which may be part of
another. That is a third smaller than the text, and only the distinct words have to be analysed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

GLUE = "\x01"
CAPITAL = "\x02"
CAPITALS = "\x03"
PLAIN = "\x04"
_FIRST_CHARACTER = 0x21
_SURROGATES = range(0xD800, 0xE000)
_ROUNDS = 6
"""Rounds of making phrases; a phrase of one may become a part of one of the next."""
_A_ROUND = 20
"""Phrases found in one round: words of one are in no other, so that all can be replaced at once."""
_SHARED = 25
"""A phrase that fewer titles share is not worth its place."""
_MARKS = ",;.:)"


@dataclass(frozen=True, slots=True)
class Encoded:
    """Words, phrases (two characters each) and titles, each with a space between."""

    words: str
    phrases: str
    titles: str


@lru_cache(1)
def encoded(titles: tuple[str, ...]) -> Encoded:
    """Titles as words and phrases; most changes leave all of them as they are."""
    split = [list(_words(title)) for title in titles]
    used = Counter(word for words in split for word in words)
    words = sorted(used, key=lambda word: (-used[word], word))
    place = {word: number for number, word in enumerate(words)}
    lines = [[place[word] for word in title] for title in split]
    phrases: list[tuple[int, int]] = []
    for _ in range(_ROUNDS):
        lines = _replace_common_pairs(lines, phrases, len(words))
    return Encoded(
        " ".join(words), " ".join(map(characters, phrases)), " ".join(map(characters, lines))
    )


def _replace_common_pairs(
    lines: list[list[int]], phrases: list[tuple[int, int]], first: int
) -> list[list[int]]:
    """Replace the most common pairs, adding them to `phrases`; no word is in two new ones."""
    used = Counter(pair for line in lines for pair in pairwise(line))
    numbers: dict[tuple[int, int], int] = {}
    taken: set[int] = set()
    for pair, times in sorted(used.items(), key=lambda found: (-found[1], found[0])):
        if times < _SHARED or len(numbers) == _A_ROUND:
            break
        if taken.isdisjoint(pair):
            numbers[pair] = first + len(phrases)
            phrases.append(pair)
            taken.update(pair)
    return [_replaced(line, numbers) for line in lines]


def _replaced(line: list[int], numbers: dict[tuple[int, int], int]) -> list[int]:
    """A line with the number of its phrase for each pair that has one, from left to right."""
    short: list[int] = []
    for number in line:
        phrase = numbers.get((short[-1], number)) if short else None
        if phrase is None:
            short.append(number)
        else:
            short[-1] = phrase
    return short


def characters(numbers: Iterable[int]) -> str:
    """One character per number, none of them a space or half of a surrogate pair."""
    return "".join(map(_character, numbers))


def _character(number: int) -> str:
    code = number + _FIRST_CHARACTER
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def numbers(written: str) -> list[int]:
    """The numbers of some characters.

    >>> numbers(characters([0, 90, 60_000]))
    [0, 90, 60000]
    """
    return [_number(ord(character)) for character in written]


def _number(code: int) -> int:
    return (code if code < _SURROGATES.start else code - len(_SURROGATES)) - _FIRST_CHARACTER


def _words(title: str) -> Iterator[str]:
    """The words and marks of a title, as the head of this module describes them."""
    words = list(_toggled(_marked(title)))
    if words[0] == CAPITAL:
        return iter(words[1:])
    return iter(words if words[0] == CAPITALS else (PLAIN, *words))


def _marked(title: str) -> Iterator[str]:
    """The words of a title, each behind the mark of its capitals, and its commas and their like."""
    for chunk in title.split(" "):
        word = chunk.rstrip(_MARKS)
        marks = chunk[len(word) :]
        yield from _cased(word or marks[:1])
        yield from (GLUE + mark for mark in marks[0 if word else 1 :])


def _cased(word: str) -> Iterator[str]:
    """A word in small letters behind the mark of its capitals; one of mixed letters as it is."""
    lower = word.lower()
    if lower == word:
        yield word
    elif lower[:1].upper() + lower[1:] == word:
        yield from (CAPITAL, lower)
    elif lower.upper() == word:
        yield from (CAPITALS, lower)
    else:
        yield word


def _toggled(words: Iterable[str]) -> Iterator[str]:
    """Words, of which each in capitals has its mark, with marks only where a run begins or ends.

    A run goes on over words that capitals do not change.
    """
    within, marked = False, False
    for word in words:
        if word == CAPITALS:
            marked = True
            continue
        if marked != within and (marked or word.upper() != word):
            within = marked
            yield CAPITALS
        yield word
        marked = False
