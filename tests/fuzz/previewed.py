"""`niemyet serve` in a process of its own, asked without pause."""

import os
import re
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Self

from tests.conftest import PROJECT

_PAUSE = 0.25
_LATE = 10.0
"""Seconds after which an answer is a fault."""


class Previewed:
    """The preview of the catalogue in `folder`; what it says is kept in `serve.log` there."""

    def __init__(self, folder: Path, day: date) -> None:
        self._log = folder / "serve.log"
        command = (sys.executable, "-m", "generator", "serve", "--port", "0", "--as-of", f"{day}")
        environment = os.environ | {"PYTHONPATH": str(PROJECT), "PYTHONUNBUFFERED": "1"}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command, cwd=folder, env=environment, stdout=log, stderr=log
            )
        self._address = self._wait_for_address()
        self._times: list[float] = []
        self._faults: list[str] = []
        self._ended = threading.Event()
        self._asker = threading.Thread(target=self._ask, daemon=True)

    def __enter__(self) -> Self:
        self._asker.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._asker.join()
        self._process.terminate()
        self._process.wait(60)

    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process.poll() is None

    def faults(self) -> list[str]:
        """What went wrong with answers, and tracebacks in what the preview said."""
        crashed = "Traceback" in self._said()
        return self._faults + (["a traceback, see the log"] if crashed else [])

    def last_words(self) -> str:
        """The end of what the preview said."""
        return self._said()[-2000:]

    def figures(self) -> str:
        """Memory of its processes, open files, answers and the longest wait, builds, refusals."""
        memory = " + ".join(f"{_resident(one):.1f}" for one in self._processes())
        files = len(list(Path(f"/proc/{self._process.pid}/fd").iterdir()))
        said = self._said()
        return (
            f"{memory} MB, {files} open files, {len(self._times)} answers, "
            f"longest {max(self._times, default=0):.2f} s, {len(self._faults)} faults, "
            f"{said.count('danh sách và tìm kiếm')} shown, {said.count('gần nhất')} refused"
        )

    def _said(self) -> str:
        return self._log.read_text("utf8", "replace")

    def _wait_for_address(self) -> str:
        for _ in range(600):
            if found := re.search(r"http://127\.0\.0\.1:\d+/", self._said()):
                return found[0]
            assert self.is_alive(), self._said()
            time.sleep(0.2)
        raise AssertionError(self._said())

    def _ask(self) -> None:
        while not self._ended.wait(_PAUSE):
            start = time.monotonic()
            try:
                with urllib.request.urlopen(self._address, timeout=_LATE) as answer:
                    whole = answer.read().rstrip().endswith(b"</html>")
            except OSError as error:
                whole = False
                self._faults.append(f"no answer: {error}")
            else:
                if not whole:
                    self._faults.append("half a page")
            self._times.append(time.monotonic() - start)

    def _processes(self) -> Iterator[int]:
        """This process, and those that it started."""
        pid = self._process.pid
        yield pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf8").split()
        yield from map(int, children)


def _resident(pid: int) -> float:
    """Megabytes of memory; of a process that has just ended, none."""
    try:
        found = re.search(r"VmRSS:\s+(\d+)", Path(f"/proc/{pid}/status").read_text("utf8"))
    except OSError:
        return 0.0
    return int(found[1]) / 1024 if found else 0.0
