"""What was read of the annex of a decision: each procedure with the lines of its parts."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.exports.word.carried import CarriedProcedure
from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.forms import FormHead, cut_forms_of, form_heads_in
from generator.imports.word.labels import ContentPart, label_at
from generator.imports.word.printed_names import code_in, name_in

_ORDER = tuple(ContentPart)
_FEWEST_LABELS = 3
"""So many labels in their order are those of a procedure and of no form."""


@dataclass(slots=True)
class ProcedureContent:
    """What an annex says of one procedure.

    `title` and `labels` are the lines of its name and of its labels; `parts` has the lines of each
    part, without the words of the label; `forms` what was cut off. `drift` is the line at which
    the labels left their order: the parts from there on are not read. `unusual` is a first label
    in other words than are usual. `carried` is the record that an export put behind it.
    """

    title: list[WordLine]
    levels: tuple[str, ...] = ()
    labels: list[WordLine] = field(default_factory=list)
    parts: dict[ContentPart, list[WordLine]] = field(default_factory=dict)
    forms: list[WordLine] = field(default_factory=list)
    drift: WordLine | None = None
    unusual: WordLine | None = None
    carried: CarriedProcedure | None = None

    @property
    def place(self) -> WordPlace:
        """Where it begins: its name, else its first label."""
        return (self.title or self.labels)[0].place

    @property
    def name(self) -> str:
        """The name of the procedure, without its number and its code."""
        return name_in(self.title)

    @property
    def code(self) -> str | None:
        """The code that stands behind the name."""
        return code_in(self.title)

    @property
    def form_heads(self) -> tuple[FormHead, ...]:
        """The forms that were cut off, each code once."""
        return form_heads_in(self.forms)

    @property
    def cut_forms(self) -> tuple[WordLine, ...]:
        """What was cut off and is a form: from the first that begins like one, and no decision.

        Nor the contents of another procedure whose labels were not read.
        """
        unread = self.unread_labels
        end = self.forms.index(unread[0]) if unread else len(self.forms)
        return cut_forms_of(self.forms[:end])

    @property
    def unread_labels(self) -> tuple[WordLine, ...]:
        """Labels in their order among what was cut off: another procedure's that was not read."""
        if self.drift:
            return ()
        found: list[tuple[int, WordLine]] = []
        for line in self.forms:
            label = None if line.place.table or line.aside else label_at(line.text)
            place = _ORDER.index(label[0]) if label else -1
            goes_on = found and found[-1][0] <= place <= found[-1][0] + 1
            if label and not goes_on and len({one for one, _ in found}) < _FEWEST_LABELS:
                found = []
            found += [(place, line)] if label else []
        are_several = len({one for one, _ in found}) >= _FEWEST_LABELS
        return tuple(line for _, line in found) if are_several else ()

    @property
    def lines(self) -> Iterator[WordLine]:
        """Every line that it took."""
        for lines in (self.title, self.labels, *self.parts.values(), self.forms):
            yield from lines

    @property
    def missing(self) -> tuple[ContentPart, ...]:
        """The parts that were not found."""
        return tuple(part for part in ContentPart if part not in self.parts)


@dataclass(slots=True)
class ReadContents:
    """The procedures of a file in their order, the lines before the first, headings of levels."""

    procedures: list[ProcedureContent] = field(default_factory=list)
    before: list[WordLine] = field(default_factory=list)
    headings: list[WordLine] = field(default_factory=list)
