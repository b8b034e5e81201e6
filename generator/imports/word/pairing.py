"""Which row of the list a content belongs to: by code and name, then by how alike names are.

Names differ between list and content, and whole names are often alike but for one word (bán lẻ,
sản xuất): words that few names have weigh more than those that all have.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.imports.word.listing import ListedRow
from generator.imports.word.procedure_content import ProcedureContent
from generator.law.short_forms import SHORT_FORMS
from generator.law.text import fold_text

_WORD = re.compile(r"[\w/]+")
_LEAD = re.compile(
    r"\A(?:(?:\d{1,3}|[ivxlc]{1,6})[.)]\s+)?"
    r"(?:(?:quy trinh(?: so)?|qt)\s?[-–.]?\s?\d{1,3}\s?[:.–-]\s?)?"
    r"(?:quy trinh(?:\s+noi bo)?(?:\s+giai quyet)?\s*:?\s*)?"
    r"(?:(?:ten )?(?:trinh tu,? thu tuc|thu tuc|trinh tu)(?: hanh chinh\s?:)?)?\s*"
)
ALIKE = 0.6
"""Names less alike than this are not taken for the same without being asked about."""
_UNLIKE = 0.3
"""Names less alike than this are never taken for the same."""
_RAREST = 8
_CANDIDATES = 60
SAME_NAME = 0.9
"""Names at least so much alike are the same."""
_WRITTEN_OUT = {fold_text(s): _WORD.findall(fold_text(whole)) for s, whole in SHORT_FORMS.items()}
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
    """The words of a name as they are compared: without case, marks and what all begin with, short
    forms written out.

    >>> words_of_name("2. Thủ tục cấp GP")
    ['cap', 'giay', 'phep']
    """
    words = _WORD.findall(_LEAD.sub("", " ".join(fold_text(name).split())))
    return [whole for word in words for whole in _WRITTEN_OUT.get(word, (word,))]


@dataclass(frozen=True, slots=True)
class ListedContent:
    """A row with its content; either may lack. `likeness` is that of their names."""

    row: ListedRow | None
    content: ProcedureContent | None
    likeness: float = 1.0

    @property
    def doubtful(self) -> bool:
        """Whether a person should look whether they belong together."""
        return self.row is not None and self.content is not None and self.likeness < SAME_NAME


def pair_contents(
    rows: Sequence[ListedRow], contents: Sequence[ProcedureContent]
) -> list[ListedContent]:
    """The rows with their contents, then contents that no row names."""
    pairer = _ContentPairer(rows, contents)
    pairer.join_all()
    held = {row: contents[at] for at, row in pairer.rows_of.items()}
    paired = [
        ListedContent(row, held[at], pairer.likeness(row, held[at]))
        if at in held
        else ListedContent(row, None)
        for at, row in enumerate(rows)
    ]
    loose = (one for at, one in enumerate(contents) if at not in pairer.rows_of)
    return [*paired, *(ListedContent(None, one) for one in loose)]


class _ContentPairer:
    """Finds the row of each content: by its code, its name, how alike names are, as the last."""

    def __init__(self, rows: Sequence[ListedRow], contents: Sequence[ProcedureContent]) -> None:
        self._rows = rows
        self._contents = contents
        self._weights = NameWeights.of([*(r.name for r in rows), *(c.name for c in contents)])
        self.rows_of: dict[int, int] = {}

    def likeness(self, row: ListedRow, content: ProcedureContent) -> float:
        """How alike the names of a row and of a content are."""
        return self._weights.likeness(row.name, content.name)

    def join_all(self) -> None:
        """Pair what is sure first."""
        self._join_same(lambda row: row.code or "", lambda content: content.code or "")
        self._join_same(
            lambda row: " ".join(words_of_name(row.name)),
            lambda content: " ".join(words_of_name(content.name)),
        )
        self._join_alike()
        self._join_last()

    def _join_same(
        self,
        of_row: Callable[[ListedRow], str],
        of_content: Callable[[ProcedureContent], str],
    ) -> None:
        """Pair contents with the first row that says the same; those of two levels in order."""
        for at, content in self._free_contents():
            wanted = of_content(content)
            same = (row for row in self._free_rows(content) if of_row(self._rows[row]) == wanted)
            row = next(same, None) if wanted else None
            if row is not None:
                self.rows_of[at] = row

    def _join_alike(self) -> None:
        """Pair the most alike names first; of those as much alike, the nearest in order."""
        scored = [
            (self.likeness(self._rows[row], content), -abs(row - at), at, row)
            for at, content in self._free_contents()
            for row in self._free_rows(content)
        ]
        for likeness, _, at, row in sorted(scored, reverse=True):
            if likeness >= ALIKE and at not in self.rows_of and row not in self.rows_of.values():
                self.rows_of[at] = row

    def _join_last(self) -> None:
        """Pair the one row and the one content that are left of a level, unless they are unlike."""
        levels = dict.fromkeys(content.levels for _, content in self._free_contents())
        for level in levels:
            left = [(at, one) for at, one in self._free_contents() if one.levels == level]
            rows = self._free_rows(left[0][1])
            if len(rows) == len(left) == 1 and self._is_near(rows[0], left[0][1]):
                self.rows_of[left[0][0]] = rows[0]

    def _is_near(self, row: int, content: ProcedureContent) -> bool:
        """Whether names are somewhat alike, or one has all the words of the other."""
        listed = self._rows[row]
        names = (set(words_of_name(listed.name)), set(words_of_name(content.name)))
        is_part = all(names) and (names[0] <= names[1] or names[1] <= names[0])
        return is_part or self.likeness(listed, content) >= _UNLIKE

    def _free_contents(self) -> list[tuple[int, ProcedureContent]]:
        pairs = enumerate(self._contents)
        return [(at, one) for at, one in pairs if at not in self.rows_of]

    def _free_rows(self, content: ProcedureContent) -> list[int]:
        """The rows that have no content yet and may be of the level of one."""
        taken, level = set(self.rows_of.values()), set(content.levels)
        return [
            at
            for at, row in enumerate(self._rows)
            if at not in taken and (not level or not row.levels or level & set(row.levels))
        ]
