"""Two wordings of one subject: the words of one title, and a few more between them in the other."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

_LEAST_SHARE = 0.75
"""Of the words of the longer title, how many the shorter one must have at least."""
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
_NUMBER = re.compile(r"\d+|[ivx]+|[a-zđ]")


def near_wordings(subjects: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of subjects (`subject_key`) of which one only adds words that tell nothing apart.

    The pairs that share most come first. Each subject is compared with those that have the rarest
    of its words alone.
    """
    words = {subject: subject.split() for subject in subjects}
    counts = Counter(word for found in words.values() for word in set(found))
    by_rarest: dict[str, list[str]] = defaultdict(list)
    for subject, found in words.items():
        if found:
            by_rarest[min(found, key=lambda word: (counts[word], word))].append(subject)
    pairs = {
        (short, long)
        for long, found in words.items()
        for word in set(found)
        for short in by_rarest[word]
        if short != long and adds_nothing(words[short], found)
    }
    return sorted(pairs, key=lambda pair: (_difference(pair), pair))


def adds_nothing(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether `long` is `short` with a few words more, none of which makes another procedure."""
    if not _LEAST_SHARE * len(long) <= len(short) < len(long):
        return False
    rest = iter(long)
    return all(word in rest for word in short) and not any(_told_apart(short, long))


def _told_apart(short: Sequence[str], long: Sequence[str]) -> Iterator[bool]:
    """Whether the longer one has more of what tells apart, or other numbers."""
    one, other = (f" {' '.join(words)} " for words in (short, long))
    yield from (other.count(f" {told} ") > one.count(f" {told} ") for told in _TELLING)
    added = Counter(long) - Counter(short)
    yield any(_NUMBER.fullmatch(word) for word in added)


def _difference(pair: tuple[str, str]) -> float:
    short, long = (len(subject.split()) for subject in pair)
    return 1 - short / long
