"""Two checkouts of this project side by side in one run: the ratio of each pair, and its interval.

    git worktree add ../before COMMIT
    python -m benchmarks.checkouts ../before . --pairs 5 --procedures 6000 [--catalogue FOLDER]
                                   [--only build check preview] [--into benchmarks/results/FILE]

Each step is run in turn with the one and the other checkout, whose order changes from pair to
pair, so that a machine that grows slow makes both slow. The interval is that of the mean of the
logarithms of the ratios, 95 %, by Student's t.
"""

import argparse
import math
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quiet import put_away
from benchmarks.sites.preview import Preview

_DAY = "2026-11-22"
_STUDENT = {2: 12.706, 3: 4.303, 4: 3.182, 5: 2.776, 6: 2.571, 7: 2.447, 8: 2.365, 9: 2.306}
"""The 97.5 % point of Student's t for so many pairs."""

Figures = tuple[float, float]
"""Seconds and megabytes of one run."""


@dataclass(frozen=True)
class Checkout:
    """One state of the program, in a folder of its own on one catalogue."""

    program: Path
    folder: Path
    catalogue: Path
    processes: int

    @property
    def environment(self) -> dict[str, str]:
        """The environment in which the package is that of this checkout."""
        return {**os.environ, "PYTHONPATH": str(self.program), "PYTHONUNBUFFERED": "1"}

    def command(self, verb: str, *rest: str) -> list[str]:
        """The command line of a verb."""
        where = ("--catalogue", str(self.catalogue), "--as-of", _DAY)
        jobs = () if verb == "serve" else ("--jobs", str(self.processes))
        return [sys.executable, "-m", "generator", verb, *where, *jobs, *rest]

    def prepare(self) -> None:
        """Lay the settings of the site."""
        self.folder.mkdir(parents=True)
        overrides = (self.program / "generator/site/overrides").as_posix()
        settings = (self.program / "mkdocs.yml").read_text(encoding="utf8")
        settings = settings.replace("generator/site/overrides", overrides)
        (self.folder / "mkdocs.yml").write_text(settings, encoding="utf8")

    def run(self, verb: str) -> Figures:
        """Run a verb with nothing left of an earlier run; raises SystemExit if it fails."""
        for name in ("build", "site"):
            put_away(self.folder / name, self.folder.parent)
        os.sync()
        start = time.perf_counter()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(
                self.command(verb), cwd=self.folder, env=self.environment, stdout=said, stderr=said
            )
            _, status, usage = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"{self.program}: {verb} failed")
        return time.perf_counter() - start, usage.ru_maxrss / 1024

    def touch(self) -> None:
        """Change the summary of one procedure."""
        file = min(self.catalogue.glob("procedures/*/*/procedure.yml"))
        lines = file.read_text(encoding="utf8").splitlines()
        kept = [line for line in lines if not line.startswith("summary:")]
        file.write_text("\n".join([*kept, f"summary: Lần {time.time_ns()}", ""]), encoding="utf8")


def in_turn(
    one: Callable[[], Figures], other: Callable[[], Figures], pairs: int
) -> Iterator[tuple[Figures, Figures]]:
    """Pairs of runs, the order changed from pair to pair."""
    for turn in range(pairs):
        if turn % 2:
            second = other()
            yield one(), second
        else:
            yield one(), other()


def interval(ratios: Sequence[float]) -> tuple[float, float, float]:
    """The geometric mean of ratios, and the two ends of its interval of 95 %."""
    logs = [math.log(ratio) for ratio in ratios]
    mean = statistics.fmean(logs)
    half = _STUDENT[len(logs)] * statistics.stdev(logs) / math.sqrt(len(logs))
    return math.exp(mean), math.exp(mean - half), math.exp(mean + half)


def row(name: str, pairs: Sequence[tuple[float, float]], unit: str) -> str:
    """A line of the table: medians, then the ratio of after to before."""
    before, after = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratios = [later / earlier for earlier, later in pairs]
    mean, low, high = interval(ratios)
    each = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    return (
        f"| {name} | {before:.1f} {unit} | {after:.1f} {unit} "
        f"| {mean:.3f} | {low:.3f} to {high:.3f} | {each} |"
    )


def whole(verb: str, before: Checkout, after: Checkout, pairs: int) -> Iterator[str]:
    """The rows of a verb that begins with nothing."""
    done = list(in_turn(lambda: before.run(verb), lambda: after.run(verb), pairs))
    name = f"{verb}, everything, {before.processes} processes"
    yield row(name, [(one[0], other[0]) for one, other in done], "s")
    yield row(f"{name}: memory", [(one[1], other[1]) for one, other in done], "MB")


def one_change(before: Checkout, after: Checkout, pairs: int) -> Iterator[str]:
    """The rows of two previews that run side by side and are each told of one change at a time."""
    with ExitStack() as running:
        previews = [
            Preview(side.command("serve", "--port", "0"), side.folder, side.environment)
            for side in (before, after)
        ]
        waits = [running.enter_context(preview.running()) for preview in previews]

        def measure(side: Checkout, wait: Callable[[], None]) -> Figures:
            os.sync()
            start = time.perf_counter()
            side.touch()
            wait()
            seconds = time.perf_counter() - start
            time.sleep(3)
            return seconds, 0.0

        one, other = (
            lambda side=side, wait=wait: measure(side, wait)
            for side, wait in zip((before, after), waits, strict=True)
        )
        list(in_turn(one, other, 1))
        done = list(in_turn(one, other, pairs))
    yield row("preview, one change", [(one[0], other[0]) for one, other in done], "s")
    memory = (previews[0].megabytes, previews[1].megabytes)
    yield f"\nMemory of the previews: {memory[0]:.0f} and {memory[1]:.0f} MB.\n"


def prepare(arguments: argparse.Namespace, folder: Path, name: str, program: Path) -> Checkout:
    """A checkout with its own copy of the catalogue, which a preview changes."""
    catalogue = folder / f"{name}-catalogue"
    if arguments.catalogue:
        subprocess.run(["cp", "-r", str(arguments.catalogue), str(catalogue)], check=True)
    else:
        size = ("--procedures", str(arguments.procedures))
        command = (sys.executable, "-m", "benchmarks.synthetic", str(catalogue), *size)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    checkout = Checkout(program.absolute(), folder / name, catalogue, arguments.jobs)
    checkout.prepare()
    return checkout


def main() -> None:
    """Measure what is asked for, and print or write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--pairs", type=int, default=5, choices=sorted(_STUDENT))
    parser.add_argument("--procedures", type=int, default=6000)
    parser.add_argument("--catalogue", type=Path, help="an existing one instead of a synthetic one")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", nargs="+", default=["build", "check", "preview"])
    parser.add_argument("--into", type=Path, help="append the table to this file")
    arguments = parser.parse_args()
    size = arguments.catalogue.name if arguments.catalogue else f"{arguments.procedures} synthetic"
    lines = ["", f"## {size}, {arguments.pairs} pairs", ""]
    lines += ["| step | before | after | ratio | 95 % | each pair |", "|---|---|---|---|---|---|"]
    with tempfile.TemporaryDirectory() as made:
        sides = ((name, getattr(arguments, name)) for name in ("before", "after"))
        before, after = (prepare(arguments, Path(made), *side) for side in sides)
        for step in arguments.only:
            rows = (
                one_change(before, after, arguments.pairs)
                if step == "preview"
                else whole(step, before, after, arguments.pairs)
            )
            for line in rows:
                print(line, flush=True)
                lines.append(line)
    if arguments.into:
        with arguments.into.open("a", encoding="utf8") as table:
            table.write("\n".join([*lines, ""]))


if __name__ == "__main__":
    main()
