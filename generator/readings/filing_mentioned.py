"""The last words on where something is given: whoever gives, whatever, and to whomever.

Read only where no better words tell a place, so that no page says of a source that it is silent
which is not: the sentence is quoted, and no place is read out of it.
"""

import re
from collections.abc import Iterable
from itertools import islice

from generator.readings.door import FilingQuote
from generator.readings.evidence import Reading
from generator.readings.filing_clauses import ClauseSpan, Passage, is_office_clause, subject_of
from generator.readings.filing_receivers import is_power
from generator.readings.filing_said import quote_with_whom
from generator.readings.filing_words import RECEIVED
from generator.readings.lowered import lowered
from generator.readings.sentences import sentence_at
from generator.readings.step_actors import StepActor, find_actor

_BODY = (
    r"bộ(?! hồ sơ)|bộ trưởng|sở|cục|tổng cục|chi cục|vụ|ban|[uủ][yỷ] ban|ubnd|chủ tịch|giám đốc"
    r"|hội đồng|trung\s?tâm|phòng|công an|viện|ngân hàng|kho bạc|kbnn|quỹ|cảng vụ|biên phòng|đồn"
    r"|văn phòng|đại diện|thủ trưởng|cơ quan(?!, tổ chức| (?:có )?liên quan)"
)
_ANYBODY = (
    rf"{_BODY}|đơn vị|tổ chức(?! (?:đề nghị|liên quan|yêu cầu))|cơ sở|nơi|trụ sở|hải quan"
    r"|cơ quan, tổ chức có thẩm quyền|chủ đầu tư|cqđd"
    r"|người (?:sử dụng|đứng đầu|có thẩm)|cấp (?:có|phê)|trường(?! hợp)|hệ thống|cổng|ứng dụng"
)
_GIVES = re.compile(
    r"(?<!\w)(?:"
    r"(?:(?:nộp|gửi|trình|xuất trình|cung cấp|mang)\s(?:(?:[^.;\n]|;\s(?=qua|trực)){0,900}?\s)?"
    r"(?:cho|đến|tới|về|tại|lên|qua|gửi|trình)"
    r"|(?:bưu (?:chính|điện)|mạng điện tử)[^.;\n]{0,60}\s(?:đến|tới|về)"
    r"|(?:nộp|gửi) (?:đơn|văn bản) đề nghị [^.\n]{0,1400}\s(?:đến|tới|về)"
    r"(?= [^.;\n]{4,60}\s?(?:\n|\Z))"
    r"|gửi|trình|(?:khiếu nại|tố cáo)(?: trực tiếp)? tại|đăng nhập(?: vào)?"
    r"|(?:đăng ký|khai báo|khai|làm thủ tục|kê khai|đăng nhập|đề nghị)\s[^.;\n]{0,300}?\s"
    r"(?:tại|với|trên|qua|cho|về|đến|tới)|được thực hiện tại)\s?"
    rf"(?P<anybody>(?:các )?(?:{_ANYBODY})(?!\w)[^.;:,\n()]{{0,90}}(?:\([^()\n]{{0,120}}\))?)"
    rf"|(?:báo cáo|đề nghị|thông báo) (?P<body>(?:{_BODY})(?!\w)[^.;:,\n()]{{0,90}}))"
)
"""Words of giving with whom it goes to; a mere word of telling or asking, with a body."""
_AFTERWARDS = re.compile(
    r"bổ sung (?:hồ|đầy|theo|các)|(?:để|yêu cầu) bổ sung|hoàn thiện hồ sơ|trả lại|(?<!\w)đã nộp"
    r"|kết quả|kết luận|đăng ký lưu hành|trả biên lai|(?:lấy|xin) ý kiến"
    r"|giấy hẹn|từ chối|chuyển hồ sơ"
)
"""Words of a sentence about a dossier that is there already."""
_LATER = re.compile(
    r"trong (?:thời hạn|vòng) |sau khi có |\A\W{0,9}(?:quyết định|riêng|[0-9]{2} ngày)(?!\w)"
)
"""Words before a gift that comes later, or in a special case alone."""
_LEADS_TO_LIST = re.compile(r"(?<!\w)(?:sau|gồm)(?: đây)?\s?:")
_PLANS = "lập kế hoạch"
_PORTAL = ("hệ thống", "cổng", "ứng dụng", "các hệ thống", "các cổng")
_SIGNS_IN = ("đăng nhập", "truy cập")
_MOST, _MARK, _NAME = 12, 16, 12

Quotes = tuple[Reading[FilingQuote], ...]


def mentioned_giving(words: Iterable[Passage], *, internal: bool = False) -> Quotes:
    """The first sentences of channels and of steps in which somebody gives something to somebody.

    In an `internal` procedure offices give to offices.
    """
    words = tuple(words)
    channels = [one for one in words if one.method]
    steps = [one for one in words if not one.method]
    found = (*_first(channels, internal=internal), *_first(steps, internal=internal))
    return found[:1] if _say_the_same(found) else found


def tells_whom(quotes: Quotes) -> bool:
    """Whether sentences say who gets something by more than a power, or than a portal."""
    if any(_LEADS_TO_LIST.search(one.value.text) for one in quotes):
        return True
    told = (whom for one in quotes for whom in one.value.receivers)
    return any(not (is_power(whom) or lowered(whom).startswith(_PORTAL)) for whom in told)


def tells_portal(quote: Reading[FilingQuote]) -> bool:
    """Whether a sentence says where one signs in, or gives something to a portal alone."""
    return all(lowered(whom).startswith(_PORTAL) for whom in quote.value.receivers)


def _first(words: Iterable[Passage], *, internal: bool) -> Quotes:
    found = (
        quote_with_whom(passage, match, match.lastgroup or "body")
        for passage in words
        for match in islice(_GIVES.finditer(passage.low), _MOST)
        if _is_first_giving(passage, match, internal=internal)
    )
    return tuple(islice(found, 1))


def _say_the_same(quotes: Quotes) -> bool:
    """Whether all sentences name one receiver, by how its name begins."""
    return len({lowered(one.value.receivers[0])[:_NAME] for one in quotes}) == 1


def _is_first_giving(passage: Passage, match: re.Match[str], *, internal: bool) -> bool:
    sentence = sentence_at(passage.recorded, match.start())
    low = lowered(sentence)
    before = low.partition(match[0][:_MARK])[0].rpartition(": ")[2]
    if _AFTERWARDS.search(low) or RECEIVED.search(before) or _LATER.search(before):
        return False
    return internal or match[0].startswith(_SIGNS_IN) or not _is_of_office(sentence, low)


def _is_of_office(sentence: str, low: str) -> bool:
    """Whether an office acts, or somebody makes plans with those above him."""
    whole = ClauseSpan(0, len(low))
    if _PLANS in low or is_office_clause(low, whole, subject_of(low, whole)):
        return True
    return find_actor(sentence, 0, len(sentence)).actor is StepActor.OFFICE
