"""The short name of a paper among its words, and the case in which it is needed."""

import re

from generator.readings.paper_words import opens_paper

_NAME_END = re.compile(
    r"(?<!\w)(?:theo\s{1,4}(?:\w+\s{1,4})?(?:mẫu|quy định|biểu mẫu|phụ lục)"
    r"|(?:được\s{1,4})?(?:ban hành|quy định)\s{1,4}(?:kèm|tại|theo)"
    r"|trong đó|trong trường hợp|đối với|trừ trường hợp|bao gồm|gồm|kèm theo|nếu có"
    r"|do\s{1,4}\w+\s{1,4}\w+\s{1,4}(?:ban hành|quy định)|cụ thể"
    r"|bản chính|bản sao|bản gốc|bản chụp|mẫu số|có (?:công chứng|chứng thực))(?!\w)"
    r"|[;:.](?=\s|\Z)|(?<=\s)\((?!\d)",
    re.I,
)
_GOES_ON = re.compile(
    r"\([^()]{0,300}\)\s{0,4}(?:,?\s{0,4}(?:hoặc|và|hay)\s"
    r"|,\s{1,4}(?!trừ|theo|kèm|được|do|có|gồm|nếu|trong|bản|đối với|ban hành|quy định|\d)\w)",
    re.I,
)
"""A bracket in the middle of a name: "bên thuê (khi cho thuê), bên cho thuê (khi thuê)"."""
_EXPLAINS = re.compile(
    r"\([^()]{0,200}\)\s{1,4}(?:của|về|để|giữa|do|tại|cho|thuộc|trong|từ|đã|gửi)\s", re.I
)
"""A bracket that explains a word of a name: "quyền (sở hữu, sử dụng) của bên cho thuê"."""
_JOINS = re.compile(r"(?:hoặc|và|,)\s{1,4}\Z", re.I)
_LONGEST = 600
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
_IF = re.compile(
    r"\(?(?<!\w)(?:nếu có|trong trường hợp|đối với(?:\s{1,4}\w+){0,2}?|trường hợp|trừ trường hợp"
    r"|nếu|áp dụng (?:đối với|cho))(?!\w)",
    re.I,
)
_IF_CASE = re.compile(
    r"(?:đối với|trong)?\s{0,4}(?:các\s{1,4})?trường hợp|trừ trường hợp|nếu|áp dụng", re.I
)
_JOINED = re.compile(
    r"(?<!\w)(?:thuộc|rõ|các|những|trong|của|theo|từng|tùy|tuỳ|mọi|cho|một|từ|với|tại|vào|hợp)\Z",
    re.I,
)
"""Words after which "trường hợp" is what a paper is about, not when it is needed."""

_COPY_ENDS = re.compile(
    r"bản\s{1,4}(?:chính|gốc|sao|chụp|giấy|điện tử)(?:\s{1,4}điện tử)?\s{0,4}[,(]?\s{0,4}\Z", re.I
)
_FILED = re.compile(r"[^.;,)]{0,60}?(?<!\w)(?:nộp|gửi)(?!\w)", re.I)
_SENTENCE = re.compile(r"[.;](?=\s)")


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
        return bool(_GOES_ON.match(text, at, end) or _EXPLAINS.match(text, at, end))
    if _in_bracket(text, start, at):
        return True
    following = kind_end(text, at, end)
    return (
        at < following < end
        and opens_paper(text, following)
        and _JOINS.search(text, max(start, at - 8), at) is not None
    )


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


def kind_end(text: str, start: int, end: int) -> int:
    """Where "Bản chính hoặc bản sao có chứng thực" ends, and what it is a copy of begins."""
    at = start
    while match := _KIND.match(text, at, end):
        at = match.end()
    return at


def is_kind_alone(text: str, start: int, end: int) -> bool:
    """Whether words say of what kind a copy is, perhaps when, and not of what."""
    kind = kind_end(text, start, end)
    return kind >= end - 1 or (kind > start and _IF_CASE.match(text, kind, end) is not None)


def condition_span(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words after a paper's name that say when it is needed; None when it always is.

    Only the first sentence is read: a later "Trường hợp …" is about how, not whether.
    """
    stop, in_parts = _sentence_stop(text, start, end), False
    for match in _IF.finditer(text, max(start + 1, kind_end(text, start, end)), stop):
        if not match[0].startswith("(") and not _starts_clause(text, match.start()):
            continue
        if _is_of_part(text, match.start(), stop) or _is_of_copy(text, match.start()):
            in_parts = True
            continue
        if in_parts and match[0].startswith("("):
            continue
        return match.start(), _clause_stop(text, match.start(), stop)
    return None


def _is_of_part(text: str, at: int, stop: int) -> bool:
    """Whether a condition belongs to one of several things named: more of them follow its bracket,
    or it stands in a bracket itself.
    """
    if text[at] == "(":
        return _GOES_ON.match(text, at, stop) is not None
    bracket = text.rfind("(", max(0, at - 300), at)
    return bracket >= 0 and text.find(")", bracket, at) < 0 and text.find(")", at, stop) >= 0


def _is_of_copy(text: str, at: int) -> bool:
    """Whether words say in which form a paper is filed: "bản sao điện tử khi nộp trực tuyến"."""
    return bool(_COPY_ENDS.search(text, max(0, at - 40), at) and _FILED.match(text, at))


def _starts_clause(text: str, at: int) -> bool:
    """Whether "đối với" limits; it only joins words but after signs or before "trường hợp"."""
    before = text[:at].rstrip()
    if before[-1:] in ",;)":
        return True
    return _IF_CASE.match(text, at) is not None and not _JOINED.search(before[-16:])


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
