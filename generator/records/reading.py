"""Read one file: strict YAML, schema, record, and what inspection finds in it."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from generator.findings.problem import Problem, Wording
from generator.findings.reasons import reason_key
from generator.records.absent import Absent
from generator.records.blobs import BlobFile, LoadedVersion
from generator.records.comments import find_comments
from generator.records.decision import NO_NUMBER, Decision
from generator.records.exceptions import Exceptions
from generator.records.families import Families
from generator.records.federation import Federation
from generator.records.journeys import Journeys
from generator.records.layout import SUFFIXES, CatalogueFile, proper_name, read_content
from generator.records.loose_values import name_proper_value
from generator.records.positions import DocumentPositions, method_pointer
from generator.records.postings import PostingRecord
from generator.records.registers import (
    Agency,
    Calendar,
    CitizenWords,
    Fields,
    LegalDocument,
    LifeEvents,
    Procedure,
    Settings,
)
from generator.records.schema import load_schema, validate
from generator.records.schema_errors import problem_of_misfit
from generator.records.size_limits import find_excess
from generator.records.units import ProvinceUnit
from generator.records.version import Version
from generator.records.yaml_reader import YamlDocument, read_yaml

TYPES: dict[str, type[Any]] = {
    "catalogue": Settings,
    "fields": Fields,
    "life-events": LifeEvents,
    "journeys": Journeys,
    "citizen-words": CitizenWords,
    "exceptions": Exceptions,
    "families": Families,
    "absent": Absent,
    "federation": Federation,
    "calendar": Calendar,
    "place": ProvinceUnit,
    "posting": PostingRecord,
    "agency": Agency,
    "legal-document": LegalDocument,
    "decision": Decision,
    "procedure": Procedure,
    "version": Version,
}
"""The type of record for each kind of file."""

Inspect = Callable[[str, str, Any], Iterable[Problem]]
"""What is wrong with one record, given its kind, its file and itself; must be importable."""


MOST_PROBLEMS = 100
"""How many mistakes against the schema are told of one file; the others are counted."""


def accept_record(_kind: str, _path: str, _record: object) -> tuple[Problem, ...]:
    """Look for nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class FileReading:
    """What came of one file: a record, or problems, or both; `digest` is of what was read."""

    place: CatalogueFile
    record: Any
    problems: tuple[Problem, ...]
    digest: bytes = b""


def digest_of(content: bytes) -> bytes:
    """The SHA-256 of a file's bytes."""
    return hashlib.sha256(content).digest()


@dataclass(frozen=True, slots=True)
class EncodedReading:
    """A reading as bytes, to be cached or sent to another process."""

    record: bytes
    problems: tuple[Problem, ...]
    digest: bytes

    def loaded(self, place: CatalogueFile, blobs: BlobFile | None) -> FileReading:
        """The reading decoded; a version goes into `blobs` undecoded where they are given."""
        return FileReading(place, self._decode_record(place, blobs), self.problems, self.digest)

    def _decode_record(self, place: CatalogueFile, blobs: BlobFile | None) -> Any:
        if not self.record or place.kind is None:
            return None
        if place.kind == "version" and blobs:
            return blobs.put(place.key, self.record)
        record = _DECODE[place.kind].decode(self.record)
        return LoadedVersion(place.key, record) if place.kind == "version" else record


def encode_reading(reading: FileReading) -> EncodedReading:
    """Encode a reading."""
    record = b"" if reading.record is None else _encode(reading.record)
    return EncodedReading(record, reading.problems, reading.digest)


_encode = msgspec.msgpack.Encoder().encode
_DECODE: dict[str, msgspec.msgpack.Decoder[Any]] = {
    kind: msgspec.msgpack.Decoder(of) for kind, of in TYPES.items()
}


def read_record(root: Path, place: CatalogueFile, inspect: Inspect = accept_record) -> FileReading:
    """Read, validate, convert and inspect one file; mistakes become problems, never exceptions."""
    if place.barrier:
        return FileReading(place, None, (_unopened(place.path, place.barrier),))
    if place.kind is None:
        return FileReading(place, None, (_misplaced(place.path),))
    try:
        content = read_content(f"{root}/{place.path}")
    except OSError as error:
        reason = reason_key(error) or "reason.system"
        return FileReading(place, None, (_unopened(place.path, reason),))
    return _understood(place, content, inspect)


def _unopened(path: str, reason: str) -> Problem:
    return Problem(path, "YM112", values={"reason": Wording((reason,))})


def _misplaced(path: str) -> Problem:
    """The problem of a file that no kind of record has, because of its place or of its name."""
    if path.endswith(SUFFIXES):
        return Problem(path, "CT200")
    return Problem(path, "CT221", values={"proper": proper_name(path)})


def _understood(place: CatalogueFile, content: bytes, inspect: Inspect) -> FileReading:
    assert place.kind is not None
    digest = digest_of(content)
    if excess := find_excess(content, place.path):
        return FileReading(place, None, (excess,), digest)
    document = read_yaml(content, place.path)
    problems = tuple(_told_empty(one, place) for one in document.problems)
    if document.value is not None and not _is_misplaced(problems):
        found = tuple(validate(place.kind, document.value, place.path))
        named = (
            name_proper_value(one, place.kind, document.value) for one in found[:MOST_PROBLEMS]
        )
        problems += (*named, *_not_listed(place.path, len(found) - MOST_PROBLEMS))
    if problems:
        return FileReading(place, None, problems, digest)
    try:
        record = msgspec.convert(_numbered(place.kind, document.value), TYPES[place.kind])
    except msgspec.ValidationError as error:
        misfit = problem_of_misfit(error, document.value, place.path)
        return FileReading(place, None, (misfit,), digest)
    inspected = tuple(_located(inspect(place.kind, place.path, record), document.positions))
    return FileReading(place, record, inspected + _comments(place, content, document), digest)


def _told_empty(problem: Problem, place: CatalogueFile) -> Problem:
    """The problem; of an empty file, with what it must hold and the name that others know it by."""
    if problem.code != "YM111" or place.kind is None:
        return problem
    keys = ", ".join(f"`{key}`" for key in load_schema(place.kind).get("required", ()))
    return replace(problem, values={"keys": keys, "name": place.key.rpartition("/")[2]})


def _not_listed(path: str, count: int) -> Iterator[Problem]:
    if count > 0:
        yield Problem(path, "CT298", values={"count": count})


def _numbered(kind: str, value: Any) -> Any:
    """A decision without a number as it is shown."""
    lacks = kind == "decision" and isinstance(value, dict) and value.get("number", "") is None
    return {**value, "number": NO_NUMBER} if lacks else value


def _is_misplaced(problems: tuple[Problem, ...]) -> bool:
    """Whether a key stands on another level than it was meant to: what follows is not reported."""
    return any(problem.code in ("YM115", "YM116") for problem in problems)


def _comments(place: CatalogueFile, content: bytes, document: YamlDocument) -> tuple[Problem, ...]:
    """Warnings for words behind a `#`: whatever the record, they may have been meant."""
    return tuple(find_comments(document.positions.root, content, place.path))


def _located(problems: Iterable[Problem], positions: DocumentPositions) -> Iterator[Problem]:
    """The problems with their lines and columns, while the node tree is at hand."""
    for problem in problems:
        position = positions.position_of(problem.pointer, problem.on_key)
        way = method_pointer(problem.pointer)
        method = positions.scalar_text(way) if way else None
        yield replace(problem, mark=position, method=method)
