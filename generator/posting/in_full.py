"""What a screen folds away under its first words, printed once and in full."""

from typing import cast

from generator.posting.tree import Tree, TreeNode, plain_words

_CUT = "…"


def print_in_full(tree: Tree) -> Tree:
    """A tree in which short forms give way to the words that they stand for."""
    return [_in_full(node) if isinstance(node, dict) else node for node in tree]


def _in_full(node: TreeNode) -> TreeNode:
    children = children_of(node)
    if node["tag"] == "details":
        children = _case(children) or _without_opening(children)
    if node["tag"] == "li":
        children = _in_own_words(children)
    return {**node, "children": print_in_full(children)}


def children_of(node: TreeNode) -> Tree:
    """The nodes in a node."""
    return cast(Tree, node["children"])


def _case(children: Tree) -> Tree | None:
    """A case under its whole name, without a count and first papers; None for other folds."""
    summary = _first(children, "summary")
    heading = _first(children_of(summary), "h3", "case") if summary else None
    if heading is None:
        return None
    kept = [one for one in children if one is not summary]
    whole = _first(kept, "details")
    if whole is None or kept[0] is not whole:
        return [heading, *kept]
    said = [one for one in children_of(whole) if not _is(one, "summary")]
    return [{**heading, "children": [plain_words(said)]}, *kept[1:]]


def _without_opening(children: Tree) -> Tree:
    """What is folded, without a line above it that is only its first words."""
    summary = _first(children, "summary")
    opening = plain_words([summary]) if summary else ""
    folded = [one for one in children if one is not summary]
    begun = plain_words(folded).startswith(opening.removesuffix(_CUT).strip())
    return folded if opening.endswith(_CUT) and begun else children


def _in_own_words(children: Tree) -> Tree:
    """A paper in the words of the record, where its label is a short form of them."""
    label, about = _first(children, "label"), _first(children, "div", "about")
    words = _first(children_of(about), "details") if about else None
    if label is None or about is None or words is None:
        return children
    said = [one for one in children_of(words) if not _is(one, "summary")]
    kept = [
        one for one in children_of(about) if one is not words and not _is(one, "span", "condition")
    ]
    inner: TreeNode = {"tag": "span", "children": [plain_words(said)]}
    return [inner, {**about, "children": kept}] if plain_words(kept) else [inner]


def _first(tree: Tree, tag: str, name: str = "") -> TreeNode | None:
    return next((one for one in tree if isinstance(one, dict) and _is(one, tag, name)), None)


def _is(node: "str | TreeNode", tag: str, name: str = "") -> bool:
    if isinstance(node, str) or node["tag"] != tag:
        return False
    return not name or name in str(node.get("class", "")).split()
