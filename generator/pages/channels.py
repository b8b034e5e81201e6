"""Where and how: the ways to submit side by side, each with its time limit, fees and exemptions."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.locale import Words
from generator.model.edition import Edition
from generator.model.lacking import is_left_out
from generator.pages.channel_fees import FeeCells
from generator.pages.channel_times import time_lines, with_limit_of, without_ids
from generator.pages.formatting import (
    METHODS,
    channel_time_line,
    missing,
    money,
    printed_wording,
    short_duration,
)
from generator.pages.links import under_document
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets, html_block
from generator.pages.nodes.html import (
    BREAK,
    Html,
    description_list,
    element,
    escape_html,
    escape_line,
    escape_lines,
    folded_block,
    join_html,
)
from generator.pages.nodes.inline import (
    Flow,
    external_link,
    flow,
    flow_lines,
    join_flows,
    prose,
    text,
)
from generator.pages.nodes.phrases import label, phrase, section_heading
from generator.readings.fee_values import FeesOnDay
from generator.records.stated import Duration, Fee
from generator.records.version import Case, Channel, Version

_OPEN_CHANNELS = 2
"""A way to submit with more channels than this shows each of them folded."""
_UNFILTERED = 8
"""More channels, or more fees of one, than this can be filtered."""
_OPENING = 180
"""Characters of a long text that stand for it when it is folded."""
_OPEN_TEXT = 600
"""Characters of how to submit that are shown unfolded."""


def channels(version: Version, fees: FeesOnDay, edition: Edition) -> Block:
    """The section of a version's channels: a column for each way to submit.

    Ways of which exactly the same is said share a column. `fees` is what was read of them.
    """
    said = FeeCells(version, fees, edition)
    by_method = groupby(sorted(version.channels.items, key=_method), key=lambda c: c.method)
    alike: dict[tuple[Channel, ...], list[str]] = {}
    for method, found in by_method:
        said_of = tuple(_content(one, version.cases, edition.words) for one in found)
        alike.setdefault(said_of, []).append(method)
    columns = [_column(methods, found, said, edition) for found, methods in alike.items()]
    find = edition.words("channel.find") if _many(version) else None
    service = _service(version, edition)
    if is_left_out(version.channels):
        title = section_heading(edition.words, "part.channels")
        return blocks([title, service]) if service else NO_BLOCK
    shown = html_block(element("div", *columns, class_="channels", data_find=find))
    return blocks(
        [
            section_heading(edition.words, "part.channels"),
            shown if columns else text(missing(version.channels, edition.words)),
            prose(printed_wording(version.channels, _said(version))),
            service,
        ]
    )


def _said(version: Version) -> Iterator[str | None]:
    """The texts that the columns show."""
    for channel in version.channels.items:
        yield from (channel.case, channel.text, channel.address)


def _many(version: Version) -> bool:
    """Whether there are so many channels or fees that a script lets them be filtered."""
    stated = version.channels.items
    most = max((len(channel.fees.items) for channel in stated), default=0)
    return len(stated) > _UNFILTERED or most > _UNFILTERED


def _method(channel: Channel) -> int:
    return METHODS.index(channel.method)


def _content(channel: Channel, cases: Sequence[Case], words: Words) -> Channel:
    """What a channel says, whichever way it is, beside the cases of its procedure."""
    fees = replace(channel.fees, items=_fee_contents(channel))
    promised = channel.committed_time
    return replace(
        channel,
        method="",
        id=None,
        time=with_limit_of(cases, without_ids(channel.time), words),
        committed_time=without_ids(promised) if promised else None,
        fees=fees,
    )


def _fee_contents(channel: Channel) -> tuple[Fee, ...]:
    return tuple(replace(fee, id=None, identifiers=()) for fee in channel.fees.items)


def _column(
    methods: Sequence[str], found: Sequence[Channel], fees: FeeCells, edition: Edition
) -> Html:
    words = edition.words
    folded = len(found) > _OPEN_CHANNELS
    first, *others = (words(f"method.{name}") for name in methods)
    title = "; ".join((first, *(other[:1].lower() + other[1:] for other in others)))
    return element(
        "section",
        element("h3", escape_html(title)),
        *(_channel(channel, folded, fees, edition) for channel in found),
        class_="channel",
        id=words(f"anchor.method.{methods[0]}"),
    )


def _channel(channel: Channel, folded: bool, fees: FeeCells, edition: Edition) -> Html:
    words = edition.words
    rows = [
        (words("part.time"), time_lines(channel.time, words)),
        (words("channel.committed"), time_lines(channel.committed_time, words)),
        (words("part.fees"), fees.cell(channel.fees)),
        (words("channel.address"), escape_lines(channel.address or "")),
        (words("channel.text"), _text(channel.text or "")),
    ]
    listed = description_list([row for row in rows if row[1]])
    case = escape_line(channel.case or "")
    if folded:
        return folded_block(_summary(channel, case, fees, edition), listed)
    return join_html([element("h4", case, class_="case"), listed]) if case else listed


def _text(written: str) -> Html:
    """How it is done; a long text folds away under its first words."""
    if len(written) <= _OPEN_TEXT:
        return escape_lines(written)
    return folded_block(escape_line(_opening(written)), escape_lines(written))


def _summary(channel: Channel, case: Html, fees: FeeCells, edition: Edition) -> Html:
    """The line that stands for a folded channel: the case, the time and the fee."""
    words = edition.words
    figures = f"{channel_time_line(channel.time, words)} · {fees.short(channel.fees)}"
    line = element("strong", escape_line(figures))
    if case:
        return join_html([element("h4", case, class_="case"), line])
    about = escape_line(_opening(channel.text or ""))
    more = [BREAK, element("span", about, class_="quiet")] if about else []
    return join_html([line, *more])


def _opening(written: str) -> str:
    return written if len(written) <= _OPENING else written[:_OPENING].rpartition(" ")[0] + " …"


def time_at_a_glance(version: Version, edition: Edition) -> str:
    """How long it takes, on one line."""
    words = edition.words
    limits = [channel.time for channel in version.channels.items]
    said = list(dict.fromkeys(channel_time_line(limit, words) for limit in limits))
    figures = [limit.value for limit in limits if limit.value is not None]
    if len(said) <= 2:
        return "; ".join(said) or words("unknown.time")
    special = any(limit.cases or limit.additions for limit in limits)
    if special or len({limit.unit for limit in limits}) > 1 or len(figures) < len(limits):
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


def _service(version: Version, edition: Edition) -> Block:
    """Online level with its regime, payment, postal service, hours, and places."""
    rows = bullets(_service_rows(version, edition))
    title = section_heading(edition.words, "part.service", 3)
    return blocks([title, rows]) if rows else NO_BLOCK


def _service_rows(version: Version, edition: Edition) -> Iterator[Flow]:
    words, online = edition.words, version.online
    if online.level != "not_stated":
        yield _labelled("part.online", text(words(f"online.{online.level}")), edition)
    rule = under_document(online.partial_rule, (online.partial_reason,), edition)
    if reason := join_flows(" ", (prose(online.partial_reason or ""), rule)):
        yield _labelled("online.reason", reason, edition)
    if online.proactive_level is not None:
        yield phrase(words, "online.proactive", level=online.proactive_level)
    if online.url:
        yield external_link(words("online.apply"), online.url)
    if online.payment is not None:
        yield phrase(words, "online.payment_yes" if online.payment else "online.payment_no")
    by_post = any(channel.method == "postal" for channel in version.channels.items)
    if version.postal.receives_dossier and not by_post:
        yield phrase(words, "postal.receives")
    if version.postal.returns_result:
        yield phrase(words, "postal.returns")
    if version.non_territorial:
        yield phrase(words, "service.non_territorial")
    if version.on_the_spot:
        yield phrase(words, f"service.on_the_spot_{version.on_the_spot}")
    if version.late_submission:
        late = version.late_submission
        yield flow_lines(phrase(words, "service.late", hour=late.after), prose(late.text or ""))
    for way in version.return_methods:
        places = ", ".join(words(f"returned.{place}") for place in way.returned)
        yield _labelled(f"returned.after_{way.submitted}", text(places), edition)


def _labelled(key: str, content: Flow, edition: Edition) -> Flow:
    return flow(label(edition.words, key), content)
