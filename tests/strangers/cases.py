"""Cases written by people who have not seen the rules: mistakes and sound edits of the sample.

A file of `cases/` is a list. A case has an `id` (`m…` a mistake, `s…` a sound edit), `what` it does
in one sentence, `edits` in order, and what to `expect`: of a mistake the `file` (or `files`), text
that stands `near` on the line, words that one message `names`, and a `severity`; of a sound edit
`none`. With `base`, the edited tree is compared with the untouched one; with `read`, who writes the
rules has read the case, whatever its number. An edit is `find` and `put`
in a `file`, a new file's `text` or `bytes` (base64), a `delete`, or a `rename` and `to`.
"""

import base64
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


class EditError(Exception):
    """An edit does not fit the tree."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """The message that a mistake must bring; no `near` stands for anywhere in the file."""

    files: tuple[str, ...]
    near: str | None
    names: tuple[str, ...]
    severity: str


@dataclass(frozen=True, slots=True)
class Case:
    """An edit of the sample; without an expectation it is sound."""

    id: str
    what: str
    edits: tuple[Mapping[str, Any], ...]
    with_base: bool
    expected: Expectation | None
    was_read: bool

    @property
    def is_held_out(self) -> bool:
        """Whether the case is only counted: nobody who writes rules reads it."""
        return int(self.id[1:]) % 2 == 1 and not self.was_read


def read_cases(folder: Path = HERE / "cases") -> Iterator[Case]:
    """Every case below a folder."""
    for file in sorted(folder.glob("*.yml")):
        for one in yaml.safe_load(file.read_text("utf8")) or ():
            yield _case(one)


def _case(read: Mapping[str, Any]) -> Case:
    expect = read["expect"]
    return Case(
        read["id"],
        read["what"],
        tuple(read["edits"]),
        bool(read.get("base")),
        None if expect == "none" else _expectation(expect),
        bool(read.get("read")),
    )


def _expectation(read: Mapping[str, Any]) -> Expectation:
    files = read.get("files") or [read["file"]]
    return Expectation(tuple(files), read.get("near"), tuple(read["names"]), read["severity"])


def apply_edits(root: Path, edits: Iterable[Mapping[str, Any]]) -> None:
    """Make the edits in a tree, in order. Raises EditError when one does not fit it."""
    for edit in edits:
        match edit:
            case {"file": file, "find": find, "put": put}:
                _replace(root / file, find, put)
            case {"file": file, "text": text}:
                _write(root / file, text.encode("utf8"))
            case {"file": file, "bytes": encoded}:
                _write(root / file, base64.b64decode(encoded))
            case {"delete": file}:
                (root / file).unlink()
            case {"rename": file, "to": new}:
                (root / new).parent.mkdir(parents=True, exist_ok=True)
                shutil.move(root / file, root / new)
            case _:
                raise EditError(f"not an edit: {sorted(edit)}")


def touched_paths(edits: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The files and folders that edits write, delete or move."""
    for edit in edits:
        yield from (edit[key] for key in ("file", "delete", "rename", "to") if key in edit)


def _replace(file: Path, find: str, put: str) -> None:
    text = file.read_bytes().decode("utf8")
    if text.count(find) != 1:
        raise EditError(f"{text.count(find)} times in {file.name}: {find!r}")
    _write(file, text.replace(find, put).encode("utf8"))


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
