"""Sentences in which somebody else hands in somewhere else, or somebody unknown takes in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from generator.readings.door import Door, FilingQuote
from generator.readings.evidence import Reading
from generator.readings.filing_clauses import Passage
from generator.readings.filing_said import BY_THE_WAY, quote_match, quote_with_whom
from generator.readings.filing_words import RECEIVED
from generator.readings.lowered import lowered
from generator.readings.sentences import begins_with_case, sentence_at
from generator.readings.step_actors import StepActor, find_actor

_SENDS = re.compile(
    r"(?<!\w)(?:(?:nộp|gửi)\s[^.;\n]{0,160}?(?<!\w)(?:hồ sơ|đơn|tờ khai|văn bản đề nghị)(?!\w)"
    r"[^.;\n]{0,160}?\s(?:cho|về|đến|tới)|(?:bản|tờ) khai(?!\w)[^.;\n]{0,200}?\s(?:gửi|nộp cho))"
    r"\s(?:các )?(?P<whom>(?:vụ|cục|chi cục|sở|bộ|phòng|[uủ][yỷ] ban|ubnd|viện|công an"
    r"|t(?:òa|oà) án|ngân hàng|hội|ban|trường|cơ quan) [^.;,\n(/]{3,120})"
)
_THERE_ALREADY = re.compile(r"bổ sung|hoàn thiện|trả lại|(?<!\w)đã nộp|kết quả|phiếu chuyển")
_TO_NOBODY = re.compile(
    rf"{BY_THE_WAY.pattern}|cơ quan (?:nhà nước có thẩm quyền|quản lý nhiệm vụ|chủ trì|chuyên môn)"
)
_BEFORE_SUBJECT = re.compile(r",\s|\sthì\s")
_LATER = re.compile(
    rf"{RECEIVED.pattern}|(?:nhận (?:được |đủ ){{0,2}}giấy tờ|khắc phục|giấy biên nhận|hướng dẫn"
    r"|thời gian chủ|có trách nhiệm)(?!\w)"
)
"""Words before what is given by somebody who has received something, or who has to mend it."""
_NEAR, _SUBJECT, _MARK, _SAME = 60, 220, 5, 105
_HANDS_IN = re.compile(r"(?<!\w)(?:nộp|gửi)\s")
_OPENS_OTHERWISE = re.compile(
    r"\W{0,9}(?:bước [0-9]{1,2}\W{1,5})?(?:gửi|chuyển|ra|khi|trường hợp (?:nộp|gửi)|tiếp nhận"
    r"|việc|văn bản|(?:các )?cơ quan|sở|bộ|cục|[uủ][yỷ] ban|hồ sơ)(?!\w)"
)
"""How a sentence begins that is not about somebody else who hands in."""
_TAKES = re.compile(
    r"(?<!\w)(?<!ngày )(?<!khi )(?<!nếu )(?<!phân công )(?<!giao )(?<!cán )"
    r"(?P<whom>(?:vụ|cục|chi cục|sở|bộ|phòng|[uủ][yỷ] ban|ubnd|viện|t(?:òa|oà) án|ngân hàng|hội"
    r"|ban|trường(?! hợp)|cơ quan|hội đồng|người đứng đầu)"
    r"(?: (?!(?:ngày|hồ|thông|không|tiếp|và|thì|văn|khi|được|từ|do|kết)(?!\w))[^\s.,;:()]+){1,18})"
    r"(?:\s?\([^()\n]{1,120}\))?,?\s(?:có trách nhiệm |sẽ |tổ chức |thực hiện ){0,2}"
    r"(?:tiếp|thu) nhận(?: và giải quyết|, giải quyết)? (?:hồ sơ|đơn)(?!\w)"
)
"""Who takes a dossier in, by whatever words."""
_DOES_FOR = re.compile(
    r"(?<!\w)việc (?:cấp|gia hạn|sửa đổi|đăng ký|xác nhận|thực hiện|giải quyết)(?!\w)[^.;\n]{0,80}?"
    r"\scho [^.\n]{10,700}?\sdo (?P<whom>(?:vụ|cục|chi cục|sở|bộ|phòng|[uủ][yỷ] ban|ubnd|ban|viện)"
    r" [^.,;:\n]{3,90}?) (?:thực hiện|tiếp nhận|giải quyết)"
)
"""Who does for some what another body does for others."""
_ASSIGNED = re.compile(
    r"(?<!\w)nộp (?:hồ sơ )?(?:trực tiếp )?tại (?:các )?(?:đơn vị|cơ quan|tổ chức|bộ phận)(?!\w)"
    r"[^.;:\n]{0,40}? (?:do|được) "
    r"(?P<whom>[^.;:\n]{3,80}? (?:phân công|ủy quyền|giao|chỉ định))(?!\w)"
)
"""Who takes in because the head of a body has told him to, in the words of a channel."""
_NOBODY = re.compile(
    r"cơ quan(?: nhà nước| thuế| hải quan)? (?:có thẩm quyền|tiếp nhận|giải quyết|này|trên)"
    r"|bộ phận"
)
"""Words for a taker that tell nobody."""
_OF_FILE = re.compile(r"hồ sơ|hợp lệ|điều kiện|trực tiếp|trực tuyến|bưu (?:chính|điện)")
"""Words of a condition that makes no other case: on a file, or on a way."""
_NAME = 4
"""Words that tell a body from others."""
_MOST = 8

Quotes = tuple[Reading[FilingQuote], ...]


def told_elsewhere(words: Iterable[Passage], quotes: Quotes, doors: Iterable[Door]) -> Quotes:
    """The sentences on other receivers than the places that were read, whose are `quotes`."""
    words, doors = tuple(words), tuple(doors)
    senders = _further_senders(words, quotes, doors)
    others = (*_further_takers(words, quotes, doors), *_further_doers(words, quotes))
    return (*senders, *others, *_assigned(words, quotes))


def _further_senders(words: Iterable[Passage], quotes: Quotes, doors: Iterable[Door]) -> Quotes:
    """The sentences by which others hand in to others than the one place that was read.

    `quotes` are the sentences of `doors`.
    """
    names = {lowered(one.name) for one in doors}
    told = " ".join(lowered(f"{one.value.heading} {one.value.text}") for one in quotes)
    if not _HANDS_IN.search(told):
        return ()
    return tuple(_elsewhere(words, told, names))


def _elsewhere(
    words: Iterable[Passage], told: str, names: set[str]
) -> Iterator[Reading[FilingQuote]]:
    """Sentences of the reader on a receiver that is none of `names`, and of whom nothing is `told`.

    Each once; none that begins as what is told.
    """
    begun: set[str] = set()
    for passage in words:
        for match in islice(_SENDS.finditer(passage.low), _MOST):
            said = " ".join(lowered(sentence_at(passage.recorded, match.start())).split())
            if said in begun or said[_MARK:_SAME] in told:
                continue
            if _is_other(passage, match, told, names) and not _OPENS_OTHERWISE.match(said):
                begun.add(said)
                yield quote_match(passage, match)


def _is_other(passage: Passage, match: re.Match[str], told: str, names: set[str]) -> bool:
    """Whether a reader, and nobody who has taken a dossier in, gives it to somebody else."""
    sentence = sentence_at(passage.recorded, match.start())
    whom = " ".join(match["whom"].split()[:_NAME])
    if whom in told or _THERE_ALREADY.search(match[0]) or _TO_NOBODY.search(match["whom"]):
        return False
    around = passage.low[match.start() : match.end() + _NEAR]
    before = lowered(sentence).partition(match[0][:_NAME])[0][-_SUBJECT:]
    subject = _BEFORE_SUBJECT.split(before)[-1]
    if any(name in around or name in subject for name in names) or _LATER.search(before):
        return False
    return find_actor(sentence, 0, len(sentence)).actor is not StepActor.OFFICE


def _further_takers(words: Iterable[Passage], quotes: Quotes, doors: Iterable[Door]) -> Quotes:
    """The sentences by which another body than the one place that was read takes in a case."""
    names = {lowered(one.name) for one in doors}
    told = " ".join(lowered(f"{one.value.heading} {one.value.text}") for one in quotes)
    if len(names) != 1 or not quotes:
        return ()
    return tuple(
        quote_match(passage, match)
        for passage, match, sentence in _taking(words)
        if _is_other_case(sentence, match) and _own_name(match) not in f"{told} {names}"
    )


def _further_doers(words: Iterable[Passage], quotes: Quotes) -> Quotes:
    """The sentences by which another body does for some what the answer's does for others."""
    told = " ".join(lowered(one.value.text) for one in quotes)
    return tuple(
        quote_with_whom(passage, match)
        for passage in words
        for match in islice(_DOES_FOR.finditer(passage.low), _MOST)
        if told and match["whom"] not in told
    )


def _assigned(words: Iterable[Passage], quotes: Quotes) -> Quotes:
    """The sentence of a channel on whom the receiving body has told to take dossiers in."""
    told = " ".join(lowered(one.value.text) for one in quotes)
    found = (
        replace(said, value=replace(said.value, beside=True))
        for passage in words
        for match in islice(_ASSIGNED.finditer(passage.low), 1)
        if passage.method and told and match[0] not in told
        for said in [quote_match(passage, match)]
    )
    return tuple(islice(found, 1))


def taken_by_somebody(words: Iterable[Passage]) -> Quotes:
    """The first sentence by which somebody takes a dossier in who is no known body."""
    return tuple(quote_match(passage, match) for passage, match, _ in islice(_taking(words), 1))


def _taking(words: Iterable[Passage]) -> Iterator[tuple[Passage, re.Match[str], str]]:
    """What is said of somebody who takes in, with its sentence; nothing of files that lack."""
    for passage in words:
        for match in islice(_TAKES.finditer(passage.low), _MOST):
            sentence = sentence_at(passage.recorded, match.start())
            if not (_NOBODY.match(match["whom"]) or BY_THE_WAY.search(lowered(match[0]))):
                yield passage, match, sentence


def _is_other_case(sentence: str, match: re.Match[str]) -> bool:
    """Whether a sentence opens with for whom it is, and not with what a file or a way is like."""
    case = lowered(sentence).partition(match["whom"])[0]
    return begins_with_case(sentence) and not _OF_FILE.search(case)


def _own_name(match: re.Match[str]) -> str:
    """The name of who takes in, without where he is."""
    return match["whom"].partition(" nơi ")[0]
