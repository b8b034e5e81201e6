"""Words that call several papers by what they are, above those papers: "Các tài liệu kèm theo"."""

import re

from generator.readings import paper_words as words

_COLLECTION = re.compile(
    r"(?:bộ\s{1,4})?(?:thành phần|hồ sơ|các|những|tài liệu|giấy tờ|chứng từ|văn bản,|bao gồm"
    r"|gồm)(?!\w)",
    re.I,
)
_THESE_PAPERS = re.compile(
    r"(?<!\w)(?:các|những)(?: loại)? (?:giấy tờ|tài liệu|văn bản|hồ sơ|chứng từ)"
    r"(?: sau(?: đây)?| gồm)?[\s:]{0,4}\Z",
    re.I,
)
_MAY_BE_PROOF = re.compile(r"(?<!\w)(?:chứng minh|minh chứng|chứng thực|nếu|như)(?!\w)", re.I)
"""Words above papers of which those are brought that a reader has."""


def is_collection(text: str, start: int, end: int) -> bool:
    """Whether words call several papers by what they are: "Bản sao các tài liệu sau"."""
    if _COLLECTION.match(text, start):
        return True
    return _THESE_PAPERS.search(text, max(start, end - 60), end) is not None


def stands_above(text: str, start: int, colon: int) -> bool:
    """Whether words before a colon only stand above papers, all of which are brought."""
    if text[start : start + 4].lower() != "các ":
        return False
    content = words.NAMES_CONTENT.search(text[start:colon])
    return content is None and _MAY_BE_PROOF.search(text, start, colon) is None
