"""The parts of procedures by the words of their labels alone, in whatever order they stand.

For words that a person pastes, and for files whose labels have bullets or nothing in front: numbers
of a list are often lost on the way, and pages of portals have an order of their own. A label stands
alone on its line, or in front of a colon; titles of columns of a table are none.
"""

import itertools
from collections.abc import Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.contents import level_of_heading, move_forms
from generator.imports.word.labels import ContentPart, best_labels, ends_parts, label_at
from generator.imports.word.printed_names import take_title
from generator.imports.word.procedure_content import ProcedureContent, ReadContents

_FEWEST = 3
"""With fewer labels than these a text is no procedure."""
_FEWEST_IN_FILE = 6
"""The same for files, which hold more than one who pastes has chosen."""


def read_unnumbered_contents(lines: Sequence[WordLine]) -> ReadContents:
    """Every procedure of a file that begins with its steps and has most of the other labels."""
    begins = [number for number, line in enumerate(lines) if _begins_steps(line)]
    found = ReadContents(before=list(lines[: begins[0]] if begins else lines))
    levels: tuple[str, ...] = ()
    for begin, end in itertools.pairwise([*begins, len(lines)]):
        content = read_unnumbered(lines[begin:end])
        above = found.procedures[-1].forms if found.procedures else found.before
        if content is None or len(content.parts) < _FEWEST_IN_FILE:
            above += lines[begin:end]
            continue
        content.title = take_title(above)
        headings = {level: line for line in above if (level := level_of_heading(line))}
        levels = next(reversed(headings), levels)
        content.levels = levels
        found.headings += headings.values()
        found.procedures.append(content)
    return found


def _begins_steps(line: WordLine) -> bool:
    found = label_at(_plain_words(line) or "")
    return found is not None and found[0] is ContentPart.STEPS


def _plain_words(line: WordLine) -> str | None:
    return None if line.place.table or line.aside else line.text


def _heads_no_part(line: WordLine) -> bool:
    return ends_parts(_plain_words(line) or "")


def read_unnumbered(lines: Sequence[WordLine]) -> ProcedureContent | None:
    """What lines say of one procedure; None where they have too few labels.

    A label that comes again belongs to the words of its part; the first one begins another
    procedure, which is left. What stands under the heading of no part is left as well.
    """
    content, above = ProcedureContent([]), list[WordLine]()
    taking = above
    labels = best_labels(map(_plain_words, lines))
    for number, (line, found) in enumerate(zip(lines, labels, strict=True)):
        if found and found.part is ContentPart.STEPS and content.parts:
            content.forms += lines[number:]
            break
        if found and found.part not in content.parts:
            content.labels.append(line)
            rest = WordLine(line.place, "", found.rest, line.style)
            taking = content.parts[found.part] = [rest] if found.rest else []
        else:
            taking = content.forms if content.parts and _heads_no_part(line) else taking
            taking.append(line)
    if len(content.parts) < _FEWEST:
        return None
    content.title = take_title(above)
    if ContentPart.BASIS in content.parts:
        move_forms(content)
    return content
