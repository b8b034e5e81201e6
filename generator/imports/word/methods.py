"""The ways to hand in that words name, and what a cell of places says for each."""

import re
from collections.abc import Sequence

from generator.law.text import fold_text

METHODS_IN_WORDS = (
    ("direct", r"truc tiep|trung tam phuc vu hanh chinh|bo phan mot cua|diem tiep nhan"),
    ("online", r"truc tuyen|cong dich vu cong|https?://|moi truong dien tu"),
    ("postal", r"buu chinh|buu dien"),
)
_REFUSED = (
    r"\A\W*khong (?:(?:tiep nhan|ap dung|thuc hien|nop|gui|ho so|qua|bang|dich vu) ){{0,5}}"
    r"(?:{way})(?: cong ich)?\W*\Z|(?:{way})(?: cong ich)?\W{{1,3}}(?:chua|khong)"
    r"(?: (?:co|ap dung|tiep nhan|thuc hien))?\W*\Z"
)
"""A clause that says that a way to hand in is not open: "Trực tuyến: chưa áp dụng"."""
_DENIED = re.compile(
    r"\b(?:khong|chua) (?:(?:co|ap dung|tiep nhan|thuc hien|nhan|nop|gui|cung cap|ho tro|trien khai"
    r"|cho phep|qua|bang|theo|viec|hinh thuc|ho so|dich vu|cong|thu tuc) ){1,8}"
    r"(?=truc tiep|truc tuyen|moi truong|buu chinh|buu dien)"
    r"(?:(?! (?:ma|nhung|chi|thi|phai) |, (?:nop|gui|tiep nhan|thuc hien|duoc) )[^()]){1,200}"
)
"""What is not offered: "không tiếp nhận hồ sơ trực tuyến và qua dịch vụ bưu chính"."""
_CONDITION = re.compile(r"\b(?:truong hop|neu|khi|doi voi)\b")
"""Who cannot go one way goes another one: both are open."""
_OFFICE = re.compile(r"tiep nhan(?: ho so)? va (?:hen )?tra ket qua")
_RESULT = re.compile(r"ket qua")
_NAMED_WAY = re.compile(r"truc tiep|truc tuyen|buu chinh|buu dien")
_HANDED_IN = re.compile(r"\b(?:nop|gui|tiep nhan)\b")
_NO_LEVEL = re.compile(r"muc do truc tuyen\W{1,3}(?=chi nop truc tiep|khong|chua)")
_HEADS_OF_METHODS = (
    ("direct", r"\W*(?:nop )?truc tiep\b"),
    ("online", r"\W*(?:nop )?truc tuyen\b"),
    ("postal", r"\W*(?:qua |thong qua )?(?:dich vu )?buu chinh\b"),
)


def named_methods(text: str) -> tuple[str, ...]:
    """The ways to hand in that words name: direct, online, postal."""
    clauses = [_handed_in(one) for one in re.split(r"[.;](?:\s|\Z)|\n", fold_text(text))]
    return tuple(
        method
        for method, words in METHODS_IN_WORDS
        if any(_opens(clause, words) for clause in clauses)
    )


def _handed_in(clause: str) -> str:
    """What a clause says of how papers are handed in: neither what is denied, nor how the result
    comes back, unless it says both at once.
    """
    clause = _OFFICE.sub("mot cua", _NO_LEVEL.sub("", clause))
    if not _CONDITION.search(clause):
        clause = _DENIED.sub("", clause)
    result = _RESULT.search(clause)
    before = clause[: result.start()] if result else clause
    both = _HANDED_IN.search(before) and not _NAMED_WAY.search(before)
    return clause if both else before


def _opens(clause: str, way: str) -> bool:
    return bool(re.search(way, clause)) and not re.search(_REFUSED.format(way=way), clause)


def words_of_methods(said: str, methods: Sequence[str]) -> dict[str, str]:
    """What is said of each way to hand in: its own lines where each line names just one of them,
    else all lines.
    """
    lines = [one for one in said.split("\n") if one.strip()]
    named = [named_methods(line) for line in lines]
    if any(len(one) != 1 for one in named) or {one[0] for one in named} != set(methods):
        return dict.fromkeys(methods, said)
    found: dict[str, list[str]] = {}
    for line, (way,) in zip(lines, named, strict=True):
        found.setdefault(way, []).append(line)
    return {method: "\n".join(texts) for method, texts in found.items()}


def addresses_of(place: str, methods: Sequence[str]) -> dict[str, str]:
    """What a cell of places says for each way to hand in, by the way that each of its lines names.

    A line without a bullet goes on with one that is not ended. A cell with any other line that
    names none of the ways, or several, is one text for the first of them.
    """
    found: dict[str, list[str]] = {}
    last = ""
    for line in filter(None, (one.strip() for one in place.split("\n"))):
        named = [method for method, words in _HEADS_OF_METHODS if re.match(words, fold_text(line))]
        if not named and last and _goes_on(found[last][-1], line, last):
            found[last][-1] += f" {line}"
            continue
        if not named or named[0] not in methods:
            return {methods[0]: place} if methods and place else {}
        last = named[0]
        found.setdefault(last, []).append(line.lstrip(" -+•"))
    return {
        method: "\n".join(line.rstrip(" ;") for line in lines) for method, lines in found.items()
    }


def _goes_on(above: str, line: str, method: str) -> bool:
    """Whether a line is more of the one above, which is not ended, and of the same way."""
    return above.endswith((":", ";", ",")) and not (
        line.startswith(("-", "+", "•", "–")) or set(named_methods(line)) - {method}
    )
