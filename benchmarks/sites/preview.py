"""The preview while it runs: from the moment a file is saved until it says that all is ready."""

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_READY = "http://"
_DONE = "trang sau"


@dataclass
class Preview:
    """`niemyet serve` with its command, in a folder."""

    command: Sequence[str]
    folder: Path
    environment: Mapping[str, str]
    megabytes: float = 0.0

    @contextmanager
    def running(self) -> Iterator[Callable[[], None]]:
        """Start it and wait until it serves; yields what waits for the next change to be shown."""
        with subprocess.Popen(
            self.command,
            cwd=self.folder,
            env={**self.environment, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout
            said = process.stdout
            _wait_for(_READY, said)
            yield lambda: _wait_for(_DONE, said)
            self.megabytes = _memory(process.pid)
            process.terminate()


def _wait_for(text: str, said: IO[str]) -> None:
    for line in said:
        if text in line:
            return
    raise SystemExit("the preview ended")


def _memory(process: int) -> float:
    """The most memory that a process had at a time, in MB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf8")
    (line,) = (line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
