"""The words of a paper as a list shows them: all that is said, without where a form is printed.

What is left out names the document that a form or rule stands in ("ban hành kèm theo Thông tư số
…", "theo quy định của pháp luật"): it changes neither what the paper is nor who needs it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

_NUMBER = r"(?:số\s?)?\d[\w./-]{0,40}(?:(?<=-) [A-ZĐ]{2,10}| -[A-ZĐ]{2,10})?"
_DOCUMENT = (
    r"(?:(?:thông tư(?: liên tịch)?|nghị định|quyết định|nghị quyết|pháp lệnh|bộ luật|luật|tt|nđ"
    rf"|qđ)\s{_NUMBER}|(?:thông tư|nghị định|quyết định|nghị quyết) này)"
)
_DAY = r"ngày ?\d{1,2}(?:\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}| tháng \d{1,2}(?: năm \d{4})?)"
_MINISTRY = (
    r"(?:quốc phòng|công an|tài chính|nội vụ|y tế|xây dựng|công thương|tư pháp|ngoại giao"
    r"|khoa học và công nghệ|nông nghiệp và môi trường|nông nghiệp và phát triển nông thôn"
    r"|tài nguyên và môi trường|giáo dục và đào tạo|văn hóa, thể thao và du lịch"
    r"|dân tộc và tôn giáo"
    r"|giao thông vận tải|thông tin và truyền thông|lao động - thương binh và xã hội"
    r"|kế hoạch và đầu tư)"
)
_ISSUER = (
    r"của (?:bộ trưởng |thủ tướng |thống đốc |chủ tịch |hội đồng thẩm phán )?"
    rf"(?:chính phủ|quốc hội|bộ {_MINISTRY}|ngân hàng nhà nước(?: việt nam)?"
    r"|(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân|hđnd|hội đồng nhân dân) (?:tỉnh|thành phố)"
    r"(?: (?!ban|quy|về|và|ngày|sửa|hướng)\w+){1,3})"
)
_PLACE = (
    r"(?:(?:khoản|điều|điểm|mục|chương)(?: số)?(?= \d| [ivx]{1,6}\b| [a-zđ]\d?\b)"
    r"|phần|phụ lục)(?: số)?"
    r"(?: (?:(?!\d{1,3}(?:thông|nghị|quyết|ban|kèm))\d[\w./]{0,12}"
    r"|[ivx]{1,6}[a-h]?(?:[.-]\d{1,2})?|[a-zđ](?:\d|\.\d)?))?"
    r"(?:\s(?:[-–] )?(?:danh mục|mẫu biểu) hồ sơ khai thuế)?"
)
_LINK = (
    r"(?:(?:được )?ban hành(?: kèm)?(?: theo| tại)?|(?:được )?quy định(?: tại| trong)?"
    r"|kèm theo|tại|của|theo|thuộc|trong|và|các)"
)
_PIECE = re.compile(
    rf"[\s,]{{0,3}}(?:(?P<document>{_DOCUMENT})|(?P<day>{_DAY})|(?P<issuer>{_ISSUER})"
    rf"|(?P<place>{_PLACE})|(?P<link>{_LINK}))(?![\w/])",
    re.I,
)
"""A part of the words that say where something is printed."""
_OPENS = re.compile(
    r"[\s,]{1,3}(?:(?:được )?ban hành (?:kèm )?theo|(?:được )?ban hành tại|(?:được )?quy định tại"
    r"|kèm theo (?=phụ lục|thông tư|nghị định|quyết định|nghị quyết)|theo quy định tại"
    r"|(?:tại |của |thuộc )?phụ lục(?! lục)|(?:tại|của|theo|trong) (?=thông tư|nghị định|quyết định"
    r" số|nghị quyết)|ngày ?(?=\d)|của (?=bộ|chính phủ|thủ tướng))",
    re.I,
)
"""Words that may begin to say where something is printed."""
_FORM = re.compile(
    r"(?<!\w)(?:mẫu|biểu mẫu|phụ lục)(?: số)?(?: thống nhất)?(?: [\w./-]{0,16}\d[\w./-]{0,12}"
    r"| [A-Z]{1,3})?\Z",
    re.I,
)
"""A form, with its number, that is printed somewhere."""
_FORM_ALONE = re.compile(
    r"[\s*+–-]{0,6}(?:theo )?(?:mẫu|biểu mẫu|phụ lục)(?: số)?(?: [\w./-]{1,16})?[.;,]?", re.I
)
"""The number of a form, which only its document tells from others."""
_FORM_OPENS = re.compile(
    r"(?:\A|[.;:]\s)[\s*+–-]{0,6}(?:mẫu|biểu mẫu)(?: \w{1,5}){0,2}(?: số)?(?: [\w./-]{1,20})?"
    r"(?: phụ lục [\w./-]{1,8})?[\s,]{0,3}\Z",
    re.I,
)
"""A form that is all that its words name: what follows its document is what the form is about."""
_AN_ANNEX = re.compile(r"(?<!\w)phụ lục(?: số)? [\w./-]{1,8}\Z", re.I)
_NEXT_ANNEX = re.compile(r"(?:,|,? và)\sphụ lục(?!\w)", re.I)
"""A further annex behind one that stays: both tell whom or what the words are about."""
_A_DOCUMENT = re.compile(rf"{_DOCUMENT}\Z", re.I)
_ABOUT = re.compile(
    r"\s(?:(?:ban hành )?quy định|hướng dẫn|sửa đổi(?:, bổ sung)?|về việc|về)(?!\w)"
    r"[^;:.()]{0,400}(?=[;.()]|\Z)",
    re.I,
)
"""What a document is about, after its number and day."""
_TITLE = re.compile(r"\s(?:(?:ban hành )?quy định(?! tại)|hướng dẫn|sửa đổi)(?!\w)", re.I)
"""How what a document is about begins."""
_CHANGES = re.compile(
    r"(?<!\w)(?:đối với|trường hợp|nếu|khi|trừ|kèm|hoặc|bản"
    r"|đính|mỗi|số lượng|nêu rõ|trong đó|theo)(?!\w)"
    r"|(?:,|(?<!\w)và)\s(?:\w+\s){0,1}?(?:giấy|văn bằng|chứng (?:chỉ|từ|minh)|đơn|tờ|hồ sơ|tài liệu"
    r"|ảnh|báo cáo|biên bản|sổ|thẻ|hợp đồng|danh (?:sách|mục)|văn bản|phiếu|có|do|được|phải|gồm"
    r"|đã|của|hai|sơ đồ|dữ liệu|file|tệp|\d{1,2}\s)(?!\w)",
    re.I,
)
"""Words behind which more than a document's title follows."""
_NEEDED = re.compile(
    r"(?<!\w)(?:trường hợp|đối tượng|người|tổ chức|cá nhân|cơ sở|điều kiện|yêu cầu|nội dung|không"
    r"|hoạt động|dự án|công trình|đất|giấy tờ|tài liệu|văn bản|hồ sơ|chứng từ|loại|các|khoản|điểm"
    r"|thuộc|diện|liên quan|khác|là|được|đúng|phải|theo|và|hoặc|tại|ngoài|hành vi|danh mục"
    r"|thực hiện)\Z",
    re.I,
)
"""Words that only what follows tells apart."""
_BY_LAW = re.compile(
    r"[\s,]{1,3}(?:theo|đúng) quy định(?: (?:hiện hành|của pháp luật(?: (?:hiện hành|việt nam"
    r"|có liên quan))?))?(?=\s{0,2}(?:[,;:.()]|\Z))"
    r"|[\s,]{1,3}(?:theo|đúng) quy định của pháp luật về [^,;:.()]{1,50}(?=\s{0,2}(?:[;:.()]|\Z))",
    re.I,
)
_OF_CASE = re.compile(r"(?<!\w)(?:trường hợp|nếu)(?!\w)[^,;:.()]{0,90}\Z", re.I)
"""A case goes on up to what follows: which rule it is of may be all that tells it apart."""
_DENIES = re.compile(r"(?<!\w)(?:không|chưa)(?!\w)[^,;:.()]*\Z", re.I)
"""What the words of a rule deny ("không được thành lập theo …") is another thing without them."""
_CHEAP = re.compile(r"quy định|ban hành|phụ lục|thông tư|nghị định|nghị quyết|ngày ?\d", re.I)
_EMPTY = re.compile(r"\s{0,2}\(\s{0,2}\)")
_GAP = re.compile(r"\s{1,3}(?=[,;:.)])")
_TELLS_RULE = re.compile(r"[\s,]{1,3}(?:(?:được )?ban hành|theo quy định)", re.I)
_NEAR, _NEAR_CASE = 40, 100
"""Characters before words in which it stands what they belong to, and of what case they are."""
_MOST_PIECES = 24
_TEXTS = 1 << 10


@lru_cache(_TEXTS)
def without_sources(text: str) -> str:
    """A text without the words that say where its forms and rules are printed.

    >>> without_sources("Đơn theo Mẫu số 02 ban hành kèm theo Thông tư số 1/2026/TT-BYT (01 bản)")
    'Đơn theo Mẫu số 02 (01 bản)'
    """
    if not _CHEAP.search(text):
        return text
    kept, at = [""], 0
    while opens := _OPENS.search(text, at):
        before = text[max(at, opens.start() - _NEAR_CASE) : opens.start()]
        if len(before) < _NEAR_CASE:
            before = kept[-1][-_NEAR_CASE:] + before
        end = _left_out(text, before, opens)
        cut = opens.start() if end > opens.start() else opens.end()
        kept.append(text[at:cut])
        at = max(end, opens.end())
    kept.append(text[at:])
    bare = _GAP.sub("", _EMPTY.sub("", _BY_LAW.sub(_unless_needed, "".join(kept)))).strip()
    return text if _FORM_ALONE.fullmatch(bare) else bare


def _unless_needed(by_law: re.Match[str]) -> str:
    """Nothing, or "theo quy định" where it belongs to the words before it."""
    before = by_law.string[max(0, by_law.start() - _NEAR) : by_law.start()]
    return by_law[0] if _is_needed(before) else ""


def _is_needed(before: str) -> bool:
    """Whether words do not tell what they mean without the rule that follows."""
    near = before[-_NEAR:]
    return _NEEDED.search(near) is not None or _DENIES.search(near) is not None


def _left_out(text: str, before: str, opens: re.Match[str]) -> int:
    """Where the words that begin with a match end; its own start when they are needed."""
    start, pieces = opens.start(), list(islice(_pieces(text, opens.start()), _MOST_PIECES))
    ends = [piece.end() for piece in pieces if piece.lastgroup != "link"]
    if not ends:
        return start
    kinds = {piece.lastgroup for piece in pieces}
    is_this = text.endswith("này", 0, ends[-1])
    is_titled = not is_this and not _FORM_OPENS.search(before)
    end = _after_title(text, ends[-1]) if "document" in kinds and is_titled else ends[-1]
    if _TITLE.match(text, end):
        return start
    before = before.rstrip(" ,")
    if _NEXT_ANNEX.match(text, start) and _AN_ANNEX.search(before):
        return start
    if kinds <= {"day", "issuer", "link"}:
        return end if _A_DOCUMENT.search(before) else start
    if _FORM.search(before):
        return end
    tells_rule = _TELLS_RULE.match(opens[0]) is not None and "document" in kinds
    needed = _is_needed(before) or _OF_CASE.search(before)
    return end if tells_rule and not needed else start


def _pieces(text: str, at: int) -> Iterator[re.Match[str]]:
    while piece := _PIECE.match(text, at):
        at = piece.end()
        yield piece


def _after_title(text: str, end: int) -> int:
    """The end of a document's words, what it is about included."""
    about = _ABOUT.match(text, end)
    if about is None or _CHANGES.search(about[0]):
        return end
    return end + len(about[0].rstrip())
