"""Change one bit of what a build left behind; the next build publishes what it would have.

Usage: python -m tests.faults.flips [--seed N] [--places N]

Files of the site and its sources are changed as anybody changes them; the others below `build`
under the same time, as a disk does that rots.
"""

import argparse
import os
import random
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.site.last_generation import carries_digest
from tests.faults.injection import Ended, run_with
from tests.faults.judging import Case, Files, copy_folder, files_below, prepare
from tests.faults.scenarios import all_scenarios, list_files

SOURCES = "build/docs/"
_HASH = re.compile(r"[0-9a-f]{8,}")
_FIGURES = re.compile(r"[0-9]+(?:[,.][0-9]+)?")


@dataclass(frozen=True, slots=True)
class Flip:
    """One bit of one file."""

    path: str
    place: int
    bit: int

    def do(self, folder: Path) -> None:
        """Change the bit."""
        file = folder / self.path
        seen = file.stat()
        content = bytearray(file.read_bytes())
        content[self.place] ^= 1 << self.bit
        file.write_bytes(content)
        if self.path.startswith("build/") and not self.path.startswith(SOURCES):
            os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))


def kinds_of(folder: Path) -> dict[str, list[str]]:
    """The files below `build` and `site` that hold anything, by place and ending."""
    found = defaultdict(list)
    for path in sorted(list_files(folder)):
        top, _, rest = path.partition("/")
        if top in ("build", "site") and (folder / path).stat().st_size:
            second = rest.partition("/")[0] if "/" in rest else ""
            name = _HASH.sub("*", Path(path).name) if top == "build" and not second else ""
            found[f"{top}/{second}:{name or Path(path).suffix}"].append(path)
    return found


def choose_flips(folder: Path, places: int, chance: random.Random) -> Iterator[Flip]:
    """So many flips in every kind of file."""
    for paths in kinds_of(folder).values():
        for _ in range(places):
            path = chance.choice(paths)
            size = (folder / path).stat().st_size
            yield Flip(path, chance.randrange(size), chance.randrange(8))


def judge_flip(case: Case, flip: Flip, usual: str, folder: Path) -> list[str]:
    """What is wrong with the build after a flip, and with the one after that."""
    work = folder / "work"
    copy_folder(case.before, work)
    flip.do(work)
    first = run_with(None, case.scenario.run, work)
    wrong = [] if first.code == 0 else [f"exit code {first.code}: {first.said[-300:]}"]
    wrong += _find_wrong_bytes(case, flip, list_files(work))
    if wrong or _findings(first) != usual:
        second = run_with(None, case.scenario.run, work)
        if _findings(second) != usual:
            wrong.append(f"lasting: {second.said[-300:]}")
    return [f"{flip}: {one}" for one in wrong]


def _find_wrong_bytes(case: Case, flip: Flip, now: Files) -> Iterator[str]:
    """Where something is not as it is without the flip; what it damaged is not kept longer."""
    for top in ("site", SOURCES.rstrip("/")):
        made, wanted = files_below(top, now), files_below(top, case.new)
        lost = [path for path in wanted if path not in made and not _is_lost_by(flip, path)]
        if lost or any(content != wanted.get(path) for path, content in made.items()):
            yield f"wrong bytes in {top}"


def _is_lost_by(flip: Flip, path: str) -> bool:
    """Whether a file for open pages cannot be kept: it is damaged, or what names it is."""
    asked_for = carries_digest(path.removeprefix("site/"))
    return asked_for and (path == flip.path or flip.path.endswith("/manifest.json"))


def _findings(ended: Ended) -> str:
    """What the check says, without times."""
    return _FIGURES.sub("#", ended.said.partition(" tệp, ")[0]) + str(ended.code)


def prepare_flips(folder: Path) -> tuple[Case, str]:
    """A site after which something was edited, and what the next build of it says."""
    scenario = next(one for one in all_scenarios() if one.name == "incremental")
    case = prepare(scenario, folder)
    copy_folder(case.before, folder / "work")
    return case, _findings(run_with(None, partial(scenario.run), folder / "work"))


def main() -> int:
    """Exits 1 when a flip did harm."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--places", type=int, default=20)
    options = parser.parse_args()
    start, done, found = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory(prefix="niemyet-flips-") as name:
        case, usual = prepare_flips(Path(name))
        kinds = len(kinds_of(case.before))
        for flip in choose_flips(case.before, options.places, random.Random(options.seed)):
            wrong = judge_flip(case, flip, usual, Path(name))
            done, found = done + 1, found + bool(wrong)
            sys.stdout.write("".join(f"    {one}\n" for one in wrong))
            sys.stdout.flush()
    seconds = time.monotonic() - start
    sys.stdout.write(f"{kinds} kinds of files, {done} flips, {found} did harm ({seconds:.0f} s)\n")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
