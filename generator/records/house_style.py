"""YAML as `niemyet fmt` writes it, read line by line; what is not certain is left to libyaml.

A file in house style is a mapping in block style: every line has a dash, a key or both, and texts
of several lines are literal blocks, two spaces further in. Nearly all files are. Of these
`read_house_style` gives what libyaml gives, in about half the time or less.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from generator.records.scalars import meaning_of, surely_text

_STRANGE = re.compile(
    "[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What libyaml refuses, takes for the end of a line, or gives a meaning of its own."""
_PLAIN = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^\n:#]|:(?![ \n])|(?<! )#)*+(?<! )"
_QUOTED = r"'(?:[^'\n]|'')*+'|\"[^\"\\\n]*+\"|\[\]"
_BLOCK = r"\|(-?)\n((?:(?:\1(?(2)  )(?(3)  )[^\n]*+)?+\n)++)"
_LINE = re.compile(
    r"( {0,80}+)(- )?+(?:([a-z_]++):(?: (?=[^\n])|(?=\n)))?+"
    rf"(?:({_PLAIN})\n|({_QUOTED})\n|{_BLOCK}|\n)"
    r"|([^\n]+\n?)"
)
"""Indent, dash, key; a plain scalar, a quoted one, a block after its own dash; any other line."""
_INDENT = 2

Line = tuple[str, ...]
"""What `_LINE` finds in one line, or in a line and the block after it."""


@lru_cache(1)
def lines_of(text: str) -> Sequence[Line]:
    """The lines of a text; the last answer is kept for who looks up places in what was read."""
    return _LINE.findall(text)


class _OddError(Exception):
    """The text is not, or not surely, in house style."""


def read_house_style(text: str) -> dict[str, Any] | None:
    """The mapping that a text in house style holds; None for any other text, sound or not."""
    if _STRANGE.search(text):
        return None
    tree = _Tree()
    try:
        for indent, dash, key, plain, quoted, strip, block, other in lines_of(text):
            if other:
                return None
            at = len(indent)
            tree.turn_to(at, bool(dash))
            if plain:
                value = _plain(plain)
            elif quoted:
                value = _quoted(quoted)
            else:
                value = _block(block, strip, at + _INDENT * (bool(dash) + bool(key)))
            tree.put(key, bool(dash), value, not (plain or quoted or block))
    except _OddError:
        return None
    return tree.root or None


@dataclass(slots=True)
class _Tree:
    """What was read, and the list or mapping `inner` that is open at `column`, within `around`.

    `opener` is the key of the line before, if nothing stood behind it.
    """

    root: dict[str, Any] = field(default_factory=dict)
    inner: Any = None
    column: int = 0
    around: list[tuple[int, Any]] = field(default_factory=list)
    opener: str = ""

    def __post_init__(self) -> None:
        self.inner = self.root

    def turn_to(self, at: int, listed: bool) -> None:
        """Open or close lists and mappings, for a line that begins at a column."""
        if self.opener and (at > self.column or (listed and at == self.column)):
            child: Any = [] if listed else {}
            self.inner[self.opener] = child
            self._enter(child, at)
        while at < self.column or (at == self.column and listed < (self.inner.__class__ is list)):
            if not self.around:
                raise _OddError
            self.column, self.inner = self.around.pop()
        if at != self.column or listed != (self.inner.__class__ is list):
            raise _OddError

    def put(self, key: str, listed: bool, value: object, nothing: bool) -> None:
        """Add what a line says, where it says it."""
        self.opener = key if nothing else ""
        if listed and key:
            item: dict[str, Any] = {}
            self.inner.append(item)
            self._enter(item, self.column + _INDENT)
        if key and key not in self.inner:
            self.inner[key] = value
        elif listed and not key and not nothing:
            self.inner.append(value)
        else:
            raise _OddError

    def _enter(self, child: Any, column: int) -> None:
        self.around.append((self.column, self.inner))
        self.inner, self.column = child, column


def _plain(text: str) -> object:
    if surely_text(text):
        return text
    meaning = meaning_of(text)
    if meaning is None or meaning[1]:
        raise _OddError
    return meaning[0]


def _quoted(text: str) -> object:
    if text == "[]":
        return []
    return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1]


def _block(lines: str, strip: str, column: int) -> str | None:
    """The text of a literal block, the lines of which begin at a column; None without any."""
    if not lines:
        return None
    if lines[0] == "\n" or lines[column] == " ":
        raise _OddError
    text = f"\n{lines}".replace("\n" + " " * column, "\n")[1:].rstrip("\n")
    return text if strip else f"{text}\n"
