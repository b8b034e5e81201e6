"""What YAML 1.1 says a text is: PyYAML's own resolver and constructors, and the text itself."""

import re
from collections.abc import Iterator

import yaml

from generator.findings.problem import Pointer
from generator.records.yaml_reader import YamlDocument, read_yaml

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_BLANK = re.compile("[ \t\n\r\x85\u2028\u2029]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HOUR = re.compile(r"[0-9]{1,2}:[0-5][0-9]")
_STYLED = ("'", '"', "|", ">", "&", "!")
_SURE = re.compile(r"-?(0|[1-9][0-9]*)|-?[0-9]+\.[0-9]+|true|false|null|Null|NULL|~|")
"""What is meant as a number, a truth or nothing by whoever types it."""


class _Yaml11(yaml.CSafeLoader):
    """YAML 1.1 with all its guesses; keys, which are names here, are read as they are typed."""


def _construct_mapping(loader: _Yaml11, node: yaml.MappingNode) -> dict[str, object]:
    return {key.value: loader.construct_object(value, deep=True) for key, value in node.value}


def _construct_day(loader: _Yaml11, node: yaml.ScalarNode) -> object:
    """A day is a text here, as in YAML 1.2; of a moment the reader has its own opinion."""
    text = str(node.value)
    return text if _DAY.fullmatch(text) else loader.construct_yaml_timestamp(node)


def _construct_whole(loader: _Yaml11, node: yaml.ScalarNode) -> object:
    """An hour is a text here, as in YAML 1.2, and no number of base 60."""
    text = str(node.value)
    return text if _HOUR.fullmatch(text) else loader.construct_yaml_int(node)


_Yaml11.add_constructor("tag:yaml.org,2002:map", _construct_mapping)
_Yaml11.add_constructor("tag:yaml.org,2002:timestamp", _construct_day)
_Yaml11.add_constructor("tag:yaml.org,2002:int", _construct_whole)


def difference(text: str) -> str | None:
    """What is wrong with how a text is read; empty when nothing is, None when it is refused.

    A text that is accepted must mean what YAML 1.1 says, without guessing, and each key and value
    must begin where its position says.
    """
    document = read_yaml(text.encode(), "a.yml")
    if document.problems:
        return None
    text = text.lstrip("\ufeff")
    try:
        expected = yaml.load(text, Loader=_Yaml11)
    except (yaml.YAMLError, ValueError, TypeError) as error:
        return f"YAML 1.1 refuses what is read as {document.value!r}: {error}"
    if repr(document.value) != repr(expected):
        return f"{document.value!r} is read, {expected!r} is meant"
    faults = [*_guessed(document), *_misplaced(document, text)]
    return ", ".join(faults)


def _guessed(document: YamlDocument) -> Iterator[str]:
    """Values that are no text, although their characters might be meant as one."""
    for pointer, value in _values(document.value, ()):
        typed = document.positions.scalar_text(pointer)
        if not isinstance(value, str | list | dict) and not _SURE.fullmatch(typed):
            yield f"{pointer}: {typed} is read as {value!r}"


def _misplaced(document: YamlDocument, text: str) -> Iterator[str]:
    """Keys and texts that do not begin where they are said to; places that are out of order."""
    lines = _LINE_BREAK.split(text)
    last = (0, 0)
    for pointer, on_key, value in _keys_and_values(document.value):
        position = document.positions.position_of(pointer, on_key)
        typed = "".join(lines[position.line - 1 : position.line])[position.column - 1 :]
        if isinstance(value, str) and not _begins(typed, value):
            yield f"{pointer}: {typed} is no place of {value!r}"
        if (position.line, position.column) < last:
            yield f"{pointer} stands above what comes before it"
        last = position.line, position.column


def _begins(typed: str, text: str) -> bool:
    """Whether what is typed may be a scalar with this text, from its first character on."""
    return typed[:1] in _STYLED or typed.startswith(_BLANK.split(text)[0])


def _keys_and_values(value: object) -> Iterator[tuple[Pointer, bool, object]]:
    """Every key and every value in the order of the text, with its pointer; True for keys."""
    for pointer, found in _values(value, ()):
        if pointer and isinstance(pointer[-1], str):
            yield pointer, True, pointer[-1]
        yield pointer, False, found


def _values(value: object, pointer: Pointer) -> Iterator[tuple[Pointer, object]]:
    yield pointer, value
    if isinstance(value, dict):
        for key, child in value.items():
            yield from _values(child, (*pointer, key))
    if isinstance(value, list):
        for number, child in enumerate(value):
            yield from _values(child, (*pointer, number))
