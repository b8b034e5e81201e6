"""Where the values of one YAML text begin: found in its node tree, only when somebody asks."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.findings.problem import Pointer, Position


@dataclass(frozen=True, slots=True)
class DocumentPositions:
    """The positions of everything in the text that `root` was composed from.

    Without a root (an empty or unreadable text) everything stands at line 1, column 1.
    """

    root: yaml.Node | None

    def position_of(self, pointer: Pointer, on_key: bool = False) -> Position:
        """Where a value begins, or its key; the nearest parent that exists when it does not."""
        node = self.root
        for depth, step in enumerate(pointer, 1):
            child = next(_children(node, step), None)
            if child is None:
                break
            key, node = child
            if on_key and depth == len(pointer) and key is not None:
                return position_of_node(key)
        return position_of_node(node) if node is not None else Position(1, 1)

    def scalar_text(self, pointer: Pointer) -> str:
        """The characters of a scalar, without quotes; empty when there is no scalar there."""
        node = self.root
        for step in pointer:
            _, node = next(_children(node, step), (None, None))
        return node.value if isinstance(node, yaml.ScalarNode) else ""


NOWHERE = DocumentPositions(None)
"""The positions in a text that could not be read."""


def position_of_node(node: yaml.Node) -> Position:
    """Where a node begins: line and column from 1, columns in code points."""
    return Position(node.start_mark.line + 1, node.start_mark.column + 1)


def _children(
    node: yaml.Node | None, step: str | int
) -> Iterator[tuple[yaml.Node | None, yaml.Node]]:
    """The key (None in a list) and the value of each child that one step of a pointer means."""
    if isinstance(node, yaml.MappingNode):
        yield from (child for child in node.value if child[0].value == step)
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        yield None, node.value[step]


def method_pointer(pointer: Pointer) -> Pointer | None:
    """Where the method stands of the way to submit in which a place of a version lies."""
    in_way = pointer[:2] == ("channels", "items") and len(pointer) > 2
    return (*pointer[:3], "method") if in_way else None
