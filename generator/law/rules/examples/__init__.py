"""Examples: what is right and what is wrong for every rule, at once its test and its explanation.

`catalogue/` is a small catalogue without findings; each example has the edits that break a rule.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

import msgspec
import yaml

DAY = date(2026, 11, 22)
"""The day on which the examples are checked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Put `wrong` in the place of `right` in `file`; or `add` a file; or `remove` one.

    `shown` is a piece of the line at which the finding stands, where that is not plain.
    """

    file: str | None = None
    right: str = ""
    wrong: str = ""
    add: str | None = None
    remove: str | None = None
    shown: str | None = None

    @property
    def path(self) -> str:
        """The file that is edited, added or removed."""
        return self.file or self.add or self.remove or ""

    @property
    def sides(self) -> tuple[str, str]:
        """What is right and what is wrong, as they are shown: whole lines, without the margin that
        both have, so that what is copied is indented as it must be.
        """
        before, after = self._read_around()
        right, wrong = (f"{before}{one}{after}" if one else "" for one in (self.right, self.wrong))
        margin = _margin(f"{right}\n{wrong}")
        right, wrong = (re.sub(rf"(?m)^ {{{margin}}}", "", one) for one in (right, wrong))
        return right, wrong

    def _read_around(self) -> tuple[str, str]:
        """What stands before and after what is edited: whole lines, as many as YAML needs."""
        if not self.right:
            return "", ""
        before, _, after = _read_base(self.path).partition(self.right)
        start = len(before) - len(before.rpartition("\n")[2])
        lines = before[:start].splitlines(keepends=True)
        rest = "" if self.right.endswith("\n") else after.partition("\n")[0]
        while lines and not _is_yaml(f"{before[start:]}{self.right}{rest}"):
            start -= len(lines.pop())
        return before[start:], rest


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Why there is a rule, how to break it, and where the finding then stands.

    `also` names the other rules that the same edits break.
    """

    why: str
    edits: tuple[Edit, ...]
    at: str | None = None
    shown: str | None = None
    also: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file in which the finding stands."""
        return self.at or self.edits[0].path

    @property
    def line(self) -> str | None:
        """A piece of the line at which the finding stands; None: the first line that differs."""
        return self.shown or next((e.shown for e in self.edits if e.shown), None)


def _is_yaml(text: str) -> bool:
    try:
        yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return False
    return True


def _margin(text: str) -> int:
    lines = [line for line in text.splitlines() if line.strip()]
    return min((len(line) - len(line.lstrip()) for line in lines), default=0)


def examples() -> Mapping[str, Example]:
    """Every example by the code of its rule."""
    return dict(_all())


@cache
def _all() -> tuple[tuple[str, Example], ...]:
    return tuple(_read())


def _read() -> Iterator[tuple[str, Example]]:
    folder = resources.files(__name__)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            tree = yaml.load(file.read_text(encoding="utf8"), Loader=yaml.CSafeLoader)
            yield from msgspec.convert(tree, dict[str, Example]).items()


@cache
def base() -> Path:
    """The folder of the catalogue without findings."""
    return Path(str(resources.files(__name__))) / "catalogue"


@cache
def _read_base(path: str) -> str:
    return (base() / path).read_text(encoding="utf8")


def apply_edits(catalogue: Path, example: Example) -> None:
    """Break the rule in a copy of the base; raises ValueError when an edit does not fit."""
    for edit in example.edits:
        file = catalogue / edit.path
        if edit.remove:
            file.unlink()
        elif edit.add:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(edit.wrong, encoding="utf8", newline="\n")
        else:
            text = file.read_text(encoding="utf8")
            if edit.right not in text:
                raise ValueError(f"{edit.path}: {edit.right}")
            edited = text.replace(edit.right, edit.wrong, 1)
            file.write_text(edited, encoding="utf8", newline="\n")
