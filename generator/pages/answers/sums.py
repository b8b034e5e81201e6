"""Sums of money as words, and many of them as a list by case."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.locale import Words
from generator.pages.answers.cell import for_whom, stands_out
from generator.pages.formatting import METHODS
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
from generator.readings.fee_table import SumKind
from generator.readings.fee_values import Doubt, FeeAmount

_OPEN_CASES = 8
"""So many lines of sums are listed at once; more of them fold under their range."""
_OPEN_LENGTH = 560
"""Characters of a list of sums that stands unfolded."""
_MARKED = re.compile(r"^(?:[^+]*:)?\s*\+\s+")
"""The mark of a list before an item, with the heading that its first item took along."""
_LONGEST_END = 70
"""Characters of the name that stands beside an end of a range."""


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
    """A figure that cannot be right, and what the words beside it have: asked, never corrected.

    One that no fee can be is not repeated.
    """
    written = value_words(amount, words)
    if amount.doubt is Doubt.SHARE:
        return words("answer.share_fee", amount=written)
    if amount.suggested is None and amount.doubt is Doubt.AMOUNT:
        return words("answer.odd_fee", amount=written)
    if amount.suggested is None:
        return words("answer.impossible_fee")
    likely = FeeAmount(amount.suggested, amount.suggested, amount.currency)
    return words("answer.ask_fee", amount=written, likely=value_words(likely, words))


def sum_table(kinds: Sequence[SumKind], words: Words) -> Html:
    """The sums of each kind of fee with what each is for; many fold under a line."""
    cases = [case for kind in kinds for case in kind.cases]
    if not cases:
        return EMPTY
    lines = [line for kind in kinds for line in _lines(kind, words)]
    length = sum(len(said) + len(name) for said, name in lines)
    listed = join_html(part for kind in kinds for part in _kind(kind, words))
    if len(lines) <= _OPEN_CASES and length <= _OPEN_LENGTH:
        return listed
    heads = join_html(_range_line(kind, words) for kind in kinds) if len(kinds) > 1 else EMPTY
    if len(kinds) == 1:
        heads = _ends_line(kinds[0], words)
    label = escape_html(words("answer.every_sum", count=len(lines)))
    return join_html([heads, folded_block(label, listed)])


def _kind(kind: SumKind, words: Words) -> Iterator[Html]:
    if kind.name:
        yield element("p", escape_line(f"{kind.name}:"))
    if not any(name for _, name in _lines(kind, words)):
        yield element("p", stands_out("; ".join(said for said, _ in _lines(kind, words))))
        return
    items = (element("li", for_whom(said, [name], words)) for said, name in _lines(kind, words))
    yield element("ul", *items, class_="sums")


def _lines(kind: SumKind, words: Words) -> list[tuple[str, str]]:
    """Each sum of a kind once, with all that it is for; from low to high."""
    names: dict[str, dict[tuple[str, str], dict[str, None]]] = {}
    for case in sorted(kind.cases, key=lambda one: one.reading.value.low):
        end = case.reading.value.terms.period.end
        until = words("answer.until", day=words.day(end)) if end else ""
        of_sum = names.setdefault(value_words(case.reading.value, words), {})
        of_sum.setdefault((_item_name(case.name), until), {}).update(
            dict.fromkeys(case.methods or ("",))
        )
    return [(said, "; ".join(filter(None, _named(found, words)))) for said, found in names.items()]


def _named(found: Mapping[tuple[str, str], Collection[str]], words: Words) -> Iterator[str]:
    """What a sum is for, by which ways to submit and until when."""
    for (name, until), methods in found.items():
        some = () if "" in methods or set(METHODS) <= set(methods) else methods
        shown = (words(f"method.{method}") for method in some)
        yield ", ".join(filter(None, (name, *shown, until)))


def _item_name(name: str) -> str:
    """A name as one item of a list: without the mark before it, with its bracket closed.

    >>> _item_name("Phí thẩm định: + Máy chụp (CT Scanner")
    'Máy chụp (CT Scanner)'
    """
    item = _MARKED.sub("", name)
    return f"{item})" if item.count("(") > item.count(")") else item


def _range_line(kind: SumKind, words: Words) -> Html:
    """The range of the sums of a kind, and who pays its ends; a sum of each kind is due."""
    values = [case.reading.value for case in kind.cases]
    low, high = min(v.low for v in values), max(v.high for v in values)
    amount = value_words(SumRange(low, high, values[0].currency), words)
    only = _item_name(kind.cases[0].name) if len(kind.cases) == 1 else ""
    name = [escape_line(f"{said}:") for said in (kind.name or only,) if said]
    return element(
        "p", join_html([*name, stands_out(amount), _ends(kind, words)], escape_html(" "))
    )


def _ends_line(kind: SumKind, words: Words) -> Html:
    """Who pays the least and the most; nothing when the words are too many, or none."""
    said = _ends(kind, words)
    return element("p", said) if said else EMPTY


def _ends(kind: SumKind, words: Words) -> Html:
    least = min(kind.cases, key=lambda case: case.reading.value.low)
    most = max(kind.cases, key=lambda case: case.reading.value.high)
    low, high = _item_name(least.name), _item_name(most.name)
    if low == high or not all(0 < len(name) <= _LONGEST_END for name in (low, high)):
        return EMPTY
    return escape_line(words("answer.ends", least=low, most=high))
