"""Numbers of Vietnamese documents: mend the usual slips, and tell the family from the number.

Grammar after Decree 30/2020 and the practice of the issuing bodies: an individual decision is
`N/QĐ-ORG`, a normative one `N/YYYY/QĐ-ORG`; Party papers are written `N-QĐ/TU`.
"""

import re
from dataclasses import dataclass

from generator.law.text import fold, repair

_N = r"(?P<n>[0-9]{1,5}(?:\.[0-9]{1,3})?[A-Z]?)"
_Y = r"(?P<year>(?:19|20)[0-9]{2})"
_ORG = r"[A-ZĐ]{2,12}(?:-[A-ZĐ]{0,6}[0-9]{0,3})*"

_FAMILIES: tuple[tuple[str, str], ...] = (
    ("decision", rf"{_N}/(?:{_Y}/)?QĐ-(?P<org>TTg|{_ORG})"),
    ("decree", rf"{_N}/{_Y}/NĐ-(?P<org>CP)"),
    ("joint_circular", rf"{_N}/{_Y}/TTLT-(?P<org>{_ORG})"),
    ("circular", rf"{_N}/{_Y}/TT-(?P<org>{_ORG})"),
    ("resolution", rf"{_N}/(?:{_Y}/)?NQ-(?P<org>CP|HĐND|HĐTP|UBTVQH[0-9]{{1,2}}|QH[0-9]{{1,2}})"),
    ("resolution", rf"{_N}/{_Y}/(?P<org>UBTVQH[0-9]{{1,2}})-NQ"),
    ("law", rf"{_N}/{_Y}/(?P<org>QH[0-9]{{1,2}})"),
    ("ordinance", rf"{_N}/{_Y}/(?:PL-)?(?P<org>UBTVQH[0-9]{{1,2}})"),
    ("consolidated_text", rf"{_N}/(?:{_Y}/)?VBHN-(?P<org>{_ORG})"),
    ("directive", rf"{_N}/(?:{_Y}/)?CT-(?P<org>TTg|{_ORG})"),
    ("party_document", rf"{_N}-(?:QĐ|NQ|KH|CTr|ĐA|CT|KL|HD|TB)/(?P<org>TW|TU|HU|ĐU)"),
)
_PATTERNS = tuple((family, re.compile(pattern + r"\Z")) for family, pattern in _FAMILIES)

_LEAD = re.compile(
    r"^(?:(?:Luật|Nghị định|Thông tư|Quyết định|Nghị quyết|Số)\s*)*(?:số)?\s*:?\s*", re.I
)
_DASHES = re.compile("[\u2010-\u2015\u2212_]")
_MIXED_CASE = {"TTG": "TTg", "TTR": "TTr", "CTR": "CTr"}
_SLIPS: tuple[tuple[str, str], ...] = (
    (r"\bQD-", "QĐ-"),
    (r"\bQĐ(?=UBND)", "QĐ-"),
    (r"\bND-CP\b|\bNĐ-?C\Z|\bNĐCP\b|\bNĐ/CP\b", "NĐ-CP"),
    (r"\bHDND\b", "HĐND"),
    (r"\bBGD&ĐT\b|\bBGDDT\b|\bBGD-ĐT\b", "BGDĐT"),
    (r"/TT(?=B[A-Z])", "/TT-"),
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number that could be read: its family, serial (as printed), year and issuing symbol."""

    text: str
    family: str
    serial: str
    year: int | None
    symbol: str


def normalise(printed: str) -> str:
    """Mend separators, look-alike letters and known slips in a printed number.

    >>> normalise("Số: 118/2025/NÐ–CP.")
    '118/2025/NĐ-CP'
    """
    text = _LEAD.sub("", repair(printed)[0])
    text = _DASHES.sub("-", re.sub(r"\s+", "", text)).strip(".,;:")
    text = text.upper().replace("./", "/")
    for slip, right in _SLIPS:
        text = re.sub(slip, right, text)
    return re.sub(r"TTG\b|TTR\b|CTR\b", lambda match: _MIXED_CASE[match[0]], text)


def parse(printed: str) -> DocumentNumber | None:
    """Read a document number; None when it fits no family even after mending."""
    text = normalise(printed)
    for family, pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            parts = match.groupdict()
            year = int(parts["year"]) if parts.get("year") else None
            return DocumentNumber(text, family, parts["n"], year, parts["org"])
    return None


def key_of(printed: str) -> str:
    """A file name for a document: its normalised number in ASCII, without leading zeros.

    >>> key_of("09/2019/TT-BTC") == key_of("9/2019/TT-BTC")
    True
    """
    name = re.sub(r"[^a-z0-9]+", "-", fold(normalise(printed))).strip("-")
    return re.sub(r"^0+(?=[0-9])", "", name)[:100].strip("-")
