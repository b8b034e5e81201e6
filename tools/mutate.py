r"""Plant one-token mutations, one at a time, and see whether a test command notices.

    python -m tools.mutate --seed 1 --count 30 generator/law generator/exports -- \
        python -m pytest -q -x -n 0 tests/golden tests/{room}

Of every place below the paths where one token can be another (`tools.mutations`), `count` are drawn
by chance from `seed`: comparisons, arithmetic, logic, numbers, calls and keys, each kind as often
as any other. The tree is copied to a folder that goes away, and only that copy is ever changed. The
command must pass there as it is; a mutation is killed when it fails, or runs longer than `--limit`
seconds. In an argument, `{room}` stands for the folder below `generator` in which the mutation is,
or for what `--room FOLDER=OTHER` says; an argument that then names nothing that is there is left
out.

A mutation that makes no difference counts as survived: it has to be looked at by eye. Prints a line
for each, and the count; exits with 1 when the command fails without any mutation.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.mutations import Mutation, drawn, mutations

_LEFT_BEHIND = (".git", ".venv", "build", "site", "__pycache__", "node_modules", ".hypothesis")
"""Folders that are not copied, at the top of the tree or, for `__pycache__`, anywhere."""


@dataclass(frozen=True)
class Run:
    """How a command ended: whether it passed, after how many seconds, and what it said last."""

    passed: bool
    seconds: float
    said: str


@dataclass(frozen=True)
class Copy:
    """A copy of a tree in which one mutation at a time is planted."""

    root: Path
    limit: float
    rooms: Mapping[str, str]

    def tried(self, mutation: Mutation, command: Sequence[str]) -> Run:
        """Run a command with the mutation in its place; the copy is sound again afterwards."""
        module = self.root / mutation.path
        source = module.read_bytes()
        module.write_bytes(mutation.planted(source))
        try:
            return self.run(self._meant(command, mutation.room))
        finally:
            module.write_bytes(source)

    def run(self, command: Sequence[str]) -> Run:
        """Run a command in the copy, and everything it started no longer than the limit."""
        began = time.monotonic()
        environment = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1"}
        with subprocess.Popen(
            command,
            cwd=self.root,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        ) as process:
            try:
                said, _ = process.communicate(timeout=self.limit)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                said = "ran too long"
        lines = [line for line in said.splitlines() if line.startswith("FAILED")]
        last = (lines or said.strip().splitlines() or [""])[-1]
        return Run(process.returncode == 0, time.monotonic() - began, last[:160])

    def _meant(self, command: Sequence[str], room: str) -> list[str]:
        """The command for a room, without arguments that name nothing that is there."""
        named = self.rooms.get(room, room)
        meant = [(word, word.replace("{room}", named)) for word in command]
        return [new for old, new in meant if old == new or (self.root / new).exists()]


def copied(tree: Path, folder: Path) -> Path:
    """A copy of a tree, without what is made from it."""

    def left(where: str, names: list[str]) -> set[str]:
        top = Path(where) == tree
        return {name for name in names if name in _LEFT_BEHIND and (top or name == "__pycache__")}

    root = folder / "tree"
    shutil.copytree(tree, root, ignore=left, symlinks=True)
    if (tree / ".venv").exists():
        (root / ".venv").symlink_to((tree / ".venv").resolve())
    return root


def outcomes(
    copy: Copy, planted: Sequence[Mutation], command: Sequence[str]
) -> Iterator[tuple[Mutation, Run]]:
    """Try each mutation."""
    for mutation in planted:
        yield mutation, copy.tried(mutation, command)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--limit", type=float, default=600, help="seconds for one run")
    parser.add_argument("--room", action="append", default=[], metavar="FOLDER=OTHER")
    parser.add_argument("--list", action="store_true", help="only say which would be planted")
    parser.add_argument("paths", nargs="+")
    own, _, command = " ".join(sys.argv[1:]).partition(" -- ")
    options = parser.parse_args(own.split())
    options.command = command.split()
    return options


def main() -> int:
    """Draw, try and count."""
    options = _arguments()
    tree = Path.cwd()
    every = mutations(tree, options.paths)
    planted = drawn(every, options.seed, options.count)
    print(f"seed {options.seed}: {len(planted)} of {len(every)} mutations", flush=True)
    if options.list:
        print(*planted, sep="\n")
        return 0
    with TemporaryDirectory(prefix="mutate-") as folder:
        rooms = dict(pair.split("=") for pair in options.room)
        copy = Copy(copied(tree, Path(folder)), options.limit, rooms)
        whole = copy.run([word for word in options.command if "{room}" not in word])
        if not whole.passed:
            print(f"the command fails without any mutation: {whole.said}")
            return 1
        killed = 0
        for mutation, run in outcomes(copy, planted, options.command):
            killed += not run.passed
            state = "survived" if run.passed else "killed  "
            print(f"{state} {run.seconds:>6.1f} s  {mutation}", flush=True)
            if not run.passed:
                print(f"                   {run.said}", flush=True)
    print(f"seed {options.seed}: {killed} of {len(planted)} killed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
