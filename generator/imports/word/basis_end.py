"""Where the legal basis of a procedure ends: at the first paragraph that names no document."""

import re
from collections.abc import Iterator, Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.forms import FORM_HEAD
from generator.imports.word.paragraphs import join_lines

_NO_BASIS = re.compile(
    r"\A\W*(?:cộng h[òo]a xã hội|phụ lục\b|biểu mẫu|độc lập\s*-|tên tổ chức|kính gửi)", re.I
)
_DOCUMENT = re.compile(
    r"(?:bộ luật|luật|nghị định|nghị quyết|thông tư|quyết định|văn bản|pháp lệnh|hiến pháp|chỉ thị"
    r"|công văn|hiệp định|điều ước|công ước|kế hoạch|điều\s+\d|khoản\s+\d)",
    re.IGNORECASE,
)


def count_basis_lines(lines: Sequence[WordLine]) -> int:
    """How many of the lines behind the last label are of the legal basis."""
    return sum(len(group) for group in _basis_groups(lines))


def _basis_groups(lines: Sequence[WordLine]) -> Iterator[tuple[WordLine, ...]]:
    for paragraph in join_lines(lines):
        head = FORM_HEAD.match(paragraph.text) or _NO_BASIS.match(paragraph.text)
        if head or not _DOCUMENT.search(paragraph.text[:120]):
            return
        yield paragraph.lines
