"""The fees of a channel: as recorded, or as read where the record has no figure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.locale import Words
from generator.model.edition import Edition
from generator.model.lacking import is_left_out
from generator.pages.answers.fees import ended_words, laid_down_words
from generator.pages.answers.sums import odd_sum_words, value_words
from generator.pages.formatting import fee_name, missing, money, printed_wording
from generator.pages.links import under_document
from generator.pages.nodes.html import (
    BREAK,
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    escape_lines,
    external_anchor,
    folded_block,
    join_html,
)
from generator.readings.evidence import Certainty
from generator.readings.fee_terms import is_on_request
from generator.readings.fee_values import FeeAbsent, FeeAmount, FeeElsewhere, FeeReading, FeesOnDay
from generator.records.stated import Fee, Stated
from generator.records.version import Version

_OPEN_FEES = 5
_COLON = escape_html(": ")


class FeeCells:
    """Says of each recorded fee what the answer above says of it, so that the two agree."""

    def __init__(self, version: Version, fees: FeesOnDay, edition: Edition) -> None:
        self._edition = edition
        self._words = edition.words
        self._day = fees.day
        self._read: dict[Fee, list[FeeReading]] = {}
        ended = set(fees.ended)
        for reading in (*(r for group in fees.current for r in group.readings), *fees.ended):
            for fee in _fees_of(reading, version):
                self._read.setdefault(fee, []).append(reading)
        self._said = {fee.text: found for fee, found in self._read.items() if fee.amount is None}
        self._ended = {fee for fee, found in self._read.items() if ended.issuperset(found)}

    def cell(self, fees: Stated[Fee]) -> Html:
        """All that is said of the fees of a channel."""
        if is_left_out(fees):
            return escape_html(self._words("fee.not_stated"))
        if not fees.items:
            return _no_items(fees, self._words)
        said = (part for fee in fees.items for part in (fee_name(fee, self._words), fee.text))
        printed = escape_lines(printed_wording(fees, said))
        if len(fees.items) == 1:
            return join_html(filter(None, (self._fee(fees.items[0]), printed)), BREAK)
        return join_html([self._list(fees), element("p", printed) if printed else EMPTY])

    def short(self, fees: Stated[Fee]) -> str:
        """The fees of a channel in a few words."""
        amounts = list(dict.fromkeys(map(self._in_short, fees.items)))
        if len(amounts) == 1:
            return amounts[0]
        if fees.none:
            return self._words("fee.absent")
        key = "fee.several" if amounts else "fee.see_below"
        return self._words(key, count=len(fees.items))

    def _in_short(self, fee: Fee) -> str:
        """The sum, that it is doubted, or else the words of a fee."""
        doubted = any(True for _ in self._questions(fee))
        return self._sum(fee) or (self._words("answer.doubted_fee") if doubted else fee.text or "")

    def _list(self, fees: Stated[Fee]) -> Html:
        listed = element("ul", *(element("li", self._fee(fee)) for fee in fees.items))
        if len(fees.items) <= _OPEN_FEES:
            return listed
        return folded_block(escape_html(self.short(fees)), listed)

    def _fee(self, fee: Fee) -> Html:
        said = self._sum(fee)
        amount = element("strong", escape_line(said)) if said else EMPTY
        name = escape_line(fee_name(fee, self._words))
        rows = [
            join_html([name, _COLON, amount]) if name and amount else name or amount,
            *map(escape_line, self._questions(fee)),
            escape_lines(fee.text or ""),
            under_document(fee.basis, (fee.name, fee.text), self._edition).html,
            _exemptions(fee, self._words),
            *(external_anchor(f.name, f.url) if f.url else escape_line(f.name) for f in fee.files),
        ]
        return join_html(filter(None, rows), BREAK)

    def _readings(self, fee: Fee) -> Sequence[FeeReading]:
        """What was read of a fee, or of another one without a sum that has the same words."""
        own = self._read.get(_content(fee), [])
        return own if own or fee.amount is not None else self._said.get(fee.text, [])

    def _sum(self, fee: Fee) -> str:
        """The recorded sum; else what was read of its words, empty when they say it themselves."""
        read = self._readings(fee)
        if _content(fee) in self._ended:
            return "; ".join(dict.fromkeys(ended_words(r.value, self._words) for r in read))
        sure = [r.value for r in read if r.certainty is not Certainty.UNSURE]
        amounts = [v for v in sure if isinstance(v, FeeAmount) and v.doubt is None]
        amounts = [one for one in amounts if not one.terms.period.has_ended(self._day)]
        is_doubted = any(True for _ in self._questions(fee))
        if not is_doubted and (fee.state != "not_stated" or not read):
            return self._cut(fee, amounts) or self._stated(fee, read)
        sums = [one for one in amounts if not one.recorded]
        if sums or is_doubted:
            return "; ".join(dict.fromkeys(value_words(v, self._words) for v in sums))
        elsewhere = (v for v in sure if isinstance(v, FeeElsewhere))
        usual = (v for v in elsewhere if not any(map(is_on_request, v.terms.applies_to)))
        return "; ".join(dict.fromkeys(laid_down_words(v, self._words) for v in usual))

    def _stated(self, fee: Fee, read: Iterable[FeeReading]) -> str:
        """What is recorded; "none", where the words only say that none is laid down, is not."""
        values = [reading.value for reading in read]
        if values and all(isinstance(one, FeeAbsent) and one.not_yet for one in values):
            return self._words("fee.not_laid_down")
        return money(fee, self._words)

    def _cut(self, fee: Fee, amounts: Sequence[FeeAmount]) -> str:
        """The part of a recorded sum that is due for a time, with its last day; else empty."""
        stated = [one for one in amounts if one.recorded] or amounts
        due = {(one.low, one.terms.period.end) for one in stated}
        if len(due) != 1:
            return ""
        ((low, end),) = due
        if end is None or fee.amount is None or low == fee.amount:
            return ""
        said = money(replace(fee, amount=low), self._words)
        usual = self._words("answer.cut_from", amount=money(fee, self._words))
        return f"{said}, {self._words('answer.until', day=self._words.day(end))} ({usual})"

    def _questions(self, fee: Fee) -> Iterator[str]:
        for reading in self._readings(fee):
            value = reading.value
            if isinstance(value, FeeAmount) and value.doubt is not None:
                yield odd_sum_words(value, self._words)


def _fees_of(reading: FeeReading, version: Version) -> list[Fee]:
    """The recorded fee in which something was read; none for a step.

    What a description lays down elsewhere concerns every fee of its channel.
    """
    for one in reading.evidence:
        if one.pointer[0] == "channels" and "fees" in one.pointer and len(one.pointer) > 5:
            _, _, channel, _, _, at = one.pointer[:6]
            return [_content(version.channels.items[int(channel)].fees.items[int(at)])]
    first = reading.evidence[0].pointer
    if first[0] == "channels" and isinstance(reading.value, FeeElsewhere):
        return [_content(fee) for fee in version.channels.items[int(first[2])].fees.items]
    return []


def _content(fee: Fee) -> Fee:
    return replace(fee, id=None, identifiers=())


def _exemptions(fee: Fee, words: Words) -> Html:
    stated = fee.exemptions
    if stated is None:
        return EMPTY
    name = element("strong", escape_html(f"{words('fee.exempt')}:"))
    if not stated.items:
        return join_html([name, escape_html(" "), _no_items(stated, words)])
    texts = [item.text for item in stated.items]
    listed = escape_line("; ".join(texts))
    line = join_html([name, escape_html(" "), listed, escape_html(".")])
    return join_html(filter(None, (line, escape_lines(printed_wording(stated, texts)))), BREAK)


def _no_items(stated: Stated[Any], words: Words) -> Html:
    """Why a part has no items, and its printed wording."""
    parts = (missing(stated, words), printed_wording(stated, ()))
    return join_html(map(escape_lines, filter(None, parts)), BREAK)
