"""Write the drafts of a decision into a catalogue: all of them, or none."""

import logging
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.findings.problem import Problem
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.registers import DraftRegisters
from generator.records.layout import catalogue_file, path_of
from generator.records.reading import read_record
from generator.records.registers import Fields
from generator.records.suppression import remove_folder
from generator.records.yaml_writer import to_yaml
from generator.site.publish import move

_log = logging.getLogger(__name__)
_WHOLE = ".niemyet-drafts"
"""The folder in a catalogue with drafts on their way; nobody reads what is hidden there."""
_NO_FIELDS = re.compile(r"^fields:[ \t]*\[[ \t]*\].*$", re.M)
"""An empty list as `niemyet init` writes it, perhaps with a comment."""


def draft_files(drafted: DraftedDecision, root: Path) -> dict[str, str]:
    """The files to write, by their paths in the catalogue below `root`."""
    return register_files(drafted.registers, root) | dict(_record_files(drafted))


def register_files(registers: DraftRegisters, root: Path) -> dict[str, str]:
    """The files of agencies, documents and fields that drafts added to the registers."""
    files = {}
    for agency in registers.agencies.values():
        files[path_of("agency", agency.id)] = to_yaml("agency", agency)
    for document in registers.documents.values():
        files[path_of("legal-document", document.id)] = to_yaml("legal-document", document)
    if registers.fields:
        made = to_yaml("fields", Fields(fields=tuple(registers.fields.values())))
        files["fields.yml"] = _add_fields(root, made)
    return files


def _record_files(drafted: DraftedDecision) -> Iterator[tuple[str, str]]:
    for one in drafted.procedures:
        if one.procedure:
            path = path_of("procedure", one.key, one.field_id)
            yield path, to_yaml("procedure", one.procedure)
        if one.version:
            path = path_of("version", f"{one.key}/{one.version.version}", one.field_id)
            yield path, to_yaml("version", one.version)
    decision = drafted.decision
    yield path_of("decision", decision.id), to_yaml("decision", decision)


def _add_fields(root: Path, made: str) -> str:
    """fields.yml with more fields at its end."""
    file = root / "fields.yml"
    before = file.read_text("utf8").strip() if file.is_file() else ""
    kept = _NO_FIELDS.sub("fields:", before) or "fields:"
    return f"{kept}\n{made.removeprefix('fields:').lstrip(chr(10))}"


def find_broken(files: dict[str, str]) -> list[Problem]:
    """What would keep the drafts from being read back: none is written then."""
    problems: list[Problem] = []
    with tempfile.TemporaryDirectory(prefix="niemyet-") as folder:
        _write_below(Path(folder), files)
        for path in files:
            problems += read_record(Path(folder), catalogue_file(path)).problems
    return problems


def write_drafts(files: dict[str, str], root: Path) -> None:
    """Write files below a folder; when one cannot be written, none is. Raises OSError.

    Once all are there whole, nothing is left to do but to rename them; a run that is cut short in
    the midst of that is finished by the next.
    """
    finish_drafts(root)
    unfinished = root / f"{_WHOLE}-new"
    try:
        _write_below(unfinished, files)
        move(unfinished, root / _WHOLE)
    except OSError:
        remove_folder(_log, unfinished)
        raise
    finish_drafts(root)


def finish_drafts(root: Path) -> None:
    """Bring in the drafts that an earlier run had whole, and forget what it had not."""
    whole = root / _WHOLE
    for file in sorted(path for path in whole.rglob("*") if path.is_file()):
        target = root / file.relative_to(whole)
        target.parent.mkdir(parents=True, exist_ok=True)
        move(file, target)
    for folder in (whole, root / f"{_WHOLE}-new"):
        remove_folder(_log, folder)


def _write_below(folder: Path, files: dict[str, str]) -> None:
    remove_folder(_log, folder)
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf8", newline="\n")
