"""The contents of procedures in an annex: eleven labels in their order, then the forms, cut off.

The parts are those of Decree 63/2010/NĐ-CP, article 8. A label counts when its number and its
words agree: forms have the same words, and notes of forms the same numbers. The numbers of a
procedure may go on from those of the one before it.
"""

import re
from collections.abc import Sequence

from generator.imports.word.basis_end import count_basis_lines
from generator.imports.word.blocks import WordLine
from generator.imports.word.forms import is_form_title
from generator.imports.word.labels import (
    LABEL_AT_START,
    LABEL_INSIDE,
    LABEL_NUMBER,
    USUAL_LABEL_AT_START,
    ContentPart,
    number_of_label,
)
from generator.imports.word.printed_names import (
    end_in_heading,
    find_heading,
    take_title,
)
from generator.imports.word.procedure_content import ProcedureContent, ReadContents
from generator.law.text import fold_text

_ORDER = tuple(ContentPart)
_NUMBER_SHAPE = re.compile(r"\s*\(?[\d.]{1,12}\s*[.)]{1,2}")
_BRACKETED = re.compile(r"\A\s*\(\d{1,3}\)")
_UNKNOWN_LABEL = re.compile(r"\A\s*\((?P<number>\d{1,3})\)[^:.;]{2,60}:\s*\Z")
_SETS = re.compile(rf"\A\s*{LABEL_NUMBER}\s*số lượng hồ sơ", re.IGNORECASE)

_HEADING = 120
_LEVEL = re.compile(r"(?:thu tuc hanh chinh|tthc) cap (tinh|xa|trung uong|bo)")
_LEVELS = {"tinh": "province", "xa": "commune", "trung uong": "central", "bo": "central"}


def read_contents(lines: Sequence[WordLine]) -> ReadContents:
    """Every procedure whose parts stand in the lines of a file."""
    found = ReadContents()
    reader = _ContentReader(found)
    for line in lines:
        reader.take(line)
    reader.finish()
    return found


def level_of_heading(line: WordLine) -> tuple[str, ...]:
    """The level of the procedures below a heading; empty for any other line."""
    level = _LEVEL.search(fold_text(line.words))
    return (_LEVELS[level[1]],) if level and len(line.words) < _HEADING else ()


class _ContentReader:
    """Takes lines one by one into the part that they belong to."""

    def __init__(self, found: ReadContents) -> None:
        self._found = found
        self._content: ProcedureContent | None = None
        self._part: ContentPart | None = None
        self._shift = 0
        self._levels: tuple[str, ...] = ()

    def take(self, line: WordLine) -> None:
        """Take the next line: a label, or more of the part before it."""
        match = LABEL_AT_START[ContentPart.STEPS].match(line.text)
        if match and self._is_first(match) and not line.aside and not self._is_in_form():
            self._begin(line, match)
        elif self._begins_unusually(line):
            self._begin_unusually(line)
        elif self._content is None:
            self._take_before(line)
        elif self._content.drift or self._part is None:
            self._content.forms.append(line)
        elif not self._take_label(line, line.text):
            self._content.parts[self._part].append(line)

    def _is_first(self, match: re.Match[str]) -> bool:
        """Whether a label begins a procedure: it is 1, or stands behind a whole procedure and goes
        on from its last number or stands right below the name of the next.
        """
        number = number_of_label(match)
        if number == 1 or self._part is not ContentPart.BASIS:
            return number == 1
        return number == self._shift + len(_ORDER) + 1 or end_in_heading(self._behind()[-1:])

    def _begins_unusually(self, line: WordLine) -> bool:
        """Whether a second label follows a heading without the first, behind a whole procedure."""
        match = LABEL_AT_START[ContentPart.CHANNELS].match(line.text)
        if not match or line.aside or self._part is not ContentPart.BASIS or self._content is None:
            return False
        return number_of_label(match) == 2 and find_heading(self._behind()) is not None

    def _behind(self) -> list[WordLine]:
        assert self._content is not None
        return self._content.parts[ContentPart.BASIS]

    def _begin_unusually(self, line: WordLine) -> None:
        """Begin at a heading: what stands below it is the steps, under words of their own."""
        above = self._behind()
        at = find_heading(above)
        heading, first, *steps = above[at:]
        del above[at:]
        self.finish()
        is_label = first.text.endswith(":")
        self._content = ProcedureContent([heading], self._levels, unusual=first)
        self._content.labels += [first] if is_label else []
        steps = steps if is_label else [first, *steps]
        self._found.procedures.append(self._content)
        self._shift, self._part = 0, ContentPart.STEPS
        self._content.parts[ContentPart.STEPS] = steps
        self._take_label(line, line.text)

    def _is_in_form(self) -> bool:
        """Whether what stands above is the title of a form, behind the last part of a procedure."""
        if self._content is None or self._part is not ContentPart.BASIS:
            return False
        above = self._content.parts[self._part]
        return bool(above) and not above[-1].label and is_form_title(above[-1].words)

    def finish(self) -> None:
        """Close the last procedure."""
        if self._content and ContentPart.BASIS in self._content.parts:
            move_forms(self._content)

    def _take_before(self, line: WordLine) -> None:
        self._take_level(line)
        self._found.before.append(line)

    def _take_level(self, line: WordLine) -> None:
        if level := level_of_heading(line):
            self._levels = level
            self._found.headings.append(line)

    def _begin(self, line: WordLine, match: re.Match[str]) -> None:
        self.finish()
        above = self._content.forms if self._content else self._found.before
        title = take_title(above)
        for one in above[-3:] if self._content else ():
            self._take_level(one)
        self._content = ProcedureContent(title, self._levels)
        self._found.procedures.append(self._content)
        self._shift = number_of_label(match) - 1
        self._open(ContentPart.STEPS, line, line.text[match.end() :])

    def _open(self, part: ContentPart, line: WordLine, rest: str) -> None:
        assert self._content is not None
        self._part = part
        self._content.labels.append(line)
        self._content.parts[part] = []
        if rest.strip() and not self._take_label(line, rest):
            inline = WordLine(line.place, "", rest.strip(" :"), line.style)
            self._content.parts[part].append(inline)

    def _take_label(self, line: WordLine, text: str) -> bool:
        """Whether a text holds a label; the next one is opened, another one is a drift."""
        if line.aside or self._content is None or self._part is None:
            return False
        place = _ORDER.index(self._part)
        if self._part is ContentPart.DOSSIER and _is_sets(text, place + 2):
            self._shift += 1
            return False
        following = _ORDER[place + 1] if place + 1 < len(_ORDER) else None
        if following and self._open_next(following, line, text):
            return True
        later = _ORDER[place + 2 :]
        is_drift = any(self._is_label(part, text) or self._is_swapped(part, text) for part in later)
        is_drift = is_drift or self._is_unknown_label(text)
        if is_drift:
            self._content.drift = line
            self._content.forms.append(line)
        return is_drift

    def _open_next(self, part: ContentPart, line: WordLine, text: str) -> bool:
        match = LABEL_AT_START[part].match(text)
        if match and self._agrees(part, match):
            self._open(part, line, text[match.end() :])
            return True
        inside = LABEL_INSIDE[part].search(text)
        if not inside or not self._agrees(part, inside):
            return False
        before = text[: inside.start()].strip()
        if before and self._part:
            part_lines = self._content.parts[self._part] if self._content else []
            part_lines.append(WordLine(line.place, "", before, line.style))
        self._open(part, line, text[inside.end() :])
        return True

    def _is_label(self, part: ContentPart, text: str) -> bool:
        match = USUAL_LABEL_AT_START[part].match(text)
        return bool(match and self._agrees(part, match))

    def _is_swapped(self, part: ContentPart, text: str) -> bool:
        """Whether a label of a later part has the next number, written as the last one is."""
        match, own = USUAL_LABEL_AT_START[part].match(text), _NUMBER_SHAPE.match(text)
        if not (match and own and self._part and self._content):
            return False
        last = _NUMBER_SHAPE.match(self._content.labels[-1].text)
        alike = last and re.sub(r"\d+", "", last[0]) == re.sub(r"\d+", "", own[0])
        alone = not text[match.end() :].strip() or ("(" in own[0] and match[0].endswith(":"))
        following = _ORDER.index(self._part) + 2 + self._shift
        return bool(alike) and alone and number_of_label(match) == following

    def _is_unknown_label(self, text: str) -> bool:
        """Whether a text has the number of the next label in brackets, and other words alone."""
        found = _UNKNOWN_LABEL.match(text)
        if not (found and self._part and self._content):
            return False
        own = self._content.parts[self._part]
        is_item = any(_BRACKETED.match(line.text) for line in own)
        is_next = int(found["number"]) == _ORDER.index(self._part) + 2 + self._shift
        labels = self._content.labels
        return is_next and not is_item and all(_BRACKETED.match(line.text) for line in labels)

    def _agrees(self, part: ContentPart, match: re.Match[str]) -> bool:
        return number_of_label(match) == _ORDER.index(part) + 1 + self._shift


def _is_sets(text: str, number: int) -> bool:
    match = _SETS.match(text)
    return bool(match and match["number"] and int(match["number"]) == number)


def move_forms(content: ProcedureContent) -> None:
    """Move what follows the legal basis to the forms: documents end where none is named."""
    lines = content.parts[ContentPart.BASIS]
    kept = count_basis_lines(lines)
    content.forms = lines[kept:] + content.forms
    content.parts[ContentPart.BASIS] = lines[:kept]
