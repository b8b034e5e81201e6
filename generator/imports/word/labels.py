"""The labels of the eleven parts of a procedure: their words, in front of which numbers stand."""

import re
from collections.abc import Iterator
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
_WORDS: dict[ContentPart, str] = {
    ContentPart.STEPS: r"trình tự(?:,?\s*thủ tục)?\s+thực hiện",
    ContentPart.CHANNELS: r"cách thức\s+(?:thực hiện|nộp hồ sơ)",
    ContentPart.DOSSIER: r"(?:thành phần,?(?:\s*và)?\s*số lượng|thành phần)\s+hồ sơ",
    ContentPart.TIME: r"th[ờò]i\s+(?:hạn|gian)\s+giải quyết",
    ContentPart.APPLICANTS: r"đối tượng\s+thực hiện",
    ContentPart.AGENCIES: r"cơ quan\s+(?:thực hiện|giải quyết)",
    ContentPart.RESULTS: r"kết quả\s+(?:của việc\s+)?(?:thực hiện|giải quyết)",
    ContentPart.FEES: r"(?:phí,?\s*lệ phí|lệ phí,?\s*phí|lệ phí|phí)",
    ContentPart.FORMS: r"tên\s+(?:các\s+)?mẫu\s+đơn,?(?:\s*(?:mẫu\s+)?tờ khai)?",
    ContentPart.CONDITIONS: r"(?:các\s+)?yêu cầu,?\s*(?:và\s+)?điều kiện(?:\s+thực hiện)?",
    ContentPart.BASIS: r"căn cứ\s+pháp lý",
}
_LABEL_WORDS = {part: f"{words}{_END}" for part, words in _WORDS.items()}
_NUMBERED_WORDS = _LABEL_WORDS | {
    ContentPart.DOSSIER: rf"(?:{_LABEL_WORDS[ContentPart.DOSSIER]}|hồ sơ(?=\s*+(?::|\Z)))"
}
"""The words of labels behind a number: "hồ sơ" alone says without one what a paper is of."""
LABEL_NUMBER = (
    r"(?:\(?(?:\d{1,3}\.)*(?P<number>\d{1,2})\s*[.)]{1,2}|(?P<letter>[a-eghiklđ])\s*[.)])"
)
_LETTERS = "abcdđeghikl"
LABEL_AT_START = {
    part: re.compile(rf"\A\s*{LABEL_NUMBER}\s*(?P<words>{words})\s*[:.;]?", re.IGNORECASE)
    for part, words in _NUMBERED_WORDS.items()
}
LABEL_INSIDE = {
    part: re.compile(rf"\((?P<number>\d{{1,2}})\)\s*(?P<words>{words})\s*:?", re.IGNORECASE)
    for part, words in _LABEL_WORDS.items()
}
_MARK = r"\A\s*+(?:[-+*•–]\s*+)?(?:\(?\d{1,2}(?:\.\d{1,2})*+(?:\s*+[.)]\s*+|\s++)|[a-zđ][.)]\s*+)?"
_BARE = {
    part: re.compile(rf"{_MARK}{words}\s*+(?::|\Z)", re.IGNORECASE)
    for part, words in _LABEL_WORDS.items()
}


def unlabelled(text: str) -> Iterator[str]:
    """What stands behind a label at the head of a line, and around one in it."""
    for part in ContentPart:
        match = LABEL_AT_START[part].match(text) or LABEL_INSIDE[part].search(text)
        if match:
            yield text[match.end() :]
            yield text[: match.start()]
    if bare := label_at(text):
        yield bare[1]


def label_at(text: str) -> tuple[ContentPart, str] | None:
    """The part whose label begins a line, numbered or not, and what stands behind it."""
    for part, label in _BARE.items():
        if match := label.match(text):
            return part, text[match.end() :].strip()
    return None


def number_of_label(match: re.Match[str]) -> int:
    """The number of a label, or that of its letter; 0 for none."""
    parts = match.groupdict()
    if parts.get("number"):
        return int(parts["number"])
    letter = (parts.get("letter") or "").lower()
    return _LETTERS.find(letter) + 1 if letter else 0
