"""The program of the desk: the same input gives the same bytes, and no more than what it runs."""

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.law.rules.examples import base
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.site.desk import FOLDER, write_desk
from generator.site.desk_program import (
    PREVIEW,
    PROGRAM,
    READER,
    read_interpreter,
    read_program,
)
from tests.desk.conftest import PACKAGES


@pytest.fixture(scope="module")
def program(desk_program: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO((desk_program / PROGRAM).read_bytes()))


def test_the_same_input_gives_the_same_bytes(desk_program: Path) -> None:
    wheels = sorted((PACKAGES.parent / "wheels").glob("*.whl"))
    files = dict([*read_interpreter(PACKAGES / "pyodide", wheels), read_program()])
    for path, content in files.items():
        assert (desk_program / path).read_bytes() == content, path


def test_the_program_holds_the_rules_and_no_examples_tests_or_pages(
    program: zipfile.ZipFile,
) -> None:
    names = program.namelist()
    assert {"generator/draft_check.py", "generator/schema/version.schema.json", "rpds.py"} <= {
        *names
    }
    assert not [name for name in names if "examples/" in name or "/tests/" in name]
    assert not [name for name in names if name.startswith(("generator/pages", "generator/site"))]
    assert {info.date_time for info in program.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("archive", "module"),
    [(None, "draft_worker"), (READER, "draft_reading"), (PREVIEW, "draft_preview")],
)
def test_what_is_asked_of_the_worker_imports_only_what_the_worker_has(
    desk_program: Path, tmp_path: Path, archive: str | None, module: str
) -> None:
    for name in (PROGRAM, archive) if archive else (PROGRAM,):
        zipfile.ZipFile(desk_program / name).extractall(tmp_path)
    begin = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r}); import libyaml; libyaml.install(); "
    )
    asked = f"{begin}import generator.{module} as one; "
    run = [sys.executable, "-c", f"{asked}assert one.__file__.startswith({str(tmp_path)!r})"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_package_comes_with_its_licence(program: zipfile.ZipFile) -> None:
    licences = [name for name in program.namelist() if "LICENSE" in name or "COPYING" in name]
    packages = {name.partition("-")[0].lower() for name in licences}
    assert {"attrs", "jsonschema", "jsonschema_specifications", "referencing"} <= packages
    assert "pyyaml" in packages


def test_without_its_packages_a_desk_keeps_its_interpreter_with_the_rules_of_now(
    desk_program: Path, tmp_path: Path
) -> None:
    kept = tmp_path / FOLDER
    shutil.copytree(desk_program, kept)
    (kept / PROGRAM).write_bytes(b"of a time before")
    catalogue = load_catalogue(base())[0]
    write_desk(catalogue, base(), tmp_path / "nothing", tmp_path, words_of("vi"))
    for path in (PROGRAM, "pyodide/pyodide.asm.wasm", "pyodide/compiled.zip", "yaml/index.js"):
        assert (kept / path).read_bytes() == (desk_program / path).read_bytes()


def test_the_program_names_no_host_to_load_packages_from(desk_program: Path) -> None:
    lock = (desk_program / "pyodide" / "pyodide-lock.json").read_text("utf8")
    assert '"packages": {}' in lock
    assert "http" not in lock
