"""What Windows and macOS lack is done another way, with the same result to the byte."""

import os
import re
import subprocess
import sys
import time
import unicodedata
import zipfile
from functools import partial
from multiprocessing import active_children
from pathlib import Path

import pytest

from generator.cli.console import nearest
from generator.law.rules import run_catalogue_rules, runner
from generator.locale import words_of
from generator.records import blobs, processes
from generator.records.processes import answer_in_background, inherited, peak_memory, start_pool
from generator.records.tree import load_catalogue
from generator.site import publish
from generator.site.publish import move, swap_in
from tests.anywhere.machine import CODE_PAGE, HERE, Machine, line_with
from tests.conftest import DAY, PROJECT, SMALL
from tests.review.repository import Repository
from tests.site.digests import digest

RECORD = "procedures/ho-tich/1.000101/procedure.yml"
GUARD = """
import os, sys
for name in ("fcntl", "resource"):
    try:
        __import__(name)
    except ImportError:
        continue
    sys.exit(f"{name} is there")
print([name for name in ("fork", "pread", "pwrite", "link") if hasattr(os, name)])
from generator.records.processes import FORKS
print(FORKS)
"""


def repository(folder: Path) -> Machine:
    """A repository in which one thing was changed since the last commit."""
    made = Repository.made(folder, SMALL)
    made.edit(RECORD, "làm giấy", "làm sớm giấy")
    return Machine(folder)


def usual(machine: Machine) -> list[bytes]:
    """What a check, a change and two builds print, and the help, which loads every verb."""
    said = [
        machine.succeed("check", "--jobs", "2"),
        machine.succeed("new", "agency", "--level", "province", "so-moi", "So Moi"),
        machine.succeed("build", "--jobs", "2"),
    ]
    record = machine.folder / "catalogue" / RECORD
    record.write_bytes(record.read_bytes().replace("làm sớm".encode(), "làm".encode()))
    said.append(machine.succeed("build", "--jobs", "2"))
    said.append(machine.succeed("--help"))
    return said


def everything_else(machine: Machine) -> list[bytes]:
    """What the other commands print that a publisher uses."""
    return [
        machine.succeed("init", "another"),
        Machine(machine.folder / "another", machine.first, machine.environment).succeed("build"),
        machine.succeed("check", "--format", "sarif"),
        machine.succeed("diff", "HEAD"),
        machine.succeed("diff", "HEAD", "--format", "html"),
        machine.succeed("show", "1.000101"),
        machine.succeed("fmt"),
        machine.succeed("explain", "CT204"),
        machine.succeed("verify", "site"),
        machine.succeed("offline", "--into", "site.zip"),
        machine.succeed("compress", "--site", "another/site", "--jobs", "2"),
    ]


def test_the_python_of_this_test_lacks_what_it_should() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([f"{HERE}/lacking", str(PROJECT)])}
    done = subprocess.run(
        [sys.executable, "-c", GUARD], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["[]", "False", ""]


@pytest.fixture
def here_and_there(tmp_path: Path) -> tuple[Machine, Machine]:
    """The same repository on this system, and on one without fork whose console is odd."""
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    here = repository(tmp_path / "here/catalogue-of-ours")
    there = repository(tmp_path / "there/catalogue-of-ours")
    return here, Machine(there.folder, "lacking", CODE_PAGE)


def test_a_system_without_fork_makes_the_same_bytes(
    here_and_there: tuple[Machine, Machine],
) -> None:
    here, there = here_and_there
    said_here, said = usual(here), usual(there)
    assert all(said)
    assert "Đã kiểm tra 39 tệp" in composed(said[0])
    assert [pages_made(one.decode()) for one in said_here] == [
        pages_made(composed(o)) for o in said
    ]
    assert 0 < pages_made(composed(said[3])) < 30 < pages_made(composed(said[2]))
    for name in ("site", "build/docs", "catalogue"):
        assert digest(there.folder / name) == digest(here.folder / name)


@pytest.mark.thorough
def test_every_command_does_there_what_it_does_here(
    here_and_there: tuple[Machine, Machine],
) -> None:
    here, there = here_and_there
    for machine in here_and_there:
        machine.succeed("build", "--jobs", "2")
    said_here, said = everything_else(here), everything_else(there)
    assert all(said)
    assert [pages_made(one.decode()) for one in said_here] == [
        pages_made(composed(o)) for o in said
    ]
    for name in ("site", "catalogue", "another/catalogue", "another/site"):
        assert digest(there.folder / name) == digest(here.folder / name)
    with zipfile.ZipFile(there.folder / "site.zip") as one:
        assert one.testzip() is None
    assert (there.folder / "site.zip").read_bytes() == (here.folder / "site.zip").read_bytes()


def test_a_preview_without_fork_follows_small_and_large_changes(tmp_path: Path) -> None:
    machine = Machine(repository(tmp_path / "repository").folder, "lacking")
    changes = ((RECORD, "làm sớm", "nay làm"), ("catalogue.yml", "ví dụ", "thử"))
    with machine.preview() as said:
        assert line_with("http://", said)
        for file, old, new in changes:
            record = machine.folder / "catalogue" / file
            record.write_text(record.read_text("utf8").replace(old, new), "utf8")
            assert line_with("Xong", said)
    Machine(machine.folder).succeed("build")
    assert digest(machine.folder / "build/preview") == digest(machine.folder / "site")


def composed(said: bytes) -> str:
    return unicodedata.normalize("NFC", said.decode("cp1258"))


def pages_made(said: str) -> int:
    found = re.search(r"Viết lại (\d+) trang", said)
    return int(found[1]) if found else 0


def test_workers_that_are_spawned_find_what_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue, _ = load_catalogue(Path(__file__).parent.parent / "fixtures/broken")
    alone = list(run_catalogue_rules(catalogue, DAY))
    assert len(alone) > 20
    monkeypatch.setattr(runner, "LARGE", 1)
    monkeypatch.setattr(processes, "FORKS", False)
    assert list(run_catalogue_rules(catalogue, DAY, jobs=2)) == alone
    with start_pool(1, "shared") as executor:
        assert executor.submit(inherited).result() == "shared"


@pytest.mark.parametrize("forks", [True, False])
def test_an_answer_is_worked_out_by_a_copy_or_when_it_is_asked_for(
    forks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "FORKS", forks)
    with answer_in_background(os.getpid) as answer:
        assert (answer() != os.getpid()) == forks
    with answer_in_background(partial(divmod, 1, 0)) as answer, pytest.raises(ZeroDivisionError):
        answer()


def test_a_copy_that_dies_is_answered_for() -> None:
    here = os.getpid()

    def question() -> int:
        if os.getpid() != here:
            os._exit(1)
        return 42

    with answer_in_background(question) as answer:
        assert answer() == 42


def test_an_answer_that_nobody_asks_for_leaves_no_process() -> None:
    with answer_in_background(partial(time.sleep, 60)):
        assert active_children()
    assert not active_children()


def test_a_file_is_read_by_moving_within_it_where_it_cannot_be_read_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "pread")
    monkeypatch.delattr(os, "pwrite")
    stored = blobs.BlobFile.open_within()
    kept = [stored.put(str(number), bytes([number]) * (number + 1)) for number in range(9)]
    for number in (5, 0, 8, 5):
        assert kept[number].encoded == bytes([number]) * (number + 1)
    assert not stored.refused


def test_memory_is_said_where_the_system_says_it(monkeypatch: pytest.MonkeyPatch) -> None:
    known = peak_memory()
    assert known is not None
    assert known > 10
    monkeypatch.setitem(sys.modules, "resource", None)
    assert peak_memory() is None


def test_a_site_is_put_in_place_without_the_call_that_linux_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish.sys, "platform", "darwin")
    for name in ("site", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(name, "utf8")
    swap_in(tmp_path / "new", tmp_path / "site")
    assert {path.name for path in tmp_path.iterdir()} == {"site"}
    assert (tmp_path / "site/index.html").read_text("utf8") == "new"


def test_a_site_that_cannot_be_put_in_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publish.sys, "platform", "win32")
    (tmp_path / "site").mkdir()
    with pytest.raises(FileNotFoundError):
        swap_in(tmp_path / "new", tmp_path / "site")
    assert {path.name for path in tmp_path.iterdir()} == {"site"}


def test_a_file_that_another_program_has_open_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusals = iter([PermissionError(13, "in use")] * 3)
    replace = Path.replace

    def busy(source: Path, target: Path) -> Path:
        for refusal in refusals:
            raise refusal
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(publish, "_PAUSE", 0)
    (tmp_path / "a").write_text("a", "utf8")
    move(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text("utf8") == "a"
    refusals = iter([PermissionError(13, "in use")] * 99)
    with pytest.raises(PermissionError):
        move(tmp_path / "b", tmp_path / "c")


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "cp1258"])
def test_every_word_can_be_printed_in_any_code_page(encoding: str) -> None:
    shown = {
        letter: nearest(letter, encoding)
        for letter in set("".join(words_of("vi").entries.values()))
    }
    for letter, near in shown.items():
        assert near.encode(encoding)
        assert not letter.isalpha() or near[0].isalpha(), letter
