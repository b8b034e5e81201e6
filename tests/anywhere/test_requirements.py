"""Every package that pyproject.toml asks for is pinned, with hashes, where it is installed from."""

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = tomllib.loads(Path("pyproject.toml").read_text("utf8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


def name_of(requirement: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def pinned(file: str) -> set[str]:
    lines = Path("requirements", file).read_text("utf8").splitlines()
    return {name_of(line) for line in lines if "==" in line}


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_what_the_site_needs_is_pinned(requirement: str) -> None:
    assert name_of(requirement) in pinned("site.txt")


@pytest.mark.parametrize("requirement", [one for extra in EXTRAS.values() for one in extra])
def test_what_the_tests_need_is_pinned(requirement: str) -> None:
    assert name_of(requirement) in pinned("test.txt"), "run `make requirements`"


@pytest.mark.parametrize("file", ["site.txt", "test.txt"])
def test_every_pin_has_hashes_and_no_address(file: str) -> None:
    text = Path("requirements", file).read_text("utf8")
    assert all("--hash=sha256:" in pin for pin in re.split(r"\n(?=\S)", text) if "==" in pin)
    assert "://" not in text
