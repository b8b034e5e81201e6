"""What Typst sets: paragraphs, lists, rows and tables, and what of them stays together on a page.

A template decides how a block looks; what a block is, and where it may be cut, is decided here.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import cast

from generator.posting.in_full import children_of
from generator.posting.tree import Tree, TreeNode

Span = str | dict[str, object]
"""Words, or a `run` that is set `as` strong, em, small, del or ins, or the break of a line."""
Run = Sequence[Span]
PrintedBlock = dict[str, object]
"""One key says what a block is: `run`, `heading`, `summary`, `list`, `enum`, `row` or `table`."""

_INLINE = frozenset(
    {"a", "abbr", "br", "code", "del", "em", "ins", "label", "small", "span", "strong"}
)
_STYLES = frozenset({"del", "em", "ins", "small", "strong"})
_HEADINGS = {"h2": 0, "h3": 1, "h4": 1}
"""How far below the headings of a part."""
_BEGUN_BY_A_LINE = frozenset({*_HEADINGS, "details", "ol", "ul"})
_SPACE = re.compile(r"[ \n\t\r]+")
_MARK = re.compile(r"[*•+–-] ")
_LONGEST_LEAD = 110
"""Letters of a line that stays with what follows it."""
_LONGEST_ITEM = 520
"""Letters of a paper or a row that is never cut at the end of a page."""
_LONGEST_CELL = 1100
"""Letters of a cell that is never cut: what is longer could run off the paper."""


def blocks_of(tree: Tree) -> list[PrintedBlock]:
    """The blocks of a tree in their order; what is only a frame around others is left out."""
    groups = list(_groups(tree))
    return [
        block
        for place, group in enumerate(groups)
        for block in _set(group, sticky=_leads(groups, place))
    ]


def blocks_by_part(tree: Tree) -> list[list[PrintedBlock]]:
    """The blocks before the first heading of a part, then those of each part with its heading."""
    starts = [0, *(at for at, node in enumerate(tree) if _tag(node) == "h2"), len(tree)]
    return [blocks_of(tree[start:end]) for start, end in pairwise(starts)]


def _groups(tree: Tree) -> Iterator["TreeNode | Tree"]:
    """Neighbours that stand on one line, together; every other element for itself."""
    for inline, found in groupby(tree, _is_inline):
        nodes = list(found)
        if not inline:
            yield from cast(list[TreeNode], nodes)
        elif not all(map(_is_empty, nodes)):
            yield nodes


def _leads(groups: Sequence["TreeNode | Tree"], place: int) -> bool:
    """Whether a short line stays with what follows: under a heading, or above a list."""
    group, after = groups[place], groups[place + 1 : place + 2]
    if not after or _tag(group) not in ("", "p") or _length(group) > _LONGEST_LEAD:
        return False
    under = place > 0 and _tag(groups[place - 1]) in _HEADINGS
    return under or _tag(after[0]) in _BEGUN_BY_A_LINE


def _set(group: "TreeNode | Tree", sticky: bool) -> Iterator[PrintedBlock]:
    if isinstance(group, list):
        yield {"run": run_of(group), "sticky": sticky}
    elif group["tag"] == "p":
        yield {"run": run_of(children_of(group)), "sticky": sticky}
    elif group["tag"] in _HEADINGS:
        below = _HEADINGS[str(group["tag"])]
        yield {"heading": run_of(children_of(group)), "below": below}
    else:
        make = _MADE.get(str(group["tag"]))
        yield from make(group) if make else blocks_of(children_of(group))


def _summary(node: TreeNode) -> Iterator[PrintedBlock]:
    yield {"summary": run_of(children_of(node))}


def _enum(node: TreeNode) -> Iterator[PrintedBlock]:
    yield {"enum": [blocks_of(children_of(item)) for item in _elements(node, "li")]}


def _list(node: TreeNode) -> Iterator[PrintedBlock]:
    """Lists of items with the same mark before them; a paper is read as a whole."""
    papers = "papers" in str(node.get("class", ""))
    marker = _paper_marker if papers else _marker
    for mark, items in groupby(_elements(node, "li"), marker):
        yield {"list": [_item(item, papers) for item in items], "mark": mark}


def _item(item: TreeNode, papers: bool) -> PrintedBlock:
    whole = papers and _length(item) <= _LONGEST_ITEM
    return {"whole": whole, "paper": papers, "blocks": blocks_of(children_of(item))}


def _paper_marker(item: TreeNode) -> str:
    """A box for what the page lets a reader tick off; nothing for what is noted."""
    said = next((one for one in children_of(item) if not _is_empty(one)), "")
    return "☐" if _tag(said) == "label" else ""


def _marker(item: TreeNode) -> str:
    """A line that begins with a mark of its own gets no second one."""
    return "" if _MARK.match(_opening(item).lstrip()) else "•"


def _opening(node: "str | TreeNode") -> str:
    while not isinstance(node, str):
        node = next((one for one in children_of(node) if not _is_empty(one)), "")
    return node


def _rows(node: TreeNode) -> Iterator[PrintedBlock]:
    """Names with what is said of them; the rows of a short list stay together."""
    rows, short = _elements(node), _length(node) <= _LONGEST_ITEM
    for row in rows:
        name, said = _elements(row, "dt")[:1], _elements(row, "dd")[:1]
        yield {
            "row": run_of(children_of(name[0])) if name else None,
            "said": blocks_of(children_of(said[0])) if said else [],
            "whole": _length(row) <= _LONGEST_ITEM,
            "sticky": short and row is not rows[-1],
        }


def _table(node: TreeNode) -> Iterator[PrintedBlock]:
    head = [row for part in _elements(node, "thead") for row in _elements(part)]
    body = [row for part in _elements(node, "tbody") for row in _elements(part)]
    rows = [*body, *_elements(node, "tr")]
    cells = [cell for row in rows for cell in _elements(row)]
    yield {
        "table": len(_elements([*head, *rows][0])),
        "head": [blocks_of(children_of(cell)) for row in head for cell in _elements(row)],
        "cells": [_cell(cell) for cell in cells],
    }


def _cell(cell: TreeNode) -> PrintedBlock:
    whole = _length(cell) <= _LONGEST_CELL
    return {"whole": whole, "blocks": blocks_of(children_of(cell))}


_MADE: Mapping[str, Callable[[TreeNode], Iterator[PrintedBlock]]] = {
    "dl": _rows,
    "ol": _enum,
    "summary": _summary,
    "table": _table,
    "ul": _list,
}
"""What makes blocks of an element that is more than a line or a frame."""


def run_of(nodes: Tree) -> Run:
    """Nodes on one line; what follows a break begins at the margin."""
    run: list[Span] = []
    for at, node in enumerate(nodes):
        begins = at > 0 and _tag(nodes[at - 1]) == "br"
        for span in _spans(node.lstrip() if begins and isinstance(node, str) else node):
            if isinstance(span, str) and run and isinstance(run[-1], str):
                run[-1] += span
            else:
                run.append(span)
    return run


def _spans(node: "str | TreeNode") -> Iterator[Span]:
    if isinstance(node, str):
        yield _SPACE.sub(" ", node)
    elif node["tag"] == "br":
        yield {"as": "br"}
    elif node["tag"] in _STYLES:
        yield {"as": node["tag"], "run": run_of(children_of(node))}
    else:
        yield from run_of(children_of(node))
        if "target" in node:
            yield f" ({node['target']})"


def _elements(node: TreeNode, tag: str = "") -> list[TreeNode]:
    """The elements in an element, all or those of a tag."""
    found = (one for one in children_of(node) if isinstance(one, dict))
    return [one for one in found if not tag or one["tag"] == tag]


def _tag(node: "str | TreeNode | Tree") -> str:
    """The tag of an element; "" for words and for a line of them."""
    return str(node["tag"]) if isinstance(node, dict) else ""


def _is_inline(node: "str | TreeNode") -> bool:
    return isinstance(node, str) or node["tag"] in _INLINE


def _is_empty(node: "str | TreeNode") -> bool:
    return isinstance(node, str) and not node.strip()


def _length(node: "str | TreeNode | Tree") -> int:
    """The letters of the words in a node."""
    if isinstance(node, str):
        return len(node)
    return sum(map(_length, node if isinstance(node, list) else children_of(node)))
