"""The wheel, and an environment in which nothing of the checkout can be seen."""

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.anywhere.machine import Installed
from tests.conftest import PROJECT

collect_ignore_glob = ["*/sitecustomize.py"]
"""What changes a Python when it is imported is for the processes that these tests start."""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    how = ("--no-build-isolation", "--no-deps", "--no-index", "--quiet")
    command = [sys.executable, "-m", "pip", "wheel", *how, "--wheel-dir", folder, PROJECT]
    subprocess.run(command, check=True, cwd=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A virtual environment with the wheel in it; what it depends on is that of this one."""
    folder = tmp_path_factory.mktemp("clean") / "venv"
    venv.create(folder, symlinks=sys.platform != "win32")
    environment = Installed(folder, wheel)
    packages = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    borrowed = sysconfig.get_path("purelib")
    (Path(packages) / "borrowed.pth").write_text(borrowed, "utf8")
    environment.python("-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    return environment
