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
_POSITION = re.compile(
    r"\A\W*(?:(?:KT|TUQ|TL|TM)\s*\.\s*)?((?:PHÓ\s+)?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|GIÁM ĐỐC|BỘ TRƯỞNG"
    r"|THỨ TRƯỞNG|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|VỤ TRƯỞNG|TRƯỞNG PHÒNG)(?:\s+THƯỜNG TRỰC)?)\s*\Z"
)
_OTHER_POSITION = re.compile(
    r"\A\W*(?:(?:KT|TUQ|TL|TM|Q)\s*\.\s*|QUYỀN\s+)?(?:PHÓ\s+)?(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|GIÁM ĐỐC"
    r"|BỘ TRƯỞNG|THỨ TRƯỞNG|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|VỤ TRƯỞNG|TRƯỞNG|CHÁNH|PHÓ)\b"
)
"""How a position in capitals begins, of which the rest is not known."""
_DEGREES = re.compile(
    r"\A(?:(?:GS|PGS|TS|TSKH|ThS|BS|KS|LS|CN|DS)\s*\.\s*|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tướng|tá|úy)\s+"
    r"|Luật sư\s+|Bác sĩ\s+)+"
)


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
    for text, aside in texts:
        capacity = next((k for k, mark in _CAPACITIES if re.match(mark, text)), capacity)
        match = _POSITION.match(text)
        if match or _OTHER_POSITION.match(text):
            position = _written_position(match[1]) if match else None
            unclear = [] if match else [text]
        elif (name := _name_in(text)) and (position or unclear):
            unclear += [text] if name != text else []
            return PrintedSigner(
                name, position, capacity or ("head" if position else None)
            ), unclear
        elif _is_name(text) and aside:
            boxed = text
    found = position or boxed or unclear
    return PrintedSigner(boxed, position, capacity) if found else None, unclear


def _name_in(text: str) -> str | None:
    """The name on a line, without the degree or the rank before it; None for other words."""
    name = _DEGREES.sub("", text)
    return name if _is_name(name) else None


def _written_position(capitals: str) -> str:
    """A position as texts write it: Phó Chủ tịch, Bộ trưởng (Decree 30/2020/NĐ-CP, annex II)."""
    position = " ".join(capitals.split())
    said = position.removeprefix("PHÓ ").removesuffix(" THƯỜNG TRỰC").capitalize()
    before = "Phó " if position.startswith("PHÓ ") else ""
    return f"{before}{said}{' Thường trực' if position.endswith(' THƯỜNG TRỰC') else ''}"


def _is_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and all(
        word.isalpha() and word[0].isupper() and (word[1:].islower() or len(word) == 1)
        for word in words
    )
