"""What a title is about: its words behind the act that it begins with."""

import re
from functools import cache

_ACTS = (
    "bãi bỏ",
    "bổ nhiệm",
    "bổ sung",
    "ban hành",
    "báo cáo",
    "cấp",
    "chấm dứt",
    "chấp thuận",
    "chỉ định",
    "cho phép",
    "chuyển đổi",
    "chứng nhận",
    "chứng thực",
    "công bố",
    "công nhận",
    "đăng ký",
    "đánh giá",
    "đề nghị",
    "điều chỉnh",
    "đính chính",
    "đổi",
    "gia hạn",
    "giải quyết",
    "hỗ trợ",
    "hủy",
    "huỷ",
    "kiểm tra",
    "miễn nhiệm",
    "phê duyệt",
    "quyết định",
    "sửa đổi",
    "thẩm định",
    "thay đổi",
    "thông báo",
    "thu hồi",
    "tiếp nhận",
    "thực hiện",
    "xác định",
    "xác nhận",
    "xem xét",
    "xét",
    "xóa",
    "xoá",
    "yêu cầu",
)
"""Acts of an office or of who asks it: hundreds of titles begin with each of them."""
_FILLERS = (
    "các",
    "cho",
    "của",
    "đối với",
    "hoặc",
    "hồ sơ",
    "lại",
    "lần đầu",
    "mới",
    "nội dung",
    "thủ tục",
    "và",
    "về",
    "về việc",
    "việc",
)
"""Words that stand before an act, or between an act and its object."""
_PAPERS = (
    "giấy",
    "giấy chứng nhận",
    "giấy đăng ký",
    "giấy phép",
    "giấy xác nhận",
    "phép",
)
"""Papers that say no more than that something is allowed or certified."""
_WORDS = "|".join(sorted((*_ACTS, *_FILLERS, *_PAPERS), key=len, reverse=True))
_LEAD = re.compile(rf"[\W_]*+(?:(?:{_WORDS})(?!\w)[\W_]*+)++", re.IGNORECASE)


def opening_words(title: str, count: int = 2) -> str:
    """The first words of the object of a title, in small letters."""
    return " ".join(object_of(title).lower().split()[:count]).rstrip(",;:")


@cache
def object_of(title: str) -> str:
    """The title from its object on; all of it when there is nothing but an act.

    >>> object_of("Thủ tục cấp, cấp lại Giấy phép lái xe")
    'lái xe'
    """
    lead = _LEAD.match(title)
    return (title[lead.end() :] if lead else title).lstrip("“”\"'(–- ") or title
