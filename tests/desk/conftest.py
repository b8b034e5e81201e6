"""A desk of the sample: no site is built for it, since its page stands alone."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.node import ask_script
from generator.locale import words_of
from generator.records.tree import load_catalogue
from generator.site.desk import FOLDER, write_desk
from generator.site.desk_program import PROGRAM
from tests.conftest import PROJECT, SAMPLE

PACKAGES = PROJECT / "build" / "desk" / "node_modules"
DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def desk_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that has nothing but a desk."""
    if not (PACKAGES / "yaml").is_dir():
        pytest.skip(f"the packages of the desk are not in {PACKAGES}: run `make desk`")
    site = tmp_path_factory.mktemp("desk")
    write_desk(load_catalogue(SAMPLE)[0], SAMPLE, PACKAGES, site, words_of("vi"))
    return site


@pytest.fixture(scope="session")
def desk_program(desk_site: Path) -> Path:
    """The folder of a desk that can check: its worker has a program."""
    folder = desk_site / FOLDER
    if not (folder / PROGRAM).is_file():
        pytest.skip(f"the interpreter of the desk is not in {PACKAGES}: run `make desk`")
    return folder


class Modules:
    """The modules of the desk under Node."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def ask(self, questions: list[tuple[str, str, list[Any]]]) -> list[Any]:
        """The answer to each (module, function, arguments)."""
        return ask_script(PROJECT / "tests" / "desk" / "run.mjs", self.folder, questions)


@pytest.fixture(scope="session")
def modules(desk_site: Path) -> Modules:
    folder = desk_site / FOLDER
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf8")
    return Modules(folder)
