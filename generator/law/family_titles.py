"""What a title is about, apart from who handles it: the key by which procedures are kin."""

import re
import unicodedata
from functools import cache

from generator.law.titles import comparable

_TONES = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")
_PLAIN_WORD = re.compile(r"[^\W_]+")
_FINAL_Y = re.compile(r"(?<=[hklmst])y(?=[1-5]?\Z)")
_INNER_SPACE = re.compile(r"(?<=\() | (?=\))")
_UNITS = r"(?:tỉnh|huyện|xã|bộ|tw|trung ương|quốc gia|thành phố|cơ sở)"
_LEVEL = rf"cấp {_UNITS}(?:(?:,| và|/| hoặc){{0,3}} (?:cấp )?{_UNITS}){{0,20}}"
_MINISTRIES = (
    r"(?:công an|công thương|dân tộc và tôn giáo|giáo dục và đào tạo|giao thông vận tải"
    r"|kế hoạch và đầu tư|khoa học và công nghệ|lao động,? thương binh và xã hội|nội vụ"
    r"|nông nghiệp và (?:môi trường|phát triển nông thôn)|ngoại giao|quốc phòng|tài chính"
    r"|tài nguyên và môi trường|thông tin và truyền thông|tư pháp|văn hóa,? thể thao và du lịch"
    r"|văn hóa và thể thao|du lịch|văn hóa|xây dựng|y tế)"
)
_BODY = (
    rf"(?:(?:chủ tịch |bộ trưởng |giám đốc )?(?:(?:bộ|sở) {_MINISTRIES}|thủ tướng chính phủ"
    r"|chính phủ|quốc hội|ban quản lý (?:các )?khu (?:công nghiệp|kinh tế)"
    rf"|(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|công an|cơ quan)(?: {_LEVEL}| các cấp)"
    r"|bộ))"
)
_OF_WHOM = (
    r"(?:trừ (?:các )?trường hợp )?(?:,? ?thuộc )?(?<!có )thẩm quyền"
    r"(?: (?:giải quyết|cấp phép|cấp|phê duyệt|quản lý))?"
    rf"(?: của)? {_BODY}(?:(?:,| và|/| hoặc){{0,3}} ?{_BODY}){{0,20}}"
)
_EXTENT = r"(?:một|nhiều) (?:tỉnh|xã)(?: thuộc một tỉnh)?"
_LEVEL_NOTE = re.compile(
    rf"\((?:thực hiện |áp dụng )?(?:tại |ở |đối với )?(?:công an )?{_LEVEL}\)"
    rf"|\(?{_OF_WHOM}\)?|(?:thực hiện )?(?:tại |ở )?(?:tại công an )?{_LEVEL}\s*\Z"
    r"|ở (?:địa phương|trung ương)\s*\Z|\((?:địa phương|trung ương)\)"
    rf"|(?:tại|của) bộ {_MINISTRIES}\s*\Z"
    rf"|(?:có )?(?:địa bàn hoạt động|quy mô tổ chức) ở {_EXTENT}(?: hoặc ở {_EXTENT})?"
)
_TERRITORY = re.compile(
    r"\((?:tỉnh|thành phố) [^()]{2,20}\)"
    r"|(?:trên địa bàn|tại|của) (?:tỉnh|thành phố)(?: \w+){2,3}(?=\s*(?:[.,;)]|\Z))"
    r"|trên địa bàn (?:tỉnh|thành phố|cấp tỉnh)(?=\s*(?:[.,;)]|\Z))"
)
_FILLERS = re.compile(
    r"(?<!\w)(?:thủ tục(?: hành chính)?|trường hợp|đối với|việc|về|các|những|của|và|hoặc|cho"
    r"|với|vào|tại|ở|trong(?! nước)|(?:ngày|tháng|năm)(?= \d)"
    r"|cấp(?= (?:gia hạn|điều chỉnh|sửa đổi|bổ sung)(?!\w)))(?!\w)"
)


@cache
def subject_key(title: str) -> str:
    """A title without level, territory, authority and words that tell nothing apart.

    Accents count; where the tone of a syllable is written, and y or i at its end, do not.

    >>> subject_key("Thủ tục công nhận hoà giải viên (cấp xã).") == subject_key(
    ...     "Công nhận hòa giải viên thuộc thẩm quyền của UBND cấp tỉnh"
    ... )
    True
    """
    said = _TERRITORY.sub(" ", _LEVEL_NOTE.sub(" ", _spelled(title)))
    return " ".join(map(_syllable, _words(_FILLERS.sub(" ", said)))) or title_words(title)


@cache
def notes_level(title: str) -> bool:
    """Whether a title notes a level or an authority.

    >>> notes_level("Tách thửa đất (cấp xã)"), notes_level("Tách thửa đất")
    (True, False)
    """
    return _LEVEL_NOTE.search(_spelled(title)) is not None


@cache
def notes_authority(title: str) -> bool:
    """Whether a title says in whose authority its matter is.

    >>> notes_authority("Cấp phép thuộc thẩm quyền của Bộ Quốc phòng"), notes_authority("Cấp phép")
    (True, False)
    """
    return re.search(_OF_WHOM, _spelled(title)) is not None


def _spelled(title: str) -> str:
    said = comparable(unicodedata.normalize("NFC", title))
    return _INNER_SPACE.sub("", said).replace("uỷ", "ủy").replace("hoá", "hóa")


@cache
def title_words(title: str) -> str:
    """The words of a title in small letters, without what stands between them.

    >>> title_words("Tách thửa; HỢP thửa ( cấp Xã ).")
    'tách thửa hợp thửa cấp xã'
    """
    return " ".join(_PLAIN_WORD.findall(unicodedata.normalize("NFC", title).lower()))


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFD", text))


@cache
def _syllable(word: str) -> str:
    """A syllable with the sign of its tone behind it."""
    tone = "".join(_TONES.get(mark, "") for mark in word)
    bare = "".join(letter for letter in word if letter not in _TONES)
    return _FINAL_Y.sub("i", unicodedata.normalize("NFC", bare) + tone)
