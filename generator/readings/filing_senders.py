"""Sentences in which somebody else hands in somewhere else, or gives a dossier to a person."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from generator.readings.door import Door, FilingQuote
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_clauses import Passage
from generator.readings.filing_words import RECEIVED
from generator.readings.lowered import lowered
from generator.readings.sentences import begins_with_case, quotation_at, sentence_at
from generator.readings.step_actors import StepActor, find_actor

_SENDS = re.compile(
    r"(?<!\w)(?:nộp|gửi)\s[^.;\n]{0,160}?(?<!\w)hồ sơ(?!\w)[^.;\n]{0,160}?"
    r"\s(?:cho|về|đến|tới)\s(?:các )?(?P<whom>(?:vụ|cục|chi cục|sở|bộ|phòng|[uủ][yỷ] ban|ubnd|viện"
    r"|t(?:òa|oà) án|ngân hàng|hội|ban|trường|cơ quan) [^.;,\n(/]{3,120})"
)
_BY_THE_WAY = re.compile(
    r"bổ sung|hoàn thiện|trả lại|(?<!\w)đã nộp|kết quả|bưu (?:chính|điện)|trực tuyến|cổng dịch vụ"
    r"|bộ phận (?:một cửa|tiếp nhận)|trung tâm (?:phục vụ )?hành chính"
    r"|cơ quan (?:có thẩm quyền(?! tiến hành)|tiếp nhận|giải quyết|đăng ký|cấp)"
)
"""Words of a sentence about a dossier that is there already, or that name a way and nobody."""
_OPENS_OTHERWISE = re.compile(
    r"\W{0,9}(?:bước [0-9]{1,2}\W{1,5})?(?:gửi|ra|khi|trường hợp (?:nộp|gửi)|tiếp nhận|việc|văn bản"
    r"|(?:các )?cơ quan|sở|bộ|cục|[uủ][yỷ] ban|hồ sơ)(?!\w)"
)
"""How a sentence begins that is not about somebody else who hands in."""
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
_TAKES = re.compile(
    r"(?<!\w)(?<!ngày )(?<!khi )(?<!nếu )(?<!phân công )(?<!giao )(?<!cán )"
    r"(?P<whom>(?:vụ|cục|chi cục|sở|bộ|phòng|[uủ][yỷ] ban|ubnd|viện|t(?:òa|oà) án|ngân hàng|hội"
    r"|ban|trường(?! hợp)|cơ quan|hội đồng|người đứng đầu)"
    r"(?: (?!(?:ngày|hồ|thông|không|tiếp|và|thì|văn|khi|được|từ|do|kết)(?!\w))[^\s.,;:()]+){1,18})"
    r"(?:\s?\([^()\n]{1,120}\))?,?\s(?:có trách nhiệm |sẽ |tổ chức |thực hiện ){0,2}"
    r"(?:tiếp|thu) nhận(?: và giải quyết|, giải quyết)? (?:hồ sơ|đơn)(?!\w)"
)
"""Who takes a dossier in, by whatever words."""
_NOBODY = re.compile(
    r"cơ quan(?: nhà nước| thuế| hải quan)? (?:có thẩm quyền|tiếp nhận|giải quyết|này|trên)"
    r"|bộ phận"
)
"""Words for a taker that tell nobody."""
_OF_FILE = re.compile(r"hồ sơ|hợp lệ|điều kiện|trực tiếp|trực tuyến|bưu (?:chính|điện)")
"""Words of a condition that makes no other case: on a file, or on a way."""
_ONLINE = re.compile(
    r"(?:(?<!\w)(?:nộp|gửi|thực hiện)\s[^.;\n]{0,240}?trực tuyến[^.;\n]{0,40}?"
    r"\s(?:tại|trên|qua)\s|(?<!\w)đăng nhập (?:vào )?)(?:hệ thống|cổng)(?!\w)"
)
_NAME = 4
"""Words that tell a body from others."""
_MOST = 8

Quotes = tuple[Reading[FilingQuote], ...]


def further_senders(words: Iterable[Passage], quotes: Quotes, doors: Iterable[Door]) -> Quotes:
    """The sentences by which others hand in to others than the one place that was read.

    `quotes` are the sentences of `doors`.
    """
    names = {lowered(one.name) for one in doors}
    told = " ".join(lowered(f"{one.value.heading} {one.value.text}") for one in quotes)
    if len(names) != 1 or not _SENDS.search(told):
        return ()
    return tuple(_elsewhere(words, told, *names))


def _elsewhere(words: Iterable[Passage], told: str, name: str) -> Iterator[Reading[FilingQuote]]:
    """Sentences of the reader on a receiver that is not `name`, and of whom nothing is `told`."""
    for passage in words:
        for match in islice(_SENDS.finditer(passage.low), _MOST):
            sentence = sentence_at(passage.recorded, match.start())
            said = " ".join(lowered(sentence).split())
            is_reader = find_actor(sentence, 0, len(sentence)).actor is not StepActor.OFFICE
            whom = " ".join(match["whom"].split()[:_NAME])
            is_other = is_reader and whom not in told and name not in match["whom"]
            if is_other and not (_OPENS_OTHERWISE.match(said) or _BY_THE_WAY.search(match[0])):
                yield _quoted(passage, match)


def further_takers(words: Iterable[Passage], quotes: Quotes, doors: Iterable[Door]) -> Quotes:
    """The sentences by which another body than the one place that was read takes in a case."""
    names = {lowered(one.name) for one in doors}
    told = " ".join(lowered(f"{one.value.heading} {one.value.text}") for one in quotes)
    if len(names) != 1 or not quotes:
        return ()
    return tuple(
        _quoted(passage, match)
        for passage, match, sentence in _taking(words)
        if _is_other_case(sentence, match) and _own_name(match) not in f"{told} {names}"
    )


def taken_by_somebody(words: Iterable[Passage]) -> Quotes:
    """The first sentence by which somebody takes a dossier in who is no known body."""
    return tuple(_quoted(passage, match) for passage, match, _ in islice(_taking(words), 1))


def _taking(words: Iterable[Passage]) -> Iterator[tuple[Passage, re.Match[str], str]]:
    """What is said of somebody who takes in, with its sentence; nothing of files that lack."""
    for passage in words:
        for match in islice(_TAKES.finditer(passage.low), _MOST):
            sentence = sentence_at(passage.recorded, match.start())
            if not (_NOBODY.match(match["whom"]) or _BY_THE_WAY.search(lowered(match[0]))):
                yield passage, match, sentence


def _is_other_case(sentence: str, match: re.Match[str]) -> bool:
    """Whether a sentence opens with for whom it is, and not with what a file or a way is like."""
    case = lowered(sentence).partition(match["whom"])[0]
    return begins_with_case(sentence) and not _OF_FILE.search(case)


def told_online(words: Iterable[Passage]) -> Quotes:
    """The first sentence that tells a system in which something is done online."""
    found = (
        _quoted(passage, match)
        for passage in words
        for match in islice(_ONLINE.finditer(passage.low), 1)
    )
    return tuple(islice(found, 1))


def _own_name(match: re.Match[str]) -> str:
    """The name of who takes in, without where he is."""
    return match["whom"].partition(" nơi ")[0]


def given_to_somebody(words: Iterable[Passage]) -> Quotes:
    """The first sentence by which a dossier goes to somebody who is no known body."""
    found = (
        _quoted(passage, match)
        for passage in words
        for match in islice(_GIVES_TO_SOMEBODY.finditer(passage.low), 1)
        if not _is_of_office(passage, match)
    )
    return tuple(islice(found, 1))


def given_to_person(words: Iterable[Passage]) -> Quotes:
    """The first sentence by which a reader gives a paper of his own to a person."""
    found = (
        _with_whom(passage, match)
        for passage in words
        for match in islice(_GIVES_A_PAPER.finditer(passage.low), _MOST)
        if not (_is_passed_on(passage, match) or _BY_THE_WAY.search(match[0]))
    )
    return tuple(islice(found, 1))


def _is_of_office(passage: Passage, match: re.Match[str]) -> bool:
    """Whether an office passes something on to another one."""
    is_passed = match[0].startswith(("trình", "phải", "có"))
    return is_passed and _is_by_office(passage, match)


def _with_whom(passage: Passage, match: re.Match[str]) -> Reading[FilingQuote]:
    quoted = _quoted(passage, match)
    whom = " ".join(passage.text[slice(*match.span("whom"))].split())
    return replace(quoted, value=replace(quoted.value, receivers=(whom,)))


def _is_passed_on(passage: Passage, match: re.Match[str]) -> bool:
    """Whether the clause of a gift is an office's, or about a dossier that is there already."""
    start = max(passage.low.rfind(mark, 0, match.start()) + 1 for mark in (".", ";", "\n"))
    if RECEIVED.search(passage.low, start, match.start()):
        return True
    return find_actor(passage.recorded, start, match.end()).actor is StepActor.OFFICE


def _is_by_office(passage: Passage, match: re.Match[str]) -> bool:
    sentence = sentence_at(passage.recorded, match.start())
    return find_actor(sentence, 0, len(sentence)).actor is StepActor.OFFICE


def _quoted(passage: Passage, match: re.Match[str]) -> Reading[FilingQuote]:
    at = match.start()
    quote = quotation_at(passage.pointer, passage.recorded, at, match.end(), at)
    return Reading(FilingQuote(quote.text, quote.heading), Certainty.SURE, quote.evidence)
