"""Run the command on copies of the catalogue, as its users do, and keep what it printed."""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.cli import main

HERE = Path(__file__).parent
PROJECT = HERE.parent.parent
CATALOGUE = HERE / "catalogue"

_GIT = ("git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


@dataclass(frozen=True)
class Ran:
    """What a run of the command came to."""

    status: int
    printed: str


@dataclass(frozen=True)
class Workplace:
    """A folder with a catalogue and the configuration that a build wants."""

    folder: Path

    @property
    def catalogue(self) -> Path:
        return self.folder / "catalogue"

    def run(self, *arguments: str) -> Ran:
        """Run `niemyet` with arguments in this folder, in one process."""
        printed = io.StringIO()
        with chdir(self.folder), redirect_stdout(printed), redirect_stderr(printed):
            status = main(arguments)
        return Ran(status, printed.getvalue())

    def build(self, day: str, *arguments: str) -> Path:
        """Build the site as of a day; returns its folder."""
        ran = self.run("build", "--as-of", day, "--jobs", "1", *arguments)
        assert ran.status == 0, ran.printed
        return self.folder / "site"

    def lay(self, changes: Path) -> None:
        """Lay the files of a folder over the catalogue; an empty file takes one away."""
        for file in sorted(changes.rglob("*.yml")):
            target = self.catalogue / file.relative_to(changes)
            if file.stat().st_size:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)
            else:
                target.unlink()

    def commit(self) -> None:
        """Make the folder a git repository with everything in one commit."""
        for arguments in (
            ("init", "-q", "-b", "main"),
            ("add", "catalogue"),
            ("commit", "-qm", "a"),
        ):
            subprocess.run([*_GIT, "-C", str(self.folder), *arguments], check=True)


@contextmanager
def workplace() -> Iterator[Workplace]:
    """A folder of its own with a copy of the catalogue."""
    kept = os.environ.pop("SOURCE_DATE_EPOCH", None)
    with TemporaryDirectory(prefix="golden-") as name:
        folder = Path(name)
        shutil.copyfile(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
        shutil.copytree(CATALOGUE, folder / "catalogue")
        try:
            yield Workplace(folder)
        finally:
            if kept is not None:
                os.environ["SOURCE_DATE_EPOCH"] = kept
