"""No process is forked while it has more than one thread: the copy might wait for ever."""

import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.anywhere.machine import Machine, falls_silent, fetched, line_with
from tests.conftest import SMALL
from tests.faults.scenarios import write_catalogue
from tests.review.repository import Repository

GUARD = """
import os, threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
os.fork()
"""
CHECK = """
import os, sys
from generator.cli import main
from generator.law.rules import runner
runner.LARGE = 1
os.register_at_fork(after_in_parent=lambda: print("forked", file=sys.stderr))
sys.exit(main())
"""
"""The command, for which every catalogue is a large one."""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    Repository.made(tmp_path / "repository", SMALL)
    return Machine(tmp_path / "repository", "one_thread")


@pytest.fixture
def small(tmp_path: Path) -> Machine:
    """A catalogue of three procedures."""
    write_catalogue(tmp_path)
    return Machine(tmp_path, "one_thread")


def test_the_python_of_this_test_sees_it(machine: Machine) -> None:
    done = subprocess.run(
        [sys.executable, "-c", GUARD], env=machine.variables, capture_output=True, text=True
    )
    assert done.returncode == 99
    assert "forked with" in done.stderr


def test_reading_and_checking_with_several_processes(machine: Machine) -> None:
    command = [sys.executable, "-c", CHECK, "check", "--jobs", "2"]
    done = subprocess.run(command, cwd=machine.folder, env=machine.variables, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count(b"forked") >= 4  # two readers, and two for the rules


def test_building_reviewing_and_packing_with_several_processes(machine: Machine) -> None:
    machine.succeed("build", "--jobs", "2")
    machine.succeed("diff", "HEAD", "--jobs", "2")
    machine.succeed("check", "--base", "HEAD", "--jobs", "2")
    shutil.rmtree(machine.folder / "site/assets")  # the largest of what is packed
    shutil.rmtree(machine.folder / "site/quy-tac")
    machine.succeed("compress", "--jobs", "2")


@pytest.mark.parametrize("file", ["procedures/ho-tich/1.000101/procedure.yml", "catalogue.yml"])
def test_a_preview_of_a_small_and_of_a_large_change(machine: Machine, file: str) -> None:
    with machine.preview() as said:
        assert line_with("http://", said)
        record = machine.folder / "catalogue" / file
        text = record.read_text("utf8")
        record.write_text(text.replace("làm giấy", "nay làm giấy").replace("ví dụ", "thử"), "utf8")
        pages = int(line_with("Xong", said).split()[1])
        assert (pages > 64) == (file == "catalogue.yml")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_preview_that_ends_serves_no_longer(small: Machine, end: signal.Signals) -> None:
    with small.preview(end) as said:
        address = line_with("http://", said).split()[3].rstrip(";")
        assert fetched(address)
    assert falls_silent(address)


def test_a_port_that_is_taken_is_said(small: Machine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = small.run("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "Không mở được cổng" in done.stderr.decode()
