"""Citizens' words, given to the titles that hold the official ones.

A pair of citizen-words.yml says that people say "sổ đỏ" where titles say "giấy chứng nhận quyền
sử dụng đất". Every title that holds the official words receives the citizens' words: as a name
of the procedure when the official words are most of the title, else as words about it. So
"hộ khẩu" leads to "Đăng ký thường trú" before it leads to every title that mentions it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.records.memoize import memoize_by_identity, memoize_last
from generator.records.registers import WordPair
from generator.search.analyser import analyse, pairs, syllables, title_syllables, whole

_OPENING = ("thu", "tuc")
_A_NAME = 0.95
"""From this share of the title on, the official words are what the procedure is called."""


@dataclass(frozen=True, slots=True)
class CitizensTerms:
    """Terms that people use for a procedure, beyond those of its title: its names, and others."""

    names: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    officials: tuple[str, ...]
    terms: frozenset[str]
    wholes: frozenset[str]
    fields: tuple[str, ...]


Vocabulary = Mapping[str, Sequence[tuple[str, _Pair]]]
"""Official words with their pair, by the syllable that they begin with."""


def vocabulary(edition: Edition) -> Vocabulary:
    """The pairs of words of an edition, ready to be looked for in titles."""
    return _sorted_by_beginning(tuple(map(_prepared, edition.catalogue.citizen_words)))


@memoize_last
def _sorted_by_beginning(known: Sequence[_Pair]) -> Vocabulary:
    found: dict[str, list[tuple[str, _Pair]]] = defaultdict(list)
    for pair in known:
        for official in pair.officials:
            for first in official.split()[:1]:
                found[first].append((official, pair))
    return found


def citizens_terms(entry: PublishedProcedure, known: Vocabulary) -> CitizensTerms:
    """What people call a procedure, from its own record and from the pairs."""
    title = named_syllables(entry.title)
    own = (*entry.procedure.citizen_words, *entry.procedure.keywords)
    names = _terms(own) | _wholes(own)
    words: set[str] = set()
    for pair, length in _held(title, known).items():
        if not pair.fields or entry.procedure.field in pair.fields:
            is_name = length >= _A_NAME * len(title)
            (names if is_name else words).update(pair.terms)
            names.update(pair.wholes if is_name else ())
    titled = {*title, *pairs(title)}
    return CitizensTerms(frozenset(names - titled), frozenset(words - names - titled))


def _held(title: Sequence[str], known: Vocabulary) -> Mapping[_Pair, int]:
    """The pairs whose official words a title holds, with the syllables of the longest of these."""
    text = _padded(title)
    held: dict[_Pair, int] = {}
    for syllable in dict.fromkeys(title):
        for official, pair in known.get(syllable, ()):
            if official in text:
                held[pair] = max(held.get(pair, 0), official.count(" ") - 1)
    return held


def named_syllables(title: str) -> Sequence[str]:
    """The syllables of a title without the "Thủ tục" that some begin with."""
    found = title_syllables(title)
    return found[2:] if found[:2] == _OPENING and len(found) > 2 else found


@memoize_by_identity
def _prepared(pair: WordPair) -> _Pair:
    officials = tuple(_padded(syllables(text)) for text in pair.official)
    wholes = frozenset(_wholes(pair.words))
    return _Pair(officials, frozenset(_terms(pair.words)), wholes, pair.fields)


def _padded(syllables: Sequence[str]) -> str:
    return f" {' '.join(syllables)} "


def _terms(texts: Iterable[str]) -> set[str]:
    return {term for text in texts for term in analyse(text)}


def _wholes(texts: Iterable[str]) -> set[str]:
    """What tells that a question is all of what people call a procedure, not a part of it."""
    return {whole(syllables(text)) for text in texts}
