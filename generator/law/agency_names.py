"""Names of several agencies in one text: the first, and how many more there are."""

import re

from generator.law.titles import split_title

_MOST = 70
"""Letters of a name that a list shows."""
_NEXT = re.compile(
    r"[,;]\s+(?=(?:Ban|Bảo hiểm|Biên phòng|Bộ|Cảng vụ|Các|Chi cục|Chủ tịch|Chính phủ|Công an"
    r"|Cơ quan|Cục|Đài|Đơn vị|Hải quan|Hội đồng|Kho bạc|Ngân hàng|Quân khu|Sở|Thanh tra|Thuế"
    r"|Thủ tướng|Toà|Tòa|Tổng cục|Trung tâm|Trường|UBND|Ủy ban|Uỷ ban|Văn phòng|Viện)(?!\w))"
)
"""What parts two agencies: a comma within a name ("Bộ Văn hóa, Thể thao") parts none."""


def first_agency(name: str) -> tuple[str, int]:
    """The first of the agencies that a text names, cut when it is long, and how many follow it.

    >>> first_agency("Bộ Văn hóa, Thể thao và Du lịch, Bộ Công an, Sở Xây dựng")
    ('Bộ Văn hóa, Thể thao và Du lịch', 2)
    """
    first, *others = _NEXT.split(" ".join(name.split()).rstrip("., ;"))
    head, rest = split_title(first, _MOST)
    return (f"{head} …" if rest else head), len(others)
