"""Make YAML texts, sound and broken, in every style that an editor or a program leaves behind."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

PLAIN = (
    *("a", "một câu", "a: b"[:1], "1", "0", "-1", "007", "1.5", "1.001190", "1e3", "0x1f", "0o7"),
    *("1_000", ".5", ".inf", "-.inf", ".nan", "12:30", "1:2:3", "2026-07-01", "2026-07-01 10:00"),
    *("no", "Yes", "on", "true", "True", "FALSE", "null", "~", "Null", "=", "<<", "-a", "?b", ":c"),
    *("a#b", "a:b", "b's", 'b"c', "x\\n", "a  b", "đ/c: "[:3], "\u00a0a", "a\u2003", "%a", "@a"),
    *("[a", "{a", "]", "}", ",", "|", ">", "&", "*", "!", "-", "?", ":", "a b #c", "`", "\ufeffa"),
)
QUOTED = (
    *("''", '""', "'it''s'", "'a: b'", "'# no'", '"a\\nb"', '"\\u1ea1"', '"\\x41"', '"\\t"'),
    *('"tab\\\tx"', "'a\tb'", '"a\\\\b"', '"\\U0001F600"', '"\\0"', '"\\q"', "'1.001190'"),
    *('"no"', "'2026-07-01'", "'a\n\n  b'", '"a\n  b"', '"a\\\n  b"', "'a", '"b', "'''", '"\\"'),
)
KEYS = (
    *("a", "b", "c", "items", "text", "tên", "a b", "1", "yes", "2026-07-01", "'q'", '"d"', "~"),
    *("<<", "=", "-k", "? k", "a:b", "'a: b'", '"\\u0061"', "[a]", "{a: 1}", "*x", "&x k", "!t k"),
)
FLOW = (
    *("[]", "{}", "[a, b]", "[a, b,]", "{a: 1, b: [x]}", "{a, b: }", "['x', \"y\"]", "[a: 1]"),
    *(
        "[[[]]]",
        "{a: {b: {c: d}}}",
        "[1.0, no, 2026-01-01]",
        "[\n  a,\n  b\n]",
        "[a #c\n, b]",
        "[,]",
    ),
    *("{? a : b}", "{'a': b}", '{"a":b}', "[a", "{a: b", "[a]]", "[\ta]", "{a: b,\n c: d}"),
)
PROPERTIES = ("&x ", "&y ", "!t ", "!!str ", "!!int ", "! ", "!!map ", "!!seq ", "!!null ", "*x ")
SLIPS = (
    *("  ", " ", "\n", "- ", ":", ": ", "'", '"', "|-\n", "|", "#", " #", "[]", "[", "}", "&x "),
    *("*x", "!t ", "~", "null", "no", "1.0", "01", "2026-01-01", "---\n", "...\n", "\t", "? ", "%"),
    *("@", "`", ">", "<<: ", "=", "ạ", "\u2028", "\u2029", "\x85", "\ufeff", "\\", "''", "a: 1\n"),
    *("  - b\n", "\r", "\r\n", "   \n", "\n\n", "\u00a0", "\x00", "\x07", "\ud83d\ude00"[:0], "😀"),
)
BREAKS = ("\r\n", "\r", "\x85", "\u2028")
LONG_KEY = 1_024
"""A key without a question mark may be so long, its quotes included; a longer one is an error."""


def make_text(chance: random.Random, sources: Sequence[str]) -> str:
    """One text: cut from a source or written from nothing, with a few slips, or none."""
    text = _cut(chance, chance.choice(sources)) if chance.random() < 0.4 else _written(chance)
    for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 3))):
        text = _with_slip(chance, text)
    if chance.random() < 0.1:
        ended = chance.choice(BREAKS)
        share = chance.choice((1.0, 0.3))
        text = "".join(ended if c == "\n" and chance.random() < share else c for c in text)
    return ("\ufeff" if chance.random() < 0.03 else "") + text


def _cut(chance: random.Random, source: str) -> str:
    """A few lines of a source, moved to the left."""
    lines = source.splitlines()
    start = chance.randrange(len(lines))
    lines = lines[start : start + chance.randrange(2, 20)]
    indent = min(len(line) - len(line.lstrip()) for line in lines)
    return "\n".join(line[indent:] for line in lines) + "\n"


def _with_slip(chance: random.Random, text: str) -> str:
    """The text with something typed, or typed over, where it does most harm: at a blank."""
    places = [at for at, _ in enumerate(text) if text[at - 1 : at] in " \n"]
    at = chance.choice(places) if places and chance.random() < 0.7 else chance.randrange(9)
    return text[:at] + chance.choice(SLIPS) + text[at + chance.choice((0, 0, 0, 1, 2)) :]


def _written(chance: random.Random) -> str:
    writer = _Writer(chance)
    kind = chance.random()
    if kind < 0.02:
        opened, closed = chance.choice((("[", "]"), ("{a: ", "}"), ("- ", ""), ("?  ", "")))
        depth = chance.randrange(2, 90)
        return opened * depth + "a" + closed * depth + "\n"
    if kind < 0.04:
        length = LONG_KEY + chance.randrange(-4, 5)
        quote = chance.choice(("", "'", '"'))
        return f"{quote}{'k' * (length - 2 * len(quote))}{quote}: v\nb: 1\n"
    if kind < 0.12:
        return writer.sequence(0, 0)
    start = chance.choice(("", "", "", "# c\n", "---\n", "%YAML 1.1\n---\n", "\n \n"))
    return start + writer.mapping(0, 0) + chance.choice(("", "", "", "...\n", "# c", "\n  \n"))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes lists and mappings in block style, each at a column, down to a small depth."""

    chance: random.Random

    def mapping(self, column: int, depth: int) -> str:
        """Keys and values, the first key where the writing stands."""
        pick = self.chance.choice
        keys = [
            f"k{n}" if self.chance.random() < 0.8 else pick(KEYS) for n in range(pick((1, 2, 3)))
        ]
        return (" " * column).join(f"{key}:{self._value(column, depth)}" for key in keys)

    def sequence(self, column: int, depth: int) -> str:
        """Items, the first dash where the writing stands."""
        items = [self._item(column, depth) for _ in range(self.chance.choice((1, 2, 3)))]
        return (" " * column).join(f"-{item}" for item in items)

    def _item(self, column: int, depth: int) -> str:
        gap = self.chance.choice((1, 1, 1, 1, 3))
        inner = self.chance.random()
        if depth < 4 and inner < 0.4:
            return " " * gap + self.mapping(column + 1 + gap, depth + 1)
        if depth < 4 and inner < 0.5:
            return " " * gap + self.sequence(column + 1 + gap, depth + 1)
        return self._value(column, depth)

    def _value(self, column: int, depth: int) -> str:
        """What stands behind a colon or a dash, to the end of its last line."""
        pick, kind = self.chance.choice, self.chance.random()
        inner = column + pick((1, 2, 2, 2, 2, 4))
        properties = pick(PROPERTIES) if self.chance.random() < 0.03 else ""
        if depth < 4 and kind < 0.15:
            return f" {properties}{self._end()}" + " " * inner + self.mapping(inner, depth + 1)
        if depth < 4 and kind < 0.3:
            at = pick((column, inner))
            return f" {properties}{self._end()}" + " " * at + self.sequence(at, depth + 1)
        if kind < 0.5:
            return f" {properties}{self._block(inner)}"
        return f" {properties}{self._flat(inner)}{self._end()}"

    def _flat(self, column: int) -> str:
        pick, kind = self.chance.choice, self.chance.random()
        if kind < 0.6:
            words = [
                pick(PLAIN) if self.chance.random() < 0.5 else "chữ"
                for _ in range(pick((0, 1, 1, 2)))
            ]
            return pick((" ", " ", "\n" + " " * column, "  \n\n" + " " * column)).join(words)
        return pick(QUOTED if kind < 0.85 else FLOW).replace("\n", "\n" + " " * column)

    def _block(self, column: int) -> str:
        """A block scalar, whose blank lines may hold spaces, fewer or more than it is indented."""
        pick = self.chance.choice
        head = pick("||||>") + pick(("", "-", "-", "+", "2", "2-", "-1", "+2", "1+", "0", "x"))
        lines = [self._block_line(column) for _ in range(pick((0, 1, 1, 2, 3, 4)))]
        return f"{head}{self._end()}" + "".join(f"{line}\n" for line in lines)

    def _block_line(self, column: int) -> str:
        pick, kind = self.chance.choice, self.chance.random()
        if kind < 0.3:
            return " " * pick((0, 0, column - 1, column, column + 1, 1))
        extra = pick((0, 0, 0, 0, 1, 2, -1))
        return " " * (column + extra) + pick(
            ("x", "một dòng", "- a", "# b", "c: d", "'", "\tt", "  ")
        )

    def _end(self) -> str:
        """The end of a line: white space and comments, or a blank line or a comment below."""
        pick = self.chance.choice
        return pick(
            ("\n",) * 12 + (" \n", "  # c\n", "\t\n", "\n\n", "\n  # c\n", "#\n", "\n    \n")
        )
