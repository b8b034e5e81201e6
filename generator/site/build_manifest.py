"""What is known of the last build: which job read and wrote what, under which keys.

A ledger that another state of the program wrote, or that speaks of a site which is no longer
there, counts as empty: everything is made anew.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from generator.exports.manifest import FILE as MANIFEST
from generator.pages.all import Task
from generator.records.program import whole_program
from generator.site.worker import TaskResult

FILE = "ledger.msgpack"
_SEALED = ("index.html", "sitemap.xml", MANIFEST)


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """A job that was done, with the key of all that it read."""

    key: bytes
    made: TaskResult


@dataclass(slots=True)
class BuildManifest:
    """The jobs behind a site; `base` is the key of what all of them depend on.

    `site` is its folder, seen from the folder for generated files, and `seal` tells its state:
    both hold on another machine to which the folders are carried.
    """

    base: bytes = b""
    site: str = ""
    seal: bytes = b""
    frame_files: int = 0
    frame_bytes: int = 0
    done: dict[str, TaskRecord] = field(default_factory=dict)

    def of(self, job: Task) -> TaskRecord | None:
        """What is known of a job."""
        return self.done.get(task_name(job))

    def put(self, done: TaskRecord) -> None:
        """Take down that a job was done."""
        self.done[task_name(done.made.job)] = done

    @property
    def made(self) -> Iterable[TaskResult]:
        """What every job wrote."""
        return (done.made for done in self.done.values())

    def beside(self, other: "BuildManifest") -> list[TaskResult]:
        """What jobs wrote that the other ledger does not have, or has as another run did it."""
        return [done.made for name, done in self.done.items() if other.done.get(name) is not done]

    def write(self, file: Path) -> None:
        """Write the file of the ledger; who stays need not read it again."""
        global _at_hand
        content = msgspec.msgpack.encode(self)
        file.write_bytes(content)
        _at_hand = content, self


_at_hand: tuple[bytes, BuildManifest] = (b"", BuildManifest())
"""The ledger that this process wrote last, and what it wrote."""


def _read(file: Path) -> BuildManifest:
    """What a file holds. Raises OSError or msgspec.DecodeError."""
    content = file.read_bytes()
    written, ledger = _at_hand
    return ledger if content == written else msgspec.msgpack.decode(content, type=BuildManifest)


def task_name(job: Task) -> str:
    """The name a job has in the ledger."""
    return f"{job.kind}/{job.key}"


def load_build_manifest(build: Path, site: Path, base: bytes) -> BuildManifest:
    """The ledger of the last build of `site`, empty when it does not fit."""
    try:
        ledger = _read(build / FILE)
        fits = (ledger.base, ledger.site) == (base, site_location(site, build))
        there = ledger.seal == site_fingerprint(site) and (build / "docs" / "index.md").is_file()
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return BuildManifest()
    return ledger if fits and there else BuildManifest()


def site_location(site: Path, build: Path) -> str:
    """Where a site lies, seen from the folder for generated files."""
    return os.path.relpath(site, build)


def site_fingerprint(*folders: Path) -> bytes:
    """The SHA-256 of the files that tell one state of a site from another. Raises OSError.

    Each file counts as it is in the first folder that has it.
    """
    total = hashlib.sha256()
    for name in _SEALED:
        found = next((folder for folder in folders if (folder / name).is_file()), folders[-1])
        total.update((found / name).read_bytes())
    return total.digest()


def global_fingerprint(parts: Mapping[str, bytes]) -> bytes:
    """The key of what every job depends on: the program, and `parts` by name."""
    total = hashlib.sha256(whole_program())
    for name in sorted(parts):
        total.update(name.encode() + b"\0" + hashlib.sha256(parts[name]).digest())
    return total.digest()
