"""The folders of a build: one build at a time, and none over what is no site."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

_SETTINGS = "mkdocs.yml"
DEFAULT_SETTINGS = Path(__file__).parent / _SETTINGS
"""The settings of MkDocs for a site that has none of its own."""


def find_settings(project: Path) -> Path:
    """The mkdocs.yml that a site inherits: that of its project, else the one in this package."""
    own = project / _SETTINGS
    return own.resolve() if own.is_file() else DEFAULT_SETTINGS


def path_from(folder: Path, path: Path) -> str:
    """A path seen from a folder; as it is where Windows has the two on different drives."""
    try:
        return os.path.relpath(path, folder)
    except ValueError:
        return str(path)


@contextmanager
def lock_build(build: Path) -> Iterator[None]:
    """Lock the folder for generated files; a second build waits until the first has ended.

    The lock belongs to this process alone: its children do not hold it when they outlive it, and
    it ends with the process. Raises OSError where the folder cannot be made.
    """
    build.mkdir(parents=True, exist_ok=True)
    with FileLock(build / ".lock"):
        yield


def is_replaceable(site: Path, sources: tuple[Path, ...]) -> bool:
    """Whether a build may replace the folder `site`: it holds no source, and looks like a site."""
    target = site.resolve()
    holds_source = any(source.resolve().is_relative_to(target) for source in sources)
    foreign = target.exists() and not _is_site(target)
    return not holds_source and not foreign


def _is_site(folder: Path) -> bool:
    return folder.is_dir() and ((folder / "index.html").is_file() or not any(folder.iterdir()))


def is_writable(site: Path) -> bool:
    """Whether the system lets a build put something at `site`."""
    nearest = next(one for one in (site, *site.parents) if one.exists())
    return os.access(nearest, os.W_OK)
