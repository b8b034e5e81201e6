"""Where each kind of record lies in a catalogue: one thing per file, one file per thing."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

DEVICES = r"con|prn|aux|nul|com[0-9]|lpt[0-9]"
"""Names of devices on Windows, which has no file or folder of such a name, whatever its suffix."""
DRAFTS = "du-thao"
"""The folder, in that of its agency, of decisions that have no number and day of signing yet."""
MOST_READ_WHOLE = 300
"""For a draft a catalogue of no more files is read as a whole; of a larger one, what it names."""
_SLUG = rf"(?!(?:{DEVICES})(?:[./]|\Z))[a-z0-9]+(?:-[a-z0-9]+)*"
_NUMBER = rf"(?!(?:{DEVICES})\.)[a-z0-9]+(?:[.-][a-z0-9]+)*"
_PROCEDURE = rf"procedures/(?P<field>{_SLUG})/(?P<procedure>[a-z0-9.-]*[a-z0-9-])"

_PLACES = {
    "catalogue": r"catalogue\.yml",
    "fields": r"fields\.yml",
    "life-events": r"life-events\.yml",
    "journeys": r"journeys\.yml",
    "citizen-words": r"citizen-words\.yml",
    "exceptions": r"exceptions\.yml",
    "families": r"families\.yml",
    "absent": r"absent\.yml",
    "federation": r"federation\.yml",
    "calendar": r"calendar/(?P<key>[0-9]{4})\.yml",
    "place": rf"places/(?P<key>{_SLUG})\.yml",
    "posting": rf"postings/(?P<key>{_SLUG}/[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})\.yml",
    "agency": rf"agencies/(?P<key>{_SLUG})\.yml",
    "legal-document": rf"legal-documents/(?P<key>{_SLUG})\.yml",
    "decision": rf"decisions/(?P<key>{_SLUG}/(?:[0-9]{{4}}|khong-ro|{DRAFTS})/{_NUMBER})\.yml",
    "procedure": rf"{_PROCEDURE}/procedure\.yml",
    "version": rf"{_PROCEDURE}/(?P<version>v[0-9]{{3}})\.yml",
}
_AT_THE_TOP = (
    "catalogue",
    "fields",
    "life-events",
    "citizen-words",
    "exceptions",
    "families",
    "journeys",
    "absent",
    "federation",
)
_KINDS_BELOW = {
    "calendar": ("calendar",),
    "places": ("place",),
    "postings": ("posting",),
    "agencies": ("agency",),
    "legal-documents": ("legal-document",),
    "decisions": ("decision",),
    "procedures": ("version", "procedure"),
}
_NO_TEXT = re.compile("[\ud800-\udfff]")
_PATTERNS = {kind: re.compile(pattern + r"\Z") for kind, pattern in _PLACES.items()}


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """A file of the catalogue: `kind` is None when no kind of record lies there.

    `barrier` is the key of the words that say why a file is not even opened; empty for others.
    """

    path: str
    kind: str | None
    key: str
    barrier: str = ""


def catalogue_file(path: str) -> CatalogueFile:
    """What a file is, from its path relative to the catalogue (with forward slashes)."""
    for kind in _KINDS_BELOW.get(path.partition("/")[0], _AT_THE_TOP):
        match = _PATTERNS[kind].match(path)
        if match:
            return CatalogueFile(path, kind, _key(kind, match.groupdict()))
    return CatalogueFile(path, None, "")


def _key(kind: str, parts: dict[str, str]) -> str:
    if kind == "version":
        return f"{parts['procedure']}/{parts['version']}"
    return parts.get("key") or parts.get("procedure") or kind


def catalogue_files(root: Path) -> Iterator[CatalogueFile]:
    """Every YAML file below `root`, in the order of its path; hidden files are left alone.

    What is meant as one and is not read because of its name, such as v002.yml.txt, is among them.
    """
    found = [file_at(root, path, entry) for path, entry in yaml_files(os.fspath(root))]
    yield from sorted(found, key=attrgetter("path"))


def file_at(root: Path, path: str, entry: Path | os.DirEntry[str]) -> CatalogueFile:
    """What a file is, and whether it may be opened: not by a link that leads out of `root`."""
    if not _is_text(path):
        return CatalogueFile(_printable(path), None, "", "reason.name")
    if entry.is_symlink() and not _leads_to_a_file_of(root, entry):
        return CatalogueFile(path, None, "", "reason.link")
    if entry.is_dir():
        return CatalogueFile(path, None, "", "reason.forbidden")
    return catalogue_file(path)


def _leads_to_a_file_of(root: Path, link: Path | os.DirEntry[str]) -> bool:
    target = Path(os.path.realpath(link))
    return target.is_file() and target.is_relative_to(os.path.realpath(root))


def _is_text(path: str) -> bool:
    """Whether the name of a file is Unicode; the system hands out any bytes as surrogates."""
    return path.isascii() or not _NO_TEXT.search(path)


def _printable(path: str) -> str:
    return path.encode("utf8", "surrogateescape").decode("utf8", "backslashreplace")


SUFFIXES = (".yml", ".yaml")
"""The ends of the names of YAML files."""
_MEANT_AS_YAML = re.compile(r"\.ya?ml(?:\.(?:txt|bak|orig|old|tmp)|~)?\Z", re.IGNORECASE)
"""What Windows, editors and git make of such a name: v002.yml.txt, v002.YML, v002.yml.orig."""


def is_meant_as_yaml(path: str) -> bool:
    """Whether a file is a YAML file, or is meant as one and has a name that is not read."""
    return bool(_MEANT_AS_YAML.search(path))


def proper_name(path: str) -> str:
    """The path that a file would be read under: `v002.yml` for `v002.yml.txt` and `v002.YML`."""
    return _MEANT_AS_YAML.sub(".yml", path)


def yaml_files(folder: str, prefix: str = "") -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every file below a folder that is or is meant as YAML, with its path from there.

    Links to folders are not followed and stand among the files; so do folders that the system does
    not open.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _yaml_files_of(entry, prefix)
            elif entry.is_symlink() or (is_meant_as_yaml(entry.name) and entry.is_file()):
                yield prefix + entry.name, entry


def _yaml_files_of(folder: os.DirEntry[str], prefix: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        yield from yaml_files(folder.path, f"{prefix}{folder.name}/")
    except FileNotFoundError:  # it was taken away just now
        return
    except OSError:
        yield prefix + folder.name, folder


_AT_ONCE = 1 << 16
"""Bytes asked for at a time: more than almost any record has."""
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0)
"""Windows would read text without it, and change the ends of lines."""


def read_content(file: str) -> bytes:
    """The bytes of a file, in half the time `open` takes: there are many. Raises OSError."""
    raw = os.open(file, _READ)
    try:
        return b"".join(iter(lambda: os.read(raw, _AT_ONCE), b""))
    finally:
        os.close(raw)


def path_of(kind: str, key: str, field: str = "") -> str:
    """The path of a record to write; `field` is needed for procedures and versions."""
    match kind:
        case "procedure":
            return f"procedures/{field}/{key}/procedure.yml"
        case "version":
            return f"procedures/{field}/{key}.yml"
        case "agency":
            return f"agencies/{key}.yml"
        case "place" | "posting" | "legal-document" | "decision":
            return f"{kind}s/{key}.yml"
        case "calendar":
            return f"calendar/{key}.yml"
    return f"{kind}.yml"
