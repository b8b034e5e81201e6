"""Write build/docs: the Markdown pages, the JSON API, the search files and the assets."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from generator.exports.feeds import feeds
from generator.exports.json_api import decision_json, lists_json, procedure_json
from generator.exports.opensearch import opensearch
from generator.pages.all import Job, jobs, pages_of
from generator.pages.page import Page
from generator.exports.tables import figure_rows
from generator.law.edition import Edition
from generator.records.tree import Progress
from generator.search.files import search_files
from generator.site.static import assets

BATCH = 32


@dataclass(frozen=True, slots=True)
class Written:
    """How many pages and data files were written."""

    pages: int
    files: int


def write_docs(
    edition: Edition,
    docs: Path,
    executor: Executor | None = None,
    progress: Progress | None = None,
) -> Written:
    """Write everything MkDocs needs below the empty folder `docs`; the same bytes for any executor."""
    every = jobs(edition)
    batches = [every[start : start + BATCH] for start in range(0, len(every), BATCH)]
    pages = 0
    done = 0
    for batch, written in zip(batches, _map_batches(batches, edition, docs, executor), strict=True):
        pages += written
        done += len(batch)
        if progress:
            progress(done, len(every))
    files = _write_all(docs, _data_files(edition))
    return Written(pages, files)


def _map_batches(
    batches: list[list[Job]], edition: Edition, docs: Path, executor: Executor | None
) -> Iterator[int]:
    if executor is None:
        for batch in batches:
            yield _write_batch(batch, edition, docs)
        return
    yield from executor.map(_write_batch_here, batches)


_here: tuple[Edition, Path] | None = None


def share_edition(edition: Edition, docs: Path) -> None:
    """Start a worker process with the edition it will write pages of."""
    global _here
    _here = (edition, docs)


def _write_batch_here(batch: list[Job]) -> int:
    assert _here is not None
    return _write_batch(batch, *_here)


def _write_batch(batch: list[Job], edition: Edition, docs: Path) -> int:
    pages = 0
    for job in batch:
        for made in (*pages_of(job, edition), *_data_of(job, edition)):
            if isinstance(made, Page):
                made = made.path, made.render().encode()
                pages += 1
            _write(docs / made[0], made[1])
    return pages


def _data_of(job: Job, edition: Edition) -> Iterator[tuple[str, bytes]]:
    if job.kind == "procedure":
        yield procedure_json(edition.entries[job.key], edition)
    elif job.kind == "decision":
        yield decision_json(edition.catalogue.decisions[job.key])


def _data_files(edition: Edition) -> Iterator[tuple[str, bytes]]:
    yield from lists_json(edition)
    yield from search_files(edition)
    yield from opensearch(edition)
    yield from feeds(edition)
    yield from figure_rows(edition)
    yield from assets()


def _write_all(docs: Path, files: Iterable[tuple[str, bytes]]) -> int:
    count = 0
    for path, content in files:
        _write(docs / path, content)
        count += 1
    return count


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
