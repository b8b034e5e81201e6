"""What an annex or a list says of fees, as values."""

import re
from dataclasses import replace

from generator.imports.portal.figures import worded_fee
from generator.records.registers import TODO
from generator.records.stated import Clause, Fee, Stated
from generator.records.unwritten import NOT_PRINTED

_EXEMPTIONS = f"{TODO}: văn bản quy định mức thu (basis); ai được miễn, giảm."
_AMOUNT = re.compile(
    r"(?P<amount>\d{1,3}(?:\.\d{3}){1,6}|\d{4,8})\s*(?:đồng|đ|vnđ)\b"
    r"(?:\s*/\s*(?P<unit>[^\d,;.()\n]{1,40}?)(?=\s*(?:[,;.()\n]|\Z|\b(?:theo|khi|quy định)\b)))?",
    re.IGNORECASE,
)
_FREE = re.compile(r"miễn (?:phí|lệ phí|thu)|không thu", re.IGNORECASE)
_FEE = r"(?:phí(?:\W{1,3}lệ phí)?|lệ phí(?:\W{1,3}phí)?)"
_UNSETTLED = re.compile(
    rf"(?:\W*(?:{_FEE}\W+)?(?:chưa(?: có)? (?:quy định|nêu)|không (?:có )?nêu)\b\W*){{1,3}}\Z",
    re.IGNORECASE,
)
"""That nobody has said yet what is charged is not that nothing is."""
_NOTHING = re.compile(
    rf"(?:\W*(?:{_FEE}\W+)?không(?: có)?(?: quy định)?(?: {_FEE})?\b\W*){{1,3}}\Z",
    re.IGNORECASE,
)
"""That nothing is laid down, said of each kind of fee: nobody may charge what no text lays down."""
_SENTENCE_ENDS = re.compile(r"(?<=[.;])\s+|\n\s*|\s\((?=(?:được )?miễn)", re.IGNORECASE)
_EXEMPTS = re.compile(r"\b(?:miễn|không thu|không phải nộp)\b", re.IGNORECASE)
_BY_WAY = re.compile(r"trực tuyến|trực tiếp|bưu chính|bưu điện", re.IGNORECASE)
"""Who pays nothing by one way of handing in pays by the others: no exemption of people."""
_BARE_SUM = re.compile(r"(?<![\d./])\d{1,3}\.\d{3}(?![\d./])")
_SHORT = 60
"""Longer words say more than that nothing is charged."""
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
    return Stated(items=(replace(_fee_of(text), id="p1", text=text),))


def _fee_of(text: str) -> Fee:
    if _UNSETTLED.match(text):
        return Fee(state="not_stated")
    if _NOTHING.match(text):
        return Fee(state="absent")
    amounts = list(_AMOUNT.finditer(text))
    if len(amounts) == 1:
        return _fee_of_amount(text, amounts[0])
    if not amounts and _FREE.search(text) and len(text) < _SHORT:
        return Fee(state="free")
    return Fee(state="not_stated") if amounts else worded_fee(text)


def _fee_of_amount(text: str, amount: re.Match[str]) -> Fee:
    """The fee of a text with one amount, which other sentences may exempt people from."""
    rest, exempted = _without_exemptions(text)
    said = _AMOUNT.search(rest)
    if not said or said[0] != amount[0] or not _is_whole(rest, said):
        return Fee(state="not_stated")
    clauses = tuple(Clause(id=f"e{n}", text=words) for n, words in enumerate(exempted, 1))
    return Fee(
        state="amount",
        amount=float(said["amount"].replace(".", "")),
        currency="VND",
        unit=said["unit"],
        exemptions=Stated(items=clauses) if clauses else Stated(not_stated=_EXEMPTIONS),
    )


def _without_exemptions(text: str) -> tuple[str, list[str]]:
    """A text without its sentences that say who pays nothing, and these."""
    rest, exempted = list[str](), list[str]()
    for sentence in _SENTENCE_ENDS.split(text):
        (exempted if _is_exemption(sentence) else rest).append(sentence)
    return ("\n".join(rest), [one.strip(" .;()") for one in exempted]) if exempted else (text, [])


def _is_exemption(sentence: str) -> bool:
    has_sum = _AMOUNT.search(sentence) or _BARE_SUM.search(sentence)
    return bool(_EXEMPTS.search(sentence) and not has_sum and not _BY_WAY.search(sentence))


def is_left_in_words(fees: Stated[Fee]) -> bool:
    """Whether a figure stands in the words of a fee that no sum could be read of."""
    return any(one.state == "not_stated" and re.search(r"\d", one.text or "") for one in fees.items)


def _is_whole(text: str, amount: re.Match[str]) -> bool:
    """Whether an amount is what is paid, and none of its digits stand apart."""
    before = text[: amount.start()].rstrip(" .,")[-1:]
    is_torn = before.isdigit() or text[amount.start() - 1 : amount.start()].isalpha()
    around = f"{text[: amount.start()]}; {text[amount.end() :]}"
    return not (is_torn or _FREE.search(text) or _NOT_THE_SUM.search(around))
