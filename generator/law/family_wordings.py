"""Two wordings of one subject: a few words more in either title, none instead of another."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

_LEAST_SHARE = 0.75
"""Of the words of the longer title, how many both must have at least."""
_RAREST = 2
"""How many of its rarest words a subject is compared by."""
_TELLING = (
    "lai5",
    "đôi3",
    "gia han5",
    "cai3 chinh1",
    "chinh3",
    "bô3 sung",
    "thu hôi2",
    "bo3",
    "xoa1",
    "huy3",
    "châm1 dưt5",
    "không",
    "chưa",
    "trư2",
    "ngoai2",
    "lân2 đâu2",
    "môt5 phân2",
    "tach1",
)
"""Words of a subject that make another procedure of it: acts, exceptions, degrees."""
_PERSON = (
    r"(?:(?:thanh2 viên )?hô5 gia đinh2|ca1 nhân|công5 đông2 dân cư"
    r"|ngươi2 (?:gôc1 )?viêt5 nam đinh5 cư nươc1 ngoai2)"
)
_PERSONS = re.compile(rf"\b{_PERSON}(?: {_PERSON})*\b")
"""Persons and households in any order and number: publishers list them in words of their own."""
_ORGANISATIONS = re.compile(r"\btô3 chưc1\b")
_FIELDS = 1 << 10
"""For how many fields near wordings are cached: most edits leave the titles of a field alone."""
_NUMBER = re.compile(r"\d+|[ivx]+|[a-zđ]")


@lru_cache(_FIELDS)
def near_wordings(subjects: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of subjects (`subject_key`) whose words differ by some that tell nothing apart.

    The pairs that share most come first. A subject is compared with those alone that have one of
    its rarest words.
    """
    words = {subject: said_words(subject) for subject in subjects}
    counts = Counter(word for found in words.values() for word in set(found))
    having: dict[str, list[str]] = defaultdict(list)
    for subject, found in words.items():
        for word in set(found):
            having[word].append(subject)
    pairs = {
        (min(one, other), max(one, other))
        for one, found in words.items()
        for word in sorted(set(found), key=lambda word: (counts[word], word))[:_RAREST]
        for other in having[word]
        if one != other
    }
    near = [pair for pair in pairs if adds_nothing(*(words[subject] for subject in pair))]
    return tuple(sorted(near, key=lambda pair: (_difference(*(words[one] for one in pair)), pair)))


def said_words(subject: str) -> list[str]:
    """The words by which subjects are compared: persons who hold something are one word.

    >>> said_words("câp1 đât1 hô5 gia đinh2 ca1 nhân") == said_words("câp1 đât1 ca1 nhân")
    True
    """
    return _PERSONS.sub("person", subject).split()


def is_for_others(one: str, other: str) -> bool:
    """Whether one of two subjects is for persons alone, and the other for organisations too.

    >>> is_for_others("câp1 đât1 tô3 chưc1", "câp1 đât1 ca1 nhân")
    True
    >>> is_for_others("câp1 đât1 tô3 chưc1", "câp1 đât1")
    False
    """
    without = [said for said in (one, other) if not _ORGANISATIONS.search(said)]
    return len(without) == 1 and bool(_PERSONS.search(without[0]))


def adds_nothing(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether each has a few words more than the other, none of which makes another procedure.

    A word that stands instead of another one does.
    """
    least = _LEAST_SHARE * max(len(one), len(other))
    if min(len(one), len(other)) < least or any(_told_apart(one, other)):
        return False
    parts = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    shared = sum(end - start for kind, start, end, *_ in parts if kind == "equal")
    return shared >= least and all(kind != "replace" for kind, *_ in parts)


def _told_apart(one: Sequence[str], other: Sequence[str]) -> Iterator[bool]:
    """Whether one has more of what tells apart than the other, or other numbers."""
    first, second = (f" {' '.join(words)} " for words in (one, other))
    yield from (first.count(f" {told} ") != second.count(f" {told} ") for told in _TELLING)
    counts = Counter(one), Counter(other)
    differing = (counts[0] - counts[1]) + (counts[1] - counts[0])
    yield any(_NUMBER.fullmatch(word) for word in differing)


def _difference(one: Sequence[str], other: Sequence[str]) -> float:
    """How many words only one has, of all that both have."""
    counts = Counter(one), Counter(other)
    return 1 - (counts[0] & counts[1]).total() / (counts[0] | counts[1]).total()
