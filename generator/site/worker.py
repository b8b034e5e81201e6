"""Run a batch of tasks in a worker: Markdown for MkDocs, the same as HTML, and data files.

A `BuildContext` holds everything that tasks need. A process that was forked after `share_context`
inherits it; any other, on this machine or on one that sees the same folder, reads it from a file.
"""

import pickle
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.exports.manifest import sha256_of
from generator.model.edition import Edition
from generator.pages.page import Page
from generator.records.memoize import clear_caches, gc_paused
from generator.site.outputs import OutputWriter
from generator.site.page_renderer import PageRenderer, page_renderer
from generator.site.sitemap import Row
from generator.site.task_kinds import File, Task
from generator.site.tasks import kind_of, make_outputs
from generator.site.tracking import minimal_dependencies, track_reads


@dataclass(frozen=True)
class BuildContext:
    """An edition, and the configuration of MkDocs."""

    edition: Edition
    config: Path

    @cached_property
    def renderer(self) -> PageRenderer:
        """Fills the template of the site, which is read once in each process."""
        return page_renderer((self.config, self.config.read_bytes()))

    def prepare(self) -> None:
        """Compute what every task needs, before processes are forked or start to work."""
        _ = self.renderer, self.tracked

    @cached_property
    def tracked(self) -> tuple[Edition, set[str]]:
        """The edition as tasks see it, which records their reads, and these reads."""
        return track_reads(self.edition)


@dataclass(slots=True)
class TaskResult:
    """What one task read and wrote; paths are those of the sources below `docs`.

    `versions` are the SHA-256 of a procedure's versions, as the published manifest gives them.
    """

    task: Task
    reads: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    sitemap: list[Row] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    versions: dict[str, str] = field(default_factory=dict)
    bytes: int = 0


@dataclass(slots=True)
class BatchResult:
    """The results of some tasks, and the seconds spent by kind of work."""

    results: list[TaskResult] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)

    def add(self, other: "BatchResult") -> None:
        """Add the results and the seconds of another batch."""
        self.results += other.results
        for kind, seconds in other.seconds.items():
            self.add_seconds(kind, seconds)

    def add_seconds(self, kind: str, seconds: float) -> None:
        """Add time to a kind of work."""
        self.seconds[kind] = self.seconds.get(kind, 0.0) + seconds


_shared: dict[str, tuple[BuildContext, OutputWriter]] = {}


def share_context(name: str, context: BuildContext, writer: OutputWriter) -> None:
    """Make a context, and where its files go, known to this process and to those it forks."""
    _shared.clear()
    _shared[name] = context, writer


def release_context(name: str) -> None:
    """Forget a context, and remove its file."""
    _shared.clear()
    Path(name).unlink(missing_ok=True)


def write_context(name: str) -> None:
    """Write a context to the file `name`, for processes that share nothing but the disk."""
    Path(name).write_bytes(pickle.dumps(_shared[name], protocol=pickle.HIGHEST_PROTOCOL))


def run_batch(name: str, tasks: Iterable[Task]) -> BatchResult:
    """Run tasks in the context `name`, which is read from its file when this process lacks it."""
    if name not in _shared:
        clear_caches()
        with gc_paused(freeze=True):
            context, writer = pickle.loads(Path(name).read_bytes())
            context.prepare()
        share_context(name, context, writer)
    return run_tasks(*_shared[name], tasks)


def run_tasks(context: BuildContext, writer: OutputWriter, tasks: Iterable[Task]) -> BatchResult:
    """Run tasks in a context; finished files go to `writer`."""
    batch = BatchResult()
    with gc_paused():
        for task in tasks:
            batch.results.append(_run_task(task, context, writer, batch))
    return batch


def _run_task(
    task: Task, context: BuildContext, writer: OutputWriter, batch: BatchResult
) -> TaskResult:
    edition, reads = context.tracked
    reads.clear()
    result, links = TaskResult(task), set[str]()
    timing = kind_of(task).timing
    start = time.perf_counter()
    for output in make_outputs(task, edition):
        start = _count_time(batch, timing, start)
        if isinstance(output, Page):
            html = _render(output, context, result, links)
            start = _count_time(batch, "html", start)
            _write_page(output, html, writer, result)
        else:
            _write_file(output, writer, result)
        start = _count_time(batch, "write", start)
    if task.kind == "procedure":
        result.versions = {v.version: sha256_of(v) for v in edition.catalogue.versions[task.key]}
    _count_time(batch, timing, start)
    result.links = sorted(links)
    result.reads = sorted(minimal_dependencies(reads))
    return result


def _count_time(batch: BatchResult, kind: str, start: float) -> float:
    now = time.perf_counter()
    batch.add_seconds(kind, now - start)
    return now


def _render(page: Page, context: BuildContext, result: TaskResult, links: set[str]) -> bytes:
    rendered = context.renderer.render(page)
    links.update(rendered.links)
    if page.listed:
        result.sitemap.append((page.path, page.changed))
    return rendered.html


def _write_page(page: Page, html: bytes, writer: OutputWriter, result: TaskResult) -> None:
    writer.write_page(page.path, page.render().encode(), html)
    result.pages.append(page.path)
    result.bytes += len(html)


def _write_file(file: File, writer: OutputWriter, result: TaskResult) -> None:
    path, content = file
    writer.write_file(path, content)
    result.files.append(path)
    result.bytes += len(content)
