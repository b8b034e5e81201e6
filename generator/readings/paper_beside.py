"""Papers of the steps that come on top of those of a dossier, or that are handed back."""

import re
from collections.abc import Iterator

from generator.readings.evidence import Evidence
from generator.readings.paper_sentences import REACH, sentence_around, words_within

_BESIDE = re.compile(
    r"(?<!\w)(?:nộp lại|phải (?:gửi|nộp) kèm(?: theo)?)\s(?P<paper>con dấu|(?:giấy (?:phép"
    r"|chứng nhận|đăng ký|ủy quyền|uỷ quyền)|hợp đồng|thẻ|chứng chỉ|văn bản|bản sao|quyết định)"
    r"\s(?!này)\w+)|(?<!\w)nộp bản (?:gốc|chính) (?P<issued>giấy (?:chứng nhận|phép))(?= đã cấp)"
    r"|(?<!\w)phải có thêm (?P<added>(?:bản sao|giấy|văn bản)[^.;\n]{3,40})"
    r"|(?P<like>hồ sơ bổ sung)(?!\w)[^.;\n]{0,40} như đối với(?!\w)"
    r"|(?<!\w)(?:gửi |nộp |phải |cần )?(?:đính )?kèm(?: theo)? (?P<with>bản mềm|file|tệp tin"
    r"|giải trình (?:về )?lý do|danh sách có"
    r"|(?:văn bản|giấy tờ) (?:ủy quyền|giải trình|xác nhận|phê duyệt)"
    r"|kế hoạch và)(?!\w)"
    r"|(?<!\w)\d{0,2}\s?(?P<envelope>phong bì)(?= (?:có )?(?:dán|ghi))"
    r"|(?<!\w)nộp (?P<rubbing>bản chà \w+ \w+)|(?<!\w)nộp bản (?:gốc|chính) (?P<slip>phiếu \w+ \w+)"
    r"|(?<!\w)(?:gửi|nộp) (?P<change>(?:văn bản )?thông báo (?:về )?(?:việc )?thay đổi \w+)"
    r"|(?<!\w)có (?P<sent>văn bản gửi kèm theo(?! đơn)|văn bản cam kết|file dữ liệu)(?!\w)",
    re.I,
)
"""A paper that is handed back, or that comes on top of those of the dossier."""
_ISSUED = (
    r"(?:giấy (?:chứng nhận|phép|xác nhận)|biên lai|chứng từ|hóa đơn)"
    r"(?! (?:đã|sau|này|có liên quan)(?!\w))"
)
_KIND = r"(?:(?:bản (?:gốc|chính|sao|chụp)|mảnh)(?: của)?\s)?"
_HANDED_OVER = re.compile(
    rf"(?<!\w)(?<!trả )(?<!hoặc )(?<!đã )(?<!được )(?<!chưa )nộp (?:(?:lại|bổ sung|thêm) )?{_KIND}"
    rf"(?P<over>{_ISSUED}(?:\s\w+){{2}})"
    r"|(?<!\w)(?:nộp|gửi)(?: lại)? (?P<told>báo cáo (?:quyết toán"
    r"|tình hình|về kết quả|kết quả(?! khắc phục))(?:\s\w+){1,2}|biểu thù lao|bản chụp giấy \w+)"
    rf"|(?<!\w)(?<!ban hành )kèm(?: theo)? {_KIND}(?P<along>giấy tờ (?:chứng|minh) \w+"
    r"|(?:các )?tài liệu(?: \w+){2}|\d{1,2} ảnh \w+)"
    r"|(?<!\w)(?<!khắc phục và )gửi (?P<notice>thông báo)"
    r"(?= bằng văn bản (?:cho|đến|tới|với) (?:sở|cục|bộ|cơ quan|ủy ban|uỷ ban|phòng)(?!\w))",
    re.I,
)
"""A paper that readers hand in by the steps alone, at whatever time these tell."""
_OF_READER = re.compile(
    r"\W{0,4}(?:[a-zđ0-9.]{1,6}[.)]\s)?"
    r"(?:sau khi [^,]{4,80}, |trường hợp (?![^.;]{0,200}khắc phục)[^.;]{4,260}? thì )?"
    r"(?:tổ chức|cá nhân|người(?! có| tiếp| được giao)|chủ(?! tịch| trì)|doanh nghiệp|cơ sở"
    r"|thương nhân|công ty|hợp tác xã)(?!\w)",
    re.I,
)
_OWN_TITLE = "giấy chứng nhận"
_HELD = re.compile(rf"(?<!cấp )(?<!đổi )(?<!lại )(?<!lên ){_OWN_TITLE}(?!\w)")
"""A certificate of which a dossier speaks as one that a reader has."""


def papers_beside(words: Evidence, listed: str) -> Iterator[Evidence]:
    """The sentences that ask for a paper which the dossier does not have."""
    end = 0
    for match in _found(words.words):
        if match.start() < end or _is_listed(match, listed):
            continue
        start, end = sentence_around(words, match)
        yield words_within(words, start, end - start)


def _found(said: str) -> list[re.Match[str]]:
    """The papers of some words, in their order."""
    found = (*_BESIDE.finditer(said, 0, REACH), *_HANDED_OVER.finditer(said, 0, REACH))
    return sorted(found, key=lambda match: match.start())


def _is_listed(match: re.Match[str], listed: str) -> bool:
    """Whether a dossier has a paper; one that only speaks of a certificate asks for none."""
    name = " ".join(match[match.lastgroup or 0].lower().split())
    if match.lastgroup == "issued" and name == _OWN_TITLE:
        return _HELD.search(listed) is not None
    return name in listed


def papers_of_readers(words: Evidence, listed: str) -> Iterator[Evidence]:
    """Such sentences in what an office does, of which a reader is the subject."""
    return (one for one in papers_beside(words, listed) if _OF_READER.match(one.words))
