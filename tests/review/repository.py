"""A small git repository with a catalogue, as a pull request sees it."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import SAMPLE

WHO = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), *WHO, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@dataclass(frozen=True)
class Repository:
    folder: Path

    @property
    def catalogue(self) -> Path:
        return self.folder / "catalogue"

    @classmethod
    def made(cls, folder: Path, catalogue: Path = SAMPLE) -> "Repository":
        shutil.copytree(catalogue, folder / "catalogue")
        (folder / ".gitignore").write_text("build/\nsite/\n")
        git(folder.parent, "init", "-q", "-b", "main", str(folder))
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", "published")
        return cls(folder)

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.catalogue / path
        text = file.read_text("utf8")
        assert old in text, (path, old)
        file.write_text(text.replace(old, new, 1), "utf8")
