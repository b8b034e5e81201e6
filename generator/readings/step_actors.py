"""Who acts in a step, reader or office: by subject and verb of its first sentence."""

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.readings.enumeration import skip_marks
from generator.readings.evidence import Certainty

_HEAD = 700
_CITIZEN = (
    r"(?:(?:cơ quan|đơn vị)\s{0,4}[,/]\s{0,4})?(?:tổ chức(?!\s+(?:cấp c/o|dịch vụ việc làm"
    r"|đăng ký đất đai|được giao))|cá nhân|công dân|người(?!\s{1,4}(?:tiếp nhận|có thẩm quyền"
    r"|giải quyết|đứng đầu|ra quyết định|được giao|làm nhiệm vụ|phụ trách|nhận hồ sơ"
    r"|thực hiện chứng thực|ký chứng thực))"
    r"|doanh nghiệp|thương nhân|chủ(?!\s{0,4}(?:tịch|trì|tọa|động|yếu|quản))\s{1,4}\w+"
    r"|hộ\s{1,4}(?:gia đình|kinh doanh|nông dân)|nhà (?:đầu tư|thầu|sản xuất|nhập khẩu)|công ty"
    r"|hợp tác xã|thí sinh|thân nhân|đương sự"
    r"|học sinh|sinh viên|thanh niên|cha mẹ|cha, mẹ|gia đình|hãng|khách hàng|đối tượng|nghệ nhân"
    r"|tác giả|luật sư|công chứng viên|giám định viên|đấu giá viên|hòa giải viên|quản tài viên"
    r"|cơ sở|(?:nhà )?trường(?!\s{1,4}hợp)|độc giả|cộng tác viên|đội|câu lạc bộ|sở giao dịch"
    r"|cơ quan (?:đề nghị|có nhu cầu|chủ quản|có yêu cầu|báo chí)"
    r"|đơn vị(?!\s{1,4}(?:chuyên môn|tiếp nhận"
    r"|thuộc|có thẩm quyền|chức năng|giải quyết|thẩm định|được giao|trực thuộc|chủ trì|quản lý"
    r"|liên quan))|đại diện (?:tổ chức|doanh nghiệp|chủ)|bên|vợ|chồng|đơn vị, cá nhân"
    r"|tổ chức tín dụng|bệnh viện|văn phòng (?:công chứng|luật sư|đại diện|thừa phát lại"
    r"|giám định)|(?:chi nhánh )?trung tâm (?:tư vấn|trọng tài|đào tạo|hòa giải|hoà giải"
    r"|ngoại ngữ|tin học|công tác xã hội)|ngân hàng(?! nhà nước)|hội(?! đồng)|tổ hợp tác"
    r"|thuyền trưởng|người khai|cơ quan, tổ chức, (?:đơn vị|cá nhân|doanh nghiệp)"
    r"|cơ quan, đơn vị, (?:tổ chức|cá nhân)|viên chức|cán bộ, công chức, viên chức"
    r"|ban (?:chấp hành|vận động|quản trị|sáng lập|trị sự|đại diện)|các đơn vị thuộc)"
)
_OFFICE = (
    r"(?:cơ quan(?!\s{0,4}[,/]\s{0,4}(?:tổ chức|đơn vị|doanh nghiệp)|\s{1,4}(?:đề nghị|có nhu cầu"
    r"|chủ quản|có yêu cầu))|sở(?!\s{1,4}giao dịch)|bộ(?!\s{1,4}(?:hồ sơ|phận cấu|chứng từ|luật))"
    r"|cục|chi cục|tổng cục|vụ|phòng(?!\s{0,4},\s{0,4}chống)|ban(?!\s{1,4}(?:hành|chấp hành"
    r"|vận động|quản trị|sáng lập|trị sự|đại diện))|chi nhánh văn phòng đăng ký|ủy ban|uỷ ban"
    r"|ubnd|chủ tịch|văn phòng|trung tâm(?= (?:phục vụ|hành chính|một cửa|công nghệ|lý lịch"
    r"|dịch vụ việc làm|phát triển|kiểm|y tế|giám định|đăng ký|nvicc|xúc tiến|khuyến|quản lý"
    r"|thông tin|dữ liệu))|hội đồng"
    r"|công an|cán bộ|công chức|thủ trưởng|chuyên viên|người (?:tiếp nhận|có thẩm quyền"
    r"|giải quyết|đứng đầu cơ quan|được giao|làm nhiệm vụ|ra quyết định|nhận hồ sơ"
    r"|thực hiện chứng thực|ký chứng thực)|lãnh đạo|bảo hiểm xã hội|đại sứ quán|kho bạc"
    r"|ngân hàng nhà nước|thanh tra"
    r"|tòa án|toà án|viện kiểm sát"
    r"|đoàn|tổ (?:kiểm tra|thẩm định|chuyên gia|công tác)|thống đốc|giám đốc (?:sở|công an"
    r"|trung tâm|bảo hiểm)|cảng vụ|bưu điện|nhân viên bưu chính|trưởng phòng|bộ trưởng|thủ tướng"
    r"|chính phủ|biên phòng|đồn|trạm(?= (?:y tế|kiểm|thú y|biên phòng|thu|khuyến))|quỹ hỗ trợ"
    r"|(?:các )?cấp có thẩm quyền|hải quan|bhxh|viện|thư ký|quân khu|ban chỉ huy"
    r"|thành viên hội đồng|quốc hội|ubck|ubcknn|nhnn|kbnn|tư lệnh|chính ủy|cục trưởng|hệ thống"
    r"|cổng dịch vụ công|tổ chức (?:đăng ký đất đai|được giao|cấp c/o|dịch vụ việc làm))"
)
_ACTS = (
    r"nộp|gửi|chuẩn bị|lập|cung cấp|làm đơn|kê khai|khai(?! thác)|đăng ký|đăng nhập|truy cập"
    r"|nhận (?:kết quả|giấy|quyết định|thông báo|lại|tiền)|hoàn thiện|bổ sung|thanh toán|mang|đến"
    r"|liên hệ|điền|tải|xuất trình|yêu cầu|đề nghị|có (?:nhu cầu|yêu cầu|văn bản|đơn|trách nhiệm)"
    r"|sửa đổi|thực hiện|ký|xây dựng|thông báo|trả (?:phí|tiền)|chọn|lựa chọn|báo cáo|tổ chức"
    r"|phải|viết|trực tiếp|khi"
)
_HANDLES = (
    r"tiếp nhận|kiểm tra|thẩm định|xem xét|giải quyết|cấp|trả|thông báo|ra (?:quyết định"
    r"|thông báo|văn bản)|quyết định|ban hành|trình|phê duyệt|chuyển|có (?:văn bản|trách nhiệm"
    r"|thông báo|ý kiến|công văn)|xác minh|thành lập|tổ chức|tiến hành|hướng dẫn|công bố"
    r"|nghiên cứu|ký|thụ lý|rà soát|gửi|lập|đánh giá|căn cứ|chủ trì|thực hiện|phân công|xử lý"
    r"|tham mưu|báo cáo|lấy ý kiến|niêm yết|phối hợp|yêu cầu|nhập|cập nhật|hoàn thành|họp"
    r"|đóng dấu|trao|công nhận|chấp thuận|khai thác|phải|xác nhận|nhận|từ chối|thu|đăng"
    r"|miễn nhiệm|bổ nhiệm|trao|công khai|in"
)
_SUBJECT = re.compile(
    rf"(?:\A|[,;:.(\n–-]\s{{0,4}}|(?<!\w)thì\s{{1,4}}|[+*•]\s{{0,4}}|(?<!\w)(?:và"
    rf"|hoặc)\s{{1,4}}|(?<!\w)hợp lệ\s{{1,4}}(?=(?:cơ quan|sở|bộ|cục|ủy ban|ubnd)\s))"
    rf"(?:(?:các|những|mỗi)\s{{1,4}})?(?:(?P<citizen>{_CITIZEN})"
    rf"|(?P<office>{_OFFICE}))(?!\w)",
    re.I,
)
_BARE_CITIZEN = re.compile(
    r"(?:việc\s{1,4})?(?:nộp|gửi|chuẩn bị|nhận (?:kết quả|lại|quyết định|giấy|thẻ|hộ chiếu|chứng"
    r"|tiền|bằng)|lập hồ sơ|hoàn thiện hồ sơ|đăng ký tài khoản|kê khai|khai báo|truy cập"
    r"|đăng nhập|thanh toán|nộp(?:,| và)|bổ sung hồ sơ|xuất trình|điền)(?!\w)",
    re.I,
)
_BARE_OFFICE = re.compile(
    r"(?:việc\s{1,4})?(?:tiếp nhận|kiểm tra|thẩm định|giải quyết|trả(?: lại)? (?:kết quả|hồ sơ)"
    r"|xử lý|xem xét|thẩm tra|phê duyệt|ban hành|cấp|thông báo|ra quyết định|trình(?!\s{1,4}(?:tự"
    r"|độ))|duyệt|in|xác minh|thụ lý|lấy ý kiến|công bố|công nhận|đánh giá|chuyển|họp"
    r"|tổ chức (?:thẩm định|kiểm tra|họp|xét|đánh giá|khám|thực hiện|lấy|thi|xét duyệt)|thành lập"
    r"|xét|rà soát|phúc tập|niêm yết|nghiên cứu|hướng dẫn)(?!\w)",
    re.I,
)
_OPENING = re.compile(
    r"(?:trong|sau|khi|trước|trường hợp|nếu|đối với|căn cứ|kể từ|từ|trên cơ sở|theo|hằng năm"
    r"|hàng năm|chậm nhất|định kỳ"
    r"|ngay|tại|để|đến|trừ|tùy|tuỳ|mỗi|nhận được|quá|hết|vào|không quá|tối đa|chậm|ít nhất"
    r"|thời hạn|thời gian|nơi|với|việc)(?!\w)",
    re.I,
)
"""What stands before the subject of a sentence."""

_ADDRESSED = re.compile(
    r"(?<!\w)(?:cho|của|với|tới|đến|bởi) (?:các )?"
    r"(?:tổ chức|cơ quan|đơn vị|doanh nghiệp|hộ gia đình)[,/]?\Z",
    re.I,
)
_DUTY = re.compile(r"(?<!\w)có\s{1,4}trách nhiệm\W*\Z", re.I)
_THEN = re.compile(r"(?<!\w)thì(?!\w)", re.I)
_CITIZEN_VERB = re.compile(rf"(?<!\w)(?:{_ACTS})(?!\w)", re.I)
_OFFICE_VERB = re.compile(rf"(?<!\w)(?:{_HANDLES})(?!\w)", re.I)
_STRONG_CITIZEN = re.compile(
    r"(?<!\w)(?:nộp|gửi (?:trực tiếp\s{1,4})?(?:\d+\s{1,4})?(?:\(\w+\)\s{1,4})?(?:bộ )?(?:hồ sơ"
    r"|đơn)|chuẩn bị|làm đơn|kê khai|đăng nhập|truy cập|nhận kết quả|đến nhận|thanh toán"
    r"|xuất trình)(?!\w)",
    re.I,
)
_STRONG_OFFICE = re.compile(
    r"(?<!\w)(?:tiếp nhận|kiểm tra|thẩm định|xem xét|ban hành|phê duyệt|trình|thụ lý|trả kết quả"
    r"|cấp (?:giấy|phép|chứng|thẻ)|ra quyết định|hướng dẫn|xác minh|niêm yết|thẩm tra"
    r"|trả lời)(?!\w)",
    re.I,
)
_SENTENCE = re.compile(r"[.;](?=\s|\Z)|(?<!:)\n")
_TITLE_END = re.compile(r"\n|:(?= )")
_TITLE_LINE = 120
_VERB_REACH = 220


class StepActor(StrEnum):
    """Who acts in a step."""

    READER = "reader"
    """The person or organisation that asks for something."""
    OFFICE = "office"
    """An office that receives, examines or decides."""
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ActorFound:
    """Who acts, how sure that is, and the span of the words that tell it."""

    actor: StepActor
    certainty: Certainty
    start: int
    end: int


def find_actor(text: str, start: int, end: int) -> ActorFound:
    """Who acts in `text[start:end]`, a step without its label."""
    found = _find_in_head(text[start : min(end, start + _HEAD)])
    return ActorFound(found.actor, found.certainty, start + found.start, start + found.end)


def _find_in_head(head: str) -> ActorFound:
    bare = _bare_verb(head)
    if bare:
        return bare
    if not (_OPENING.match(head) or _SUBJECT.match(head)):
        rest = _after_title(head)
        return _shift(_find_in_head(head[rest:]), rest) if rest else _unknown_subject(head)
    for match in _SUBJECT.finditer(head):
        if _is_addressed(head, match):
            continue
        found = _with_verb(head, match, len(head))
        if found:
            return found
    return ActorFound(StepActor.UNSURE, Certainty.UNSURE, 0, len(head))


def _is_addressed(head: str, match: re.Match[str]) -> bool:
    """Whether a thing is sent to, or is of, the people named: "cho tổ chức, cá nhân"."""
    if (match["citizen"] or "").lower() != "cá nhân":
        return False
    return _ADDRESSED.search(head, max(0, match.start() - 40), match.start() + 1) is not None


def _after_title(head: str) -> int:
    """Where the first sentence begins after a title without a subject; 0 without one."""
    title = _TITLE_END.search(head, 1, _TITLE_LINE)
    if title is None or head[title.start() - 1] in ".;":
        return 0
    return skip_marks(head, title.end(), len(head))


def _shift(found: ActorFound, by: int) -> ActorFound:
    return ActorFound(found.actor, found.certainty, found.start + by, found.end + by)


def _unknown_subject(head: str) -> ActorFound:
    """Somebody of no known kind: a reader when the first verb in the clause is to hand in."""
    clause = _clause(head, 0, len(head))
    hands_in = _STRONG_CITIZEN.search(head, *clause)
    office = _STRONG_OFFICE.search(head, *clause)
    if hands_in and (office is None or hands_in.start() < office.start()):
        return ActorFound(StepActor.READER, Certainty.LIKELY, 0, hands_in.end())
    return ActorFound(StepActor.UNSURE, Certainty.UNSURE, 0, len(head))


def _bare_verb(head: str) -> ActorFound | None:
    """A step that opens with its verb: "Nộp hồ sơ", "Tiếp nhận hồ sơ"."""
    for pattern, actor in ((_BARE_CITIZEN, StepActor.READER), (_BARE_OFFICE, StepActor.OFFICE)):
        match = pattern.match(head)
        if match:
            return ActorFound(actor, Certainty.LIKELY, match.start(), match.end())
    return None


def _with_verb(text: str, match: re.Match[str], stop: int) -> ActorFound | None:
    """The subject with a verb of its kind in its own clause; None when there is none.

    "Người đề nghị cấp giấy phép nộp hồ sơ": what a reader asks for stands before what he does.
    """
    reader = match["citizen"] is not None
    actor = StepActor.READER if reader else StepActor.OFFICE
    clause = _clause(text, match.end(), stop)
    own, other = (_STRONG_CITIZEN, _STRONG_OFFICE) if reader else (_STRONG_OFFICE, _STRONG_CITIZEN)
    strong, against = own.search(text, *clause), other.search(text, *clause)
    limit = against.start() if against else clause[1]
    if strong and (strong.start() < limit or reader):
        sure = Certainty.SURE if strong.start() < limit else Certainty.LIKELY
        return ActorFound(actor, sure, match.start(match.lastgroup or 0), strong.end())
    verb = (_CITIZEN_VERB if reader else _OFFICE_VERB).search(text, *clause)
    then = _THEN.search(text, *clause)
    limit = min(limit, then.start()) if then else limit
    if reader and against and _DUTY.search(text, max(0, against.start() - 24), against.start()):
        return None
    if verb and verb.start() < limit:
        return ActorFound(actor, Certainty.LIKELY, match.start(match.lastgroup or 0), verb.end())
    return None


def _clause(text: str, start: int, stop: int) -> tuple[int, int]:
    end = min(stop, start + _VERB_REACH)
    sentence = _SENTENCE.search(text, start, end)
    return start, sentence.start() if sentence else end
