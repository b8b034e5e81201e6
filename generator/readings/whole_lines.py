"""Line breaks inside of sentences: of texts that people copied from a printed page."""

import re
from functools import lru_cache

from generator.readings.clauses import SMALL, UPPER

_ATSMALL = re.compile(rf"(?<=[^\s.;:])\n(?=[{SMALL}]+(?![.)\w]))")
_NO_NEW_SENTENCE = (
    r"(?!(?:Bước|Giai đoạn|Trường hợp|Đối với|Nếu|Riêng|Trong|Sau|Khi|Căn cứ|Lưu ý|Ghi chú"
    r"|Việc|Địa chỉ:?)\s)(?![IVX]+[.)\s])"
)
"""Ahead are no words with which a sentence or a heading begins."""
_INSIDE_SENTENCE = re.compile(
    rf"\n(?:(?=[{SMALL}]+(?![.)\w]))"
    r"|(?<=\ssố\n)(?=[0-9]{1,4}/[0-9]{4}/)"
    r"|(?=\((?:trực tiếp|qua|bằng|nếu|kèm|sau đây|hoặc)\s)"
    r"|(?:(?<=\s(?:Bộ|Sở)\n)|(?<=\s(?:Cục|Ban|các)\n)|(?<=\stỉnh\n))(?=\w)"
    rf"{_NO_NEW_SENTENCE})"
)
_AT_CAPITAL = re.compile(
    rf"(?<=[^\s.;:])\n(?:(?=[{UPPER}][^\W_]){_NO_NEW_SENTENCE}"
    r"|(?<=(?:Điều|ngày)\n)(?=[0-9])|(?<=(?:khoản|tháng)\n)(?=[0-9])|(?<=số\n)(?=[0-9]))"
)
"""Ends of lines before a name, or before the number of what stands in front of it."""
_FEWEST, _WIDEST, _FULL = 3, 120, 0.78
"""Broken sentences of a wrapped text; its characters in a line; how full its lines are."""
_TEXTS = 1 << 8


@lru_cache(_TEXTS)
def with_whole_lines(text: str) -> str:
    r"""A text with a space for each line break inside a sentence or the name of a body.

    >>> with_whole_lines("gửi Bộ\nCông an\nđể xem xét.\na) Hồ sơ")
    'gửi Bộ Công an để xem xét.\na) Hồ sơ'
    """
    joined = _INSIDE_SENTENCE.sub(" ", text)
    width = _wrapped_width(text)
    if not width:
        return joined
    return _AT_CAPITAL.sub(
        lambda end: " " if _is_full(text, end.start(), width) else end[0], joined
    )


def _wrapped_width(text: str) -> int:
    """How long the lines are of a text that is wrapped like a printed page; 0 for another."""
    width = max(map(len, text.split("\n")))
    if width > _WIDEST:
        return 0
    broken = sum(_is_full(text, end.start(), width) for end in _ATSMALL.finditer(text))
    return width if broken >= _FEWEST else 0


def _is_full(text: str, end: int, width: int) -> bool:
    """Whether a line that ends somewhere has no room for a further word, about."""
    return end - text.rfind("\n", 0, end) - 1 >= width * _FULL
