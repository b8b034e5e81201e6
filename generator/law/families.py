"""Families: procedures with one subject, at several places or levels, found by rules.

Rules look at titles, fields and the legal basis; what editors joined or split comes after them and
counts more. Procedures stay what they are: a family says only that they belong together.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.law.family_titles import ACTS, subject_key, title_words
from generator.records.families import FamilyReview

_LONG_TITLE = 8
"""Syllables of a title that say enough for it to mean the same in another field."""
_MORE_WORDS = 2
"""Syllables that one of two titles may repeat where the other does not."""
GENERAL_ACTS = frozenset(
    {"63/2010/NĐ-CP", "61/2018/NĐ-CP", "45/2020/NĐ-CP", "107/2021/NĐ-CP", "118/2025/NĐ-CP"}
)
"""Decrees on how any procedure is handled: that two procedures cite them says nothing."""


class JoinRule(StrEnum):
    """Why a procedure belongs to a family."""

    REVIEWED = "reviewed"
    """An editor joined them (`families.yml`)."""
    TITLE = "title"
    """The titles are equal but for case and punctuation."""
    SUBJECT = "subject"
    """The titles are equal but for level, territory, authority and filling words."""
    WORDING = "wording"
    """Two publishers' titles have the same words, and one repeats some of them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """What rules look at of a procedure; `basis` gives the numbers of its legal documents.

    `national`: it holds in the whole country. `family` is the one that a site gave it, if any.
    """

    code: str
    title: str
    field: str
    publisher: str
    national: bool
    basis: Callable[[], frozenset[str]]
    family: str = ""


@dataclass(frozen=True, slots=True)
class Join:
    """Why `code` belongs to the family of `to`: the rule, and the legal documents both rest on."""

    code: str
    to: str
    rule: JoinRule
    basis: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kin:
    """The codes of a family, national originals first, and why each but the first is in it."""

    codes: tuple[str, ...]
    joins: tuple[Join, ...]

    @property
    def id(self) -> str:
        """The code of the first: the national original, or the smallest code."""
        return self.codes[0]


def find_families(
    candidates: Sequence[Candidate], reviews: Iterable[FamilyReview] = ()
) -> tuple[Kin, ...]:
    """The families among candidates; a procedure without kin has none."""
    groups = _Groups(candidates, tuple(reviews))
    groups.join_by_rules()
    groups.join_reviewed()
    return tuple(groups.families())


class _Groups:
    """Candidates in disjoint sets, and the reviews that bind them."""

    def __init__(self, candidates: Sequence[Candidate], reviews: tuple[FamilyReview, ...]) -> None:
        self._of = {one.code: one for one in candidates}
        self._parents = {code: code for code in self._of}
        self._joined = [[c for c in one.join if c in self._of] for one in reviews]
        self._split = {code for one in reviews for code in one.split}

    def join_by_rules(self) -> None:
        """Join what the rules join, but for those that an editor split off."""
        free = [one for one in self._of.values() if one.code not in self._split]
        for group in _grouped((one.family, one) for one in free if one.family):
            self._join(one.code for one in group)
        for key in (title_words, subject_key):
            for group in _grouped((key(one.title), one) for one in free):
                self._join_subject(group)
        same = _grouped((frozenset(subject_key(one.title).split()), one) for one in free)
        for group in same:
            self._join_wordings(group)

    def join_reviewed(self) -> None:
        """Join what editors joined."""
        for codes in self._joined:
            self._join(codes)

    def families(self) -> Iterator[Kin]:
        """The sets that have several candidates, by their first codes."""
        sets = _grouped((self._find_root(code), one) for code, one in self._of.items())
        found = [sorted(group, key=lambda one: (not one.national, one.code)) for group in sets]
        for group in sorted(found, key=lambda members: members[0].code):
            yield Kin(tuple(one.code for one in group), tuple(_joins(group)))

    def _join_subject(self, group: Sequence[Candidate]) -> None:
        """Join one subject within a field; across fields, where a long title or the law says so."""
        first, *others = (tuple(found) for found in _by_field(group).values())
        self._join(one.code for one in first)
        done = [first]
        for found in others:
            self._join(one.code for one in found)
            for before in done:
                if any(_same_across_fields(one, other) for one in before for other in found):
                    self._join((before[0].code, found[0].code))
            done.append(found)

    def _join_wordings(self, group: Sequence[Candidate]) -> None:
        for found in _by_field(group).values():
            subjects = list({subject_key(one.title): one for one in found}.values())
            for at, one in enumerate(subjects):
                for other in subjects[at + 1 :]:
                    if one.publisher != other.publisher and _repeats(one, other):
                        self._join((one.code, other.code))

    def _join(self, codes: Iterable[str]) -> None:
        roots = [self._find_root(code) for code in codes]
        for root in roots[1:]:
            self._parents[self._find_root(root)] = self._find_root(roots[0])

    def _find_root(self, code: str) -> str:
        while self._parents[code] != code:
            self._parents[code] = self._parents[self._parents[code]]
            code = self._parents[code]
        return code


def _grouped(pairs: Iterable[tuple[object, Candidate]]) -> list[list[Candidate]]:
    """Candidates that share a key, where there are several."""
    groups: dict[object, list[Candidate]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return [group for group in groups.values() if len(group) > 1]


def _by_field(group: Iterable[Candidate]) -> Mapping[str, list[Candidate]]:
    fields: dict[str, list[Candidate]] = defaultdict(list)
    for one in group:
        fields[one.field].append(one)
    return fields


def _same_across_fields(one: Candidate, other: Candidate) -> bool:
    """Whether candidates of one subject are kin though their fields differ."""
    if title_words(one.title) == title_words(other.title) and len(one.title.split()) >= _LONG_TITLE:
        return True
    return bool(one.basis() & other.basis())


def _repeats(one: Candidate, other: Candidate) -> bool:
    """Whether the longer of two titles only repeats words, none of which is an act."""
    short, long = sorted((subject_key(c.title).split() for c in (one, other)), key=len)
    if len(long) - len(short) > _MORE_WORDS:
        return False
    rest = iter(long)
    inserted = list(long)
    for word in short:
        if word not in rest:
            return False
        inserted.remove(word)
    return not ACTS.intersection(inserted)


def _joins(group: Sequence[Candidate]) -> Iterator[Join]:
    """Why each but the first belongs to those before it: the link that says most."""
    for number, one in enumerate(group[1:], 1):
        rules = [_rule_of(one, other) for other in group[:number]]
        rule = min(rules, key=_STRONGEST.index)
        other = group[rules.index(rule)]
        yield Join(one.code, other.code, rule, tuple(sorted(one.basis() & other.basis())))


_STRONGEST = (JoinRule.TITLE, JoinRule.SUBJECT, JoinRule.WORDING, JoinRule.REVIEWED)


def _rule_of(one: Candidate, other: Candidate) -> JoinRule:
    if title_words(one.title) == title_words(other.title):
        return JoinRule.TITLE
    subjects = [subject_key(candidate.title) for candidate in (one, other)]
    if subjects[0] == subjects[1]:
        return JoinRule.SUBJECT
    same_words = set(subjects[0].split()) == set(subjects[1].split())
    return JoinRule.WORDING if same_words else JoinRule.REVIEWED
