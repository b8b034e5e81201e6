"""What a worker makes of a few jobs: Markdown for MkDocs, the same as HTML, and data files.

A desk is everything that jobs need. A process that was forked after `open_desk` has it already;
any other, on this machine or on another one that sees the same folder, reads it from its file.
"""

import os
import pickle
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath

from generator.exports.feeds import feeds
from generator.exports.json_api import decision_json, lists_json, procedure_json
from generator.exports.opensearch import opensearch
from generator.exports.tables import figure_rows
from generator.law.edition import Edition
from generator.pages.all import Job, pages_of
from generator.pages.page import Page
from generator.search.files import search_files
from generator.site.quick.template import Press
from generator.site.sitemap import Row
from generator.site.static import assets

File = tuple[str, bytes]

DATA: dict[str, Callable[[Edition], Iterable[File]]] = {
    "search": search_files,
    "feeds": feeds,
    "index": lists_json,
    "figures": figure_rows,
    "opensearch": opensearch,
    "assets": lambda _: assets(),
}
"""Data files that are about everything at once, by the key of their job."""


@dataclass(frozen=True)
class Desk:
    """An edition, and the folders that its pages go to."""

    edition: Edition
    config: Path
    docs: Path
    site: Path

    @cached_property
    def press(self) -> Press:
        """The template of the site, read once in each process."""
        return Press(self.config)


@dataclass(slots=True)
class Outcome:
    """What came of some jobs: how much was written, what leads where, and seconds by kind of work."""

    pages: int = 0
    files: int = 0
    sitemap: list[Row] = field(default_factory=list)
    links: set[str] = field(default_factory=set)
    seconds: dict[str, float] = field(default_factory=dict)

    def add(self, other: "Outcome") -> None:
        """Take in another outcome."""
        self.pages += other.pages
        self.files += other.files
        self.sitemap += other.sitemap
        self.links |= other.links
        for kind, seconds in other.seconds.items():
            self.spend(kind, seconds)

    def spend(self, kind: str, seconds: float) -> None:
        """Add time to a kind of work."""
        self.seconds[kind] = self.seconds.get(kind, 0.0) + seconds


_open: dict[str, Desk] = {}


def open_desk(name: str, desk: Desk) -> None:
    """Make a desk known in this process and in those forked from it from now on."""
    _open.clear()
    _open[name] = desk


def close_desk(name: str) -> None:
    """Forget a desk, and remove its file."""
    _open.clear()
    Path(name).unlink(missing_ok=True)


def keep_desk(name: str, desk: Desk) -> None:
    """Write a desk to the file `name`, for processes that share nothing but the disk."""
    Path(name).write_bytes(pickle.dumps(desk, protocol=pickle.HIGHEST_PROTOCOL))


def _desk(name: str) -> Desk:
    if name not in _open:
        open_desk(name, pickle.loads(Path(name).read_bytes()))
    return _open[name]


def work(name: str, jobs: Iterable[Job]) -> Outcome:
    """Do some jobs at the desk `name`."""
    desk = _desk(name)
    outcome = Outcome()
    for job in jobs:
        start = time.perf_counter()
        for made in _made(job, desk.edition):
            start = _timed(outcome, "make", start)
            _put(made, desk, outcome)
            start = time.perf_counter()
        _timed(outcome, "search" if job.key == "search" else "make", start)
    return outcome


def _timed(outcome: Outcome, kind: str, start: float) -> float:
    now = time.perf_counter()
    outcome.spend(kind, now - start)
    return now


def _made(job: Job, edition: Edition) -> Iterator[Page | File]:
    if job.kind == "data":
        yield from DATA[job.key](edition)
        return
    yield from pages_of(job, edition)
    if job.kind == "procedure":
        yield procedure_json(edition.entries[job.key], edition)
    elif job.kind == "decision":
        yield decision_json(edition.catalogue.decisions[job.key])


def _put(made: Page | File, desk: Desk, outcome: Outcome) -> None:
    """Write a page or a file twice: for MkDocs, and as MkDocs would write it."""
    start = time.perf_counter()
    if isinstance(made, Page):
        pressed = desk.press.press(made)
        start = _timed(outcome, "render", start)
        _write(desk.docs / made.path, made.render().encode())
        _write(desk.site / _html_path(made.path), pressed.html)
        folder = dirname(made.path)
        outcome.links.update(normpath(join(folder, target)) for target in pressed.targets)
        outcome.pages += 1
        if made.kind != "moved":
            outcome.sitemap.append((made.path, made.changed))
    else:
        _write(desk.docs / made[0], made[1])
        _same(desk.docs / made[0], desk.site / made[0])
    outcome.files += 1
    _timed(outcome, "write", start)


def _html_path(path: str) -> str:
    return f"{path.removesuffix('.md')}.html"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _same(source: Path, target: Path) -> None:
    """One file under two names: nothing here is ever written in place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    os.link(source, target)
