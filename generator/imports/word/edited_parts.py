"""A part that somebody changed in an exported file: the change, made in the record behind it.

The words that an export prints of the record are compared with those that people see now. Each
line that differs is changed in the carried lines too; the result counts only where an export of it
prints what people see, so that the change alone changes the record.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from generator.exports.word.references import PrintedNames
from generator.exports.word.signed_parts import print_signed
from generator.exports.word.styles import LineStyle, StyledLine
from generator.exports.word.versions import read_printed_version
from generator.imports.portal.vocabulary import states_none
from generator.imports.word.applicants import named_applicants
from generator.imports.word.methods import named_methods
from generator.readings.paper_counts import PaperCount, read_count
from generator.records.version import Version

CarriedParts = Mapping[str, Sequence[StyledLine]]
_OF_NONE = (LineStyle.NONE, LineStyle.NONE_TEXT, LineStyle.UNSTATED)
_BELOW = (LineStyle.FACT, LineStyle.TEXT)
"""Lines that say more of the one above."""


def _count_in(text: str) -> PaperCount | None:
    reading = read_count(("name",), text, 0, len(text))
    return reading.value if reading else None


_SAID_BY_WORDS: Mapping[str, Callable[[str], object]] = {
    "channels": named_methods,
    "applicants": named_applicants,
    "dossier": _count_in,
}
"""What the words of a part say, so that an export does not print it again."""


def read_carried_version(parts: CarriedParts) -> Version | None:
    """The version that parts say, its records named as they are printed; None for none."""
    found, broken = read_printed_version(parts, {}, PrintedNames())
    try:
        return None if broken else Version(procedure="", version="", title="", **found)
    except TypeError:
        return None


def plain_text(lines: Sequence[StyledLine]) -> str:
    """The words of lines, whatever their breaks and styles."""
    return " ".join(" ".join(line.text for line in lines).split())


def edit_part(
    parts: CarriedParts, part: str, before: Sequence[StyledLine], after: Sequence[StyledLine]
) -> Sequence[StyledLine] | None:
    """The carried lines of a part with what was changed between two prints of it; None where the
    change has no one place in them.
    """
    after = [_by_words(line) if line not in before else line for line in after]
    editor = _PartEditor(parts[part], before, after)
    edited = editor.edit()
    if not all(_says_the_same(part, *pair) for pair in editor.replaced):
        return None
    version = read_carried_version({**parts, part: edited}) if edited else None
    printed = print_signed(version, PrintedNames()).get(part, ()) if version else ()
    return edited if edited and plain_text(printed) == plain_text(after) else None


def _says_the_same(part: str, old: StyledLine, new: StyledLine) -> bool:
    """Whether words that were changed say the same values, which the print leaves to them; facts
    of a paper, its counts among them, have lines of their own.
    """
    is_count = part == "dossier" and old.style == LineStyle.FACT == new.style
    read = None if is_count else _SAID_BY_WORDS.get(part)
    worded = old.style == LineStyle.LEAD and part == "agencies"
    return not worded and (read is None or read(old.text) == read(new.text))


def _by_words(line: StyledLine) -> StyledLine:
    """A line in the style that its words have: what states something is no statement of none."""
    stated = line.style in _OF_NONE and not states_none(line.text)
    return replace(line, style=LineStyle.ITEM) if stated else line


class _PartEditor:
    """Makes in carried lines the changes between two prints.

    `replaced` has the lines that were changed, as they were printed and as they are. `_made` has
    what becomes of each carried line: none, one or several; `_at` the carried line, by its place,
    of each printed one that has the same words.
    """

    def __init__(
        self,
        carried: Sequence[StyledLine],
        before: Sequence[StyledLine],
        after: Sequence[StyledLine],
    ) -> None:
        self._carried = carried
        self._before = before
        self._after = after
        self.replaced: list[tuple[StyledLine, StyledLine]] = []
        self._made: list[list[StyledLine]] = [[line] for line in carried]
        self._at = _same_lines(before, carried)

    def edit(self) -> list[StyledLine] | None:
        """The carried lines with all changes; None where one of them has no place."""
        for kind, b1, b2, a1, a2 in _compare(self._before, self._after).get_opcodes():
            olds, news = range(b1, b2), self._after[a1:a2]
            pairs = zip_longest(olds, news) if kind != "equal" else ()
            if not all(self._change(old, new, b2) for old, new in pairs):
                return None
        return [line for lines in self._made for line in lines]

    def _change(self, old: int | None, new: StyledLine | None, behind: int) -> bool:
        """Make one change: a line added before the place `behind`, removed, or replaced by another.

        False where the change has no place in the carried lines.
        """
        if old is None:
            assert new
            self._made[self._end_of(behind - 1)].append(new)
            return True
        if new is None:
            return self._remove(old)
        return self._replace(old, new)

    def _remove(self, old: int) -> bool:
        at = self._at.get(old)
        if at is None:
            return self._before[old].style in _BELOW
        for one in range(at, self._end_of(old) + 1):
            self._made[one].clear()
        return True

    def _replace(self, old: int, new: StyledLine) -> bool:
        at = self._at.get(old)
        if self._before[old].text == new.text:
            return True
        self.replaced.append((self._before[old], new))
        if at is not None:
            style = self._carried[at].style
            kept = style if style not in _OF_NONE else new.style
            self._made[at] = [StyledLine(kept, new.text)]
            return True
        gone, come = _changed_words(self._before[old].text, new.text)
        pattern = re.compile(rf"(?<!\w){re.escape(gone)}(?!\w)")
        found = [at for at in self._between(old) if pattern.search(self._carried[at].text)]
        for one in found:
            text = pattern.sub(lambda _: come, self._carried[one].text)
            self._made[one] = [replace(self._carried[one], text=text)]
        return bool(gone and found)

    def _between(self, old: int) -> range:
        """The carried lines between the same ones above and below a printed line."""
        above = [at for one, at in self._at.items() if one < old]
        below = [at for one, at in self._at.items() if one > old]
        return range(max(above, default=-1) + 1, min(below, default=len(self._carried)))

    def _end_of(self, old: int) -> int:
        """The last carried line that says more of a printed one; 0 where none is above."""
        at = max((at for one, at in self._at.items() if one <= old), default=0)
        known = set(self._at.values())
        while at + 1 < len(self._carried) and at + 1 not in known and self._is_below(at + 1):
            at += 1
        return at

    def _is_below(self, at: int) -> bool:
        return self._carried[at].style in _BELOW


def _same_lines(before: Sequence[StyledLine], carried: Sequence[StyledLine]) -> dict[int, int]:
    """The carried line of each printed one that has the same words, in their order."""
    blocks = _compare(before, carried).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def _compare(one: Sequence[StyledLine], two: Sequence[StyledLine]) -> SequenceMatcher[str]:
    """How lines differ; those that say more of a line are compared together with it."""
    return SequenceMatcher(None, _with_heads(one), _with_heads(two), autojunk=False)


def _with_heads(lines: Sequence[StyledLine]) -> list[str]:
    texts, head = [], ""
    for line in lines:
        is_below = line.style in _BELOW
        head = head if is_below else line.text
        texts.append(f"{head}\n{line.text}" if is_below else line.text)
    return texts


def _changed_words(before: str, after: str) -> tuple[str, str]:
    """The words of a text that are others in a second one, and what these are.

    >>> _changed_words("Phí: 8.000 đồng", "Phí: 10.000 đồng")
    ('8.000', '10.000')
    """
    old, new = before.split(), after.split()
    most = min(len(old), len(new))
    same = (n for n in range(most) if old[n] != new[n])
    begin = next(same, most)
    begin -= begin == len(old) and begin > 0
    ends = (n for n in range(most - begin) if old[-1 - n] != new[-1 - n])
    end = next(ends, most - begin)
    end -= end > 0 and len(old) - end == begin
    return " ".join(old[begin : len(old) - end]), " ".join(new[begin : len(new) - end])
