"""Short texts, at least one for each alternative of a pattern.

The tree of a pattern is that of the standard library, in a module without promises: there is no
public one.
"""

import re
from collections.abc import Iterator
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from tests.readings.first_letters import guard_of

_BEFORE = ("", "x ", ". ")
_AFTER = ("", " x", " thời gian x", "thời gian x", " 3")
"""What stands around an alternative that looks at its neighbours."""
_LETTERS = "x 1,ab"
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)


def alternatives(pattern: re.Pattern[str]) -> Iterator[str]:
    """Texts that the pattern finds something in; each alternative is in one of them."""
    nodes = list(parser.parse(pattern.pattern, pattern.flags))
    for piece in dict.fromkeys(_of_sequence(nodes[1:] if guard_of(pattern) else nodes)):
        texts = (f"{before}{piece}{after}" for after in _AFTER for before in _BEFORE)
        if found := next(filter(pattern.search, texts), None):
            yield found


def _of_sequence(nodes: Any) -> list[str]:
    """The first text of every node in a row, and that row with each other text of one node."""
    parts = [_of_node(*node) for node in nodes]
    usual = [part[0] for part in parts]
    others = [
        "".join([*usual[:place], text, *usual[place + 1 :]])
        for place, part in enumerate(parts)
        for text in part[1:]
    ]
    return ["".join(usual), *others]


def _of_node(kind: Any, value: Any) -> list[str]:
    if kind is code.LITERAL:
        return [chr(value)]
    if kind is code.IN:
        return [_letter_of(value)]
    if kind is code.BRANCH:
        return [text for branch in value[1] for text in _of_sequence(branch)]
    if kind in (code.SUBPATTERN, code.ATOMIC_GROUP):
        return _of_sequence(value[-1] if kind is code.SUBPATTERN else value)
    if kind in _REPEATS:
        least, _, body = value
        once = _of_sequence(body)
        return [text * least for text in once] if least else ["", *once]
    if kind is code.ASSERT:
        return _of_sequence(value[1]) if value[0] > 0 else [""]
    return ["x"] if kind is code.ANY else [""]


def _letter_of(members: Any) -> str:
    letters = [letter for letter in _LETTERS if _is_in(letter, members)]
    first_kind, first = members[0]
    own = chr(first[0] if first_kind is code.RANGE else first) if not letters else ""
    return letters[0] if letters else own


def _is_in(letter: str, members: Any) -> bool:
    found = False
    for kind, value in members:
        if kind is code.LITERAL:
            found |= ord(letter) == value
        elif kind is code.RANGE:
            found |= value[0] <= ord(letter) <= value[1]
        elif kind is code.CATEGORY:
            found |= _is_of(letter, value)
    return found != (members[0][0] is code.NEGATE)


def _is_of(letter: str, category: Any) -> bool:
    return {
        code.CATEGORY_SPACE: letter.isspace(),
        code.CATEGORY_NOT_SPACE: not letter.isspace(),
        code.CATEGORY_WORD: letter.isalnum(),
        code.CATEGORY_NOT_WORD: not letter.isalnum(),
        code.CATEGORY_DIGIT: letter.isdigit(),
    }[category]
