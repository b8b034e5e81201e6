"""The drafts of a decision as files: their paths in a catalogue, and their texts."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.imports.word.blocks import WordLine
from generator.imports.word.drafted import DraftedDecision
from generator.imports.word.registers import DraftRegisters
from generator.records.layout import path_of
from generator.records.registers import Fields
from generator.records.size_limits import has_long_word
from generator.records.yaml_writer import to_yaml

_NO_FIELDS = re.compile(r"^fields:[ \t]*\[[ \t]*\].*$", re.M)
"""An empty list as `niemyet init` writes it, perhaps with a comment."""


def draft_files(drafted: DraftedDecision, root: Path) -> dict[str, str]:
    """The files to write, by their paths in the catalogue below `root`."""
    return register_files(drafted.registers, root) | dict(_record_files(drafted))


def find_long_words(drafted: DraftedDecision, files: Mapping[str, str]) -> Iterator[WordLine]:
    """The lines with a word that drafts hold and that is too long for a file of a record."""
    text = "\n".join(files.values())
    for source in drafted.sources:
        for line in source.file.lines:
            if has_long_word(line.words) and max(line.words.split(), key=len) in text:
                yield line


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
