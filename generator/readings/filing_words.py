"""Words around a place of filing: who hands in, by which way, to whom, in which case.

The lists are data, in law/tables/filing-words.yml. Every pattern is for lowered text and bounds
what it repeats, so that its time grows with the text and not with its square.
"""

import re

from generator.law.tables import filing_words
from generator.readings.alternation import guarded
from generator.readings.clauses import SMALL

_WORDS = filing_words()


def _any(name: str) -> str:
    return "|".join(_WORDS[name])


_TIME = rf"(?:(?:{_any('occasions')})\b[^,\n]*,\s*)"
_CONDITION = r"(?:(?:đối với|trường hợp|nếu)\s[^:,\n]{3,200}:\s*)"
BULLET = re.compile(
    r"(?:[-+*•–“\"\s]|\(?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}\s?[.)/]|\(?[a-zđ][0-9]?\s?[.)]|[ivx]{1,5}\.)*"
)
"""Marks and numbers before the words of a clause."""

STEP = re.compile(r"[\s+*•-]{0,5}bước\s?(?P<number>[0-9]{1,2})\s?[:.\-–)/]?\s*")
"""The number of a step."""

OPENING = re.compile(
    rf"{_TIME}{{0,2}}(?:{_CONDITION}{_TIME}?)?(?:(?:trường hợp|khi|nếu|sau khi)\s)?"
)
"""A time or an occasion that stands before the subject of a sentence."""

OFFICE_ACTS = re.compile(rf"(?:các |ngay sau khi |sau khi )?(?:{_any('office_acts')})")
"""A sentence with such a subject is about the office, and closes what the applicant does."""

RECEIVED = re.compile(
    r"(?:kể từ (?:ngày|khi|thời điểm)|sau khi) (?:tiếp )?nhận (?:được |đủ ){0,2}"
    r"(?:[0-9]{2} bộ )?(?:hồ sơ|đơn|hiện vật|tờ khai|nghị quyết|(?:giấy|văn bản|công văn) đề nghị)"
    r"(?! (?:theo quy định )?từ người)"
)
"""A time that begins with a dossier received: who acts then has received it."""

MACHINES = re.compile(r"hệ thống|cổng")
"""Subjects that act for the office, and close nothing."""

_TOLD_AT_ONCE = "cảng vụ|chi cục|cục|sở|bộ|ủy ban|ubnd|công an"
"""Bodies that somebody reports to at once, named without a word that leads to them."""

FILES = guarded(
    "bcđgklntxy",
    r"(?<!\w)(?:(?:nộp|(?<!; đồng thời )(?<!lý do, đồng thời )gửi)(?!\w)"
    rf"(?! (?:{_any('other_objects')})(?!\w))"
    r"|chuyển (?=hồ sơ đề nghị|hồ sơ đăng)"
    r"|đến (?=[^.;\n]{5,120} (?:làm thủ tục|thực hiện thủ tục|nộp hồ sơ|đăng ký|khai báo))"
    r"|(?:trực tiếp|đến|tự) (?:đến|khai báo|đăng ký|làm thủ tục|yêu cầu)"
    r"|(?<!đã )đăng ký(?= [^.;:\n]{160,260}? với )"
    rf"|báo cáo ngay(?= (?:{_TOLD_AT_ONCE})\s)"
    rf"|(?:{_any('other_acts')})(?= (?:[^.;:\n]{{0,160}}? )?"
    r"(?:với|đến|tới|tại|cho|về|qua|trên|vào|trực tiếp|trực tuyến)(?!\w)))",
)
"""What an applicant does with a dossier; an office sends copies of what it has decided."""

SUBMITTED = "trình "
SUBMITTED_AND_SENT = re.compile(
    rf"(?<!\w){SUBMITTED}(?=(?:bộ|[uủ][yỷ] ban|ubnd|chính phủ|thủ tướng|hội đồng|sở)\s"
    r"[^.;:\n]{2,100}?, đồng thời (?P<sent>gửi)(?!\w))"
)
"""What an applicant submits to one body and sends to another in the same breath."""

APPLICANT_BEHIND = re.compile(
    r",\s(?:các )?(?:tổ chức|cá nhân|người|doanh nghiệp|công dân|chủ |thương nhân|nhà đầu tư|cơ sở)"
)
"""An applicant behind a condition: the office in the condition is not the subject."""

NOT_FILING = guarded("01bcghkmnptđ", _any("not_filing"))
"""A clause about something else than handing in for the first time."""

CUT = guarded("kntvxđ", _any("cut"))
"""Words behind which a clause no longer speaks of the place."""

PASSED_ON = re.compile(
    rf",\s(?:{_any('office_acts')})[^,;.\n]{{0,60}}\s"
    r"(?:có trách nhiệm|chuyển|phải|kiểm tra|xem xét|thẩm định|tiếp nhận|thông báo)\s"
)
"""Words behind which a clause tells what the office does with the dossier."""

_SEAT = (
    r"(?:một trong(?: (?:các|hai|ba|những))?\s|bất kỳ\s|các\s)?"
    r"(?:(?:cơ chế một cửa(?: liên thông)?,|trụ sở(?: chính)?(?: làm việc)?"
    r"|địa điểm(?: tiếp dân)?|nơi làm việc)(?: của| tại)?\s"
    r"|một trong (?:các |hai |ba |những )?(?:cơ quan|trụ sở|địa điểm|nơi|bộ phận)[^:\n]{0,60}:\s"
    r"|địa chỉ\s?:?\s)?"
)
_AT = "(?<!học )(?<!học tập )(?<!việc )(?<!công tác )(?<!điều trị )(?<!đào tạo )tại"
TOWARD = re.compile(
    rf"(?:(?<!\w)(?:(?<!dẫn )đến|tới|{_AT}|về|(?<!phân công )(?<!giao )cho|lên|qua|ở|gửi|nộp|sang"
    r"|báo cáo ngay|(?<!thống nhất )(?<!phối hợp )với)\s|:\s?)"
    rf"(?:(?:trực tiếp|cho|đến|tới|tại|về)\s){{0,3}}{_SEAT}\Z"
)
"""What stands right before a body that a dossier goes to."""

TOWARD_ANY = re.compile(
    rf"(?<!\w)(?:(?<!dẫn )đến|(?<!cho )tới|{_AT}|về|cho(?! tới)|qua"
    rf"|(?:gửi|nộp)(?: trực tiếp)?(?: (?:đến|tới|cho|về))?)\s{_SEAT}\Z"
)
"""What stands right before it when its words may also mean somebody else (a school, a unit)."""

OR_ALSO = re.compile(
    r"\s?(?:[,;/]|\((?=hoặc)|và/hoặc|hoặc|hay|và)\s?(?:là\s|hoặc\s|đồng thời\s)?"
    r"(?:(?:gửi|nộp|trực tiếp|đến|tới|tại|về|qua|cho)\s){0,4}(?:trụ sở(?: của)?\s|các\s)?"
)
"""What stands between two bodies of one choice."""

_PORTAL_WORD = rf"(?: (?!(?:{_any('portal_stops')})(?!\w)|[0-9])[^\s,;.:()\n/“”\"]+)"
_ADDRESS_OF_SITE = r"(?:https?://|www\.)[^\s,;()”\"]+"
PORTAL = re.compile(
    rf"(?:(?!trang thông tin điện tử tổng hợp)(?:các )?(?:{_any('portals')}){_PORTAL_WORD}{{0,12}}"
    rf"|vneid|{_ADDRESS_OF_SITE}|(?<![\w@.])[\w-]{{2,40}}(?:\.[\w-]{{2,40}}){{1,4}}\.vn(?!\w))"
)
"""A portal by its name or address."""

PORTAL_HINTS = (
    *("cổng", "hệ thống", "ứng dụng", "trang ", "vneid", "trực tuyến", "website", "phần mềm"),
    *(".vn", "http", "www", "sàn giao dịch"),
)
"""Words of which every portal has one."""

URL = re.compile(
    rf"(?:[\s(:]|tại địa chỉ|theo địa chỉ|địa chỉ|tên miền){{0,6}}(?P<url>{_ADDRESS_OF_SITE})"
)
"""The address behind the name of a portal."""

LOOSE_PORTAL = re.compile(
    r"(?:hệ thống )?dịch vụ công trực tuyến(?: một phần| toàn trình)?|hệ thống trực tuyến|website"
    r"|phần mềm(?: đăng ký)?|cổng thông tin điện tử|trang thông tin điện tử"
)
"""Words that say online, and not where."""

POST = re.compile(
    r"(?:(?:qua|bằng) |(?<!doanh )(?:các )?dịch vụ |hệ thống |đường |mạng(?: lưới)? ){1,3}"
    r"bưu (?:chính|điện)(?: viễn thông)?(?: công ích)?|bưu chính công ích|bưu điện"
)
DIRECT = re.compile(r"trực tiếp(?! quản)")
ONLINE = re.compile(r"trực tuyến|môi trường (?:điện tử|mạng)|giao dịch điện tử|qua mạng")
NAMED_PORTAL = re.compile(r"cổng|vneid|https?:")

CASE = re.compile(r"(?:riêng )?(?:đối với|trường hợp|nếu),?\s[^:;.\n]{4,400}")
"""For whom a clause is, when it stands before the verb."""

RESERVE = re.compile(
    r"(?:trường hợp|khi|nếu)\s(?:(?:(?!\s(?:nộp|gửi)\s)[^;.\n]){0,60}?(?:cổng|hệ thống)"
    r"(?:(?!\s(?:nộp|gửi)\s)[^;.:\n]){0,100}?\s(?:bị lỗi|(?:gặp|có|xảy ra) (?:sự cố|lỗi)"
    r"|không hoạt động)"
    r"|(?:(?:phát sinh|xảy ra|gặp|có) )?sự cố (?:(?:của|về|trên) )?(?:hệ thống|cổng)(?!\w))"
)
"""Filing online has failed."""

CASE_OF_LINE = re.compile(
    r"[-+*•\s]{0,5}(?P<case>(?:riêng )?(?:đối với|trường hợp|nếu)\s[^:;.\n]{4,400}):\s"
)
"""The condition that opens a line, up to its colon."""

CASE_UNTIL_THEN = re.compile(r"(?:(?!nộp|gửi)[^:;.\n]){4,400}?\sthì\s")
END_OF_CASE = re.compile(
    r"\s(?:thực hiện tại|(?<!truy )nộp|gửi|lập (?=bản|hồ|đơn))\s?"
    rf"|,\s(?:các )?(?:{_any('applicants')}|nộp|gửi)"
)
WAY_NOT_CASE = re.compile(
    r"đăng ký (?:trực tiếp|trực tuyến|qua )"
    r"|(?:nộp|gửi|tiếp nhận|thực hiện|nhận(?! thị thực)|khai|hình thức|giao dịch|hồ sơ)[^,]{0,40}"
    r"(?:tại |trực tiếp|trực tuyến|qua |điện tử|bưu )"
)
"""A condition that is only a way of handing in."""

AFTER_CASE = re.compile(
    r"\s?[:(]?\s?(?P<case>(?:đối với|trong trường hợp|trường hợp|nếu)\s[^;.\n)]{4,800})\)?"
)
"""For whom a body is, behind its name."""

REST_OF_ITEM = re.compile(
    r"\s?:?\s?(?P<case>(?!(?:tại|ở|là|hoặc|và|hay|thì|bằng|qua|thông|theo|để|nhận|tiếp|có|địa|kiểm"
    r"|xem|trong|cơ sở [0-9]{1,2})\s)[^\W\d_][^\s.]*\s[^\s.]+\s[^\s.]+\s[^;\n]{0,800})"
)
"""What an item of a list says of a body behind its name: for whom it is."""

LOCALITY = re.compile(
    rf"[\s,(]{{0,3}}(?P<locality>(?:{_any('localities')})"
    rf"(?:(?!\s(?:{_any('locality_stops')})\s)[^;.:\n()]){{0,160}})"
)
"""Which of many bodies of a name: that of a place."""

ANYWHERE = guarded("bkpt", _any("anywhere"))
"""Where the place of residence or registration does not matter."""

ADDRESS = re.compile(
    r"(?:(?<!\w)(?:(?:số|km)\s?(?=[0-9])|(?:ô|lô|tầng|tòa nhà|toà nhà|tổ dân phố|đại lộ)\s)"
    r"|(?<![\w/.-])[0-9]{1,4}[a-z]?(?:[-/][0-9]{1,4}){0,3}[a-z]?,?\s"
    r"(?!ngày|bộ|tháng|giờ|bản|năm|xã|đường tỉnh))[^\n;]{6,200}"
)
PLACE_OF_ADDRESS = re.compile(rf"(?<!\w)(?:{_any('address_words')})(?!\w)")
ADDRESS_LEAD = re.compile(
    r"(?:\s\((?:sau đây|viết|gọi)[^()\n]{0,80}\))?"
    r"[\s,:+(–-]{0,4}(?:cơ sở [0-9]{1,2} )?(?:tại |ở )?(?:địa chỉ|trụ sở|địa điểm)?"
    r"[\s:]{0,2}(?:tại|là)?[\s:+-]{0,3}"
)
NAMED_LEAD = re.compile(
    r"[\s,;:+(–-]{0,4}(?:cơ sở [0-9]{1,2} )?(?:địa (?:chỉ|điểm)\s?:?\s)?tại\s[^,;:\n]{3,60},\s"
    r"(?=(?:số\s)?[0-9])"
)
"""The name of a house before its street and number."""
ADDRESS_SAID = re.compile(
    r"địa chỉ[^:,]{0,20}:\s?|tại địa chỉ\s|(?<!\w)(?:cơ sở|điểm|số) [0-9]{1,2}\s?:\s(?=số|[0-9])"
)
"""Words behind which the address itself begins."""

TIME_OF_OFFICES = re.compile(r"kể từ|(?:trong |^|\n)thời (?:hạn|gian)")
"""Words by which a channel tells how long the office takes."""

ACTS_ALONE = re.compile(
    r"(?:\s?(?:phải|có trách nhiệm|có văn bản|có công văn|có tờ trình|tổng hợp|kiểm tra|lập"
    r"|thẩm định|xác nhận|báo cáo|chuyển|hoàn thiện|hồ sơ|danh sách|văn bản|đề nghị|và|,)){0,8}\s?"
)
"""Words between an office and what it does."""

ADDRESS_STOP = re.compile(
    r"\)(?!\s(?:khu|,))| hoặc | để |; | và (?=trung tâm|bộ phận|sở |ubnd|ủy ban)|"
    r"(?<!tp)\. (?=[^\W\d])|\.\s?[-+]"
)
BEHIND_ADDRESS = re.compile(
    r"\s\((?=trong|khi|nếu|đối|điện|đt|sđt)|https?:"
    r"|\s?[,;(–-]\s?(?:số )?(?:đt|điện thoại|sđt)(?!\w)"
)
"""Words behind an address that are no part of it: a condition, a telephone, a site."""

GENERIC = re.compile(
    r"(?:các )?(?:cơ quan|đơn vị|tổ chức|nơi|người|cấp|bộ phận|cơ sở)(?: nhà nước)?"
    rf"(?:,? (?:tổ chức|đơn vị|cá nhân|người)){{0,3}}\s?(?:{_any('generic')}|\Z)"
)
"""A body that no name tells: who it is, other words must say."""

SORT_OF_BODY = re.compile(_any("sorts_of_bodies"))
"""A name that says what sort of body it is, and not which."""

BROKEN = re.compile(
    rf"(?:,\s|\svà\s)(?=[{SMALL}])(?!{_any('safe_behind')})|\s(?:bằng|tại|ở)\s(?=bằng|được|hoặc|và)"
)
"""What stands, in a text as written, behind a name that goes on: the name is not whole."""

NOT_A_PLACE = re.compile(rf"(?:các )?(?:{_any('not_places')})")
"""Words that begin the names of applicants rather than of bodies."""

NEW_CASE = re.compile(
    r"[\s+*-]{0,5}(?:trường hợp\s|đối với\s|[ivx]{1,5}\s?[.)]"
    r"|[a-d]\s?[.)]\s?(?:đối với|trường hợp))"
)
"""How the heading of a case begins."""

LEVEL_LINE = (
    r"(?:[0-9a-z][.)]\s?)?(?:tại |ở )?cấp (?:tỉnh|xã|trung ương)[ \t]{0,3}:?[ \t]{0,3}(?:\Z|(?=\n))"
)
"""A line that is only the name of a level, in lowered text."""

NUMBERED_CASE = re.compile(
    r"[\s+*-]{0,5}(?:trường hợp (?:[0-9]|thứ )|[ivx]{1,5}\s?[.)]\s"
    r"|[0-9]{1,2}\s?[.)]\s?(?:trường hợp|đối với)\s"
    rf"|{LEVEL_LINE})"
)
"""The heading of a case among numbered ones, or of a level."""

NOT_A_CASE = re.compile(_any("not_a_case"))
"""A heading that begins as that of a case, and is about what the office finds."""

MAY_OPEN_AGAIN = re.compile(
    r"(?m)^[ \t+*-]{0,5}(?:trường hợp|đối với|[ivx]{1,5}\s?[.)]|[a-d]\s?[.)]"
    r"|[0-9]{1,2}\s?[.)]\s?(?:trường hợp|đối với)|bước\s?0?1(?![0-9])"
    rf"|{LEVEL_LINE})"
)
"""A line that may begin another case."""

AGAIN = re.compile(
    r"(?:nộp|gửi)[^.;\n]{0,200}(?:hồ sơ|đơn|tờ khai|đề nghị)"
    r"|xuất trình [^.;:\n]{0,60}(?:hồ sơ|hàng (?:hóa|hoá))"
    r"|lập (?:[0-9]{1,2} (?:\([^()\n]{1,12}\) )?)?(?:bộ )?hồ sơ[^.;:\n]{0,80} (?:nộp|gửi)(?!\w)"
)
"""What a clause must say to open a window again."""

ENDS_WITH_COLON = re.compile(r":\s*\Z")
LIST_MARK = re.compile(
    r"\s?(?:[-+*•–]|\(?[a-zđ0-9]{1,2}[.)]|số\s|[0-9]|cơ sở [0-9]|điểm|trung tâm)"
)
"""How an item of a list begins."""

BARE = re.compile(
    r"(?:hồ sơ )?(?:được )?(?:nộp|gửi)?\s?(?:hồ sơ )?(?:trực tiếp|trực tuyến|qua |thông qua|tại "
    r"|dịch vụ bưu|bưu chính|hình thức|cách thức|địa điểm|nơi tiếp nhận|nơi nộp)"
)
"""A way and a place without a verb, as the words of channels have them."""

AT_OFFICE = re.compile(
    r"tại (?:các )?(?:sở|ubnd|ủy ban|bộ|cục|chi cục|công an|cơ quan|trung tâm)\s"
)
"""A heading that says where what follows is done."""

VERB_FIRST = re.compile(rf"(?:{_any('verbs_first')})")
"""A clause without a subject of its own goes on with the one before."""
