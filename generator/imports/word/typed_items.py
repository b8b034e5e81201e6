"""What somebody typed among the items of an exported part, without the style of these.

Only what the same procedure goes on behind is taken: lines behind its last part may be anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.exports.word.layout import LABELS
from generator.exports.word.styles import LineStyle
from generator.imports.word.blocks import WordLine
from generator.imports.word.labels import label_at

_PARTS = {
    LABELS[part]
    for part in (
        *("steps", "dossier", "applicants", "results", "forms"),
        *("conditions", "legal_basis"),
    )
}
"""The labels of the parts that are lists of items, or of papers with their counts."""
_BELOW = (LineStyle.FACT, LineStyle.TEXT)
_BULLET = re.compile(r"\A\s*[-–+•*]\s*")
_STYLES = frozenset(map(str, LineStyle))


def style_typed_items(lines: Sequence[WordLine]) -> Iterator[WordLine]:
    """The lines of a file, those that were typed among items in the style of an item."""
    label, head = "", ""
    typed: list[WordLine] = []
    for line in lines:
        is_styled = line.style in _STYLES
        if not is_styled and (not line.words or (label in _PARTS and head == LineStyle.ITEM)):
            typed.append(line)
            continue
        goes_on = is_styled and line.style != LineStyle.TITLE
        yield from map(_as_item, typed) if goes_on and all(map(_is_item, typed)) else typed
        typed = []
        label = line.words if line.style == LineStyle.LABEL else label if goes_on else ""
        head = line.style if line.style not in _BELOW else head
        yield line
    yield from typed


def _is_item(line: WordLine) -> bool:
    """Whether a line may be an item: it is in no table or note, and no label."""
    return not line.place.table and not line.aside and label_at(line.text) is None


def _as_item(line: WordLine) -> WordLine:
    if not line.words:
        return line
    return replace(line, style=str(LineStyle.ITEM), words=_BULLET.sub("", line.words))
