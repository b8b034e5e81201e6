"""The forms behind the contents of a procedure: how they begin, and what is none of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.imports.word.blocks import WordLine

FORM_HEAD = re.compile(
    r"\A\W*m[ẫầâaả]u\s++(?:s[ốôo]|đơn số)?\s*+:?\s*+"
    r"(?P<code>\d{1,3}[a-zđ]?(?:/[A-ZĐ0-9-]+)*)\b[\s.:]*(?P<name>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""The head of a form: its code and its name."""
_FORM_BEGINS = re.compile(
    r"\A\W*(?:m[ẫầâaả]u\b|cộng h[òo]a xã hội|phụ lục\b|biểu mẫu|độc lập\s*-|tên tổ chức|kính gửi"
    r"|tờ khai|đơn\s+(?:đề nghị|xin|đăng ký)|giấy\s+(?:đề nghị|phép|chứng nhận|ủy quyền)|biên bản"
    r"|bản (?:khai|cam kết)|báo cáo|phiếu|danh sách|văn bản đề nghị|thông báo|hợp đồng)",
    re.IGNORECASE,
)
"""How a form begins; whatever stands before the first is no form."""
_ANNEX_HEAD = re.compile(
    r"\A\W*+PHỤ LỤC(?:\s++(?:[IVX]+|(?:số\s++)?\d+))?\s*+[.:]?\s*+\Z", re.IGNORECASE
)
"""The head of an annex: what stands below it is a form only where it begins like one."""
PROCEDURE_CODE = re.compile(r"(?<![\w.])[1-9]\.[0-9]{6}(?![.\d])")
"""The code of a procedure: a line that names one is about it, and no form has one."""
_NUMBERED_DECISION = re.compile(r"\bSố\s*+:\s*+\d{1,5}\s*+/\s*+QĐ\s*-\s*[A-ZĐƯ]")
"""The number of a signed decision: that of a form is blank."""


@dataclass(frozen=True, slots=True)
class FormHead:
    """A form that was cut off: its code, its name, and where it begins."""

    code: str
    name: str
    line: WordLine


def form_heads_in(lines: Iterable[WordLine]) -> tuple[FormHead, ...]:
    """The heads of the forms among some lines, each code once."""
    found: dict[str, FormHead] = {}
    for line in lines:
        head = FORM_HEAD.match(line.text)
        if head and head["name"].strip():
            found.setdefault(head["code"], FormHead(head["code"], head["name"].strip(), line))
    return tuple(found.values())


def is_form_title(text: str) -> bool:
    """Whether a line without a number, in capitals, names a form and no procedure."""
    return text.isupper() and bool(_FORM_BEGINS.match(text))


def cut_forms_of(lines: Iterable[WordLine]) -> tuple[WordLine, ...]:
    """What is a form among lines behind the contents: from the first that begins like one.

    A signed decision that follows is none, nor an annex until a form begins in it, nor a line that
    names a procedure.
    """
    cut: list[WordLine] = []
    inside, begins = False, _FORM_BEGINS
    for line in lines:
        if _NUMBERED_DECISION.search(line.words):
            inside, begins = False, FORM_HEAD
            while cut and cut[-1].words.isupper():  # whose decision it is
                cut.pop()
        is_annex = bool(_ANNEX_HEAD.match(line.words))
        inside = not is_annex and (inside or bool(begins.match(line.words)))
        cut += [line] if inside and not PROCEDURE_CODE.search(line.words) else []
    return tuple(cut)
