"""Numbers of Vietnamese documents: fix the usual slips, and read the family off the number.

Grammar after Decree 30/2020/NĐ-CP and the practice of the issuing bodies: an individual decision
is `N/QĐ-ORG`, a normative one `N/YYYY/QĐ-ORG`; Party papers are written `N-QĐ/TU`; before 1997 the
year was left out (`73-CP`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.law.text import fold_text, repair
from generator.records.layout import DEVICES

_N = r"(?P<n>[0-9]{1,5}(?:\.[0-9]{1,3})?[A-Z]?)"
_Y = r"(?P<year>(?:19|20)[0-9]{2})"
_BODY = r"[A-ZĐƯ&]{2,12}[0-9]{0,2}"
_ORG = rf"(?P<org>TTg|{_BODY}(?:-(?:{_BODY}|[A-ZĐ]{{0,2}}[0-9]{{1,3}})|\.{_BODY}){{0,12}})"
"""Whoever signed, as many as twelve: parts that can be read in two ways make each further one cost
twice as much to refuse."""

_FAMILIES: tuple[tuple[str, str], ...] = (
    ("decision", rf"{_N}/(?:{_Y}/)?QĐ-{_ORG}"),
    ("decree", rf"{_N}/{_Y}/NĐ-(?P<org>CP)|(?P<n1>[0-9]{{1,3}})[-/](?P<org1>CP)"),
    ("joint_circular", rf"{_N}/(?:{_Y}/)?TTLT-{_ORG}"),
    ("circular", rf"{_N}/(?:{_Y}/)?TT-{_ORG}"),
    ("resolution", rf"{_N}/(?:{_Y}/)?NQ-(?P<org>CP|HĐND|HĐTP|UBTVQH[0-9]{{1,2}}|QH[0-9]{{1,2}})"),
    ("resolution", rf"{_N}/{_Y}/(?P<org>UBTVQH[0-9]{{1,2}})-NQ"),
    ("joint_resolution", rf"{_N}/{_Y}/NQLT-{_ORG}"),
    ("law", rf"{_N}/{_Y}/(?P<org>QH[0-9]{{1,2}})"),
    ("ordinance", rf"{_N}/{_Y}/(?:PL-)?(?P<org>UBTVQH[0-9]{{1,2}})"),
    ("order", rf"{_N}(?:/{_Y}/|-)L[-/](?P<org>CTN)"),
    ("consolidated_text", rf"{_N}/(?:{_Y}/)?VBHN-{_ORG}"),
    ("directive", rf"{_N}/(?:{_Y}/)?CT-{_ORG}"),
    ("party_document", rf"{_N}-(?:QĐ|NQ|KH|CTr|ĐA|CT|KL|HD|TB)/(?P<org>TW|TU|HU|ĐU)"),
    ("submission", rf"{_N}/TTr-{_ORG}"),
    (
        "official_letter",
        r"(?P<n>[0-9]{3,5}|[0-9]\.[0-9]{3})/"
        rf"(?P<org>(?!NĐ|NQ|QĐ|TT){_BODY}-{_BODY}(?:[-.]{_BODY})*)",
    ),
)
_PATTERNS = tuple((family, re.compile(rf"(?:{pattern})\Z")) for family, pattern in _FAMILIES)

_TYPE_WORDS = (
    "Bộ luật|Luật|Luất|Pháp lệnh|Lệnh|Nghị định|Nghị quyết|Thông tư liên tịch|Thông tư|Quyết định"
    "|Chỉ thị|Văn bản hợp nhất|Số|NĐ|TT|QĐ|NQ"
)
_LEAD = re.compile(rf"^(?:(?:{_TYPE_WORDS})(?![A-Za-zÀ-ỹ0-9/-])\s*)*(?:số)?\s*:?\s*", re.I)
_GLUED_LEAD = re.compile(r"^(?:TT|NĐ|NQ|QĐ)(?=[0-9]+/)")
_DECREE = re.compile(r"^\s*nghị định\s*+(?:số)?\s*+:?\s*+([0-9]{1,3}/20[0-9]{2})\s*\Z", re.I)
_WORDS_AROUND = re.compile(r"\b(?:số|ngày|quyết định|công văn)\b", re.I)
_DASHES = re.compile("[\u2010-\u2015\u2212_]")
_JOINTS = re.compile(r"(?:(?<!\s)\s++)?([/-])\s*+")
_MIXED_CASE = {"TTG": "TTg", "TTR": "TTr", "CTR": "CTr"}
_SLIPS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(slip), right)
    for slip, right in (
        (r"\A(.{6,60})\1\Z", r"\1"),
        (r"/\.|//|\./", "/"),
        (r"\A([0-9]+[A-Z]?)-(NQ|QĐ|CT)/(?=CP|TTG|UBND)", r"\1/\2-"),
        (r"\bQD-", "QĐ-"),
        (r"\bQĐ(?=UBND)", "QĐ-"),
        (r"\bND-CP\b|\bNĐ-?C\Z|\bNĐCP\b|\bNĐ/CP\b|\bCP-NĐ\b", "NĐ-CP"),
        (r"\bHDND\b", "HĐND"),
        (r"\bUBTƯ?MTTQ", "UBTƯMTTQ"),
        (r"\bBGD&ĐT\b|\bBGDDT\b|\bBGD-ĐT\b", "BGDĐT"),
        (r"/(TTLT|TT|NQ|QĐ)/(?=[A-ZĐ])", r"/\1-"),
        (r"(?<=[0-9]{4})-(?=(?:TTLT|TT|NĐ|NQ|QĐ)-)", "/"),
        (r"/(TTLT|TT)(?=B[A-ZĐ])", r"/\1-"),
        (r"/((?:19|20)[0-9]{2})/(B[A-ZĐ]+)-(TTLT|TT)\Z", r"/\1/\3-\2"),
    )
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number that could be read: its family, serial (as printed), year and issuing symbol."""

    text: str
    family: str
    serial: str
    year: int | None
    symbol: str

    @property
    def unpadded(self) -> str:
        """The number without zeros before it and dots in it: 09/2019/TT-BTC is 9/2019/TT-BTC."""
        return self.text.lstrip("0").replace(".", "")


def is_worded(number: str) -> bool:
    """Whether words stand around a number that belong to none.

    >>> is_worded("số 2155/QĐ-BTP"), is_worded("2155/QĐ-BTP")
    (True, False)
    """
    return _WORDS_AROUND.search(number) is not None


def names_no_province(number: str) -> bool:
    """Whether a number, or the symbol at its end, is one that a body of every province gives.

    >>> names_no_province("61/2026/QĐ-UBND"), names_no_province("2155/QĐ-BTP")
    (True, False)
    """
    return number.endswith(("UBND", "HĐND"))


@lru_cache(maxsize=8192)
def normalise(printed: str) -> str:
    """Fix separators, look-alike letters and known slips in a printed number.

    Words around the one number in a text are left out.

    >>> normalise("Số: 118/2025/NÐ–CP.")
    '118/2025/NĐ-CP'
    >>> normalise("Luật Bưu chính số 49/2010/QH12")
    '49/2010/QH12'
    """
    decree = _DECREE.match(printed)
    if decree:
        return f"{decree[1]}/NĐ-CP"
    text = _DASHES.sub("-", repair(printed)[0])
    whole = _fix_slips(_LEAD.sub("", text))
    if _match(whole):
        return whole
    inside = set(numbers_in(text))
    return inside.pop() if len(inside) == 1 else whole


def numbers_in(text: str) -> Iterator[str]:
    """The document numbers in a text of several words, normalised, in their order."""
    for word in _JOINTS.sub(r"\1", text).split():
        number = _fix_slips(word.strip('()[]"“”,;:.'))
        found = _match(number)
        if found and found[0] != "official_letter":
            yield number


def _fix_slips(text: str) -> str:
    text = re.sub(r"\s+", "", text).strip(".,;:").upper()
    text = _GLUED_LEAD.sub("", text)
    for slip, right in _SLIPS:
        text = slip.sub(right, text)
    return re.sub(
        r"(?<![A-ZĐ])(?:TTG|TTR|CTR)(?![A-ZĐ])", lambda match: _MIXED_CASE[match[0]], text
    )


def _match(text: str) -> tuple[str, re.Match[str]] | None:
    for family, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            return family, match
    return None


@lru_cache(maxsize=8192)
def parse(printed: str) -> DocumentNumber | None:
    """Read a document number; None when it fits no family even after fixing slips."""
    text = normalise(printed)
    found = _match(text)
    if found is None:
        return None
    family, match = found
    parts = match.groupdict()
    year = int(parts["year"]) if parts.get("year") else None
    serial, symbol = parts["n"] or parts["n1"], parts["org"] or parts["org1"]
    return DocumentNumber(text, family, serial or "", year, symbol or "")


def key_of(printed: str) -> str:
    """A file name for a document: its normalised number in ASCII, without leading zeros.

    >>> key_of("09/2019/TT-BTC"), key_of("Con")
    ('9-2019-tt-btc', 'x-con')
    """
    name = re.sub(r"[^a-z0-9]+", "-", fold_text(normalise(printed))).strip("-")
    name = re.sub(r"^0+(?=[0-9])", "", name)[:100].strip("-")
    return f"x-{name}" if re.fullmatch(DEVICES, name) else name
