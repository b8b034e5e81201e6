"""What a screen folds away under its first words, printed once and in full."""

from typing import cast

from generator.posting.tree import Tree, TreeNode, plain_words

_CUT = "…"
_FOLDED = "in-full"


def print_in_full(tree: Tree) -> Tree:
    """A tree in which short forms give way to the words that they stand for."""
    whole = _with_whole_headings(tree)
    return [_in_full(node) if isinstance(node, dict) else node for node in whole]


def leave_out_originals(tree: Tree) -> Tree:
    """A tree without the words behind short forms, where these are folded on their own."""
    kept = [node for node in tree if isinstance(node, str) or not _is(node, "div", _FOLDED)]
    return [node if isinstance(node, str) else _without_originals(node) for node in kept]


def _without_originals(node: TreeNode) -> TreeNode:
    return {**node, "children": leave_out_originals(children_of(node))}


def _with_whole_headings(tree: Tree) -> Tree:
    """Nodes in which the cut name of a group is its whole name, that stands folded behind it."""
    found: Tree = []
    for node in tree:
        words = _folded_words(node)
        at = next((at for at, one in enumerate(found) if words and _begins(one, words)), None)
        if at is None:
            found.append(node)
        else:
            found[at] = {"tag": "h3", "class": "case", "children": [words]}
    return found


def _folded_words(node: "str | TreeNode") -> str:
    """What a block holds that only folds words; "" for any other node."""
    if isinstance(node, str) or not _is(node, "div", _FOLDED):
        return ""
    details = _first(children_of(node), "details")
    return plain_words(_unfolded(details)) if details else ""


def _begins(node: "str | TreeNode", words: str) -> bool:
    """Whether a node is the name of a group, cut, with which words begin."""
    if isinstance(node, str) or not _is(node, "h3", "case"):
        return False
    said = plain_words([node])
    return said.endswith(_CUT) and words.startswith(said.removesuffix(_CUT).strip())


def _unfolded(details: TreeNode) -> Tree:
    return [one for one in children_of(details) if not _is(one, "summary")]


def _in_full(node: TreeNode) -> TreeNode:
    children = children_of(node)
    if node["tag"] == "details":
        children = _case(children) or _without_opening(children)
    if node["tag"] == "li":
        children = _in_own_words(_instead_of_opening(children))
    return {**node, "children": print_in_full(children)}


def _instead_of_opening(children: Tree) -> Tree:
    """Folded words without the opening that stands before them as text."""
    details = _first(children, "details")
    if details is None or children.index(details) != 1 or not isinstance(children[0], str):
        return children
    words, opening = _unfolded(details), plain_words(children[:1])
    cut = opening.removesuffix(_CUT).strip()
    begun = opening.endswith(_CUT) and plain_words(words).startswith(cut)
    return [plain_words(words), *children[2:]] if begun else children


def children_of(node: TreeNode) -> Tree:
    """The nodes in a node."""
    return cast(Tree, node["children"])


def _case(children: Tree) -> Tree | None:
    """A case under its name, without a count and first papers; None for other folds."""
    summary = _first(children, "summary")
    heading = _first(children_of(summary), "h3", "case") if summary else None
    if heading is None:
        return None
    return [heading, *(one for one in children if one is not summary)]


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
    said = _unfolded(words)
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
