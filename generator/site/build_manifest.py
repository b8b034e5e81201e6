"""The manifest of the last build: what each task read and wrote, and under which key.

A manifest that another state of the program wrote, or that describes a site which is no longer
there, counts as empty: everything is made anew.
"""

import hashlib
import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from generator.exports.manifest import FILE as PUBLISHED_MANIFEST
from generator.records.program import compute_code_fingerprint
from generator.records.sealed import DamagedError, open_sealed, seal
from generator.site.folders import path_from
from generator.site.task_kinds import Task
from generator.site.worker import TaskResult

_log = logging.getLogger(__name__)

FILE = "build.msgpack"
_FINGERPRINTED = ("index.html", "sitemap.xml", PUBLISHED_MANIFEST)


@dataclass(frozen=True, slots=True)
class TaskRecord:
    """The result of a task, with the SHA-256 of all that it read."""

    key: bytes
    result: TaskResult


@dataclass(slots=True)
class BuildManifest:
    """The tasks behind a site; `base` is the SHA-256 of what all of them depend on.

    `site` is its folder, seen from the folder for generated files, and `fingerprint` tells its
    state: both hold on another machine to which the folders are carried. `frame_files` and
    `frame_bytes` count what MkDocs makes in addition to the pages.
    """

    base: bytes = b""
    site: str = ""
    fingerprint: bytes = b""
    frame_files: int = 0
    frame_bytes: int = 0
    records: dict[str, TaskRecord] = field(default_factory=dict)
    checksums: dict[str, int] = field(default_factory=dict)

    def of(self, task: Task) -> TaskRecord | None:
        """The record of a task."""
        return self.records.get(task.name)

    def put(self, record: TaskRecord) -> None:
        """Record that a task was run."""
        self.records[record.result.task.name] = record

    @property
    def results(self) -> Iterable[TaskResult]:
        """The result of every task."""
        return (record.result for record in self.records.values())

    @property
    def version_digests(self) -> Mapping[str, str]:
        """The SHA-256 of every published version by its key (`1.001193/v001`)."""
        return {
            f"{result.task.key}/{version}": digest
            for result in self.results
            for version, digest in result.versions.items()
        }

    def results_not_in(self, other: "BuildManifest") -> list[TaskResult]:
        """The results that the other manifest lacks, or has from another run."""
        return [
            record.result
            for name, record in self.records.items()
            if other.records.get(name) is not record
        ]

    def write(self, file: Path) -> None:
        """Write the manifest; a process that stays need not read it again."""
        global _last_written
        content = msgspec.msgpack.encode(self)
        file.write_bytes(seal(content))
        _last_written = content, self


_last_written: tuple[bytes, BuildManifest] = (b"", BuildManifest())
"""The manifest that this process wrote last, and its bytes."""


def _read_manifest(file: Path) -> BuildManifest:
    """Read a manifest. Raises OSError, DamagedError or msgspec.DecodeError."""
    content = open_sealed(file.read_bytes())
    written, manifest = _last_written
    return manifest if content == written else msgspec.msgpack.decode(content, type=BuildManifest)


def load_build_manifest(build: Path, site: Path, base: bytes) -> BuildManifest:
    """The manifest of the last build of `site`; an empty one when that does not fit."""
    try:
        manifest = _read_manifest(build / FILE)
        misfit = _misfit(manifest, build, site, base)
    except (OSError, DamagedError, msgspec.DecodeError) as error:
        misfit = f"{type(error).__name__}: {error}"
    if misfit:
        _log.info("everything is made anew: %s", misfit)
        return BuildManifest()
    return manifest


def _misfit(manifest: BuildManifest, build: Path, site: Path, base: bytes) -> str:
    """Why the manifest of a build is of no use; empty when it is. Raises OSError."""
    if manifest.base != base:
        return "the program, mkdocs.yml, the day, the language or the settings have changed"
    if manifest.site != site_location(site, build):
        return f"the last build was of another site, {manifest.site}"
    if manifest.fingerprint != compute_site_fingerprint(site):
        return f"{site} is not as the last build left it"
    if not (build / "docs" / "index.md").is_file():
        return f"{build / 'docs'} is not as the last build left it"
    return ""


def site_location(site: Path, build: Path) -> str:
    """Where a site lies, seen from the folder for generated files."""
    return path_from(build, site)


def compute_site_fingerprint(*folders: Path) -> bytes:
    """The SHA-256 of the files that tell one state of a site from another. Raises OSError.

    Each file counts as it is in the first folder that has it.
    """
    total = hashlib.sha256()
    for name in _FINGERPRINTED:
        found = next((folder for folder in folders if (folder / name).is_file()), folders[-1])
        total.update((found / name).read_bytes())
    return total.digest()


def compute_global_fingerprint(parts: Mapping[str, bytes]) -> bytes:
    """The SHA-256 of what every task depends on: the program, and `parts` by name."""
    total = hashlib.sha256(compute_code_fingerprint())
    for name in sorted(parts):
        total.update(name.encode() + b"\0" + hashlib.sha256(parts[name]).digest())
    return total.digest()
