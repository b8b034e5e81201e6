"""What a list and a leaflet say of the ways to submit: time, place, fee, each said once."""

from collections.abc import Callable, Iterator, Sequence

from generator.exports.word.codecs import WORDS
from generator.exports.word.layout import channel_names
from generator.exports.word.references import References
from generator.exports.word.said_once import fee_lines, limit_lines
from generator.exports.word.time_layouts import COMMITTED
from generator.exports.word.vocabulary import ONLINE_LEVELS
from generator.records.stated import ChannelTime, Fee, Stated
from generator.records.version import Channel, Version

_ANYWHERE = "Không phụ thuộc địa giới"


def row_columns(version: Version, refs: References) -> dict[str, str]:
    """What a list says of a version: its time, place, ways to submit, fee."""
    channels = version.channels.items
    receiving = version.agencies.receiving.items
    offices = [refs.print_agency(one.agency) if one.agency else one.text or "" for one in receiving]
    places = [one.address for one in channels if one.address] or offices
    fees = of_each(channels, lambda channel: print_fees(channel.fees, refs))
    return {
        "time": of_each(channels, lambda channel: _time(channel, refs)),
        "place": "\n".join(dict.fromkeys(places)),
        "methods": "\n".join(_methods(version)),
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
    """A time limit, a line for each thing that is said of it."""
    return "\n".join(limit_lines(time, refs)) or WORDS.show(time.text or "", refs)


def print_fees(fees: Stated[Fee], refs: References) -> str:
    """What is charged, a line each."""
    return "\n".join(fee_lines(fees, refs))


def _methods(version: Version) -> Iterator[str]:
    """The ways to submit, and what a list ticks beside them."""
    channels = version.channels.items
    names = channel_names(tuple(one.method for one in channels))
    level = version.online.level
    for name, one in zip(names, channels, strict=True):
        known = one.method == "online" and level != "not_stated"
        yield f"{name} ({ONLINE_LEVELS[level].lower()})" if known else name
    if version.non_territorial:
        yield _ANYWHERE
