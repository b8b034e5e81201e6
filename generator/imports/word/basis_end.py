"""Where the legal basis of a procedure ends: at the first paragraph that names no document."""

import re
from collections.abc import Iterator, Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.forms import FORM_HEAD, PROCEDURE_CODE
from generator.imports.word.paragraphs import join_lines

_NO_BASIS = re.compile(
    r"\A\W*(?:cộng h[òo]a xã hội|phụ lục\b|biểu mẫu|độc lập\s*-|tên tổ chức|kính gửi)", re.I
)
_LAW = (
    r"(?:bộ luật|luật|nghị định|nghị quyết|thông tư|pháp lệnh|hiến pháp|hiệp định|điều ước"
    r"|công ước|điều\s+\d|khoản\s+\d)"
)
_PAPER = r"(?:quyết định|văn bản|chỉ thị|công văn|kế hoạch)"
_DOCUMENT = re.compile(rf"{_LAW}|\b{_PAPER}\s+(?:số\b|\d)|\A\W*(?:các\s+)?{_PAPER}", re.IGNORECASE)
"""What names a document: a paper that a procedure may be about counts only with its number."""
_HEADING = re.compile(
    r"\A\s*+(?:(?:[IVX]{1,6}|\d{1,3})\s*+[.)]\s*+)?(?:tên\s+)?thủ tục\b(?:[^:]{0,20}:|\s+\d)"
    rf"|\A\s*+(?:[IVX]{{1,6}}|\d{{1,3}})\s*+[.)]\s*+(?!(?:các\s+)?(?:{_LAW}|{_PAPER}|điểm\s))",
    re.IGNORECASE,
)
"""How the name of the next procedure begins."""


def count_basis_lines(lines: Sequence[WordLine]) -> int:
    """How many of the lines behind the last label are of the legal basis."""
    return sum(len(group) for group in _basis_groups(lines))


def _basis_groups(lines: Sequence[WordLine]) -> Iterator[tuple[WordLine, ...]]:
    for paragraph in join_lines(lines):
        head = FORM_HEAD.match(paragraph.text) or _NO_BASIS.match(paragraph.text)
        head = head or _HEADING.match(paragraph.text) or PROCEDURE_CODE.search(paragraph.text)
        if head or not _DOCUMENT.search(paragraph.text[:120]):
            return
        yield paragraph.lines
