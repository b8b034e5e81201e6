"""Keep `niemyet serve` alive through saves, deletes, renames, checkouts and broken files.

Usage: python -m tests.fuzz.soak [--seed N] [--saves N] [--procedures N] [--pause SECONDS]

At every checkpoint the catalogue is sound again: the previewed site must then become what a clean
build of it gives, to the byte, its desk included. The preview is asked all the time.
"""

import argparse
import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.synthetic.__main__ import write
from benchmarks.synthetic.catalogue import Plan
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.site.build import build
from generator.site.desk import write_desk
from generator.site.folders import DEFAULT_SETTINGS
from generator.site.options import BuildPaths
from tests.conftest import DAY, edition_of
from tests.fuzz.previewed import Previewed
from tests.fuzz.worked_tree import WorkedTree
from tests.site.digests import digest

CHECKPOINTS = 6
COMMITS = 5
LONGEST = 120.0
"""Seconds in which the preview must show a sound catalogue."""
NO_PACKAGES = Path("none")


def say(*lines: str) -> None:
    """Print lines at once."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def make_clean(catalogue: Path) -> dict[str, str]:
    """What a clean build gives, with the desk of the catalogue."""
    with TemporaryDirectory() as name:
        site = Path(name) / "site"
        put_desk(site)
        build(edition_of(catalogue), BuildPaths(DEFAULT_SETTINGS, Path(name) / "build", site))
        write_desk(load_catalogue(catalogue)[0], catalogue, NO_PACKAGES, site, words_of("vi"))
        return digest(site)


def put_desk(site: Path) -> None:
    """A desk of before with a library of its own, so that no package is needed."""
    library = site / "soan-thao" / "yaml"
    library.mkdir(parents=True, exist_ok=True)
    for file in (library.parent / "index.html", library / "index.js", library / "LICENSE.txt"):
        file.write_text("", "utf8")


def differences(found: dict[str, str], wanted: dict[str, str]) -> list[str]:
    """The files that are not as they should be."""
    return sorted(path for path, _ in found.items() ^ wanted.items())


def check_point(tree: WorkedTree, server: Previewed, site: Path) -> list[str]:
    """Make the catalogue sound and wait for its site; what is wrong with that in the end."""
    tree.make_sound()
    wanted = make_clean(tree.catalogue)
    end = time.monotonic() + LONGEST
    while wrong := differences(digest(site), wanted):
        if time.monotonic() > end or not server.is_alive():
            return [f"{len(wrong)} files differ: {wrong[:5]}", server.last_words()]
        time.sleep(0.2)
    return []


def soak(folder: Path, options: argparse.Namespace) -> list[str]:
    """Do it; returns the faults, and prints figures at every checkpoint."""
    write(folder / "catalogue", Plan(options.procedures, options.seed), jobs=1)
    tree = WorkedTree(folder, random.Random(options.seed))
    tree.commit_states(COMMITS)
    site = folder / "build" / "preview"
    faults: list[str] = []
    with Previewed(folder, DAY) as server:
        put_desk(site)
        for done in range(1, options.saves + 1):
            tree.work()
            time.sleep(tree.chance.expovariate(1 / options.pause))
            if not server.is_alive():
                return [*faults, f"the preview ended at save {done}", server.last_words()]
            if done % (options.saves // CHECKPOINTS or 1) == 0:
                faults += check_point(tree, server, site)
                say(f"{done}: {server.figures()}; {tree.figures()}")
        return faults + server.faults()


def main() -> int:
    """Exits 1 when the preview ended, answered late, or showed other bytes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--saves", type=int, default=3000)
    parser.add_argument("--procedures", type=int, default=5)
    parser.add_argument("--pause", type=float, default=0.2)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="niemyet-soak-") as name:
        faults = soak(Path(name), options)
    say(*faults, f"{options.saves} saves, {len(faults)} faults (seed {options.seed})")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
