"""What one gets from a procedure: its results without refusals, which nobody comes for."""

import re

from generator.readings.alternation import guarded
from generator.records.version import Version

_PARTS = re.compile(
    r"\s?[,;/.]{1,4}[\s+.…-]{0,6}(?=(?:Văn|Công văn|Thông báo|Giấy|Quyết|Chứng|Phiếu|Thẻ|Biên|Bản"
    r"|Hoặc|Không|Kế hoạch|Danh sách|Tờ trình)(?!\w)|văn bản)"
    r"|\s?[,;.]{0,3}\s(?:hoặc|và/hoặc)\s(?=[A-ZĐ]|văn bản|công văn|thông báo|không|chưa|từ chối)"
    r"|\n[\s+*-]{0,9}"
)
"""What stands between the results that one text lists."""
_REFUSES = guarded(
    "bcknt",
    r"(?<!chấp nhận/)(?<!chấp thuận/)(?:từ chối|(?<!\w)(?:không|chưa) (?:được )?(?:cấp|chấp|đủ"
    r"|đồng|phê|công nhận|giải quyết|đáp|hợp|xác|cho|gia hạn|đăng ký|tiếp|bổ nhiệm|miễn))"
    r"|(?:bổ sung|trả(?: lại)?)(?:,? hoàn thiện)? hồ sơ(?! đã)|nêu (?:rõ )?lý do"
    r"|(?<!\w)không (?:bổ sung|có kết quả|quy định|phải trả|trả kết quả)"
    r"|\A(?:không có|không)\W*\Z",
    re.IGNORECASE,
)
_OR = re.compile(r"\A(?:và/)?hoặc\s+", re.IGNORECASE)
_CANCELS = re.compile(
    r"quyết định (?:về việc |của [^,;]{1,60} )?h(?:ủy|uỷ)(?: bỏ)? quyết định(?!\w)", re.IGNORECASE
)
"""A result by which another result is taken back."""
_ENDS = re.compile(r"h(?:ủy|uỷ)(?!\w)|chấm dứt|thu hồi|bãi bỏ", re.IGNORECASE)
"""A procedure that takes something back."""
_ONLY_FORMS = re.compile(
    r"(?:(?:mẫu|biểu)(?: mẫu)?(?: số)?[\s:]{0,3}[\w./-]{1,12}[\s,;]{0,3}(?:và\s)?){1,9}",
    re.IGNORECASE,
)
"""Numbers of forms and nothing else: no result by its name."""


_WORD = re.compile(r"[^\W\d_]{3}")
"""Three letters side by side: codes of results have none."""


def promised_results(version: Version) -> tuple[str, ...]:
    """The results of a version on one line each, those left out that refuse or send back.

    One text that lists results and refusals is taken apart; words are kept as they are.
    """
    names = (one for result in version.results.items for one in _parts(result.name))
    tidy = (" ".join(name.split()).strip(" .,;:+-–*…").lstrip(") /") for name in names)
    tidy = (_OR.sub("", name) for name in tidy)
    named = dict.fromkeys(name for name in tidy if _is_result(name))
    kept = [name for name in named if not _CANCELS.match(name)]
    return tuple(named if _ENDS.search(version.title) else kept or named)


def _is_result(name: str) -> bool:
    """Whether words name what one gets: no refusal, code, or bare numbers of forms."""
    is_named = _WORD.search(name) is not None
    return is_named and not _REFUSES.search(name) and not _ONLY_FORMS.fullmatch(name)


def _parts(name: str) -> list[str]:
    is_mixed = _REFUSES.search(name) or _CANCELS.search(name)
    return _PARTS.split(name) if is_mixed else [name]
