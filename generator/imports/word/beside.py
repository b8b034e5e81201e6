"""What a Word file holds beside its body: heads and feet of pages, comments, diagrams, WordArt.

Nobody drafts records from it; the report shows it, so that nothing is lost in silence.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.imports.word.blocks import WordLine, WordPlace
from generator.imports.word.xml import tag
from generator.law.text import repair_import

BESIDE = re.compile(r"(header|footer|comment|diagram)s?(?:/data)?\d*")
"""The names of such parts below `word/`; the group is what their lines are asides of."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WORD_ART = "{urn:schemas-microsoft-com:vml}textpath"
_PARAGRAPHS = (tag("p"), f"{_DRAWING}p")
_TEXTS = (tag("t"), f"{_DRAWING}t", WORD_ART)
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = (_FALLBACK, tag("del"), tag("moveFrom"))
_UNREAD = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    tag("object"),
    tag("altChunk"),
)


def read_beside(roots: Mapping[str, Any], file: str, count: int) -> tuple[WordLine, ...]:
    """The lines of such parts, each once, numbered after the `count` paragraphs of the body."""
    found: dict[tuple[str, str], None] = {}
    for name, root in sorted(roots.items()):
        if kind := BESIDE.fullmatch(name):
            found.update(dict.fromkeys((kind[1], words) for words in _lines_in(root)))
    return tuple(
        WordLine(WordPlace(file, count + number), "", words, aside=kind)
        for number, (kind, words) in enumerate(found, 1)
    )


def count_unread(document: Any) -> int:
    """How many pictures and embedded files stand in a text: nobody reads their words."""
    return sum(1 for _ in document.iter(*_UNREAD))


def art_words(element: Any) -> str:
    """The words of a piece of WordArt of the older kind."""
    return repair_import(element.get("string") or "")[0]


def _lines_in(root: Any) -> Iterator[str]:
    """What paragraphs say; a mere number is that of a page."""
    for paragraph in root.iter(*_PARAGRAPHS):
        said = (_words_of(one) for one in paragraph.iter(*_TEXTS) if _is_own(one, paragraph))
        words, _ = repair_import("".join(said))
        if any(map(str.isalpha, words)):
            yield words


def _is_own(element: Any, paragraph: Any) -> bool:
    """Whether words are of this paragraph: not of one in it, and not said a second time."""
    for above in element.iterancestors():
        if above is paragraph:
            return True
        if above.tag in _PARAGRAPHS or above.tag in _GONE:
            return False
    return False


def _words_of(element: Any) -> str:
    return art_words(element) if element.tag == WORD_ART else element.text or ""
