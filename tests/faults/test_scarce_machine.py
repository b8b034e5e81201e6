"""Where memory, processes or the folder for temporary files lack: slower, or a sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.faults.scenarios import DAY, write_catalogue

BUILD = ("build", "--as-of", DAY, "--jobs", "2", "--lang", "en")
_NO_FORK = """
import sys
def refuse(event, arguments):
    if event == "os.fork":
        raise BlockingIOError(11, "Resource temporarily unavailable")
sys.addaudithook(refuse)
from generator.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("scarce")
    write_catalogue(made)
    return made


def run(folder: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, which must come."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    environment = {**os.environ, "PYTHONPATH": os.fspath(PROJECT), **more}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120
    )


def test_a_build_without_worker_processes_is_done_by_one(folder: Path) -> None:
    done = run(folder, sys.executable, "-c", _NO_FORK, *BUILD)
    assert done.returncode == 0, done.stderr
    assert (folder / "site/index.html").is_file()


@pytest.mark.parametrize("kilobytes", [90_000, 130_000, 200_000])
def test_a_build_without_memory_ends_with_a_site_or_a_sentence(
    folder: Path, kilobytes: int
) -> None:
    limited = f'ulimit -v {kilobytes}; exec "$0" -m generator "$@"'
    done = run(folder, "sh", "-c", limited, sys.executable, *BUILD)
    assert done.returncode in (0, 3), done.stderr
    assert "Traceback" not in done.stderr
    assert (folder / "site/index.html").is_file() == (done.returncode == 0)
    assert done.returncode == 0 or "memory" in done.stderr


@pytest.mark.parametrize("temporary", ["/nowhere", "/proc"])
def test_a_build_without_a_folder_for_temporary_files_is_done(folder: Path, temporary: str) -> None:
    done = run(folder, sys.executable, "-m", "generator", *BUILD, TMPDIR=temporary)
    assert done.returncode == 0, done.stderr


def test_a_full_folder_for_temporary_files_is_said_or_does_not_matter(folder: Path) -> None:
    room = folder / "full"
    room.mkdir()
    inside = 'mount -t tmpfs -o size=4k none full && head -c 4096 /dev/zero > full/all; exec "$@"'
    unshared = ("unshare", "--map-root-user", "--mount", "sh", "-c")
    if not shutil.which("unshare") or run(folder, *unshared, inside, "sh", "true").returncode:
        pytest.skip("no file system can be mounted here")
    command = (sys.executable, "-m", "generator", *BUILD)
    done = run(folder, *unshared, inside, "sh", *command, TMPDIR=os.fspath(room))
    assert done.returncode in (0, 3)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0 or "space" in done.stderr
