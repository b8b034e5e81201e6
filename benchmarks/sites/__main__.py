"""Ours and the peers on the same pages in one run: a table of medians, spread and ratios.

    python -m benchmarks.sites --procedures 2000 6000 [--runs 3] [--peers hugo zensical …]
                               [--catalogue my-catalogue] [--into benchmarks/results/sites.md]

Needs the peers on the PATH (Hugo and Zensical are no part of the test set-up) and says which are
missing. Everything runs in fresh processes, one after another.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from benchmarks.quiet import put_away
from benchmarks.sites.peers import MATERIAL, PEERS, Peer
from benchmarks.sites.preview import Preview
from benchmarks.sites.report import CHECK, OURS, SCHEMA_ONLY, WHOLE, Measured, Run, report

DAY = "2026-11-22"
_ONCE = 180
"""Seconds beyond which a run is not repeated."""
_PROJECT = Path(__file__).parent.parent.parent
_ENVIRONMENT = {**os.environ, "PYTHONPATH": str(_PROJECT)}


@dataclass(frozen=True)
class Bench:
    """The folder of one size: a catalogue, our project beside it, and the projects of the peers."""

    folder: Path
    procedures: int
    given: Path | None = None

    @property
    def catalogue(self) -> Path:
        """The synthetic catalogue."""
        return self.folder / "catalogue"

    @property
    def ours(self) -> Path:
        """The folder in which our command works."""
        return self.folder / "ours"

    def command(self, verb: str, *rest: str) -> list[str]:
        """Our command on this catalogue."""
        there = ["--catalogue", str(self.catalogue), "--as-of", DAY]
        return [sys.executable, "-m", "generator", verb, *there, *rest]

    def prepare(self) -> None:
        """Make the catalogue, a project for it, and the pages that the peers get."""
        if self.given:
            shutil.copytree(self.given, self.catalogue)
        else:
            self._imagine()
        self.ours.mkdir()
        settings = (_PROJECT / "mkdocs.yml").read_text(encoding="utf8")
        overrides = (_PROJECT / "generator/site/overrides").as_posix()
        settings = settings.replace("generator/site/overrides", overrides)
        (self.ours / "mkdocs.yml").write_text(settings, encoding="utf8")
        subprocess.run(
            self.command("build"),
            cwd=self.ours,
            env=_ENVIRONMENT,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def _imagine(self) -> None:
        """Have another process write the catalogue.

        What a process begins as counts as memory of its commands too: this one is to stay small.
        """
        size = ("--procedures", str(self.procedures))
        command = (sys.executable, "-m", "benchmarks.synthetic", str(self.catalogue), *size)
        subprocess.run(command, env=_ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)

    def forget(self) -> None:
        """Nothing is left of an earlier build or check."""
        for name in ("build", "site"):
            put_away(self.ours / name, self.folder)

    def touch(self) -> None:
        """Change the summary of one procedure."""
        file = min(self.catalogue.glob("procedures/*/*/procedure.yml"))
        lines = file.read_text(encoding="utf8").splitlines()
        kept = [line for line in lines if not line.startswith("summary:")]
        file.write_text("\n".join([*kept, f"summary: Lần {time.time_ns()}", ""]), encoding="utf8")


class FailedError(Exception):
    """A command ended with an error; says which, and the last line of what it wrote of that."""


def timed(command: list[str] | tuple[str, ...], folder: Path) -> Run:
    """Run a command once the disk is quiet. Raises FailedError."""
    os.sync()
    start = time.perf_counter()
    with _written() as said, _written() as wrong:
        process = subprocess.Popen(command, cwd=folder, env=_ENVIRONMENT, stdout=said, stderr=wrong)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        for file in (said, wrong):
            file.seek(0)
        if status:
            name = " ".join((Path(command[0]).name, *command[1:4]))
            raise FailedError(f"{name}: {' '.join(wrong.read().split())[-200:]}")
        return Run(seconds, usage.ru_maxrss / 1024, said.read())


def _written() -> IO[str]:
    """A file for what a command writes."""
    return tempfile.TemporaryFile("w+", encoding="utf8", errors="replace")


def ours(bench: Bench) -> Iterator[tuple[str, Callable[[], Run]]]:
    """What is measured of ours, by name; each stands for itself."""

    def whole() -> Run:
        bench.forget()
        return timed(bench.command("build", "--timings", "--lang", "en"), bench.ours)

    def one_change() -> Run:
        bench.touch()
        return timed(bench.command("build"), bench.ours)

    preview = Preview(bench.command("serve", "--port", "0"), bench.ours, _ENVIRONMENT)

    def saved() -> Run:
        with preview.running() as ready:
            os.sync()
            start = time.perf_counter()
            bench.touch()
            ready()
            seconds = time.perf_counter() - start
        return Run(seconds, preview.megabytes)

    def check_cold() -> Run:
        shutil.rmtree(bench.ours / "build" / "read", ignore_errors=True)
        return timed(bench.command("check"), bench.ours)

    yield WHOLE, whole
    yield "niemyet build, one procedure changed", one_change
    yield "niemyet serve, one procedure changed", saved
    yield CHECK, check_cold
    yield "niemyet check, nothing changed", lambda: timed(bench.command("check"), bench.ours)


def schema_only(bench: Bench) -> Callable[[], Run]:
    """check-jsonschema on the same records, which looks at nothing but their structure."""
    kinds = {"version": "v*.yml", "procedure": "procedure.yml"}
    schemas = _PROJECT / "schema"

    def whole() -> Run:
        runs = []
        for kind, pattern in kinds.items():
            files = map(str, bench.catalogue.glob(f"procedures/*/*/{pattern}"))
            schema = schemas / f"{kind}.schema.json"
            rule = ("--schemafile", str(schema), "--base-uri", schema.as_uri())
            command = (SCHEMA_ONLY, *rule, *files)
            runs.append(timed(command, bench.folder))
        return Run(sum(run.seconds for run in runs), max(run.megabytes for run in runs))

    return whole


def peer(bench: Bench, one: Peer) -> Callable[[], Run]:
    """What is measured of a peer: a build of the same pages into an empty folder."""
    project = bench.folder / one.name.replace(" ", "-")
    project.mkdir()
    one.prepare(bench.ours / "build" / "docs", project)

    def whole() -> Run:
        for name in (one.output, ".cache"):
            put_away(project / name, bench.folder)
        return timed(one.command, project)

    return whole


def measure(
    bench: Bench, peers: tuple[Peer, ...], runs: int, names: Sequence[str] = ("",)
) -> Measured:
    """Everything at one size, `runs` times; of ours what has one of `names` in its name."""
    bench.prepare()
    wanted = [one for one in ours(bench) if any(name in one[0] for name in names)]
    contests = [*wanted, *((one.name, peer(bench, one)) for one in peers)]
    if peers and CHECK in dict(wanted) and shutil.which(SCHEMA_ONLY):
        contests.append((SCHEMA_ONLY, schema_only(bench)))
    found: dict[str, list[Run]] = {name: [] for name, _ in contests}
    failed: dict[str, str] = {}
    for _ in range(runs):
        for name, run in contests:
            if name in failed or (found[name] and found[name][-1].seconds > _ONCE):
                continue
            try:
                found[name].append(run())
            except FailedError as error:
                if name.startswith(OURS):
                    raise
                failed[name] = str(error)
            last = failed.get(name) or f"{found[name][-1].seconds:8.1f} s"
            print(f"{bench.procedures:>7} {name:<40} {last}", flush=True)
    pages = sum(1 for _ in (bench.ours / "build" / "docs").rglob("*.md"))
    ended = {name: runs for name, runs in found.items() if name not in failed}
    return Measured(bench.procedures, pages, ended, failed)


def _sizes(given: Path | None, synthetic: list[int]) -> list[int]:
    """How many procedures to measure with, one size after another."""
    return [sum(1 for _ in given.glob("procedures/*/*"))] if given else synthetic


def main() -> None:
    """Measure, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sites", description=__doc__)
    parser.add_argument("--procedures", type=int, nargs="+", default=[2000, 6000])
    parser.add_argument("--catalogue", type=Path, help="an existing one instead of synthetic ones")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", nargs="*", default=[one.name for one in PEERS])
    parser.add_argument("--ours", nargs="+", default=[""], help="parts of names; all unless given")
    parser.add_argument("--into", type=Path, default=Path("benchmarks/results/sites.md"))
    options = parser.parse_args()
    wanted = tuple(one for one in (*PEERS, MATERIAL) if one.name in options.peers)
    there = tuple(one for one in wanted if shutil.which(one.command[0]))
    for one in set(wanted) - set(there):
        print(f"not installed, left out: {one.name}", file=sys.stderr)
    measured = []
    with tempfile.TemporaryDirectory() as name:
        for procedures in _sizes(options.catalogue, options.procedures):
            bench = Bench(Path(name) / str(procedures), procedures, options.catalogue)
            bench.folder.mkdir()
            measured.append(measure(bench, there, options.runs, options.ours))
        options.into.parent.mkdir(parents=True, exist_ok=True)
        options.into.write_text(report(measured, there) + "\n", encoding="utf8")
    print(options.into.read_text(encoding="utf8"))


if __name__ == "__main__":
    main()
