"""The short name of a paper among its words."""

import re
from functools import lru_cache

from generator.readings.alternation import guarded
from generator.readings.paper_words import opens_paper

_NAME_END = guarded(
    "(.:;bcdđgkmnqt",
    r"(?<!\w)(?:theo\s{1,4}(?:\w+\s{1,4})?(?:mẫu|quy định|biểu mẫu|phụ lục)"
    r"|(?:được\s{1,4})?(?:ban hành|quy định)\s{1,4}(?:kèm|tại|theo)"
    r"|trong đó|trong trường hợp|đối với|trừ trường hợp|bao gồm|gồm|kèm theo|nếu có"
    r"|do\s{1,4}\w+\s{1,4}\w+\s{1,4}(?:ban hành|quy định)|cụ thể"
    r"|bản chính|bản sao|bản gốc|bản chụp|mẫu số|có (?:công chứng|chứng thực))(?!\w)"
    r"|[;:.](?=\s|\Z)|(?<=\s)\((?!\d)",
    re.I,
)
GOES_ON = re.compile(
    r"\([^()]{0,300}\)\s{0,4}(?:,?\s{0,4}(?:hoặc|và|hay)\s"
    r"|,\s{1,4}(?!trừ|theo|kèm|được|do|có|gồm|nếu|trong|bản|đối với|ban hành|quy định|\d)\w)",
    re.I,
)
"""A bracket in the middle of a name: "bên thuê (khi cho thuê), bên cho thuê (khi thuê)"."""
_EXPLAINS = re.compile(
    r"\([^()]{0,200}\)\s{1,4}(?:của|về|để|giữa|do|tại|cho|thuộc|trong|từ|đã|gửi)\s", re.I
)
"""A bracket that explains a word of a name: "quyền (sở hữu, sử dụng) của bên cho thuê"."""
IF_CASE = re.compile(
    r"(?:đối với|trong)?\s{0,4}(?:các\s{1,4})?trường hợp|(?:ngoại )?trừ trường hợp|nếu|áp dụng",
    re.I,
)
_GOVERNS = re.compile(
    r"(?<!\w)(?:khai thuế|giấy phép|vốn góp|ý kiến|chữa cháy|quy định|yêu cầu|điều kiện|trách nhiệm"
    r"|nghĩa vụ|quản lý|kiểm tra|xử lý|xử phạt|chỉ tiêu|chính sách|chế độ|(?<!thẩm )quyền|thuế"
    r"|được giao"
    r"|tác động|cam kết|hỗ trợ|xã hội|đánh giá|biện pháp|mất tích|đã chết|thủ tục|quan hệ"
    r"|kinh nghiệm|hành vi|quyết định|tờ khai|thông báo|văn bản|xác nhận|tờ trình|báo cáo)\Z",
    re.I,
)
"""Words of which "đối với" names the object: "tờ khai thuế đối với hộ nuôi ong"."""
_OBJECT = re.compile(
    r"đối với\s{1,4}(?:các\s{1,4})?(?:nội dung|hoạt động|phạm vi|lĩnh vực|địa bàn|vị trí|từng|mỗi"
    r"|chỉ tiêu|nhiệm vụ|nguồn thu|thứ tiếng|thay đổi|hồ sơ thiết kế|đề nghị|thời gian"
    r"|chức danh)(?!\w)",
    re.I,
)
_DUTY = re.compile(
    r"(?<!\w)(?:thuế|phí|lệ phí|đề nghị|đơn|đồng ý|minh chứng)(?!\w)[^(),;.]*\Z", re.I
)
"""A tax, or a request, that a paper is about."""
_TOWARDS = re.compile(r"đối với(?!\w)", re.I)
_DENIED = re.compile(r"(?<!\w)không\s{1,4}\Z", re.I)
"""A word that what follows belongs to: "không theo quy định"."""
_A_COPY = re.compile(r"bản (?:chính|sao|gốc|chụp)(?!\w)", re.I)
_MAKES = re.compile(
    r"(?<!\w)(?:làm|cấp|lập|phát hành|về|của|quản lý|sử dụng|công bố|số lượng)\s{1,4}\Z", re.I
)
"""Words of which a copy is the object: "giấy phép làm bản sao cổ vật"."""
_JOINS = re.compile(r"(?:hoặc|và|,)\s{1,4}\Z", re.I)
_LONGEST = 600
_KINDS = 1 << 10
"""How many ends are cached: the labels of a paper ask again."""
_SHORTEST = 8
"""A name of fewer characters would be a kind of paper alone ("Bản sao")."""

_KIND = re.compile(
    r"(?:\d{1,2}\s{1,4}(?:\([^()]{1,14}\)\s{0,4})?)?(?:tệp tin\s{1,4})?bản (?:chính|gốc|sao|chụp"
    r"|điện tử)(?:\s{1,4}điện tử)?"
    r"|(?:biểu mẫu|bản|dữ liệu) điện tử"
    r"|mẫu(?: số)?\s{1,4}[\w/.-]{1,12}\s{0,4}[.:–-]?\s{0,4}(?=đơn|tờ|giấy|phiếu|bản|văn|báo|danh)"
    r"|(?:có|được)(?: công chứng| chứng thực)(?:,? (?:hoặc )?(?:công chứng"
    r"|chứng thực))?(?: từ bản chính)?|(?:công chứng|chứng thực)(?: từ bản chính)?"
    r"|(?:được cấp )?từ sổ gốc|từ bản chính"
    r"|(?:và |có |phải )?(?:kèm(?: theo)?|xuất trình|mang(?: theo)?|cùng)(?: bản (?:chính|gốc))"
    r"|để (?:đối chiếu|so sánh)|hợp (?:lệ|pháp)|bản chứng thực|có giá trị pháp lý"
    r"|tệp tin chụp từ bản (?:chính|gốc)|(?<=chính )của(?!\w)|(?<=gốc )của(?!\w)"
    r"|\((?:trong |đối với )?(?:trường hợp |khi |nếu )(?:nộp|gửi)[^()]{0,60}\);?"
    r"|hoặc(?= (?:tệp tin )?bản )|[,/]|\s{1,4}",
    re.I,
)
_THING = re.compile(
    r"(?P<thing>ảnh|hình ảnh|phim|đĩa|băng|mẫu vật|tranh)\s"
    r"(?=(?:in|được|phải|có|cỡ|kích|định|màu|khổ)\s)"
)
"""A thing, and how it looks."""


def name_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The words that name a paper: up to its form, its source, its contents or a condition."""
    kind = kind_end(text, start, end)
    for match in _NAME_END.finditer(text, kind, min(end, kind + _LONGEST)):
        if _is_inside(text, start, match.start(), end):
            continue
        stop = _before_signs(text, kind, match.start())
        if stop - kind >= _SHORTEST:
            return start, _without_open_bracket(text, start, stop)
    return start, end


def _is_inside(text: str, start: int, at: int, end: int) -> bool:
    """Whether a name goes on after what would end it: in a bracket, after one, or "hoặc bản sao …",
    which names one more thing.
    """
    if text[at] == "(":
        return bool(GOES_ON.match(text, at, end) or _EXPLAINS.match(text, at, end))
    denied = _DENIED.search(text, max(start, at - 12), at)
    if _A_COPY.match(text, at) and _MAKES.search(text, max(start, at - 16), at):
        return True
    if denied or _in_bracket(text, start, at) or is_object(text, at):
        return True
    following = kind_end(text, at, end)
    return (
        at < following < end
        and opens_paper(text, following)
        and _JOINS.search(text, max(start, at - 8), at) is not None
    )


def is_object(text: str, at: int) -> bool:
    """Whether "đối với" at a position names what a paper is about, and not who needs it."""
    if _TOWARDS.match(text, at) is None:
        return False
    if _DUTY.search(text, max(0, at - 60), at):
        return True
    return bool(_OBJECT.match(text, at) or _GOVERNS.search(text[max(0, at - 24) : at].rstrip()))


def _in_bracket(text: str, start: int, at: int) -> bool:
    """Whether a position stands in a bracket that opened in the name and is closed later."""
    bracket = text.rfind("(", start, at)
    return bracket >= 0 and text.find(")", bracket, at) < 0 and text.find(")", at, at + 300) >= 0


def _before_signs(text: str, start: int, end: int) -> int:
    """The end of words before white space, with a comma or bracket in it."""
    bare = text[start:end].rstrip()
    if bare.endswith((",", "(")):
        bare = bare[:-1].rstrip()
    return start + len(bare)


def _without_open_bracket(text: str, start: int, end: int) -> int:
    """The end of a name before a bracket that it would leave open, and before a lone "hoặc"."""
    bracket = text.rfind("(", start, end)
    if bracket > start + _SHORTEST and ")" not in text[bracket:end]:
        end = bracket
    bare = text[start:end].rstrip(" ,:;-–")
    return start + len(bare.removesuffix(" hoặc").removesuffix(" và"))


@lru_cache(_KINDS)
def kind_end(text: str, start: int, end: int) -> int:
    """Where "Bản chính hoặc bản sao có chứng thực" ends, and what it is a copy of begins."""
    at = start
    while match := _KIND.match(text, at, end):
        at = match.end()
    return at


def is_kind_alone(text: str, start: int, end: int) -> bool:
    """Whether words say of what kind a copy is, perhaps when, and not of what."""
    kind = kind_end(text, start, end)
    return kind >= end - 1 or (kind > start and IF_CASE.match(text, kind, end) is not None)


def goes_on_about(text: str, first: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether words tell how the thing named first looks: "Ảnh có chú thích; ảnh in trên giấy"."""
    thing = _THING.match(text, *span)
    return thing is not None and text[slice(*first)].lower().startswith(thing["thing"])
