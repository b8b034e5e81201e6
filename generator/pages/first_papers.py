"""The first names of a dossier whose papers cannot all be named: whole, and the others counted."""

from collections.abc import Iterator
from dataclasses import replace

from generator.pages.named_papers import NamedGroup, PaperNames, names_lines

FIRST = 10
"""So many papers at least are named in a long dossier."""


def first_names(names: PaperNames, room: float, least: int = FIRST) -> PaperNames | None:
    """As many of the first names as have room, with the titles of all groups if these have too.

    None where not even `least` have room; one name is always shown.
    """
    for titled in (True, False):
        found = None
        for shown in _growing(names, least, titled):
            if names_lines(shown) > room and (found or titled or least > 1):
                break
            found = shown
        if found:
            return found
    return None


def _growing(names: PaperNames, least: int, titled: bool) -> Iterator[PaperNames]:
    for most in range(least, sum(len(group.names) for group in names.groups) + 1):
        yield _first(names, most, titled)


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
