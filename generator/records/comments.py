"""Comments behind values without quotes: perhaps words that somebody meant to be read."""

import re
from collections.abc import Iterator

from yaml import MappingNode, Node, ScalarNode, SequenceNode

from generator.findings.problem import Problem, Severity
from generator.records.positions import position_of_node
from generator.records.scalars import meaning_of, surely_text

COMMENT_CODE = "YM114"
"""The code of a comment that follows text without quotes; a warning."""
_COMMENT = re.compile(r"[ \t]+(#[^\r\n]*)")


def find_comments(root: Node | None, content: bytes, path: str) -> Iterator[Problem]:
    """A warning for each comment behind text without quotes in a file that was composed as `root`.

    Source: YAML 1.1, a `#` after a space begins a comment, in the middle of a sentence too.
    """
    if root is None or (b" #" not in content and b"\t#" not in content):
        return
    text = content.decode().lstrip("\ufeff")
    for node in _plain_texts(root):
        found = _COMMENT.match(text, node.end_mark.index)
        if found:
            values = {"dropped": found[1]}
            mark = position_of_node(node)
            yield Problem(path, COMMENT_CODE, (), values, Severity.WARNING, mark)


def _plain_texts(node: Node) -> Iterator[ScalarNode]:
    """The values below a node that are text and have no quotes."""
    if isinstance(node, MappingNode):
        for _, value in node.value:
            yield from _plain_texts(value)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from _plain_texts(item)
    elif isinstance(node, ScalarNode) and not node.style and _is_text(node):
        yield node


def _is_text(node: ScalarNode) -> bool:
    """Whether a value without quotes is text, and no number, truth or null."""
    if not node.tag and surely_text(node.value):
        return True
    value, _ = meaning_of(node.value, node.tag) or ("", "")
    return isinstance(value, str)
