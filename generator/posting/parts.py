"""A large set in parts that are printed one after the other: memory holds one of them."""

from collections.abc import Iterator
from itertools import groupby

from generator.model.posting import PostingItem, PostingSet

_MOST = 100
"""Sheets of a part: Typst takes about five megabytes for one."""


def printed_parts(items: PostingSet) -> list[PostingSet]:
    """A set in parts; a field that fits into one part stays whole."""
    parts: list[dict[str, PostingItem]] = []
    for chunk in _chunks(items):
        if parts and len(parts[-1]) + len(chunk) <= _MOST:
            parts[-1].update(chunk)
        else:
            parts.append(chunk)
    return list(parts)


def _chunks(items: PostingSet) -> Iterator[dict[str, PostingItem]]:
    """Fields whole, those that are too large for one part cut."""
    by_field = groupby(items.items(), key=lambda pair: _field_of(pair[1]))
    for pairs in (list(found) for _, found in by_field):
        for start in range(0, len(pairs), _MOST):
            yield dict(pairs[start : start + _MOST])


def _field_of(item: PostingItem) -> tuple[str, str]:
    return item.group, item.entry.procedure.field
