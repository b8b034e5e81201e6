"""The sheets of a set that are about one matter: the country's, and the office's own province's.

Both bind by their records, and no record says which gives way: both hang, and each names the
other one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.kin import kin_of
from generator.model.posting import PostingItem, PostingSet

if TYPE_CHECKING:
    from generator.model.edition import Edition


def name_kin(items: PostingSet, edition: "Edition") -> PostingSet:
    """A set whose items name their kin at home: `kin` is empty for all others."""
    if not any(one.entry.summary.province for one in items.values()):
        return items
    found = kin_of(edition.entries, edition.catalogue)
    codes = {code: one.codes for one in found for code in one.codes}
    return {code: _with_kin(item, codes.get(code, ()), items) for code, item in items.items()}


def _with_kin(item: PostingItem, others: Iterable[str], items: PostingSet) -> PostingItem:
    kin = tuple(_of_the_other_side(item, others, items))
    return replace(item, kin=kin) if kin else item


def _of_the_other_side(
    item: PostingItem, others: Iterable[str], items: PostingSet
) -> Iterator[str]:
    """Of a family those in the set that a province publishes, for one of the country; and back."""
    local = bool(item.entry.summary.province)
    for code in others:
        if code in items and bool(items[code].entry.summary.province) is not local:
            yield code
