"""What a task is, and a kind of tasks: the keys that an edition has, and what makes their files."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.model.edition import Edition
from generator.model.nation import Nation
from generator.pages.listing import Listing
from generator.pages.navigation import NavigationEntry
from generator.pages.page import Page

File = tuple[str, bytes]
"""A file that is no page: its path below `docs`, and its content."""
Output = Page | File
Made = Page | Listing | File
"""What the function of an entry makes; a listing stands for its pages and its data."""


@dataclass(frozen=True, slots=True)
class Task:
    """Files that are made together: the kind names the entry, the key one record or list of it."""

    kind: str
    key: str = ""

    @property
    def name(self) -> str:
        """The name of the task in the build manifest."""
        return f"{self.kind}/{self.key}"


@dataclass(frozen=True, slots=True)
class TaskKind:
    """One entry: the keys that an edition has, and the function that makes the files of a key.

    `batch` is how many a worker is given at a time. `timing` is the kind of work under which its
    time is counted (`timing.*` in `locale/`). With `warmed`, a preview makes it once at start, so
    that its caches are full before the first change. Sites of `publishers` have it, sites of
    `nations`, or both. `navigation` says where links to its pages stand.
    """

    name: str
    make: Callable[[str, Edition], Iterable[Made]]
    keys: Callable[[Edition], Iterable[str]]
    batch: int
    timing: str = "pages"
    warmed: bool = False
    publishers: bool = True
    nations: bool = False
    navigation: tuple[NavigationEntry, ...] = ()

    def belongs_to(self, edition: Edition) -> bool:
        """Whether sites of this kind of edition have it."""
        return self.nations if isinstance(edition, Nation) else self.publishers

    def tasks(self, edition: Edition) -> Iterator[Task]:
        """The tasks of this kind that an edition has."""
        if self.belongs_to(edition):
            yield from (Task(self.name, key) for key in self.keys(edition))


def single_task(
    name: str,
    make: Callable[[Edition], Iterable[Made]],
    timing: str = "pages",
    publishers: bool = True,
    nations: bool = False,
    navigation: tuple[NavigationEntry, ...] = (),
) -> TaskKind:
    """An entry that is about the whole edition, and has one task."""
    data = timing != "pages"
    return TaskKind(
        name,
        lambda _, edition: make(edition),
        _one_key,
        1,
        timing,
        data,
        publishers,
        nations,
        navigation,
    )


def _one_key(_: Edition) -> Iterable[str]:
    return ("",)
