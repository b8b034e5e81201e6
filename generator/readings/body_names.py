"""The unified name of a body, its kind, its levels and territory, and whether it has ended."""

import re
from datetime import date
from functools import cache

from generator.law.tables import EndedBody, ended_bodies, sectors
from generator.readings.body import BodyKind, Ended, Level
from generator.readings.body_grammar import COMMUNE
from generator.readings.lowered import (
    Named,
    lowered,
    province_named,
    province_pattern,
    spaced,
)

MERGED = date(2025, 7, 1)
"""The day on which 63 provinces became 34 and the district tier ended."""

_LEVELS = (
    (Level.CENTRAL, r"cấp bộ|(?:cấp|ở) trung ương"),
    (
        Level.PROVINCE,
        r"(?<!cảnh )cấp tỉnh|(?<!\w)tỉnh(?! đội)|thành phố|(?<!\w)tp\.?(?=\W)|các cấp"
        r"|thành phố trực thuộc trung ương",
    ),
    (Level.DISTRICT, r"cấp huyện|(?<!\w)(?:huyện|quận|thị xã)(?!\w)"),
    (
        Level.COMMUNE,
        r"cấp xã|(?<!\w)xã(?! hội)(?!\w)|(?<!\w)(?:phường|thị trấn|đặc khu)(?!\w)|các cấp",
    ),
)
_LEVEL_PATTERNS = tuple((level, re.compile(pattern)) for level, pattern in _LEVELS)

_KINDS = (
    (BodyKind.DIPLOMATIC, r"cơ quan đại diện (?:việt|ngoại|có)|đại sứ quán|lãnh sự"),
    (BodyKind.INSURANCE, r"bảo hiểm xã hội|bhxh"),
    (
        BodyKind.MILITARY,
        r"quân sự|quân khu|quân chủng|biên phòng|quốc phòng|tham mưu|tư lệnh|quân y|sư đoàn"
        r"|trung đoàn|cơ yếu|tổng cục chính trị|dân quân|hậu cần|quân đội|đại đội|tác chiến"
        r"|chỉ huy phòng thủ|tuyên huấn",
    ),
    (
        BodyKind.POLICE,
        r"công an|cảnh sát|xuất,? nhập cảnh|căn cước|đăng ký cư trú|đăng ký xe|an ninh mạng",
    ),
    (BodyKind.TAX, r"(?<!\w)thuế"),
    (BodyKind.CUSTOMS, r"hải quan"),
    (BodyKind.TREASURY, r"kho bạc"),
    (BodyKind.BANK, r"ngân hàng nhà nước|nhnn"),
    (BodyKind.COURT, r"tòa án|viện kiểm sát|thi hành án"),
    (BodyKind.INSPECTION, r"đăng kiểm"),
    (BodyKind.PORT, r"cảng vụ"),
    (BodyKind.LAND_OFFICE, r"đăng ký (?:quyền sử dụng )?đất đai|vpđkđđ"),
    (BodyKind.ZONE_BOARD, r"ban q(?:uản lý|l) (?:các )?(?:khu|kkt|kcn)"),
    (BodyKind.DIRECTORATE, r"\A(?:các )?(?:tổng cục|chi cục|cục|vụ)"),
    (
        BodyKind.DIVISION,
        r"\A(?:phòng|cơ quan (?:chuyên môn|quản lý)|cơ quan .*(?:ubnd|ủy ban nhân dân))",
    ),
)
_KIND_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_SORTS = {
    "one_stop": BodyKind.ONE_STOP,
    "committee": BodyKind.COMMITTEE,
    "council": BodyKind.COUNCIL,
    "alone": BodyKind.MINISTRY,
}
_COMMUNE_WORDS = re.compile(r"(?:cấp xã|(?<!\w)(?:xã(?! hội)|phường|đặc khu))(?!\w)")
_NAMED_PROVINCE = re.compile(rf"(?:tỉnh|thành phố|tp\.?)\s*(?:{province_pattern()})(?!\w)")
_DASH = re.compile(r"(?<!\s)\s*+[-–]\s++|(?<!\s)\s++[-–]|[-–](?![^\W\d_][\w-]{0,40}\Z)")
"""A dash between the parts of a name; not one inside its last word, as in names of countries."""
_AROUND = re.compile(r" trên địa bàn (?:tỉnh|thành phố)\b.*")
_OF_THE_CENTRE = re.compile(
    r"(?:tổng cục|cục|vụ|bộ(?! phận)|cục trưởng|ngân hàng nhà nước việt|ủy ban (?!nhân))"
)
_CENTRAL = (BodyKind.MINISTRY, BodyKind.DIPLOMATIC)


def body_kind(sort: str, low: str) -> BodyKind:
    """The kind of a body by the sort of its first words and all its words, lowered."""
    if sort in ("one_stop", "committee", "council"):
        return _SORTS[sort]
    for kind, pattern in _KIND_PATTERNS:
        if pattern.search(low):
            return kind
    if sort == "alone" or re.match(r"(?:bộ|thứ)", low):
        return BodyKind.MINISTRY
    return BodyKind.DEPARTMENT if re.match(r"(?:các |giám đốc )?sở\s", low) else BodyKind.OTHER


def levels_of(kind: BodyKind, low: str) -> tuple[Level, ...]:
    """The levels that a name says, or that its kind implies."""
    low = _NAMED_PROVINCE.sub(" ", low) if _COMMUNE_WORDS.search(low) else low
    low = _AROUND.sub("", low) if kind is BodyKind.ONE_STOP else low
    said = tuple(level for level, pattern in _LEVEL_PATTERNS if pattern.search(low))
    if Level.PROVINCE in said and Level.DISTRICT in said and "thành phố" in low:
        said = (Level.DISTRICT,) if "tỉnh" not in low else said
    if kind in (BodyKind.DEPARTMENT, BodyKind.LAND_OFFICE) or low.startswith("cảng"):
        return (Level.PROVINCE,) if kind is not BodyKind.PORT else ()
    if kind in _CENTRAL or _OF_THE_CENTRE.match(low):
        return said or (Level.CENTRAL,)
    return said


@cache
def _sector_forms() -> tuple[tuple[re.Pattern[str], str], ...]:
    forms = [(form, one.name) for one in sectors() for form in (one.name, *one.short)]
    forms.sort(key=lambda form: len(form[0]), reverse=True)
    return tuple((re.compile(spaced(form) + r"(?!\w)"), name) for form, name in forms)


def _sector(low: str) -> str:
    return next((name for pattern, name in _sector_forms() if pattern.match(low)), low)


_UNIT_WORDS = {
    Level.CENTRAL: "cấp bộ",
    Level.PROVINCE: "cấp tỉnh",
    Level.DISTRICT: "cấp huyện",
    Level.COMMUNE: "cấp xã",
}
_ONE_STOPS = (
    (re.compile(r"trung tâm|tt ?pv"), "Trung tâm Phục vụ hành chính công"),
    (re.compile(r"điểm hỗ trợ"), "Điểm hỗ trợ dịch vụ công"),
)
_CHAIR = re.compile(r"(?:phó )?chủ tịch")


def unified(sort: str, words: str, levels: tuple[Level, ...], place: str | None) -> str:
    """One name for all forms of a name; `place` is the label of the province in it."""
    low = lowered(words)
    if sort in ("sector", "short"):
        return _of_sector(sort, low, place)
    if sort == "committee":
        chair = "Chủ tịch " if _CHAIR.match(low) else ""
        return _placed(f"{chair}Ủy ban nhân dân", words, levels, place)
    if sort == "council":
        return _placed("Hội đồng nhân dân", words, levels, place)
    if sort == "one_stop":
        return _placed(_one_stop_name(low), words, levels, place)
    return _of_free(words, low, levels)


def _one_stop_name(low: str) -> str:
    found = (name for pattern, name in _ONE_STOPS if pattern.search(low))
    return next(found, "Bộ phận Một cửa")


def _placed(name: str, words: str, levels: tuple[Level, ...], place: str | None) -> str:
    commune = COMMUNE.search(words) if levels == (Level.COMMUNE,) else None
    if commune:
        own = f"{name} {commune['unit'].lower()} {commune['name']}"
        return f"{own}, {place}" if place else own
    if place and levels in ((Level.PROVINCE,), ()):
        return f"{name} {place}"
    said = ", ".join(_UNIT_WORDS[level] for level in levels)
    own = f"{name} {said}".strip()
    return f"{own}, {place}" if place else own


_LEAD = re.compile(r"(?:các )?(?:(?P<head>bộ trưởng|thứ trưởng|giám đốc) )?(?P<body>bộ|sở)\s+")


def _of_sector(sort: str, low: str, place: str | None) -> str:
    lead = _LEAD.match(low)
    if sort == "short" or lead is None:
        body, rest, head = ("Bộ" if low[0] == "b" else "Sở"), low[1:], ""
    else:
        body, rest = lead["body"].capitalize(), low[lead.end() :]
        head = f"{lead['head'].capitalize()} " if lead["head"] else ""
    name = f"{head}{body} {_sector(rest)}"
    return f"{name} {place}" if place and body == "Sở" else name


_FREE_UNITS = (
    (re.compile(r"công an (?:cấp |các )?(?:tỉnh|xã|huyện|phường|quận|thành phố)"), "Công an"),
    (re.compile(r"thuế (?:cấp |các )?tỉnh"), "Thuế"),
    (
        re.compile(r"(?:cơ quan )?(?:bảo hiểm xã hội|bhxh) (?:cấp )?(?:tỉnh|huyện)"),
        "Bảo hiểm xã hội",
    ),
)


def _of_free(words: str, low: str, levels: tuple[Level, ...]) -> str:
    for pattern, name in _FREE_UNITS:
        if levels and pattern.match(low) and not COMMUNE.search(words):
            named = province_named(low)
            return f"{name} {named.label if named else _UNIT_WORDS[levels[0]]}"
    return _tidy(words)


def _tidy(words: str) -> str:
    name = " ".join(words.split()).strip(" .,;-–")
    name = _DASH.sub(" - ", name)
    low = lowered(name)
    fixed = "".join(
        letter.upper() if written.isupper() else letter
        for letter, written in zip(low, name, strict=True)
    )
    return fixed[:1].upper() + fixed[1:]


@cache
def _ended_by_name() -> tuple[tuple[re.Pattern[str], EndedBody], ...]:
    return tuple(
        (re.compile(spaced(body.name) + r"(?!\w)"), body) for body in ended_bodies() if body.name
    )


def ended_of(name: str, levels: tuple[Level, ...]) -> Ended | None:
    """Whether a body of a unified name and levels has ended, and who does its work today."""
    low = lowered(name)
    found = next((body for pattern, body in _ended_by_name() if pattern.match(low)), None)
    if found is None and levels == (Level.DISTRICT,):
        found = next(body for body in ended_bodies() if body.level == Level.DISTRICT)
    return Ended(found.since, found.successors, found.whole) if found else None


def ended_with_province(name: str, named: Named | None) -> Ended | None:
    """The end of a body of a province that was merged into another on 1 July 2025."""
    if named is None or not named.old:
        return None
    return Ended(MERGED, (name.replace(named.label, named.today),), sure=True)
