"""What a limit is about: for whom, from when, and whether what is done within it is the result."""

import re

from generator.readings.alternation import guarded
from generator.readings.time_patterns import (
    ACCEPTED,
    CONDITION,
    IDLE,
    LATER,
    REFUSED,
    RESULT,
    USUAL,
)
from generator.readings.time_statements import Statement

_JOINT = " – "
_INCOMPLETE = guarded(
    "bcđghknpqty",
    r"(?:không|chưa)(?: được| có)? (?:đầy đủ|đủ|hợp lệ|đúng|đạt|bảo đảm|đảm bảo|phù hợp|đáp ứng"
    r"|hỗ trợ)"
    r"|(?<!hồ sơ đề nghị sửa đổi, )(?<!việc sửa đổi, )bổ sung"
    r"(?=[^.;]{0,30}(?:hồ sơ|giấy tờ|tài liệu|thông tin|yêu cầu|đầy đủ))"
    r"|(?:yêu cầu|phải|cần|thông báo|đã) (?:được )?(?:sửa đổi, )?bổ sung(?! dự toán| kinh phí)"
    r"|hoàn thiện|cần sửa đổi|hồ sơ (?:đã (?:được )?)?sửa đổi"
    r"|chỉnh sửa|giải trình|khắc phục|không nộp hồ sơ"
    r"|hết thời hạn|quá thời hạn"
    r"|nộp (?:hồ sơ )?(?:trực tiếp|trực tuyến|qua)|thời gian nộp",
    re.IGNORECASE,
)
SEVERAL_WAYS = re.compile(
    r"Trường hợp không khai thác được[^–]{0,200} như sau"
    r"|(?!Trường hợp|Đối với|Nếu)(?:[^–]{0,60} )?nộp [^–]{0,60} (?:sau(?:\W[^–]{0,400})?"
    r"|hoặc [^–]{0,400})",
    re.IGNORECASE,
)
"""The head of a list of ways to go on, which says nothing of what is lacking in a file."""
_LACKS_NOTHING = re.compile(
    r"không (?:(?:có|phải|cần) (?:yêu cầu )?|yêu cầu )(?:sửa đổi, )?"
    r"(?:bổ sung|hoàn thiện|giải trình)(?!\w)"
    r"(?: hồ sơ)?",
    re.IGNORECASE,
)
"""A case of complete files, by what is not asked for."""
_EITHER_OUTCOME = re.compile(
    r"(?<!\w)hoặc (?:ra |có )?(?:thông báo |văn bản )?từ chối(?!\w)", re.IGNORECASE
)
"""The refusal as one of two outcomes of the same work: no case of a file that is refused."""
_ANSWERS_INCOMPLETE = re.compile(
    r"(?:[^.;]{0,140}\s)?(?:thông báo|yêu cầu|trả lại|hướng dẫn)(?!\w)[^.;]{0,160}?"
    r"(?:(?:không|chưa) (?:hợp lệ|đầy đủ|đủ|đúng)|(?<!thuận đề nghị sửa đổi, )bổ sung"
    r"|hoàn thiện|cung cấp)"
    r"|[^.;]{0,120}sau khi[^.;]{0,60}(?:bổ sung|hoàn thiện|hoàn chỉnh|chỉnh sửa)",
    re.IGNORECASE,
)
"""What an office does about a dossier that lacks something."""
_OWN_TASK = re.compile(
    r"(?:các )?(?:đội|người|tổ chức|cá nhân|doanh nghiệp|cơ sở|chủ [^.;,]{1,20}|thương nhân"
    r"|công ty|đơn vị|công dân|hợp tác xã|ngân hàng(?! nhà nước)|quỹ tín dụng|thân nhân"
    r"|biên tập viên)"
    r"(?! có thẩm| quản lý| tiếp nhận| thẩm định| giải quyết| nhận hồ sơ| tổ chức thi(?!\w))"
    r"[^.;,]{0,90}?\s(?:nộp|gửi|phải|đăng ký|hoàn thiện|bổ sung|báo cáo|có trách nhiệm)(?!\w)"
    r"(?! hồ sơ, (?:ra )?quyết định)",
    re.IGNORECASE,
)
"""What applicants do themselves."""
_NEEDED = re.compile(
    r"cần thiết|cần phải|được chấp nhận|sự cố|có ý kiến|thẩm định|đủ điều kiện", re.IGNORECASE
)
"""What happens while a file is handled: no case of an applicant."""
_ASKS = re.compile(r"lấy ý kiến", re.IGNORECASE)
_DRAFT = re.compile(r"(?<!tờ )trình(?! tự| độ)(?!\w)|lấy ý kiến|dự thảo", re.IGNORECASE)
"""What goes on to whoever decides."""
_TO_GOVERNMENT = re.compile(
    r"(?<!tờ )trình (?:Thủ tướng|Chính phủ|Chủ tịch nước|Quốc hội)(?!\w)", re.IGNORECASE
)
_ISSUES = re.compile(
    r"(?<!\w)(?:tổ chức|tiến hành|thực hiện|thì|,) (?:việc )?in(?: ấn)?(?:,| và)"
    r" (?:ký|phát hành|cấp)(?!\w)",
    re.IGNORECASE,
)
"""What an office prints once everything is decided."""
_RECEIPT = re.compile(
    r"(?<!hết hạn nhận )(?<!hết hạn nộp )hồ sơ|đơn|đề nghị|thụ lý|yêu cầu|tờ khai|báo cáo|kế hoạch"
    r"|giấy tờ|đăng ký",
    re.IGNORECASE,
)
_BARE_RECEIPT = re.compile(
    r"nhận(?: được| đủ)*(?:\Z| (?:văn bản|thông báo|danh sách|phiếu)(?!\w))", re.IGNORECASE
)
_FROM_OFFICE = re.compile(
    r"(?:báo cáo|tờ trình|văn bản|hồ sơ|đề nghị|đề xuất|ý kiến|danh sách|bản sao)"
    r"(?: [^\s.;,]{1,20}){0,10}? (?:của|do|từ) (?:các )?"
    r"(?:cơ quan(?! đề nghị)|sở|bộ|cục|tổng cục|chi cục|ubnd|[uủ][yỷ] ban|phòng|công an"
    r"|trung tâm phục vụ|văn phòng (?:đăng ký|ủy ban)"
    r"|hội đồng (?:thẩm|tư)|bảo hiểm xã hội|chủ tịch|thanh tra)(?!\w)",
    re.IGNORECASE,
)
"""The start of what an office does with the papers of another office."""
_ASKED_FOR = re.compile(
    r"(?<=hồ sơ) (?:đề nghị|đăng ký|xin|yêu cầu) (?:(?! của | và | do )[^.;,]){3,120}",
    re.IGNORECASE,
)
"""What a file asks for, which is no event."""
_DECLARED = re.compile(
    r"(?:ngày |khi |thời điểm )(?:người|tổ chức|cá nhân|doanh nghiệp|thuyền trưởng)(?!\w)"
    r"[^.;,]{0,40} (?:hoàn thành|hoàn tất|nộp|khai|xuất trình)(?!\w)",
    re.IGNORECASE,
)
"""The start by what applicants do to hand in their file."""
_ON_THE_FILE = re.compile(
    r"(?:hết|kết thúc) (?:thời )?(?:hạn |gian )?(?:tiếp )?(?:nhận|nộp|thu)(?!\w)"
    r"|(?:gửi|có|ra|ban hành) (?:văn bản|thông báo|công văn) (?:xác nhận|chấp nhận)"
    r"|giải trình|tra cứu",
    re.IGNORECASE,
)
"""The start after receipt of a file: all have come, it was confirmed, or it was explained."""
_EXPLAINED = re.compile(r"giải trình(?![^.;]{0,60} bổ sung)", re.IGNORECASE)
_RESULT = re.compile(
    r"(?<!đề nghị )(?<!giao )(?<!thẩm quyền )(?<!tham mưu )"
    rf"(?:{RESULT.pattern}|ra\s[“\"]?thông báo)"
    r"(?! thủ tục hành chính)",
    re.IGNORECASE,
)
"""What ends the work, and is no part of the name of an office."""
_PASSES_ON = re.compile(
    r"(?<!được )(?:gửi|trình|báo cáo|lấy ý kiến|đề xuất|thành lập|tham mưu"
    r"|dự thảo|tổng hợp|lập(?= tờ| danh| hồ)"
    r"|cử|có tờ trình|(?:có )?văn bản (?:kèm|đề nghị|lấy|gửi|báo cáo|đề xuất|trình)"
    r"|(?:ban hành |ra )?quyết định thành lập)(?!\w)",
    re.IGNORECASE,
)
"""What an office does with a file before another one decides."""
_LOOKS_INTO = re.compile(r"(?<!được )(?:kiểm tra|chuyển|tiến hành|tổ chức)(?!\w)", re.IGNORECASE)
"""What an office does with a file before it decides itself."""
_AND_DECIDES = re.compile(
    r"(?:và|,|;) (?:cấp(?! tỉnh| xã| trên)|ban hành|quyết định(?! thành)|công nhận|phê duyệt"
    r"|xác nhận (?:trên|vào)|trả|ra [“\"]?thông báo)(?!\w)"
)
"""The decision that follows in the same breath."""
_AFTER_RESULT = re.compile(
    r"(?:ngày|khi) (?:được )?(?:cấp(?! xã| tỉnh)|(?:ký|có|ban hành)(?: văn bản)? quyết định"
    r"(?! (?:về việc )?(?:thành lập|cử|kiểm tra|đánh giá))|ký(?! biên bản| quyết định)|công bố"
    r"|ban hành(?! kết luận| quyết định)"
    r"|(?:kết thúc|hoàn tất|hoàn thành) (?:các |việc )?(?:thủ tục(?! hải quan)|hoạt động))(?!\w)"
    r"|quyết định [^.;,]{3,80} có hiệu lực",
    re.IGNORECASE,
)
"""The start of what follows the result: its publication, a contract, a payment."""
REPAIRED = re.compile(
    r"báo cáo[^.;]{0,40} khắc phục|kết quả khắc phục"
    r"|đã (?:được )?(?:hoàn thiện|hoàn chỉnh|chỉnh sửa|sửa đổi, bổ sung)[^.;]{0,30}"
    r" theo (?:kết luận|ý kiến|văn bản thông báo kết quả)",
    re.IGNORECASE,
)
"""What has been put right after an inspection or a meeting: it lacks nothing in a file."""
_PAYS = re.compile(
    r"chi trả|giải ngân|chuyển (?:kinh phí|tiền)|(?:cấp|cấp phát) kinh phí|chi tiền"
    r"|(?:thực hiện|tiến hành) (?:việc )?(?:hỗ trợ|thanh toán) kinh phí"
    r"|thanh toán (?:kinh phí|tiền|chi phí) (?:hỗ trợ )?cho",
    re.IGNORECASE,
)
"""What an office pays to whoever asked for it."""
_MONEY_THERE = re.compile(r"(?:ngày |khi )?nhận (?:được )?(?:tiền|kinh phí)(?!\w)", re.IGNORECASE)
"""The start of what is paid on to whoever asked for it."""
_OF_EVERY_FILE = re.compile(
    rf"{USUAL.pattern}|nếu [^.;]{{2,160}} không (?:có (?:văn bản|ý kiến) )?trả lời", USUAL.flags
)
"""A condition that is no case of an applicant: the file is complete, or the office is silent."""
_SENDS_WORD = re.compile(r"phải (?:có văn bản|trả lời|thông báo)", re.IGNORECASE)
"""A case in which an office only answers."""


def leads_to_no_result(one: Statement) -> bool:
    """Return whether a file is refused or incomplete then, or the result is there before."""
    case, start = _case_of_limit(one), one.limit.start or ""
    if REFUSED.search(case) or _INCOMPLETE.search(case):
        return True
    if _ANSWERS_INCOMPLETE.match(one.act) and not ACCEPTED.search(one.act):
        return True
    is_again = _INCOMPLETE.search(start) and not REPAIRED.search(start)
    is_again = is_again and not follows_explanation(one)
    return bool(follows_result(one) or is_again)


def follows_explanation(one: Statement) -> bool:
    """Return whether a limit runs from an explanation to the result."""
    start = one.limit.start or ""
    return _EXPLAINED.search(start) is not None and ends_with_result(one)


def _case_of_limit(one: Statement) -> str:
    """The words of a case without heads of lists, what is not lacking, and one outcome of two."""
    parts = (one.case or "").split(_JOINT)
    kept = _JOINT.join(part for part in parts if not SEVERAL_WAYS.fullmatch(part))
    return _EITHER_OUTCOME.sub("", _LACKS_NOTHING.sub("", kept))


def follows_result(one: Statement) -> bool:
    """Return whether a limit runs from when all is done, but for the money that is the result."""
    return _is_after_result(one) and not pays(one)


def pays(one: Statement) -> bool:
    """Return whether somebody pays within a limit that runs from a decision, or from the money."""
    is_due = _is_after_result(one) or _MONEY_THERE.match(one.limit.start or "")
    return bool(is_due) and _PAYS.search(one.act) is not None


def _is_after_result(one: Statement) -> bool:
    return _AFTER_RESULT.match(one.limit.start or "") is not None


def is_own_task(act: str) -> bool:
    """Return whether what is done within a limit is the applicant's, by its subject and verb."""
    return _OWN_TASK.match(act) is not None


def condition_of(one: Statement) -> str | None:
    """The case that a limit is for; a name of a step, or what every file meets, is none."""
    if one.area:
        return one.area
    parts = [part for part in (one.case or "").split(_JOINT) if CONDITION.match(part)]
    return next((part for part in parts[::-1] if not _OF_EVERY_FILE.match(part)), None)


def begins_later(one: Statement) -> bool:
    """Return whether a limit runs from what an office does, and not from receipt of the file."""
    start = one.limit.start or ""
    if _DECLARED.match(start):
        return False
    told = _ASKED_FOR.sub("", start)
    return any(pattern.search(told) for pattern in (LATER, _FROM_OFFICE, _ON_THE_FILE))


def runs_from_file(one: Statement) -> bool:
    """Return whether a limit runs from receipt of the file, or from nothing that is said."""
    start = one.limit.start
    return start is None or bool(_RECEIPT.search(start) and not begins_later(one))


def runs_from_another_event(one: Statement) -> bool:
    """Return whether a limit runs from something that is no receipt, by its words."""
    start = one.limit.start
    if start is None or runs_from_file(one):
        return False
    return begins_later(one) or _BARE_RECEIPT.search(start) is None


def only_issues(one: Statement) -> bool:
    """Return whether what is decided already is printed and signed, from no event that is said."""
    return one.limit.start is None and _ISSUES.search(one.act) is not None


def goes_to_government(one: Statement) -> bool:
    """Return whether a file is laid before the Government at the end, which then decides."""
    return _TO_GOVERNMENT.search(one.act) is not None and not ends_with_result(one)


def ends_with_result(one: Statement) -> bool:
    """Return whether what is done within a limit is the result, and no draft of it."""
    draft = _ASKS if condition_of(one) else _DRAFT
    if one.act and condition_of(one) and IDLE.fullmatch(one.act):
        return _SENDS_WORD.search(one.case or "") is None
    if one.case and _NEEDED.search(one.case):
        return False
    result, passed = _RESULT.search(one.act), _PASSES_ON.search(one.act)
    if result is None or draft.search(one.act) or (passed and passed.start() <= result.start()):
        return False
    other = _LOOKS_INTO.search(one.act)
    return not (other and other.start() < result.start()) or bool(_AND_DECIDES.search(one.act))
