"""What the system refuses to read or to write is said in a sentence, with its exit code."""

import ctypes
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.anywhere.machine import Machine
from tests.conftest import SAMPLE

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="rights are kept otherwise there")
_DROP_RIGHT = 24
_RIGHTS_OF_ROOT = (1, 2)
"""To write, and to read, whatever the mode of a file says (capabilities(7))."""
BUILD = ("build", "--jobs", "1")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    shutil.copytree(SAMPLE, tmp_path / "catalogue")
    yield tmp_path
    for path in (tmp_path, *tmp_path.rglob("*")):
        path.chmod(0o755)


def _obey_modes() -> None:
    """Have a process of root heed the modes of files, from the program on that it starts."""
    for right in _RIGHTS_OF_ROOT:
        ctypes.CDLL(None).prctl(_DROP_RIGHT, right, 0, 0, 0)


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    machine = Machine(folder)
    done = subprocess.run(
        [*machine.command, *arguments],
        cwd=folder, env=machine.variables, capture_output=True, encoding="utf8",
        preexec_fn=_obey_modes,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def closed(folder: Path, name: str, mode: int = 0o555) -> None:
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name).chmod(mode)


@pytest.mark.parametrize(
    ("name", "arguments", "code", "said"),
    [
        ("weg", (*BUILD, "--site", "weg/trang"), 2, "Không có quyền ghi vào chỗ đặt trang: "),
        ("site", BUILD, 2, "Không có quyền ghi vào chỗ đặt trang: "),
        (".", BUILD, 2, "Không có quyền ghi vào chỗ đặt trang: "),
        (".", ("serve", "--port", "0"), 2, "Không có quyền ghi vào chỗ đặt trang: "),
        ("build", BUILD, 3, "trang cũ (nếu có) vẫn giữ nguyên: không có quyền đọc hoặc ghi: "),
        ("weg", ("init", "weg/kho"), 2, "chưa tạo gì: không có quyền đọc hoặc ghi: "),
        (
            "weg",
            ("export", "word", "1.900104", "--into", "weg"),
            2,
            "Không ghi được tệp weg: không có quyền đọc hoặc ghi: ",
        ),
        ("weg", ("post", "so-noi-vu", "--into", "weg/x"), 2, "Không ghi được vào weg/x: "),
        ("catalogue", BUILD, 3, "Máy không cho làm việc này: không có quyền đọc hoặc ghi: "),
    ],
)
def test_what_may_not_be_written_is_said(
    folder: Path, name: str, arguments: tuple[str, ...], code: int, said: str
) -> None:
    closed(folder, name, 0o311 if name == "catalogue" else 0o555)
    ended, told = run(folder, *arguments)
    assert (ended, said in told) == (code, True), told
    assert "Traceback" not in told
    assert not list(folder.rglob("*.niemyet-*"))


def test_a_check_needs_no_right_to_write(folder: Path) -> None:
    closed(folder, ".")
    code, told = run(folder, "check", "--jobs", "1")
    assert (code, "Đã kiểm tra 177 tệp" in told) == (0, True), told


def test_a_site_that_is_a_file_is_not_replaced(folder: Path) -> None:
    (folder / "site").write_text("x", "utf8")
    code, told = run(folder, *BUILD)
    assert (code, "Không đặt trang vào đây được" in told) == (2, True), told
    assert (folder / "site").read_text("utf8") == "x"


@pytest.mark.parametrize("verb", [("check", "--jobs", "1"), BUILD])
def test_a_file_that_may_not_be_read_is_one_finding(folder: Path, verb: tuple[str, ...]) -> None:
    (folder / "catalogue/agencies/btp.yml").chmod(0)
    code, told = run(folder, *verb)
    assert (code, "1 lỗi, 0 cảnh báo" in told) == (1, True), told
    assert "agencies/btp.yml:1:1  LỖI YM112 " in told


@pytest.mark.parametrize(
    "name", ["agencies", "decisions", "decisions/btp", "calendar", "places", "procedures/ho-tich"]
)
def test_a_folder_that_may_not_be_opened_is_one_finding(folder: Path, name: str) -> None:
    (folder / "catalogue" / name).chmod(0)
    code, told = run(folder, "check", "--jobs", "1")
    assert (code, "1 lỗi, 0 cảnh báo" in told) == (1, True), told
    assert f"{name}:1:1  LỖI YM112 " in told
    assert "Không đọc tệp này: không có quyền đọc hoặc ghi." in told


def test_of_a_folder_that_only_lists_its_files_each_is_a_finding(folder: Path) -> None:
    closed(folder, "catalogue/calendar", 0o444)
    code, told = run(folder, "check", "--jobs", "1")
    names = {file.name for file in (SAMPLE / "calendar").iterdir()}
    assert code == 1
    assert all(f"calendar/{name}:1:1  LỖI YM112 " in told for name in names)
