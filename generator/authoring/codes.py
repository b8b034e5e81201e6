"""Assign a procedure its national code: its folder, its record, and whatever names it.

Texts are edited in place, value by value; comments, prose and the ends of lines stay as they are.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.authoring.formatter import formatted
from generator.authoring.scaffold import CannotDraftError
from generator.records.catalogue import Catalogue
from generator.records.registers import NATIONAL_CODE


@dataclass(frozen=True, slots=True)
class FileEdit:
    """A file that reads otherwise, and perhaps lies elsewhere; paths relative to the catalogue."""

    path: str
    new_path: str
    content: bytes


def check_code(catalogue: Catalogue, old: str, code: str) -> None:
    """Raise CannotDraftError unless the procedure `old` is there and `code` is free."""
    if not catalogue.has("procedure", old):
        raise CannotDraftError("assign.no_procedure", found=old)
    if not NATIONAL_CODE.fullmatch(code):
        raise CannotDraftError("new.bad_code", found=code)
    if catalogue.has("procedure", code):
        raise CannotDraftError("new.exists", path=catalogue.path("procedure", code))
    for procedure in catalogue.procedures.values():
        if code in procedure.former_ids:
            path = catalogue.path("procedure", procedure.id)
            raise CannotDraftError("new.exists", path=path)


def assign_code(path: str, content: bytes, old: str, code: str) -> FileEdit | None:
    """What becomes of a file when the procedure `old` is given a code; None: nothing."""
    new_path = path.replace(f"/{old}/", f"/{code}/")
    if old.encode() not in content:
        return None if new_path == path else FileEdit(path, new_path, content)
    edited = _replace_values(content.decode(), old, code)
    if path.endswith(f"/{old}/procedure.yml"):
        edited = _with_code(edited, old, code)
    changed = edited.encode()
    if path.endswith("/procedure.yml"):
        changed = formatted("procedure", changed) or changed
    same = changed == content and new_path == path
    return None if same else FileEdit(path, new_path, changed)


def _replace_values(text: str, old: str, code: str) -> str:
    """The text with the id in every value that is the id, or a path through its folder."""
    for node in sorted(_scalars(text), key=lambda one: -one.start_mark.index):
        value = node.value.replace(f"/{old}/", f"/{code}/")
        if node.value == old or value != node.value:
            written = code if node.value == old else value
            text = f'{text[: node.start_mark.index]}"{written}"{text[node.end_mark.index :]}'
    return text


def _scalars(text: str) -> Iterator[yaml.ScalarNode]:
    """The values of a text. Nothing for a text that cannot be read."""
    try:
        nodes = [yaml.compose(text, Loader=yaml.SafeLoader)]
    except yaml.YAMLError:
        return
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.ScalarNode):
            yield node
        elif isinstance(node, yaml.SequenceNode):
            nodes.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            nodes.extend(value for _, value in node.value)


def _with_code(text: str, old: str, code: str) -> str:
    """The record of the procedure: its code, no reason to have none, and what it was called."""
    end = "\r\n" if "\r\n" in text else "\n"
    text = re.sub(r"(?m)^code:[^\r\n]*", f'code: "{code}"', text, count=1)
    text = _without_reason(text)
    listed = re.search(r"(?m)^former_ids: *(?:\[\])?(?=\r?$)", text)
    if listed:
        return f"{text[: listed.start()]}former_ids:{end}- {old}{text[listed.end() :]}"
    return re.sub(r"(?m)^field:", f"former_ids:{end}- {old}{end}field:", text, count=1)


def _without_reason(text: str) -> str:
    """The text without the reason for having no code in `unknown`, and without that when empty."""
    block = re.search(r"(?m)^unknown: *\r?\n((?:[ ]+[^\r\n]*\r?\n?)+)", text)
    if block is None:
        return re.sub(r"(?m)^unknown: *\{ *code:[^,}]*\}[^\S\n]*\n", "", text, count=1)
    kept = re.sub(r"(?m)^( +)code:[^\r\n]*\r?\n?(?:\1 +[^\r\n]*\r?\n?)*", "", block[1], count=1)
    whole = block[0].replace(block[1], kept) if kept.strip() else ""
    return text[: block.start()] + whole + text[block.end() :]
