"""Tables that lay procedures out: a row has a number, the label of a part, and its words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.imports.word.blocks import WordLine
from generator.imports.word.labels import ContentPart, label_at

_FEWEST = 6
"""With fewer rows that begin with the label of a part a table lays nothing out."""
_NUMBER = re.compile(r"\A\s*+\(?(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})\s?[.)]{0,2}\s*+\Z")
_ORDER = tuple(ContentPart)


@dataclass(frozen=True, slots=True)
class LaidOutLines:
    """Lines in which labels have the numbers of their rows in front, and the lines of these."""

    lines: list[WordLine]
    numbers: list[WordLine]


def number_labels_of_rows(lines: Sequence[WordLine]) -> LaidOutLines:
    """The lines of a file: in tables that lay procedures out a label has its number in front.

    Where its row has none, it is that of its part.
    """
    rows: dict[int, dict[int, list[WordLine]]] = {}
    for line in lines:
        rows.setdefault(line.place.table, {}).setdefault(line.place.row, []).append(line)
    tables = (list(_labels_in(list(rows[table].values()))) for table in rows if table)
    laid_out = [found for found in tables if len({part for _, part, _ in found}) >= _FEWEST]
    labels = [one for found in laid_out for one in found]
    numbered = {line.place: _numbered(line, part, number) for line, part, number in labels}
    taken = {number.place for _, _, number in labels if number}
    return LaidOutLines(
        [numbered.get(line.place, line) for line in lines if line.place not in taken],
        [line for line in lines if line.place in taken],
    )


def _labels_in(
    rows: Sequence[Sequence[WordLine]],
) -> Iterator[tuple[WordLine, ContentPart, WordLine | None]]:
    """The rows of labels: the label, its part, and the number before it where there is one."""
    for row in rows:
        numbers = [line for line in row[:1] if _NUMBER.match(line.words or line.label)]
        label = next(iter(row[len(numbers) :]), None)
        if label is None or label.aside:
            continue
        alone = [line for line in row if line.place.column == label.place.column] == [label]
        known = label_at(label.words)
        is_beside = any(line.place.column > label.place.column for line in row)
        if alone and is_beside and known and not known[1] and not label.label:
            yield label, known[0], next(iter(numbers), None)


def _numbered(label: WordLine, part: ContentPart, number: WordLine | None) -> WordLine:
    """A label with its number in front; one that is typed with the label stays as it is."""
    shape = _NUMBER.match(number.words or number.label) if number else None
    if shape is None and label.words[:1].isdigit():
        return label
    own = shape["number"] if shape else str(_ORDER.index(part) + 1)
    return replace(label, label=f"{own}.")
