"""The manifest: the SHA-256 of every published version, to hold a catalogue against later.

What is hashed is the record and not its file: keys in the order of the schema, as in the JSON API.
Comments and layout may change; a word may not.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

from generator.exports.json_text import to_json
from generator.model.edition import Edition
from generator.records.catalogue import Catalogue
from generator.records.serialise import serialise_version
from generator.records.version import Version

FILE = "api/v1/manifest.json"

_Procedure = Annotated[
    str, msgspec.Meta(pattern=r"^([1-9]\.[0-9]{6,9}|chua-co-ma-[a-z0-9-]+)\Z", max_length=120)
]
_Version = Annotated[str, msgspec.Meta(pattern=r"^v[0-9]{3}\Z")]
_Digest = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}\Z")]
_Day = Annotated[str, msgspec.Meta(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")]


@dataclass(frozen=True, slots=True)
class Published:
    """One published version and the SHA-256 (64 hexadecimal digits) of its record."""

    procedure: _Procedure
    version: _Version
    sha256: _Digest


@dataclass(frozen=True, slots=True)
class Manifest:
    """Every id a procedure ever had, and every version ever published."""

    as_of: _Day
    procedures: tuple[_Procedure, ...]
    versions: tuple[Published, ...]


def sha256_of(version: Version) -> str:
    """The SHA-256 of a version's record, in hexadecimal digits."""
    return hashlib.sha256(to_json(serialise_version(version))).hexdigest()


def published(catalogue: Catalogue) -> Iterator[str]:
    """The keys of the versions that rows of decisions publish, in order."""
    decisions = catalogue.without_drafts().decisions.values()
    named = {target.key for d in decisions for row in d.rows for target in row.published}
    return (key for key in sorted(catalogue.version_files) if key in named)


def manifest_json(edition: Edition, known: Mapping[str, str] | None = None) -> tuple[str, bytes]:
    """The manifest of an edition; `known` are digests by the keys of versions."""
    digests = known or {}
    catalogue = edition.catalogue
    former = (old for p in catalogue.procedures.values() for old in p.former_ids)
    versions = {
        key: digests.get(key) or sha256_of(catalogue.version_files[key])
        for key in published(catalogue)
    }
    made = Manifest(
        as_of=edition.day.isoformat(),
        procedures=tuple(sorted({*(key.partition("/")[0] for key in versions), *former})),
        versions=tuple(_published(key, digest) for key, digest in versions.items()),
    )
    return FILE, to_json(made)


def _published(key: str, digest: str) -> Published:
    procedure, _, version = key.partition("/")
    return Published(procedure, version, digest)


def read_manifest(content: bytes) -> Manifest:
    """A manifest from its JSON. Raises ValueError when it is none."""
    try:
        read: Any = msgspec.json.decode(content, type=Manifest)
    except RecursionError as error:
        raise ValueError(str(error)) from None
    assert isinstance(read, Manifest)
    return read
