"""Sentences by which a dossier, or a reader's paper, is given to somebody who is no known body."""

import re
from collections.abc import Iterable
from itertools import islice

from generator.readings.door import FilingQuote
from generator.readings.evidence import Reading
from generator.readings.filing_clauses import Passage
from generator.readings.filing_said import BY_THE_WAY, quote_match, quote_with_whom
from generator.readings.filing_words import RECEIVED
from generator.readings.lowered import lowered
from generator.readings.sentences import sentence_at
from generator.readings.step_actors import StepActor, find_actor

_GIVES_TO_SOMEBODY = re.compile(
    r"(?<!\w)(?:lập|nộp)(?: [0-9]{2})?(?: bộ)? hồ sơ(?!\w)[^.;\n]{0,320}?\s(?:gửi|trình)"
    r" (?!kèm|qua|theo|trực|bằng)"
    r"|(?<!\w)lập(?: [0-9]{2})?(?: bộ)? hồ sơ(?!\w)[^.;\n]{0,200}?, nộp\s[^.;\n]{0,160}?\svề\s"
    r"|(?<!\w)trình (?:bộ|[uủ][yỷ] ban|ubnd|hội đồng|thủ tướng|sở)(?!\w)[^.;,\n]{0,60}?"
    r"\shồ sơ đề nghị"
    r"|(?<!\w)(?:phải làm thủ tục thỏa thuận bằng văn bản với"
    r"|có văn bản (?:báo cáo|xin ý kiến của)) "
    r"|(?<!\w)tại (?:địa điểm|nơi) [^.;\n]{0,60}lưu động(?!\w)"
)
"""Words by which a dossier goes to somebody, or its taker comes to the reader."""
_GIVES_A_PAPER = re.compile(
    r"(?<!\w)(?:(?:làm|viết|có|lập) (?:đơn|(?:bản |tờ )khai|công văn|văn bản)(?!\w)[^.;\n]{0,260}?"
    r"|(?:đề xuất|kiến nghị|(?:bản |tờ )khai|đơn)(?!\w)[^.;\n]{0,400}?)"
    r",? (?P<whom>(?:(?:gửi|trình)(?: (?:cho|đến|tới|về))?|nộp (?:cho|đến|tới|về))"
    r" (?:giám đốc|thủ trưởng|người đứng đầu|hiệu trưởng|chủ tịch|chỉ huy|cán bộ|công an)(?!\w)"
    r"[^.;:\n]{0,80})"
)
"""Words by which a reader gives a paper of his own to a person."""
_ASKS = re.compile(
    r"(?<!\w)(?:có trách nhiệm |phải )?(?:lựa chọn|giới thiệu|xem xét)(?!\w)"
    r"[^.;\n]{0,240}?,? đề nghị"
    r" (?P<whom>(?:bộ trưởng|thủ trưởng|chủ tịch|giám đốc)[, ][^.;\n]{3,160}?)"
    r" (?:bổ nhiệm|miễn nhiệm|cấp|quyết định|công nhận|phê duyệt)(?!\w)"
    r"|(?<![^.\n])(?P<head>bộ trưởng, thủ trưởng cơ quan ngang bộ) (?:bổ|miễn) nhiệm(?!\w)"
)
"""Words by which somebody is proposed to the head of a body, or named by the one of his field."""
_ONLINE = re.compile(
    r"(?:(?<!\w)(?:nộp|gửi|thực hiện)\s[^.;\n]{0,240}?trực tuyến[^.;\n]{0,40}?"
    r"\s(?:tại|trên|qua)\s|(?<!\w)đăng nhập (?:vào )?)(?:hệ thống|cổng)(?!\w)"
    r"|(?<!\w)(?:nộp|gửi)\s(?:[^.;\n]{0,160}?\s)?(?:đến|tới|vào|qua|về)\s(?:địa chỉ )?"
    r"(?:hộp )?(?:thư điện tử|thư|email)(?!\w)[^.;\n@]{0,80}[^\s@]{1,40}@[\w.]{4,40}\w"
)
_SEVERAL = re.compile(r"\W{0,9}(?:bước [0-9]{1,2}\W{1,5})?các (?:bộ, ngành|bộ và|địa phương)(?!\w)")
"""How a sentence begins on many bodies, each of which files for those below it."""
_MOST = 8

Quotes = tuple[Reading[FilingQuote], ...]


def proposed_to_somebody(words: Iterable[Passage]) -> Quotes:
    """The sentences by which people are proposed to the heads of bodies, each with its own."""
    return tuple(
        quote_with_whom(passage, match, match.lastgroup or "whom")
        for passage in words
        for match in islice(_ASKS.finditer(passage.low), _MOST)
    )


def told_online(words: Iterable[Passage]) -> Quotes:
    """The first sentence that tells a system in which something is done online."""
    found = (
        quote_match(passage, match)
        for passage in words
        for match in islice(_ONLINE.finditer(passage.low), 1)
    )
    return tuple(islice(found, 1))


def given_to_somebody(words: Iterable[Passage]) -> Quotes:
    """The first sentence by which a dossier goes to somebody who is no known body."""
    found = (
        quote_match(passage, match)
        for passage in words
        for match in islice(_GIVES_TO_SOMEBODY.finditer(passage.low), 1)
        if not _is_of_office(passage, match)
    )
    return tuple(islice(found, 1))


def given_to_person(words: Iterable[Passage]) -> Quotes:
    """The first sentence by which a reader gives a paper of his own to a person."""
    found = (
        quote_with_whom(passage, match)
        for passage in words
        for match in islice(_GIVES_A_PAPER.finditer(passage.low), _MOST)
        if not (_is_passed_on(passage, match) or BY_THE_WAY.search(match[0]))
    )
    return tuple(islice(found, 1))


def _is_of_office(passage: Passage, match: re.Match[str]) -> bool:
    """Whether an office passes something on to another one."""
    is_passed = match[0].startswith(("trình", "phải", "có"))
    return is_passed and _is_by_office(passage, match)


def _is_passed_on(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the clause of a gift is an office's, or about a dossier that is there already."""
    start = max(passage.low.rfind(mark, 0, match.start()) + 1 for mark in (".", ";", "\n"))
    if RECEIVED.search(passage.low, start, match.start()):
        return True
    return find_actor(passage.recorded, start, match.end()).actor is StepActor.OFFICE


def _is_by_office(passage: Passage, match: re.Match[str]) -> bool:
    sentence = sentence_at(passage.recorded, match.start())
    if _SEVERAL.match(lowered(sentence)):
        return False
    return find_actor(sentence, 0, len(sentence)).actor is StepActor.OFFICE
