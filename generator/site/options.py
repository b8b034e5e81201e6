"""What a build is given and what it reports."""

from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from generator.records.tree import Progress


@dataclass(frozen=True, slots=True)
class BuildPaths:
    """The mkdocs.yml to inherit, the folder for generated files, and the site."""

    config: Path
    build: Path
    site: Path


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """Who runs the tasks: `jobs` processes, or an executor.

    The workers of an executor see the same folders, unless they are `remote`: then files come back
    as bytes. Up to `inline_up_to` pages are made in the process that builds, whose caches are warm
    when it stays, as in a preview. `approve` is called before anything is published; when it
    raises, nothing is. With `look_after`, files of the site that were touched since the last build
    are found by size and time and made anew; with `verify`, everything is made anew and compared.
    With `desk`, pages lead to the desk, which is written once they are there.
    """

    jobs: int = 1
    executor: Executor | None = None
    remote: bool = False
    progress: Progress | None = None
    approve: Callable[[], None] | None = None
    inline_up_to: int = 0
    look_after: bool = True
    verify: bool = False
    desk: bool = False


@dataclass(frozen=True, slots=True)
class BuildReport:
    """The figures of a build: of the whole site, and how many pages were made (`done`).

    `seconds` are those of each kind of work, all processes together; `warnings` say, among others,
    which links lead nowhere. `repaired` counts the files of the site that somebody had damaged,
    removed or added since the last build; None when that was not looked for.
    """

    pages: int
    files: int
    bytes: int
    done: int
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]
    repaired: int | None = None
