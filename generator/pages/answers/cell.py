"""The parts of an answer: what stands out, what qualifies it, and where it was read."""

import re
from collections.abc import Iterable, Sequence

from generator.locale import Words
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    join_html,
)
from generator.readings.evidence import Evidence, Reading

_SECTIONS = {
    "agencies": "agencies",
    "cases": "remarks",
    "channels": "channels",
    "conditions": "conditions",
    "dossier": "dossier",
    "steps": "steps",
}
"""The section of a page that shows a part of a version."""
_SPACE = escape_html(" ")
_DOT = escape_html(" · ")
_HAS_LETTERS = re.compile(r"[^\W\d_]")
"""A figure without a word says nothing that the answer does not."""
_QUOTED = 240
"""Characters of words that are quoted where they stand for a value."""


def answer(lines: Iterable[Html], details: Iterable[Html] = ()) -> Html:
    """Lines, then one of details in small letters; empty ones are left out."""
    shown = [element("p", line) for line in lines if line]
    small = join_html((detail for detail in details if detail), _DOT)
    return join_html([*shown, element("p", element("small", small)) if small else EMPTY])


def quotations(lines: Iterable[Html]) -> Html:
    """Sentences of the source, each on a line of its own in small letters."""
    return join_html(element("p", line, class_="quote") for line in lines if line)


def edited_answer(said: str | None, words: Words) -> Html:
    """The words of an editor, marked as such; nothing when there are none."""
    lines = [stands_out(line) for line in (said or "").splitlines()]
    return answer(lines, [escape_line(words("answer.edited"))]) if lines else EMPTY


def stands_out(said: str) -> Html:
    """What a reader looks for."""
    return element("strong", escape_line(said))


def for_whom(said: str, names: Iterable[str], words: Words) -> Html:
    """A value that stands out, and for whom it is; each name once, whatever its capitals."""
    kept = {name.lower(): name for name in names if name}
    if not kept:
        return stands_out(said)
    name = escape_line(words("answer.for_whom", name=", ".join(kept.values())))
    return join_html([stands_out(said), name], _SPACE)


def where_read(evidence: Sequence[Evidence], words: Words) -> Html:
    """From which section something was read, as a link to it; nothing when there is none."""
    keys = (_SECTIONS.get(str(one.pointer[0])) for one in evidence)
    key = next(filter(None, keys), None)
    if key is None:
        return EMPTY
    name = words(f"answer.section.{key}")
    link = anchor(name, f"#{words(f'anchor.part.{key}')}")
    before, after = words.entries["answer.read_in"].split("{section}")
    return join_html([escape_line(before), _SPACE, link, escape_line(after)])


def quoted(readings: Iterable[Reading[object]], words: Words, most: int = _QUOTED) -> Html:
    """The words of the record themselves, where they leave a value unsure."""
    texts = dict.fromkeys(
        " ".join(one.words.split()) for reading in readings for one in reading.evidence
    )
    said = quotation(" … ".join(filter(_HAS_LETTERS.search, texts)), most)
    return escape_line(words("answer.quoted", text=said)) if said else EMPTY


def quotation(text: str, most: int = _QUOTED) -> str:
    """The words of a text on one line, as many as are quoted."""
    said = " ".join(text.split())
    return said if len(said) <= most else f"{said[:most].rpartition(' ')[0].rstrip(' …')} …"
