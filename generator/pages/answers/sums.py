"""Sums of money as words, and many of them as a list by case."""

from collections.abc import Iterator, Sequence

from generator.locale import Words
from generator.pages.answers.cell import for_whom, stands_out
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    folded_block,
    join_html,
)
from generator.readings.amounts import Bound
from generator.readings.fee_summary import SumRange
from generator.readings.fee_table import SumCase, SumKind
from generator.readings.fee_values import FeeAmount

_OPEN_CASES = 6
"""So many sums are listed at once; more of them fold under their range."""
_OPEN_LENGTH = 480
"""Characters of a list of sums that stands unfolded."""


def value_words(value: FeeAmount | SumRange, words: Words) -> str:
    """A sum or a range of sums with its currency, for what, and whether it is a limit."""
    name = words("fee.dong") if value.currency == "VND" else value.currency
    low, high = (f"{words.number(one)} {name}" for one in (value.low, value.high))
    said = words("answer.from_to", low=low, high=high) if value.low < value.high else low
    if isinstance(value, SumRange):
        return said
    said = f"{said}/{value.unit}" if value.unit else said
    if value.bound is Bound.AT_MOST:
        return words("answer.at_most", amount=said)
    return words("answer.at_least", amount=said) if value.bound is Bound.AT_LEAST else said


def odd_sum_words(amount: FeeAmount, words: Words) -> str:
    """A figure that cannot be right, and what the words beside it have: asked, never corrected."""
    written = value_words(amount, words)
    if amount.suggested is None:
        return words("answer.odd_fee", amount=written)
    likely = FeeAmount(amount.suggested, amount.suggested, amount.currency)
    return words("answer.ask_fee", amount=written, likely=value_words(likely, words))


def sum_table(kinds: Sequence[SumKind], words: Words) -> Html:
    """The sums of each kind of fee with what each is for; many fold under a line."""
    cases = [case for kind in kinds for case in kind.cases]
    if not cases:
        return EMPTY
    length = sum(len(case.name) + len(value_words(case.reading.value, words)) for case in cases)
    listed = join_html(part for kind in kinds for part in _kind(kind, words))
    if len(cases) <= _OPEN_CASES and length <= _OPEN_LENGTH:
        return listed
    heads = join_html(_range_line(kind, words) for kind in kinds) if len(kinds) > 1 else EMPTY
    label = escape_html(words("answer.every_sum", count=len(cases)))
    return join_html([heads, folded_block(label, listed)])


def _kind(kind: SumKind, words: Words) -> Iterator[Html]:
    if kind.name:
        yield element("p", escape_line(f"{kind.name}:"))
    yield element("ul", *(element("li", _case(case, words)) for case in kind.cases), class_="sums")


def _case(case: SumCase, words: Words) -> Html:
    end = case.reading.value.terms.period.end
    until = words("answer.until", day=words.day(end)) if end else ""
    return for_whom(value_words(case.reading.value, words), [case.name, until], words)


def _range_line(kind: SumKind, words: Words) -> Html:
    """The range of the sums of a kind; a sum of each kind is due."""
    values = [case.reading.value for case in kind.cases]
    low, high = min(v.low for v in values), max(v.high for v in values)
    said = value_words(SumRange(low, high, values[0].currency), words)
    name = [escape_line(f"{kind.name}:")] if kind.name else []
    return element("p", join_html([*name, stands_out(said)], escape_html(" ")))
