"""The first names of a dossier whose papers cannot all be named: whole, and the others counted."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from generator.pages.named_papers import NamedGroup, PaperNames, names_lines

FIRST = 10
"""So many papers at least are named in a long dossier."""


def first_names(names: PaperNames, room: float) -> PaperNames | None:
    """As many of the first names as have room, with the titles of all groups if these have too.

    None where not even ten have room.
    """
    for titled in (True, False):
        fitting = takewhile(lambda one: names_lines(one) <= room, _growing(names, titled))
        if found := deque(fitting, maxlen=1):
            return found[0]
    return None


def least_names(names: PaperNames) -> PaperNames:
    """The first ten names, whether they have room or not: a reader scrolls to them."""
    return _first(names, FIRST, titled=False)


def _growing(names: PaperNames, titled: bool) -> Iterator[PaperNames]:
    every = sum(len(group.names) for group in names.groups)
    return (_first(names, most, titled) for most in range(FIRST, every + 1))


def _first(names: PaperNames, most: int, titled: bool) -> PaperNames:
    """So many of the first names; of the groups that follow the title and count, or all in one."""
    groups: list[NamedGroup] = []
    for group in names.groups:
        kept = group.names[:most]
        left = group.left_out + len(group.names) - len(kept)
        groups.append(replace(group, names=kept, left_out=left))
        most -= len(kept)
    if titled:
        return replace(names, groups=tuple(groups))
    rest = [group for group in groups if not group.names]
    return replace(
        names,
        groups=tuple(group for group in groups if group.names),
        left_out=sum(group.left_out for group in rest),
        groups_left=len(rest),
    )
