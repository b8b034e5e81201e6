"""A layout that is printed and read by one description: paragraphs in an order, known by style.

A `Node` prints a value as styled lines and reads it back from them. `ABSENT` is what a node reads
where its lines do not stand; a field then has its default.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, Final, Protocol

from generator.exports.word.codecs import LENGTH, WORDS, Codec, UnreadableLineError
from generator.exports.word.references import References
from generator.exports.word.styles import LineStyle, StyledLine
from generator.records.stated import Stated

ABSENT: Final = object()


class LineReader:
    """The lines of a part, and how many of them were read."""

    def __init__(self, lines: Sequence[StyledLine], references: References) -> None:
        """Take the lines, and what their names refer to."""
        self.references = references
        self._left = list(reversed(lines))

    def peek(self) -> StyledLine | None:
        """The next line; None behind the last."""
        return self._left[-1] if self._left else None

    def take(self) -> StyledLine:
        """The next line, which then is read."""
        return self._left.pop()


class Node(Protocol):
    """What prints a value and reads it."""

    def print(self, value: Any, refs: References) -> Iterator[StyledLine]:
        """The lines of a value."""
        ...

    def read(self, reader: LineReader) -> Any:
        """The value of the next lines; ABSENT when they are none of its own."""
        ...


class FieldNode(Protocol):
    """What prints some of the fields of a record and reads them."""

    def print_fields(self, given: Mapping[str, Any], refs: References) -> Iterator[StyledLine]:
        """The lines of the fields that are given."""
        ...

    def read_fields(self, reader: LineReader) -> dict[str, Any]:
        """The fields that the next lines say."""
        ...


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A line of a style: words in front, then a value."""

    style: LineStyle
    before: str = ""
    codec: Codec = WORDS

    def print(self, value: Any, refs: References) -> Iterator[StyledLine]:
        """One line."""
        yield StyledLine(self.style, self.before + self.codec.show(value, refs))

    def read(self, reader: LineReader) -> Any:
        """The value of a line of the style that begins with the words."""
        line = reader.peek()
        if line is None or line.style != self.style or not line.text.startswith(self.before):
            return ABSENT
        value = self.codec.read(line.text.removeprefix(self.before), reader.references)
        reader.take()
        return value


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that always says the same: it stands where a value is true."""

    style: LineStyle
    text: str

    def print(self, value: Any, refs: References) -> Iterator[StyledLine]:
        """The line."""
        del refs  # it names no record
        if value:
            yield StyledLine(self.style, self.text)

    def read(self, reader: LineReader) -> Any:
        """True where the line stands."""
        if reader.peek() != StyledLine(self.style, self.text):
            return ABSENT
        reader.take()
        return True


@dataclass(frozen=True, slots=True)
class Many:
    """A tuple of values, one after the other; ABSENT when there is none."""

    node: Node

    def print(self, value: Any, refs: References) -> Iterator[StyledLine]:
        """The lines of each."""
        for one in value:
            yield from self.node.print(one, refs)

    def read(self, reader: LineReader) -> Any:
        """All that follow."""
        found = []
        while (one := self.node.read(reader)) is not ABSENT:
            found.append(one)
        return tuple(found) or ABSENT


@dataclass(frozen=True, slots=True)
class Titled:
    """A value below a line with its title."""

    title: str
    node: Node
    style: LineStyle = LineStyle.SECTION

    def print(self, value: Any, refs: References) -> Iterator[StyledLine]:
        """The title and the value."""
        yield StyledLine(self.style, self.title)
        yield from self.node.print(value, refs)

    def read(self, reader: LineReader) -> Any:
        """The value below the title."""
        if reader.peek() != StyledLine(self.style, self.title):
            return ABSENT
        reader.take()
        return self.node.read(reader)


@dataclass(frozen=True, slots=True)
class Part:
    """A field of a record and the node that prints it."""

    name: str
    node: Node

    def print_fields(self, given: Mapping[str, Any], refs: References) -> Iterator[StyledLine]:
        """Its lines; none when no value is given."""
        if self.name in given:
            yield from self.node.print(given[self.name], refs)

    def read_fields(self, reader: LineReader) -> dict[str, Any]:
        """Its value by its name."""
        value = self.node.read(reader)
        return {} if value is ABSENT else {self.name: value}


@dataclass(frozen=True, slots=True)
class LengthLine:
    """The `value` and the `unit` of a time limit, on one line; none where neither is given."""

    style: LineStyle
    before: str = ""
    name: str = "unit"

    def print_fields(self, given: Mapping[str, Any], refs: References) -> Iterator[StyledLine]:
        """The line."""
        if given.get("unit") is not None:
            length = (given.get("value"), given["unit"])
            yield from ValueLine(self.style, self.before, LENGTH).print(length, refs)

    def read_fields(self, reader: LineReader) -> dict[str, Any]:
        """Both fields."""
        length = ValueLine(self.style, self.before, LENGTH).read(reader)
        return {} if length is ABSENT else dict(zip(("value", "unit"), length, strict=True))


@dataclass(frozen=True, slots=True)
class Either:
    """One of several nodes: the first whose test a value passes prints it."""

    nodes: tuple[tuple[Callable[[Any], bool], Node], ...]

    def print(self, value: Any, refs: References) -> Iterator[StyledLine]:
        """The lines of a value."""
        node = next(node for test, node in self.nodes if test(value))
        yield from node.print(value, refs)

    def read(self, reader: LineReader) -> Any:
        """What the first node reads whose lines stand."""
        for _, node in self.nodes:
            if (value := node.read(reader)) is not ABSENT:
                return value
        return ABSENT


@dataclass(frozen=True, slots=True)
class StatedPart:
    """A part that may be stated: its items, or that there are none, or why it is not stated.

    `lines` are the lines of its wording, of "none", of "none" in its own words, of the reason.
    """

    item: Node
    lines: tuple[ValueLine, Mark, ValueLine, ValueLine] = (
        ValueLine(LineStyle.LEAD),
        Mark(LineStyle.NONE, "Không có."),
        ValueLine(LineStyle.NONE_TEXT),
        ValueLine(LineStyle.UNSTATED, "Chưa nêu: "),
    )

    def print(self, value: Any, refs: References) -> Iterator[StyledLine]:
        """The wording, then the items or what stands for them."""
        lead, none, none_text, unstated = self.lines
        if value.none:
            yield from none_text.print(value.text, refs) if value.text else none.print(True, refs)
            return
        if value.text:
            yield from lead.print(value.text, refs)
        if value.not_stated is not None:
            yield from unstated.print(value.not_stated, refs)
        yield from Many(self.item).print(value.items, refs)

    def read(self, reader: LineReader) -> Any:
        """What is stated; ABSENT when nothing of it stands."""
        lead, none, none_text, unstated = self.lines
        if none.read(reader) is True:
            return Stated(none=True)
        if (text := none_text.read(reader)) is not ABSENT:
            return Stated(none=True, text=text)
        text = lead.read(reader)
        wording = None if text is ABSENT else text
        if (reason := unstated.read(reader)) is not ABSENT:
            return Stated(not_stated=reason, text=wording)
        items = Many(self.item).read(reader)
        if items is ABSENT and text is not ABSENT:
            raise UnreadableLineError(text)
        return ABSENT if items is ABSENT else Stated(items=items, text=wording)


@dataclass(frozen=True, slots=True)
class Record:
    """A record: the first of `heads` that it has begins it, then its fields in their order.

    A record without `heads` is always there; `constant` are fields that the
    style tells, `missing` what required fields are where nothing of them is printed.
    """

    made_of: Callable[..., Any]
    parts: tuple[FieldNode, ...] = ()
    heads: tuple["Part | LengthLine", ...] = ()
    constant: Mapping[str, Any] = field(default_factory=dict)
    missing: Mapping[str, Any] = field(default_factory=dict)

    def print(self, value: Any, refs: References) -> Iterator[StyledLine]:
        """The lines of its fields that differ from their defaults."""
        given = _given(value)
        for name in self.constant:
            given.pop(name, None)
        if self.heads:
            head = next((one for one in self.heads if one.name in given), self.heads[-1])
            given.setdefault(head.name, getattr(value, head.name))
            yield from head.print_fields(given, refs)
            del given[head.name]
        for part in self.parts:
            yield from part.print_fields(given, refs)

    def read(self, reader: LineReader) -> Any:
        """The record, made of the fields that were read."""
        found = dict(self.constant)
        for head in self.heads:
            found |= head.read_fields(reader)
            if len(found) > len(self.constant):
                break
        else:
            if self.heads:
                return ABSENT
        for part in self.parts:
            found |= part.read_fields(reader)
        try:
            return self.made_of(**(dict(self.missing) | found))
        except TypeError as error:
            raise UnreadableLineError(str(error)) from None


def _given(record: Any) -> dict[str, Any]:
    """The fields of a record that differ from their defaults."""
    given = {}
    for one in fields(record):
        value = getattr(record, one.name)
        default = one.default_factory() if one.default_factory is not MISSING else one.default
        if value != default or (one.default is MISSING and one.default_factory is MISSING):
            given[one.name] = value
    return given
