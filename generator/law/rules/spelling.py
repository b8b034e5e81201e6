"""Rules on words that are spelled as syllables are, but not as offices spell them.

Records that were imported keep the words of their source, which is where they are corrected.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from generator.findings.problem import Severity
from generator.law.rules.engine import Breach, Rule, here
from generator.law.rules.sources import PRACTICE
from generator.law.rules.text import EVERY_KIND
from generator.law.rules.traversal import lowered_text, texts_of, whole_text
from generator.law.syllables import spells_alike
from generator.law.tables import usual_words
from generator.law.text import excerpt, fold_text
from generator.records.memoize import memoize_recent

_PAIR = re.compile(r"(?<![^\W\d_])([^\W\d_]++) (?=([^\W\d_]++))")
_AS_PEOPLE_SPELL = frozenset(("citizen_words", "words", "spellings"))
"""Keys of what people type."""


_Pair = tuple[str, str]


@cache
def _proper_words() -> dict[_Pair, str]:
    """Usual words of two syllables by their syllables without marks."""
    return _by_syllables(usual_words().words)


@cache
def _proper_bodies() -> dict[_Pair, str]:
    """How names of bodies begin, by their syllables without marks."""
    return _by_syllables(usual_words().bodies)


@cache
def _other_words() -> frozenset[str]:
    """Words, or two words side by side, that have the letters of a usual one by chance."""
    return frozenset(_listed(usual_words().others))


def _by_syllables(words: str) -> dict[_Pair, str]:
    pairs = ((one, one.partition(" ")) for one in _listed(words))
    return {(_folded(first), _folded(last)): one for one, (first, _, last) in pairs}


def _listed(words: str) -> list[str]:
    return [one.strip() for one in words.split("|")]


_folded = lru_cache(1 << 14)(fold_text)


@lru_cache(1 << 15)
def _meant(pair: _Pair) -> str | None:
    """The usual word of which a pair has other marks; None for the word itself and for others.

    >>> _meant(("hò", "sơ")), _meant(("Sỡ", "Tư")), _meant(("hồ", "sơ")), _meant(("sơ", "tài"))
    ('hồ sơ', 'Sở Tư', None, None)
    """
    named = pair[0].istitle() and pair[1].istitle()
    syllables = (_folded(pair[0]), _folded(pair[1]))
    proper = (_proper_bodies() if named else _proper_words()).get(syllables)
    lower = f"{pair[0]} {pair[1]}".lower() if proper else ""
    if proper is None or lower == proper or lower.isascii() or lower in _other_words():
        return None
    if spells_alike(lower, proper):
        return None
    return proper.title() if named else proper


def _is_usual(pair: _Pair) -> bool:
    """Whether two syllables are a usual word: the second begins no other one (Hồ Sơ Tại Quầy)."""
    syllables = (_folded(pair[0]), _folded(pair[1]))
    return _proper_words().get(syllables) == f"{pair[0]} {pair[1]}".lower()


def _of_the_house(pair: _Pair) -> str | None:
    """How offices spell a word that others spell with i: đăng kí."""
    return usual_words().house.get(f"{pair[0]} {pair[1]}".lower())


@memoize_recent
def pairs_in(record: object) -> frozenset[_Pair]:
    """The pairs of words that stand side by side in a record."""
    return frozenset(_PAIR.findall(whole_text(record)))


_HINTS_OF_THE_HOUSE = ("kí", "kĩ", "kì", "lí", "mĩ", "qui ")
"""Letters without one of which there is nothing to spell otherwise."""


def _not_as_the_house(record: object) -> Iterator[Breach]:
    """A word that others spell with i."""
    whole = lowered_text(record)
    if any(hint in whole for hint in _HINTS_OF_THE_HOUSE):
        yield from _pairs(_of_the_house)(record)


def _pairs(meant: Callable[[_Pair], str | None]) -> Callable[[object], Iterator[Breach]]:
    """A check that reports the first pair in each text for which another one is meant."""

    def check(record: object) -> Iterator[Breach]:
        """The first such pair in each text."""
        if not any(map(meant, pairs_in(record))):
            return
        for pointer, text in texts_of(record):
            before = ""
            for found in _PAIR.finditer(text) if not _AS_PEOPLE_SPELL & set(pointer[-2:]) else ():
                proper = meant((found[1], found[2]))
                before, earlier = found[1], before
                if proper and not _is_usual((earlier, found[1])):
                    values = {"found": f"{found[1]} {found[2]}", "meant": proper}
                    yield here(*pointer, around=excerpt(text, found.start()), **values)
                    break

    return check


def _rule(code: str, check: Callable[[object], Iterator[Breach]]) -> Rule:
    return Rule(code, Severity.WARNING, PRACTICE, check, EVERY_KIND, written_here=True)


RULES = (_rule("VS539", _not_as_the_house), _rule("VS540", _pairs(_meant)))
