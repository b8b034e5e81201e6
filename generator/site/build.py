"""From an edition to a published site, leaving the last good one in place until the end."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.law.edition import Edition
from generator.records.tree import Progress
from generator.site.docs import Written, share_edition, write_docs
from generator.site.publish import publish, recover
from generator.site.render import render, write_config


@dataclass(frozen=True, slots=True)
class Places:
    """The project's mkdocs.yml, the folder for generated files, and the site."""

    config: Path
    build: Path
    site: Path


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    written: Written
    files: int
    bytes: int
    warnings: tuple[str, ...]


@contextmanager
def alone(build: Path) -> Iterator[None]:
    """Hold the folder for generated files; a second build waits for the first to end."""
    build.mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def write(edition: Edition, places: Places, jobs: int, progress: Progress | None = None) -> Written:
    """Write build/docs and build/mkdocs.yml anew."""
    recover(places.site)
    docs = places.build / "docs"
    shutil.rmtree(docs, ignore_errors=True)
    docs.mkdir(parents=True)
    write_config(edition, places.config, places.build)
    if jobs == 1:
        return write_docs(edition, docs, None, progress)
    with ProcessPoolExecutor(
        jobs, initializer=share_edition, initargs=(edition, docs)
    ) as executor:
        return write_docs(edition, docs, executor, progress)


def render_and_publish(edition: Edition, places: Places, written: Written) -> Built:
    """Render build/docs into build/site and put it in place of the last good site.

    Raises RenderError or OSError; the last good site is then untouched.
    """
    finished = places.build / "site"
    shutil.rmtree(finished, ignore_errors=True)
    warnings = render(places.build / "mkdocs.yml", edition)
    finished = _beside(finished, places.site)
    files = [file for file in finished.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    publish(finished, places.site)
    return Built(written, len(files), size, tuple(warnings))


def _beside(finished: Path, site: Path) -> Path:
    """The finished site on the file system of its destination, copied there if need be."""
    site.parent.mkdir(parents=True, exist_ok=True)
    if finished.stat().st_dev == site.parent.stat().st_dev:
        return finished
    copy = site.with_name(site.name + ".new")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(finished, copy)
    return copy


def safe_site(site: Path, sources: tuple[Path, ...]) -> bool:
    """Whether a build may replace the folder `site`: it holds no source, and looks like a site."""
    target = site.resolve()
    holds_source = any(source.resolve().is_relative_to(target) for source in sources)
    foreign = target.exists() and any(target.iterdir()) and not (target / "index.html").is_file()
    return not holds_source and not foreign and os.access(_nearest(target), os.W_OK)


def _nearest(path: Path) -> Path:
    return path if path.exists() else _nearest(path.parent)


