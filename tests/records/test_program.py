"""One fingerprint of the program, which no change that decides a result leaves as it was."""

import re
import tomllib
from pathlib import Path

import pytest

from generator.records import program
from generator.records.program import LIBRARIES, compute_code_fingerprint

DECIDE_NOTHING = {
    "filelock": "holds back a second build",
    "watchdog": "says when to look at files, not what is in them",
}


def test_every_dependency_is_in_the_fingerprint_or_decides_nothing() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text("utf8"))["project"]
    names = {re.split(r"[<>=~! ;\[]", line)[0].lower() for line in project["dependencies"]}
    assert names - set(LIBRARIES) == set(DECIDE_NOTHING)


@pytest.mark.parametrize("library", LIBRARIES)
def test_another_version_of_a_library_is_another_program(
    library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = compute_code_fingerprint()
    installed = program._installed
    monkeypatch.setattr(
        program, "_installed", lambda name: "0.0" if name == library else installed(name)
    )
    assert compute_code_fingerprint.__wrapped__() != before


def test_no_other_module_makes_a_fingerprint_of_the_program() -> None:
    asking = {
        p for p in Path("generator").rglob("*.py") if "sha256(file.read" in p.read_text("utf8")
    }
    versions = {
        p for p in Path("generator").rglob("*.py") if "__version__.encode" in p.read_text("utf8")
    }
    assert not asking | versions
