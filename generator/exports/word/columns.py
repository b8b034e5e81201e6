"""What a list and a leaflet say of the ways to submit: time, place, fee, each said once."""

from collections.abc import Callable, Iterator, Sequence

from generator.exports.word.codecs import LENGTH, NUMBER, OPEN, WORDS
from generator.exports.word.layout import channel_names
from generator.exports.word.references import References
from generator.exports.word.time_layouts import COMMITTED
from generator.exports.word.vocabulary import CURRENCIES, REASONS
from generator.records.stated import ChannelTime, Fee, LimitAddition, Stated
from generator.records.version import Channel, Version

_NO_FEE = "Không"
_ADDED = {True: "Trong đó", False: "Cộng thêm", None: "Thời gian"}
"""Whether the time of an addition is counted in the limit; None: the decision does not say."""


def row_columns(version: Version, refs: References) -> dict[str, str]:
    """What a list says of a version: its time, place, ways to submit, fee."""
    channels = version.channels.items
    receiving = version.agencies.receiving.items
    offices = [refs.print_agency(one.agency) if one.agency else one.text or "" for one in receiving]
    places = offices or [one.address for one in channels if one.address]
    fees = of_each(channels, lambda channel: "\n".join(print_fees(channel.fees, refs)))
    return {
        "time": of_each(channels, lambda channel: _time(channel, refs)),
        "place": "\n".join(dict.fromkeys(places)),
        "methods": "\n".join(channel_names(tuple(channel.method for channel in channels))),
        "fee": fees or WORDS.show(version.channels.not_stated or "", refs),
    }


def of_each(channels: Sequence[Channel], said_of: Callable[[Channel], str]) -> str:
    """What is said of all channels, once; where they differ, each thing with its channels."""
    said: dict[str, list[str]] = {}
    for channel in channels:
        said.setdefault(said_of(channel), []).append(channel.method)
    if len(said) < 2:
        return next(iter(said), "")
    named = ((", ".join(channel_names(tuple(at))), text) for text, at in said.items() if text)
    return "\n".join(f"{names}: {text}" for names, text in named)


def _time(channel: Channel, refs: References) -> str:
    """The time limit of a channel; below it what is left of it after a reduction."""
    limits = [(print_limit(channel.time, refs), "")]
    if channel.committed_time:
        limits.append((print_limit(channel.committed_time, refs), f"{COMMITTED} "))
    return "\n".join(f"{before}{limit}" for limit, before in limits if limit)


def print_limit(time: ChannelTime, refs: References) -> str:
    """The usual limit, then the limits of some readers and the time that is added, a line each."""
    if time.value is None:
        return WORDS.show(time.text or "", refs)
    lines = [LENGTH.show((time.value, time.unit), refs)]
    lines += [f"{one.name}: {LENGTH.show((one.value, one.unit), refs)}" for one in time.cases]
    lines += [_addition(one, refs) for one in time.additions]
    return "\n".join(lines)


def _addition(one: LimitAddition, refs: References) -> str:
    said = f"{_ADDED[one.counted]} {REASONS[one.reason]}"
    length = LENGTH.show((one.value, one.unit), refs) if one.value is not None and one.unit else ""
    return f"{said}: {length or one.text or OPEN}"


def print_fees(fees: Stated[Fee], refs: References) -> Iterator[str]:
    """What is charged; the printed words where nothing is, else why it is not stated."""
    if fees.items:
        yield from (_fee(fee, refs) for fee in fees.items)
    else:
        yield fees.text or (_NO_FEE if fees.none else WORDS.show(fees.not_stated or "", refs))


def _fee(fee: Fee, refs: References) -> str:
    if fee.amount is None:
        return fee.text or fee.name or ""
    currency = CURRENCIES.get(fee.currency or "", fee.currency or "")
    per = f"/{fee.unit}" if fee.unit else ""
    amount = f"{NUMBER.show(fee.amount, refs)} {currency}".strip() + per
    return f"{fee.name}: {amount}" if fee.name else amount
