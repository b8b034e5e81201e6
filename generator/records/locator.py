"""Look places up in the text of one file, after something was found wrong in it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import yaml

from generator.findings.problem import Mark, Pointer
from generator.records.house_style import Line, lines_of, read_house_style
from generator.records.yaml_reader import compose, mark_of

_KEY, _PLAIN, _QUOTED, _BLOCK = 2, 3, 4, 6
"""Places in a `Line`."""


class Locator(Protocol):
    """Looks places up in one file."""

    def mark(self, pointer: Pointer, on_key: bool = False) -> Mark:
        """The place of a value, or of its key; of the nearest parent that exists if it does not."""

    def raw(self, pointer: Pointer) -> str:
        """The characters of a scalar as typed, empty when the value is not a scalar."""


def locator_of(content: bytes) -> Locator:
    """A locator for a file's content; an unreadable file locates everything at 1:1."""
    try:
        text = content.decode("utf-8-sig")
        house = read_house_style(text) is not None
        return HouseLocator.of(text) if house else NodeLocator(compose(text))
    except (yaml.YAMLError, UnicodeDecodeError):
        return NodeLocator(None)


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a value of a type begins: its line, its column from 0, and the line of its key."""

    at: int
    column: int
    type: type[Any]
    key: int | None = None


@dataclass(frozen=True, slots=True)
class HouseLocator:
    """For a text in house style: the columns of its lines tell what stands in what.

    `columns` says where the key of each line begins, or what it says without one.
    """

    lines: Sequence[Line]
    columns: Sequence[int]

    @classmethod
    def of(cls, text: str) -> "HouseLocator":
        """A locator for a text that is known to be in house style."""
        lines = lines_of(text)
        return cls(lines, [len(indent) + len(dash) for indent, dash, *_ in lines])

    def mark(self, pointer: Pointer, on_key: bool = False) -> Mark:
        """The place of a value, of its key, or of the nearest parent."""
        found = self._find(pointer)
        if on_key and found.key is not None:
            return self._mark(found.key, self.columns[found.key])
        return self._mark(found.at, found.column)

    def raw(self, pointer: Pointer) -> str:
        """The characters of a scalar without quotes, as typed."""
        found = self._find(pointer)
        return self.lines[found.at][_PLAIN] if found.type is str else ""

    def _mark(self, at: int, column: int) -> Mark:
        before = sum(1 + line[_BLOCK].count("\n") for line in self.lines[:at])
        return Mark(before + 1, column + 1)

    def _find(self, pointer: Pointer) -> _Found:
        """A value, or the nearest parent that is there."""
        found = _Found(0, 0, dict)
        for step in pointer:
            at = self._item(found, step) if isinstance(step, int) else self._key(found, step)
            if at is None:
                return replace(found, key=None)
            found = self._behind_dash(at) if isinstance(step, int) else self._behind_key(at)
        return found

    def _item(self, found: _Found, number: int) -> int | None:
        """The line of an item of a list, whose dashes are in one column."""
        dashes = 0
        for at in range(found.at, len(self.lines) if found.type is list else 0):
            indent, dash, *_ = self.lines[at]
            if len(indent) < found.column or (len(indent) == found.column and not dash):
                return None
            dashes += len(indent) == found.column
            if dashes > number:
                return at
        return None

    def _key(self, found: _Found, name: str) -> int | None:
        """The line of a key of a mapping, whose keys are in one column."""
        for at in range(found.at, len(self.lines) if found.type is dict else 0):
            _, dash, key, *_ = self.lines[at]
            next_item = dash and self.columns[at] == found.column and at > found.at
            if self.columns[at] < found.column or next_item:
                return None
            if self.columns[at] == found.column and key == name:
                return at
        return None

    def _behind_dash(self, at: int) -> _Found:
        return _Found(at, self.columns[at], dict if self.lines[at][_KEY] else str)

    def _behind_key(self, at: int) -> _Found:
        """A scalar on the same line, or what begins on the next one."""
        line, column = self.lines[at], self.columns[at]
        if line[_PLAIN] or line[_QUOTED] or line[_BLOCK]:
            return _Found(at, column + len(f"{line[_KEY]}: "), str, at)
        indent, dash, *_ = self.lines[at + 1] if at + 1 < len(self.lines) else ("", "")
        if dash and len(indent) >= column:
            return _Found(at + 1, len(indent), list, at)
        if len(indent) > column:
            return _Found(at + 1, len(indent), dict, at)
        return _Found(at, column + len(f"{line[_KEY]}:"), str, at)


@dataclass(frozen=True, slots=True)
class NodeLocator:
    """For any text that libyaml could read; without a node everything is at 1:1."""

    root: yaml.Node | None

    def mark(self, pointer: Pointer, on_key: bool = False) -> Mark:
        """The place of a value, of its key, or of the nearest parent."""
        node = self.root
        for place, step in enumerate(pointer, 1):
            child = next(_children(node, step), None)
            if child is None:
                break
            key, node = child
            if on_key and place == len(pointer) and key is not None:
                return mark_of(key)
        return mark_of(node) if node is not None else Mark(1, 1)

    def raw(self, pointer: Pointer) -> str:
        """The characters of a scalar as typed."""
        node = self.root
        for step in pointer:
            child = next(_children(node, step), None)
            if child is None:
                return ""
            node = child[1]
        return node.value if isinstance(node, yaml.ScalarNode) else ""


def _children(
    node: yaml.Node | None, step: str | int
) -> Iterator[tuple[yaml.Node | None, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                yield key, value
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        yield None, node.value[step]
