"""Notes of a dossier: which stand apart from papers, and which say who needs a paper."""

import re

from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper
from generator.readings.papers import PaperGroup

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
