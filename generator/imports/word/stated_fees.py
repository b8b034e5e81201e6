"""What an annex or a list says of fees, as values."""

import re
from dataclasses import replace

from generator.imports.portal.figures import worded_fee
from generator.records.registers import TODO
from generator.records.stated import Fee, Stated
from generator.records.unwritten import NOT_PRINTED

_EXEMPTIONS = f"{TODO}: văn bản quy định mức thu (basis); ai được miễn, giảm."
_AMOUNT = re.compile(
    r"(\d{1,3}(?:\.\d{3}){1,6}|\d{4,8})\s*(?:đồng|đ|vnđ)\b"
    r"(?:\s*/\s*([^\s,;.()]+(?:\s[^\s,;.()]+)?))?",
    re.IGNORECASE,
)
_FREE = re.compile(r"miễn (?:phí|lệ phí|thu)|không thu", re.IGNORECASE)


def stated_fees(text: str) -> Stated[Fee]:
    """What is charged: one amount as a figure, everything else in its words."""
    if not text.strip():
        return Stated(not_stated=NOT_PRINTED)
    amounts = list(_AMOUNT.finditer(text))
    fee = worded_fee(text)
    if len(amounts) == 1 and not _FREE.search(text):
        value = float(amounts[0][1].replace(".", ""))
        unit = amounts[0][2]
        fee = Fee(
            state="amount",
            amount=value,
            currency="VND",
            unit=unit,
            text=text,
            exemptions=Stated(not_stated=_EXEMPTIONS),
        )
    elif not amounts and _FREE.search(text) and len(text) < 60:
        fee = Fee(state="free", text=text)
    elif amounts:
        fee = Fee(state="not_stated", text=text)
    return Stated(items=(replace(fee, id="p1"),))
