"""The house: imports go down from room to room, functions and modules stay small and documented."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.names import acting_functions, double_names, undocumented

ROOMS = (
    "cli",
    "draft_preview",
    "draft_reading",
    "draft_catalogue",
    "draft_worker",
    "draft_check",
    "published_files",
    "check",
    "review",
    "authoring",
    "imports",
    "posting",
    "site",
    "pages",
    "search",
    "exports",
    "model",
    "readings",
    "law",
    "records",
    "addresses",
    "findings",
    "locale",
)
MODULES = sorted(Path("generator").rglob("*.py"))


def room_of(module: str) -> str:
    return module.split(".")[1]


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
            yield node.module or ""


def test_the_linter_leaves_no_module_out() -> None:
    command = [sys.executable, "-m", "ruff", "check", "--show-files"]
    looked_at = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    everything = [*MODULES, *Path("tests").rglob("*.py"), *Path("benchmarks").rglob("*.py")]
    assert {str(path.resolve()) for path in everything} <= set(looked_at.splitlines())


def test_imports_go_down() -> None:
    rooms = {path: path.with_suffix("").parts[1] for path in MODULES}
    upward = [
        f"{path}: {module}"
        for path, room in rooms.items()
        if room not in ("__init__", "__main__")
        for module in imported(path)
        if ROOMS.index(room) > ROOMS.index(room_of(module))
    ]
    assert upward == []


def oversights(path: Path) -> Iterator[str]:
    """What is too long in a module, or does not say what it is for."""
    source = path.read_text("utf8")
    tree = ast.parse(source)
    if not ast.get_docstring(tree):
        yield f"{path}: a module says what it is for"
    if source.count("\n") > 330:
        yield f"{path}: too many lines"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= 45:
            yield f"{path}:{node.lineno}: {node.name} is too long"
    for node in tree.body:
        public = isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if public and not ast.get_docstring(node):
            yield f"{path}:{node.lineno}: {node.name} has no docstring"


def test_modules_and_functions_stay_small_and_say_what_they_are_for() -> None:
    assert [found for path in MODULES for found in oversights(path)] == []


def test_only_the_command_prints_or_reads_the_clock() -> None:
    for path in MODULES:
        if path.parts[1] == "cli":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(node, ast.Call):
                said = ast.unparse(node.func)
                assert said not in ("print", "date.today", "datetime.now", "time.time"), path


def test_no_two_classes_or_public_functions_share_a_name() -> None:
    doubles = double_names(Path("generator"))
    assert not doubles, "\n".join(f"{name}: {' and '.join(at)}" for name, at in doubles.items())


def test_everything_without_an_underscore_has_a_docstring() -> None:
    assert list(undocumented(Path("generator").resolve())) == []


def test_functions_that_act_begin_with_a_verb() -> None:
    nouns = [one for one in acting_functions(Path("generator")) if not one.begins_with_verb]
    assert [str(one) for one in nouns] == []


@pytest.mark.parametrize("room", ["findings", "law", "model", "readings", "exports", "pages"])
def test_values_cannot_be_changed(room: str) -> None:
    """Caches share them; what reads or collects is private."""
    for path in (path for path in MODULES if room in path.parts):
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                marks = [ast.unparse(one) for one in node.decorator_list]
                unfrozen = [m for m in marks if "dataclass" in m and "frozen=True" not in m]
                assert not unfrozen, f"{path}:{node.lineno}"
