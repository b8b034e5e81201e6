"""The words of the source on a fee, quoted where the answer drops what they say of it."""

import re
from collections.abc import Collection, Iterator

from generator.findings.problem import Pointer
from generator.locale import Words
from generator.pages.answers.cell import quotation, quotations
from generator.pages.answers.short import shown_text
from generator.pages.nodes.html import EMPTY, Html, escape_line
from generator.records.version import Version

_MOST_NOTES, _LONGEST, _LONGEST_SHARE = 3, 420, 1000
"""How many notes are quoted, and their characters together; with a share or a name not shown."""
_FEW, _FEW_OF_DOCUMENT = 1, 8
"""Words that a note may say more than an answer does; than one that only names a document."""
_LONG_BRACKET = re.compile(r"\([^()]{80,}\)")
"""What is left out of notes that have to say what several sums are for."""
_SHORTEST = 14
_SHARE_TOLD = 3
"""A note says more where more than one of so many of its words is not in the answer."""
_NUMBER = re.compile(r"[0-9]")
_FIGURE = re.compile(
    r"[0-9]\s?(?:%|đồng|đ(?!\w)|vnđ|vnd|nghìn|triệu)|[0-9][.,][0-9]{3}", re.IGNORECASE
)
"""A sum, or a share of one."""
_DOCUMENT = re.compile(
    r"(?<!\w)(?:thông tư|nghị định|nghị quyết|luật|quyết định|văn bản)(?: liên tịch)?"
    r" (?:số )?[^.;:\n(]{0,400}",
    re.IGNORECASE,
)
"""A document with its number, day and title."""
_PAID = re.compile(
    r"(?<!\w)(?<!người )nộp (?:các khoản )?(?:phí|lệ phí)(?!\w)[^.;\n]{10,200}", re.IGNORECASE
)
_FREED = "miễn"
_IS_FREED = re.compile(r"(?<!\w)(?:được|diện) miễn (?:lệ |nộp )?(?:phí|lệ phí)?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")
_PERCENT = re.compile(r"[0-9](?:[.,][0-9]+)?\s?%")
_FRAME = frozenset(
    _WORD.findall(
        "phí lệ thu mức nộp theo quy định của tại đồng là số tiền vnd vnđ và các cho từ đến với"
        " bằng được thực hiện như sau cụ thể chi trả thẩm áp dụng hành hiện một hồ sơ không nghìn"
        " triệu ngàn trăm ngày tháng năm trực tuyến tiếp bưu chính hình thức qua đối"
    )
)
"""Words that say nothing of what is paid for, of who pays, and of what a rate is for."""


def fee_notes(
    version: Version,
    shown: Html,
    words: Words,
    *,
    doubted: bool,
    ended: Collection[Pointer] = (),
    unnamed: bool = False,
    most_of_plain: int | None = None,
) -> Html:
    """The notes on the fees of a version, each once; nothing where the answer says it all.

    None of fees that have `ended`.
    `doubted` where the answer doubts a sum, `unnamed` where it does not say what several are for:
    then their words always help. `most_of_plain`: characters of notes without a figure.
    """
    every = list(dict.fromkeys(_notes(version)))
    gone = {_note_at(version, one) for one in ended}
    notes = [one for one in every if one not in gone]
    said = shown_text(shown)
    if not notes or len(every) > _MOST_NOTES or "“" in said:
        return EMPTY
    if unnamed and sum(map(len, notes)) > _LONGEST:
        notes = [_LONG_BRACKET.sub("(…)", one) for one in notes]
    is_share = any(_PERCENT.search(one) for one in notes) and not _PERCENT.search(said)
    if sum(map(len, notes)) > (_LONGEST_SHARE if is_share else _LONGEST):
        return EMPTY
    most = _FEW if _NUMBER.search(said.partition("(")[0]) else _FEW_OF_DOCUMENT
    unnamed = unnamed and any(_telling(_DOCUMENT.sub(" ", one)) for one in notes)
    if not (doubted or unnamed or is_share or any(_says_more(one, said, most) for one in notes)):
        return EMPTY
    if most_of_plain and not any(map(_FIGURE.search, notes)):
        notes = [quotation(one, most_of_plain // len(notes)) for one in notes]
    quoted = " ".join(f"“{one}”" for one in notes)
    return quotations([escape_line(words("answer.said_in_channels", text=quoted))])


def paid_in_steps(version: Version, words: Words) -> Html:
    """The words of a step by which something is paid, for a fee that nothing else tells of."""
    for step in version.steps.items:
        match = _PAID.search(step.text or "")
        if match:
            text = f"“{' '.join(match[0].split()).rstrip(' ,:')}”"
            return quotations([escape_line(words("answer.said_in_steps", text=text))])
    return EMPTY


def exempted_in_notes(version: Version, shown: Html, words: Words) -> Html:
    """The words of fees without a sum on who pays nothing, where the answer tells of nobody."""
    if _FREED in shown_text(shown).lower():
        return EMPTY
    fees = [fee for channel in version.channels.items for fee in channel.fees.items]
    texts = [fee.text or "" for fee in fees if fee.state == "not_stated"]
    told = dict.fromkeys(quotation(one, _LONGEST) for one in texts if _IS_FREED.search(one))
    lines = (escape_line(words("answer.said_in_channels", text=f"“{one}”")) for one in told)
    return quotations(lines) if told else EMPTY


def _notes(version: Version) -> Iterator[str]:
    for channel in version.channels.items:
        for fee in channel.fees.items:
            if fee.text and _WORD.search(fee.text) and len(fee.text) > _SHORTEST:
                yield _tidy(fee.text)


def _note_at(version: Version, pointer: Pointer) -> str:
    fee = version.channels.items[int(pointer[2])].fees.items[int(pointer[5])]
    return _tidy(fee.text or "")


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" -–")


def _says_more(note: str, said: str, most: int) -> bool:
    """Whether a note has more than a few words beside documents that an answer has not."""
    told = _telling(_DOCUMENT.sub(" ", note))
    untold = len(told - _telling(said))
    return untold > most and untold * _SHARE_TOLD > len(told)


def _telling(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _FRAME
