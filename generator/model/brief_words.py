"""Time and fee of a version in the few words of a list, the same as those of its first screen."""

from collections.abc import Sequence
from dataclasses import replace

from generator.locale import Words
from generator.model.limit_words import limit_words
from generator.readings.brief_values import FeeBrief, TimeBrief
from generator.readings.fee_values import FeeState
from generator.readings.time_values import TimeAddition, TimeLimit

_LONGEST_CASE = 90
"""Characters of the words for whom a sum is that stand in a list."""


def time_words(time: TimeBrief, words: Words) -> str:
    """The limit or the range of limits, and what comes on top.

    >>> from generator.locale import words_of
    >>> time_words(TimeBrief((TimeLimit(5, "day"), TimeLimit(20, "day"))), words_of("vi"))
    'từ 5 đến 20 ngày'
    """
    said = _time(time, words)
    return words("list.read", value=said) if time.is_read else said


def posted_time(time: TimeBrief | None, words: Words) -> str:
    """The same for a list on a wall, which sends readers to the sheet where that tells more.

    >>> from generator.locale import words_of
    >>> posted_time(TimeBrief((TimeLimit(5, "day"),), more=True), words_of("vi"))
    '5 ngày (xem kỹ ở tờ thủ tục)'
    """
    if time is None:
        return words("posting.see_sheet")
    said = _time(time, words)
    return words("posting.see_more", value=said) if time.is_read or time.more else said


def _time(time: TimeBrief, words: Words) -> str:
    return ", ".join((_limits(time, words), *(_added(one, words) for one in time.added)))


def _limits(time: TimeBrief, words: Words) -> str:
    limits = time.limits
    if len(limits) == 1:
        return limit_words(limits[0], words)
    plain = all(limit.then is None and limit.value for limit in limits)
    if not plain or len({limit.unit for limit in limits}) > 1:
        return _either(limits, words)
    low, *_, high = sorted(limits, key=lambda limit: limit.value)
    return words("answer.from_to", low=words.number(low.value), high=limit_words(high, words))


def _either(limits: Sequence[TimeLimit], words: Words) -> str:
    """Two limits that no range joins; of more, how many there are."""
    if len(limits) > 2:
        return words("time.several", count=len(limits))
    if doubled := same_figure_words(limits, words):
        return doubled
    one, other = limits
    said = limit_words(one, words)
    if other.then and replace(other, then=None) == one:
        return words("list.longer", one=said, more=limit_words(other.then, words))
    return words("list.either", one=said, other=limit_words(other, words))


def same_figure_words(limits: Sequence[TimeLimit], words: Words) -> str:
    """One number in two units, of which the source may err in one; empty for any others."""
    is_one = len({limit.value for limit in limits}) == 1 and not any(one.then for one in limits)
    if len(limits) != 2 or not is_one:
        return ""
    one, other = (limit_words(limit, words) for limit in limits)
    return words("answer.also_said", one=one, other=other)


def _added(added: TimeAddition, words: Words) -> str:
    key = "on_top" if added.counted is False else "unclear"
    reason = words(f"time.reason.{added.reason}")
    return words(f"time.{key}", limit=limit_words(added.limit, words), reason=reason)


def fee_words(fee: FeeBrief, words: Words) -> str:
    """The sum or the range of sums, or the state of the fee.

    >>> from generator.locale import words_of
    >>> fee_words(FeeBrief(FeeState.AMOUNT, 8_000, 8_000, "VND", "bản"), words_of("vi"))
    '8.000 đồng/bản'
    """
    said = _fee(fee, words)
    if not _has_sum(fee):
        return said
    said = words("list.read", value=said) if fee.is_read else said
    said = _with_end(said, fee, words)
    if len(fee.only_for) > _LONGEST_CASE:
        return words("list.of_case", value=said)
    return _with_case(said, fee, words)


def posted_fee(fee: FeeBrief | None, words: Words) -> str:
    """The same for a list on a wall, with what is free, or a word to the sheet that tells more.

    >>> from generator.locale import words_of
    >>> posted_fee(FeeBrief(FeeState.FREE, free_for="nộp đúng hạn"), words_of("vi"))
    'Không thu: nộp đúng hạn'
    """
    if fee is None:
        return words("posting.see_sheet")
    is_long = max(len(fee.only_for), len(fee.free_for)) > _LONGEST_CASE
    said = _fee(fee, words)
    if _has_sum(fee):
        said = _with_end(said, fee, words)
        said = said if is_long else _with_case(said, fee, words)
    said = said if is_long else _with_free(said, fee, words)
    is_unsaid = fee.state is FeeState.AMOUNT and not _has_sum(fee)
    is_more = fee.is_read or fee.more or is_long or is_unsaid
    return words("posting.see_more", value=said) if is_more else said


def _with_free(said: str, fee: FeeBrief, words: Words) -> str:
    """A fee with whom or what it is not for; one that is free for a case alone is that case."""
    names = [words(f"method.{method}") for method in fee.free_methods]
    beside = [words("answer.free_by", method=name) for name in names]
    if fee.free_for:
        beside.append(words("answer.free_for", name=fee.free_for))
    return "; ".join(beside if fee.state is FeeState.FREE and beside else (said, *beside))


def _has_sum(fee: FeeBrief) -> bool:
    return fee.state is FeeState.AMOUNT and fee.low is not None and fee.currency is not None


def _fee(fee: FeeBrief, words: Words) -> str:
    if fee.state is not FeeState.AMOUNT:
        key = f"answer.authority.{fee.authority}" if fee.authority else f"fee.{fee.state}"
        return words(key)
    if fee.low is None or fee.high is None or fee.currency is None:
        return words("answer.doubted_fee" if fee.is_doubted else "fee.amount")
    said = _sum_words(fee.low, fee.high, fee.currency, words)
    said = f"{said}/{fee.unit}" if fee.unit else said
    return words("list.of_several", value=said) if fee.of_several else said


def _with_case(said: str, fee: FeeBrief, words: Words) -> str:
    return words("list.only_for", value=said, name=fee.only_for) if fee.only_for else said


def _with_end(said: str, fee: FeeBrief, words: Words) -> str:
    if fee.until is None:
        return said
    key = "until" if fee.all_until else "some_until"
    return words(f"list.{key}", value=said, day=words.day(fee.until))


def _sum_words(low: float, high: float, currency: str, words: Words) -> str:
    name = words("fee.dong") if currency == "VND" else currency
    most = f"{words.number(high)} {name}"
    if low == high:
        return most
    return words("answer.from_to", low=words.number(low), high=most)
