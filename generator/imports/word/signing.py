"""Who signed a decision: the lines behind its articles, in the layout of Decree 30/2020/NĐ-CP."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_CAPACITIES = (
    ("for_head", r"KT\s*\."),
    ("delegated", r"TUQ\s*\."),
    ("by_order", r"TL\s*\."),
    ("on_behalf", r"TM\s*\."),
)
_POSITIONS = (
    *("CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "BỘ TRƯỞNG", "THỨ TRƯỞNG"),
    *("CỤC TRƯỞNG", "VỤ TRƯỞNG", "TRƯỞNG PHÒNG"),
)
_POSITION = re.compile(
    rf"\A\W*(?:(?:KT|TUQ|TL|TM)\s*\.\s*)?(?P<acting>Q\s*\.\s*|QUYỀN\s+)?(?P<deputy>PHÓ\s+)?"
    rf"(?:(?P<position>{'|'.join(_POSITIONS)})(?P<standing>\s+THƯỜNG TRỰC)?\s*\Z"
    rf"|(?:{'|'.join(_POSITIONS)}|TRƯỞNG|CHÁNH|PHÓ)\b)"
)
"""A position in capitals; without the group of the position the rest of it is not known."""
_BESIDE = re.compile(
    rf"\A(?P<left>\s*+(?:(?i:nơi nhận)\s?:?|[-–+•].{{1,200}}?[;:.,]))\s++"
    rf"(?P<right>(?:(?:KT|TUQ|TL|TM)\s?\.\s?)?(?:Q\s?\.\s?|QUYỀN )?(?:PHÓ )?"
    rf"(?:{'|'.join(_POSITIONS)})\b.{{0,60}})\Z"
)
"""A line of recipients and one of the signature, which tabs set side by side."""
_DEGREES = re.compile(
    r"\A(?:(?:GS|PGS|TS|TSKH|ThS|BS|KS|LS|CN|DS)\s*\.\s*|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\s+"
    r"|Luật sư\s+|Bác sĩ\s+)+"
)
_JOINTS = re.compile(r"(?<=\w)['’‘ʼ-](?=\w)")
"""What stands within a word of a name: H'Bơ, Y-Thông."""
_SURNAMES = re.compile(
    r"(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐÀO|ĐOÀN|VƯƠNG"
    r"|TRỊNH|TRƯƠNG|ĐINH|LÂM|MAI|TÔ|TẠ|HÀ|CAO|LƯU|LƯƠNG|THÁI|CHÂU|QUÁCH|KSOR|SIU|RMAH|NAY)\b"
)
"""How a name in capitals begins: other words in capitals name an office."""


@dataclass(frozen=True, slots=True)
class PrintedSigner:
    """Who signed; a name that is damaged is None."""

    name: str | None
    position: str | None
    capacity: str | None


def read_signer(texts: Iterable[tuple[str, str]]) -> tuple[PrintedSigner | None, list[str]]:
    """The signer, and what stands beside the name that was not wholly read.

    The position is in capitals, and the first sound name follows it. Converted files have both in
    boxes ("aside"), in any order, and often a part of them only.
    """
    position = capacity = boxed = None
    unclear: list[str] = []
    lines = [one for one in texts if one[0]]
    for (text, aside), (below, _) in zip(lines, [*lines[1:], ("", "")], strict=True):
        capacity = next((k for k, mark in _CAPACITIES if re.match(mark, text)), capacity)
        if match := _POSITION.match(text):
            position = _written_position(match)
            unclear = [] if position else [text]
        elif (name := _name_in(text)) and (position or unclear):
            goes_on = _is_rest_of_name(below)
            unclear += [text, below] if goes_on else [text] if name != text else []
            known = capacity or ("head" if position else None)
            return PrintedSigner(None if goes_on else name, position, known), unclear
        elif _is_name(text) and aside:
            boxed = text
    found = position or boxed or unclear
    return PrintedSigner(boxed, position, capacity) if found else None, unclear


def _is_rest_of_name(text: str) -> bool:
    """Whether a line is one or two words of a name: the name above it is not whole."""
    words = text.split()
    return 0 < len(words) < 3 and all(word.isalpha() and word.istitle() for word in words)


def begins_signature(text: str) -> bool:
    """Whether a line is a mark of capacity or a position in capitals and no sentence."""
    first = text.split("\n")[0].strip()
    marked = any(re.match(mark, first) for _, mark in _CAPACITIES)
    return first.isupper() and (marked or bool(_POSITION.match(first)))


def split_foot(text: str) -> tuple[str, ...]:
    """The recipient and the position on a line that has both; else the line.

    >>> split_foot("- Như Điều 3; PHÓ CHỦ TỊCH")
    ('- Như Điều 3;', 'PHÓ CHỦ TỊCH')
    """
    match = _BESIDE.match(text)
    is_both = match and match["right"].isupper()
    return (match["left"], match["right"]) if match and is_both else (text,)


def _name_in(text: str) -> str | None:
    """The name on a line, without the degree or the rank before it; None for other words."""
    name = _DEGREES.sub("", text)
    return name if _is_name(name) else None


def _written_position(capitals: re.Match[str]) -> str | None:
    """A position as texts write it: Phó Chủ tịch, Bộ trưởng (Decree 30/2020/NĐ-CP, annex II)."""
    if capitals["position"] is None:
        return None
    said = " ".join(capitals["position"].split()).capitalize()
    before = ("Quyền " if capitals["acting"] else "") + ("Phó " if capitals["deputy"] else "")
    return f"{before}{said}{' Thường trực' if capitals['standing'] else ''}"


def _is_name(text: str) -> bool:
    """Whether words are a name; some have an apostrophe (H'Bơ), some are all in capitals."""
    words = text.split()
    parts = [part for word in words for part in _JOINTS.split(word)]
    if not 2 <= len(words) <= 5 or not all(map(str.isalpha, parts)):
        return False
    if text.isupper():
        return bool(_SURNAMES.match(text))
    return all(one[0].isupper() and (one[1:].islower() or len(one) == 1) for one in parts)
