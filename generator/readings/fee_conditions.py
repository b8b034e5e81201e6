"""Whether the name of a fee limits it to some of those who ask for a procedure."""

import re
from collections.abc import Iterator

_QUALIFIER = re.compile(
    r"(?<!\w)(?:quá hạn|đúng hạn|trễ hạn|chậm|muộn|lần đầu|lần thứ|cấp lại|cấp đổi|gia hạn|bản sao"
    r"|trích lục|nước ngoài|biên giới|nhanh|khẩn|ngoài giờ|bị mất|hư hỏng|đầu tiên|quá cảnh)(?!\w)",
    re.IGNORECASE,
)
"""A word for a case, that names one by itself."""
_OPENED = re.compile(
    r"(?<!\w)(?:trường hợp|đối với|dành cho|riêng cho|nếu|khi|từ (?=[0-9])|trên (?=[0-9])"
    r"|dưới (?=[0-9]))(?P<case>[^.;]{2,400})",
    re.IGNORECASE,
)
"""A case told in words, up to the end of the sentence."""
_WORD = re.compile(r"\w+")
_TOLD = 0.75
"""The share of the words of a case that a title has when the case is its own."""


def limits_beyond(name: str, title: str) -> bool:
    """Whether a name has a condition that the title of the procedure lacks.

    >>> limits_beyond("Lệ phí đăng ký khai sinh quá hạn", "Đăng ký khai sinh")
    True
    >>> limits_beyond("Lệ phí cấp lại thẻ căn cước", "Cấp lại thẻ căn cước")
    False
    """
    said = title.lower()
    if any(match[0].lower() not in said for match in _QUALIFIER.finditer(name)):
        return True
    known = set(_WORD.findall(said))
    return any(not _is_told(case, known) for case in _cases(name))


def _cases(name: str) -> Iterator[list[str]]:
    return (_WORD.findall(match["case"].lower()) for match in _OPENED.finditer(name))


def _is_told(case: list[str], known: set[str]) -> bool:
    return sum(word in known for word in case) >= _TOLD * len(case)
