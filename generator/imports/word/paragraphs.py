"""Lines joined into the paragraphs that their writer meant: converted files break them anywhere."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.imports.word.blocks import WordLine
from generator.imports.word.labels import label_at
from generator.law.text import SMALL_LETTERS

_GOES_ON = re.compile(rf"[{SMALL_LETTERS}0-9(,&/%]")
_MARKER = re.compile(
    r"(?:[-+*•–]|[a-zđ](?:\.?\d)?\s*[’']?\)|[a-zđ]\.\s|\(?\d{1,3}(?:\.\d{1,2})*\s*[.)](?:\s|\Z)|[ivx]{1,4}\))"
)
_HANGS = re.compile(
    r"\b(?:tại|của|và|hoặc|về|theo|các|những|với|cho|trong|do|từ|đến|bằng|bởi|số|ngày|thuộc)\Z",
    re.IGNORECASE,
)
"""Words that no sentence ends with: what follows goes on, with a capital too."""
_CUT_NUMBER = re.compile(r"/[A-ZĐƯ0-9.&]*-\Z")
"""The beginning of a number that a line ends in: 61/2026/QĐ-."""
_LABEL = re.compile(r"[^:]{1,40}:\s")
"""The words of a field and its colon: whatever stands above, this begins something."""
_ENDED = re.compile(r"[.;:!?]\s*\Z")
_STEP = re.compile(r"bước\s+\d{1,2}\b", re.IGNORECASE)
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
    return [WordParagraph(join_words(map(_mend_breaks, group)), tuple(group)) for group in groups]


def join_words(texts: Iterable[str]) -> str:
    """Texts with a space between them, but within a number that was cut behind its dash.

    >>> join_words(["Quyết định số 61/2026/QĐ-", "UBND ngày 01/7/2026", "của"])
    'Quyết định số 61/2026/QĐ-UBND ngày 01/7/2026 của'
    """
    whole = ""
    for text in texts:
        joint = "" if not whole or _CUT_NUMBER.search(whole) else " "
        whole = f"{whole}{joint}{text}"
    return whole


def text_of(lines: Iterable[WordLine]) -> str:
    """The paragraphs of some lines, a line each."""
    return "\n".join(paragraph.text for paragraph in join_lines(lines))


def split_at_marks(words: str) -> list[str]:
    r"""The words of a paragraph, cut at its breaks before a bullet, a letter, a number, a label.

    >>> split_at_marks("(4) Thời hạn:\nkhông quá\n- 05 ngày;\nb) 07 ngày")
    ['(4) Thời hạn:\nkhông quá', '- 05 ngày;', 'b) 07 ngày']
    """
    first, *others = words.split("\n")
    lines = [first]
    for text in others:
        if _begins_item(text.lstrip()) and not _HANGS.search(lines[-1].rstrip()):
            lines.append(text)
        else:
            lines[-1] += f"\n{text}"
    return lines


def _begins_item(text: str) -> bool:
    return bool(_MARKER.match(text) or _STEP.match(text) or label_at(text))


def _mend_breaks(line: WordLine) -> str:
    """The words of a line without the breaks in it that cut a sentence."""
    first, *others = line.text.split("\n")
    lines = [first]
    for text in others:
        if _goes_on(lines[-1], text):
            lines[-1] = join_words((lines[-1].rstrip(), text.lstrip()))
        else:
            lines.append(text)
    return "\n".join(lines)


def _continues(last: WordLine, line: WordLine) -> bool:
    return not line.label and not last.aside and _goes_on(last.words, line.words)


def _goes_on(above: str, text: str) -> bool:
    """Whether a text is more of the one above: that one has not ended, or cannot end so."""
    above, text = above.rstrip(), text.lstrip()
    if not text or _MARKER.match(text) or _ENDED.search(above):
        return False
    hangs = _HANGS.search(above) or _CUT_NUMBER.search(above)
    return bool(_GOES_ON.match(text) or (hangs and not _LABEL.match(text)))
