"""The words of dossiers: what papers are called, and what opens a note, a heading, a condition."""

import re

from generator.law.tables import paper_words
from generator.readings.alternation import alternation, guarded

_WORDS = paper_words()
_NOUNS = alternation(_WORDS["nouns"])
_QUANTITY = (
    r"(?:(?:ít nhất|tối thiểu)\s{1,4})?"
    r"(?:(?:\d{1,2}|một|hai|ba|bốn|năm)\s{0,4}(?:\([^()]{1,14}\)\s{0,4})?)?"
    r"(?:(?:bộ|tờ|cuốn|tấm|chiếc|cái|quyển|tập|tệp|liên)\s{1,4})?"
)
_PLURAL = r"(?:(?:các|những|toàn bộ|tất cả(?: các)?|một số|mỗi)\s{1,4}(?:loại\s{1,4})?)?"
ONE_OF = (
    r"(?:(?:ít nhất|tối thiểu)\s{1,4})?"
    r"(?:(?:một|0?1)\s{0,4}(?:\([^()]{1,8}\)\s{0,4})?)(?:hoặc\s{1,4}(?:một\s{1,4}số|các|nhiều)"
    r"|trong(?:\s{1,4}(?:các|những|số|hai|ba|bốn|\d)|(?=\s{1,4}giấy\s{1,4}tờ)))"
    r"(?=\s{1,4}(?:các\s{1,4})?(?:giấy|loại|tài liệu|văn bản|chứng từ|chứng|minh chứng|bản|hồ sơ"
    r"|tờ|hợp đồng"
    r"|quyết định|thành phần|thông tin|căn cứ|hình thức giấy|trường hợp giấy|mẫu"
    r"|nguồn tài liệu)(?!\w))"
)
"""Words that ask for one of several."""

PAPER = rf"(?:{_QUANTITY}{_PLURAL}{_NOUNS}(?!\w)|{ONE_OF})"
"""What the name of a paper begins with, its quantity included."""

OPENS_PAPER = re.compile(PAPER, re.I)
_WEAK_PAPER = re.compile(rf"{alternation(_WORDS['weak'])}\b", re.I)

NOTE = re.compile(
    r"[\s(*]{0,12}(?:thành phần(?: hồ sơ)?\s{0,4}:\s{0,4}(?=không|chưa))?"
    r"(?:(?:lưu ý|ghi chú|chú ý|chú thích|note)(?!\w)"
    r"|(?:không|chưa)(?:\s{1,4}có)?(?:\s{1,4}quy định|\s{1,4}yêu cầu)?(?:\s{1,4}cụ thể"
    r"|\s{1,4}gì)?\s{0,4}[.;]*\Z)",
    re.I,
)
QUANTITY_NOTE = re.compile(
    r"\s{0,4}(?:\d{1,2}[./)]\s{0,4})?số\s{1,4}(?:lượng|bộ)(?:\s{1,4}(?:mỗi|từng|bộ"
    r"|thành phần))*(?:\s{1,4}hồ sơ)?(?:\s{1,4}quy định[^.;:]{1,80}?(?:là|tối thiểu là))?"
    r"(?:\s{1,4}(?:gồm|là|nộp))?\s{0,4}[:;.]?\s{0,4}(?:\(?0?\d|một|hai|ba|bốn|không)",
    re.I,
)
UNNAMED = re.compile(r"\(nguồn không ghi tên\)\Z|\W*không (?:có )?quy định\W*\Z", re.I)
FORM_NOTE = re.compile(
    r"(?:tên\s{1,4})?(?:các\s{1,4})?mẫu đơn(?:,\s{0,4}(?:mẫu\s{1,4})?tờ khai)?[^:]{0,30}:", re.I
)
FORM_ALONE = re.compile(
    r"(?:theo\s{1,4})?(?:mẫu(?: thông báo)?|biểu mẫu|phụ lục)(?:\s{1,4}số)?\s{1,4}[\w./-]{1,24}"
    r"(?=\s{0,4}(?:[.;,)(]|\Z)|\s{1,4}(?:tại|của|ban hành|phụ lục|kèm|nghị định|thông tư|quy định"
    r"|quyết định|đối với|luật)(?!\w))",
    re.I,
)
"""The number of a form or an annex, which is no paper of its own."""
PROVES = re.compile(
    r"(?:(?:văn bản|giấy tờ|tài liệu|hồ sơ|chứng từ)[,\s/]{1,4}){1,3}(?:để\s)?chứng minh"
    r"\s[^:;.]{1,200}?(?<!\w)một trong (?:các|những|\d{1,2})"
    r"\s(?:trường hợp|đối tượng|hành vi)(?!\w)",
    re.I,
)
"""A paper that proves one of the grounds which are listed below it."""
_DOSSIER = r"thành phần(?:\s{0,4},?\s{0,4}(?:và\s{1,4})?số lượng)?(?:\s{1,4}bộ)?\s{1,4}hồ sơ|hồ sơ"
HEADING_WORDS = re.compile(
    rf"(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)/]?\s{{0,4}})?(?:các\s{{1,4}})?(?:{_DOSSIER}"
    r"|bao gồm|gồm|các (?:giấy tờ|tài liệu|chứng từ|văn bản)|giấy tờ|nội dung hồ sơ)",
    re.I,
)
HEADING_PREFIX = re.compile(
    rf"(?:các\s{{1,4}})?(?:{_DOSSIER})(?:\s{{1,4}}\d{{1,2}})?[^:;.]{{0,60}}:\s{{0,4}}",
    re.I,
)
ENDS_LIST = guarded(
    "bgnps", r"(?:gồm|bao gồm|sau(?: đây)?|như sau|phải nộp|phải xuất trình)\W*\Z", re.I
)
CONDITION = re.compile(rf"{alternation(_WORDS['conditions'])}(?!\w)", re.I)
SUBJECT = re.compile(rf"{alternation(_WORDS['subjects'])}(?!\w)", re.I)
REFUSES = re.compile(rf"(?<!\w){alternation(_WORDS['refuses'])}(?!\w)", re.I)
BRINGS = re.compile(
    r"(?<!\w)(?P<verb>nộp(?:\s{0,4}/\s{0,4}|\s{1,4}hoặc\s{1,4}|,\s{0,4})xuất trình|nộp|gửi"
    r"|bổ sung|cung cấp|kèm(?: theo)?|đính kèm"
    r"|xuất trình|tải lên|thay(?: thế)? bằng|lập|có|là)(?:\s{1,4}(?:thêm|kèm(?: theo)?|bổ sung"
    r"|lại|ngay|đủ|cho cơ quan hải quan))*"
    rf"\s{{0,4}}:?\s{{0,4}}(?:theo hồ sơ\s{{1,4}}|hồ sơ\s{{1,4}}(?=các"
    rf"|bản))?(?P<paper>(?!bản (?:chính|gốc) để đối chiếu|hồ sơ(?! (?:chứng minh|pháp lý|năng lực"
    rf"|thiết kế|bệnh án|kỹ thuật))){PAPER})",
    re.I,
)
"""A verb that asks for a paper, and the beginning of the paper's name."""

SPOKEN_OF = re.compile(r"[^.;:,]{0,40}?(?<!\w)(?:nêu|nói|kể) trên(?!\w)", re.I)
"""A paper that has been named before: "bản sao các giấy tờ nêu trên"."""

_GENERAL = (
    r"(?:bản sao|bản chụp|bản dịch|giấy tờ|tài liệu|hồ sơ|văn bản|chứng từ|bản điện tử"
    r"|thành phần hồ sơ)"
)
RULE = re.compile(
    rf"(?:(?:các|những)\s{{1,4}}(?:loại\s{{1,4}})?{_GENERAL}(?:\s{{1,4}}nêu)?\s{{1,4}}trên(?!\w)"
    rf"|(?:các|những)\s{{1,4}}{_GENERAL}\s{{1,4}}trong hồ sơ[^.;:]{{0,200}}?(?<!\w)là bản"
    r"\s{1,4}(?:sao|chính|gốc)(?!\w)"
    rf"|(?:các|những)\s{{1,4}}(?:loại\s{{1,4}})?{_GENERAL}[^.;:]{{0,60}}?(?<!\w)(?:phải"
    rf"|không (?:phải|cần|được)|có thể)(?!\w)"
    rf"|{_GENERAL}(?:,\s{{0,4}}(?:giấy tờ|tài liệu|văn bản)){{0,20}}\s{{1,4}}"
    rf"(?:này|trên|nêu trên|phải"
    rf"|nộp|gửi|bằng tiếng|nước ngoài"
    r"|(?:được\s{1,4})?(?:lập|viết|thể hiện)?\s{0,4}bằng (?:tiếng|ngôn ngữ)"
    r"|do cơ quan[^.;:]{0,60}nước ngoài|có thể"
    r"|không bao gồm)[^.;:]{0,200}?(?<!\w)(?:phải|không|có thể|được|chỉ)(?!\w)"
    r"|(?:các\s{1,4})?tài liệu (?:quy định|nêu) tại (?:các )?(?:điểm|mục)"
    r"(?:[^.;:]|\.(?=\d)){0,120}?"
    r"(?<!\w)(?:không áp dụng|(?:chỉ )?áp dụng (?:đối với|cho)|(?:phải )?được nộp|là bản sao)(?!\w)"
    r"|hồ sơ[^.;:]{0,120}trên môi trường điện tử|thông tin[^.;]{0,160}(?:được khai thác"
    r"|không phải nộp))",
    re.I,
)
"""A sentence about papers in general, which asks for none of its own."""

SENT_BY_OFFICE = re.compile(
    r"(?:thành phần )?hồ sơ (?:do |của )?(?:cơ quan|hội đồng|sở|ubnd|uỷ ban|ủy ban|bộ)\s"
    r"[^:]{0,120}?\s(?:gửi|trình|chuyển)(?!\w)"
    r"|(?:thành phần )?hồ sơ trình (?:phê duyệt|ký|ban hành)(?!\w)",
    re.I,
)
"""A name of what one office sends to another."""
REQUESTS = re.compile(r"(?<!\w)(?:phải|cần|kèm(?: theo)?|bổ sung|nộp|cung cấp|gửi)(?!\w)", re.I)
SHOWN = re.compile(r"(?:phải\s{1,4})?xuất trình(?!\w)", re.I)
HANDED_OVER = re.compile(
    r"(?:phải\s{1,4})?(?:nộp(?: lại)?|gửi|bổ sung|kèm theo|kèm|cung cấp|có|hoặc)(?!\w)", re.I
)
NAMES_CONTENT = re.compile(
    r"(?<!\w)(?:nội dung|thông tin|ghi rõ|nêu rõ|tiêu chí|điều kiện|yêu cầu|mục sau|vấn đề"
    r"|trong đó|lý do)(?!\w)"
    r"[^:;.]{0,120}\Z",
    re.I,
)
"""What is listed after these words stands in the paper; it is no paper."""


CONTAINS = re.compile(
    r"(?<!\w)(?:gồm|bao gồm|trong đó|nội dung|thể hiện|nêu rõ|ghi rõ|thông tin)(?!\w)", re.I
)
"""Words after which the contents of a paper may follow."""


def opens_note(text: str) -> bool:
    """Whether a text says itself that it is a note."""
    return NOTE.match(text) is not None


def opens_paper(text: str, at: int = 0) -> bool:
    """Whether a text names a paper from `at` on."""
    return OPENS_PAPER.match(text, at) is not None


def opens_plain_paper(text: str, at: int = 0) -> bool:
    """The same, words that as often name what a paper contains left out."""
    return opens_paper(text, at) and not _WEAK_PAPER.match(text, at)
