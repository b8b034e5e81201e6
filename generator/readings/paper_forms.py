"""Which paper of a dossier is the application: what a reader begins with."""

import re

from generator.readings.paper_names import kind_end

_FIRST = re.compile(
    r"(?:\d{1,2}\s{1,4}(?:\([^()]{1,14}\)\s{0,4})?)?"
    r"(?:đơn(?!\s{1,4}(?:vị|giá|thuốc|trình báo)(?!\w))|tờ\s{1,4}(?:khai|đơn|đăng ký)"
    r"|(?:giấy|thư)\s{1,4}khai(?! (?:sinh|tử))"
    r"|(?:giấy|bản|thư)\s{1,4}(?:đề nghị|đăng ký|yêu cầu)(?!\w)"
    r"|phiếu\s{1,4}(?:đề nghị|đăng ký|yêu cầu|khai|công bố|thu nhận|thu thập|cung cấp|thông tin"
    r"|báo)(?!\w))",
    re.I,
)
_SECOND = re.compile(
    r"(?:\d{1,2}\s{1,4})?(?:(?:văn bản|công văn|công hàm|giấy|thư)\s{1,4}(?:\w+\s{1,4})?"
    r"(?:đề nghị|đăng ký|yêu cầu|thông báo|xin|đề xuất|công bố|kiến nghị|báo cáo)"
    r"|văn bản của\s[^.;:]{0,100}(?:đề nghị|đăng ký|yêu cầu|thông báo)|đề nghị|đăng ký|tờ trình"
    r"|thông báo"
    r"|công văn|bản (?:khai|công bố|thông báo)|hồ sơ đề nghị)(?!\w)",
    re.I,
)
_SIDE_FORM = re.compile(
    r"(?:tờ\s{1,4}khai|đơn)\s{1,4}(?:\w+\s{1,4}){0,3}?(?:thuế|lệ phí|trước bạ|nghĩa vụ tài chính"
    r"|trị giá|trình báo|hàng\s{1,4}h[óo][aá]|hải quan)",
    re.I,
)
_LIST_FORM = re.compile(r"bản\s{1,4}kê\s{1,4}khai", re.I)
_NUMBERED = re.compile(r"(?<!\w)(?<!cấp theo )mẫu(?!\w)", re.I)
_ISSUED = re.compile(
    r"(?:sổ|thẻ|giấy (?:chứng nhận|phép|xác nhận|khám)|chứng chỉ|hộ chiếu|hợp đồng|hóa đơn)(?!\w)",
    re.I,
)
_TAX = re.compile(r"thuế|lệ phí|nghĩa vụ tài chính|hải quan", re.I)
ON_A_FORM = 5
"""The rank of a paper on a form that is no application by its name."""

NOT_ONE = 9
"""The rank of what is no application."""


def rank_application(text: str, title: str = "") -> int:
    """How likely the words of a paper are the application, 1 first; `NOT_ONE` when they cannot be.

    A request or declaration comes before a letter, any other paper on a form, and one for taxes
    where `title`, the procedure's, does not tell that it is about them.
    """
    start = kind_end(text, 0, len(text))
    if _SIDE_FORM.match(text, start):
        return 1 if _TAX.search(title) else 4
    if _FIRST.match(text, start):
        return 1
    if _SECOND.match(text, start):
        return 2
    if _LIST_FORM.match(text, start):
        return 3
    if _ISSUED.match(text, start):
        return NOT_ONE
    return ON_A_FORM if _NUMBERED.search(text, 0, 160) else NOT_ONE
