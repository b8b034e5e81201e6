"""Put the keys of a record in the order of its schema, line by line, and loose values in form.

Lines are moved, never rewritten: prose keeps its breaks, and comments go with the key they stand
above or next to. A result that would not read back as the same record is discarded. A byte order
mark, the ends of lines and what ends the last one stay as they were.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.authoring.rewriting import ReadNames, rewrite_loose_values
from generator.records.schema import Schema, child_of, keys_of, load_schema
from generator.records.yaml_reader import read_yaml

_MARK = b"\xef\xbb\xbf"
_COMMENT = re.compile(r"\s*#")


def formatted(kind: str, content: bytes, read_names: ReadNames = dict) -> bytes | None:
    """The file with loose values in their proper form and its keys in order.

    None when it cannot be read or could not be kept whole, and has no loose value either.
    `read_names` gives the printed names of what the catalogue registers.
    """
    text = _decode(content)
    if text is None:
        return None
    rewritten = rewrite_loose_values(kind, text, read_names)
    ordered = _in_order(kind, rewritten)
    result = ordered if ordered is not None else rewritten
    if ordered is None and rewritten == text:
        return None
    return content[: len(_MARK) * content.startswith(_MARK)] + result.encode()


def _decode(content: bytes) -> str | None:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None


def _in_order(kind: str, text: str) -> str | None:
    """The text with its keys in order; None when it cannot be read or could not be kept whole."""
    before = read_yaml(text.encode(), "")
    root = before.positions.root
    if before.problems or before.value is None or root is None:
        return None
    lines = text.splitlines(keepends=True)
    ended = lines[-1].endswith(("\n", "\r"))
    if not ended:
        lines[-1] += "\n"
    ordered = "".join(_FileLines(lines).ordered(root, load_schema(kind), 0, len(lines)))
    after = read_yaml(ordered.encode(), "")
    same = (after.value, after.problems) == (before.value, ())
    if not same or _comments(lines) != _comments(ordered.splitlines(keepends=True)):
        return None
    return ordered if ended else ordered.removesuffix("\n")


def _comments(lines: list[str]) -> Counter[str]:
    return Counter(line[line.index("#") :].strip() for line in lines if "#" in line)


@dataclass(frozen=True, slots=True)
class _KeyLines:
    """One key of a mapping: its lines (comments above included), the line of the key, its value."""

    key: str
    start: int
    at: int
    end: int
    value: yaml.Node


@dataclass(frozen=True, slots=True)
class _FileLines:
    """The lines of a file; every method gives back lines for the span it is asked for."""

    lines: list[str]

    def ordered(self, node: yaml.Node, schema: Schema, start: int, end: int) -> list[str]:
        """The lines [start, end) with the keys of every mapping in `node` in order."""
        if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
            return self._mapping(node, schema, start, end)
        if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value:
            return self._sequence(node, schema, start, end)
        return self.lines[start:end]

    def _sequence(self, node: yaml.SequenceNode, schema: Schema, start: int, end: int) -> list[str]:
        starts = [self._with_comments(item.start_mark.line, start) for item in node.value]
        done = self.lines[start : starts[0]]
        for item, begin, stop in zip(node.value, starts, [*starts[1:], end], strict=True):
            at = item.start_mark.line
            done += self.lines[begin:at] + self.ordered(item, child_of(schema, 0), at, stop)
        return done

    def _mapping(self, node: yaml.MappingNode, schema: Schema, start: int, end: int) -> list[str]:
        entries = list(self._entries(node, start, end))
        order = {key: place for place, key in enumerate(keys_of(schema))}
        wanted = sorted(entries, key=lambda entry: order.get(entry.key, len(order)))
        column = node.start_mark.column
        first = self.lines[entries[0].at]
        prefix = first[:column] if first[:column].strip() else ""
        done = self.lines[start : entries[0].start]
        for place, entry in enumerate(wanted):
            done += self._entry(entry, schema, prefix, place == 0, entry is entries[0])
        return done

    def _entry(
        self, entry: _KeyLines, schema: Schema, prefix: str, leads: bool, led: bool
    ) -> Iterator[str]:
        """One key with its value; `prefix` is the dash before the first key of a list item."""
        yield from self.lines[entry.start : entry.at]
        inner = self.ordered(entry.value, child_of(schema, entry.key), entry.at, entry.end)
        head = inner[0]
        if led and prefix:
            head = " " * len(prefix) + head[len(prefix) :]
        if leads and prefix:
            head = prefix + head[len(prefix) :]
        yield head
        yield from inner[1:]

    def _entries(self, node: yaml.MappingNode, start: int, end: int) -> Iterator[_KeyLines]:
        ats = [key.start_mark.line for key, _ in node.value]
        floor = start
        starts = []
        for (_, value), at in zip(node.value, ats, strict=True):
            starts.append(self._with_comments(at, floor))
            floor = _last_line(value) + 1
        starts[0] = self._after_header(starts[0], ats[0])
        for (key, value), begin, at, stop in zip(
            node.value, starts, ats, [*starts[1:], end], strict=True
        ):
            yield _KeyLines(key.value, begin, at, stop, value)

    def _with_comments(self, line: int, floor: int) -> int:
        """The first of the comment and blank lines above `line`, not above `floor`."""
        while line > floor and self._loose(self.lines[line - 1]):
            line -= 1
        return line

    def _after_header(self, start: int, at: int) -> int:
        """Comments that a blank line parts from the first key are about the whole file."""
        blanks = [n for n in range(start, at) if not self.lines[n].strip()]
        return blanks[-1] + 1 if blanks else start

    @staticmethod
    def _loose(line: str) -> bool:
        return not line.strip() or bool(_COMMENT.match(line))


def _last_line(node: yaml.Node) -> int:
    """The last line that a value itself takes up."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(node, yaml.MappingNode) else last)
    end = node.end_mark
    return int(end.line if end.column else max(end.line - 1, node.start_mark.line))
