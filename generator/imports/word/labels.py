"""The labels of the eleven parts of a procedure: their words, in front of which numbers stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class ContentPart(StrEnum):
    """The parts of a procedure in the order in which annexes print them."""

    STEPS = "steps"
    CHANNELS = "channels"
    DOSSIER = "dossier"
    TIME = "time"
    APPLICANTS = "applicants"
    AGENCIES = "agencies"
    RESULTS = "results"
    FEES = "fees"
    FORMS = "forms"
    CONDITIONS = "conditions"
    BASIS = "legal_basis"


_END = (
    r"(?:\s++(?:của\s++)?(?:thủ tục hành chính|tthc|thủ tục))?(?:\s*+\(nếu có\))?"
    r"(?=[:.;\s]|\Z)"
)
_ALONE = r"(?=\s*+(?:\(nếu có\)\s*+)?(?::|\Z))"
"""Behind names that sentences may begin with as well: they are labels when nothing follows them."""
_AND = r"\s*+(?:[,/]|(?:và|hoặc)\b)?\s*+"
_FEE = r"(?:lệ\s+)?phí"
_FORM = r"(?:biểu\s+mẫu|mẫu\s+(?:đơn|tờ\s+khai|biểu))"
_NAMES: dict[ContentPart, tuple[str, ...]] = {
    ContentPart.STEPS: (
        r"trình tự(?:,?\s*thủ tục)?\s+thực hiện",
        r"trình tự\s+(?:giải quyết|tiến hành)|(?:các\s+)?bước\s+(?:thực hiện|tiến hành)",
        r"trình tự|bạn làm gì",
    ),
    ContentPart.CHANNELS: (
        r"cách thức\s+(?:thực hiện|nộp hồ sơ)",
        r"(?:hình thức|cách)\s+(?:thực hiện|nộp(?:\s+hồ sơ)?)",
        r"cách thức|nộp ở đâu(?:,\s*bao lâu,\s*hết bao nhiêu)?",
    ),
    ContentPart.DOSSIER: (
        r"(?:thành phần,?(?:\s*và)?\s*số lượng|thành phần)\s+hồ sơ",
        rf"thành phần\s+hồ sơ{_AND}số lượng(?:\s+hồ sơ)?|(?:hồ sơ|giấy tờ)\s+(?:phải|cần)\s+nộp",
        r"(?:cần\s+)?chuẩn bị những gì",
    ),
    ContentPart.TIME: (
        r"th[ờò]i\s+(?:hạn|gian)\s+giải quyết",
        r"th[ờò]i\s+(?:hạn|gian)\s+thực hiện",
        r"th[ờò]i\s+hạn",
    ),
    ContentPart.APPLICANTS: (
        r"đối tượng\s+thực hiện",
        rf"(?:đối tượng|tổ chức{_AND}cá nhân|cá nhân{_AND}tổ chức)"
        r"\s+(?:được\s+)?(?:thực hiện|giải quyết)",
        r"đối tượng|ai được làm",
    ),
    ContentPart.AGENCIES: (
        r"cơ quan\s+(?:thực hiện|giải quyết)",
        r"cơ quan\s+(?:có\s+thẩm quyền\s+)?(?:thực hiện|giải quyết)",
    ),
    ContentPart.RESULTS: (
        r"kết quả\s+(?:của việc\s+)?(?:thực hiện|giải quyết)",
        r"kết quả\s+(?:nhận được|của)",
        r"kết quả",
    ),
    ContentPart.FEES: (
        r"(?:phí,?\s*lệ phí|lệ phí,?\s*phí|lệ phí|phí)",
        rf"(?:mức\s+(?:thu\s+)?)?{_FEE}(?:{_AND}{_FEE})?",
    ),
    ContentPart.FORMS: (
        r"tên\s+(?:các\s+)?mẫu\s+đơn,?(?:\s*(?:mẫu\s+)?tờ khai)?",
        rf"(?:tên\s+)?(?:(?:các|những)\s+)?{_FORM}{_AND}(?:{_FORM}|tờ khai)",
        rf"(?:tên\s+)?(?:(?:các|những)\s+)?{_FORM}(?:\s+(?:kèm theo|đính kèm))?",
    ),
    ContentPart.CONDITIONS: (
        r"(?:các\s+)?yêu cầu,?\s*(?:và\s+)?điều kiện(?:\s+thực hiện)?",
        rf"(?:các\s+)?yêu cầu{_AND}điều kiện(?:\s+thực hiện)?"
        rf"|(?:các\s+)?điều kiện(?:{_AND}yêu cầu)?(?:\s+thực hiện)?",
    ),
    ContentPart.BASIS: (r"căn cứ\s+pháp lý", r"(?:cơ sở\s+pháp lý|căn cứ\s+pháp luật)"),
}
"""What annexes, the desk and the pages call each part: the usual name of annexes, then the others.

Of the names that a text has for a part, the earliest here is its label: a further one stands in
the words of some part.
"""


def _worded(names: tuple[str, ...]) -> tuple[str, ...]:
    usual, *others = names
    return f"{usual}{_END}", *(f"(?:{one}){_END}{_ALONE}" for one in others)


_LABEL_WORDS = {part: _worded(names) for part, names in _NAMES.items()}
_DOSSIER_ALONE = r"hồ sơ(?=\s*+(?::|\Z))"
"""Without a number it says what a paper is of."""


def _behind_number(part: ContentPart, names: tuple[str, ...]) -> str:
    alone = (_DOSSIER_ALONE,) if part is ContentPart.DOSSIER else ()
    return rf"(?:{'|'.join((*names, *alone))})"


_USUAL_BEHIND_NUMBER = {
    part: _behind_number(part, names[:1]) for part, names in _LABEL_WORDS.items()
}
_BEHIND_NUMBER = {
    part: _behind_number(part, names if part is not ContentPart.STEPS else names[:1])
    for part, names in _LABEL_WORDS.items()
}
"""Other words for the steps stand below their label as well, where they begin no procedure."""
LABEL_NUMBER = (
    r"(?:\(?(?:\d{1,3}\.)*(?P<number>\d{1,2})\s*[.)]{1,2}|(?P<letter>[a-eghiklđ])\s*[.)])"
)
_LETTERS = "abcdđeghikl"
LABEL_AT_START = {
    part: re.compile(rf"\A\s*{LABEL_NUMBER}\s*(?P<words>{words})\s*[:.;]?", re.IGNORECASE)
    for part, words in _BEHIND_NUMBER.items()
}
USUAL_LABEL_AT_START = {
    part: re.compile(rf"\A\s*{LABEL_NUMBER}\s*(?P<words>{words})\s*[:.;]?", re.IGNORECASE)
    for part, words in _USUAL_BEHIND_NUMBER.items()
}
LABEL_INSIDE = {
    part: re.compile(rf"\((?P<number>\d{{1,2}})\)\s*(?P<words>{usual})\s*:?", re.IGNORECASE)
    for part, (usual, *_) in _LABEL_WORDS.items()
}
_MARK = r"\A\s*+(?:[-+*•–]\s*+)?(?:\(?\d{1,2}(?:\.\d{1,2})*+(?:\s*+[.)]\s*+|\s++)|[a-zđ][.)]\s*+)?"
_BARE = {
    part: tuple(re.compile(rf"{_MARK}{name}\s*+(?::|\Z)", re.IGNORECASE) for name in names)
    for part, names in _LABEL_WORDS.items()
}
_NO_PART = re.compile(
    r"\A\s*+(?:\(?\d{1,2}[.)]{1,2}\s*+)?"
    r"(?:cấp\s++thực hiện|lĩnh vực|loại\s++thủ tục|mã(?:\s++số)?\s++thủ tục|số\s++quyết định"
    r"|quy trình\s++(?:nội bộ|trong cơ quan)|(?:thủ tục|làm)\s++liên thông(?:\s++với)?"
    rf"|mô tả,\s*+lưu ý|từ khóa){_END}{_ALONE}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """The label of a part at the head of a line, and what stands behind it.

    `rank` is the place of its words among the names of the part: 0 is the usual one.
    """

    part: ContentPart
    rest: str
    rank: int


def unlabelled(text: str) -> Iterator[str]:
    """What stands behind a label at the head of a line, and around one in it."""
    for part in ContentPart:
        match = LABEL_AT_START[part].match(text) or LABEL_INSIDE[part].search(text)
        if match:
            yield text[match.end() :]
            yield text[: match.start()]
    if bare := named_label_at(text):
        yield bare.rest


def ends_parts(text: str) -> bool:
    """Whether a line heads what is none of the parts, on the desk or on the pages of portals."""
    return _NO_PART.match(text) is not None


def label_at(text: str) -> tuple[ContentPart, str] | None:
    """The part whose usual label begins a line, numbered or not, and what stands behind it."""
    found = named_label_at(text)
    return (found.part, found.rest) if found and not found.rank else None


def named_label_at(text: str) -> FoundLabel | None:
    """The label that begins a line, by any name of its part."""
    for part, names in _BARE.items():
        for rank, label in enumerate(names):
            if match := label.match(text):
                return FoundLabel(part, text[match.end() :].strip(), rank)
    return None


def best_labels(texts: Iterable[str | None]) -> list[FoundLabel | None]:
    """The label of each text; None where a more usual name of the part stands at another one."""
    found = [named_label_at(text) if text is not None else None for text in texts]
    best: dict[ContentPart, int] = {}
    for one in filter(None, found):
        best[one.part] = min(one.rank, best.get(one.part, one.rank))
    return [one if one and one.rank == best[one.part] else None for one in found]


def number_of_label(match: re.Match[str]) -> int:
    """The number of a label, or that of its letter; 0 for none."""
    parts = match.groupdict()
    if parts.get("number"):
        return int(parts["number"])
    letter = (parts.get("letter") or "").lower()
    return _LETTERS.find(letter) + 1 if letter else 0
