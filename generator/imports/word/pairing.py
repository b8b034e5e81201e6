"""Which row of the list a content belongs to: by position, checked by words.

Names differ between list and content, and whole names are often alike but for one word (bán lẻ,
sản xuất): words that few names have weigh more than those that all have.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.imports.word.contents import ProcedureContent
from generator.imports.word.listing import ListedRow
from generator.law.text import fold_text

_WORD = re.compile(r"[\w/]+")
_LEAD = re.compile(r"\A(?:\d{1,3}[.)]\s+)?(?:trinh tu,? thu tuc|thu tuc|trinh tu)?\s*")
ALIKE = 0.6
"""Names less alike than this are not taken for the same without being asked about."""
_RAREST = 8
_CANDIDATES = 60
SAME_NAME = 0.9
"""Names at least so much alike are the same."""
_LAST_CASE = re.compile(r"(?<!\s)\s*+\((?:trường hợp|đối với|áp dụng)\b[^()]*\)[\s.;]*\Z", re.I)


@dataclass(frozen=True, slots=True)
class NameWeights:
    """How much each word of some names tells: rare words more."""

    weights: Mapping[str, float] = field(default_factory=dict)
    most: float = 1.0

    @classmethod
    def of(cls, names: Iterable[str]) -> "NameWeights":
        """The weights of the words in names: the logarithm of how few have them."""
        bags = [set(words_of_name(name)) for name in names]
        counted = Counter(word for bag in bags for word in bag)
        weights = {word: math.log(1 + len(bags) / count) for word, count in counted.items()}
        return cls(weights, math.log(1 + max(len(bags), 1)))

    def likeness(self, one: str, two: str) -> float:
        """How alike two names are: 1 for the same words, 0 for none in common."""
        first, second = Counter(words_of_name(one)), Counter(words_of_name(two))
        common, whole = self._weight(first & second), self._weight(first | second)
        return common / whole if whole else 0.0

    def _weight(self, words: Counter[str]) -> float:
        return sum(self.weights.get(word, self.most) * count for word, count in words.items())


class NameIndex:
    """The names of a catalogue by their words, so that the most alike one is found at once."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take names by their keys."""
        self._names = names
        self._weights = NameWeights.of(names.values())
        self._holders: dict[str, list[str]] = {}
        for key, name in names.items():
            for word in set(words_of_name(name)):
                self._holders.setdefault(word, []).append(key)

    def likeness(self, key: str, name: str) -> float:
        """How alike a name is to that of a key; 1 for a key without one."""
        known = self._names.get(key)
        return 1.0 if known is None else self._weights.likeness(name, known)

    def find_most_alike(self, name: str) -> tuple[float, str]:
        """How alike the most alike name is, and its key; 0 and "" without one.

        Names that share the rarest words are looked at, each exactly.
        """
        known = [word for word in set(words_of_name(name)) if word in self._holders]
        rarest = sorted(known, key=lambda word: (len(self._holders[word]), word))[:_RAREST]
        shared = Counter(key for word in rarest for key in self._holders[word])
        near = [key for key, _ in shared.most_common(_CANDIDATES)]
        scored = ((self._weights.likeness(name, self._names[key]), key) for key in near)
        return max(scored, default=(0.0, ""))


def without_last_case(name: str) -> str:
    """A name without the case in brackets that only one of two tables adds at its end.

    >>> without_last_case("Cấp giấy phép (Trường hợp bị mất)")
    'Cấp giấy phép'
    """
    return _LAST_CASE.sub("", name)


def words_of_name(name: str) -> list[str]:
    """The words of a name as they are compared: without case, marks and what all begin with."""
    return _WORD.findall(_LEAD.sub("", " ".join(fold_text(name).split())))


@dataclass(frozen=True, slots=True)
class ListedContent:
    """A row with its content; either may lack. `likeness` is that of their names."""

    row: ListedRow | None
    content: ProcedureContent | None
    likeness: float = 1.0

    @property
    def doubtful(self) -> bool:
        """Whether a person should look whether they belong together."""
        return self.row is not None and self.content is not None and self.likeness < ALIKE


def pair_contents(
    rows: Sequence[ListedRow], contents: Sequence[ProcedureContent]
) -> list[ListedContent]:
    """The rows with their contents, then contents that no row names."""
    weights = NameWeights.of([*(r.name for r in rows), *(c.name for c in contents)])
    taken: dict[int, tuple[ProcedureContent, float]] = {}
    loose = []
    for content, place in _positions(rows, contents):
        at = _best(rows, content, place, taken.keys(), weights)
        if at is None:
            loose.append(ListedContent(None, content))
        else:
            taken[at] = (content, weights.likeness(rows[at].name, content.name))
    paired = [
        ListedContent(row, *taken[at]) if at in taken else ListedContent(row, None)
        for at, row in enumerate(rows)
    ]
    return [*paired, *loose]


def _positions(
    rows: Sequence[ListedRow], contents: Sequence[ProcedureContent]
) -> Iterable[tuple[ProcedureContent, int | None]]:
    """Each content with the row that stands at its place among those of its level."""
    counts: Counter[tuple[str, ...]] = Counter()
    for content in contents:
        level = content.levels
        same = [at for at, row in enumerate(rows) if not level or set(level) & set(row.levels)]
        count = counts[level]
        counts[level] += 1
        yield content, same[count] if count < len(same) else None


def _best(
    rows: Sequence[ListedRow],
    content: ProcedureContent,
    place: int | None,
    taken: Iterable[int],
    weights: NameWeights,
) -> int | None:
    free = [at for at in range(len(rows)) if at not in set(taken)]
    coded = [at for at in free if content.code and rows[at].code == content.code]
    if coded:
        return coded[0]
    if place in free and weights.likeness(rows[place].name, content.name) >= ALIKE:
        return place
    level = set(content.levels)
    same = [at for at in free if not level or not rows[at].levels or level & set(rows[at].levels)]
    scored = sorted((weights.likeness(rows[at].name, content.name), -at) for at in same)
    if scored and scored[-1][0] >= SAME_NAME:
        return -scored[-1][1]
    return place if place in free else None
