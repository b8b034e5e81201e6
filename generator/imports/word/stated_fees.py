"""What an annex or a list says of fees, as values."""

import re
from dataclasses import replace

from generator.imports.portal.figures import worded_fee
from generator.records.registers import TODO
from generator.records.stated import Fee, Stated
from generator.records.unwritten import NOT_PRINTED

_EXEMPTIONS = f"{TODO}: văn bản quy định mức thu (basis); ai được miễn, giảm."
_AMOUNT = re.compile(
    r"(?P<amount>\d{1,3}(?:\.\d{3}){1,6}|\d{4,8})\s*(?:đồng|đ|vnđ)\b"
    r"(?:\s*/\s*(?P<unit>[^\d,;.()\n]{1,40}?)(?=\s*(?:[,;.()\n]|\Z|\b(?:theo|khi|quy định)\b)))?",
    re.IGNORECASE,
)
_FREE = re.compile(r"miễn (?:phí|lệ phí|thu)|không thu", re.IGNORECASE)
_UNSETTLED = re.compile(
    r"(?:\W*(?:(?:phí|lệ phí|phí, lệ phí)\W+)?(?:không|chưa)(?: có)? (?:quy định|nêu)\b\W*){1,3}\Z",
    re.IGNORECASE,
)
"""That nothing is laid down is not that nothing is charged."""
_NOT_THE_SUM = re.compile(
    r"%|\b(?:tối thiểu|tối đa|không quá|ít nhất|từ|trở lên|thứ|giảm|tăng|thêm|phạt|nếu|miễn|hoặc"
    r"|còn lại|riêng|trừ|nhân|đối với|trường hợp|trẻ em)\b"
    r"|(?<![\d./])\d{1,3}\.\d{3}(?![\d./]|\s*(?:đồng|đ|vnđ)\b)",
    re.IGNORECASE,
)
"""A share, a bound, a change, a condition, or a figure beside: then one sum is not what is paid."""


def stated_fees(text: str) -> Stated[Fee]:
    """What is charged: one amount as a figure, everything else in its words."""
    if not text.strip():
        return Stated(not_stated=NOT_PRINTED)
    amounts = list(_AMOUNT.finditer(text))
    fee = worded_fee(text)
    if _UNSETTLED.match(text):
        fee = Fee(state="not_stated", text=text)
    elif len(amounts) == 1 and _is_whole(text, amounts[0]):
        fee = Fee(
            state="amount",
            amount=float(amounts[0]["amount"].replace(".", "")),
            currency="VND",
            unit=amounts[0]["unit"],
            text=text,
            exemptions=Stated(not_stated=_EXEMPTIONS),
        )
    elif not amounts and _FREE.search(text) and len(text) < 60:
        fee = Fee(state="free", text=text)
    elif amounts:
        fee = Fee(state="not_stated", text=text)
    return Stated(items=(replace(fee, id="p1"),))


def is_left_in_words(fees: Stated[Fee]) -> bool:
    """Whether a figure stands in the words of a fee that no sum could be read of."""
    return any(one.state == "not_stated" and re.search(r"\d", one.text or "") for one in fees.items)


def _is_whole(text: str, amount: re.Match[str]) -> bool:
    """Whether an amount is what is paid, and none of its digits stand apart."""
    before = text[: amount.start()].rstrip(" .,")[-1:]
    is_torn = before.isdigit() or text[amount.start() - 1 : amount.start()].isalpha()
    around = f"{text[: amount.start()]}; {text[amount.end() :]}"
    return not (is_torn or _FREE.search(text) or _NOT_THE_SUM.search(around))
