"""Marks of a typed list ("++ Bản sao") that stand beside the box in which a paper is ticked off."""

import re

from generator.posting.in_full import children_of
from generator.posting.tree import Tree, TreeNode

_MARK = re.compile(r"\A\s*+(?:\+{2,}\s*+|[+*•–-]\s++)(?=\w)")


def leave_out_marks(tree: Tree) -> Tree:
    """A tree whose papers to tick off begin with their words: the box is their mark."""
    return [_without_marks(node) for node in tree]


def _without_marks(node: "str | TreeNode") -> "str | TreeNode":
    if isinstance(node, str):
        return node
    children = children_of(node)
    if node["tag"] == "label":
        return {**node, "children": _unmarked(children)}
    return {**node, "children": leave_out_marks(children)}


def _unmarked(nodes: Tree) -> Tree:
    """Nodes of which the first has no mark in front of its words."""
    if not nodes:
        return nodes
    first, *others = nodes
    if isinstance(first, str):
        return [_MARK.sub("", first, count=1) if _MARK.match(first) else first, *others]
    return [{**first, "children": _unmarked(children_of(first))}, *others]
