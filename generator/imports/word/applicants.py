"""Who may apply, as an annex words it, by the keys of the national list."""

import re
from collections.abc import Sequence

from generator.imports.word.blocks import WordLine
from generator.imports.word.paragraphs import text_of
from generator.law.text import fold_text
from generator.records.stated import Stated
from generator.records.unwritten import NOT_PRINTED

_NO_PLACE = "".join(rf"(?<!{word} )" for word in ("trong", "thuoc", "tai", "cua"))
"""A person who works in an organisation makes it no applicant."""
_ABROAD = r"\s+nuoc ngoai"
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
    ("foreign_organisation", r"to chuc nuoc ngoai"),
    ("enterprise", r"(?:doanh nghiep|to chuc kinh te)(?! co von dau tu nuoc ngoai)|thuong nhan"),
    ("cooperative", r"hop tac xa"),
    ("household_business", r"ho kinh doanh"),
    ("civil_servant", r"cong chuc|vien chuc"),
    ("organisation", rf"{_NO_PLACE}\bto chuc\b(?!\s+(?:kinh te|nuoc ngoai))|cong dong dan cu"),
)


def stated_applicants(lines: Sequence[WordLine]) -> Stated[str]:
    """Who may apply, as far as fixed words say it; the words stay."""
    text = text_of(lines)
    if not text:
        return Stated(not_stated=NOT_PRINTED)
    folded = fold_text(text)
    found = tuple(key for key, words in _APPLICANTS if re.search(words, folded))
    return Stated(items=found or ("other",), text=text)


def assumes_citizens(applicants: Stated[str]) -> bool:
    """Whether words say that people may apply, but not that they are Vietnamese.

    The national list of applicants has no key for people of any nationality.
    """
    said = fold_text(applicants.text or "")
    assumed = "vietnamese_citizen" in applicants.items
    return assumed and not re.search(r"cong dan(?! nuoc ngoai)|(?<!nguoi goc )viet nam", said)


def assumes_one_kind_of_organisation(applicants: Stated[str]) -> bool:
    """Whether words say that organisations may apply, and name no kind of them.

    The national list has keys of their own for enterprises, cooperatives and foreign organisations.
    """
    return "organisation" in applicants.items and not _OTHER_KINDS & set(applicants.items)


_OTHER_KINDS = frozenset(
    ("enterprise", "cooperative", "foreign_organisation", "foreign_invested_enterprise")
)
