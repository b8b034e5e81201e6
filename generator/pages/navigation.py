"""The links that lead to the pages of a site: on the home page, at the top and at the foot of each.

A page that is to be found names its place here in one `NavigationEntry`, which stands in the entry
of the task that makes it (`site/tasks.py`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator import addresses
from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.nodes.blocks import ListBlock, bullets
from generator.pages.nodes.inline import link, text

NamedPath = tuple[str, str]
"""The words of a link, and the source path that it leads to."""


def _in_every_edition(_: Edition) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class NavigationEntry:
    """Where links to a page stand.

    `home`, `menu` and `foot` are its rank among the ways in on the home page (its words are
    `list.<name>`), in the menu at the top of every page (`list.menu_<name>`) and at the foot of
    every page (`template.<name>`): a lower rank stands first, and without one the link is left out.
    It is left out too of an edition without what it `needs`.
    """

    name: str
    path: str
    home: int | None = None
    menu: int | None = None
    foot: int | None = None
    needs: Callable[[Edition], bool] = _in_every_edition


@dataclass(frozen=True, slots=True)
class Navigation:
    """The links of an edition: the ways in on its home page, its menu and its foot."""

    home: tuple[NamedPath, ...] = ()
    menu: tuple[NamedPath, ...] = ()
    foot: tuple[NamedPath, ...] = ()

    @property
    def paths(self) -> set[str]:
        """Every source path that it leads to."""
        return {path for links in (self.home, self.menu, self.foot) for _, path in links}


def navigation_of(entries: Iterable[NavigationEntry], words: Words) -> Navigation:
    """The links of some entries, each with its words, in the order of their ranks."""
    found = list(entries)
    return Navigation(
        _ranked(((one.home, one) for one in found), "list.", words),
        _ranked(((one.menu, one) for one in found), "list.menu_", words),
        _ranked(((one.foot, one) for one in found), "template.", words),
    )


def _ranked(
    entries: Iterable[tuple[int | None, NavigationEntry]], prefix: str, words: Words
) -> tuple[NamedPath, ...]:
    ranked = [(rank, one) for rank, one in entries if rank is not None]
    ordered = sorted(ranked, key=lambda pair: pair[0])
    return tuple((words(f"{prefix}{one.name}"), one.path) for _, one in ordered)


def ways_in(navigation: Navigation, here: str) -> ListBlock:
    """The ways in of the home page, as links from the page `here`."""
    return bullets(
        link(text(name), addresses.relative(path, here)) for name, path in navigation.home
    )
