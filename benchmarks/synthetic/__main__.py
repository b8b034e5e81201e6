"""Write a synthetic catalogue into a new folder."""

import argparse
import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice
from pathlib import Path

from benchmarks.synthetic.catalogue import File, Plan, files
from generator.records.yaml_writer import to_yaml

BATCH = 256


def write(folder: Path, plan: Plan, jobs: int = os.cpu_count() or 1) -> int:
    """Write the catalogue of a plan; returns the number of files."""
    with ProcessPoolExecutor(jobs) as pool:
        return sum(pool.map(partial(_write_batch, folder), _batches(plan)))


def _batches(plan: Plan) -> Iterator[list[File]]:
    every = files(plan)
    while batch := list(islice(every, BATCH)):
        yield batch


def _write_batch(folder: Path, batch: list[File]) -> int:
    for path, kind, record in batch:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(to_yaml(kind, record), encoding="utf8")
    return len(batch)


def main() -> None:
    """Write one catalogue."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.synthetic", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--procedures", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.folder.exists() and any(options.folder.iterdir()):
        raise SystemExit(f"{options.folder} is not empty")
    count = write(options.folder, Plan(options.procedures, options.seed))
    print(f"{options.folder}: {options.procedures} procedures, {count} files")


if __name__ == "__main__":
    main()
