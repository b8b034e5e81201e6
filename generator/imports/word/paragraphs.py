"""Lines joined into the paragraphs that their writer meant: converted files break them anywhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.imports.word.blocks import WordLine
from generator.law.text import SMALL_LETTERS

_GOES_ON = re.compile(rf"[{SMALL_LETTERS}0-9(,&/%]")
_MARKER = re.compile(
    r"(?:[-+*•–]|[a-zđ](?:\.?\d)?\s*[’']?\)|[a-zđ]\.\s|\(?\d{1,3}(?:\.\d{1,2})*\s*[.)](?:\s|\Z)|[ivx]{1,4}\))"
)
_ENDED = re.compile(r"[.;:!?]\s*\Z")
_BULLET = re.compile(r"\A\s*(?:[-+*•–]\s*)+")


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """Words that belong together, and the lines that they come from."""

    text: str
    lines: tuple[WordLine, ...]

    @property
    def marked(self) -> bool:
        """Whether it begins with a bullet, a letter or a number."""
        return bool(self.lines[0].label or _MARKER.match(self.text))

    @property
    def plain(self) -> str:
        """The words without the bullet in front."""
        return _BULLET.sub("", self.text)


def join_lines(lines: Iterable[WordLine]) -> list[WordParagraph]:
    """Paragraphs of the lines in their order; one that goes on with small letters is no new one."""
    groups: list[list[WordLine]] = []
    for line in lines:
        if not line.words:
            continue
        if groups and not line.aside and _continues(groups[-1][-1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return [WordParagraph(" ".join(line.text for line in group), tuple(group)) for group in groups]


def text_of(lines: Iterable[WordLine]) -> str:
    """The paragraphs of some lines, a line each."""
    return "\n".join(paragraph.text for paragraph in join_lines(lines))


def _continues(last: WordLine, line: WordLine) -> bool:
    if line.label or _MARKER.match(line.words) or not _GOES_ON.match(line.words):
        return False
    return not _ENDED.search(last.words) and not last.aside
