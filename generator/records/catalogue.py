"""The catalogue in memory: every record by its id, and where each was read."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from generator.records.decision import Decision
from generator.records.exceptions import RuleException
from generator.records.federation import Member
from generator.records.registers import (
    Agency,
    Calendar,
    Field,
    LegalDocument,
    LifeEvent,
    Procedure,
    Settings,
    WordPair,
)
from generator.records.version import Version


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All records that were read without error.

    `versions` maps a procedure to its versions in ascending order, `version_files` the folder and
    name of a file (`1.001193/v001`) to the version in it. `paths` maps (kind, id) to the
    file the record was read from, relative to the catalogue; it also names the files that could
    not be read, so that a reference to a broken record is not reported a second time as missing.
    `digests` maps every file to the SHA-256 of its content. `members` are the sites that a
    federation gathers, none for the catalogue of one publisher.
    """

    settings: Settings | None
    fields: Mapping[str, Field]
    life_events: Mapping[str, LifeEvent]
    citizen_words: tuple[WordPair, ...]
    exceptions: tuple[RuleException, ...]
    calendars: Mapping[int, Calendar]
    agencies: Mapping[str, Agency]
    documents: Mapping[str, LegalDocument]
    decisions: Mapping[str, Decision]
    procedures: Mapping[str, Procedure]
    versions: Mapping[str, tuple[Version, ...]]
    version_files: Mapping[str, Version]
    paths: Mapping[tuple[str, str], str]
    digests: Mapping[str, bytes] = field(default_factory=dict)
    members: tuple[Member, ...] = ()

    def has(self, kind: str, key: str) -> bool:
        """Whether a record of this kind exists, readable or not."""
        return (kind, key) in self.paths

    def path(self, kind: str, key: str) -> str:
        """The file of a record, relative to the catalogue; its key when path and id disagree."""
        return self.paths.get((kind, key), key)

    def version(self, procedure: str, version: str) -> Version | None:
        """One version of a procedure, None when there is no such version."""
        found = (v for v in self.versions.get(procedure, ()) if v.version == version)
        return next(found, None)

    def __reduce__(self) -> tuple[Callable[[bytes], "Catalogue"], tuple[bytes]]:
        """Pickle by msgspec, in a tenth of the time; every version is in there once."""
        return _unpacked, (msgspec.msgpack.encode(replace(self, versions={})),)


def _unpacked(content: bytes) -> Catalogue:
    found = msgspec.msgpack.decode(content, type=Catalogue)
    return replace(found, versions=by_procedure(found.version_files))


def by_procedure(files: Mapping[str, Version]) -> dict[str, tuple[Version, ...]]:
    """The versions of every procedure in ascending order, from those of all files."""
    grouped: dict[str, list[Version]] = defaultdict(list)
    for key in sorted(files):
        grouped[key.partition("/")[0]].append(files[key])
    return {procedure: tuple(found) for procedure, found in grouped.items()}
