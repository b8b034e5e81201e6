"""What the elements inside a paragraph say: words, notes, boxes; what is hidden, and struck out."""

from dataclasses import dataclass, field
from typing import Any

from generator.imports.word.beside import WORD_ART, art_words
from generator.imports.word.symbols import symbol_words
from generator.imports.word.xml import attribute, first, is_on, tag

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
BOX = tag("txbxContent")
SKIPPED = frozenset(
    {
        *(tag(name) for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")),
        *(tag(name) for name in ("tblPr", "tblGrid", "trPr", "tcPr", "sdtPr")),
        f"{_COMPATIBLE}Fallback",
    }
)
_SPOKEN = {
    tag("tab"): " ",
    tag("br"): "\n",
    tag("cr"): "\n",
    tag("noBreakHyphen"): "-",
}
_NOTES = {tag("footnoteReference"): "footnotes", tag("endnoteReference"): "endnotes"}


@dataclass(slots=True)
class Spoken:
    """What a paragraph says: its words, and the notes and boxes that hang on it."""

    words: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    art: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)


def listen_to(element: Any, spoken: Spoken) -> None:
    """Gather what an element inside a paragraph says; boxes and notes are kept for later."""
    for child in element:
        name = child.tag
        if name == tag("t") or name == _MATH:
            spoken.words.append(child.text or "")
        elif name in _SPOKEN:
            spoken.words.append(_SPOKEN[name])
        elif name == tag("sym"):
            spoken.words.append(symbol_words(child))
        elif name in _NOTES:
            spoken.notes.append((_NOTES[name], attribute(child, "id")))
        elif name == BOX:
            spoken.boxes.append(child)
        elif name == WORD_ART:
            spoken.art.append(art_words(child))
        elif name == tag("r"):
            _listen_to_run(child, spoken)
        elif name not in SKIPPED and isinstance(name, str):
            listen_to(child, spoken)


def _listen_to_run(run: Any, spoken: Spoken) -> None:
    """Gather what a run says: words that Word hides are none of the text, struck ones are told."""
    properties = first(run, "rPr")
    if is_on(properties, "vanish"):
        aside = Spoken()
        listen_to(run, aside)
        spoken.hidden += aside.words
        return
    before = len(spoken.words)
    listen_to(run, spoken)
    if is_on(properties, "strike") or is_on(properties, "dstrike"):
        spoken.struck += spoken.words[before:]
