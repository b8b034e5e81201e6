"""Names of papers that were cut for two screens: what room is left goes to one after the other."""

from collections.abc import Iterable
from dataclasses import replace

from generator.pages.named_papers import NamedGroup, PaperNames, names_lines

_SPARE = 1
"""Lines that stay free: the lines of a name may be misjudged by one."""


def fill_room(names: PaperNames, wider: Iterable[PaperNames], room: float) -> PaperNames:
    """Names with more words where these still have room: the title of a group, then its papers.

    `wider`: all papers with names that have no room together, from the shortest on.
    """
    for more in wider:
        for at, group in enumerate(names.groups):
            for place in range(-1, len(group.names)):
                longer = _with_longer(names.groups[at], more.groups[group.number], place)
                tried = _with_group(names, at, longer)
                if names_lines(tried) <= room - _SPARE:
                    names = tried
    return names


def _with_group(names: PaperNames, at: int, group: NamedGroup) -> PaperNames:
    return replace(names, groups=(*names.groups[:at], group, *names.groups[at + 1 :]))


def _with_longer(group: NamedGroup, other: NamedGroup, place: int) -> NamedGroup:
    """A group with the title, or one name, of another where that is longer."""
    if place < 0:
        return replace(group, title=max(other.title, group.title, key=len))
    name = max(*other.names[place : place + 1], group.names[place], "", key=len)
    return replace(group, names=(*group.names[:place], name, *group.names[place + 1 :]))
