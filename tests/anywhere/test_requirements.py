"""Every package that the program imports is declared, and every declared one is imported."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

PROJECT = tomllib.loads(Path("pyproject.toml").read_text("utf8"))["project"]
EXTRAS = [extra for extra in PROJECT["optional-dependencies"] if extra != "test"]
MODULES = sorted(Path("generator").rglob("*.py"))
RESOURCES = {"mkdocs-material"}
"""Used for its files, not imported by name."""


def names(requirements: list[str]) -> set[str]:
    """The names of distributions, as they are compared."""
    found = (re.match(r"[\w.-]+", one) for one in requirements)
    return {re.sub(r"[-_.]+", "-", one[0]).lower() for one in found if one}


DECLARED = names(PROJECT["dependencies"])
OPTIONAL = {name for extra in EXTRAS for name in names(PROJECT["optional-dependencies"][extra])}


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """The top-level packages that a module imports, each with whether it does without."""
    tree = ast.parse(path.read_text("utf8"))
    guarded = {
        child
        for node in ast.walk(tree)
        if isinstance(node, ast.Try) and any("ImportError" in ast.unparse(h) for h in node.handlers)
        for statement in node.body
        for child in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name.partition(".")[0], node in guarded
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0], node in guarded


def distributions(package: str) -> set[str]:
    if package in sys.stdlib_module_names or package == "generator":
        return set()
    return names(packages_distributions().get(package, [package]))


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_what_is_imported_is_declared(path: Path) -> None:
    for package, optional in imports(path):
        for distribution in distributions(package):
            allowed = DECLARED | OPTIONAL if optional else DECLARED
            assert distribution in allowed, f"{package}: add {distribution} to pyproject.toml"


def test_what_is_declared_is_imported() -> None:
    used = {
        distribution
        for path in MODULES
        for package, _ in imports(path)
        for distribution in distributions(package)
    }
    assert (DECLARED | OPTIONAL) - used == RESOURCES


def test_every_dependency_has_a_reason() -> None:
    text = Path("pyproject.toml").read_text("utf8")
    block = text.partition("\ndependencies = [\n")[2].partition("\n]")[0]
    for line in block.splitlines():
        assert re.fullmatch(r'    "[^"]+", +# \S.{15,}', line), line
