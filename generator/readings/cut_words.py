"""Words cut where a unit of sense ends, with "…" where they go on."""

import re

from generator.readings.alternation import guarded

_LEAST = 0.5
"""The part of the width that a cut leaves at least."""
_LEAST_WORDS = 4
"""Syllables that a cut leaves at least, if the width has them: fewer name no paper."""
_END = re.compile(
    r",?\s(?=(?:hoặc|và|hay|của|theo|đối với|trong|để|do|tại|cho|khi|nếu|trừ|gồm|bao gồm|kèm|được"
    r"|có|với|về|giữa|từ|thuộc|liên quan|làm|phục vụ|đề nghị|phải|mà|nhằm|đã|chứng minh|quy định"
    r"|ban hành)(?!\w))"
    r"|\s(?=\()|[,;:](?=\s)",
    re.I,
)
_LIST_SIGN = re.compile(r"[,;]")
_OPEN_END = guarded(
    "bcđhklmnpqtvở",
    r"(?<!\w)(?:phải|thì|kèm|theo|được|có|ban hành|quy định|đã|và|hoặc|của|với|các|những|là|để"
    r"|không|đối|liên|về|tại|trong|một|ở|thuộc|cho|như|nếu|khi|nhằm|bằng|trường hợp|có nội dung)\Z",
    re.I,
)
"""A word that what was cut off belongs to."""
_LONGEST_OPEN_END = 11
"""Characters of the longest of them."""
_BRACKET = re.compile(
    r"\s{0,4}\((?!(?:nếu|đối với|chỉ|trừ|ngoại trừ|trong trường hợp|trường hợp|khi|áp dụng"
    r"|dành cho)(?!\w))(?![^()]{0,300}?(?<!\w)(?:chứng thực|công chứng|bản (?:gốc|chính|sao)"
    r"|hợp pháp hóa|không|chưa|miễn)(?!\w))[^()]{12,}\)",
    re.I,
)
"""A bracket that can be left out: it says neither who needs the paper nor which copy of it."""
_CASE_IN = re.compile(
    r"[,;]\s{1,3}(?P<case>(?:chỉ )?(?:nếu(?! (?:có|rõ)(?!\w))|đối với|(?:trong )?trường hợp)(?!\w)"
    r"[^()]{1,300})\)\Z",
    re.I,
)
_GIVEN_IN_CASE = re.compile(
    r"\s{0,4}\((?:do |sử dụng |(?=[^()\d]{3,80}? cấp cho ))[^()]{0,300}?"
    r"(?P<case>(?:đối với|trong) (?:các |những )?trường hợp(?! (?:này|trên)(?!\w))"
    r"[^()]{1,300})\)\Z",
    re.I,
)
"""A bracket on who gives a paper, or its use, up to the case in which that is done."""
_CHOOSES = re.compile(r"(?<=nếu )người [^,;]{0,40}?(?:lựa )?chọn ", re.I)
"""Who chooses a way of filing, before which way it is."""
_OFFICE_LOOKS = re.compile(
    r"\s{0,4}\((?=(?:cơ quan|cán bộ|công chức)\s[^()]{0,90}khai thác)"
    r"(?![^()]{0,900}không (?:phải|cần|yêu cầu)(?!\w))[^()]{12,}\)",
    re.I,
)
"""A bracket on what an office looks up itself, though papers are named in it."""
_UNTOLD = re.compile(
    r"(?<!\w)(?:giấy xác nhận|giấy tờ|văn bản|quyết định|tài liệu|xác nhận|ý kiến)(?: tương đương)?"
    r"(?: xác nhận| chấp thuận| chứng minh)?(?: bằng văn bản)? của (?:các )?"
    r"(?:cơ quan|tổ chức|cấp)(?:, tổ chức)?(?: nhà nước| quản lý)?(?: có thẩm quyền)?\Z"
    r"|(?<!\w)(?:các|những|loại) (?:giấy tờ|tài liệu|văn bản)(?: theo)?\Z"
    r"|(?<!\w)hoặc (?:giấy tờ|tài liệu|văn bản|quyết định)\Z",
    re.I,
)
"""The end of a name that tells only that some authority wrote the paper, or that papers follow."""
WRITER_ALONE = re.compile(
    r"(?:\W{0,3}\w{1,3}[.)] )?…?(?:các |bản (?:sao|chính|gốc) )?(?:(?:văn bản|quyết định|nghị quyết"
    r"|tài liệu|biên bản|công văn)(?: hoặc )?){1,2} của "
    r"(?![^,;:]*(?<!\w)(?:về (?=\w)|thông qua|đề nghị|chấp thuận|xác nhận|cho phép|cử|cam kết"
    r"|chứng minh|đồng ý|phê duyệt|giao|công nhận|bổ nhiệm|ủy quyền|nêu)(?!\w))[^,;:]+",
    re.I,
)
"""A name that tells who wrote a paper, and not what for."""
_FURTHER = 70
"""Characters by which such a name goes on."""
_DENIES = re.compile(r"(?<!\w)(?:thì )?(?:không|chưa|miễn|ngoại trừ|trừ)(?!\w)", re.I)
"""A word that turns what follows it in its sentence into the contrary."""
_SENTENCE_END = re.compile(r"[.;]\s")
_AT_END = " ,.;:–-(/"
_BROKEN_SOURCE = re.compile(
    r"[\s,]{0,4}(?:(?:tại|của|theo)\s)?(?:nghị định|thông tư|luật|quyết định)(?:\ssố)?\Z", re.I
)
"""A source that lost its number in a cut."""


def cut_at_sense(text: str, width: int) -> str:
    """A text of `width` characters at most: without its brackets, then up to a unit of sense.

    >>> cut_at_sense("Giấy phép nuôi ong của hộ gia đình", 20)
    'Giấy phép nuôi ong…'
    """
    if len(text) <= width:
        return text.rstrip(_AT_END)
    text = without_brackets(text)
    if len(text) <= width:
        return _without_open_end(text)
    ends = [
        match
        for match in _END.finditer(text, int(width * _LEAST), width)
        if text.count("(", 0, match.start()) == text.count(")", 0, match.start())
    ]
    ends = [match for match in ends if not _LIST_SIGN.match(match[0])] or ends
    cut = ends[-1].start() if ends else text.rfind(" ", 0, width)
    kept = _without_open_end(text[: cut if cut > 0 else width - 1])
    kept = _without_open_end(_BROKEN_SOURCE.sub("", kept))
    if _UNTOLD.search(kept) or WRITER_ALONE.fullmatch(kept):
        return cut_at_sense(text, max(width, len(kept)) + _FURTHER)
    if len(kept.split()) < _LEAST_WORDS:
        kept = text[: max(text.rfind(" ", 0, width), 0) or width - 1].rstrip(_AT_END)
    return f"{kept}…"


def denial_between(text: str, start: int, end: int) -> str:
    """What a cut leaves out between two places, from the word on that denies what follows it.

    >>> denial_between("Ai có ong giống thì không phải nộp đơn", 5, 31)
    'thì không phải '
    """
    left = text[min(start, end) : end]
    sentences = [0, *(one.end() for one in _SENTENCE_END.finditer(left))]
    denies = _DENIES.search(left, sentences[-1])
    return left[denies.start() :] if denies else ""


def without_brackets(text: str) -> str:
    """A text without the brackets that explain it; those on who needs the paper stay."""
    return _BRACKET.sub(_case_in, _OFFICE_LOOKS.sub("", text))


def _case_in(bracket: re.Match[str]) -> str:
    """For whom a paper is, where a bracket that explains it ends with that."""
    case = _CASE_IN.search(bracket[0]) or _GIVEN_IN_CASE.match(bracket[0])
    return f" ({_CHOOSES.sub('… ', case['case'])})" if case else ""


def _without_open_end(text: str) -> str:
    """A text without signs and words at its end that lead to what was cut off."""
    bare = text.rstrip(_AT_END)
    while open_end := _OPEN_END.search(bare, max(0, len(bare) - _LONGEST_OPEN_END)):
        bare = bare[: open_end.start()].rstrip(_AT_END)
    return bare
