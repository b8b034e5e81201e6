"""Text files are UTF-8 whatever the system says, and their lines end as they did before."""

import ast
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.authoring.scaffold import line_end
from generator.cli import main
from tests.conftest import SAMPLE

MODULES = sorted(Path("generator").rglob("*.py"))
DECISION = "decisions/btp/2026/9205.yml"


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id, node


def is_complete(name: str, call: ast.Call) -> bool:
    """Whether a call says its encoding and, when it writes, the end of lines."""
    said = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
    if name in ("Popen", "run", "check_output"):
        return "text" not in said or "encoding" in said
    encoding = said.get("encoding", "") + "".join(map(ast.unparse, call.args))
    return "utf8" in encoding and (name == "read_text" or "newline" in said)


def test_the_encoding_is_said_and_so_is_the_end_of_lines_that_are_written() -> None:
    asked = [
        (path, name, call)
        for path in MODULES
        for name, call in calls(path)
        if name in ("read_text", "write_text", "Popen", "run", "check_output")
    ]
    assert len(asked) > 50
    assert [f"{path}:{call.lineno}" for path, n, call in asked if not is_complete(n, call)] == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_row_that_is_added_leaves_the_other_lines_as_they_are(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SAMPLE, tmp_path / "catalogue")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "catalogue" / DECISION
    before = file.read_bytes().replace(b"\n", end.encode())
    file.write_bytes(before)
    arguments = ["1.900102", "--decision", "btp/2026/9205", "--parts", "time"]
    assert main(["new", "version", *arguments]) == 0
    after = file.read_bytes()
    lines = iter(after.splitlines(keepends=True))
    assert all(line in lines for line in before.splitlines(keepends=True))
    assert line_end(after) == end
    assert after.count(b"\n") == after.count(end.encode()) > before.count(b"\n")


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_keys_are_put_in_order_without_touching_the_ends_of_lines(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(SAMPLE, tmp_path / "catalogue")
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "catalogue/agencies/btp.yml"
    first, *rest = file.read_text("utf8").splitlines()
    file.write_bytes(end.join([*rest, first, ""]).encode())
    assert main(["fmt"]) == 0
    assert file.read_bytes() == end.join([first, *rest, ""]).encode()
