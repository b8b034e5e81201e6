"""Whether a ground says more of a document than its record does: such words are kept as well."""

import re
from collections.abc import Iterator, Mapping

from generator.law.dates import dates_in
from generator.law.text import fold_text
from generator.records.registers import Agency, LegalDocument

GROUND_LEAD = re.compile(r"\A\s*căn cứ\s+(?:vào\s+)?", re.IGNORECASE)
_LOOSE = re.compile(r"(?<!\s)\s*+([-/.&])\s*+")
_TYPES = re.compile(
    r"\A(?:(?:bo )?luat|phap lenh|nghi quyet(?: lien tich)?|nghi dinh|quyet dinh"
    r"|thong tu(?: lien tich)?|chi thi|van ban hop nhat|van ban|cong van|ke hoach)\b"
)
OWN_FATE = re.compile(r",?\s{1,4}(?:đã\s+)?(?:được|bị)\s+(?:sửa đổi|bổ sung|thay thế)", re.I)
"""What a document says of its own fate ends its name."""
_JOINTS = frozenset(["so", "ngay", "cua", "ve", "viec", "ban", "hanh", "quy", "dinh", "va"])
"""Words that hold the parts of a citation together and say nothing of their own."""


def single_grounds(text: str) -> Iterator[str]:
    """The documents that one ground names, one by one."""
    return (one.strip() for one in text.rstrip(" .;").split("; ") if one.strip())


def says_no_more(text: str, document: LegalDocument, agencies: Mapping[str, Agency]) -> bool:
    """Whether a ground has no words but those of the record: number, day, issuer and title."""
    known = agencies.get(document.issuer or "")
    said = _TYPES.sub("", _bare(_without_day(text, document)))
    for part in (_bare(document.number), _bare(known.name) if known else ""):
        said = said.replace(part, " ", 1) if part else said
    title = _TYPES.sub("", _bare(document.title))
    title = " ".join(title.replace(_bare(document.number), " ").split())
    rest = _without_joints(said)
    return f" {rest} " in f" {_without_joints(title)} " or not rest


def _without_day(text: str, document: LegalDocument) -> str:
    """A ground without the day on which the record says that the document was signed."""
    text = GROUND_LEAD.sub("", text)
    for found in dates_in(text):
        if found.day and found.day == document.signed:
            return f"{text[: found.start]} {text[found.start + len(found.text) :]}"
    return text


def _bare(text: str) -> str:
    return " ".join(_LOOSE.sub(r"\1", fold_text(text)).strip(" .;,:").split())


def _without_joints(text: str) -> str:
    return " ".join(word for word in re.findall(r"[^\s]+", text) if word not in _JOINTS)
