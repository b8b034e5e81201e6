"""The documents that a legal basis names, a text for each: several may stand on one line."""

import re
from collections.abc import Iterator, Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.grounds import OWN_FATE
from generator.imports.word.paragraphs import join_lines, join_words
from generator.imports.word.registers import first_number

_KINDS = (
    r"(?:bộ luật|luật|nghị định|nghị quyết|thông tư|quyết định|văn bản|pháp lệnh|hiến pháp|chỉ thị"
    r"|công văn|hiệp định|công ước|kế hoạch)\b"
)
_PROVISION = (
    r"(?:(?:điểm|khoản|điều|chương|mục|phụ lục)\s+[^\s,;]{1,9}(?:,\s{1,4}\d{1,3}[a-zđ]?){0,9}"
    r"[\s,]+(?:và\s+|của\s+)?){1,9}"
)
_DOCUMENT = re.compile(
    rf"(?:[-+*•–]\s*)?(?:[a-zđ0-9]{{1,2}}[.)]\s*)?(?:các\s+)?(?:{_PROVISION})?{_KINDS}"
    r"|\d{1,5}/(?:\d{4}/)?[A-ZĐ]",
    re.IGNORECASE,
)
"""How the name of a document begins, with the provision of it in front."""
_PARTED = re.compile(r"\n+\s*|;\s*(?:và\s+)?")
_ENUMERATED = re.compile(
    rf"(?:,\s{{0,4}}(?:và\s{{1,4}})?|(?<=\s)và\s{{1,4}})(?={_KINDS})", re.IGNORECASE
)
_OPEN = re.compile(
    r"\b(?:tại|của|theo|và|số|kèm|bởi|về|ngày|(?:điều|khoản|điểm)(?:\s+\w{1,4})?)\W*\Z",
    re.IGNORECASE,
)
"""Words that ask for what they are about: what follows them goes on."""
_OF_ANOTHER = re.compile(
    r"sửa đổi|bổ sung|thay thế|bãi bỏ|hướng dẫn|thi hành|chi tiết|bởi|theo|tại|giữa", re.IGNORECASE
)
"""Words that a document says of others: those that follow are no basis of their own."""
_BULLETS = "-+*•– "
_SHORT = 80
"""The name of a law without a number is shorter."""


def named_documents(lines: Sequence[WordLine]) -> list[str]:
    """A text for each document; what begins with no kind of document goes on.

    What ends in a colon and has no number heads those below.
    """
    texts: list[str] = []
    for paragraph in join_lines(lines):
        for piece in _pieces_of(paragraph.plain):
            if piece.endswith(":") and not first_number(piece):
                continue
            begins = _DOCUMENT.match(piece)
            if texts and (not begins or _OPEN.search(texts[-1])):
                texts[-1] = join_words((texts[-1], piece))
            elif begins or first_number(piece):
                texts += _enumerated_in(piece)
    return texts


def _pieces_of(text: str) -> Iterator[str]:
    """What a semicolon or a line break parts, each with the mark that ends it; no brackets are cut.

    A piece that names no document stays with the one in front.
    """
    begin = 0
    for mark in _PARTED.finditer(text):
        before, after = text[begin : mark.start()], text[mark.end() :]
        if before.count("(") == before.count(")") and _DOCUMENT.match(after):
            yield f"{before}{mark[0].strip()[:1]}".lstrip(_BULLETS)
            begin = mark.end()
    yield text[begin:].lstrip(_BULLETS)


def _enumerated_in(text: str) -> list[str]:
    """The documents that commas and "và" part: each has its number and says nothing of the next."""
    found: list[str] = []
    rest = text
    for mark in _ENUMERATED.finditer(text):
        before = text[len(text) - len(rest) : mark.start()]
        after = OWN_FATE.split(text[mark.end() :])[0]
        if _is_whole(before) and _is_whole(after):
            found.append(before.rstrip())
            rest = text[mark.end() :]
    return [*found, rest]


def _is_whole(text: str) -> bool:
    """Whether words name a document by its number, or a law by a short name, and no other."""
    head = _ENUMERATED.split(text)[0]
    law = re.match(r"(?:bộ )?luật|hiến pháp|pháp lệnh", head, re.IGNORECASE)
    named = first_number(head) or (law and len(head) < _SHORT)
    return bool(named) and not _OF_ANOTHER.search(head) and head.count("(") == head.count(")")
