"""A machine that lacks disk, memory or processes: fewer jobs, one process, or one sentence."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY, PROJECT, SAMPLE

LONGEST = 240.0
SOUND = "0 lỗi"
_MIB = 1 << 20
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="limits and mounts of Linux")


def run(
    command: list[str], folder: Path, limit: Callable[[], None] | None = None, **more: str
) -> tuple[int, str]:
    """The exit code of a command in `folder`, and all that it said."""
    environment = os.environ | {"PYTHONPATH": str(PROJECT)} | more
    done = subprocess.run(
        command, cwd=folder, env=environment, preexec_fn=limit, timeout=LONGEST, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stdout
    return done.returncode, done.stdout


def check(*options: str) -> list[str]:
    program = [sys.executable, "-m", "generator", "check", "--catalogue", str(SAMPLE)]
    return [*program, "--as-of", str(DAY), *options]


def test_an_absent_folder_for_temporary_files_is_no_obstacle(tmp_path: Path) -> None:
    code, said = run(check("--jobs", "2"), tmp_path, TMPDIR=str(tmp_path / "none"))
    assert (code, SOUND in said) == (0, True)


@linux_only
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_folder_for_temporary_files_is_a_sentence(tmp_path: Path, jobs: str) -> None:
    full = tmp_path / "full"
    full.mkdir()
    unshare = [shutil.which("unshare") or "unshare", "-m", "sh", "-c"]
    mount = f"mount -t tmpfs -o size=16k none {full}"
    if subprocess.run([*unshare, mount], check=False, capture_output=True).returncode:
        pytest.skip("no file system can be mounted here")
    filled = f'{mount} && head -c 12000 /dev/zero > {full}/a && exec "$@"'
    command = [*unshare, filled, "sh", *check("--jobs", jobs)]
    code, said = run(command, tmp_path, TMPDIR=str(full))
    assert code in (0, 3)
    assert SOUND in said if code == 0 else "chỗ trống" in said


@linux_only
@pytest.mark.parametrize("mebibytes", [2000, 200, 60, 47])
def test_little_memory_means_fewer_processes_or_a_sentence(tmp_path: Path, mebibytes: int) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes * _MIB, mebibytes * _MIB))

    code, said = run(check("--jobs", "4"), tmp_path, limit)
    assert code in (0, 3)
    assert SOUND in said if code == 0 else "bộ nhớ" in said


@linux_only
def test_where_no_process_can_be_started_this_one_does_the_work(tmp_path: Path) -> None:
    refusing = (
        "import os, sys\n"
        "def refuse(): raise BlockingIOError(11, 'no process')\n"
        "os.fork = refuse\n"
        "from generator.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", refusing, *check("--jobs", "4", "-v")[3:]]
    code, said = run(command, tmp_path)
    assert (code, SOUND in said) == (0, True)
    assert "1 processes cannot be started" in said
