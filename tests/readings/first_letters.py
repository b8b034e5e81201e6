"""The characters that a match of a pattern can begin with, by the tree of the pattern.

The tree is that of the standard library, in a module without promises: there is no public one.
"""

import re
from collections.abc import Iterable
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

_ZERO_WIDTH = (code.AT, code.ASSERT_NOT)
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_GROUPS = (code.SUBPATTERN, code.ATOMIC_GROUP)
ANYTHING = "anything"
"""Stands for characters of which there is no list."""

Found = tuple[set[str], bool]
"""Characters, ranges ("a-z") and the numbers of classes; whether there may be none of them."""


def first_letters(pattern: re.Pattern[str]) -> set[str]:
    """What a match begins with; without the look-ahead that the pattern itself begins with."""
    nodes = list(parser.parse(pattern.pattern, pattern.flags))
    found, may_be_empty = _of_sequence(nodes[1:] if guard_of(pattern) else nodes)
    return found | ({ANYTHING} if may_be_empty else set())


def guard_of(pattern: re.Pattern[str]) -> set[str]:
    """The characters of the look-ahead that a pattern begins with, empty when it has none."""
    kind, value = next(iter(parser.parse(pattern.pattern, pattern.flags)), (None, None))
    if kind is not code.ASSERT or value[0] < 0 or len(value[1]) != 1:
        return set()
    return _of_node(*value[1][0])[0]


def _of_sequence(nodes: Iterable[tuple[Any, Any]]) -> Found:
    found: set[str] = set()
    for kind, value in nodes:
        own, may_be_empty = _of_node(kind, value)
        found |= own
        if not may_be_empty:
            return found, False
    return found, True


def _of_node(kind: Any, value: Any) -> Found:
    if kind in _ZERO_WIDTH:
        return set(), True
    if kind is code.ASSERT:
        return _of_sequence(value[1]) if value[0] > 0 else (set(), True)
    if kind is code.LITERAL:
        return {chr(value)}, False
    if kind is code.IN:
        return set(map(_member, value)), False
    if kind is code.BRANCH:
        every = [_of_sequence(branch) for branch in value[1]]
        return set().union(*(own for own, _ in every)), any(empty for _, empty in every)
    if kind in _GROUPS:
        return _of_sequence(value[-1] if kind is code.SUBPATTERN else value)
    if kind in _REPEATS:
        own, may_be_empty = _of_sequence(value[2])
        return own, may_be_empty or not value[0]
    return {ANYTHING}, False


def _member(member: tuple[Any, Any]) -> str:
    kind, value = member
    if kind is code.LITERAL:
        return chr(value)
    if kind is code.RANGE:
        return f"{chr(value[0])}-{chr(value[1])}"
    return ANYTHING if kind is code.NEGATE else str(value)
