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
from tests.conftest import DAY, PROJECT
from tests.review.repository import Repository
from tests.site.digests import digest

RECORD = "procedures/ho-tich/1.001193/procedure.yml"
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
    """A repository with the sample, in which one name was changed since the last commit."""
    made = Repository.made(folder)
    made.edit(RECORD, "Ghi nhận việc", "Ghi nhận sớm việc")
    return Machine(folder)


def everything(machine: Machine) -> list[bytes]:
    """What the commands print that a publisher uses; two builds, the second of one change."""
    said = [
        machine.succeed("init", "another"),
        Machine(machine.folder / "another", machine.first, machine.environment).succeed("build"),
        machine.succeed("check", "--jobs", "2"),
        machine.succeed("check", "--format", "sarif"),
        machine.succeed("diff", "HEAD"),
        machine.succeed("diff", "HEAD", "--format", "html"),
        machine.succeed("show", "1.001193"),
        machine.succeed("fmt"),
        machine.succeed("explain", "CT204"),
        machine.succeed("new", "agency", "--level", "province", "so-moi", "So Moi"),
    ]
    said.append(machine.succeed("build", "--jobs", "2"))
    record = machine.folder / "catalogue" / RECORD
    record.write_bytes(record.read_bytes().replace("Ghi nhận sớm".encode(), b"Ghi"))
    said.append(machine.succeed("build", "--jobs", "2"))
    said.append(machine.succeed("verify", "site"))
    said.append(machine.succeed("offline", "--into", "site.zip"))
    said.append(machine.succeed("compress", "--site", "another/site", "--jobs", "2"))
    return said


def test_the_python_of_this_test_lacks_what_it_should() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([f"{HERE}/lacking", str(PROJECT)])}
    done = subprocess.run(
        [sys.executable, "-c", GUARD], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["[]", "False", ""]


def test_a_system_without_fork_makes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
    here = repository(tmp_path / "here/catalogue-of-ours")
    there = repository(tmp_path / "there/catalogue-of-ours")
    lacking = Machine(there.folder, "lacking", CODE_PAGE)
    said_here, said = everything(here), everything(lacking)
    assert all(said)
    assert len(said) == len(said_here) == 15
    assert "Đã kiểm tra 177 tệp" in composed(said[2])
    assert [pages_made(one.decode()) for one in said_here] == [
        pages_made(composed(o)) for o in said
    ]
    assert 0 < pages_made(composed(said[11])) < 30 < pages_made(composed(said[10]))
    assert digest(there.folder / "site") == digest(here.folder / "site")
    assert digest(there.folder / "build/docs") == digest(here.folder / "build/docs")
    for name in ("catalogue", "another/catalogue", "another/site"):
        assert digest(there.folder / name) == digest(here.folder / name)
    with zipfile.ZipFile(there.folder / "site.zip") as one:
        assert one.testzip() is None
    assert (there.folder / "site.zip").read_bytes() == (here.folder / "site.zip").read_bytes()


def test_a_preview_without_fork_follows_small_and_large_changes(tmp_path: Path) -> None:
    machine = Machine(repository(tmp_path / "repository").folder, "lacking")
    changes = ((RECORD, "Ghi nhận", "Nay ghi nhận"), ("catalogue.yml", "(mẫu)", "(thử)"))
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
