"""Which of the stated lengths are of an office's work, which of the reader's, and which of none."""

import re
from collections.abc import Iterator

from generator.readings.alternation import guarded
from generator.readings.sentences import begins_with_case
from generator.readings.time_acts import (
    REPAIRED,
    begins_later,
    condition_of,
    follows_explanation,
    follows_result,
    is_own_task,
    leads_to_no_result,
    pays,
)
from generator.readings.time_patterns import ACCEPTED, EXCEEDED, VALIDITY
from generator.readings.time_said import Said
from generator.readings.time_statements import Role, Statement
from generator.readings.time_values import Length

_TOTAL = re.compile(r"tổng (?:cộng |số )?thời (?:gian|hạn)", re.IGNORECASE)
OFFICE = (Role.WHOLE, Role.STAGE, Role.NOTICE, Role.EXTENSION, Role.WAITING, Role.TAX)
"""What an office does with a complete file."""
_BESIDE = (Role.NOTICE, Role.EXTENSION, Role.WAITING)
_NOT_WORK = guarded(
    "bcđghklmqtvy",
    r"(?:chưa|không)(?: được| có)? (?:đầy đủ|đủ(?! điều kiện)|hợp lệ|đúng)"
    r"|(?:yêu cầu|(?<!hồ sơ )(?<!thuận )đề nghị|thông báo|văn bản(?! chấp thuận))[^.;]{0,40}"
    r" (?:sửa đổi|bổ sung|hoàn (?:thiện|chỉnh))"
    r"|(?<!sửa đổi, )(?<!tổng hợp, )(?:bổ sung|hoàn (?:thiện|chỉnh))[^.;]{0,20}"
    r" (?:hồ sơ|giấy tờ|tài liệu)(?!, (?:ra )?quyết định)"
    r"|cần (?:sửa đổi|bổ sung)|khắc phục|giải trình|(?<!không )có giá trị|còn thiếu"
    r"|thời hạn sử dụng"
    r"|lùi thời (?:điểm|gian|hạn)|thời gian lùi"
    r"|mức (?:hỗ trợ|vay)\s?:"
    r"|hợp đồng[^.;]{0,40}thời hạn|quá thời hạn",
    re.IGNORECASE,
)
"""Sentences of steps about a dossier that lacks something, or about what lasts for long."""
_LASTS = re.compile(
    r"(?:ân hạn(?: thuế)?|(?<!không )có thời hạn(?: là| tối đa| không quá)?)\s\(?\Z", re.IGNORECASE
)
"""What stands right before how long a result holds, or a payment is put off."""
_LACKS = re.compile(
    r"(?:chưa|không)(?: được| có)? (?:đầy đủ|đủ(?! điều kiện)|hợp lệ|đúng)|cần (?:sửa|bổ sung)",
    re.IGNORECASE,
)
_BEFOREHAND = re.compile(
    r"(?:chậm nhất|muộn nhất|ít nhất|tối thiểu|trước)[^.;]{0,40}[0-9][^.;]{0,40}"
    r" trước (?:ngày|giờ|khi|thời)",
    re.IGNORECASE,
)
"""How long before an event something is filed."""
_FILES = re.compile(
    r"(?:các )?(?:doanh nghiệp|công ty|thương nhân|tổ chức|cá nhân|chủ đầu tư|người|sinh viên"
    r"|học sinh|học viên|thí sinh|hợp tác xã|ngân hàng(?! nhà nước)|quỹ tín dụng|thân nhân"
    r"|biên tập viên|chủ dự án|NNT)(?!\w)"
    r"(?:(?!\s(?:cơ quan|[uủ][yỷ] ban|(?<!cơ )sở|bộ|cục|phòng|thẩm quyền)(?!\w))[^.;]){0,200}?"
    r" (?:nộp|gửi|thông báo|(?:phải )?hoàn thiện)(?!\w)"
    r"|(?:doanh nghiệp|công ty|thương nhân)(?!\w)[^.;]{0,200}? báo cáo (?:cho )?"
    r"(?:cơ quan|ủy ban|sở|bộ|ngân hàng|cục)(?!\w)",
    re.IGNORECASE,
)
_THEN_FILES = re.compile(
    r"(?:(?!(?:cơ quan|[uủ][yỷ] ban|sở|bộ|cục|(?<!văn )phòng)(?!\w))[^.;\n]){0,240}"
    r", (?:doanh nghiệp|tổ chức|cá nhân|thương nhân|công ty|chủ đầu tư)"
    r"(?:, (?:cá nhân|tổ chức))? (?:phải )?(?:nộp|gửi)(?!\w)",
    re.IGNORECASE,
)
"""What stands behind the length within which somebody files, without an office before them."""
_HOLDS = re.compile(
    r"\W{0,9}(?:các )?(?:doanh nghiệp|tổ chức|thương nhân|cá nhân)(?:, cá nhân)? được cấp(?!\w)"
    r"[^.;]{0,120} (?:có trách nhiệm|phải)(?!\w)",
    re.IGNORECASE,
)
"""How a sentence begins on what the holder of a result does."""
_HANDS_ON = re.compile(
    r"người sử dụng lao động (?:có trách nhiệm )?(?:nộp|gửi|lập)(?!\w)", re.IGNORECASE
)
_IS_RECEIVED = re.compile(r"(?:ngày|khi) nhận (?:được |đủ )*hồ sơ từ(?!\w)", re.IGNORECASE)
_WHOLE_FILE = re.compile(
    r"(?:ngày|khi) (?:nhận đủ hồ sơ|nhận (?:được )?hồ sơ (?:đầy đủ|hợp lệ|đáp ứng))(?!\w)",
    re.IGNORECASE,
)
_FILES_AND_GETS = re.compile(
    r"\W{0,9}(?:nộp|gửi) hồ sơ(?!\w)[^.;]{0,60}(?<!\w)nhận kết quả(?!\w)", re.IGNORECASE
)
_LENGTHENS = re.compile(
    r"(?:gia hạn|kéo dài)(?: thêm)? (?:thời gian|thời hạn)"
    r"(?! (?:sử dụng|hiệu lực|đăng ký|sở hữu|thuê|giấy|nhập khẩu|xuất khẩu|hoạt động|khai thác))"
    r"|thời (?:gian|hạn)(?! lùi)[^.;]{0,80} (?:gia hạn|kéo dài|dài hơn)"
    r"|trường hợp (?:phải )?kéo dài (?:hơn|quá)(?=\s{0,2}(?:[0-9]|\Z))",
    re.IGNORECASE,
)
_FILING = re.compile(r"\W{0,9}(?:nộp|gửi|lập) (?:hồ sơ|tờ khai)(?!\w)", re.IGNORECASE)
"""How a sentence begins on what the reader does."""
_BEFORE_EVENT = re.compile(r"gửi trước ngày [^.;,0-9]{3,40}\s\Z", re.IGNORECASE)
"""What stands before how long before an event something is sent to those whom it is for."""
_SENT_AGAIN = re.compile(r"hồ sơ (?:đã )?(?:được )?(?:hoàn thiện|bổ sung|chỉnh sửa)", re.I)
EVERY_FILE = re.compile(
    r"hồ sơ|hợp lệ|đủ điều kiện|đáp ứng|đồng ý|chấp thuận|(?<!không )đạt yêu cầu|kết quả",
    re.IGNORECASE,
)
"""What a condition is about that every file meets in the end, or that is about its outcome."""
_MAY_BEGIN = re.compile(
    r"(?:(?:tổ chức|cá nhân|doanh nghiệp|người|thương nhân|chủ đầu tư|cơ sở)[^.;]{0,60}?)"
    r" được (?:phép|quyền|tổ chức|tiến hành|thực hiện)(?!\w)",
    re.IGNORECASE,
)
_POSTED = re.compile(r"niêm yết|đăng (?:tin|báo)", re.IGNORECASE)
"""What lasts for a length is a public notice, and no work."""
_MAIN = 260
"""So many characters at the start of a sentence tell what its limit is of."""
_OUTCOMES = re.compile(r";\s(?=trường hợp|nếu)", re.IGNORECASE)
"""Before a further outcome, whose limit is another one."""
_SENTENCE = re.compile(r"[.;](?=\s)|\n")
_OF_LISTED_CASES = re.compile(
    r"\W{0,9}Trường hợp(?!\w)(?:(?!hồ sơ|[0-9]{1,3} (?:ngày|tháng))[^.;]){3,300};"
    r"(?:(?!(?<!\w)(?:thì|hồ sơ)(?!\w)|[0-9]{1,3} (?:ngày|tháng))[^.;]){3,300},"
    r" (?:trong |thời )[^.;,]{0,30}\Z",
    re.IGNORECASE,
)
"""What stands before the one limit of several cases: "Trường hợp …; … hoặc …, trong thời hạn"."""
_BEFORE = 20
"""Characters before a length that can say that it has passed."""


def hands_on(said: Said) -> bool:
    """Whether an employer passes a file on that it has received from whom it is about."""
    is_received = _IS_RECEIVED.match(said.one.limit.start or "") is not None
    return is_received and _HANDS_ON.match(said.one.act) is not None


def is_told(said: Said) -> bool:
    """Whether words of a channel tell of the work, and not of how long its result is valid."""
    if said.one.role is not Role.OTHER:
        return True
    at = said.one.at
    is_passed = EXCEEDED.search(said.text, max(0, at - _BEFORE), at)
    return not is_passed and not VALIDITY.search(said.sentence)


def is_rival(said: Said, figures: list[Length]) -> bool:
    """Whether a limit is a declared number in another unit."""
    is_other = said.one.limit.unit != "year" and any(
        figure[0][0] == said.one.limit.value and figure != said.length for figure in figures
    )
    is_other = is_other and not _POSTED.search(said.before)
    return is_other and not is_own(said) and not _LACKS.search(said.sentence)


def is_work(said: Said, roles: tuple[Role, ...]) -> bool:
    """Whether a limit of the steps is that of an office's work on a complete file."""
    one = said.one
    if _LENGTHENS.search(said.sentence) or hands_on(said):
        return True
    if one.role not in roles or one.limit.unit == "year" or is_own(said):
        return False
    if _LASTS.search(said.before):
        return False
    if leads_to_no_result(one) or not (one.limit.value or Role.CHECK in roles):
        return False
    is_clear = ACCEPTED.search(one.act) or REPAIRED.search(one.limit.start or "")
    if is_clear or follows_explanation(one):
        return True
    return not all(map(_NOT_WORK.search, _outcomes_of(said)))


def _outcomes_of(said: Said) -> Iterator[str]:
    """The words of a sentence on its first outcome, and on a later one that a limit is of."""
    yield _OUTCOMES.split(said.quoted[:_MAIN])[0]
    _, *later = _OUTCOMES.split(said.before)
    if later:
        behind = said.text[said.one.at : said.one.at + _MAIN]
        yield later[-1] + _SENTENCE.split(behind)[0]


def is_own(said: Said) -> bool:
    """Whether a limit is that of the reader, who files or informs within it."""
    one = said.one
    if hands_on(said) or pays(said.one) or _runs_from_whole_file(said) or allows(one):
        return False
    if one.role is Role.APPLICANT or is_own_task(one.act) or _FILES.match(one.act):
        return True
    words = said.sentence
    if _THEN_FILES.match(said.text, said.one.at):
        return True
    return bool(_BEFOREHAND.search(words) or _FILING.match(words) or _HOLDS.match(words))


def allows(one: Statement) -> bool:
    """Whether somebody may begin when a time has passed without an answer."""
    return one.role is Role.WAITING and _MAY_BEGIN.match(one.act) is not None


def _runs_from_whole_file(said: Said) -> bool:
    """Whether words of a channel on filing and on the result tell the time in between."""
    is_both = said.pointer[0] == "channels" and _FILES_AND_GETS.match(said.one.act) is not None
    return is_both and _WHOLE_FILE.match(said.one.limit.start or "") is not None


def is_filing(said: Said) -> bool:
    """Whether a limit is by when the reader files, and not what follows when all is done."""
    is_later = follows_result(said.one) or _HOLDS.match(said.sentence)
    is_other = is_later or _SENT_AGAIN.search(said.one.act) or "báo cáo" in said.one.act
    return is_own(said) and not is_other and not _BEFORE_EVENT.search(said.before)


def lengthens(said: Said) -> bool:
    """Whether a limit is what the time can become at most."""
    return said.one.role is Role.EXTENSION or _LENGTHENS.search(said.before) is not None


def is_total(said: Said) -> bool:
    """Whether a sentence names the time of all work together."""
    return _TOTAL.search(said.sentence) is not None


def is_only_for_some(said: Said) -> bool:
    """Whether a part of the work is done in a case alone, other than that the file is complete."""
    case = said.before
    return begins_with_case(case) and not EVERY_FILE.search(case)


def is_special(said: Said) -> bool:
    """Whether a limit is that of a case, or comes beside the usual one."""
    if condition_of(said.one) is not None or said.one.role in _BESIDE:
        return True
    if _LENGTHENS.search(said.sentence) or _OF_LISTED_CASES.match(said.before):
        return True
    return begins_with_case(said.quoted) and not begins_with_case(said.sentence)


def is_incomplete(said: Said) -> bool:
    """Whether a limit is that of a file that lacks something, or runs when all is done."""
    return leads_to_no_result(said.one)


def starts_later(said: Said) -> bool:
    """Whether the limit of a case runs from another event than receipt of the file."""
    return is_special(said) and begins_later(said.one)
