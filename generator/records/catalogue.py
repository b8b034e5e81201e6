"""The catalogue in memory: every record by its id, and where each was read."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from generator.records.absent import AbsentProcedure
from generator.records.blobs import BlobFile, LoadingMapping, VersionRef
from generator.records.decision import Decision, Target
from generator.records.exceptions import RuleException
from generator.records.families import FamilyReview
from generator.records.federation import Member
from generator.records.journeys import Journey
from generator.records.postings import PostingRecord
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
from generator.records.units import ProvinceUnit
from generator.records.version import Version

KINDS = ("place", "agency", "legal-document", "decision", "procedure", "version")
"""The kinds of records that have a file each, and may say where they were taken from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """All records that were read without error.

    `versions` maps a procedure to its versions in ascending order, `version_files` the folder and
    name of a file (`1.001193/v001`) to the version in it; they are decoded when they are read, out
    of the references that `version_refs` has. `paths` maps (kind, id) to the file the record was
    read from, relative to the catalogue; it also names the files that could not be read, so that a
    reference to a broken record is not reported a second time as missing.
    `digests` maps every file to the SHA-256 of its content. `family_reviews` is what editors joined
    or split, `members` are the sites that a federation gathers, none for the catalogue of one
    publisher; `postings` is what hangs in offices, by office and day. Without a catalogue.yml, or
    with one that could not be read, `settings` is `NO_SETTINGS`.
    """

    settings: Settings
    fields: Mapping[str, Field]
    life_events: Mapping[str, LifeEvent]
    citizen_words: tuple[WordPair, ...]
    exceptions: tuple[RuleException, ...]
    calendars: Mapping[int, Calendar]
    agencies: Mapping[str, Agency]
    documents: Mapping[str, LegalDocument]
    decisions: Mapping[str, Decision]
    procedures: Mapping[str, Procedure]
    paths: Mapping[tuple[str, str], str]
    version_refs: Mapping[str, tuple[VersionRef, ...]] = field(default_factory=dict, compare=False)
    versions: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    version_files: Mapping[str, Version] = field(default_factory=dict)
    digests: Mapping[str, bytes] = field(default_factory=dict)
    places: Mapping[str, ProvinceUnit] = field(default_factory=dict)
    family_reviews: tuple[FamilyReview, ...] = ()
    journeys: Mapping[str, Journey] = field(default_factory=dict)
    absent: Mapping[str, AbsentProcedure] = field(default_factory=dict)
    members: tuple[Member, ...] = ()
    postings: Mapping[str, PostingRecord] = field(default_factory=dict)

    def store(self, kind: str) -> Mapping[str, Any]:
        """The records of one of `KINDS`, by their ids."""
        stores: dict[str, Mapping[str, Any]] = {
            "place": self.places,
            "agency": self.agencies,
            "legal-document": self.documents,
            "decision": self.decisions,
            "procedure": self.procedures,
            "version": self.version_files,
        }
        return stores[kind]

    def has(self, kind: str, key: str) -> bool:
        """Whether a record of this kind exists, readable or not."""
        return (kind, key) in self.paths

    @property
    def drafts(self) -> frozenset[str]:
        """The ids of the decisions that are drafts."""
        return frozenset(key for key, decision in self.decisions.items() if decision.is_draft)

    def without_drafts(self) -> "Catalogue":
        """The catalogue as it may be published; the same one where there is no draft."""
        drafts = self.drafts
        if not drafts:
            return self
        kept = {key: one for key, one in self.decisions.items() if key not in drafts}
        return replace(self, decisions=kept)

    @property
    def unread(self) -> Iterator[tuple[str, str]]:
        """The kinds and ids of the records of `KINDS` that could not be read."""
        stores = {kind: self.store(kind) for kind in KINDS}
        return ((kind, key) for kind, key in self.paths if key not in stores.get(kind, (key,)))

    @property
    def unread_files(self) -> frozenset[str]:
        """The files of these records."""
        return frozenset(self.paths[one] for one in self.unread)

    def path(self, kind: str, key: str) -> str:
        """The file of a record, relative to the catalogue; its key when path and id disagree."""
        return self.paths.get((kind, key), key)

    def version(self, procedure: str, version: str) -> Version | None:
        """One version of a procedure, None when there is no such version."""
        return self.version_files.get(f"{procedure}/{version}")

    def version_ref(self, target: Target) -> VersionRef | None:
        """A reference to the version that a row publishes; None when there is no such version."""
        refs = self.version_refs.get(target.procedure, ())
        return next((ref for ref in refs if ref.key == target.key), None)

    def with_versions(self, files: Mapping[str, VersionRef]) -> "Catalogue":
        """The same catalogue with other versions, by their keys."""
        refs = _by_procedure(files)
        return replace(
            self,
            version_refs=refs,
            versions=LoadingMapping(refs, lambda every: tuple(one.loaded for one in every)),
            version_files=LoadingMapping(files, lambda one: one.loaded),
        )

    def __reduce__(self) -> tuple[Callable[..., "Catalogue"], tuple[bytes, "_EncodedVersions"]]:
        """Pickle by msgspec, in a tenth of the time; encoded versions are not decoded."""
        others = replace(self, version_refs={}, versions={}, version_files={})
        encoded = [(one.key, one.encoded) for every in self.version_refs.values() for one in every]
        return _unpacked, (msgspec.msgpack.encode(others), encoded)


_EncodedVersions = list[tuple[str, bytes]]
"""Versions with their keys."""


def _unpacked(others: bytes, encoded: _EncodedVersions) -> Catalogue:
    blobs = BlobFile.open_within()
    files = {key: blobs.put(key, content) for key, content in encoded}
    return msgspec.msgpack.decode(others, type=Catalogue).with_versions(files)


def _by_procedure(files: Mapping[str, VersionRef]) -> dict[str, tuple[VersionRef, ...]]:
    """The versions of every procedure in ascending order, from those of all files."""
    grouped: dict[str, list[VersionRef]] = defaultdict(list)
    for key in sorted(files):
        grouped[key.partition("/")[0]].append(files[key])
    return {procedure: tuple(found) for procedure, found in grouped.items()}
