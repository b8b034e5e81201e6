"""The name and the code of a procedure, in the lines above its contents."""

import re
from collections.abc import Sequence

from generator.imports.word.blocks import WordLine
from generator.law.text import fold_text

_TITLE = re.compile(r"\A\s*(?:(?:thủ tục|tên thủ tục(?: hành chính)?)\s*:\s*)", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\A\s*(?:(?:[IVX]{1,6}|\d{1,3})\s*[.)]|thủ tục\s*+(?:số)?\s*+\d)\s*", re.IGNORECASE
)
_CODE = re.compile(
    r"(?:\(\s*+|(?<!\s)\s++)?(?:mã\s++)?(?:số\s++)?(?:hồ sơ\s++)?(?:mã\s++)?(?:TTHC\s*+)?(?::\s*+)?"
    r"([1-9]\.[0-9]{6})\s*+\)?",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\A\s*(?:(?:[IVX]{1,6}|\d{1,3})\s*[.)]\s*)?(?:tên\s+)?thủ tục\b", re.IGNORECASE
)
"""How the name of a procedure begins where it is certain that it is one."""
_FORM_BEGINS = ("mau ", "cong hoa", "phu luc")
_TITLE_LINES = 4


def name_in(lines: Sequence[WordLine]) -> str:
    """The name that lines say, without its number and its code."""
    text = " ".join(line.text for line in lines)
    named = _CODE.sub(" ", _TITLE.sub("", _NUMBERED.sub("", text, count=1)))
    return " ".join(named.split()).rstrip(" .;:")


def code_in(lines: Sequence[WordLine]) -> str | None:
    """The code that stands behind a name."""
    found = _CODE.search(" ".join(line.text for line in lines))
    return found[1] if found else None


def take_title(above: list[WordLine]) -> list[WordLine]:
    """Take the lines of a name off the end of what stands above: back to its number, if near."""
    own = [line for line in above[-_TITLE_LINES:] if not line.aside]
    for count in range(1, len(own) + 1):
        line = own[-count]
        if _NUMBERED.match(line.text) or _TITLE.match(line.text):
            title = own[-count:]
            break
        if fold_text(line.text).startswith(_FORM_BEGINS[:2]):
            title = own[-1:]
            break
    else:
        title = own[-1:]
    for line in title:
        above.remove(line)
    return title


def end_in_heading(lines: Sequence[WordLine]) -> bool:
    """Whether lines end with "thủ tục" and the name of a procedure."""
    return bool(lines and _HEADING.match(lines[-1].text))


def find_heading(lines: Sequence[WordLine]) -> int | None:
    """Where "thủ tục" heads a procedure that some words follow, no form among them; else None."""
    heads = [at for at, line in enumerate(lines) if _HEADING.match(line.text)]
    if not heads or heads[-1] == len(lines) - 1:
        return None
    below = lines[heads[-1] + 1 :]
    is_form = any(fold_text(line.text).startswith(_FORM_BEGINS) for line in below)
    return None if is_form else heads[-1]
