"""Plant every mistake, one after another, in a copy of a catalogue: which are found, and where?

Usage: python -m benchmarks.mutations CATALOGUE [--seed N]
"""

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.check import CheckResult, Resources, check_catalogue
from generator.law.timeline import timelines
from generator.locale import words_of
from generator.records.reading_cache import ReadingCache
from tests.mutations import mistakes
from tests.mutations.planting import Garden, Planted

DAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Outcome:
    """One mistake: what was planted (None where there is no place for it), and was it found."""

    name: str
    planted: Planted | None
    found: bool
    seconds: float


def outcomes(root: Path, seed: int) -> Iterator[Outcome]:
    """Plant and look for every mistake in turn; `root` is changed and put back each time.

    What was read is kept beside it.
    """
    store = root.with_name(f"{root.name}.sqlite")
    before = _checked(root, ReadingCache.at(store))
    catalogue = before.catalogue
    lives = timelines(catalogue)
    mistakes.LIVING.clear()
    mistakes.LIVING.update((c, on.version) for c, life in lives.items() if (on := life.on(DAY)))
    known = {(f.code, f.path, f.line) for f in before.findings}
    for name, mutation in mistakes.MISTAKES.items():
        garden = Garden(root, catalogue, random.Random(f"{seed} {name}"))
        kept = _snapshot(root)
        start = time.monotonic()
        planted = mutation(garden)
        after = _checked(root, ReadingCache.at(store)) if planted else before
        yield Outcome(name, planted, _found(planted, after, known), time.monotonic() - start)
        _restore(root, kept)


def _found(planted: Planted | None, checked: CheckResult, known: set[tuple[str, str, int]]) -> bool:
    if planted is None:
        return False
    places = {(f.code, f.path, f.line) for f in checked.findings} - known
    return any(
        code == planted.code and path == planted.path and planted.line in (None, line)
        for code, path, line in places
    )


def _checked(root: Path, store: ReadingCache) -> CheckResult:
    return check_catalogue(root, words_of("vi"), DAY, Resources(cache=store))


def _snapshot(root: Path) -> dict[Path, int]:
    return {file: file.stat().st_mtime_ns for file in root.rglob("*") if file.is_file()}


def _restore(root: Path, kept: dict[Path, int]) -> None:
    """Put back what a mutation changed, from the untouched copy beside `root`."""
    spare = root.with_name("spare")
    now = _snapshot(root)
    for file in now.keys() - kept.keys():
        file.unlink()
    for file, changed in kept.items():
        if now.get(file) != changed:
            shutil.copy2(spare / file.relative_to(root), file)


def main() -> int:
    """Print each mistake that is not found, and the count; exits 1 when one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "catalogue"
        shutil.copytree(options.catalogue, root.with_name("spare"))
        shutil.copytree(options.catalogue, root)
        done = list(outcomes(root, options.seed))
    planted = [one for one in done if one.planted]
    missed = [one for one in planted if not one.found]
    for one in done:
        if one in missed or one.planted is None:
            print(f"{'MISSED' if one in missed else 'no place'}: {one.name} {one.planted or ''}")
    slowest = max(one.seconds for one in planted)
    print(f"{len(planted)} planted, {len(missed)} missed, slowest {slowest:.1f} s")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
