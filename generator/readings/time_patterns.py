"""The words around a length of time that say what it limits, and for whom."""

import re

from generator.readings.alternation import guarded
from generator.readings.named_numbers import NAMED_NUMBERS

AREA = guarded(
    "bđhmtvx",
    r"miền núi|hải đảo|biên giới|vùng sâu|vùng xa|đặc biệt khó khăn|(?<!\w)đảo[,;]|đồng bằng"
    r"|trung du"
    r"|xã, phường thông thường",
    re.IGNORECASE,
)
ORDINARY = guarded("đt", r"thông thường|đồng bằng|trung du", re.IGNORECASE)
CONDITION = guarded(
    "ácđnrtv",
    r"(?:riêng\s+)?(?:trong\s+)?(?:các\s+)?(?:đối với|trường hợp|áp dụng (?:đối v[ớơ]i|cho)"
    r"|nếu(?! có\W)"
    r"|với(?= (?:các |những )?(?:trường hợp|hồ sơ|tổ chức|cơ sở|dự án|công trình|thuốc"
    r"|sản phẩm)))(?!\w)",
    re.IGNORECASE,
)
CONDITION_AFTER = re.compile(
    r"\s{0,9}\((?:áp dụng )?(?:trong )?(?:các )?trường hợp(?!\w)"
    r"|[\s,(]{0,9}(?:đối với|trong trường hợp|nếu|với (?:các )?(?:trường hợp|hồ sơ|tổ chức|cơ sở)"
    r"|cho)(?!\w)",
    re.IGNORECASE,
)
GENERIC = re.compile(
    r"\W*(?:tổng\s+)?(?:thời (?:hạn|gian))?(?: (?:giải quyết|thực hiện|xử lý|trả kết quả))*"
    r"(?: (?:thủ tục hành chính|thủ tục|hồ sơ|công việc))*(?: (?:này|nêu trên|là|như sau"
    r"|theo quy định|cụ thể))*\W*",
    re.IGNORECASE,
)
IDLE = re.compile(
    r"(?:[\s.,:;*+–-]+|[0-9]{1,3}(?=\s+Đối)|(?:thì|không quá|không vượt quá|tối đa|trong"
    r"|thời hạn|thời gian|vòng|khoảng|chậm nhất"
    r"|là|được|hoặc|thực hiện|giải quyết|bằng|tính|sau|hồ sơ|xử lý|trả kết quả|các|cho|có|mỗi"
    r"|từ)(?!\w))*+",
    re.IGNORECASE,
)
CHECK = guarded(
    "cghklptxy",
    r"hồ sơ[^.;]{0,40}(?:chưa|không) (?:đầy đủ|đủ|hợp lệ|đúng|đạt|bảo đảm|đảm bảo|đáp ứng"
    r"|phù hợp)"
    r"|kiểm tra (?:tính|thành phần|sự|, |hồ sơ)|tính (?:đầy đủ|hợp lệ)|xét tính"
    r"|yêu cầu (?:bổ sung|sửa đổi|hoàn thiện|giải trình)"
    r"|trả lại hồ sơ|(?:chuyển|gửi|luân chuyển)(?: \w+){0,3} hồ sơ|hướng dẫn"
    r"|(?<!cơ quan )(?<!sau khi )(?<!giấy )(?<!phiếu )tiếp nhận (?:và|hồ sơ)"
    r"|thông báo (?:bằng văn bản|cho|để|về việc|yêu cầu|những|lý do)|phải bổ sung",
    re.IGNORECASE,
)
APPLICANT = guarded(
    "bcdghíknt",
    r"nằm trong (?:thời hạn|khoảng)|hạn nộp (?:hồ sơ|tờ khai|đơn|báo cáo)|khắc phục|hoàn thiện"
    r"|(?<!sửa đổi, )bổ sung(?=[^.;]{0,30}(?:hồ sơ|giấy tờ|tài liệu))"
    r"|chỉnh sửa|giải trình"
    r"|(?<!\w)trước(?!\w)|ít nhất|(?<!thời gian )tối thiểu|chậm nhất[^.;]{0,30}trước"
    r"|(?<!\w)(?<!nơi )(?<!do )(?<!cơ thể )(?:tổ chức|cá nhân|doanh nghiệp|cơ sở|chủ đầu tư"
    r"|công dân|thương nhân|người)[^.;,]{0,40} (?:phải )?(?:nộp|gửi|báo cáo)",
    re.IGNORECASE,
)
BY_APPLICANT = re.compile(
    r",?\s{0,9}(?:các )?(?:tổ chức|cá nhân|doanh nghiệp|cơ sở|chủ đầu tư|công dân|thương nhân"
    r"|người (?:nộp|đề nghị|yêu cầu|sử dụng|dân))(?!\w)[^.;,]{0,60}?"
    r" (?:phải|có trách nhiệm|nộp|gửi|bổ sung|hoàn thiện|thực hiện|báo cáo)(?!\w)",
    re.IGNORECASE,
)
"""After the comma that ends a length: the applicant does something."""
BY_OFFICE = re.compile(
    r",\s{0,9}(?:các )?(?:(?:tổng |chi )?cục|bộ(?! phận)|sở|[uủ][yỷ] ban|ubnd|chủ tịch|hội đồng"
    r"|cơ quan(?!, tổ chức| đề nghị| chủ quản)|công an)(?!\w)[^.;,]{0,80}?"
    r" (?:ban hành|cấp(?! xã| tỉnh| huyện| trên| có)|xem xét|ra quyết định|phê duyệt|công nhận)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""After the comma that ends a length: the office decides, whoever else the words name."""
TOLD_BY_OFFICE = re.compile(
    r",?\s{0,9}(?:Cục|Bộ|Sở|Hội đồng|Chủ tịch|Hiệu trưởng|Giám đốc|Ban tổ chức|Ủy ban)(?!\w)"
    r"[^.;,]{0,90}? (?:thông báo|công bố|công khai|trao|cấp)(?!\w)",
)
"""After the comma that ends a length: the office tells or gives what came out."""
BY_CHECK = re.compile(r",?\s[^.;,]{3,80}? kiểm tra (?:tính|thành phần)(?!\w)", re.IGNORECASE)
"""After the comma: the office looks whether the file is complete."""
CHECKS_WITHIN = re.compile(
    r"(?:phải |cần )?(?:tiến hành|thực hiện)(?: việc)? (?:xác minh|kiểm tra|thẩm tra|đo đạc)"
    r"[^.;:,]{0,60} trong (?:thời hạn|thời gian|vòng)\s{1,3}\Z",
    re.IGNORECASE,
)
"""The words before a length within which an office only looks into something."""
FROM_FILE = re.compile(r"(?:ngày|khi) nhận (?:được |đủ )*hồ sơ", re.IGNORECASE)
UPLOAD = re.compile(r"và đăng tải(?!\w)", re.IGNORECASE)
"""What an office does beside other work, and no public notice that lasts."""
VALIDITY = guarded(
    "cđhknt",
    r"có giá trị|(?:có )?hiệu lực(?! thi hành| pháp luật)|thời hạn (?:của |sử dụng|hiệu lực"
    r"|tạm trú|cư trú|thị thực)|định kỳ|hằng năm|hàng năm"
    r"|tuổi|kinh nghiệm|tạm giữ|niêm yết|đăng (?:tin|báo|tải)",
    re.IGNORECASE,
)
PUBLIC_NOTICE = re.compile(
    r"\s{1,9}(?:niêm yết|công khai|đăng (?:tin|báo|tải))(?!\w)", re.IGNORECASE
)
"""Right behind a length: it is that of a public notice."""
EXTENDED = guarded(
    "cdgkt",
    r"kéo dài|gia hạn(?= (?:thêm|nhưng|tối đa|không quá|giải quyết|một lần"
    r"|thời (?:gian|hạn) (?:thẩm định|giải quyết|xem xét|xử lý|kiểm tra|trả lời)))"
    r"|(?<!tích )(?<!tích đất )tăng thêm"
    r"|cộng thêm"
    r"|dài hơn",
    re.IGNORECASE,
)
ON_TOP = guarded("cdght", r"tăng thêm|cộng thêm|dài thêm|gia hạn|hạn thêm", re.IGNORECASE)
REFUSED = guarded(
    "ckt",
    r"(?:không|chưa) (?:đủ điều kiện|đồng ý|chấp thuận|cấp|phê duyệt|đạt|công nhận|đáp ứng)"
    r"|từ chối",
    re.IGNORECASE,
)
RESULT = guarded(
    "bcgpqtx",
    r"thời (?:hạn|gian) (?:giải quyết|thực hiện|xử lý|trả kết quả|cấp|xem xét|thẩm định"
    r"|hoàn thành)|trả kết quả"
    r"|(?<!cơ quan )(?<!thẩm quyền )(?<!\w)cấp(?! xã| tỉnh| huyện| trên| bộ| cơ sở"
    r"| có thẩm quyền| trung ương)(?!\w)"
    r"|quyết định|phê duyệt|chấp thuận|giải quyết|ban hành|công nhận|xác nhận|trả lời"
    r"|chứng nhận|thực hiện|công bố",
    re.IGNORECASE,
)
USUAL = re.compile(
    r"\A(?:đối với|trường hợp|nếu|khi|với)?\s{0,9}"
    r"(?:(?:đối với|các|trường hợp|hồ sơ|sau khi)\s{0,9}){0,9}"
    r"(?!.{0,80}(?:không|chưa|phải|cần))[^,;:]{0,60}"
    r"(?:đầy đủ|hợp lệ|đủ điều kiện|đạt yêu cầu|đúng quy định|theo quy định"
    r"|đáp ứng[^,;:]{0,40})(?:,? (?:và )?hợp lệ|[^,;:]{0,20})",
    re.IGNORECASE,
)
"""A condition that every complete file meets."""
NOTE = re.compile(r"(?:được )?tính (?:theo|từ|là) (?:ngày|thời điểm|dấu)|dấu (?:công văn|bưu)")
"""What a condition says of the day that counts as that of receipt: no case of its own."""
TAX = guarded("cn", r"cơ quan thuế|nghĩa vụ tài chính", re.IGNORECASE)
BY_TAX = re.compile(r",?\s{0,9}cơ quan thuế(?!\w)", re.IGNORECASE)
"""After the comma that ends a length: the tax office answers."""
EVENT = re.compile(
    r"\W{0,9}(?:ngày |khi )?(?:có (?:sự )?(?:thay đổi|thông tin hoặc)|thông qua nghị quyết"
    r"|thanh toán hết|kết thúc (?:cuộc thi|năm|quý|kỳ)"
    r"|hợp đồng[^.;]{0,60}có hiệu lực|được công khai)",
    re.IGNORECASE,
)
"""The start of what the applicant must do, or of public notice: something that befalls them."""
ACCEPTED = re.compile(
    r"tiếp nhận chính thức|xác nhận (?:đã )?nhận (?:đầy )?đủ hồ sơ", re.IGNORECASE
)
"""What an office does after a look at the papers, and from when the time can run."""
LATER = guarded(
    "bchklnpqtxý",
    r"kết quả|kết thúc|trả lời|ban hành|biên bản|ý kiến|trình(?! tự)|hoàn thành|kiểm tra"
    r"|thẩm định|họp|công bố"
    r"|quyết định|phê duyệt|chấp thuận|lấy mẫu|xác minh|niêm yết|cấp (?:giấy|phép|thẻ)"
    r"|hồ sơ của (?:[UỦ][yỷ] ban|UBND|Sở )|tiếp nhận chính thức",
    re.IGNORECASE,
)
"""The start of a stage: something that happens while the file is handled."""
LEAD = guarded(
    ":ckltv",
    r"(?:trong|thời hạn|thời gian|không quá|không vượt quá|tối đa|vòng|chậm nhất|là|khoảng|:)"
    rf"\W{{0,9}}(?:(?:{'|'.join(NAMED_NUMBERS)})\s|(?:\w{{1,20}}\s{{1,9}}){{0,2}})\W{{0,9}}\Z",
    re.IGNORECASE,
)
"""The words right before a length that make it a limit."""
EXCEEDED = guarded(
    "dhqtv",
    r"(?<!không )(?<!không được )(?<!vượt )quá\s*\Z|(?<!không )(?<!không được )vượt quá\s*\Z"
    r"|(?<!\w)(?:trên|hơn|dưới)\s*\Z",
    re.IGNORECASE,
)
"""The words right before a length that has passed, or is a condition: "mà lưu lại quá 24 giờ"."""
GOES_ON = re.compile(r"(?<!\w)(?:thì|mà)(?!\w)|,\s{0,9}\w")
"""What is done after a length has passed."""
WAITING = re.compile(r"(?<!\w)sau(?: (?:thời hạn|thời gian|ít nhất))?\s{1,9}\Z", re.IGNORECASE)
"""The words right before a length that passes before something is done."""
TIME_OF = re.compile(r"\W{0,9}(?P<name>(?:tổng )?thời (?:gian|hạn)\s.{8,200})", re.IGNORECASE)
ACT_OF = re.compile(
    r"\W{0,9}(?P<name>(?:cấp (?:mới|lại|đổi|bổ sung|gia hạn|điều chỉnh|sửa đổi)|gia hạn|điều chỉnh"
    r"|sửa đổi, bổ sung|sửa đổi)(?: \w+){0,3}?)\s(?:là|trong|không quá|tối đa)(?!\w)"
    r"[^.;,\w]{0,5}(?:(?:thời hạn|thời gian|vòng|không quá|tối đa|là)\s?){0,3}",
    re.IGNORECASE,
)
"""An act right before its limit: "cấp lại trong thời hạn 02 ngày"."""
OR_FOR = re.compile(r"\(\s*(?:hoặc|riêng|đối với|trường hợp|nếu)(?!\w)", re.IGNORECASE)
"""A bracket that gives another limit for somebody, not a part of the limit."""
COMMA = re.compile(r",(?=\s)")
THEN = re.compile(r"[,\s]\s{0,9}thì(?!\w)", re.IGNORECASE)
IDLE_END = re.compile(
    r"(?:\s{1,9}(?:thì|là|không quá|tối đa|trong|thời hạn|thời gian|thực hiện"
    r"|giải quyết|được|và)){1,9}\Z",
    re.IGNORECASE,
)
