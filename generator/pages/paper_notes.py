"""Notes of a dossier: which stand apart from papers, and which say who needs a paper."""

import re
from collections.abc import Sequence

from generator.locale import Words
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    folded_block,
    join_html,
)
from generator.pages.paper_texts import paper_line, paper_text, unmarked
from generator.readings.paper_labels import cut_at_sense
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperGroup

_SHORT_LABEL, _NOTE_OPENING = 20, 80
"""A label of so few characters tells nothing; characters of a note that then stand behind it."""
_NOTE_MARK = re.compile(r"\A(?:lưu ý|ghi chú|chú ý)\s?:?\s?", re.IGNORECASE)
_SPACE = escape_html(" ")
_WHO_NEEDS = re.compile(
    r"(?<!\w)(?:không phải (?:nộp|gửi|xuất trình|cung cấp)|(?:gửi|nộp) (?:bổ sung|thêm|kèm)"
    r"|phải có (?:thêm|quyết định|giấy|văn bản|bản)|trường hợp miễn"
    r"|được miễn (?:nộp|cung cấp))(?!\w)",
    re.IGNORECASE,
)


def is_aside(paper: Paper, group: PaperGroup) -> bool:
    """Whether words stand apart from papers: a note, or a heading of which the papers are lost."""
    if paper.parts:
        return False
    lost = group.mixed and paper.role.value is PaperRole.HEADING
    return paper.role.value is PaperRole.NOTE or lost


def changes_papers(note: Paper) -> bool:
    """Whether a note says who needs which paper, so that it must not be folded away."""
    return _WHO_NEEDS.search(note.words.words) is not None


def folded_notes(notes: Sequence[Paper], words: Words) -> Html:
    """What is only explained, folded, so that the papers of the next group stand near."""
    if not notes:
        return EMPTY
    listed = element("ul", *(element("li", paper_text(note)) for note in notes))
    label = words("dossier.notes", count=len(notes))
    said = join_html([escape_html(label), first_words(notes, label)], _SPACE)
    return folded_block(said, listed)


def first_words(notes: Sequence[Paper], label: str) -> Html:
    """The first words of a note, behind a label that does not tell what it is about."""
    if not notes or len(label) > _SHORT_LABEL:
        return EMPTY
    said = _NOTE_MARK.sub("", unmarked(paper_line(notes[0])))
    return element("small", escape_line(cut_at_sense(said, _NOTE_OPENING)))
