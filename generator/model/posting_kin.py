"""The sheets of a set that are about one matter: the country's, and the office's own province's.

So are those of one title. All bind by their records, and no record says which gives way: they hang
side by side, and each names the others.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.groups import group_pairs
from generator.model.kin import kin_of
from generator.model.posting import PostingItem, PostingSet
from generator.readings.lowered import lowered

if TYPE_CHECKING:
    from generator.model.edition import Edition


def name_kin(items: PostingSet, edition: "Edition") -> PostingSet:
    """A set whose items name their kin at home, and the others of their title."""
    titles = group_pairs(((_letters(one.entry.title),), code) for code, one in items.items())
    families = _families(edition) if any(map(is_local, items.values())) else {}
    return {
        code: _with_kin(item, families.get(code, ()), titles[_letters(item.entry.title)], items)
        for code, item in items.items()
    }


def sharing_titles(items: PostingSet) -> tuple[tuple[str, ...], ...]:
    """The procedures of a set that share a title, those of each title together, by id."""
    titles = group_pairs(((_letters(one.entry.title),), code) for code, one in items.items())
    return tuple(codes for codes in titles.values() if len(codes) > 1)


def is_local(item: PostingItem) -> bool:
    """Whether a province publishes what a sheet is about."""
    return bool(item.entry.summary.province)


def _families(edition: "Edition") -> Mapping[str, tuple[str, ...]]:
    found = kin_of(edition.entries, edition.catalogue)
    return {code: one.codes for one in found for code in one.codes}


def _letters(title: str) -> str:
    return "".join(filter(str.isalnum, lowered(title)))


def _with_kin(
    item: PostingItem, family: Iterable[str], same_title: Iterable[str], items: PostingSet
) -> PostingItem:
    kin = tuple(_of_the_other_side(item, family, items))
    alike = tuple(code for code in same_title if code not in (item.entry.code, *kin))
    return replace(item, kin=kin, named_alike=alike) if kin or alike else item


def _of_the_other_side(
    item: PostingItem, others: Iterable[str], items: PostingSet
) -> Iterator[str]:
    """Of a family those in the set that a province publishes, for one of the country; and back."""
    for code in others:
        if code in items and is_local(items[code]) is not is_local(item):
            yield code
