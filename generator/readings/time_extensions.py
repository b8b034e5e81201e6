"""Longer limits for hard cases: by so much, or to so much in all."""

import re
from collections.abc import Iterator

from generator.findings.problem import Pointer
from generator.readings.evidence import Certainty, Reading, evidence_of
from generator.readings.limits import limits_in
from generator.readings.time_patterns import CONDITION
from generator.readings.time_reasons import CASE, Place, condition_of_sentence, reason_of
from generator.readings.time_statements import Role
from generator.readings.time_values import Reason, TimeAddition
from generator.readings.time_words import statements_in

_EXTENSION_HINTS = ("kéo dài", "gia hạn", "thêm", "dài hơn")
_EXTENDED = re.compile(
    r"\((?:có thể |được )?gia hạn (?:thêm )?(?:tối đa|không quá|thêm)[^()]{1,40}\)", re.IGNORECASE
)
"""A bracket behind a limit that says by how much it may be extended."""
_OF_PAPERS = re.compile(
    r"gia hạn (?:đăng ký|giấy|hiệu lực|sử dụng|tạm|thời (?:gian|hạn) (?:đăng ký|sử dụng|lưu|tạm))"
    r"|hết hiệu lực|sau khi gia hạn",
    re.IGNORECASE,
)
"""What is extended is the life of papers."""
_OWN_TIME = re.compile(r"(?:cần|phải|thời gian) khắc phục", re.IGNORECASE)
"""What is extended is the time in which applicants put things right."""
_WORK_GOES_ON = re.compile(r"kéo dài|(?:tăng|cộng|dài) thêm|dài hơn", re.IGNORECASE)
_LIMIT_TOLD = re.compile(r",\s{1,3}thời (?:gian|hạn)")
"""Behind a condition: the words go on with the limit itself."""


def read_extensions(places: list[Place]) -> Iterator[Reading[TimeAddition]]:
    """Longer limits for hard cases: by so much, or to so much in all."""
    for pointer, text in places:
        yield from _bracketed(pointer, text)
        for one in (
            statements_in(text) if any(hint in text.lower() for hint in _EXTENSION_HINTS) else ()
        ):
            words = text[one.span[0] : one.span[1]]
            if one.role is not Role.EXTENSION or one.area or _is_no_work(words):
                continue
            condition = one.case or condition_of_sentence(text, one.span[0], one.span[1])
            condition = _LIMIT_TOLD.split(condition.split(" – ")[-1])[0] if condition else None
            if pointer[0] == "steps" and not CONDITION.match(condition or ""):
                continue
            value = TimeAddition(
                reason_of((condition or words).split(" – ")[-1]),
                one.limit,
                False,
                condition,
                total=not one.on_top,
            )
            clear = one.on_top or one.limit.start is not None or "không quá" in words
            certainty = Certainty.LIKELY if clear else Certainty.UNSURE
            yield Reading(value, certainty, (evidence_of(pointer, text, *one.span),))


def _is_no_work(words: str) -> bool:
    """Whether what words extend is no time of an office."""
    if _OWN_TIME.search(words):
        return True
    return bool(_OF_PAPERS.search(words)) and not _WORK_GOES_ON.search(words)


def _bracketed(pointer: Pointer, text: str) -> Iterator[Reading[TimeAddition]]:
    """What brackets extend a limit by: "90 ngày (gia hạn tối đa 60 ngày)"."""
    for match in _EXTENDED.finditer(text) if "gia hạn" in text.lower() else ():
        found = limits_in(text, *match.span())
        if len(found) == 1:
            value = TimeAddition(Reason.OTHER, found[0].limit, False, _condition_after(text, match))
            where = evidence_of(pointer, text, *match.span())
            yield Reading(value, Certainty.LIKELY, (where,))


def _condition_after(text: str, bracket: re.Match[str]) -> str | None:
    """The case that the rest of the sentence behind a bracket names."""
    found = CASE.search(text, bracket.end(), min(len(text), bracket.end() + 300))
    end = min(
        (p for p in (text.find(s, bracket.end()) for s in ".;\n") if p >= 0), default=len(text)
    )
    return found[0].split(",")[0].strip() if found and found.start() < end else None
