"""What a part says, once: its words where the record has them, its values where they say less."""

import re
from collections.abc import Iterator, Sequence

from generator.exports.word.codecs import LENGTH, NUMBER, OPEN, WORDS, is_open
from generator.exports.word.references import References
from generator.exports.word.vocabulary import CURRENCIES, FEE_STATES, REASONS
from generator.law.citations import numbers_in
from generator.law.text import fold_text
from generator.readings.time_entries import NO_TIME
from generator.records.stated import (
    ChannelTime,
    Clause,
    Duration,
    Fee,
    LimitAddition,
    LimitCase,
    Stated,
)

_NO_FEE = "Không"
_UNIT_WORDS = {
    "hour": r"gio(?: lam viec)?",
    "day": r"ngay(?! lam viec)",
    "working_day": r"ngay lam viec",
    "month": r"thang",
    "year": r"nam",
}
_ADDED = {True: "Trong đó", False: "Cộng thêm", None: "Thời gian"}
"""Whether the time of an addition is counted in the limit; None: the decision does not say."""
_BARE = 30
"""A length alone has no more characters: behind more words it may be that of a case."""
_SENTENCE = re.compile(r"[\n;]|\.\s")


def has_words(text: str, words: str) -> bool:
    """Whether a text has some words, whatever their case, accents and spaces."""
    return _plain(words) in _plain(text)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[\w/%]+", fold_text(text)))


def says_length(text: str, value: float | None, unit: str | None) -> bool:
    """Whether a text states a length of time.

    >>> says_length("Không quá 05 (năm) ngày làm việc", 5, "working_day")
    True
    >>> says_length("15 ngày làm việc", 15, "day"), says_length("115 ngày", 15, "day")
    (False, False)
    """
    if value is None or unit not in _UNIT_WORDS:
        return False
    figure = re.escape(f"{value:g}".replace(".", ","))
    lead = rf"(?<![\d.,])0*{figure}(?:\s*\([^)]*\))?\s*{_UNIT_WORDS[unit]}\b"
    return bool(re.search(lead, " ".join(fold_text(text).split())))


def limit_lines(time: ChannelTime, refs: References) -> Iterator[str]:
    """A time limit: its words; before and behind them the values that they do not state."""
    said = _written(time.text)
    if not _says_usual(said, time):
        yield from _length(time.value, time.unit, refs)
    if said:
        yield said
    yield from (line for case in time.cases for line in _case(case, said, refs))
    names = tuple(case.name for case in time.cases)
    left = (one for one in time.additions if not _is_said_of_case(said, one.text or "", names))
    yield from (line for one in left for line in _addition(one, said, refs))


def _says_usual(said: str, time: ChannelTime) -> bool:
    """Whether words state the usual length: in the first sentence, or alone before a bracket."""
    alone = (re.split(r"[(;.]", line)[0] for line in said.split("\n"))
    bare = (one for one in alone if one.strip()[:1].isdigit() and len(one) < _BARE)
    texts = (_SENTENCE.split(said)[0], *bare)
    return any(says_length(text, time.value, time.unit) for text in texts)


def _is_said_of_case(said: str, own: str, names: Sequence[str]) -> bool:
    """Whether "case: words" stands in a text with other words of the case in between.

    No other case may begin there: the words would be said of that one.
    """
    head, _, tail = own.partition(": ")
    if not (_plain(head) and _plain(tail)):
        return False
    _, found, behind = _plain(said).partition(_plain(head))
    between, has_tail, _ = behind.partition(_plain(tail))
    others = (_plain(name) for name in names if not name.startswith(head))
    return bool(found and has_tail) and not any(one in between for one in others)


def duration_words(time: Duration | None, refs: References) -> str:
    """A time limit without cases, on one line; empty for none."""
    if time is None:
        return ""
    limit = ChannelTime(value=time.value, unit=time.unit, text=time.text)
    return "; ".join(limit_lines(limit, refs))


def _written(text: str | None) -> str:
    """The words of a limit; none where they only say that there are none."""
    return "" if not text or text == NO_TIME or is_open(text) else text


def _length(value: float | None, unit: str | None, refs: References) -> Iterator[str]:
    if value is not None and unit is not None:
        named = unit in _UNIT_WORDS
        yield LENGTH.show((value, unit), refs) if named else f"{NUMBER.show(value, refs)} {OPEN}"


def _case(case: LimitCase, said: str, refs: References) -> Iterator[str]:
    own = case.text or ""
    if says_length(own, case.value, case.unit):
        if not has_words(said, own):
            yield own
    elif not says_length(said, case.value, case.unit):
        length = "".join(_length(case.value, case.unit, refs))
        yield ". ".join(filter(None, (f"{case.name}: {length}", own)))


def _addition(one: LimitAddition, said: str, refs: References) -> Iterator[str]:
    """The words of an addition, which say when it is added; without words its values."""
    own = one.text or ""
    measured = one.value is not None
    if own and has_words(said, own):
        return
    if own and measured and says_length(own, one.value, one.unit):
        yield own
    elif not (measured and says_length(said, one.value, one.unit)):
        length = "".join(_length(one.value, one.unit, refs))
        said_so = ". ".join(filter(None, (length, own))) or OPEN
        yield f"{_ADDED[one.counted]} {REASONS[one.reason]}: {said_so}"


def fee_lines(fees: Stated[Fee], refs: References) -> Iterator[str]:
    """What is charged: the printed words, and what they do not say of each charge."""
    text = fees.text or ""
    if not fees.items:
        yield text or (_NO_FEE if fees.none else WORDS.show(fees.not_stated or "", refs))
        return
    if text:
        yield text
    lines = (line for fee in fees.items for line in _fee(fee, refs))
    yield from dict.fromkeys(line for line in lines if not has_words(text, line))


def _fee(fee: Fee, refs: References) -> Iterator[str]:
    amount = _amount(fee, refs)
    own = "" if is_open(fee.text or "") else fee.text or ""
    value = amount if not (amount and has_words(own, _figure(fee, refs))) else ""
    state = "" if value or own else FEE_STATES[fee.state]
    said = value or own or state
    name = fee.name if fee.name and not has_words(said, fee.name) else ""
    if value or own or fee.name or fee.state != "not_stated":
        yield ": ".join(filter(None, (name, said)))
    if value and own and not has_words(f"{name} {value}", own):
        yield own


def _figure(fee: Fee, refs: References) -> str:
    return NUMBER.show(fee.amount, refs) if fee.amount is not None else ""


def _amount(fee: Fee, refs: References) -> str:
    if fee.amount is None:
        return ""
    currency = CURRENCIES.get(fee.currency or "", fee.currency or "")
    per = f"/{fee.unit}" if fee.unit else ""
    return f"{_figure(fee, refs)} {currency}".strip() + per


def fee_terms(fees: Stated[Fee], refs: References) -> Iterator[str]:
    """The documents that lay charges down, and who need not pay them."""
    for fee in fees.items:
        if fee.basis and not names_document(f"{fees.text}\n{fee.text}", fee.basis, refs):
            yield f"Căn cứ: {refs.print_document(fee.basis)}"
        if fee.exemptions:
            yield from (f"Miễn, giảm: {text}" for text in _exempt(fee.exemptions))


def _exempt(part: Stated[Clause]) -> Iterator[str]:
    if part.text and not part.none:
        yield part.text
    yield from (one.text for one in part.items if not has_words(part.text or "", one.text))


def names_document(text: str, key: str, refs: References) -> bool:
    """Whether words name a document, by its title or by its number."""
    title = refs.print_document(key)
    numbers = set(numbers_in(title))
    return has_words(text, title) or (bool(numbers) and numbers <= set(numbers_in(text)))
