"""A process pool, and a Dask LocalCluster of as many workers, at the same site: seconds and bytes.

    python -m benchmarks.workers CATALOGUE [--runs 3] [--jobs 2] [--into FILE]

The catalogue is read once; what is timed is making the site, each time into a new folder. On the
cluster once with the folder in common, once with files that come back as bytes.
"""

import argparse
import hashlib
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from distributed import Client, LocalCluster

from generator.check import Resources, check_catalogue
from generator.law.timeline import as_signed
from generator.locale import words_of
from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.site.build import build
from generator.site.options import BuildOptions, BuildPaths

DAY = date(2026, 11, 22)
CONFIG = Path("mkdocs.yml").resolve()


def main() -> None:
    """Measure, and say whether the bytes are the same."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.workers", description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--into", type=Path)
    options = parser.parse_args()
    words = words_of("vi")
    catalogue = check_catalogue(
        options.catalogue, words, DAY, Resources(jobs=options.jobs)
    ).catalogue
    seconds: dict[str, list[float]] = {}
    sites: set[str] = set()
    with tempfile.TemporaryDirectory() as folder, _cluster(options.jobs) as client:
        for run in range(options.runs):
            for name, build_options in _options(options.jobs, client):
                place = Path(folder) / f"{name}-{run}".replace(" ", "-")
                seconds.setdefault(name, []).append(_timed(catalogue, place, build_options()))
                print(f"{name:<34} {seconds[name][-1]:7.1f} s", flush=True)
                sites.add(_digest(place / "site"))
    text = "\n".join(_report(seconds, len(sites) == 1, options))
    print(text)
    if options.into:
        options.into.write_text(f"{text}\n", encoding="utf8")


@contextmanager
def _cluster(workers: int) -> Iterator[Client]:
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


def _options(jobs: int, client: Client) -> Sequence[tuple[str, Callable[[], BuildOptions]]]:
    return (
        ("process pool", lambda: BuildOptions(jobs)),
        ("Dask, common folder", lambda: BuildOptions(executor=client.get_executor())),
        ("Dask, files as bytes", lambda: BuildOptions(executor=client.get_executor(), remote=True)),
    )


def _timed(catalogue: Catalogue, folder: Path, options: BuildOptions) -> float:
    edition = Edition(as_signed(catalogue, DAY), DAY, words_of("vi"))
    os.sync()
    start = time.perf_counter()
    build(edition, BuildPaths(CONFIG, folder / "build", folder / "site"), options)
    return time.perf_counter() - start


def _digest(site: Path) -> str:
    total = hashlib.sha256()
    for file in sorted(site.rglob("*")):
        if file.is_file():
            total.update(file.relative_to(site).as_posix().encode() + file.read_bytes())
    return total.hexdigest()


def _report(
    seconds: dict[str, list[float]], same: bool, options: argparse.Namespace
) -> Iterator[str]:
    yield "# The same site by a pool and by a cluster"
    yield ""
    count = sum(1 for _ in options.catalogue.glob("procedures/*/*"))
    yield f"{count} procedures, {options.jobs} workers, {os.cpu_count()} cores."
    yield f"Bytes of all sites the same: {'yes' if same else 'NO'}."
    yield ""
    yield "| | median s | all runs s | to the pool |"
    yield "|---|---:|---|---:|"
    own = statistics.median(seconds["process pool"])
    for name, found in seconds.items():
        every = ", ".join(f"{one:.1f}" for one in found)
        median = statistics.median(found)
        yield f"| {name} | {median:.1f} | {every} | {median / own:.2f} |"


if __name__ == "__main__":
    main()
