"""The lengths of time that the words of channels and of steps state, each with its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.findings.problem import Pointer
from generator.readings.sentences import (
    Quotation,
    case_line_above,
    quotation_at,
    sentence_at,
    with_inner_cases,
)
from generator.readings.time_acts import SEVERAL_WAYS
from generator.readings.time_statements import Statement
from generator.readings.time_values import Length
from generator.readings.time_words import statements_in
from generator.records.version import Version

_MOST = 40
"""Lengths of time that are read in one text."""

Texts = Iterable[tuple[Pointer, str]]


@dataclass(frozen=True, slots=True)
class Said:
    """A length of time that a text states, and where."""

    pointer: Pointer
    text: str
    one: Statement

    @property
    def length(self) -> Length:
        """The length, with its unit."""
        return self.one.limit.length

    @property
    def sentence(self) -> str:
        """The sentence that it stands in."""
        return sentence_at(self.text, self.one.at)

    @property
    def before(self) -> str:
        """The words of that sentence before the length."""
        line = self.text.replace("\n", " ")
        start = line.rfind(self.sentence, 0, self.one.at + len(self.sentence))
        return self.text[max(0, start) : self.one.at]

    @property
    def quoted(self) -> str:
        """That sentence as it is quoted, without a heading."""
        return self._quotation(self.one.at).text

    @property
    def quotation(self) -> Quotation:
        """That sentence as it is quoted, under the line that says for whom it is."""
        found = self._quotation(self.one.span[0])
        above = case_line_above(self.text, self.one.at)
        if above is not None and not found.heading:
            found = self._quotation(above)
        if SEVERAL_WAYS.fullmatch(found.heading.rstrip(": ")):
            return self._quotation(self.one.at)
        return with_inner_cases(found, self.text, self.one.labels)

    def _quotation(self, heading: int) -> Quotation:
        one = self.one
        return quotation_at(self.pointer, self.text, one.at, one.span[1], heading)


def channel_texts(version: Version) -> Iterator[tuple[Pointer, str]]:
    """The words of channels on time, and all others of theirs."""
    for number, channel in enumerate(version.channels.items):
        pointer: Pointer = ("channels", "items", number)
        if channel.time.text:
            yield (*pointer, "time", "text"), channel.time.text
        if channel.text:
            yield (*pointer, "text"), channel.text


def step_texts(version: Version) -> Iterator[tuple[Pointer, str]]:
    """The words of steps."""
    for number, step in enumerate(version.steps.items):
        if step.text:
            yield ("steps", "items", number, "text"), step.text


def said_in(texts: Texts) -> Iterator[Said]:
    """What texts state of time; a text that channels repeat is read once."""
    for pointer, text in each_text_once(texts):
        yield from (Said(pointer, text, one) for one in statements_in(text)[:_MOST])


def each_text_once(texts: Texts) -> Iterator[tuple[Pointer, str]]:
    """The texts without those that were there before."""
    seen = set[str]()
    for pointer, text in texts:
        if text not in seen:
            seen.add(text)
            yield pointer, text
