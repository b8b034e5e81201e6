"""Papers of the steps that come on top of those of a dossier, or that are handed back."""

import re
from collections.abc import Iterator

from generator.readings.evidence import Evidence
from generator.readings.paper_sentences import REACH, sentence_around, within

_BESIDE = re.compile(
    r"(?<!\w)(?:nộp lại|phải (?:gửi|nộp) kèm(?: theo)?)\s(?P<paper>con dấu|(?:giấy (?:phép"
    r"|chứng nhận|đăng ký|ủy quyền|uỷ quyền)|hợp đồng|thẻ|chứng chỉ|văn bản|bản sao|quyết định)"
    r"\s(?!này)\w+)|(?<!\w)nộp bản (?:gốc|chính) (?P<issued>giấy (?:chứng nhận|phép))(?= đã cấp)"
    r"|(?<!\w)phải có thêm (?P<added>(?:bản sao|giấy|văn bản)[^.;\n]{3,40})"
    r"|(?P<like>hồ sơ bổ sung)(?!\w)[^.;\n]{0,40} như đối với(?!\w)"
    r"|(?<!\w)(?:gửi |nộp |phải |cần )?(?:đính )?kèm(?: theo)? (?P<with>bản mềm|file|tệp tin"
    r"|danh sách có|(?:văn bản|giấy tờ) (?:ủy quyền|giải trình|xác nhận|phê duyệt)"
    r"|kế hoạch và)(?!\w)"
    r"|(?<!\w)có (?P<sent>văn bản gửi kèm theo(?! đơn)|văn bản cam kết|file dữ liệu)(?!\w)",
    re.I,
)
"""A paper that is handed back, or that comes on top of those of the dossier."""
_OWN_TITLE = "giấy chứng nhận"
_HELD = re.compile(rf"(?<!cấp )(?<!đổi )(?<!lại )(?<!lên ){_OWN_TITLE}(?!\w)")
"""A certificate of which a dossier speaks as one that a reader has."""


def papers_beside(words: Evidence, listed: str) -> Iterator[Evidence]:
    """The sentences that ask for a paper which the dossier does not have."""
    end = 0
    for match in _BESIDE.finditer(words.words, 0, REACH):
        if match.start() < end or _is_listed(match, listed):
            continue
        start, end = sentence_around(words, match)
        yield within(words, start, end - start)


def _is_listed(match: re.Match[str], listed: str) -> bool:
    """Whether a dossier has a paper; one that only speaks of a certificate asks for none."""
    name = " ".join(match[match.lastgroup or 0].lower().split())
    if match.lastgroup == "issued" and name == _OWN_TITLE:
        return _HELD.search(listed) is not None
    return name in listed
