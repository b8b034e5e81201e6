"""PyYAML's own parser made to accept and refuse what libyaml does, for where libyaml cannot run.

Source: the behaviour of libyaml 0.2.5 as PyYAML 6.0.3 is built with it; a test compares the two.
They differ in tabs, in `?` and `:` of flow collections, and in what they say of a mistake.
"""

import json
import re
import sys
from collections.abc import Iterator
from typing import Any

import yaml
from yaml.composer import Composer
from yaml.constructor import BaseConstructor
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.resolver import BaseResolver
from yaml.scanner import Scanner, ScannerError

_BREAKS = "\r\n\x85\u2028\u2029"
_BLANKS = " \t"
_ENDS = f"\0{_BLANKS}{_BREAKS}"
_BYTE_ORDER_MARK = "\ufeff"
_CHUNK = 16_384
"""Bytes that libyaml decodes at a time: a control character is noticed with its chunk."""
_INDICATORS = re.compile("[+-][1-9]?|[1-9][+-]?|")
_RECURSION = 20_000
"""Calls within calls: the composer needs a few for each of the levels that libyaml composes."""
_WORDS = (
    ("while parsing a block mapping", "expected <block end>", "did not find expected key"),
    (
        "while parsing a block collection",
        "expected <block end>",
        "did not find expected '-' indicator",
    ),
    ("", "expected ',' or ']'", "did not find expected ',' or ']'"),
    ("", "expected ',' or '}'", "did not find expected ',' or '}'"),
    ("", "expected '<document start>'", "did not find expected <document start>"),
    ("", "expected the node content", "did not find expected node content"),
    ("", "mapping values are not allowed here", "mapping values are not allowed in this context"),
    ("", "found character '", "found character that cannot start any token"),
    ("", "found unknown escape", "found unknown escape character"),
    ("", "found undefined alias", "found undefined alias"),
)
"""What PyYAML says of a mistake, by its context and beginning, and what libyaml says."""


class _TabScanner(Scanner):
    """The scanner with libyaml's rules for tabs and for plain text in flow collections."""

    line: int
    column: int

    def scan_to_next_token(self) -> None:
        """Pass blanks, comments and breaks; a tab separates where no key may begin."""
        while True:
            if self.column == 0 and self.peek() == _BYTE_ORDER_MARK:
                self.forward()
            while self.peek() == " " or (self.peek() == "\t" and self._tab_separates()):
                self.forward()
            if self.peek() == "#":
                self._skip_line()
            if not self.scan_line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def _tab_separates(self) -> bool:
        return bool(self.flow_level) or not self.allow_simple_key

    def _skip_line(self) -> None:
        while self.peek() not in f"\0{_BREAKS}":
            self.forward()

    def scan_plain(self) -> yaml.ScalarToken:
        """A plain scalar; tabs may stand in it, and `?` and `:` in flow collections."""
        start = end = self.get_mark()
        chunks: list[str] = []
        spaces: list[str] | None = []
        indent = self.indent + 1
        leading = False
        while not (self._at_document_indicator() or self.peek() == "#"):
            length = self._plain_length(start)
            if length:
                chunks += [*spaces, self.prefix(length)]
                self.forward(length)
                end = self.get_mark()
                self.allow_simple_key = leading = False
            if self.peek() not in f"{_BLANKS}{_BREAKS}":
                break
            spaces, broken = self._plain_spaces(indent, start)
            leading = leading or broken
            if not self.flow_level and self.column < indent:
                break
        if leading:
            self.allow_simple_key = True
        return yaml.ScalarToken("".join(chunks), True, start, end)

    def _at_document_indicator(self) -> bool:
        return bool(self.check_document_start() or self.check_document_end())

    def _plain_length(self, start: yaml.Mark) -> int:
        length = 0
        while (character := self.peek(length)) not in _ENDS:
            following = self.peek(length + 1)
            if character == ":" and self.flow_level and following in ",?[]{}":
                self.forward(length)
                self._fail("while scanning a plain scalar", start, "found unexpected ':'")
            if character == ":" and following in _ENDS:
                break
            if self.flow_level and character in ",[]{}":
                break
            length += 1
        return length

    def _plain_spaces(self, indent: int, start: yaml.Mark) -> tuple[list[str], bool]:
        """What blanks and breaks between two parts of a plain scalar stand for."""
        blanks, breaks = "", []
        while self.peek() in f"{_BLANKS}{_BREAKS}":
            if self.peek() in _BREAKS:
                breaks.append(self.scan_line_break())
                continue
            if breaks and self.peek() == "\t" and self.column < indent:
                problem = "found a tab character that violates indentation"
                self._fail("while scanning a plain scalar", start, problem)
            blanks += "" if breaks else self.peek()
            self.forward()
        if not breaks:
            return [blanks], False
        first, *others = breaks
        return ([" "] if first == "\n" and not others else [first] * (first != "\n") + others), True

    def _fail(self, context: str, start: yaml.Mark, problem: str) -> None:
        raise ScannerError(context, start, problem, self.get_mark())

    def fetch_stream_end(self) -> None:
        """End the last line before the stream: a key that was begun lacks its colon."""
        if self.column:
            self.line, self.column = self.line + 1, 0
        self.stale_possible_simple_keys()
        super().fetch_stream_end()

    def scan_block_scalar_indicators(self, _start: yaml.Mark) -> Any:
        """Chomping and indentation of a block scalar; tabs may follow."""
        match = _INDICATORS.match(self.prefix(2))
        found = match[0] if match else ""
        self.forward(len(found))
        while self.peek() in _BLANKS:
            self.forward()
        chomping = None if found.isdigit() or not found else "+" in found
        return chomping, int("".join(filter(str.isdigit, found)) or 0) or None

    def scan_block_scalar_indentation(self) -> Any:
        """Find the indentation of a block scalar; it may not hold a tab."""
        found = super().scan_block_scalar_indentation()
        if self.peek() == "\t":
            self._fail_in_block_scalar()
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """Empty lines of a block scalar; a tab may not stand in the indentation."""
        found = super().scan_block_scalar_breaks(indent)
        if self.peek() == "\t" and self.column < indent:
            self._fail_in_block_scalar()
        return found

    def _fail_in_block_scalar(self) -> None:
        problem = "found a tab character where an indentation space is expected"
        self._fail("while scanning a block scalar", self.get_mark(), problem)


class _ChunkedReader(Reader):
    """The reader, which notices a control character with the bytes around it and not before."""

    def __init__(self, text: str) -> None:
        self._parts = _chunks(text.encode())
        super().__init__(self)

    def read(self, _size: int) -> str:
        """The next part of the text, for the reader itself; empty at the end."""
        return next(self._parts, "")

    def forward(self, length: int = 1) -> None:
        """Pass characters; a byte order mark within a line is one of its columns."""
        passed, column = self.prefix(length), self.column
        super().forward(length)
        if _BYTE_ORDER_MARK in passed:
            behind = max(passed.rfind(one) for one in _BREAKS)
            self.column = len(passed) + (column if behind < 0 else -behind - 1)

    def check_printable(self, data: str) -> None:
        """Raise ReaderError for a control character."""
        match = _UNPRINTABLE.search(data)
        if match:
            before = self.index + len(self.buffer) - self.pointer + match.start()
            raise ReaderError(
                self.name, before, ord(match[0]), "unicode", "control characters are not allowed"
            )


_UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _chunks(content: bytes) -> Iterator[str]:
    start = 0
    while start < len(content):
        end = min(start + _CHUNK, len(content))
        while end < len(content) and content[end] & 0xC0 == 0x80:
            end -= 1
        yield content[start:end].decode()
        start = end


class _Loader(_ChunkedReader, _TabScanner, Parser, Composer):
    """Events, tokens and nodes of a text, with the errors that libyaml would give."""

    def __init__(self, text: str) -> None:
        self._text = text
        try:
            _ChunkedReader.__init__(self, text)
        except ReaderError as error:
            raise _as_libyaml(error, text) from None
        _TabScanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)

    def get_event(self) -> Any:
        """The next event."""
        try:
            return super().get_event()
        except yaml.YAMLError as error:
            raise _as_libyaml(error, self._text) from None

    def get_token(self) -> Any:
        """The next token."""
        try:
            return super().get_token()
        except yaml.YAMLError as error:
            raise _as_libyaml(error, self._text) from None

    def get_single_node(self) -> Any:
        """The only document."""
        try:
            return super().get_single_node()
        except yaml.YAMLError as error:
            raise _as_libyaml(error, self._text) from None


def _as_libyaml(error: yaml.YAMLError, text: str) -> yaml.YAMLError:
    """The error in the words of libyaml; one that is in these already stays as it is."""
    if isinstance(error, ReaderError) and error.encoding == "unicode":
        before = len(text[: error.position].encode())
        return ReaderError(error.name, before, error.character, "utf-8", error.reason)
    if isinstance(error, yaml.MarkedYAMLError):
        _change_words(error)
    return error


def _change_words(error: yaml.MarkedYAMLError) -> None:
    for context, begin, said in _WORDS:
        if str(error.problem).startswith(begin) and (context in ("", error.context)):
            mark = error.problem_mark
            if mark and said == "found unknown escape character" and error.problem != said:
                error.problem_mark = yaml.Mark(
                    mark.name, mark.index - 1, mark.line, mark.column - 1, None, None
                )
            error.problem = said
            return


class CBaseLoader(_Loader, BaseConstructor, BaseResolver):
    """In the place of `yaml.CBaseLoader`."""

    def __init__(self, text: str) -> None:
        _Loader.__init__(self, text)
        BaseConstructor.__init__(self)
        BaseResolver.__init__(self)


class CSafeLoader(yaml.SafeLoader):
    """In the place of `yaml.CSafeLoader`: the package's own tables, which travel as JSON."""

    def get_single_data(self) -> Any:
        """The value of a text."""
        text = self.buffer.removesuffix("\0")
        return json.loads(text) if text.startswith(("{", "[")) else super().get_single_data()


def install() -> None:
    """Put these loaders in the place of those that PyYAML lacks without libyaml."""
    sys.setrecursionlimit(_RECURSION)
    yaml.CBaseLoader = CBaseLoader
    yaml.CSafeLoader = CSafeLoader
    yaml.CSafeDumper = yaml.SafeDumper
