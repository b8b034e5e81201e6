"""A catalogue in a git repository at which somebody works carelessly."""

import random
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from generator.records.layout import catalogue_file
from generator.records.yaml_writer import to_yaml

_NAMES = ("title", "name", "summary")
_LISTS = ("fields", "life_events")
_IDENTITY = ("-c", "user.name=t", "-c", "user.email=t@t")


class WorkedTree:
    """The catalogue, and what was done to it."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.catalogue, self.chance = folder, folder / "catalogue", chance
        self.counts: Counter[str] = Counter()
        self.commits: list[str] = []
        self._git("init", "-q")
        (folder / ".gitignore").write_text("/build\n/site\n", "utf8")

    def commit_states(self, count: int) -> None:
        """Make as many commits, all of them sound."""
        for _ in range(count):
            self._git("add", "-A")
            self._git(*_IDENTITY, "commit", "--allow-empty", "-qm", "state")
            self.commits.append(self._git("rev-parse", "HEAD").strip())
            for _ in range(3):
                self.save()
        self._git("checkout", "-qf", self.commits[-1])

    def work(self) -> None:
        """Do one thing; what is broken is mended soon, else nothing would ever be shown."""
        choices: tuple[tuple[Callable[[], None], int], ...] = (
            (self.save, 60), (self.delete, 4), (self.rename, 4), (self.move_folder, 2),
            (self.check_out, 3), (self.break_file, 8), (self.mend, 12),
        )  # fmt: skip
        acts, weights = zip(*choices, strict=True)
        act = self.chance.choices(acts, weights)[0]
        act()
        self.counts[act.__name__] += 1

    def make_sound(self) -> None:
        """A state of git with some good saves."""
        self.check_out()
        for _ in range(self.chance.randint(1, 4)):
            self.save()

    def figures(self) -> str:
        """How often what was done."""
        return ", ".join(f"{name} {count}" for name, count in sorted(self.counts.items()))

    def save(self) -> None:
        """Give a name in some record another number at its end."""
        file = self._some_file()
        if file.name.startswith("v0") and (file.parent / "v002.yml").exists():
            return  # the decision between two versions would have to name the change
        if file.read_bytes().startswith(b"[["):
            return  # so deep that the C library would end this process
        try:
            record = yaml.load(file.read_text("utf8"), Loader=yaml.CSafeLoader)
            _rename(record, str(self.chance.randint(1, 99)))
            text = to_yaml(catalogue_file(self._path(file)).kind, record)
        except (OSError, ValueError, yaml.YAMLError, TypeError, KeyError):
            return  # broken just now
        file.write_text(text, "utf8")

    def delete(self) -> None:
        """Remove a file."""
        self._some_file().unlink()

    def rename(self) -> None:
        """Give a file another name, and take that of another one at times."""
        file = self._some_file()
        new = self._some_file().parent / self.chance.choice(("moi.yml", "v009.yml", file.name))
        if not new.is_dir():
            file.replace(new)

    def move_folder(self) -> None:
        """Give a folder of records another name."""
        folder = self._some_file().parent
        target = folder.with_name(f"{folder.name}-moi")
        if folder != self.catalogue and not target.exists():
            folder.rename(target)

    def check_out(self) -> None:
        """Another commit, without what is not in it."""
        self._git("clean", "-fdxq", "catalogue")
        self._git("checkout", "-qf", self.chance.choice(self.commits))

    def mend(self) -> None:
        """The commit as it is."""
        self._git("clean", "-fdxq", "catalogue")
        self._git("checkout", "-qf", "HEAD", "--", "catalogue")

    def break_file(self) -> None:
        """Put what no editor writes, or every editor by mistake, in the place of a file."""
        file = self._some_file()
        content = file.read_bytes()
        cut = self.chance.randrange(len(content) + 1)
        match self.chance.randrange(9):
            case 0:
                file.write_bytes(content[:cut])
            case 1:
                flipped = bytes([(content + b"?")[cut] ^ (1 << self.chance.randrange(8))])
                file.write_bytes(content[:cut] + flipped + content[cut + 1 :])
            case 2:
                file.write_bytes(b"[" * 30_000)
            case 3:
                file.write_bytes(b"\xff\xfe\x00" + content)
            case 4:
                file.unlink()
                file.symlink_to(file.name)
            case 5:
                file.unlink()
                file.mkdir()
            case 6:
                file.write_bytes(content[:cut] + b"\n<<<<<<< HEAD\n" + content[cut:])
            case 7:
                file.with_name("là\udce9.yml").write_bytes(content)
            case 8:
                file.write_bytes(b"a: &a [x, x]\nb: [*a, *a, 1e999, 99999999999999999999]\n")

    def _some_file(self) -> Path:
        files = [file for file in sorted(self.catalogue.rglob("*.yml")) if _is_plain(file)]
        if not files:
            self.mend()
            return self._some_file()
        return self.chance.choice(files)

    def _path(self, file: Path) -> str:
        return file.relative_to(self.catalogue).as_posix()

    def _git(self, *arguments: str) -> str:
        command = (shutil.which("git") or "git", "-C", str(self.folder), *arguments)
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _is_plain(file: Path) -> bool:
    return file.is_file() and not file.is_symlink()


def _rename(record: Any, number: str) -> None:
    """Change a name. Raises TypeError or KeyError where the record is not what it should be."""
    listed = next((key for key in _LISTS if key in record), None)
    named = record[listed][0] if listed else record
    key = next(key for key in _NAMES if key in named) if any(k in named for k in _NAMES) else None
    if key is None:
        raise KeyError(_NAMES)
    named[key] = re.sub(r"( \d+)?$", f" {number}", named[key], count=1)
