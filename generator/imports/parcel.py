"""The one file that the desk hands over: records, and the bytes that they were drafted from.

It comes by mail from anywhere, so nothing in it is believed: sizes are bounded, each path is that
of a record, and each record says the digest of what it changes.
"""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from generator.findings.worded_error import WordedError
from generator.records.layout import catalogue_file
from generator.records.received import MOST_PARCEL, MOST_PARCEL_FILES, MOST_RECORD

FORMAT = 1
"""The form of the manifest that is understood."""
_MANIFEST = "manifest.json"
_RECORDS = "catalogue/"
_FOR_PEOPLE = ("thay-doi.patch", "xem-lai.html")


class BadParcelError(WordedError):
    """The file is none of the desk's, or is damaged."""


@dataclass(frozen=True, slots=True)
class _ParcelManifest:
    format: int
    title: str
    text: str
    decision: str | None
    made: str
    base: dict[str, str | None]
    removed: list[str]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What somebody proposes: the new bytes of each record by path, None for one that goes.

    `base` has the SHA-256 of the record that each was drafted from, None where there was none.
    """

    title: str
    text: str
    files: Mapping[str, bytes | None]
    base: Mapping[str, str | None]


def read_parcel(content: bytes) -> Parcel:
    """A parcel from the bytes of its zip. Raises BadParcelError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read_archive(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, RuntimeError, EOFError):
        raise BadParcelError("apply.no_parcel") from None


def _read_archive(archive: zipfile.ZipFile) -> Parcel:
    entries = {entry.filename: entry for entry in archive.infolist()}
    total = sum(entry.file_size for entry in entries.values())
    if len(archive.infolist()) > MOST_PARCEL_FILES or total > MOST_PARCEL:
        raise BadParcelError(
            "apply.too_large", files=MOST_PARCEL_FILES, megabytes=MOST_PARCEL >> 20
        )
    if _MANIFEST not in entries:
        raise BadParcelError("apply.no_parcel")
    manifest = _parse_manifest(_read_entry(archive, entries.pop(_MANIFEST)))
    files = {
        _find_record_path(name): _read_entry(archive, entry)
        for name, entry in entries.items()
        if name not in _FOR_PEOPLE
    }
    return _check_against(manifest, files)


def _parse_manifest(content: bytes) -> _ParcelManifest:
    try:
        manifest = msgspec.json.decode(content, type=_ParcelManifest)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise BadParcelError("apply.no_parcel") from None
    if manifest.format != FORMAT:
        raise BadParcelError("apply.other_format", found=manifest.format, known=FORMAT)
    return manifest


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = file.read(MOST_RECORD + 1)
    if len(content) > MOST_RECORD:
        raise BadParcelError("apply.large_record", path=entry.filename, most=MOST_RECORD >> 20)
    return content


def _find_record_path(name: str) -> str:
    """The path of a record in the catalogue from its name in the zip."""
    path = name.removeprefix(_RECORDS)
    if not name.startswith(_RECORDS) or catalogue_file(path).kind is None:
        raise BadParcelError("apply.no_record", path=name)
    return path


def _check_against(manifest: _ParcelManifest, files: Mapping[str, bytes]) -> Parcel:
    """The parcel, when its manifest speaks of exactly the records that are in it."""
    for path in manifest.removed:
        _find_record_path(_RECORDS + path)
    every: dict[str, bytes | None] = {**files, **dict.fromkeys(manifest.removed)}
    if set(every) != set(manifest.base) or files.keys() & set(manifest.removed):
        raise BadParcelError("apply.unlike_manifest")
    if not every:
        raise BadParcelError("apply.nothing")
    return Parcel(" ".join(manifest.title.split()), manifest.text.strip(), every, manifest.base)


def find_conflicts(parcel: Parcel, present: Mapping[str, bytes]) -> Iterator[str]:
    """The paths of records that are no longer what they were drafted from, in order."""
    for path in sorted(parcel.files):
        now = present.get(path)
        digest = None if now is None else hashlib.sha256(now).hexdigest()
        if digest != parcel.base[path] and now != parcel.files[path]:
            yield path
