"""How Vietnamese texts name bodies: the words that begin a name, and where it ends.

The words themselves are data, in law/tables/body-words.yml and sectors.yml.
"""

import re
from functools import cache

from generator.law.tables import body_words, sectors
from generator.readings.alternation import guarded
from generator.readings.lowered import province_pattern, spaced

CAPITALS = "".join(chr(code) for code in range(0x41, 0x1EFA) if chr(code).isupper())
"""The capital letters of Vietnamese (and of other languages of the Latin script)."""

_COMMITTEE = (
    r"(?:(?:phó )?chủ tịch )?(?:các )?(?:ủy ban nhân dân(?: \(ubnd\)(?= (?:cấp|xã|phường|tỉnh)))?"
    r"|ubnd|ủy ban nhân(?= cấp))"
)
_COUNCIL = r"(?:hội đồng nhân dân|hđnd)"
_LONGEST_NAME = 20
_FIRST = "bcdđghklmnpqstuủv"
"""What the name of a body begins with, by the words of the tables."""
BEGINNINGS = (
    "b[acdghiklnpqtvxyảấệộ]|c[hnáôơảụ]|do|gi|h[iđảọộ]|kh|l[iãư]|m[ặộ]|n[gh]|ph|qu"
    "|s[acdgklnqtvxyở]|t[hrtòưậổ]|ub|v[cipăụ]|đ[ioàơạồộ]|ủy"
)
"""The first two letters, as a pattern: few other words begin so, and none is tried in vain."""


@cache
def _sector_pattern() -> str:
    names: list[str] = []
    for sector in sectors():
        names += (spaced(sector.name), *(spaced(short) for short in sector.short))
    return "|".join(sorted(names, key=len, reverse=True))


@cache
def heads(*, weak: bool = False) -> re.Pattern[str]:
    """The words that begin the name of a body, on a lowered text; the group says what follows.

    `weak` takes in words that also mean other things (trường, đơn vị, cơ quan …).
    """
    words = body_words()
    sector = rf"(?:{_sector_pattern()})(?!\w)"
    units = (*words.units, *(words.weak if weak else ()))
    seat = r"(?<!trụ )(?<!cơ )"
    named = rf"(?:bộ trưởng |thứ trưởng )?bộ {sector}|(?:giám đốc |các )?{seat}sở {sector}"
    return guarded(
        _FIRST,
        rf"(?={BEGINNINGS})(?<!\w)(?:(?P<one_stop>{'|'.join(words.one_stop)})|(?P<committee>{_COMMITTEE})"
        rf"|(?P<council>{_COUNCIL})|(?P<alone>{'|'.join(words.alone)})|(?P<sector>{named})"
        rf"|(?P<short>(?<![/-])[bs]{sector}(?![/-]))|(?P<free>{'|'.join(units)}))(?!\w)",
    )


@cache
def tail() -> re.Pattern[str]:
    """The rest of a free name, on the text as written: up to twenty words.

    A capital letter goes on; a small word that begins something else ends the name.
    """
    words = body_words()
    stop = rf"(?![{CAPITALS}])(?i:{'|'.join(words.stops)})(?!\w)"
    goes_on = rf"(?:(?!{stop})|(?={'|'.join(words.kept)}))"
    named = rf"[{CAPITALS}]\w*(?:\s\w+){{0,4}}\svà\s"
    other = (
        r"(?:Sở|Cục|Bộ|Ủy ban|UBND|Uỷ ban|Công an|Trung tâm|Phòng|Chi cục|Cơ quan|Thuế|Chi nhánh"
        r"|Tòa án|Kho bạc)\s"
    )
    street = rf"(?:số\s)?(?<!khu )(?<!vực )(?<!vùng )[0-9]+[A-Za-z]?,?\s[{CAPITALS}]"
    paper = (
        r"(?!(?:Đơn|Tờ khai|Tờ trình|Hồ sơ|Giấy|Văn bản|Công văn|Bản (?:khai|sao|chính|đăng))\s)"
    )
    word = rf"\s{goes_on}{paper}(?!(?:và|nơi|T[Pp]\.?)\W)(?!{street})[^\W_][\w&’'-]*"
    comma = rf",\s(?!{other})(?=(?i:{words.joined})|{named})[^\W_]\w*"
    both = rf"\s(?:và|&)\s(?!{other})(?=[{CAPITALS}]|(?i:{words.and_}))\w+"
    after_dash = r"(?!(?i:bộ|tỉnh|thành phố|tp|tổng|sở|số|tầng|địa chỉ)\W)"
    sentence = r"(?!(?:Trong|Thời|Nộp|Gửi|Trường|Đối|Không)\s)"
    dash = rf"\s?[-–]\s?{sentence}{after_dash}{goes_on}[^\W\d_]\w*"
    return re.compile(rf"(?:{word}|{comma}|{both}|{dash}){{0,{_LONGEST_NAME}}}")


@cache
def territory() -> re.Pattern[str]:
    """Words of level and territory behind a committee, a centre or a department, lowered."""
    unit = (
        r"(?:cấp ){0,2}(?:(?:tỉnh|huyện|xã|phường|thị trấn|đặc khu|quận|thị xã|thành phố)(?!\w)"
        r"|tp\.?|các cấp|cấp bộ|khu vực|trung ương)"
    )
    several = rf"{unit}(?:\s?(?:,|/|;|và|hoặc)\s?(?:các )?{unit}){{0,6}}"
    named = (
        rf"(?:\s{{0,2}}[-–,]?\s{{0,2}}(?:tỉnh |thành phố |tp\.? ?)?(?:{province_pattern()})(?!\w))"
    )
    around = rf"(?:\s(?:trên địa bàn|của)(?: tỉnh| thành phố){named}?)"
    return re.compile(
        rf"(?:\s{{0,2}},?\s{{0,2}}(?:các )?{several}(?:,? trực thuộc trung ương)?)?{named}?"
        rf"(?:,? tỉnh{named})?{around}?"
    )


COMMUNE = re.compile(
    rf"(?i:(?P<unit>xã|phường|đặc khu|thị trấn))\s+"
    rf"(?P<name>[{CAPITALS}][\w'’]*(?:\s+[{CAPITALS}0-9][\w'’]*){{0,3}})"
)
"""A commune with its name, on the text as written."""

LINK = re.compile(
    r"(?P<below>\s?,?\s(?:trực thuộc|thuộc|của|ở|tại)\s(?:các )?(?:trụ sở )?)"
    r"|(?P<dash>\s?[-–]\s?)|(?P<bracket>\s?\(\s?)|(?P<slash>\s?/\s?)|(?P<comma>,\s)"
    r"|(?P<space>\s(?:cơ quan\s)?)"
)
"""What may stand between a body and the body above it."""
