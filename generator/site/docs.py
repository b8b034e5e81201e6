"""Write build/docs: the Markdown pages, the JSON API, the search files and the assets."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from generator.exports.json_api import decision_json, lists_json, procedure_json
from generator.exports.opensearch import opensearch
from generator.pages.all import Job, jobs, pages_of
from generator.law.edition import Edition
from generator.records.tree import Progress
from generator.search.files import engine, page_script, search_files

ASSETS = "assets/niemyet"
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
        for page in pages_of(job, edition):
            _write(docs / page.path, page.render().encode())
            pages += 1
        for path, content in _data_of(job, edition):
            _write(docs / path, content)
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
    yield from assets()


@cache
def assets() -> tuple[tuple[str, bytes], ...]:
    """Style, scripts and icon; Material's style sheet from the installed package."""
    own = [*_files("generator.site", "assets"), *_files("generator.search", "assets")]
    material = resources.files("material") / "templates" / "assets" / "stylesheets"
    style = next(f for f in _sorted(material) if f.name.startswith("main.") and f.name.endswith(".css"))
    named = [(file.name, file.read_bytes()) for file in own]
    named += [("material.css", _without_map(style.read_bytes()))]
    named += [("search-engine.js", engine()), ("search-page.js", page_script())]
    return tuple((f"{ASSETS}/{name}", content) for name, content in named)


def _files(package: str, folder: str) -> list[Traversable]:
    return _sorted(resources.files(package) / folder)


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.is_file()), key=lambda f: f.name)


def _without_map(style: bytes) -> bytes:
    """The style sheet without its pointer to a source map, which is not published."""
    return style.partition(b"/*# sourceMappingURL")[0]


def _write_all(docs: Path, files: Iterable[tuple[str, bytes]]) -> int:
    count = 0
    for path, content in files:
        _write(docs / path, content)
        count += 1
    return count


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
