"""Who receives a dossier, in clauses that no applicant's sentence of handing in tells.

"Sở Tư pháp tiếp nhận hồ sơ", "lập hồ sơ đề nghị Bộ Tài chính phê duyệt", "Hội đồng lập hồ sơ, nộp
về Bộ Tư pháp": weaker than a sentence of handing in, stronger than the one-stop rule.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.readings.bodies import Found, body_at
from generator.readings.body import BodyKind
from generator.readings.body_grammar import heads
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Certainty, Reading
from generator.readings.filing_clauses import (
    ClauseSpan,
    Filing,
    Passage,
    clause_spans,
    is_office_clause,
    subject_of,
)
from generator.readings.filing_doors import doors_of
from generator.readings.filing_told import is_whole_name
from generator.readings.filing_window import Doors
from generator.readings.filing_words import FILES, NOT_FILING, OR_ALSO, RECEIVED
from generator.readings.lowered import lowered

_DOSSIER = r"(?:hồ sơ|đơn|tờ khai|(?:văn bản|công văn|giấy|phiếu|yêu cầu) (?:đề nghị|đăng ký))"
_TAKES = re.compile(
    r"\s?(?:\([^()\n]{1,120}\)\s?)?(?:nơi [^,.;:\n]{3,80}? )?"
    r"(?:có trách nhiệm |sẽ |tổ chức |thực hiện ){0,2}"
    rf"(?:(?:tiếp|thu) nhận(?! hồ sơ (?:từ|do) )[^.;:\n]{{0,60}}?|nhận)\s{_DOSSIER}(?!\w)"
    r"(?! (?:từ|do|của) (?:bộ phận|trung tâm|văn phòng|sở|ubnd|ủy ban))"
)
"""What a body does that receives a dossier."""
_WHERE_HANDED_IN = re.compile(
    r"\s(?:,\s)?nơi (?:(?:mình|đã|mà|tổ chức|cá nhân|công dân|doanh nghiệp"
    r"|người [^.,;:\n]{2,40}?)\s)?(?:đã )?nộp hồ sơ(?!\w)"
)
_TAKES_RESULT_AT = re.compile(r"(?:nhận|trả) kết quả(?: [^.;:,\n]{0,60})? (?:tại|ở) \Z")
"""What stands behind and before a body at which one takes the result where one has filed."""
_TAKER_AT = re.compile(
    r"(?:cán bộ|công chức|nhân viên|người|viên chức) (?:tiếp )?nhận hồ sơ (?:tại|của|ở) (?:các )?\Z"
)
"""Before a body: who sits there and takes dossiers in."""
_AT_THAT_TIME = re.compile(r"(?:ngày|khi|nếu|cán|từ)\s\Z")
"""Before a body that takes a dossier in: the words only tell a time, or an official."""
_HAS_DOSSIER = re.compile(rf"(?<!\w){_DOSSIER}(?!\w)")
_ASKED = re.compile(
    rf"(?<!\w)(?:{_DOSSIER}|văn bản|công văn|thủ tục|phải)(?!\w)[^.;:\n]{{0,80}}?\s?đề nghị\s"
)
_SUBMITTED = re.compile(r"(?<!\w)(?:trình|báo cáo|đề nghị)\s")
_DONE_BY_BODY = re.compile(
    r"\s?(?:\([^()\n]{1,80}\)\s?)?(?:cấp|phê|chấp|công nhận|xem xét|thẩm định|chủ trì|gia hạn|cho"
    r"|quyết định|xác nhận|thỏa thuận|bổ nhiệm|ban hành|công bố|giải quyết|kiểm tra)(?!\w)"
)
_NEAR, _BEFORE_TAKER = 8, 90
_NOT_A_NAME = re.compile(r"(?:phiếu|giấy|không|chuẩn bị|có|liên quan)\Z")
_PASSED_ON = re.compile(
    r"hồ sơ (?:không|chưa)|ý kiến|sau khi kiểm tra|(?:tiếp nhận|kiểm tra|thẩm định)(?:,? và)? hồ sơ"
    r"|tiếp nhận(?:,| và)? (?:gửi|chuyển|nộp)?"
)
"""What a clause says that passes a dossier on, or back."""
_TO_WORDS = re.compile(
    r"(?<!\w)(?:(?:nộp|gửi)(?:\s[^.;:\n]{0,200}?(?<!\w)(?:đến|tới|về|cho|tại|với))?"
    r"|liên hệ\s(?:\([^()\n]{1,200}\)\s)?với|(?:khiếu nại|tố cáo)\s(?:tại|đến|với))\s"
    r"(?P<whom>(?:nơi|cán bộ|địa điểm|trường(?! hợp)|vụ|phòng|ban|quỹ|đơn vị|cơ sở|tập đoàn"
    r"|hội|công ty|người (?:đang|giữ))(?!\w)"
    r"[^.;:\n]{3,120}?)(?=\s?(?:[.,;:\n]|\Z|\s(?:để|trước|trong|theo|chậm nhất|hoặc gửi|qua)\s))"
)
"""Whom a dossier goes to, by words that name no body."""
_RETURNED = re.compile(
    r"(?<!\w)(?:nộp|giao) lại\s(?:(?:bản (?:chính|gốc)|toàn bộ|cả)\s)?"
    r"(?:giấy|thẻ|chứng chỉ|quyết định|con dấu|phù hiệu|văn bằng)(?!\w)"
    r"(?=[^.;:\n]{0,160}\s(?:cho|tại|về|đến|tới)\s)"
)
"""What somebody hands in who gives up what was issued to him."""
_WORDS_ALONE = re.compile(r"(?<!\w)(?:liên hệ\s(?:với|\()|(?:khiếu nại|tố cáo)\s(?:tại|đến|với)\s)")
_LATER = re.compile(r"(?:kể từ|sau) (?:ngày|khi)(?!\w)")
_POWER = re.compile(
    r"(?:các )?(?:cơ quan|bộ phận|đơn vị|nơi|bộ, cơ quan)(?:, (?:đơn vị|tổ chức|người))?\s"
    r"(?:nhà nước )?(?:quản lý nhà nước )?(?:có thẩm|tiếp(?! công dân)|giải|cấp (?!trên|giấy)"
    r"|được (?!bộ,|các bộ)|đã|do|ban hành|thực hiện|xử lý|chức năng|chuyên môn|kiểm tra"
    r"|quy định tại)"
)

_HEADS_OF_STATE = re.compile(r"thủ tướng|chính phủ|chủ tịch nước|quốc hội|bộ trưởng")
_DECISION = re.compile(
    r"(?:các )?(?:cơ quan|bộ, cơ quan)(?: nhà nước)? "
    r"(?:có thẩm quyền|cấp (?!trên)|thẩm định|giải quyết)"
)


def is_head_of_state(door: Door) -> bool:
    """Whether a door is a person or body that decides, and takes no dossier in itself."""
    return bool(_HEADS_OF_STATE.match(lowered(door.name)))


def is_told_by_power(door: Door) -> bool:
    """Whether words name a body by its power alone ("cơ quan có thẩm quyền").

    The one-stop rule may say which office that is; of another body it may not.
    """
    return door.body is None and is_power(door.name)


def is_power(name: str) -> bool:
    """Whether a name tells a body by its power alone."""
    return _POWER.match(lowered(name)) is not None


def is_told_by_decision(door: Door) -> bool:
    """Whether words name a body by its power to decide alone."""
    return door.body is None and bool(_DECISION.match(lowered(door.name)))


def receivers_in(texts: Iterable[Passage], *, internal: bool = False) -> Doors:
    """The bodies of the first clause that tells who receives the dossier, as likely readings.

    Words that name no whole body are unsure, and count only where no clause names one. In an
    `internal` procedure what is submitted or reported is handed in.
    """
    unsure: Doors = ()
    for words in texts:
        for clause in clause_spans(words.text):
            found = _of_clause(words, clause, internal=internal)
            named = tuple(one for one in found if one.certainty is not Certainty.UNSURE)
            if named:
                return tuple(replace(one, certainty=Certainty.LIKELY) for one in named)
            unsure = unsure or found
            internal = internal and not unsure
    return unsure


def _of_clause(words: Passage, clause: ClauseSpan, *, internal: bool) -> Doors:
    low = words.low
    subject = subject_of(low, clause)
    sent = _sent(words, clause, subject)
    if sent:
        return sent
    if internal or not is_office_clause(low, clause, subject):
        asked = _SUBMITTED if internal else _ASKED
        if doors := tuple(_asked(words, clause, asked, internal=internal)):
            return doors
    return tuple(_taking(words, clause))


def _sent(words: Passage, clause: ClauseSpan, subject: int) -> Doors:
    """The bodies that a dossier is sent to, whoever sends it; not those it is passed on to."""
    low = words.low
    alone = _WORDS_ALONE.search(low, subject, clause.end)
    if told := _returned(words, clause, subject):
        return told
    match = FILES.search(low, subject, clause.end)
    if match is None or not match[0].startswith(("nộp", "gửi")):
        return tuple(_by_words(words, clause, alone.start())) if alone else ()
    if not _HAS_DOSSIER.search(low, clause.start, clause.end):
        return ()
    if NOT_FILING.search(low, clause.start, clause.end):
        return ()
    if RECEIVED.search(low, clause.start, match.start()):
        return ()
    if _PASSED_ON.search(low, clause.start, match.start()):
        return ()
    doors = doors_of(Filing(words, clause, match.start()))
    offices = tuple(one for one in doors if one.value.kind in (DoorKind.OFFICE, DoorKind.ONE_STOP))
    return offices or tuple(_by_words(words, clause, match.start()))


def _returned(words: Passage, clause: ClauseSpan, subject: int) -> Doors:
    """The bodies to which somebody gives back what was issued to him."""
    match = _RETURNED.search(words.low, subject, clause.end)
    if match is None or is_office_clause(words.low, clause, subject):
        return ()
    doors = doors_of(Filing(words, clause, match.start()))
    return tuple(one for one in doors if one.value.kind in (DoorKind.OFFICE, DoorKind.ONE_STOP))


def _by_words(words: Passage, clause: ClauseSpan, at: int) -> Iterator[Reading[Door]]:
    """Whom the words behind a verb of sending tell, where they name no body."""
    match = _TO_WORDS.match(words.low, at, clause.end)
    if match:
        span = match.span("whom")
        door = Door(DoorKind.OFFICE, name=words.text[slice(*span)].strip())
        yield Reading(door, Certainty.UNSURE, (words.evidence(*span),))


def _asked(
    words: Passage, clause: ClauseSpan, asked: re.Pattern[str], *, internal: bool
) -> Iterator[Reading[Door]]:
    """The body that a dossier asks for what it does: "đề nghị Bộ Y tế cấp …"."""
    match = asked.search(words.low, clause.start, clause.end)
    if match and internal and _LATER.search(words.low, clause.start, match.start()):
        return
    found = body_at(words.text, words.low, match.end(), clause.end) if match else None
    named = found and not _NOT_A_NAME.search(lowered(found.body.name))
    if not (found and named and is_whole_name(words, found, clause.end)):
        return
    if internal or _DONE_BY_BODY.match(words.low, found.end, clause.end):
        yield _door(words, found)


def _taking(words: Passage, clause: ClauseSpan) -> Iterator[Reading[Door]]:
    """The bodies of a clause that take a dossier in, with those joined to them before."""
    held: list[Found] = []
    position = clause.start
    while match := heads(weak=True).search(words.low, position, clause.end):
        found = body_at(words.text, words.low, match.start(), clause.end)
        position = max(match.end(), found.end if found else 0)
        told = found is not None and is_whole_name(words, found, clause.end)
        told = told and found is not None and not _NOT_A_NAME.search(lowered(found.body.name))
        before = words.low[max(clause.start, match.start() - _NEAR) : match.start()]
        if found is None or not told or _AT_THAT_TIME.search(before):
            held = []
            continue
        if held and not OR_ALSO.fullmatch(words.low, held[-1].end, found.start):
            held = []
        held.append(found)
        if _takes_in(words, found, clause):
            yield from (_door(words, one) for one in held)
            return


def _takes_in(words: Passage, found: Found, clause: ClauseSpan) -> bool:
    """Whether a body takes a dossier in, is where somebody sits who does, or where one filed."""
    low = words.low
    before = low[max(clause.start, found.start - _BEFORE_TAKER) : found.start]
    if _is_way_of_offices(low, found):
        return False
    if _TAKES.match(low, found.end, clause.end) or _TAKER_AT.search(before):
        return True
    filed = _WHERE_HANDED_IN.match(low, found.end, clause.end)
    return filed is not None and _TAKES_RESULT_AT.search(before) is not None


def _is_way_of_offices(low: str, found: Found) -> bool:
    """Whether a body takes in what offices send through it, as words before tell in a bracket."""
    return low.find(f"(qua {low[found.start : found.end]}", 0, found.start) >= 0


def _door(words: Passage, found: Found) -> Reading[Door]:
    one_stop = any(one.kind is BodyKind.ONE_STOP for one in found.body.chain)
    door = Door(
        DoorKind.ONE_STOP if one_stop else DoorKind.OFFICE,
        name=words.text[found.start : found.end].strip(" ,.;-–"),
        body=found.body,
        levels=found.body.levels,
    )
    return Reading(door, Certainty.LIKELY, (words.evidence(found.start, found.end),))
