"""Files packed beforehand, for hosts that send `page.html.gz` or `page.html.br` if it is there."""

import gzip
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from generator.records.processes import start_pool
from generator.site.publish import write_whole

SUFFIXES = (".gz", ".br")
_TEXT = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv", ".ics"}
_BATCH = 64
Pack = Callable[[bytes], bytes]


def packers() -> dict[str, Pack]:
    """How to pack, by suffix; Brotli only where its package is installed."""
    found: dict[str, Pack] = {".gz": partial(gzip.compress, compresslevel=9, mtime=0)}
    try:
        import brotli
    except ImportError:
        return found
    return {**found, ".br": brotli.compress}


def compress(
    site: Path, jobs: int, progress: Callable[[int, int], None] | None = None
) -> tuple[int, int]:
    """Pack every text file of a site that is not packed yet; returns (files, bytes) written.

    The same file gives the same bytes. A file is put in place when it is whole.
    """
    todo = [file for file in _texts(site) if not all(packed(file, s).exists() for s in packers())]
    written = size = 0
    with start_pool(jobs) as executor:
        for done, sizes in enumerate(executor.map(_pack, todo, chunksize=_BATCH), 1):
            written += len(sizes)
            size += sum(sizes)
            if progress:
                progress(done, len(todo))
    return written, size


def packed(file: Path, suffix: str) -> Path:
    """Where the packed form of a file lies."""
    return file.with_name(file.name + suffix)


def _texts(site: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(site):
        folders.sort()
        yield from (Path(parent) / name for name in sorted(names) if Path(name).suffix in _TEXT)


def _pack(file: Path) -> list[int]:
    content = file.read_bytes()
    sizes = []
    for suffix, pack in packers().items():
        small = pack(content)
        write_whole(packed(file, suffix), small)
        sizes.append(len(small))
    return sizes
