"""A recorded figure held against the words of its note, and against the other channels."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.findings.problem import Pointer
from generator.readings.days import periods_in
from generator.readings.evidence import Certainty, Evidence, Reading, evidence_of
from generator.readings.fee_terms import WAIVED, read_label
from generator.readings.fee_values import (
    IMPLAUSIBLE_BELOW,
    ChannelFees,
    Doubt,
    FeeAmount,
    FeeChange,
    FeeElsewhere,
    FeeReading,
    FeeShare,
    FeeTerms,
)
from generator.readings.fee_words import Note, read_note
from generator.records.stated import Fee

_CUT_OFF = re.compile(r"\A\s*+(?:(?:đồng|đông|vnđ)(?!\w)|(?:đ\s*+)?/)", re.IGNORECASE)
_ONLY_UNIT = re.compile(r"\A\s*+(?:(?:đồng|đ)\s*+)?/\s*+(?P<unit>[^.;:()\n]{1,40})(?:[.(][^/]*)?\Z")
_OF_SCHEDULE = re.compile(r"(?:mức|phí|lệ phí)(?!\w)", re.IGNORECASE)
"""What a share is of that another document lays down, not of a contract or a price."""
_EXEMPT = re.compile(
    r"(?:đối tượng|trường hợp|diện|người)\s(?:[^.;:\n]{0,60}\s)?(?:được\s)?miễn\s"
    r"(?!trừ trường hợp)",
    re.IGNORECASE,
)
"""Words on those who pay nothing: no sum is theirs."""
_APPENDED = re.compile(r"\A(?P<name>[^:0-9]{10,300}?)[\s,]{1,9}(?:Phí|Lệ phí)\s?:", re.IGNORECASE)
"""The note of one fee to which another fee was appended."""


def read_doubted_figure(figure: float, where: Evidence, note: Note) -> Iterator[FeeReading]:
    """A figure that an import did not believe: the words count, and the figure is doubted."""
    readings = read_note(note)
    sums = [r.value for r in readings if isinstance(r.value, FeeAmount)]
    if not any(value.currency == "VND" and value.low == figure for value in sums):
        doubt = next((Doubt.CURRENCY for v in sums if v.low == figure), Doubt.AMOUNT)
        value = FeeAmount(figure, figure, "VND", recorded=True, doubt=doubt)
        yield Reading(value, Certainty.UNSURE, (where,))
        readings = tuple(at_most_likely(reading) for reading in readings)
    yield from readings


def at_most_likely(reading: FeeReading) -> FeeReading:
    """A reading whose words something else contradicts: likely at most."""
    sure = reading.certainty is Certainty.SURE
    return replace(reading, certainty=Certainty.LIKELY) if sure else reading


def read_figure(fee: Fee, pointer: Pointer) -> Iterator[FeeReading]:
    """A recorded figure and what its note says: the same, more, or something else."""
    figure, currency, text = fee.amount or 0.0, fee.currency or "VND", fee.text or ""
    where = evidence_of((*pointer, "amount"), f"{figure:.15g}")
    cut_off = bool(_CUT_OFF.match(text))
    note = Note((*pointer, "text"), text, before=f"{figure:.15g} " if cut_off else "")
    readings = read_note(note) if text else ()
    if not _is_implausible(figure, currency):
        readings = tuple(r for r in readings if not _is_general(r))
    readings = tuple(_without_slip(r, figure) for r in readings)
    sums = [r for r in readings if isinstance(r.value, FeeAmount)]
    recorded = FeeAmount(figure, figure, currency, fee.unit, recorded=True)
    if not sums:
        first = _named_by_note(recorded, where, note, readings)
        yield from _beside_share(first, readings)
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
            yield reading if first.certainty is Certainty.SURE else at_most_likely(reading)


def _beside_share(recorded: FeeReading, readings: tuple[FeeReading, ...]) -> Iterator[FeeReading]:
    """A figure beside "bằng 50 % mức thu …" is one fee with the share, which alone is said.

    Nothing tells whether the figure is that of the schedule, or its share.
    """
    value = recorded.value
    shares = [r.value for r in readings if isinstance(r.value, FeeShare)]
    of_fees = [one for one in shares if _OF_SCHEDULE.match(one.of)]
    if not isinstance(value, FeeAmount) or value.doubt or len(shares) != 1 or not of_fees:
        yield from (recorded, *readings)
        return
    terms = replace(value.terms, applies_to=value.terms.applies_to or of_fees[0].terms.applies_to)
    doubted = replace(value, terms=terms, doubt=Doubt.SHARE)
    yield replace(recorded, value=doubted, certainty=Certainty.UNSURE)
    yield from readings


def _without_slip(reading: FeeReading, figure: float) -> FeeReading:
    """A sum of words with one zero too many behind the last point is the recorded figure."""
    value, written = reading.value, f"{figure:,.0f}0".replace(",", ".")
    if not isinstance(value, FeeAmount) or not reading.evidence[0].words.startswith(written):
        return reading
    return replace(reading, value=replace(value, low=figure, high=figure))


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
    if terms.period in changes and not words.rstrip().endswith(":"):
        terms = replace(terms, period=FeeTerms().period)
    if (readings and not waived) or unit or _EXEMPT.search(words):
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
    elif thousands:
        doubted = replace(recorded, doubt=Doubt.THOUSANDS, suggested=thousands[0])
        yield Reading(doubted, Certainty.UNSURE, (where,))
    elif all(v.terms.period for v in values):
        yield _believed(Reading(recorded, Certainty.SURE, (where,)))
    elif len(loose) == 1 and not any(v.terms.period or v.low <= figure for v in values):
        cut = replace(recorded, terms=FeeTerms(period=loose[0]))
        yield _believed(
            Reading(cut, Certainty.LIKELY, (where, *note.evidence((0, len(note.words)))))
        )
    else:
        doubt = Doubt.CURRENCY if any(v.low == figure for v in values) else Doubt.AMOUNT
        yield Reading(replace(recorded, doubt=doubt), Certainty.UNSURE, (where,))


def compare_channels(groups: list[ChannelFees]) -> list[ChannelFees]:
    """Recorded figures that another channel has a thousand times as large are doubted.

    A figure that could be a fee only when the other one is for the same thing by its words.
    """
    known = {
        (r.value.low, names)
        for group in groups
        for r in group.readings
        if isinstance(r.value, FeeAmount) and r.value.currency == "VND" and r.value.doubt is None
        for names in ((), r.value.terms.applies_to)
    }
    return [
        replace(group, readings=tuple(_suggest(r, known) for r in group.readings))
        for group in groups
    ]


Known = set[tuple[float, tuple[str, ...]]]
"""Sums that are not doubted, each without and with the words for what it is."""


def _suggest(reading: FeeReading, known: Known) -> FeeReading:
    value = reading.value
    if not isinstance(value, FeeAmount) or not value.recorded or not value.low:
        return reading
    names = () if value.doubt is Doubt.IMPLAUSIBLE else value.terms.applies_to
    is_open = value.doubt is Doubt.IMPLAUSIBLE or (value.doubt is None and bool(names))
    if not is_open or (value.low * 1000, names) not in known:
        return reading
    doubted = replace(value, doubt=Doubt.THOUSANDS, suggested=value.low * 1000)
    return replace(reading, value=doubted, certainty=Certainty.UNSURE)
