"""From an edition to a published site, leaving the last good one in place until the end."""

import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from generator.law.edition import Edition
from generator.records.tree import Progress
from generator.site.desk import Desk, Outcome, close_desk, keep_desk, open_desk
from generator.site.docs import do, every_job, missing
from generator.site.publish import publish, recover
from generator.site.render import render_frame, write_config
from generator.site.sitemap import PATH as SITEMAP
from generator.site.sitemap import sitemap


@dataclass(frozen=True, slots=True)
class Places:
    """The project's mkdocs.yml, the folder for generated files, and the site."""

    config: Path
    build: Path
    site: Path


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made; `seconds` of work by kind, all processes together."""

    pages: int
    files: int
    bytes: int
    warnings: tuple[str, ...]
    seconds: Mapping[str, float]


@contextmanager
def alone(build: Path) -> Iterator[None]:
    """Hold the folder for generated files; a second build waits for the first to end."""
    build.mkdir(parents=True, exist_ok=True)
    with (build / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def build(
    edition: Edition,
    places: Places,
    jobs: int = 1,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Built:
    """Write build/docs and the site it makes, and put the site in place of the last good one.

    Work is spread over `jobs` processes, or over an `executor` whose workers see the same folders.
    Raises RenderError or OSError; the last good site is then untouched.
    """
    recover(places.site)
    desk = Desk(edition, places.build / "mkdocs.yml", places.build / "docs", places.build / "site")
    for folder in (desk.docs, desk.site):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    write_config(edition, places.config, places.build)
    warnings = render_frame(desk, edition)
    name = str(places.build / "edition.pickle")
    with _workers(name, desk, jobs, executor) as workers:
        outcome = do(name, every_job(edition), workers, progress)
    _write_sitemap(desk, outcome)
    lost = [f"no such page: {path}" for path in missing(outcome, desk)]
    return _published(desk, places, outcome, (*warnings, *lost))


@contextmanager
def _workers(
    name: str, desk: Desk, jobs: int, executor: Executor | None
) -> Iterator[Executor | None]:
    """The executor to use; None to work in this process."""
    open_desk(name, desk)
    try:
        if executor is not None:
            keep_desk(name, desk)
            yield executor
        elif jobs == 1:
            yield None
        else:
            with ProcessPoolExecutor(jobs, get_context("fork")) as pool:
                yield pool
    finally:
        close_desk(name)


def _write_sitemap(desk: Desk, outcome: Outcome) -> None:
    settings = desk.edition.catalogue.settings
    content = sitemap(settings.base_url if settings else "", outcome.sitemap)
    for folder in (desk.docs, desk.site):
        (folder / SITEMAP).write_bytes(content)


def _published(desk: Desk, places: Places, outcome: Outcome, warnings: Sequence[str]) -> Built:
    finished = _beside(desk.site, places.site)
    files = [file for file in finished.rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files)
    publish(finished, places.site)
    return Built(outcome.pages, len(files), size, tuple(warnings), outcome.seconds)


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


