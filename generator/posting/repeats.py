"""Long words that stand in a part several times, printed once: a fee list beside every channel."""

import re
from collections.abc import Callable

from generator.posting.in_full import children_of
from generator.posting.tree import Tree, TreeNode, plain_words

_LONG = 400
"""Characters from which words are not printed a second time."""
_FRAMES = frozenset({"dl", "ol", "table", "tbody", "thead", "tr", "ul"})
"""Elements that hold rows or items: these stay, and what they hold may be a reference."""
_PAPERS = "papers"
"""The class of a list of papers."""
_MARKS = re.compile(r"(?<!\d)\W+|\W+(?!\d)")
"""Marks and spaces that make no other words; those within a number ("7,5") do."""
_OPENING = 60
"""Characters of their beginning by which a reader finds them above."""


def print_once(tree: Tree, as_above: Callable[[str], str]) -> Tree:
    """A tree in which long words that were printed before give way to a reference to them.

    `as_above` makes the reference of the first words. What repeats under another heading of the
    second level is printed again, and so are papers, which are ticked off one by one.
    """
    seen: set[str] = set()
    found: Tree = []
    for node in tree:
        if isinstance(node, dict) and node["tag"] == "h2":
            seen = set()
        found.append(_replace_repeats(node, seen, as_above))
    return found


def _replace_repeats(
    node: "str | TreeNode", seen: set[str], as_above: Callable[[str], str]
) -> "str | TreeNode":
    """A node, or a reference to it; adds the long words in it to those that were seen."""
    if isinstance(node, str) or node.get("class") == _PAPERS:
        return node
    said = plain_words([node])
    if len(said) < _LONG:
        return node
    key = _MARKS.sub("", said).casefold()
    if key in seen and not _is_frame(node):
        return {**node, "children": [as_above(_opening(said))]}
    children = [_replace_repeats(one, seen, as_above) for one in children_of(node)]
    seen.add(key)
    return {**node, "children": children}


def _is_frame(node: TreeNode) -> bool:
    row = any(isinstance(one, dict) and one["tag"] == "dt" for one in children_of(node))
    return row or node["tag"] in _FRAMES


def _opening(said: str) -> str:
    return said[:_OPENING].rpartition(" ")[0]
