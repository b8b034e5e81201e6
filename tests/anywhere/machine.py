"""Run the command in a process of its own, on a Python that is made to lack something."""

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.conftest import PROJECT

HERE = Path(__file__).parent
NOON = "1795305600"
"""22 November 2026, in seconds."""
CODE_PAGE = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1258", "LC_ALL": "C"}
"""A console of Windows in Vietnamese."""


SERVE = ("serve", "--port", "0")
_PATIENCE = 30
"""Seconds that a process may take to end."""


@dataclass(frozen=True)
class Machine:
    """A folder to work in, and what each Python that is started loads first."""

    folder: Path
    first: str = ""
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def variables(self) -> dict[str, str]:
        """The environment of every process."""
        paths = [str(HERE / self.first)] if self.first else []
        return {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([*paths, str(PROJECT)]),
            "SOURCE_DATE_EPOCH": NOON,
            **self.environment,
        }

    @property
    def command(self) -> list[str]:
        """How `niemyet` is called."""
        return [sys.executable, "-m", "generator"]

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run `niemyet` with arguments."""
        command = [*self.command, *arguments]
        return subprocess.run(command, cwd=self.folder, env=self.variables, capture_output=True)

    def succeed(self, *arguments: str) -> bytes:
        """Run `niemyet` with arguments; returns what it prints."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
        return done.stdout

    @contextmanager
    def preview(self, end: signal.Signals = signal.SIGTERM) -> Iterator[IO[str]]:
        """Run `niemyet serve` with two processes, and end it by a signal; yields what it prints."""
        command = [*self.command, *SERVE, "--jobs", "2"]
        with serving(command, self.folder, self.variables, end) as said:
            yield said


@contextmanager
def serving(
    command: Sequence[str],
    folder: Path,
    variables: Mapping[str, str],
    end: signal.Signals = signal.SIGTERM,
) -> Iterator[IO[str]]:
    """Run a server in a folder; yields what it prints.

    However the body ends, a signal ends the process; one that it does not end is killed, and the
    test fails.
    """
    with subprocess.Popen(
        command,
        cwd=folder, env=variables, stdout=subprocess.PIPE,
        encoding="utf8", errors="replace", preexec_fn=_heed_interrupts,
    ) as process:  # fmt: skip
        try:
            assert process.stdout
            yield process.stdout
        finally:
            process.send_signal(end)
            try:
                process.wait(_PATIENCE)
            finally:
                process.kill()


def _heed_interrupts() -> None:
    """Undo what a shell does to what it runs in the background, and so to these tests."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def fetched(address: str) -> bytes:
    """What is served at an address; nothing when nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            content: bytes = answer.read()
            return content
    except OSError:
        return b""


def falls_silent(address: str) -> bool:
    """Whether nobody answers soon at an address.

    The process that serves ends a moment after the command that a signal has ended: it hears of
    that by their connection, and may have accepted a request before.
    """
    patience = time.monotonic() + _PATIENCE
    while fetched(address) and time.monotonic() < patience:
        time.sleep(0.05)
    return not fetched(address)


def line_with(text: str, said: IO[str]) -> str:
    """The next line that has a text in it."""
    return next(line for line in said if text in line)


@dataclass(frozen=True)
class Installed:
    """A virtual environment into which the wheel was installed."""

    folder: Path
    wheel: Path

    @property
    def scripts(self) -> Path:
        """The folder of its commands."""
        return self.folder / ("Scripts" if sys.platform == "win32" else "bin")

    @property
    def variables(self) -> dict[str, str]:
        """The environment of a shell in which it is active, and from which no index is reached."""
        inherited = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return {
            **inherited,
            "PATH": f"{self.scripts}{os.pathsep}{os.environ['PATH']}",
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": str(self.wheel.parent),
            "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "SOURCE_DATE_EPOCH": NOON,
        }

    def run(self, *command: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command of this environment, by its name."""
        return subprocess.run(
            [str(self.scripts / command[0]), *command[1:]],
            cwd=folder or self.folder,
            env=self.variables,
            capture_output=True,
            encoding="utf8",
        )

    def python(self, *arguments: str) -> str:
        """Run its Python; returns what it prints."""
        done = self.run("python", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def niemyet(self, folder: Path, *arguments: str) -> str:
        """Run `niemyet` in a folder; returns what it prints."""
        done = self.run("niemyet", *arguments, folder=folder)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
