"""A check needs no process, no thread and no database: it runs in a browser's Python too."""

import ast
import json
import subprocess
import sys
from pathlib import Path

from generator.check import check_catalogue
from generator.findings.json import as_json
from generator.locale import words_of
from tests.conftest import DAY, SAMPLE

ABSENT = (
    *("_ctypes", "_multiprocessing", "_posixsubprocess", "_sqlite3", "concurrent.futures.process"),
    *("concurrent.futures.thread", "ctypes", "fcntl", "mkdocs", "multiprocessing", "resource"),
    *("sqlite3", "subprocess", "termios", "watchdog"),
)
"""Modules that are not there, or do nothing, where one process has one thread."""

SCRIPT = """
import sys
sys.modules.update(dict.fromkeys({absent}))

import _thread, os
def refuse(*_, **__):
    raise RuntimeError("can't start new thread")
_thread.start_new_thread = _thread.start_joinable_thread = refuse
import threading
threading._start_new_thread = threading._start_joinable_thread = refuse
del os.fork, os.posix_spawn

from datetime import date
from pathlib import Path
from generator.check import Resources, check_catalogue
from generator.findings.json import as_json
from generator.locale import words_of
from generator.records.reading_cache import ReadingCache

resources = Resources(cache=ReadingCache.at(Path({file!r})))
found = check_catalogue(
    Path({catalogue!r}), words_of("vi"), date.fromisoformat({day!r}), resources
)
modules = [m.__file__ for name, m in sys.modules.items() if name.startswith("generator.") and m]
print(as_json(found.findings))
print("\\n".join(modules), file=sys.stderr)
"""


def run(catalogue: Path, file: Path) -> subprocess.CompletedProcess[str]:
    script = SCRIPT.format(
        absent=ABSENT, catalogue=str(catalogue), day=DAY.isoformat(), file=str(file)
    )
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_check_runs_without_processes_threads_and_database(tmp_path: Path) -> None:
    """`threading` itself is there, as in a browser: `logging` imports it, but it starts nothing."""
    for catalogue in (SAMPLE, Path("tests/fixtures/broken")):
        done = run(catalogue, tmp_path / "cache")
        assert done.returncode == 0, done.stderr
        usual = check_catalogue(catalogue, words_of("vi"), DAY)
        assert json.loads(done.stdout) == json.loads(as_json(usual.findings))
        assert usual.findings
    assert not (tmp_path / "cache").exists()


def test_what_a_check_loads_names_neither_processes_nor_threads(tmp_path: Path) -> None:
    loaded = [Path(file) for file in run(SAMPLE, tmp_path / "cache").stderr.splitlines()]
    assert len(loaded) > 50
    for path in loaded:
        tree = ast.parse(path.read_text("utf8"))
        for node in tree.body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not {*ABSENT, "_thread", "threading"}.intersection(names), path
