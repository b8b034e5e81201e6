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
from generator.law.rules.traversal import texts_of, whole_text
from generator.law.syllables import spells_alike
from generator.law.tables import set_words
from generator.law.text import excerpt, fold_text

_PAIR = re.compile(r"([^\W\d_]+) (?=([^\W\d_]+))")
_AS_PEOPLE_SPELL = frozenset(("citizen_words", "words", "spellings"))
"""Keys of what people type."""


@cache
def _proper_words() -> dict[str, str]:
    """Usual words of two syllables by their form without marks."""
    return {fold_text(one): one for one in _listed(set_words().words)}


@cache
def _proper_bodies() -> dict[str, str]:
    """How names of bodies begin, by their form without marks."""
    return {fold_text(one): one for one in _listed(set_words().bodies)}


@cache
def _other_words() -> frozenset[str]:
    """Words, or two words side by side, that have the letters of a usual one by chance."""
    return frozenset(_listed(set_words().others))


def _listed(words: str) -> list[str]:
    return [one.strip() for one in words.split("|")]


@lru_cache(1 << 15)
def _meant(pair: tuple[str, str]) -> str | None:
    """The usual word of which a pair has other marks; None for the word itself and for others.

    >>> _meant(("hò", "sơ")), _meant(("Sỡ", "Tư")), _meant(("hồ", "sơ")), _meant(("sơ", "tài"))
    ('hồ sơ', 'Sở Tư', None, None)
    """
    text = " ".join(pair)
    folded, lower = fold_text(text), text.lower()
    named = all(one[:1].isupper() for one in pair)
    proper = _proper_words().get(folded) or (_proper_bodies().get(folded) if named else None)
    if proper is None or lower.isascii() or lower in _other_words():
        return None
    if spells_alike(lower, proper):
        return None
    return proper.title() if named else proper


@lru_cache(1 << 15)
def _of_the_house(pair: tuple[str, str]) -> str | None:
    """How offices spell a word that others spell with i: đăng kí."""
    return set_words().house.get(" ".join(pair).lower())


def _pairs(meant: Callable[[tuple[str, str]], str | None]) -> Callable[[object], Iterator[Breach]]:
    """A check that reports the first pair in each text for which another one is meant."""

    def check(record: object) -> Iterator[Breach]:
        """The first such pair in each text."""
        if not any(map(meant, set(_PAIR.findall(whole_text(record))))):
            return
        for pointer, text in texts_of(record):
            for found in _PAIR.finditer(text) if not _AS_PEOPLE_SPELL & set(pointer[-2:]) else ():
                proper = meant((found[1], found[2]))
                if proper:
                    values = {"found": f"{found[1]} {found[2]}", "meant": proper}
                    yield here(*pointer, around=excerpt(text, found.start()), **values)
                    break

    return check


def _rule(code: str, check: Callable[[object], Iterator[Breach]]) -> Rule:
    return Rule(code, Severity.WARNING, PRACTICE, check, EVERY_KIND, written_here=True)


RULES = (_rule("VS539", _pairs(_of_the_house)), _rule("VS540", _pairs(_meant)))
