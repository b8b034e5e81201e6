"""Worker processes end with the one they work for, and hold nothing that the next one needs."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from generator.site.folders import lock_build
from tests.conftest import PROJECT

_PARENT = """
import os, sys, time
from pathlib import Path
from generator.records.processes import start_pool
from generator.site.folders import lock_build

with lock_build(Path(sys.argv[1])), start_pool(2) as executor:
    workers = {executor.submit(os.getpid).result() for _ in range(4)}
    {executor.submit(time.sleep, 60) for _ in range(4)}
    print(*workers, flush=True)
    time.sleep(60)
"""


def _lives(process: int) -> bool:
    """Whether a process runs; one that has ended and that nobody asked for its status does not."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_killed_process_leaves_no_workers_and_no_lock(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT, str(tmp_path)],
        cwd=PROJECT, stdout=subprocess.PIPE, text=True,
    ) as parent:  # fmt: skip
        assert parent.stdout
        workers = [int(process) for process in parent.stdout.readline().split()]
        assert workers
        assert all(map(_lives, workers))
        parent.send_signal(signal.SIGKILL)
    with lock_build(tmp_path):
        pass
    patience = time.monotonic() + 30
    while any(map(_lives, workers)) and time.monotonic() < patience:
        time.sleep(0.05)
    assert not any(map(_lives, workers))


def test_a_child_does_not_hold_the_lock_of_its_parent(tmp_path: Path) -> None:
    with lock_build(tmp_path):
        child = os.fork()
        if child == 0:
            time.sleep(60)
            os._exit(0)
    try:
        again = "from pathlib import Path; from generator.site.folders import lock_build\n"
        again += f"with lock_build(Path({str(tmp_path)!r})): print('held')"
        done = subprocess.run(
            [sys.executable, "-c", again],
            cwd=PROJECT, capture_output=True, text=True, timeout=30, check=True,
        )  # fmt: skip
        assert done.stdout == "held\n"
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
