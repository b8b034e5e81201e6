"""Where and how: every way to submit, with its time limit, fees, exemptions and conveniences."""

from collections.abc import Sequence
from itertools import groupby

from generator.law.edition import Edition
from generator.pages.markdown import (
    blocks,
    bullets,
    heading,
    indented,
    inline,
    lines,
    outside,
    prose,
)
from generator.pages.wording import duration, missing, money
from generator.records.stated import Fee, Stated
from generator.records.version import Channel, Version


def channels(version: Version, edition: Edition) -> str:
    """The section of a version's channels, grouped by method."""
    words = edition.words
    by_method = groupby(sorted(version.channels.items, key=_method), key=lambda c: c.method)
    return blocks(
        [
            heading(2, words("part.channels"), "nop-o-dau"),
            *(_method_section(name, list(found), edition) for name, found in by_method),
            "" if version.channels.items else inline(missing(version.channels, words)),
            _service(version, edition),
        ]
    )


def _method(channel: Channel) -> int:
    return ("direct", "online", "postal").index(channel.method)


def _method_section(name: str, found: Sequence[Channel], edition: Edition) -> str:
    anchor = {"direct": "truc-tiep", "online": "truc-tuyen", "postal": "buu-chinh"}[name]
    title = heading(3, edition.words(f"method.{name}"), anchor)
    return blocks([title, *(_channel(channel, edition) for channel in found)])


def _channel(channel: Channel, edition: Edition) -> str:
    words = edition.words
    rows = [f"**{words('part.time')}:** {prose(duration(channel.time, words), 4)}"]
    if channel.committed_time:
        committed = prose(duration(channel.committed_time, words), 4)
        rows.append(f"**{words('channel.committed')}:** {committed}")
    rows.append(f"**{words('part.fees')}:** {_fees(channel.fees, edition)}")
    if channel.address:
        rows.append(f"**{words('channel.address')}:** {prose(channel.address, 4)}")
    if channel.text:
        rows.append(f"**{words('channel.text')}:** {prose(channel.text, 4)}")
    case = f"*{words('channel.case')}: {inline(channel.case)}*" if channel.case else ""
    return blocks([case, bullets(rows)])


def _fees(fees: Stated[Fee], edition: Edition) -> str:
    if not fees.items:
        return inline(missing(fees, edition.words))
    if len(fees.items) == 1:
        return indented(_fee(fees.items[0], edition), 4)
    return "\n\n" + "    " + indented(bullets(_fee(fee, edition) for fee in fees.items), 4)


def _fee(fee: Fee, edition: Edition) -> str:
    words = edition.words
    name = f"{inline(fee.name)}: " if fee.name else ""
    rows = [f"{name}**{inline(money(fee, words))}**"]
    if fee.text:
        rows.append(prose(fee.text, 4))
    if fee.exemptions:
        rows.append(_exemptions(fee, edition))
    rows.extend(_file(file.name, file.url) for file in fee.files)
    return lines(*rows)


def _exemptions(fee: Fee, edition: Edition) -> str:
    words = edition.words
    stated = fee.exemptions
    if stated is None or not stated.items:
        return inline(missing(stated, words)) if stated else ""
    return f"{words('fee.exempt')}: {inline('; '.join(item.text for item in stated.items))}."


def _file(name: str, url: str | None) -> str:
    return outside(name, url) if url else inline(name)


def _service(version: Version, edition: Edition) -> str:
    """Online level with its regime, payment, postal service, hours, and places."""
    words = edition.words
    online = version.online
    rows = [f"**{words('part.online')}:** {words(f'online.{online.level}')}"]
    if online.partial_reason:
        rows.append(f"**{words('online.reason')}:** {prose(online.partial_reason, 4)}")
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
