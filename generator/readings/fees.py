"""Fees of a version, read out of its recorded figures, notes and steps.

A recorded figure is never changed: where the words of its note contradict it, the figure carries a
doubt and the words are read beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator.findings.problem import Pointer
from generator.readings.days import periods_in
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.fee_conditions import limits_beyond
from generator.readings.fee_days import fees_on
from generator.readings.fee_figures import (
    at_most_likely,
    compare_channels,
    read_doubted_figure,
    read_figure,
)
from generator.readings.fee_summary import summarise_fees
from generator.readings.fee_terms import documents_in
from generator.readings.fee_values import (
    Authority,
    ChannelFees,
    Doubt,
    FeeAbsent,
    FeeAmount,
    FeeChange,
    FeeElsewhere,
    FeeExemption,
    FeeFree,
    FeeReading,
    FeeShare,
    FeeStatement,
    FeeTerms,
)
from generator.readings.fee_words import Note, read_note
from generator.records.memoize import HeldUntilTaken
from generator.records.stated import Fee, Stated
from generator.records.version import Channel, Version

__all__ = ["fees_on", "read_fees", "summarise_fees"]

_WITH_FIGURE = re.compile(r"\A(?P<figure>[0-9]+(?:\.[0-9]+)?) VNĐ \((?P<note>.*)\)\Z", re.DOTALL)
_NO_COST = r"(?<!\w)(?<!chi )(?<!kinh )(?<!viện )(?<!án )"
"""Money that is paid out or is no fee: "chi phí", "kinh phí"."""
_FEE = re.compile(rf"{_NO_COST}phí(?!\w)", re.IGNORECASE)
_IN_STEPS = re.compile(
    r"(?:nộp (?:đủ )?|, )(?:phí|lệ phí)(?!\w)[^.;\n]{0,80}theo quy định (?:tại|của)[^.;\n]{0,160}",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r"theo quy định của (?:bộ tài chính|hội đồng nhân dân)", re.IGNORECASE)
"""Who lays a fee down that a step asks for."""
_IN_CHANNEL = re.compile(
    rf"{_NO_COST}(?:phí|lệ phí)(?:\s[^:.;\n]{{0,80}})?:|mức (?:thu |thu phí |thu lệ phí )|mức phí"
    r"|thu mức phí|[0-9] ?(?:đồng|đ)/|[0-9] ?(?:usd|đô la)(?!\w)"
    rf"|{_NO_COST}phí [^:.;\n()]{{0,60}}theo (?:quy định (?:tại|của) )?(?:thông tư|nghị quyết)",
    re.IGNORECASE,
)
_HINTS = ("phí", "mức thu", "đồng/", "đ/", "usd", "đô la")
"""One of them stands wherever `_IN_CHANNEL` matches."""
_SUBMISSION = re.compile(r"nộp|trực tiếp|bưu chính|trực tuyến|https?:|kể từ", re.IGNORECASE)
_CASE_OF_TEXT = re.compile(
    r"\W{0,9}(?P<case>(?:riêng )?(?:đối với|trường hợp)\s"
    r"(?![^:;\n]{0,200}?\s(?:nộp|trực tuyến|trực tiếp)[^:;\n]{0,80}:)[^:;\n]{3,400}?)"
    r"(?::|\sthì\s)",
    re.IGNORECASE,
)
"""The case with which a description begins, if it is no way of handing in."""
_LONGEST_NAME = 500
"""Characters of a description that can still be the name of a case."""


@HeldUntilTaken
def read_fees(version: Version) -> tuple[ChannelFees, ...]:
    """What is said of fees, channels with the same words together, the steps last."""
    groups: dict[tuple[Stated[Fee], str | None], list[int]] = {}
    channels = version.channels.items
    for position, channel in enumerate(channels):
        speaks = channel.text if _speaks_of_fees(channel.text or "") else None
        several = len([c for c in channels if c.method == channel.method]) > 1
        key = (channel.fees, speaks or (channel.text if several else None))
        groups.setdefault(key, []).append(position)
    found = []
    for positions in groups.values():
        first = channels[positions[0]]
        methods = tuple(dict.fromkeys(channels[position].method for position in positions))
        pointer = ("channels", "items", positions[0])
        readings = tuple(_of_channel(first, pointer, version.title))
        found.append(ChannelFees(tuple(positions), methods, readings))
    found = _named_by_channel(compare_channels(found), channels)
    steps = () if any(group.readings for group in found) else tuple(_in_steps(version))
    return tuple([*found, ChannelFees((), (), steps)] if steps else found)


def _named_by_channel(
    groups: list[ChannelFees], channels: tuple[Channel, ...]
) -> list[ChannelFees]:
    """Sums without words of their own, named by the case or the description of their channel.

    Only where channels of one method have different sums, or one of them none: their descriptions
    then say for whom.
    """
    sums = {
        (method, r.value.low)
        for group in groups
        for method in group.methods
        for r in group.readings
        if isinstance(r.value, FeeAmount) and not r.value.terms.applies_to
    }
    methods = {method for method, _ in sums}
    if len(sums) == len(methods) and not _have_silent_case(groups, methods, channels):
        return groups
    return [_named(group, channels) for group in groups]


def _have_silent_case(
    groups: list[ChannelFees], methods: set[str], channels: tuple[Channel, ...]
) -> bool:
    """Whether a channel of one of the methods has no sum, and its words begin with a case."""
    silent = (
        channels[position]
        for group in groups
        if not any(isinstance(r.value, FeeAmount | FeeElsewhere) for r in group.readings)
        for position in group.channels
    )
    return any(one.method in methods and _CASE_OF_TEXT.match(one.text or "") for one in silent)


def _named(group: ChannelFees, channels: tuple[Channel, ...]) -> ChannelFees:
    position = group.channels[0]
    case, text = channels[position].case, channels[position].text
    words = case or text or ""
    opened = None if case else _CASE_OF_TEXT.match(words)
    if not opened and (not words or len(words) > _LONGEST_NAME or _SUBMISSION.search(words)):
        return group
    span = opened.span("case") if opened else (0, len(words))
    where = evidence_of(("channels", "items", position, "case" if case else "text"), words, *span)
    name = " ".join(where.words.split())
    return replace(group, readings=tuple(_for(r, name, where) for r in group.readings))


def _for(reading: FeeReading, name: str, where: Evidence) -> FeeReading:
    """A sum, or by whom it is laid down, for what a name says, if no words say for what it is."""
    value = reading.value
    if not isinstance(value, FeeAmount | FeeElsewhere) or value.terms.applies_to:
        return reading
    named = replace(value, terms=replace(value.terms, applies_to=(name,)))
    return replace(reading, value=named, evidence=(*reading.evidence, where))


def _of_channel(channel: Channel, pointer: Pointer, title: str) -> Iterator[FeeReading]:
    found: list[FeeReading] = []
    several = len({fee.name for fee in channel.fees.items}) > 1
    for number, fee in enumerate(channel.fees.items):
        where = (*pointer, "fees", "items", number)
        is_told = fee.name and (several or limits_beyond(fee.name, title))
        found += _named_by_fee(fee, where) if is_told else _of_fee(fee, where)
    if channel.fees.none:
        found.append(Reading(FeeAbsent(), Certainty.SURE, (evidence_of((*pointer, "fees"), ""),)))
    said_beside = list(_in_channel_text(channel, pointer, found))
    found = [*(_in_doubt(reading, said_beside) for reading in found), *said_beside]
    said: dict[FeeStatement, FeeReading] = {}
    for reading in found:
        said.setdefault(reading.value, reading)
    yield from said.values()


@lru_cache(maxsize=256)
def _speaks_of_fees(text: str) -> bool:
    low = text.lower()
    return any(hint in low for hint in _HINTS) and _IN_CHANNEL.search(text) is not None


def _named_by_fee(fee: Fee, pointer: Pointer) -> Iterator[FeeReading]:
    """What is said of a fee, for what its name says."""
    where = evidence_of((*pointer, "name"), fee.name or "")
    return (_for(reading, fee.name or "", where) for reading in _of_fee(fee, pointer))


def _sum_key(amount: FeeAmount) -> tuple[float, float, str]:
    return amount.low, amount.high, amount.currency


def _in_channel_text(
    channel: Channel, pointer: Pointer, known: list[FeeReading]
) -> Iterator[FeeReading]:
    """What the description of a channel adds, when it speaks of fees at all."""
    if not channel.text or not _speaks_of_fees(channel.text):
        return
    sums = {_sum_key(r.value): r for r in known if isinstance(r.value, FeeAmount)}
    usual: dict[tuple[str, ...], FeeReading] = {}
    for said in read_note(Note((*pointer, "text"), channel.text)):
        reading = said
        match reading.value:
            case FeeAmount(terms=terms) as amount:
                key = _sum_key(amount)
                adds = key not in sums
                if not adds:
                    usual[terms.applies_to] = sums[key]
                elif terms.period and terms.applies_to in usual:
                    reading = _beside(usual[terms.applies_to], reading)
            case FeeChange():
                adds = True
            case FeeShare() if change := _change_of_known(channel.text, reading.value, known):
                reading, adds = replace(reading, value=change), True
            case FeeAbsent(terms=terms):
                adds = bool(terms.applies_to)
            case FeeElsewhere():
                adds = not known and _names_fee(reading)
            case _:
                adds = False
        if adds:
            yield at_most_likely(reading)


def _in_doubt(reading: FeeReading, said: list[FeeReading]) -> FeeReading:
    """A figure too small to be a fee, doubted when words have it in another currency."""
    value = reading.value
    if not isinstance(value, FeeAmount) or value.doubt is not Doubt.IMPLAUSIBLE:
        return reading
    others = {(r.value.low, r.value.currency) for r in said if isinstance(r.value, FeeAmount)}
    if any(low == value.low and currency != value.currency for low, currency in others):
        return replace(reading, value=replace(value, doubt=Doubt.CURRENCY))
    return reading


def _names_fee(reading: FeeReading) -> bool:
    """Whether the words themselves speak of a fee; a description speaks of much else."""
    return any(_FEE.search(one.words) for one in reading.evidence)


def _change_of_known(text: str, share: FeeShare, known: list[FeeReading]) -> FeeChange | None:
    """A share of the sums of a schedule for a time, where a recorded sum names that schedule."""
    period = next((found for found in periods_in(text) if found.period.end), None)
    if period is None or not share.of.startswith("mức thu"):
        return None
    schedule = {*documents_in(text[: period.start])}
    named = [{*r.value.terms.documents} for r in known if isinstance(r.value, FeeAmount)]
    if not named or not all(documents and documents <= schedule for documents in named):
        return None
    return FeeChange(share.percent, FeeTerms(period=period.period))


def _beside(usual: FeeReading, reading: FeeReading) -> FeeReading:
    """A sum for a time, with the recorded figure whose place it takes as its first evidence."""
    return replace(reading, evidence=(*usual.evidence, *reading.evidence))


def _of_fee(fee: Fee, pointer: Pointer) -> Iterator[FeeReading]:
    text = fee.text or ""
    where = (*pointer, "text")
    if fee.state == "amount" and fee.amount is not None:
        yield from read_figure(fee, pointer)
        yield from _recorded_exemptions(fee, pointer)
    elif wrapped := _WITH_FIGURE.match(text):
        note = Note(where, text, *wrapped.span("note"))
        yield from read_doubted_figure(
            float(wrapped["figure"]), evidence_of(where, text, 0, wrapped.end(1)), note
        )
    elif text:
        yield from read_note(Note(where, text))
    elif fee.state == "free":
        yield Reading(FeeFree(), Certainty.SURE, (evidence_of((*pointer, "state"), "free"),))
    elif fee.state == "absent":
        yield Reading(FeeAbsent(), Certainty.SURE, (evidence_of((*pointer, "state"), "absent"),))
    elif fee.state == "laid_down_elsewhere" and fee.basis:
        value = FeeElsewhere(Authority.DOCUMENT, FeeTerms(documents=(fee.basis,)))
        yield Reading(value, Certainty.SURE, (evidence_of((*pointer, "basis"), fee.basis),))


def _recorded_exemptions(fee: Fee, pointer: Pointer) -> Iterator[FeeReading]:
    """That some pay less of a sum, where the record lists them; the list says who, and how much."""
    if fee.exemptions and fee.exemptions.items:
        place = (*pointer, "exemptions", "items", 0, "text")
        where = evidence_of(place, fee.exemptions.items[0].text)
        yield Reading(FeeExemption((), None), Certainty.SURE, (where,))


def _in_steps(version: Version) -> Iterator[FeeReading]:
    """A step that says by which document the fee is laid down; one is enough."""
    for number, step in enumerate(version.steps.items):
        match = _IN_STEPS.search(step.text or "")
        if match and (documents_in(match[0]) or _BY_WHOM.search(match[0])):
            pointer = ("steps", "items", number, "text")
            for reading in read_note(Note(pointer, step.text or "", *match.span())):
                if isinstance(reading.value, FeeElsewhere):
                    yield replace(reading, certainty=Certainty.LIKELY)
                    return
