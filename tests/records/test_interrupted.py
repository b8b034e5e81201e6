"""Ctrl-C ends a run at once whatever its workers are at, and with as little memory as there is."""

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer

import pytest

from generator.cli.common import CLEAN, INTERNAL, INTERRUPTED
from tests.conftest import DAY, PROJECT, SAMPLE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")

LITTLE = 200_000 << 10
"""Bytes: `ulimit -v 200000`."""
SECONDS = 200.0
"""Longer than any of these takes to end; what hangs does so for minutes."""
STUCK = """
import os, signal, sys, time
from concurrent.futures.process import _ExecutorManagerThread as Manager
from generator.cli import main
from generator.records import tree

read, owner = tree._read_batch, os.getpid()

def begin_and_stick(*arguments):
    if os.getpid() == owner:
        return read(*arguments)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # as in a long call of a library
    os.write(1, b"working\\n")
    time.sleep(300)

begin_and_stick.__module__, begin_and_stick.__qualname__ = tree.__name__, "_read_batch"
tree._read_batch = begin_and_stick
"""
"""Workers that begin and never end."""
DEAD = """
answer, answered = Manager.process_result_item, []

def answer_once(manager, item):  # to the question whether a worker has begun
    if answered:
        raise MemoryError
    answered.append(item)
    answer(manager, item)

def begin_and_answer(*arguments):
    if os.getpid() == owner:
        return read(*arguments)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.write(1, b"working\\n")

Manager.process_result_item = answer_once
begin_and_answer.__module__, begin_and_answer.__qualname__ = tree.__name__, "_read_batch"
tree._read_batch = begin_and_answer
"""
"""A manager that finds no memory for what it is told: nobody hears of the workers again."""
RUN = "sys.exit(main(sys.argv[1:]))\n"


def begin_in_terminal() -> None:
    """With little memory; Ctrl-C counts, also where the tests run in the background."""
    resource.setrlimit(resource.RLIMIT_AS, (LITTLE, LITTLE))
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def checking(program: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A check with two jobs and little memory, in a session of its own as in a terminal."""
    options = ("check", "--jobs", "2", "--catalogue", str(SAMPLE), "--as-of", str(DAY))
    with subprocess.Popen(
        [sys.executable, "-c", program + RUN, *options], cwd=folder, preexec_fn=begin_in_terminal,
        env=os.environ | {"PYTHONPATH": str(PROJECT)}, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as process:  # fmt: skip
        end = Timer(SECONDS, end_group, [process.pid])
        end.start()
        try:
            yield process
        finally:
            end.cancel()
            end_group(process.pid)


def end_group(group: int) -> None:
    """Kill what is left of it."""
    with suppress(ProcessLookupError):
        os.killpg(group, signal.SIGKILL)


def alive(group: int) -> list[str]:
    """The processes of a group that have not ended."""
    found = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):  # ended meanwhile
            state, _, its_group = file.read_text("ascii", "replace").rpartition(")")[2].split()[:3]
            found += [file.parent.name] if its_group == str(group) and state != "Z" else []
    return found


@pytest.mark.parametrize("program", [STUCK, STUCK + DEAD], ids=["stuck", "without a manager"])
def test_ctrl_c_ends_a_check_that_has_little_memory(program: str, tmp_path: Path) -> None:
    with checking(program, tmp_path) as process:
        assert process.stdout
        assert process.stdout.readline() == b"working\n"
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait() == INTERRUPTED
        assert not alive(process.pid)


def test_a_check_whose_manager_found_no_memory_ends_by_itself(tmp_path: Path) -> None:
    with checking(STUCK + DEAD, tmp_path) as process:
        said = process.communicate()[0].decode()
        assert process.returncode in (CLEAN, INTERNAL)
        assert ("0 lỗi" if process.returncode == CLEAN else "bộ nhớ") in said
        assert not alive(process.pid)
