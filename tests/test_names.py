"""The tool that counts which functions act, and which of those begin with a verb."""

from pathlib import Path

import pytest

from tools.names import acting_functions, double_names, undocumented

ACTS = (
    "def f():\n    print(1)",
    "def f():\n    raise ValueError",
    "def f(path):\n    return path.read_text()",
    "def f(path):\n    path.replace(other)",
    "def f(path):\n    with path.open() as file:\n        return file",
    "def f():\n    shutil.rmtree(folder)",
    "def f():\n    global n\n    n = 1",
    "def f(found):\n    found.rows[0].append(1)",
    "def f(found):\n    found.count += 1",
    "def f(*, found):\n    found['key'], other = 1, 2",
    "def f():\n    Thread(target=g).start()",
    "class A:\n    def f(self):\n        self.n = 1",
)
PURE = (
    "def f(text):\n    return text.replace('a', 'b')",
    "def f(day):\n    return day.replace(day=1)",
    "def f():\n    found = []\n    found.append(1)\n    return found",
    "def f(match):\n    return match.start()",
    "def f():\n    return os.path.join('a', 'b')",
    "def f():\n    def write():\n        print(1)\n    return write",
    "class A:\n    def __init__(self):\n        self.n = 1",
    "class A:\n    @property\n    def f(self):\n        raise ValueError",
)


def deeds(folder: Path, source: str) -> list[str]:
    (folder / "room").mkdir(parents=True)
    (folder / "room/module.py").write_text(source, "utf8")
    return [one.name for one in acting_functions(folder)]


@pytest.mark.parametrize("source", ACTS)
def test_what_prints_raises_reads_writes_or_changes_something_acts(
    source: str, tmp_path: Path
) -> None:
    assert deeds(tmp_path, source) == ["f"]


@pytest.mark.parametrize("source", PURE)
def test_what_gives_a_value_does_not_act(source: str, tmp_path: Path) -> None:
    assert "f" not in deeds(tmp_path, source)


def test_the_first_word_of_a_name_is_its_verb(tmp_path: Path) -> None:
    names = ("write_page", "_write", "page", "writer", "_made", "places_of")
    source = "\n".join(f"def {name}():\n    print(1)" for name in names)
    (tmp_path / "module.py").write_text(source, "utf8")
    found = {one.name: one.begins_with_verb for one in acting_functions(tmp_path)}
    assert [name for name in names if found[name]] == ["write_page", "_write"]


def test_a_class_and_a_function_share_a_name_when_only_an_underscore_differs(
    tmp_path: Path,
) -> None:
    (tmp_path / "one.py").write_text("class _Page: ...\ndef add(): ...\ndef _own(): ...", "utf8")
    (tmp_path / "two.py").write_text("class Page: ...\ndef add(): ...\ndef _own(): ...", "utf8")
    assert list(double_names(tmp_path)) == ["Page", "add"]


def test_a_docstring_is_missed_of_what_has_no_underscore(tmp_path: Path) -> None:
    source = """
def said():
    'What.'
    def within(): ...
class Silent:
    'What.'
    def method(self): ...
    def _own(self): ...
class _Private:
    def seen(self): ...
@overload
def said(): ...
"""
    (tmp_path / "one.py").write_text(source, "utf8")
    found = [one.rpartition(" ")[2] for one in undocumented(tmp_path)]
    assert sorted(found) == ["method", "seen", "within"]
