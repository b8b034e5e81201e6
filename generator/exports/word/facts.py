"""Short values of a record that stand together on one line: "Bản chính: 1; Không bắt buộc"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.exports.word.codecs import Codec, UnreadableLineError
from generator.exports.word.grammar import LineReader
from generator.exports.word.references import References
from generator.exports.word.styles import LineStyle, StyledLine

_JOIN = "; "


@dataclass(frozen=True, slots=True)
class Fact:
    """A short value of a record: its field, its words, its codec.

    A value with a phrase is that phrase ("Không bắt buộc"), without words before it; where it is
    `glued`, the phrase stands behind the value before it ("15.000 đồng").
    """

    name: str
    before: str
    codec: Codec
    phrases: Mapping[Any, str] = field(default_factory=dict)
    glued: bool = False

    def show(self, value: Any, refs: References) -> str:
        """The value as it stands between two marks."""
        said = None if self.glued else self.phrases.get(value)
        return said or f"{self.before}: {self.codec.show(value, refs)}"


@dataclass(frozen=True, slots=True)
class Facts:
    """Short values of a record on one line, those that differ from their defaults."""

    facts: tuple[Fact, ...]
    style: LineStyle = LineStyle.FACT

    def print_fields(self, given: Mapping[str, Any], refs: References) -> Iterator[StyledLine]:
        """The line; none when no value is given."""
        said: list[str] = []
        behind = ""
        for fact in self._in(given):
            value = given[fact.name]
            if fact.glued and value in fact.phrases and behind == self._before(fact):
                said[-1] += f" {fact.phrases[value]}"
            else:
                said.append(fact.show(value, refs))
            behind = fact.name
        if said:
            yield StyledLine(self.style, _JOIN.join(said))

    def read_fields(self, reader: LineReader) -> dict[str, Any]:
        """The values by their fields."""
        line = reader.peek()
        if line is None or line.style != self.style:
            return {}
        found: dict[str, Any] = {}
        for part in line.text.split(_JOIN):
            read = self._read_part(part, reader.references)
            if not read and not found:
                return {}
            if not read:
                raise UnreadableLineError(line.text)
            found |= read
        reader.take()
        return found

    def _read_part(self, part: str, refs: References) -> dict[str, Any]:
        """The values that stand between two marks; none when no fact says so."""
        for fact, value, phrase in self._phrases():
            if part == phrase:
                return {fact.name: value}
            if fact.glued and part.endswith(f" {phrase}"):
                read = self._read_part(part.removesuffix(f" {phrase}"), refs)
                return read and read | {fact.name: value}
        before, _, words = part.partition(": ")
        labelled = (fact for fact in self.facts if fact.before == before)
        return {fact.name: fact.codec.read(words, refs) for fact in labelled}

    def _phrases(self) -> Iterator[tuple[Fact, Any, str]]:
        for fact in self.facts:
            yield from ((fact, value, phrase) for value, phrase in fact.phrases.items())

    def _before(self, fact: Fact) -> str:
        """The field that is printed before another one."""
        return self.facts[self.facts.index(fact) - 1].name

    def _in(self, given: Mapping[str, Any]) -> Iterator[Fact]:
        return (fact for fact in self.facts if fact.name in given)
