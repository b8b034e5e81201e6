"""Who may apply, as an annex words it, by the keys of the national list."""

import re
from collections.abc import Iterator, Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.paragraphs import text_of
from generator.law.text import fold_text
from generator.records.stated import Stated
from generator.records.unwritten import NOT_PRINTED

_NO_PLACE = "".join(rf"(?<!{word} )" for word in ("trong", "thuoc", "tai", "cua"))
"""A person who works in an organisation makes it no applicant."""
_ABROAD = r"\s+nuoc ngoai"
_WITH_PERSONS = r"(?:,| va| hoac) (?:cac )?ca nhan"
_ORGANISATION = (
    rf"{_NO_PLACE}\bto chuc\b(?!\s+kinh te|{_ABROAD}|{_WITH_PERSONS}{_ABROAD}"
    rf"|(?:\s+\w+){{0,3}}\s+co von dau tu{_ABROAD})"
)
_RESIDING = r"\s+(?:dang\s+)?(?:cu tru|thuong tru|tam tru|sinh song)"
_FOREIGNER = rf"(?<!tru )(?:nguoi|ca nhan|cong dan){_ABROAD}"
_APPLICANTS = (
    (
        "vietnamese_citizen",
        rf"ca nhan(?!{_ABROAD})|cong dan(?!{_ABROAD})|ho gia dinh|nguoi su dung dat",
    ),
    ("overseas_vietnamese", r"nguoi (?:goc )?viet nam dinh cu"),
    ("foreigner_residing", rf"{_FOREIGNER}{_RESIDING}"),
    ("foreigner", rf"{_FOREIGNER}(?!{_RESIDING})"),
    ("foreign_invested_enterprise", r"von dau tu nuoc ngoai"),
    ("foreign_organisation", rf"to chuc{_WITH_PERSONS}?{_ABROAD}"),
    ("enterprise", r"(?:doanh nghiep|to chuc kinh te)(?! co von dau tu nuoc ngoai)|thuong nhan"),
    ("cooperative", r"hop tac xa"),
    ("household_business", r"ho kinh doanh"),
    ("civil_servant", r"cong chuc|vien chuc"),
    ("organisation", rf"{_ORGANISATION}|cong dong dan cu"),
)
_ANY_ORGANISATION = re.compile(
    rf"{_ORGANISATION}(?!\s+(?:chinh tri|xa hoi|ton giao|phi chinh phu|su nghiep|dang|cong doan"
    r"|quan chung|quoc te|hanh nghe|tin dung|khoa hoc|giam dinh|dau gia|kiem dinh|danh gia|tu van"
    r"|co tham quyen))"
)
"""Organisations of whatever kind: enterprises and cooperatives are such (Bộ luật Dân sự)."""
_KINDS_OF_ORGANISATIONS = ("enterprise", "cooperative", "organisation")
"""The keys of the national list that make up all organisations of the country."""
_BELOW_FOREIGN = re.compile(rf"\btruc thuoc to chuc kinh te(?: co)? von dau tu{_ABROAD}")
"""An organisation below an enterprise of foreign capital: the comma of a list may be lost there."""
_NOT_RESIDING = "".join(rf"(?<!{word} )" for word in ("cu", "thuong", "tam", "luu"))
_LEFT_OUT = re.compile(
    r"\bkhong (?:phai(?: la)?|la)\b(?:(?!ca nhan|cong dan|ho gia dinh)[^.;:()\n]){0,300}"
    rf"|\b(?:khong (?:ap dung|bao gom|gom|ke|thuoc)|{_NOT_RESIDING}tru(?! so\b))\b"
    r"[^.;:()\n]{0,300}"
)
"""Whom words leave out: "không bao gồm doanh nghiệp", "không phải là hợp tác xã", "trừ …"."""


def stated_applicants(lines: Sequence[WordLine]) -> Stated[str]:
    """Who may apply, as far as fixed words say it; the words stay."""
    text = text_of(lines)
    if not text:
        return Stated(not_stated=NOT_PRINTED)
    return Stated(items=named_applicants(text) or ("other",), text=text)


def named_applicants(text: str) -> tuple[str, ...]:
    """The keys of those whom words name, and do not leave out."""
    folded = _LEFT_OUT.sub(" ", fold_text(text))
    found = {key for key, words in _APPLICANTS if re.search(words, folded)}
    if _ANY_ORGANISATION.search(folded):
        found |= set(_kinds_not_left_out(fold_text(text)))
    return tuple(key for key, _ in _APPLICANTS if key in found)


def _kinds_not_left_out(folded: str) -> Iterator[str]:
    """The kinds of organisations, without those that the words leave out."""
    left_out = " ".join(_LEFT_OUT.findall(folded))
    words = dict(_APPLICANTS)
    return (key for key in _KINDS_OF_ORGANISATIONS if not re.search(words[key], left_out))


def assumed_applicants(applicants: Stated[str]) -> Iterator[str]:
    """The kinds of remarks on applicants that words name less closely than the national list."""
    if assumes_citizens(applicants):
        yield "citizens_assumed"
    if assumes_all_organisations(applicants):
        yield "organisations_assumed"
    if _BELOW_FOREIGN.search(fold_text(applicants.text or "")):
        yield "comma_assumed"


def assumes_citizens(applicants: Stated[str]) -> bool:
    """Whether words say that people may apply, but not that they are Vietnamese.

    The national list of applicants has no key for people of any nationality.
    """
    said = fold_text(applicants.text or "")
    assumed = "vietnamese_citizen" in applicants.items
    return assumed and not re.search(r"cong dan(?! nuoc ngoai)|(?<!nguoi goc )viet nam", said)


def assumes_all_organisations(applicants: Stated[str]) -> bool:
    """Whether words say that organisations may apply, and leave a kind that is recorded unnamed.

    The national list has no key for organisations of any kind.
    """
    said, words = fold_text(applicants.text or ""), dict(_APPLICANTS)
    assumed = [
        key
        for key in _KINDS_OF_ORGANISATIONS
        if key in applicants.items and not re.search(words[key], said)
    ]
    return bool(assumed) and _ANY_ORGANISATION.search(_LEFT_OUT.sub(" ", said)) is not None
