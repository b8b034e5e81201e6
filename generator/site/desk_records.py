"""The records that the desk offers, with what its index says of each.

What no decision has published yet, and the decisions that are drafts, are left out.
"""

import errno
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.law.rules.references import procedures_named
from generator.law.timeline import timelines
from generator.records.catalogue import Catalogue
from generator.records.layout import catalogue_files
from generator.records.schema import load_schema
from generator.records.yaml_reader import read_yaml
from generator.site.desk_schemas import DESK_KINDS

_NAMES = ("number", "title", "name", "year")
"""The keys by which people know a record; those that it has name it, in this order."""


class ChangedMeanwhileError(OSError):
    """A record is no longer what was checked: somebody has just saved it again."""


@dataclass(frozen=True, slots=True)
class DeskRecord:
    """A published file: a decision names procedures, a procedure has levels and an agency."""

    path: str
    kind: str
    title: str
    content: bytes
    procedures: tuple[str, ...] = ()
    number: str = ""
    levels: tuple[str, ...] = ()
    agency: str = ""
    successors: tuple[str, ...] = ()


def read_desk_records(catalogue: Catalogue, root: Path) -> Iterator[DeskRecord]:
    """The records that the desk offers. Raises OSError, also when one is not as it was checked."""
    published = _published_files(catalogue)
    titles = {code: every[-1].title for code, every in catalogue.versions.items() if every}
    files = list(catalogue_files(root))
    for path in catalogue.digests.keys() - {file.path for file in files}:
        raise ChangedMeanwhileError(errno.EAGAIN, os.strerror(errno.EAGAIN), path)
    for file in files:
        by_decision = file.kind in ("decision", "procedure", "version")
        if file.kind not in DESK_KINDS or (by_decision and file.path not in published):
            continue
        content = (root / file.path).read_bytes()
        if hashlib.sha256(content).digest() != catalogue.digests.get(file.path):
            raise ChangedMeanwhileError(errno.EAGAIN, os.strerror(errno.EAGAIN), file.path)
        value = read_yaml(content, file.path).value
        title = titles.get(file.key) or _title(file.kind, value)
        decision = catalogue.decisions.get(file.key) if file.kind == "decision" else None
        document = catalogue.documents.get(file.key) if file.kind == "legal-document" else None
        named = tuple(procedures_named(decision)) if decision else ()
        numbered = decision or document
        number = (numbered.number if numbered else None) or ""
        among = _among_others(catalogue, file.key) if file.kind == "procedure" else ((), "")
        agency = catalogue.agencies.get(file.key) if file.kind == "agency" else None
        heirs = agency.successors if agency else ()
        yield DeskRecord(file.path, file.kind, title, content, named, number, *among, heirs)


def _among_others(catalogue: Catalogue, code: str) -> tuple[tuple[str, ...], str]:
    """What tells a procedure from others of its name: its levels, and who publishes it."""
    last = catalogue.versions[code][-1]
    return tuple(last.levels.items or ()), catalogue.procedures[code].agency


def _published_files(catalogue: Catalogue) -> frozenset[str]:
    """The files of the decisions that are no drafts, and of what they publish."""
    public = catalogue.without_drafts()
    found = {public.path("decision", key) for key in public.decisions}
    for code, timeline in timelines(public).items():
        versions = {event.version for event in timeline.events if event.version}
        found |= {public.path("version", f"{code}/{version}") for version in versions}
        if versions:
            found.add(public.path("procedure", code))
    return frozenset(found)


def _title(kind: str, value: Any) -> str:
    names = [str(value[key]) for key in _NAMES if isinstance(value, dict) and value.get(key)]
    return " – ".join(names) or str(load_schema(kind)["title"])


def index_entry(record: DeskRecord) -> dict[str, Any]:
    """What the index says of a record."""
    entry = {
        "path": record.path,
        "kind": record.kind,
        "title": record.title,
        "sha256": hashlib.sha256(record.content).hexdigest(),
    }
    more = {
        "procedures": record.procedures,
        "number": record.number,
        "levels": record.levels,
        "agency": record.agency,
        "successors": record.successors,
    }
    return entry | {key: value for key, value in more.items() if value}
