"""What a screen folds away under its first words, printed once and in full."""

from typing import cast

from generator.posting.tree import Tree, TreeNode, plain_words

_CUT = "…"
_BETWEEN = " · "
"""What stands between two values on a line above what is folded."""
_HEADINGS = frozenset({"h3", "h4"})


def print_in_full(tree: Tree) -> Tree:
    """A tree in which short forms give way to the words that they stand for."""
    return [_in_full(node) if isinstance(node, dict) else node for node in tree]


def leave_out_folded(tree: Tree, below: str) -> Tree:
    """A tree without folded quotations: they stand `below` on the sheet, each in its part."""
    kept: Tree = [node for node in tree if not _folds_quotations(node)]
    if len(kept) == len(tree):
        return tree
    said: TreeNode = {"tag": "small", "children": [below]}
    return [*kept, {"tag": "p", "children": [said]}]


def _folds_quotations(node: "str | TreeNode") -> bool:
    if isinstance(node, str) or node["tag"] != "details":
        return False
    folded = [one for one in children_of(node) if not (isinstance(one, str) or _is_summary(one))]
    return all(isinstance(one, dict) and one.get("class") == "quote" for one in folded)


def children_of(node: TreeNode) -> Tree:
    """The nodes in a node."""
    return cast(Tree, node["children"])


def _in_full(node: TreeNode) -> TreeNode:
    children = children_of(node)
    if node["tag"] == "details":
        children = _without_opening(children)
    return {**node, "children": print_in_full(children)}


def _without_opening(children: Tree) -> Tree:
    """What is folded, without a line above it that is only its first words."""
    summary = next((one for one in children if _is_summary(one)), None)
    opening = plain_words([summary]) if summary else ""
    folded = [one for one in children if one is not summary]
    begun = plain_words(folded).startswith(opening.removesuffix(_CUT).strip())
    if opening.endswith(_CUT) and begun:
        return folded
    return [*_headed(summary, folded), *folded] if isinstance(summary, dict) else children


def _headed(summary: TreeNode, folded: Tree) -> Tree:
    """A line above what is folded: a heading in it stands by itself.

    What is said beside the heading is left out where it stands again in what is folded.
    """
    said = children_of(summary)
    headings = [one for one in said if isinstance(one, dict) and one["tag"] in _HEADINGS]
    if not headings:
        return [summary]
    beside, told = [one for one in said if one not in headings], plain_words(folded)
    if all(part in told for part in plain_words(beside).split(_BETWEEN)):
        return [*headings]
    return [*headings, {"tag": "p", "children": beside}]


def _is_summary(node: "str | TreeNode") -> bool:
    return isinstance(node, dict) and node["tag"] == "summary"
