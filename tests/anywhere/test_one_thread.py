"""No process is forked while it has more than one thread: the copy might wait for ever."""

import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.law.rules.runner import LARGE
from tests.anywhere.machine import Machine, falls_silent, fetched, line_with
from tests.conftest import PROJECT
from tests.review.repository import Repository

GUARD = """
import os, threading
threading.Thread(target=threading.Event().wait, daemon=True).start()
os.fork()
"""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    Repository.made(tmp_path / "repository")
    return Machine(tmp_path / "repository", "one_thread")


def test_the_python_of_this_test_sees_it(machine: Machine) -> None:
    done = subprocess.run(
        [sys.executable, "-c", GUARD], env=machine.variables, capture_output=True, text=True
    )
    assert done.returncode == 99
    assert "forked with" in done.stderr


def test_reading_and_checking_with_several_processes(machine: Machine, tmp_path: Path) -> None:
    command = (sys.executable, "-m", "benchmarks.synthetic", str(tmp_path / "many"))
    subprocess.run([*command, "--procedures", str(LARGE)], cwd=PROJECT, check=True)
    said = machine.succeed("check", "--jobs", "2", "--catalogue", str(tmp_path / "many"))
    assert f"({LARGE} thủ tục".encode() in said


def test_building_reviewing_and_packing_with_several_processes(machine: Machine) -> None:
    machine.succeed("build", "--jobs", "2")
    machine.succeed("compress", "--jobs", "2")
    machine.succeed("diff", "HEAD", "--jobs", "2")
    machine.succeed("check", "--base", "HEAD", "--jobs", "2")


@pytest.mark.parametrize("file", ["procedures/ho-tich/1.001193/procedure.yml", "catalogue.yml"])
def test_a_preview_of_a_small_and_of_a_large_change(machine: Machine, file: str) -> None:
    with machine.preview() as said:
        assert line_with("http://", said)
        record = machine.folder / "catalogue" / file
        text = record.read_text("utf8")
        record.write_text(
            text.replace("Ghi nhận", "Nay ghi nhận").replace("(mẫu)", "(thử)"), "utf8"
        )
        pages = int(line_with("Xong", said).split()[1])
        assert (pages > 64) == (file == "catalogue.yml")


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_preview_that_ends_serves_no_longer(machine: Machine, end: signal.Signals) -> None:
    with machine.preview(end) as said:
        address = line_with("http://", said).split()[3].rstrip(";")
        assert fetched(address)
    assert falls_silent(address)


def test_a_port_that_is_taken_is_said(machine: Machine) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = machine.run("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "Không mở được cổng" in done.stderr.decode()
