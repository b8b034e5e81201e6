"""The log: what happens and why with -v, nothing without; no error is swallowed in silence."""

import ast
import logging
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from watchdog.observers.api import BaseObserver

from generator.cli import main
from generator.records.blobs import BlobFile
from generator.records.suppression import remove_folder
from generator.records.watcher import scan_files, watch
from generator.site.dispatch import SharedDiskDispatcher, dispatch
from generator.site.outputs import DirectoryWriter
from generator.site.task_kinds import Task
from generator.site.worker import BatchResult
from tests.conftest import PROJECT, SAMPLE

Capture = pytest.CaptureFixture[str]
DAY = ("--as-of", "2026-11-22")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.copytree(SAMPLE, tmp_path / "catalogue")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    main(["explain", "TL101"])  # without -v: nothing of this test is logged by the next one


def log_of(capsys: Capture, *arguments: str) -> str:
    """What a verb writes to stderr."""
    assert main(list(arguments)) == 0
    return capsys.readouterr().err


def test_nothing_is_logged_without_the_option(project: Path, capsys: Capture) -> None:
    assert project.is_dir()
    for arguments in (("build", "--jobs", "1"), ("check",), ("show", "1.001193"), ("fmt",)):
        assert log_of(capsys, *arguments, *DAY) == ""


def test_a_check_names_what_it_reads_and_why_a_verdict_is_not_cached(
    project: Path, capsys: Capture
) -> None:
    check = ("check", "--jobs", "1", *DAY)
    first = log_of(capsys, *check, "-v")
    assert "generator.cli.verdicts: no cached verdict: FileNotFoundError" in first
    assert "0 readings reused, 177 to make" in first
    assert "nothing has changed since the last check" in log_of(capsys, "-v", *check)
    with (project / "catalogue/agencies/btp.yml").open("a") as file:
        file.write("# thêm\n")
    again = log_of(capsys, *check, "-vv")
    assert "the files, the day, the language or the program differ" in again
    assert "176 readings reused, 1 to make" in again
    assert "DEBUG  generator.records.reading_cache: agencies/btp.yml: not cached" in again


def test_a_build_names_the_tasks_it_runs_again_and_what_has_changed(
    project: Path, capsys: Capture
) -> None:
    build = ("build", "--jobs", "1", *DAY)
    first = log_of(capsys, *build, "-vv")
    assert "everything is made anew: FileNotFoundError" in first
    with (project / "catalogue/agencies/btp.yml").open("a") as file:
        file.write("# thêm\n")
    again = log_of(capsys, *build, "-vv")
    assert re.search(r"of 2\d\d tasks are run again: agencies/\* \(", again)
    assert "task agency_feeds/btp is run again: " in again
    (project / "site/index.html").write_text("", "utf8")
    assert f"{project}/site is not as the last build left it" in log_of(capsys, *build, "-v")
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text("utf8") + "# khác\n", "utf8"
    )
    assert "mkdocs.yml, the day" in log_of(capsys, *build, "-v")
    log_of(capsys, *build)
    (project / "catalogue/agencies/btp.yml").write_bytes((SAMPLE / "agencies/btp.yml").read_bytes())
    assert "the last build was not logged" in log_of(capsys, *build, "-v")


def test_a_damaged_cache_is_named(project: Path, capsys: Capture) -> None:
    check = ("check", "--jobs", "1", "--severity", "error", *DAY)
    log_of(capsys, *check)
    for file in (project / "build/read").iterdir():
        file.write_bytes(b"junk" * 1000)
    text = log_of(capsys, *check, "-v")
    assert "is damaged and made anew" in text
    assert "0 readings reused" in text


def test_git_commands_are_named(project: Path, capsys: Capture) -> None:
    for command in ("init -q", "add -A", "-c user.name=a -c user.email=a@b commit -qm x"):
        subprocess.run(["git", *command.split()], cwd=project, check=True)
    text = log_of(capsys, "diff", "HEAD", "--jobs", "1", "-v")
    assert "generator.review.history: running git -C" in text
    assert re.search(r"ls-tree .* '?[0-9a-f]{40}", text)


def test_a_crashed_rule_shows_its_traceback_with_the_option(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    from generator.findings.problem import Severity
    from generator.law.rules import RULES, Rule
    from generator.law.rules.sources import HOUSE

    def crash(_: object) -> list[object]:
        raise ZeroDivisionError("một phần không")

    broken = Rule("XX999", Severity.ERROR, HOUSE, crash)  # type: ignore[arg-type]
    monkeypatch.setattr("generator.law.rules.RULES", (broken, *RULES))
    assert project.is_dir()
    assert main(["check", "--jobs", "1"]) == 1
    assert "Traceback" not in "".join(capsys.readouterr())
    assert main(["check", "--jobs", "1", "-v"]) == 1
    printed = capsys.readouterr()
    assert "rule XX999 crashed on catalogue.yml" in printed.err
    for text in (printed.out, printed.err):
        assert 'raise ZeroDivisionError("một phần không")' in text
        assert __file__ in text
    main(["check", "--jobs", "1", "--format", "json"])
    assert '"traceback": "Traceback' in capsys.readouterr().out


def test_a_fault_of_the_program_keeps_its_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    assert project.is_dir()
    monkeypatch.setattr("generator.cli.resources.check_catalogue", None)
    assert main(["show", "1.001193"]) == 3
    text = capsys.readouterr().err
    assert "Traceback" not in text
    assert "-v" in text
    assert main(["show", "1.001193", "-v"]) == 3
    assert "Traceback" in capsys.readouterr().err


def test_fallbacks_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no")

    caplog.set_level(logging.DEBUG, "generator")
    with monkeypatch.context() as patch:
        patch.setattr(os, "link", refuse)
        writer = DirectoryWriter(tmp_path / "docs", tmp_path / "site")
        writer.write_file("a.json", b"{}")
    with monkeypatch.context() as patch:
        patch.setattr(BaseObserver, "start", refuse)
        with watch(tmp_path, scan_files(tmp_path)):
            pass
    with monkeypatch.context() as patch:
        patch.setattr("generator.records.blobs.TemporaryFile", refuse)
        assert BlobFile.open_within(tmp_path).file is None
    text = "\n".join(caplog.messages)
    assert (tmp_path / "site/a.json").read_bytes() == b"{}"
    assert "no hard link, so a second file: no" in text
    assert "so files are polled: no" in text
    assert f"cannot store versions in {tmp_path}: OSError: no" in text


def test_what_cannot_be_removed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "stage").mkdir()
    for name in ("held", "free"):
        (tmp_path / "stage" / name).write_bytes(b"")
    unlink = os.unlink

    def refuse(path: str, **where: int) -> None:
        if Path(path).name == "held":
            raise PermissionError("in use")
        unlink(path, **where)

    caplog.set_level(logging.INFO, "generator")
    remove_folder(logging.getLogger("generator"), tmp_path / "none")
    assert not caplog.messages
    monkeypatch.setattr(os, "unlink", refuse)
    remove_folder(logging.getLogger("generator"), tmp_path / "stage")
    assert [path.name for path in (tmp_path / "stage").iterdir()] == ["held"]
    assert f"cannot remove {tmp_path / 'stage/held'}: PermissionError: in use" in caplog.messages


def test_workers_that_died_are_named(caplog: pytest.LogCaptureFixture) -> None:
    class Lent(Executor):
        def __init__(self, error: Exception | None) -> None:
            self.error = error

        def submit(self, *_: Any, **__: Any) -> Future[Any]:
            future: Future[Any] = Future()
            if self.error:
                future.set_exception(self.error)
            else:
                future.set_result(BatchResult())
            return future

    errors = iter([BrokenExecutor("killed"), None])

    @contextmanager
    def start() -> Iterator[Executor]:
        yield Lent(next(errors))

    caplog.set_level(logging.INFO, "generator")
    dispatch([Task("agency_feeds", "btp")], SharedDiskDispatcher("x"), start)
    assert "a worker died, and all are replaced for 1 batches: killed" in caplog.messages


def test_no_error_is_swallowed_in_silence_and_nothing_is_logged_as_a_warning() -> None:
    for path in Path("generator").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            if not isinstance(node, ast.Call):
                continue
            called = ast.unparse(node.func)
            assert "ignore_errors" not in [keyword.arg for keyword in node.keywords], path
            if called in ("suppress", "contextlib.suppress"):
                assert [ast.unparse(a) for a in node.args] == ["KeyboardInterrupt"], path
            if called.startswith("_log."):
                assert called in ("_log.info", "_log.debug", "_log.isEnabledFor"), path
            if called.endswith("getLogger"):
                name = ast.unparse(node.args[0])
                assert name in ("__name__", "'generator'", "'mkdocs'", "'watchdog'"), path
            if called.endswith("addHandler"):
                assert path.parts[1] == "cli" or path.name == "render.py", path
