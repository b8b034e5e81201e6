"""Texts made comparable without moving a letter, and the provinces that they name."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from generator.law.tables import Province, provinces

_TONE_PLACES = (
    ("uỷ ban", "ủy ban"),
    ("uỷ quyền", "ủy quyền"),
    ("văn hoá", "văn hóa"),
    ("toà án", "tòa án"),
    ("thuỷ ", "thủy "),
    ("thanh hoá", "thanh hóa"),
    ("khánh hoà", "khánh hòa"),
    ("hoà bình", "hòa bình"),
    ("trung tậm", "trung tâm"),
)
_TEXTS = 1 << 8
"""How many texts are cached: readers of places ask for the same words again and again."""


@lru_cache(_TEXTS)
def lowered(text: str) -> str:
    """A text in lower case with one placement of tones, letter for letter as long as before.

    >>> lowered("Uỷ ban Nhân dân")
    'ủy ban nhân dân'
    """
    low = text.lower()
    if len(low) != len(text):
        low = "".join(lower if len(lower := letter.lower()) == 1 else letter for letter in text)
    for old, new in _TONE_PLACES:
        if old in low:
            low = low.replace(old, new)
    return low


def spaced(name: str) -> str:
    """A pattern for a name in lower case that lets its commas, dashes and spaces vary."""
    words = re.split(r"\s*(?:,|-|–|\s)\s*", lowered(name).strip())
    return r"[\s,–-]+".join(re.escape(word) for word in words)


@cache
def _by_spelling() -> dict[str, Province]:
    found: dict[str, Province] = {}
    for province in provinces():
        for name in (province.name, *province.merged, *province.spellings):
            found[_key(name)] = province
    return found


@cache
def province_pattern() -> str:
    """A pattern for every name of a province, old and new, in lower case."""
    names = sorted(_by_spelling(), key=len, reverse=True)
    return "|".join(name.replace(" ", r"[\s–-]+") for name in names)


@cache
def _named() -> re.Pattern[str]:
    lead = r"tỉnh|thành\s+phố|tp\.?|t\.p\.?|sở\s{1,20}[^,;.\n]{2,60}?"
    return re.compile(rf"(?:(?:{lead})[\s–-]{{0,20}})(?P<name>{province_pattern()})(?!\w)")


@cache
def _at_end() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<name>{province_pattern()})\s*+(?:[.;)]++\s*+)?\Z")


@dataclass(frozen=True, slots=True)
class Named:
    """A province of today, and the name that the words gave it ("Bình Định" for Gia Lai)."""

    province: Province
    written: str

    @property
    def old(self) -> bool:
        """Whether the name is that of a province merged into another."""
        return self.written in self.province.merged

    @property
    def label(self) -> str:
        """The name as it stands in the name of a body: "tỉnh Bình Định", "thành phố Huế"."""
        if self.old:
            return f"tỉnh {self.written}"
        return self.today

    @property
    def today(self) -> str:
        """The name of today, with its kind."""
        kind = "thành phố" if self.province.kind == "city" else "tỉnh"
        return f"{kind} {self.province.name}"


def province_named(low: str) -> Named | None:
    """The province that a lowered name names, None when there is none or more than one.

    >>> province_named("sở tư pháp tỉnh bình định").province.name
    'Gia Lai'
    """
    names = {_key(match["name"]) for match in _named().finditer(low)}
    if not names and (end := _at_end().search(low)):
        names = {_key(end["name"])}
    found = {_by_spelling()[name].name for name in names}
    if len(found) != 1:
        return None
    name = sorted(names)[0]
    province = _by_spelling()[name]
    old = next((one for one in province.merged if _key(one) == name), None)
    return Named(province, old or province.name)


def _key(name: str) -> str:
    return " ".join(re.split(r"[\s–-]+", lowered(name)))
