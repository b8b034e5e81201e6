"""Families: procedures with one subject, at several places or levels, found by rules.

Rules look at titles, fields and the legal basis; what editors joined or split comes after them and
counts more. Procedures stay what they are: a family says only that they belong together.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from generator.law.family_candidates import Candidate
from generator.law.family_titles import notes_authority, notes_level, subject_key, title_words
from generator.law.family_wordings import adds_nothing, is_for_others, near_wordings, said_words
from generator.records.families import FamilyReview
from generator.records.registers import UNKNOWN_AGENCY

_LONG_TITLE = 8
"""Syllables of a title that say enough for it to mean the same in another field."""
ALL_LEVELS = ("central", "province", "district", "commune")
"""The levels of a procedure of which none is stated: it may be of any."""
_LAW = re.compile(r"/(?:QH|UBTVQH)[0-9]+")
"""In the number of a law or an ordinance, which covers too many subjects to tell one."""


class JoinRule(StrEnum):
    """Why a procedure belongs to a family."""

    REVIEWED = "reviewed"
    """An editor joined them (`families.yml`)."""
    TITLE = "title"
    """The titles are equal but for case and punctuation."""
    SUBJECT = "subject"
    """The titles are equal but for level, territory, authority and filling words."""
    WORDING = "wording"
    """A local publisher words the title with a few words more or less."""


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
                for part in _parted_by_note(group):
                    self._join_subject(part)
        for found in _by_field(free).values():
            self._join_wordings(found)

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
        """Join near wordings of publishers none of which tells the two apart."""
        by_subject = {subject_key(one.title): one.code for one in group}
        near = near_wordings(frozenset(by_subject))
        sets = _sets(self._find_root, group if near else ())
        for pair in near:
            one, other = (self._find_root(by_subject[subject]) for subject in pair)
            if one != other and _may_be_one(sets[one], sets[other]):
                self._join((one, other))
                sets[one] += sets[other]

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


def _parted_by_note(group: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    """Candidates of one subject: those whose titles note a level, and the others.

    All of them together, but where a publisher has both at one level: there the note is no note of
    who handles the matter but part of it.
    """
    noted = [one for one in group if notes_level(one.title)]
    plain = [one for one in group if one not in noted]
    met = {key for one in plain for key in _stands(one)}
    yield from (noted, plain) if any(met.intersection(_stands(one)) for one in noted) else (group,)


def _stands(one: Candidate) -> Iterator[tuple[str, str, str]]:
    """Where a procedure of a known publisher and level stands."""
    if one.publisher != UNKNOWN_AGENCY:
        yield from ((one.publisher, one.field, level) for level in one.levels)


def _by_field(group: Iterable[Candidate]) -> Mapping[str, list[Candidate]]:
    fields: dict[str, list[Candidate]] = defaultdict(list)
    for one in group:
        fields[one.field].append(one)
    return fields


def _same_across_fields(one: Candidate, other: Candidate) -> bool:
    """Whether candidates of one subject are kin though their fields differ.

    A long title says so; for two publishers of the country, where neither words it in another way,
    or one says whose authority it means.
    """
    long = len(subject_key(one.title).split()) >= _LONG_TITLE
    return (long and not _have_two_titles(one, other)) or _share_law(one, other)


def _have_two_titles(one: Candidate, other: Candidate) -> bool:
    """Whether two publishers of the country word a subject in two ways, without an authority."""
    both = one.national and other.national and one.publisher != other.publisher
    differ = title_words(one.title) != title_words(other.title)
    return both and differ and not any(notes_authority(each.title) for each in (one, other))


def _sets(root_of: Callable[[str], str], group: Iterable[Candidate]) -> dict[str, list[Candidate]]:
    """The candidates of each set, by its root."""
    sets: dict[str, list[Candidate]] = defaultdict(list)
    for one in group:
        sets[root_of(one.code)].append(one)
    return sets


def _may_be_one(some: Sequence[Candidate], others: Sequence[Candidate]) -> bool:
    """Whether one of two sets is local, and no publisher has procedures of both at one level.

    The country's publishers tell apart by a word, and a province puts them in words of its own.
    What is for persons is never one with what is for organisations, not through a third either.
    """
    subjects = [{subject_key(one.title) for one in found} for found in (some, others)]
    if any(is_for_others(*pair) for pair in product(*subjects)):
        return False
    if all(any(one.national for one in found) for found in (some, others)):
        return False
    if any(one.publisher == UNKNOWN_AGENCY for one in (*some, *others)):
        return False
    levels: dict[str, set[str]] = defaultdict(set)
    for one in some:
        levels[one.publisher].update(one.levels or ALL_LEVELS)
    return not any(levels[one.publisher].intersection(one.levels or ALL_LEVELS) for one in others)


def _share_law(one: Candidate, other: Candidate) -> bool:
    """Whether both rest on a document that is no law: laws cover too many subjects."""
    return any(not _LAW.search(number) for number in one.basis() & other.basis())


def _joins(group: Sequence[Candidate]) -> Iterator[Join]:
    """Why each but the first belongs to those before it: the link that says most."""
    titles: dict[str, Candidate] = {}
    subjects: dict[str, Candidate] = {}
    for one in group:
        title, subject = title_words(one.title), subject_key(one.title)
        if other := titles.get(title):
            yield _join_of(one, other, JoinRule.TITLE)
        elif other := subjects.get(subject):
            yield _join_of(one, other, JoinRule.SUBJECT)
        elif subjects:
            yield _join_of(one, *_worded_like(subject, subjects, group[0]))
        titles.setdefault(title, one)
        subjects.setdefault(subject, one)


def _worded_like(
    subject: str, subjects: Mapping[str, Candidate], first: Candidate
) -> tuple[Candidate, JoinRule]:
    """One of another wording; the first of the family where only an editor says why."""
    words = said_words(subject)
    found = (one for other, one in subjects.items() if adds_nothing(words, said_words(other)))
    near = next(found, None)
    return (near, JoinRule.WORDING) if near else (first, JoinRule.REVIEWED)


def _join_of(one: Candidate, other: Candidate, rule: JoinRule) -> Join:
    return Join(one.code, other.code, rule, tuple(sorted(one.basis() & other.basis())))
