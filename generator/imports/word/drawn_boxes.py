"""A box of a drawn internal process as a step: who, what, how long. What is not told stays open."""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.process_times import read_time
from generator.law.text import fold_text
from generator.records.registers import TODO
from generator.records.stated import Duration
from generator.records.version import InternalStep

_BULLETS = "-–+• "
_TIME = re.compile(
    r"(?:\A|\()\s*+(?:thời (?:gian|hạn)\s*+:?)?\s*+"
    r"(\d{1,3}(?:[.,]\d{1,3})?\s*+(?:ngày|giờ)(?:\s+làm\s+việc)?)\s*+\)?\s*+\Z",
    re.IGNORECASE,
)
"""A time that is a line of its own, or in brackets at the end of one."""
_SOME_TIME = re.compile(r"\d\s*+(?:phút|giờ|ngày|tuần|tháng|năm)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"([^()]+)\(([^()]+)\)\W*")
_BODY = re.compile(
    r"(?:trung tam|bo phan|mot cua|lanh dao|ban giam doc|giam doc|pho giam doc|chuyen vien|van thu"
    r"|can bo|cong chuc|vien chuc|nhan vien|chu tich|pho chu tich|truong phong|pho truong phong"
    r"|phong|van phong|so|chi cuc|cuc|ubnd|uy ban|hdnd|hoi dong|ban|to|co quan|don vi|chanh"
    r"|thu truong|bo truong|kho bac|thue|cong an|buu dien)\b"
)
"""How the name of a body, an office or a role begins, in letters without marks."""
_CITIZEN = r"(?:ca nhan|to chuc|cong dan|nguoi dan|doanh nghiep|nguoi nop(?: ho so)?|khach hang)"
_OUTSIDE = re.compile(rf"\W*{_CITIZEN}(?:(?:\W|\bva\b|\bhoac\b)+{_CITIZEN})*\W*")


def is_outside(lines: Sequence[WordLine]) -> bool:
    """Whether a box names those who apply and nothing else: they are no step of the office."""
    return bool(_OUTSIDE.fullmatch(" ".join(fold_text(" ".join(_texts(lines))).split())))


def read_step(lines: Sequence[WordLine], otherwise: str) -> InternalStep:
    """The step that a box tells; `otherwise` is its time where the box says none."""
    texts = _texts(lines)
    times = [match[1] for text in texts if (match := _TIME.search(text))]
    if len(times) == 1:
        texts = _without_times(texts)
    role, name = _split(texts)
    return InternalStep(name=name or TODO, role=role, time=_time(times, texts, otherwise))


def box_pieces(line: WordLine) -> tuple[str, ...]:
    """The words of a line of a box as a step has them: its time is a number there."""
    return tuple(_parts(_without_times(_texts([line]))))


def is_time(line: WordLine) -> bool:
    """Whether a line of a box is a time and nothing else."""
    return bool(line.words) and not _without_times(_texts([line]))


def _texts(lines: Iterable[WordLine]) -> list[str]:
    parts = (" ".join(part.split()) for line in lines for part in line.text.split("\n"))
    return [part for part in parts if part]


def _parts(texts: Iterable[str]) -> Iterator[str]:
    """What stands in front of brackets, in them, and behind."""
    for text in texts:
        parts = (part.strip(f"{_BULLETS},;.") for part in re.split(r"[()]", text))
        yield from filter(None, parts)


def _without_times(texts: Iterable[str]) -> list[str]:
    rests = (_TIME.sub("", text).strip() for text in texts)
    return [rest for rest in rests if rest]


def _time(times: Sequence[str], texts: Sequence[str], otherwise: str) -> Duration:
    """The one time of a box as a number; the words of one that says it in another way."""
    if len(times) == 1:
        value, unit = read_time(times[0], working=False)
        return Duration(value=value, unit=unit)
    said = "; ".join(text for text in _parts(texts) if _SOME_TIME.search(text))
    return Duration(value=None, unit="other", text=said or otherwise)


def _split(texts: Sequence[str]) -> tuple[str, str]:
    """Who and what: in front of brackets and in them, or line by line; else who stays open."""
    whole = " ".join(texts)
    brackets = _BRACKETS.fullmatch(whole)
    if brackets and _is_body(brackets[1]):
        return brackets[1].strip(), brackets[2].strip()
    if len(texts) > 1 and _is_body(texts[0]) and _are_works(texts[1:]) and "(" not in texts[0]:
        return texts[0], " ".join(texts[1:]).lstrip(_BULLETS)
    return TODO, whole


def _is_body(text: str) -> bool:
    return bool(_BODY.match(" ".join(fold_text(text).split())))


def _are_works(texts: Sequence[str]) -> bool:
    """Whether lines below a body say what it does: items of a list, or one line that begins with
    a capital letter. One in small letters may go on with the name, another body is not told apart.
    """
    if all(text[0] in _BULLETS for text in texts):
        return True
    first = texts[0].split()[0]
    return len(texts) == 1 and first.istitle() and not _is_body(texts[0])
