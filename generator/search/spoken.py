"""Citizens' words, given to the titles that hold the official ones.

A pair of citizen-words.yml says that people say "sổ đỏ" where titles say "giấy chứng nhận quyền
sử dụng đất". Every title that holds the official words receives the citizens' words: as a name
of the procedure when the official words are most of the title, else as words about it. So
"hộ khẩu" leads to "Đăng ký thường trú" before it leads to every title that mentions it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.law.edition import Edition
from generator.law.entry import Entry
from generator.records.memory import kept, once
from generator.records.registers import WordPair
from generator.search.analyser import pairs, syllables, terms, title_syllables

_OPENING = ("thu", "tuc")
_A_NAME = 0.95
"""From this share of the title on, the official words are what the procedure is called."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Terms that people use for a procedure, beyond those of its title: its names, and others."""

    names: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Pair:
    officials: tuple[str, ...]
    terms: frozenset[str]
    fields: tuple[str, ...]


class Vocabulary:
    """The pairs of words of an edition, ready to be looked for in titles."""

    def __init__(self, edition: Edition) -> None:
        """Analyse every pair once."""
        self._pairs = tuple(map(_prepared, edition.catalogue.citizen_words))

    def of(self, entry: Entry) -> Spoken:
        """What people call a procedure, from its own record and from the pairs."""
        return _spoken(entry.code, entry, self._pairs)


@kept
def _spoken(_code: str, entry: Entry, known: tuple[_Pair, ...]) -> Spoken:
    title = _named(entry.title)
    names = _terms((*entry.procedure.citizen_words, *entry.procedure.keywords))
    words: set[str] = set()
    for pair in known:
        if pair.fields and entry.procedure.field not in pair.fields:
            continue
        share = _share(pair.officials, title)
        if share:
            (names if share >= _A_NAME else words).update(pair.terms)
    titled = {*title, *pairs(title)}
    return Spoken(frozenset(names - titled), frozenset(words - names - titled))


def _named(title: str) -> Sequence[str]:
    """The syllables of a title without the "Thủ tục" that some begin with."""
    found = title_syllables(title)
    return found[2:] if found[:2] == _OPENING and len(found) > 2 else found


@once
def _prepared(pair: WordPair) -> _Pair:
    officials = tuple(_padded(syllables(text)) for text in pair.official)
    return _Pair(officials, frozenset(_terms(pair.words)), pair.fields)


def _share(officials: Iterable[str], title: Sequence[str]) -> float:
    """How much of the title the longest official wording in it is, 0 when it holds none."""
    text = _padded(title)
    held = [len(official.split()) for official in officials if official in text]
    return max(held, default=0) / max(1, len(title))


def _padded(syllables: Sequence[str]) -> str:
    return f" {' '.join(syllables)} "


def _terms(texts: Iterable[str]) -> set[str]:
    return {term for text in texts for term in terms(text)}
