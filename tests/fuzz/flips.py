"""Flip one bit in what builds leave behind; the next build must publish what the records say.

Usage: python -m tests.fuzz.flips [KIND ...] [--seed N] [--places N], kinds by how they begin (site)

Every kind of file below `build/` and `site/` of a catalogue of three procedures, one flip a run.
Time and size stay in half of the runs, as where a disk rots; what rots in `site/` or `build/docs`
is looked for by `--verify-site`. A record is changed between runs, so that what is kept is used.
"""

import argparse
import io
import os
import random
import shutil
import sys
from collections import Counter, defaultdict
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.synthetic.__main__ import write
from benchmarks.synthetic.catalogue import Plan
from generator.cli import main as run_command
from tests.site.digests import digest

DAY = "2026-11-22"
CHANGED = "procedures/linh-vuc-0001/1.000001/v001.yml"
_BUILD = ("build", "--as-of", DAY, "--jobs", "1")
_CRASHED = 99


@dataclass(frozen=True, slots=True)
class _State:
    """What one state of the records gives: the site, the sources of its pages, the findings."""

    site: dict[str, str]
    docs: dict[str, str]
    said: str


@dataclass(frozen=True, slots=True)
class _Flip:
    file: str
    rotten: bool

    @property
    def options(self) -> tuple[str, ...]:
        """How to build after it: what rots in the site or its sources is found by comparing."""
        looked_after = self.file.startswith(("site/", "build/docs/"))
        return ("--verify-site",) if self.rotten and looked_after else ()


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the command in a process of its own; its code and what it said."""
    log = folder / "said.txt"
    child = os.fork()
    if not child:
        os._exit(_run_here(folder, log, arguments))
    status = os.waitpid(child, 0)[1]
    return os.waitstatus_to_exitcode(status), log.read_text("utf8")


def _run_here(folder: Path, log: Path, arguments: tuple[str, ...]) -> int:
    os.chdir(folder)
    said, code = io.StringIO(), _CRASHED
    try:
        with redirect_stdout(said), redirect_stderr(said):
            code = run_command(list(arguments))
    except BaseException as error:  # what any process would print before it ends
        said.write(f"Traceback: {error!r}")
    log.write_text(said.getvalue(), "utf8")
    return code


def toggle(folder: Path, number: int) -> None:
    """Put the records into one of two states."""
    file = folder / "catalogue" / CHANGED
    text = file.read_text("utf8").replace("title: (B) ", "title: ")
    file.write_text(text.replace("title: ", "title: (B) ", 1) if number % 2 else text, "utf8")


def look(folder: Path, *options: str) -> tuple[int, _State]:
    """Check and build; what is there then."""
    checked, said = run(folder, "check", "--as-of", DAY, "--format", "json")
    built, more = run(folder, *_BUILD, *options)
    said += "Traceback" if "Traceback" in more else ""
    return checked or built, _State(digest(folder / "site"), digest(folder / "build/docs"), said)


def kind_of(path: str) -> str:
    """The part of a build that a file belongs to, and what kind of file it is."""
    part = "/".join(path.split("/")[: 2 if path.startswith(("build/docs", "build/read")) else 1])
    file = Path(path)
    return f"{part} {file.name if part == 'build' else f'*{file.suffix}'}"


def files_by_kind(folder: Path) -> dict[str, list[str]]:
    """The files that are not empty below `build/` and `site/`."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for top in ("build", "site"):
        for file in sorted((folder / top).rglob("*")):
            if file.is_file() and file.stat().st_size:
                path = file.relative_to(folder).as_posix()
                found[kind_of(path)].append(path)
    return found


def flip(file: Path, chance: random.Random, *, rotten: bool) -> None:
    """Flip a bit of a file, not of another name of it; with the same time if it rots."""
    content, seen = bytearray(file.read_bytes()), file.stat()
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    if rotten:
        file.write_bytes(content)
        os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    else:
        file.unlink()
        file.write_bytes(content)


def judge(code: int, found: _State, wanted: _State) -> list[str]:
    """What is wrong after a build."""
    faults = [f"exit code {code}"] if code else []
    faults += ["crash"] if "Traceback" in found.said else []
    faults += ["findings"] if found.said != wanted.said else []
    for name in ("site", "docs"):
        wrong = getattr(found, name).items() ^ getattr(wanted, name).items()
        faults += [f"{name}: {sorted({path for path, _ in wrong})[:3]}"] if wrong else []
    return faults


def try_flips(folder: Path, options: argparse.Namespace) -> Counter[str]:
    """Flip by flip; prints the faults, and returns how many runs there were and how they ended."""
    chance, counts = random.Random(options.seed), Counter[str]()
    states = []
    for number in (0, 1):
        toggle(folder, number)
        states.append(look(folder)[1])
    shutil.copytree(folder, folder.with_name("kept"))
    kinds = {k: f for k, f in files_by_kind(folder).items() if k.startswith(tuple(options.kinds))}
    for kind, files in kinds.items():
        for place in range(options.places):
            one = _Flip(chance.choice(files), bool(place % 2))
            toggle(folder, place // 2)
            flip(folder / one.file, chance, rotten=one.rotten)
            faults = judge(*look(folder, *one.options), states[place // 2 % 2])
            lasting = faults and judge(*look(folder), states[place // 2 % 2])
            counts.update(["runs", *(["faults"] * bool(faults)), *(["lasting"] * bool(lasting))])
            if faults:
                sys.stdout.write(f"  {one.file} rotten={one.rotten}: {faults}; then {lasting}\n")
                shutil.rmtree(folder)
                shutil.copytree(folder.with_name("kept"), folder)
        sys.stdout.write(f"{kind}: {dict(counts)}\n")
        sys.stdout.flush()
    return counts


def main() -> int:
    """Exits 1 when a flip did harm."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=[""])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--places", type=int, default=20)
    options = parser.parse_args()
    with TemporaryDirectory(prefix="niemyet-flips-") as name:
        folder = Path(name) / "work"
        write(folder / "catalogue", Plan(3, 1), jobs=1)
        counts = try_flips(folder, options)
    sys.stdout.write(f"{counts['runs']} flips, {counts['faults']} faults (seed {options.seed})\n")
    return int(counts["faults"] > 0)


if __name__ == "__main__":
    sys.exit(main())
