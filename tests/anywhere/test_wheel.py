"""An installed package does all that a checkout does: the wheel, in a clean environment."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.imports.words import of_fields, read_words
from tests.anywhere.machine import Installed
from tests.conftest import PROJECT, SAMPLE
from tests.imports.test_portal import NATIONAL, write
from tests.site.digests import digest

WHERE = """
import generator, markdown, mkdocs, pathlib
print(pathlib.Path(generator.__file__).resolve().parent)
"""


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    command = ["git", "ls-files", "generator", "schema"]
    tracked = subprocess.run(command, cwd=PROJECT, capture_output=True, encoding="utf8", check=True)
    wanted = {name.replace("schema/", "generator/schema/") for name in tracked.stdout.split()}
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
        metadata = archive.read(next(n for n in packed if n.endswith("/METADATA"))).decode()
    assert wanted <= packed
    assert {"generator/py.typed", "generator/sample/calendar/2026.yml"} <= packed
    assert not [name for name in packed if name.startswith(("tests/", "catalogue/", "tools/"))]
    assert "Requires-Dist: markdown" in metadata


def test_the_code_under_test_is_that_of_the_wheel(installed: Installed) -> None:
    where = Path(installed.python("-c", WHERE).strip())
    assert where.is_relative_to(installed.folder.resolve())
    assert not where.is_relative_to(PROJECT)
    files = {name for name in digest(where) if "__pycache__" not in name}
    ours = {name for name in digest(PROJECT / "generator") if "__pycache__" not in name}
    assert ours <= files
    assert digest(where)["cli/__init__.py"] == digest(PROJECT / "generator")["cli/__init__.py"]


def test_an_installed_package_builds_the_same_site(
    installed: Installed, tmp_path: Path, sample_site: Path
) -> None:
    shutil.copytree(SAMPLE, tmp_path / "catalogue")
    installed.niemyet(tmp_path, "build")
    assert digest(tmp_path / "site") == digest(sample_site)


def test_an_import_begins_with_the_words_of_citizens(installed: Installed, tmp_path: Path) -> None:
    export = write(tmp_path / "in.jsonl.xz", NATIONAL)
    installed.niemyet(tmp_path, "import", "portal", str(export), "--into", "new")
    general = of_fields(read_words(SAMPLE / "citizen-words.yml"), ())
    assert general.citizen_words
    assert read_words(tmp_path / "new/citizen-words.yml") == general


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["explain", "CT204"]])
def test_the_command_answers(installed: Installed, tmp_path: Path, arguments: list[str]) -> None:
    assert installed.niemyet(tmp_path, *arguments)
