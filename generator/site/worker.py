"""What a worker makes of a few jobs: Markdown for MkDocs, the same as HTML, and data files.

A desk is everything that jobs need. A process that was forked after `open_desk` has it already;
any other, on this machine or on another one that sees the same folder, reads it from its file.
"""

import pickle
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath

from generator.exports.feeds import agency_feeds, feeds, field_feeds, procedure_feeds
from generator.exports.json_api import decision_json, lists_json, procedure_json
from generator.exports.manifest import sha256_of
from generator.exports.national import nation_json, national_json
from generator.exports.opensearch import opensearch
from generator.exports.shard import shard_json
from generator.exports.tables import figure_rows
from generator.model.edition import Edition
from generator.pages.all import Task, pages_of
from generator.pages.page import Page
from generator.records.memoize import clear_caches, gc_paused
from generator.search.files import search_files
from generator.site.outputs import OutputWriter
from generator.site.quick.template import PageRenderer, page_renderer
from generator.site.sitemap import Row
from generator.site.static import assets
from generator.site.tracking import minimal_dependencies, track_reads

File = tuple[str, bytes]

DATA: dict[str, Callable[[Edition], Iterable[File]]] = {
    "search": search_files,
    "feeds": feeds,
    "index": lists_json,
    "figures": figure_rows,
    "opensearch": opensearch,
    "shard": shard_json,
    "nation": nation_json,
    "assets": lambda _: assets(),
}
"""Data files that are about everything at once, by the key of their job."""

FEEDS: dict[str, Callable[[str, Edition], Iterable[File]]] = {
    "field_feed": field_feeds,
    "agency_feed": agency_feeds,
}
"""The feeds of one field or agency, by the kind of their job."""


@dataclass(frozen=True)
class BuildContext:
    """An edition, and the configuration of MkDocs."""

    edition: Edition
    config: Path

    @cached_property
    def press(self) -> PageRenderer:
        """The template of the site, read once in each process."""
        return page_renderer((self.config, self.config.read_bytes()))

    def prepare(self) -> None:
        """Work out what every job needs: once, before processes are forked or set to work."""
        _ = self.press, self.tracked

    @cached_property
    def tracked(self) -> tuple[Edition, set[str]]:
        """The edition as jobs see it, which takes down what they read."""
        return track_reads(self.edition)


@dataclass(slots=True)
class TaskResult:
    """What one job read and wrote; paths are those of the sources below `docs`.

    `versions` are the digests of a procedure's versions, as the manifest gives them.
    """

    job: Task
    reads: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    sitemap: list[Row] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    bytes: int = 0


@dataclass(slots=True)
class BatchResult:
    """What came of some jobs, and the seconds spent by kind of work."""

    made: list[TaskResult] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    def add(self, other: "BatchResult") -> None:
        """Take in another outcome."""
        self.made += other.made
        for kind, seconds in other.seconds.items():
            self.spend(kind, seconds)

    def spend(self, kind: str, seconds: float) -> None:
        """Add time to a kind of work."""
        self.seconds[kind] = self.seconds.get(kind, 0.0) + seconds


_shared: dict[str, tuple[BuildContext, OutputWriter]] = {}


def share_context(name: str, desk: BuildContext, sink: OutputWriter) -> None:
    """Make a desk known in this process and in those forked from it, and where its files go."""
    _shared.clear()
    _shared[name] = desk, sink


def release_context(name: str) -> None:
    """Forget a desk, and remove its file."""
    _shared.clear()
    Path(name).unlink(missing_ok=True)


def write_context(name: str) -> None:
    """Write a desk to the file `name`, for processes that share nothing but the disk."""
    Path(name).write_bytes(pickle.dumps(_shared[name], protocol=pickle.HIGHEST_PROTOCOL))


def run_batch(name: str, jobs: Iterable[Task]) -> BatchResult:
    """Do some jobs at the desk `name`."""
    if name not in _shared:
        clear_caches()
        with gc_paused(freeze=True):
            desk, sink = pickle.loads(Path(name).read_bytes())
            desk.prepare()
        share_context(name, desk, sink)
    return run_tasks(*_shared[name], jobs)


def run_tasks(desk: BuildContext, sink: OutputWriter, jobs: Iterable[Task]) -> BatchResult:
    """Do some jobs at a desk; what is finished goes to `sink`."""
    outcome = BatchResult()
    with gc_paused():
        for job in jobs:
            outcome.made.append(_do(job, desk, sink, outcome))
    return outcome


def _do(job: Task, desk: BuildContext, sink: OutputWriter, outcome: BatchResult) -> TaskResult:
    edition, reads = desk.tracked
    reads.clear()
    made = TaskResult(job)
    kind = job.key if job.kind == "data" else "feeds" if job.kind in FEEDS else "pages"
    start = time.perf_counter()
    for found in _files_of(job, edition):
        start = _spent(outcome, kind, start)
        if isinstance(found, Page):
            html = _press(found, desk, made)
            start = _spent(outcome, "html", start)
            sink.page(found.path, found.render().encode(), html)
            made.pages.append(found.path)
            made.bytes += len(html)
        else:
            path, content = found
            sink.file(path, content)
            made.files.append(path)
            made.bytes += len(content)
        start = _spent(outcome, "write", start)
    if job.kind == "procedure":
        made.versions = {v.version: sha256_of(v) for v in edition.catalogue.versions[job.key]}
    _spent(outcome, kind, start)
    made.reads = sorted(minimal_dependencies(reads))
    return made


def _spent(outcome: BatchResult, kind: str, start: float) -> float:
    now = time.perf_counter()
    outcome.spend(kind, now - start)
    return now


def _files_of(job: Task, edition: Edition) -> Iterator[Page | File]:
    if job.kind == "data":
        yield from DATA[job.key](edition)
        return
    if job.kind in FEEDS:
        yield from FEEDS[job.kind](job.key, edition)
        return
    yield from pages_of(job, edition)
    if job.kind == "procedure":
        entry = edition.entries[job.key]
        yield procedure_json(entry, edition)
        yield from procedure_feeds(entry, edition)
    elif job.kind == "national":
        yield national_json(job.key, edition)
    elif job.kind == "decision":
        yield decision_json(edition.catalogue.decisions[job.key])


def _press(page: Page, desk: BuildContext, made: TaskResult) -> bytes:
    pressed = desk.press.press(page)
    folder = dirname(page.path)
    made.links += sorted({normpath(join(folder, target)) for target in pressed.targets})
    if page.kind != "moved":
        made.sitemap.append((page.path, page.changed))
    return pressed.html
