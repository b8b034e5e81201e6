"""A machine whose locale knows ASCII alone: the same bytes, and the words in UTF-8."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.anywhere.machine import Machine
from tests.conftest import SMALL
from tests.review.repository import Repository
from tests.site.digests import digest

ASCII = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
RECORD = "procedures/ho-tich/1.000101/procedure.yml"
ENCODINGS = "import locale, sys; print(locale.getpreferredencoding(False), sys.stdout.encoding)"


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A repository in a folder with a Vietnamese name, one name changed since its last commit."""
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)
    made = Repository.made(tmp_path / "Danh mục", SMALL)
    made.edit(RECORD, "làm giấy", "làm sớm giấy")
    return Machine(tmp_path / "Danh mục", environment=ASCII)


def test_the_python_of_this_test_knows_ascii_alone(machine: Machine) -> None:
    told = subprocess.check_output([sys.executable, "-c", ENCODINGS], env=machine.variables)
    assert {name.lower() for name in told.decode().split()} == {"ansi_x3.4-1968", "ascii"}


def test_what_is_made_there_is_what_is_made_here(machine: Machine) -> None:
    assert "Đã kiểm tra 39 tệp" in machine.succeed("check", "--jobs", "1").decode()
    assert "Đã dựng" in machine.succeed("build", "--jobs", "1").decode()
    assert "làm **sớm** giấy" in machine.succeed("diff", "HEAD").decode()
    assert "Đã gói" in machine.succeed("offline", "--into", "Gói.zip").decode()
    with zipfile.ZipFile(machine.folder / "Gói.zip") as packed:
        assert all(name.startswith("Gói/") for name in packed.namelist())
    ours = machine.folder / "site"
    theirs = machine.folder.parent / "here"
    Machine(machine.folder).succeed("build", "--jobs", "1", "--site", str(theirs))
    assert digest(ours) == digest(theirs)


def test_a_mistake_is_said_there(machine: Machine) -> None:
    file = machine.folder / "catalogue" / RECORD
    file.write_text(file.read_text("utf8") + "khóa lạ: Đường\n", "utf8")
    done = machine.run("check", "--jobs", "1")
    assert done.returncode == 1
    assert "khóa lạ" in done.stdout.decode()
    absent = machine.run("check", "--catalogue", "Đường")
    assert (absent.returncode, b"Traceback" in absent.stderr) == (2, False)
    assert "Không thấy thư mục danh mục: Đường" in absent.stderr.decode()
