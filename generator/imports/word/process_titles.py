"""Which lines above a table of steps name its procedures: the group of headings nearest to it."""

import re
from collections.abc import Sequence
from itertools import takewhile

from generator.imports.word.blocks import WordLine
from generator.imports.word.process_times import LENGTH
from generator.law.text import fold_text

TOTAL_ABOVE = re.compile(
    rf"\A\W*tổng (?:số )?(?:thời gian|thời hạn)[^:\d]{{0,40}}:?\s*({LENGTH.pattern})\W*\Z",
    re.IGNORECASE,
)
"""A line above a table with the time of the whole."""
_DASH = "dash"
_KINDS = (
    ("number", re.compile(r"\A\s*+\d{1,3}\s*+[.)]\s*+\S")),
    ("named", re.compile(r"\A\s*+(?:quy trình(?: số)?|qt) ?[-–.]? ?\d{1,3} ?[:.–-]\s*+\S", re.I)),
    ("roman", re.compile(r"\A\s*+[IVXLC]{1,6}\s*+[.)]\s*+\S")),
    (
        "titled",
        re.compile(r"\A\s*+(?:quy trình[^:]{0,40}|(?:tên )?thủ tục[^:]{0,20}):\s*+\S", re.I),
    ),
    (_DASH, re.compile(r"\A\s*+-\s*+\S")),
)
"""How a heading begins: headings of one kind, one after the other, share the table below."""
_OF_ALL = re.compile(
    r"(?:[ivxlc]{1,6}[.)] )?(?:phu luc|danh muc|noi dung|quyet dinh|thu tuc hanh chinh|quy trinh"
    r"(?! (?:noi bo )?(?:giai quyet )?thu tuc (?!hanh chinh)))"
)
"""What heads an annex or a part of it in capitals."""
_NEAR = 4


def titles_above(lines: Sequence[WordLine]) -> list[WordLine]:
    """The headings nearest above a table; where none is marked, a line in capitals, else the last.

    Dashes below a numbered heading say something of it.
    """
    said = [one for one in lines if one.words and not TOTAL_ABOVE.match(one.text)]
    near = len(said) - _NEAR
    kinds = [_kind_of(one) for one in said]
    marked = [at for at, kind in enumerate(kinds) if kind and at >= near]
    heads = [at for at in marked if kinds[at] != _DASH] or marked
    if not heads:
        return said[-1:]
    end = heads[-1]
    group = list(takewhile(lambda at: kinds[at] == kinds[end], range(end, -1, -1)))
    return [said[at] for at in reversed(group)]


def _kind_of(line: WordLine) -> str | None:
    kind = next((name for name, pattern in _KINDS if pattern.match(line.text)), None)
    return "capitals" if kind is None and _is_in_capitals(line.words) else kind


def _is_in_capitals(text: str) -> bool:
    """Whether a line has capitals alone, and heads no annex."""
    return text.isupper() and not _OF_ALL.match(" ".join(fold_text(text).split()))
