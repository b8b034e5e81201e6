"""The case in which a paper is needed, as the words after its name tell it."""

import re

from generator.readings.alternation import guarded
from generator.readings.paper_names import GOES_ON, IF_CASE, is_object, kind_end
from generator.readings.paper_words import opens_paper

_IF = guarded(
    "(ácdđknt",
    r"\(?(?<!\w)(?:nếu có|trong trường hợp|đối với(?:\s{1,4}\w+){0,2}?|trường hợp"
    r"|(?:ngoại )?trừ trường hợp|nếu|(?:chỉ |không )?áp dụng (?:đối với|cho)"
    r"|(?:chỉ )?dành cho)(?!\w)",
    re.I,
)
_TIMED = re.compile(
    r"\((?:chỉ(?!\w)|mỗi\s[^()]{1,40}(?<!\w)chỉ(?!\w)|khi(?!\w)"
    r"|kèm theo\s[^()]{1,60}(?<!\w)(?:đầu tiên|lần đầu|quý|tháng)(?!\w)|(?:nộp|gửi)\s[^()]{0,40}"
    r"(?<!\w)(?:khi|lần đầu|đầu tiên|trước ngày|sau ngày)(?!\w))",
    re.I,
)
"""A bracket that says when, or how often, a paper is handed in."""
_JOINED = re.compile(
    r"(?<!\w)(?:thuộc|rõ|các|những|trong|của|theo|từng|tùy|tuỳ|mọi|cho|một|từ|với|tại|vào|hợp)\Z",
    re.I,
)
"""Words after which "trường hợp" is what a paper is about, not when it is needed."""

_COPY_ENDS = re.compile(
    r"bản\s{1,4}(?:chính|gốc|sao|chụp|giấy|điện tử)(?:\s{1,4}điện tử)?\s{0,4}[,(]?\s{0,4}\Z", re.I
)
_FILED = re.compile(r"[^.;,)]{0,60}?(?<!\w)(?:nộp|gửi)(?!\w)", re.I)
_WAY = re.compile(
    r"\((?:nếu|(?:đối với |trong )?trường hợp|đối với)[^();]{0,30}?\s(?:nộp|gửi)[^();]{0,20}?\s"
    r"(?:trực tuyến|trực tiếp|qua|trên môi trường)(?!\w)",
    re.I,
)
_OTHER_FORM = re.compile(r"(?<!\w)hoặc\s[^;()]{0,160}\Z", re.I)
_SENTENCE = re.compile(r"[.;](?=\s)")
_OR = re.compile(r"[,;]?\s{0,4}(?<!\w)hoặc\s{1,4}(?=\w)", re.I)
_OF_FORM = re.compile(
    r"\(?(?:nếu|(?:trừ |trong )?trường hợp)\s[^.;,()]{0,30}?(?<!\w)(?:(?:nộp|là|gửi) bản sao"
    r"|hợp pháp hóa lãnh sự)(?!\w)",
    re.I,
)
"""A case in which a copy has another form, not one in which a paper is needed."""
_WITH = re.compile(r"(?<!\w)kèm(?!\w)[^;]{0,160}\Z|:[^;:,]{0,160},[^;:]{0,160}\Z", re.I)
"""Words after which "nếu có" is said of what comes with a paper, or of the last of several."""
_HOW = re.compile(r"(?<!\w)phải (?:gửi|kèm|ghi|nêu|có|được|dịch|gửi kèm)(?!\w)", re.I)
"""What a bracket asks of a paper."""
_COMES_WITH = re.compile(
    r"(?<!\w)kèm theo\s(?:dự toán|danh sách|bản dịch|tài liệu|báo cáo|văn bản|giấy|bản|hồ sơ)"
    r"(?!\w)[^;:.()]{0,300}\Z",
    re.I,
)
"""Words after which a condition is said of what comes with a paper."""
_TELLS = re.compile(
    r"(?<!\w)(?:trong đó|nêu rõ|ghi rõ|thể hiện|bao gồm|gồm (?:các |những )?nội dung)(?!\w)", re.I
)
"""Words after which the contents of a paper follow."""
_LAST_OF_IT = re.compile(
    rf"{_TELLS.pattern}[^;]{{0,600}}\Z"
    r"|(?:,|(?<!\w)và)\s{1,4}(?:(?:các|những)\s{1,4})?(?:giấy tờ|tài liệu|văn bản|hồ sơ|chứng từ)"
    r"(?:,\s{1,4}(?:giấy tờ|tài liệu|văn bản))?\s{1,4}(?:có\s{1,4})?(?:khác|liên quan|kèm theo)"
    r"[^;,]{0,60}\Z"
    r"|(?<=đơn )đề nghị\s[^;:]{4,160}\svà\s[^;:,()]{2,40}\Z",
    re.I,
)
"""Words after which "nếu có" is said of what a paper tells, of what an application asks for last,
or of other papers beside it.
"""
_OTHER = re.compile(r"(?<!\w)hoặc |[.;]\s{1,4}(?:[-+]\s{0,4})?(?=\w)")
_REACH = 1000
"""Characters of a paper in which its cases are looked for."""
_IF_ANY = re.compile(r"\(?nếu có\)?[\s.;,]{0,6}\Z", re.I)
_IF_ANY_OF_PART = re.compile(
    r"\(nếu có\)\s{1,4}(?:để|về|của|với|trong|tại|mà|đã|từ|giữa|cho|thuộc|gửi|đến)\s", re.I
)
"""A bracket in the middle of a name, which goes on after it."""
_SEVERAL = re.compile(r",\s|(?<!\w)và(?!\w)")
_FULL_STOP = re.compile(r"\.\s{1,4}(?=\w)")
_FREED = re.compile(
    r"(?:(?:riêng )?(?:trong )?trường hợp|nếu|đối với)(?!\w)[^.;]{1,400}?(?<!\w)(?:không phải"
    r" (?:nộp|xuất trình|cung cấp|gửi|có)|được thay thế bằng dữ liệu)(?!\w)",
    re.I,
)
"""A sentence that frees some readers from the paper before it."""


def condition_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words after a paper's name that say when it is needed; None when it always is.

    Of later sentences only one that frees some readers is read: any other "Trường hợp …" is about
    how, not whether. A paper that is another one in other cases ("A đối với …, hoặc B đối với …")
    is always needed.
    """
    if is_by_case(text, start, end):
        return None
    stop, in_parts = _sentence_stop(text, start, end), False
    after = max(start + 1, kind_end(text, start, end))
    for match in _IF.finditer(text, after, stop):
        if not match[0].startswith("(") and not _starts_clause(text, match.start()):
            continue
        if is_object(text, match.start()) or _OF_FORM.match(text, match.start(), stop):
            continue
        if _asks_either(text, match, stop):
            return match.start(), stop
        if _is_of_part(text, match.start(), stop) or _is_of_copy(text, match.start()):
            in_parts = True
            continue
        if _is_of_way(text, start, match.start(), stop):
            in_parts = True
            continue
        if (in_parts and match[0].startswith("(")) or _is_of_addition(text, after, match):
            continue
        if _is_instruction(text, match.start(), stop):
            continue
        return _whole_condition(text, match.start(), stop)
    return _timed(text, after, stop) or _freed(text, stop, end) or _if_any(text, after, stop, end)


def is_by_case(text: str, start: int, end: int) -> bool:
    """Whether words name one paper for some readers and another one for others."""
    if text.lower().count("đối với") < 2:
        return False
    cases = [
        match.start()
        for match in _IF.finditer(text, start + 1, min(end, start + _REACH))
        if "đối với" in match[0].lower() and not is_object(text, match.start())
    ]
    if len(cases) < 2:
        return False
    others = _OTHER.finditer(text, cases[0], cases[-1])
    return any(other[0] == "hoặc " or opens_paper(text, other.end()) for other in others)


def _whole_condition(text: str, at: int, stop: int) -> tuple[int, int]:
    """A condition up to its end, with the other paper that follows it in another case."""
    end = _clause_stop(text, at, stop)
    other = _OR.match(text, end, stop)
    return (at, stop) if other and opens_paper(text, other.end()) else (at, end)


def _asks_either(text: str, match: re.Match[str], stop: int) -> bool:
    """Read "(nếu …) hoặc Giấy … (nếu …)": whoever is in neither case brings none."""
    if not match[0].lower().startswith("(nếu") or match[0].lower() == "(nếu có":
        return False
    other = _OR.match(text, _clause_stop(text, match.start(), stop), stop)
    return other is not None and text.find("(nếu", other.end(), stop) >= 0


def _timed(text: str, start: int, stop: int) -> tuple[int, int] | None:
    match = _TIMED.search(text, start, stop)
    return (match.start(), _clause_stop(text, match.start(), stop)) if match else None


def _freed(text: str, stop: int, end: int) -> tuple[int, int] | None:
    """The sentence right after the first that frees some readers."""
    at = stop + 1
    while at < end and text[at].isspace():
        at += 1
    match = _FREED.match(text, at, end)
    return (at, _sentence_stop(text, match.end(), end)) if match else None


def _if_any(text: str, first: int, start: int, end: int) -> tuple[int, int] | None:
    """The last words, "(nếu có)", of a paper that is named after a semicolon."""
    match = _IF_ANY.search(text, max(start, end - 20), end)
    if match is None or _FULL_STOP.search(text, start, match.start()):
        return None
    return None if _TELLS.search(text, first, start) else (match.start(), end)


def _is_of_part(text: str, at: int, stop: int) -> bool:
    """Whether a condition belongs to one of several things named: more of them follow its bracket,
    or it stands in a bracket itself.
    """
    if text[at] == "(":
        return bool(GOES_ON.match(text, at, stop) or _is_of_last(text, at, stop))
    bracket = text.rfind("(", max(0, at - 300), at)
    return bracket >= 0 and text.find(")", bracket, at) < 0 and text.find(")", at, stop) >= 0


def _is_of_last(text: str, at: int, stop: int) -> bool:
    """Whether a bracket in the middle of a name is said of the last of several: "B (nếu có) về"."""
    several = _SEVERAL.search(text, max(0, at - 100), at)
    return several is not None and _IF_ANY_OF_PART.match(text, at, stop) is not None


def _is_of_addition(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether "nếu có" is not said of the paper itself: "đơn kèm theo ảnh (nếu có)"."""
    if _COMES_WITH.search(text, start, match.start()):
        return True
    if "nếu có" not in match[0].lower():
        return False
    if _WITH.search(text, max(start, match.start() - 160), match.start()):
        return True
    return _LAST_OF_IT.search(text, start, match.start()) is not None


def _is_instruction(text: str, at: int, stop: int) -> bool:
    """Whether a bracket tells some readers how to write or send a paper that all of them bring."""
    end = _clause_stop(text, at, stop)
    return text[at] == "(" and _HOW.search(text, at, end) is not None


def _is_of_copy(text: str, at: int) -> bool:
    """Whether words say in which form a paper is filed: "bản sao điện tử khi nộp trực tuyến"."""
    return bool(_COPY_ENDS.search(text, max(0, at - 40), at) and _FILED.match(text, at))


def _is_of_way(text: str, start: int, at: int, stop: int) -> bool:
    """Whether a bracket tells which of two forms a way of filing needs: "A hoặc A điện tử (…)"."""
    if text[at] != "(" or _WAY.match(text, at, stop) is None:
        return False
    return _OTHER_FORM.search(text, max(start, at - 160), at) is not None


def _starts_clause(text: str, at: int) -> bool:
    """Whether words limit a paper to some readers, and do not end what stands before them."""
    before = text[max(0, at - 40) : at].rstrip()
    if before[-1:] in ",;)":
        return True
    if _JOINED.search(before[-16:]):
        return False
    return IF_CASE.match(text, at) is not None or text[at : at + 8].lower() == "đối với "


def _sentence_stop(text: str, start: int, end: int) -> int:
    match = _SENTENCE.search(text, start, end)
    return match.start() if match else end


def _clause_stop(text: str, start: int, stop: int) -> int:
    if text[start] != "(":
        return stop
    depth = 0
    for at in range(start, stop):
        depth += (text[at] == "(") - (text[at] == ")")
        if not depth:
            return at + 1
    return stop
