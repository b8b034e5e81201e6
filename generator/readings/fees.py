"""Fees of a version, read out of its recorded figures, notes and steps.

A recorded figure is never changed: where the words of its note contradict it, the figure carries a
doubt and the words are read beside it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.findings.problem import Pointer
from generator.readings.days import periods_in
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.fee_days import fees_on
from generator.readings.fee_summary import summarise_fees
from generator.readings.fee_terms import WAIVED, documents_in, read_label
from generator.readings.fee_values import (
    IMPLAUSIBLE_BELOW,
    Authority,
    ChannelFees,
    Doubt,
    FeeAbsent,
    FeeAmount,
    FeeChange,
    FeeElsewhere,
    FeeFree,
    FeeReading,
    FeeStatement,
    Terms,
)
from generator.readings.fee_words import Note, read_note
from generator.records.stated import Fee, Stated
from generator.records.version import Channel, Version

__all__ = ["fees_on", "read_fees", "summarise_fees"]

_CUT_OFF = re.compile(r"\A\s*+(?:(?:đồng|đông|vnđ)(?!\w)|(?:đ\s*+)?/)", re.IGNORECASE)
_ONLY_UNIT = re.compile(r"\A\s*+(?:(?:đồng|đ)\s*+)?/\s*+(?P<unit>[^.;:()\n]{1,40})(?:[.(][^/]*)?\Z")
_APPENDED = re.compile(r"\A(?P<name>[^:0-9]{10,300}?)[\s,]{1,9}(?:Phí|Lệ phí)\s?:", re.IGNORECASE)
"""The note of one fee to which another fee was appended."""
_WITH_FIGURE = re.compile(r"\A(?P<figure>[0-9]+(?:\.[0-9]+)?) VNĐ \((?P<note>.*)\)\Z", re.DOTALL)
_IN_STEPS = re.compile(
    r"nộp (?:đủ )?(?:phí|lệ phí)(?!\w)[^.;\n]{0,80}theo quy định (?:tại|của)[^.;\n]{0,160}",
    re.IGNORECASE,
)
_IN_CHANNEL = re.compile(
    r"(?<!\w)(?:phí|lệ phí)(?:\s[^:.;\n]{0,80})?:|mức (?:thu |thu phí |thu lệ phí )|mức phí"
    r"|thu mức phí"
    r"|[0-9] ?(?:đồng|đ)/",
    re.IGNORECASE,
)


_SUBMISSION = re.compile(r"nộp|trực tiếp|bưu chính|trực tuyến|https?:|kể từ", re.IGNORECASE)
_LONGEST_NAME = 500
"""Characters of a description that can still be the name of a case."""


def read_fees(version: Version) -> tuple[ChannelFees, ...]:
    """What is said of fees, channels with the same words together, the steps last."""
    groups: dict[tuple[Stated[Fee], str | None], list[int]] = {}
    channels = version.channels.items
    for position, channel in enumerate(channels):
        speaks = channel.text if channel.text and _IN_CHANNEL.search(channel.text) else None
        several = len([c for c in channels if c.method == channel.method]) > 1
        key = (channel.fees, speaks or (channel.text if several else None))
        groups.setdefault(key, []).append(position)
    found = []
    for positions in groups.values():
        first = channels[positions[0]]
        methods = tuple(dict.fromkeys(channels[position].method for position in positions))
        readings = tuple(_of_channel(first, ("channels", "items", positions[0])))
        found.append(ChannelFees(tuple(positions), methods, readings))
    found = _named_by_channel(_compared(found), channels)
    steps = () if any(group.readings for group in found) else tuple(_in_steps(version))
    return tuple([*found, ChannelFees((), (), steps)] if steps else found)


def _named_by_channel(
    groups: list[ChannelFees], channels: tuple[Channel, ...]
) -> list[ChannelFees]:
    """Sums without words of their own, named by the case or the description of their channel.

    Only where channels of one method have different sums: their descriptions then say for whom.
    """
    sums = {
        (method, r.value.low)
        for group in groups
        for method in group.methods
        for r in group.readings
        if isinstance(r.value, FeeAmount) and not r.value.terms.applies_to
    }
    if len(sums) == len({method for method, _ in sums}):
        return groups
    return [_named(group, channels) for group in groups]


def _named(group: ChannelFees, channels: tuple[Channel, ...]) -> ChannelFees:
    position = group.channels[0]
    case, text = channels[position].case, channels[position].text
    words = case or text
    if not words or len(words) > _LONGEST_NAME or _SUBMISSION.search(words):
        return group
    where = evidence_of(("channels", "items", position, "case" if case else "text"), words)
    name = " ".join(words.split())
    return replace(group, readings=tuple(_for(r, name, where) for r in group.readings))


def _for(reading: FeeReading, name: str, where: Evidence) -> FeeReading:
    value = reading.value
    if not isinstance(value, FeeAmount) or value.terms.applies_to:
        return reading
    named = replace(value, terms=replace(value.terms, applies_to=(name,)))
    return replace(reading, value=named, evidence=(*reading.evidence, where))


def _of_channel(channel: Channel, pointer: Pointer) -> Iterator[FeeReading]:
    found: list[FeeReading] = []
    for number, fee in enumerate(channel.fees.items):
        found += _of_fee(fee, (*pointer, "fees", "items", number))
    if channel.fees.none:
        found.append(Reading(FeeAbsent(), Certainty.SURE, (evidence_of((*pointer, "fees"), ""),)))
    found += _in_channel_text(channel, pointer, found)
    said: dict[FeeStatement, FeeReading] = {}
    for reading in found:
        said.setdefault(reading.value, reading)
    yield from said.values()


def _in_channel_text(
    channel: Channel, pointer: Pointer, known: list[FeeReading]
) -> Iterator[FeeReading]:
    """What the description of a channel adds, when it speaks of fees at all."""
    if not channel.text or not _IN_CHANNEL.search(channel.text):
        return
    sums = {(r.value.low, r.value.high): r for r in known if isinstance(r.value, FeeAmount)}
    usual: dict[tuple[str, ...], FeeReading] = {}
    for said in read_note(Note((*pointer, "text"), channel.text)):
        reading = said
        match reading.value:
            case FeeAmount(low=low, high=high, terms=terms):
                adds = (low, high) not in sums
                if not adds:
                    usual[terms.applies_to] = sums[low, high]
                elif terms.period and terms.applies_to in usual:
                    reading = _beside(usual[terms.applies_to], reading)
            case FeeChange():
                adds = True
            case FeeAbsent(terms=terms):
                adds = bool(terms.applies_to)
            case FeeElsewhere():
                adds = not known
            case _:
                adds = False
        if adds:
            yield _at_most_likely(reading)


def _beside(usual: FeeReading, reading: FeeReading) -> FeeReading:
    """A sum for a time, with the recorded figure whose place it takes as its first evidence."""
    return replace(reading, evidence=(*usual.evidence, *reading.evidence))


def _of_fee(fee: Fee, pointer: Pointer) -> Iterator[FeeReading]:
    text = fee.text or ""
    where = (*pointer, "text")
    if fee.state == "amount" and fee.amount is not None:
        yield from _of_figure(fee, pointer)
    elif wrapped := _WITH_FIGURE.match(text):
        note = Note(where, text, *wrapped.span("note"))
        yield from _of_doubted(
            float(wrapped["figure"]), evidence_of(where, text, 0, wrapped.end(1)), note
        )
    elif text:
        yield from read_note(Note(where, text))
    elif fee.state == "free":
        yield Reading(FeeFree(), Certainty.SURE, (evidence_of((*pointer, "state"), "free"),))
    elif fee.state == "absent":
        yield Reading(FeeAbsent(), Certainty.SURE, (evidence_of((*pointer, "state"), "absent"),))
    elif fee.state == "laid_down_elsewhere" and fee.basis:
        value = FeeElsewhere(Authority.DOCUMENT, Terms(documents=(fee.basis,)))
        yield Reading(value, Certainty.SURE, (evidence_of((*pointer, "basis"), fee.basis),))


def _of_doubted(figure: float, where: Evidence, note: Note) -> Iterator[FeeReading]:
    """A figure that an import did not believe: the words count, and the figure is doubted."""
    readings = read_note(note)
    sums = [r.value for r in readings if isinstance(r.value, FeeAmount)]
    if not any(value.currency == "VND" and value.low == figure for value in sums):
        doubt = next((Doubt.CURRENCY for v in sums if v.low == figure), Doubt.AMOUNT)
        value = FeeAmount(figure, figure, "VND", recorded=True, doubt=doubt)
        yield Reading(value, Certainty.UNSURE, (where,))
        readings = tuple(_at_most_likely(reading) for reading in readings)
    yield from readings


def _at_most_likely(reading: FeeReading) -> FeeReading:
    sure = reading.certainty is Certainty.SURE
    return replace(reading, certainty=Certainty.LIKELY) if sure else reading


def _of_figure(fee: Fee, pointer: Pointer) -> Iterator[FeeReading]:
    """A recorded figure and what its note says: the same, more, or something else."""
    figure, currency, text = fee.amount or 0.0, fee.currency or "VND", fee.text or ""
    where = evidence_of((*pointer, "amount"), f"{figure:.15g}")
    cut_off = bool(_CUT_OFF.match(text))
    note = Note((*pointer, "text"), text, before=f"{figure:.15g} " if cut_off else "")
    readings = read_note(note) if text else ()
    if not _is_implausible(figure, currency):
        readings = tuple(r for r in readings if not _is_general(r))
    sums = [r for r in readings if isinstance(r.value, FeeAmount)]
    recorded = FeeAmount(figure, figure, currency, fee.unit, recorded=True)
    if not sums:
        yield _named_by_note(recorded, where, note, readings)
        yield from readings
        return
    same = [r for r in sums if _is_sum(r, figure, currency)]
    if same:
        yield from (_marked(r, where) if r in same else r for r in readings)
        return
    first, *_ = _contradicted(recorded, where, sums, note)
    yield first
    doubted = isinstance(first.value, FeeAmount) and first.value.doubt is Doubt.AMOUNT
    for reading in readings:
        if doubted and isinstance(reading.value, FeeAmount):
            yield replace(reading, certainty=Certainty.UNSURE)
        else:
            yield reading if first.certainty is Certainty.SURE else _at_most_likely(reading)


def _is_implausible(figure: float, currency: str) -> bool:
    return currency == "VND" and 0 < figure < IMPLAUSIBLE_BELOW


def _is_sum(reading: FeeReading, figure: float, currency: str) -> bool:
    value = reading.value
    return (
        isinstance(value, FeeAmount)
        and (value.low == figure or value.high == figure)
        and (value.currency == currency)
    )


def _marked(reading: FeeReading, where: Evidence) -> FeeReading:
    """The sum of the words that is the recorded one: two witnesses make it sure."""
    assert isinstance(reading.value, FeeAmount)
    value = replace(reading.value, recorded=True)
    return _believed(Reading(value, Certainty.SURE, (*reading.evidence, where)))


def _is_general(reading: FeeReading) -> bool:
    """A document beside a recorded figure, which says after what the figure is, and no more."""
    return isinstance(reading.value, FeeElsewhere) and not reading.value.terms.applies_to


def _named_by_note(
    recorded: FeeAmount, where: Evidence, note: Note, readings: tuple[FeeReading, ...]
) -> FeeReading:
    """A figure whose note only names what it is for, until when, or after which document."""
    words = note.words
    waived = WAIVED.search(words)
    named = read_label(words, (0, waived.start() if waived else len(words)))
    changes = {r.value.terms.period for r in readings if isinstance(r.value, FeeChange)}
    unit = _ONLY_UNIT.match(note.text)
    terms = named.terms
    if terms.period in changes:
        terms = replace(terms, period=Terms().period)
    if (readings and not waived) or unit:
        terms = replace(terms, applies_to=())
    value = replace(
        recorded, terms=terms, unit=recorded.unit or (unit["unit"].strip() if unit else None)
    )
    evidence = note.evidence(*named.spans) if named.spans and words else ()
    return _believed(Reading(value, Certainty.SURE, (where, *evidence)))


def _believed(reading: Reading[FeeAmount]) -> FeeReading:
    """The reading, doubted when its figure is too small to be a fee."""
    value = reading.value
    if value.recorded and _is_implausible(value.low, value.currency):
        return replace(
            reading, value=replace(value, doubt=Doubt.IMPLAUSIBLE), certainty=Certainty.UNSURE
        )
    return reading


def _contradicted(
    recorded: FeeAmount, where: Evidence, sums: list[FeeReading], note: Note
) -> Iterator[FeeReading]:
    """The figure that its note does not name: doubted, unless one of both is for a time only."""
    values = [r.value for r in sums if isinstance(r.value, FeeAmount)]
    figure, words = recorded.low, note.words
    loose = [] if WAIVED.search(words) else [found.period for found in periods_in(words)]
    thousands = [v.low for v in values if v.currency == "VND" and v.low == figure * 1000]
    appended = _APPENDED.match(words)
    if appended and all(v.terms.applies_to for v in values):
        named = read_label(words, appended.span("name")).terms
        yield _believed(Reading(replace(recorded, terms=named), Certainty.SURE, (where,)))
    elif all(v.terms.period for v in values):
        yield _believed(Reading(recorded, Certainty.SURE, (where,)))
    elif thousands:
        doubted = replace(recorded, doubt=Doubt.THOUSANDS, suggested=thousands[0])
        yield Reading(doubted, Certainty.UNSURE, (where,))
    elif len(loose) == 1 and not any(v.terms.period or v.low <= figure for v in values):
        cut = replace(recorded, terms=Terms(period=loose[0]))
        yield _believed(
            Reading(cut, Certainty.LIKELY, (where, *note.evidence((0, len(note.words)))))
        )
    else:
        doubt = Doubt.CURRENCY if any(v.low == figure for v in values) else Doubt.AMOUNT
        yield Reading(replace(recorded, doubt=doubt), Certainty.UNSURE, (where,))


def _compared(groups: list[ChannelFees]) -> list[ChannelFees]:
    """Doubted figures that another channel has a thousand times as large."""
    plausible = {
        r.value.low
        for group in groups
        for r in group.readings
        if isinstance(r.value, FeeAmount) and r.value.currency == "VND" and r.value.doubt is None
    }
    return [
        replace(group, readings=tuple(_suggested(r, plausible) for r in group.readings))
        for group in groups
    ]


def _suggested(reading: FeeReading, plausible: set[float]) -> FeeReading:
    value = reading.value
    if isinstance(value, FeeAmount) and value.doubt is Doubt.IMPLAUSIBLE:
        larger = value.low * 1000
        if larger in plausible:
            doubted = replace(value, doubt=Doubt.THOUSANDS, suggested=larger)
            return replace(reading, value=doubted)
    return reading


def _in_steps(version: Version) -> Iterator[FeeReading]:
    """A step that says by which document the fee is laid down; one is enough."""
    for number, step in enumerate(version.steps.items):
        match = _IN_STEPS.search(step.text or "")
        if match and documents_in(match[0]):
            pointer = ("steps", "items", number, "text")
            for reading in read_note(Note(pointer, step.text or "", *match.span())):
                if isinstance(reading.value, FeeElsewhere):
                    yield replace(reading, certainty=Certainty.LIKELY)
                    return
