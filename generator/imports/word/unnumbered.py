"""The parts of one procedure by the words of their labels alone, in whatever order they stand.

For words that a person pastes: numbers of a list are often lost on the way, and pages of portals
have an order of their own. A label stands alone on its line, or in front of a colon.
"""

import re
from collections.abc import Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.contents import (
    LABEL_WORDS,
    ContentPart,
    ProcedureContent,
    move_forms,
)
from generator.imports.word.printed_names import take_title

_MARK = r"\A\s*+(?:[-+*•–]\s*+)?(?:\(?\d{1,2}(?:\.\d{1,2})*+(?:\s*+[.)]\s*+|\s++)|[a-zđ][.)]\s*+)?"
_LABELS = {
    part: re.compile(rf"{_MARK}{words}\s*+(?::|\Z)", re.IGNORECASE)
    for part, words in LABEL_WORDS.items()
}
_FEWEST = 3
"""With fewer labels than these a text is no procedure."""


def label_at(text: str) -> tuple[ContentPart, str] | None:
    """The part whose label begins a line, and what stands behind it."""
    for part, label in _LABELS.items():
        if match := label.match(text):
            return part, text[match.end() :].strip()
    return None


def read_unnumbered(lines: Sequence[WordLine]) -> ProcedureContent | None:
    """What lines say of one procedure; None where they have too few labels.

    A label that comes again belongs to the words of its part; the first one begins another
    procedure, which is left.
    """
    content, part, above = ProcedureContent([]), None, list[WordLine]()
    for number, line in enumerate(lines):
        found = label_at(line.text)
        if found and found[0] is ContentPart.STEPS and content.parts:
            content.forms += lines[number:]
            break
        if found and found[0] not in content.parts:
            part = found[0]
            content.labels.append(line)
            rest = WordLine(line.place, "", found[1], line.style)
            content.parts[part] = [rest] if found[1] else []
        elif part is None:
            above.append(line)
        else:
            content.parts[part].append(line)
    if len(content.parts) < _FEWEST:
        return None
    content.title = take_title(above)
    if ContentPart.BASIS in content.parts:
        move_forms(content)
    return content
