"""Where and how: the ways to submit side by side, each with its time limit, fees and exemptions."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from generator.model.edition import Edition
from generator.pages.formatting import format_duration, missing, money, short_duration
from generator.pages.markdown import (
    blocks,
    bullets,
    folded_block,
    heading,
    html,
    html_line,
    html_lines,
    inline,
    outside,
    prose,
)
from generator.records.stated import Duration, Fee, Stated
from generator.records.version import Channel, Version

METHODS = ("direct", "online", "postal")
_ANCHORS = {"direct": "truc-tiep", "online": "truc-tuyen", "postal": "buu-chinh"}
_OPEN_CHANNELS = 2
"""A way to submit with more channels than this shows each of them folded."""
_OPEN_FEES = 5
_UNFILTERED = 8
"""More channels, or more fees of one, than this can be filtered."""
_OPENING = 180
"""Characters of a long text that stand for it when it is folded."""
_OPEN_TEXT = 600
"""Characters of how to submit that are shown unfolded."""


def channels(version: Version, edition: Edition) -> str:
    """The section of a version's channels: a column for each way to submit.

    Ways of which exactly the same is said share a column.
    """
    words = edition.words
    by_method = groupby(sorted(version.channels.items, key=_method), key=lambda c: c.method)
    alike: dict[tuple[Channel, ...], list[str]] = {}
    for method, found in by_method:
        alike.setdefault(tuple(_said(channel) for channel in found), []).append(method)
    columns = "".join(_column(methods, found, edition) for found, methods in alike.items())
    return blocks(
        [
            heading(2, words("part.channels"), "nop-o-dau"),
            f'<div class="channels"{_find(version, edition)}>{columns}</div>' if columns else "",
            "" if columns else inline(missing(version.channels, words)),
            _service(version, edition),
        ]
    )


def _find(version: Version, edition: Edition) -> str:
    """The name of the field that filters many channels or fees; its script makes it."""
    stated = version.channels.items
    most = max((len(channel.fees.items) for channel in stated), default=0)
    if len(stated) <= _UNFILTERED and most <= _UNFILTERED:
        return ""
    return f' data-find="{html(edition.words("channel.find"))}"'


def _method(channel: Channel) -> int:
    return METHODS.index(channel.method)


def _said(channel: Channel) -> Channel:
    """What a channel says, whichever way it is."""
    return replace(
        channel, method="", id=None, fees=replace(channel.fees, items=_fees_said(channel))
    )


def _fees_said(channel: Channel) -> tuple[Fee, ...]:
    return tuple(replace(fee, id=None, identifiers=()) for fee in channel.fees.items)


def _column(methods: Sequence[str], found: Sequence[Channel], edition: Edition) -> str:
    folded = len(found) > _OPEN_CHANNELS
    shown = "".join(_channel(channel, folded, edition) for channel in found)
    first, *others = (edition.words(f"method.{name}") for name in methods)
    title = html("; ".join((first, *(other[:1].lower() + other[1:] for other in others))))
    anchor = _ANCHORS[methods[0]]
    return f'<section class="channel" id="{anchor}"><h3>{title}</h3>{shown}</section>'


def _channel(channel: Channel, folded: bool, edition: Edition) -> str:
    words = edition.words
    rows = [
        (words("part.time"), _time(channel.time, edition)),
        (words("channel.committed"), _time(channel.committed_time, edition)),
        (words("part.fees"), _fees(channel.fees, edition)),
        (words("channel.address"), html_lines(channel.address or "")),
        (words("channel.text"), _text(channel.text or "")),
    ]
    pairs = (f"<div><dt>{html(name)}</dt><dd>{said}</dd></div>" for name, said in rows if said)
    body = f"<dl>{''.join(pairs)}</dl>"
    case = html_line(channel.case or "")
    if folded:
        return folded_block(_summary(channel, case, edition), body)
    return f'<p class="case">{case}</p>{body}' if case else body


def _text(text: str) -> str:
    """How it is done; a long text folds away under its first words."""
    if len(text) <= _OPEN_TEXT:
        return html_lines(text)
    return folded_block(html_line(_opening(text)), html_lines(text))


def _summary(channel: Channel, case: str, edition: Edition) -> str:
    """The line that stands for a folded channel: the case, the time and the fee."""
    words = edition.words
    figures = f"{short_duration(channel.time, words)} · {_short_fees(channel.fees, edition)}"
    said = case or html_line(_opening(channel.text or ""))
    more = f'<br><span class="quiet">{said}</span>' if said else ""
    return f"<strong>{html_line(figures)}</strong>{more}"


def _opening(text: str) -> str:
    return text if len(text) <= _OPENING else text[:_OPENING].rpartition(" ")[0] + " …"


def _time(time: Duration | None, edition: Edition) -> str:
    if time is None:
        return ""
    figure = short_duration(time, edition.words)
    if time.value is None or time.unit == "other":
        return html_lines(format_duration(time, edition.words))
    more = f"<br>{html_lines(time.text)}" if time.text else ""
    return f"<strong>{html_line(figure)}</strong>{more}"


def _fees(fees: Stated[Fee], edition: Edition) -> str:
    if not fees.items:
        return html_lines(missing(fees, edition.words))
    shown = [_fee(fee, edition) for fee in fees.items]
    if len(shown) == 1:
        return shown[0]
    listed = f"<ul>{''.join(f'<li>{fee}</li>' for fee in shown)}</ul>"
    return (
        listed
        if len(shown) <= _OPEN_FEES
        else folded_block(html(_short_fees(fees, edition)), listed)
    )


def _short_fees(fees: Stated[Fee], edition: Edition) -> str:
    """The fees of a channel in a few words."""
    words = edition.words
    said = list(dict.fromkeys(money(fee, words) for fee in fees.items))
    if len(said) == 1:
        return said[0]
    if fees.none:
        return words("fee.absent")
    return words("fee.several", count=len(fees.items)) if said else words("fee.see_below")


def _fee(fee: Fee, edition: Edition) -> str:
    name = f"{html_line(fee.name)}: " if fee.name else ""
    rows = [
        f"{name}<strong>{html_line(money(fee, edition.words))}</strong>",
        html_lines(fee.text or ""),
        _exemptions(fee, edition),
        *(outside(f.name, f.url) if f.url else html_line(f.name) for f in fee.files),
    ]
    return "<br>".join(row for row in rows if row)


def _exemptions(fee: Fee, edition: Edition) -> str:
    words = edition.words
    stated = fee.exemptions
    if stated is None or not stated.items:
        return html_lines(missing(stated, words)) if stated else ""
    listed = html_line("; ".join(item.text for item in stated.items))
    return f"<strong>{html(words('fee.exempt'))}:</strong> {listed}."


def time_at_a_glance(version: Version, edition: Edition) -> str:
    """How long it takes, on one line."""
    words = edition.words
    limits = [channel.time for channel in version.channels.items]
    said = list(dict.fromkeys(short_duration(limit, words) for limit in limits))
    figures = [limit.value for limit in limits if limit.value is not None]
    if len(said) <= 2:
        return "; ".join(said) or words("unknown.time")
    if len({limit.unit for limit in limits}) > 1 or len(figures) < len(limits):
        return words("time.several", count=len(said))
    low, high = (Duration(value=end, unit=limits[0].unit) for end in (min(figures), max(figures)))
    shown = (short_duration(low, words), short_duration(high, words))
    return words("fee.range", low=shown[0], high=shown[1])


def fees_at_a_glance(version: Version, edition: Edition) -> str:
    """What the procedure costs, on one line."""
    words = edition.words
    stated = [channel.fees for channel in version.channels.items]
    every = [fee for fees in stated for fee in fees.items]
    if stated and all(fees.none for fees in stated):
        return words("fee.absent")
    said = list(dict.fromkeys(money(fee, words) for fee in every))
    if len(said) == 1 and every[0].state == "amount" and every[0].name:
        return f"{said[0]} ({every[0].name})"
    if len(said) <= 2:
        return "; ".join(said) or words("fee.see_below")
    amounts = [fee.amount for fee in every if fee.amount is not None and fee.currency == "VND"]
    if len(amounts) < len(every):
        return words("fee.several", count=len(said))
    low, high = (money(_plain(amount), words) for amount in (min(amounts), max(amounts)))
    return words("fee.range", low=low, high=high)


def _plain(amount: float) -> Fee:
    return Fee(state="amount", amount=amount, currency="VND")


def _service(version: Version, edition: Edition) -> str:
    """Online level with its regime, payment, postal service, hours, and places."""
    words = edition.words
    online = version.online
    rows = [f"**{words('part.online')}:** {words(f'online.{online.level}')}"]
    if online.partial_reason:
        rows.append(f"**{words('online.reason')}:** {prose(online.partial_reason, 4)}")
    if online.url:
        rows.append(outside(words("online.apply"), online.url))
    if online.payment is not None:
        rows.append(words("online.payment_yes" if online.payment else "online.payment_no"))
    if version.postal.returns_result:
        rows.append(words("postal.returns"))
    if version.non_territorial:
        rows.append(words("service.non_territorial"))
    if version.on_the_spot:
        rows.append(words(f"service.on_the_spot_{version.on_the_spot}"))
    if version.late_submission:
        rows.append(words("service.late", hour=version.late_submission.after))
    rows.extend(_return(r.submitted, r.returned, edition) for r in version.return_methods)
    title = heading(3, words("part.service"), "dich-vu")
    return blocks([title, bullets(rows)])


def _return(submitted: str, returned: Sequence[str], edition: Edition) -> str:
    words = edition.words
    places = ", ".join(words(f"returned.{place}") for place in returned)
    return f"**{words(f'returned.after_{submitted}')}:** {places}"
