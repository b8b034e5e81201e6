"""Rules on counterparts: what two records, or two keys of one, say of the same thing.

Records that were imported are as their source has them, and are not judged here.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache, partial
from heapq import merge
from itertools import groupby, islice, takewhile
from typing import NamedTuple

from generator.findings.problem import Severity
from generator.law.citations import normalise, parse
from generator.law.consequences import BECAUSE
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import (
    CONTENT_OF_A_DECISION,
    DAYS_OFF,
    FORM_OF_A_DECISION,
    HOUSE,
    PRACTICE,
)
from generator.law.tables import ended_documents
from generator.records.decision import Decision
from generator.records.registers import Calendar
from generator.records.version import Version

_CITED = re.compile(r"\b[Qq]uyết định số\s+([0-9]+/QĐ-[A-ZĐ0-9-]*[A-ZĐ0-9])")
_LATE_AFTER = timedelta(days=45)
"""From signing to being listed; the law gives ten working days, so more is hardly meant."""
_NAMED = 5
"""How many decisions a finding names at most."""
_NOT, _MOVED = timedelta(), timedelta(days=20)
"""How far a day off is moved from its holiday."""
_CONTROL = "63-2010-nd-cp"
"""The decree on control of procedures, on which every decision that publishes some rests."""
_HOLIDAYS = (
    ("tết dương lịch", (12, 30), (1, 3)),
    ("tết âm lịch", (1, 18), (3, 1)),
    ("tết nguyên đán", (1, 18), (3, 1)),
    ("giỗ tổ", (3, 28), (5, 2)),
    ("chiến thắng", (4, 28), (5, 4)),
    ("quốc tế lao động", (4, 28), (5, 5)),
    ("quốc khánh", (8, 30), (9, 5)),
)
"""Between which days of a year a holiday falls, with the days off that go with it."""


def _title_of_a_correction(context: Context) -> Iterator[Breach]:
    """The title of a decision that corrects, annuls or ends another one cites that one."""
    acting_on = cache(partial(_acting_on, context))
    for file, decision in context.requested_records("decision"):
        cited = _CITED.findall(decision.title) if decision.source is None else []
        runs = map(acting_on, _corrected(decision))
        changed = [_named_by(context, decision), *runs] if cited else []
        wrong = [one for one in cited if not any(_has(run, one, decision.id) for run in changed)]
        if wrong and (others := _first_of_others(changed, decision.id)):
            because = {BECAUSE: context.catalogue.path("decision", others[0].id)}
            wanted = ", ".join(one.printed for one in others)
            yield at(file, "title", found=wrong[0], wanted=wanted, **because)


class _Number(NamedTuple):
    """The number of a decision, compared by its normal form."""

    normal: str
    printed: str
    id: str


def _numbers(decisions: Iterable[Decision]) -> list[_Number]:
    return sorted({_Number(normalise(one.number), one.number, one.id) for one in decisions})


def _acting_on(context: Context, code: str) -> list[_Number]:
    """The decisions that act on a procedure."""
    return _numbers(event.decision for event in context.timelines[code].events)


def _named_by(context: Context, decision: Decision) -> list[_Number]:
    """The decisions that a decision replaces, or of which it annuls rows."""
    ids = [one.decision for one in decision.replaces_decisions]
    ids += [row.annuls.decision for row in decision.rows if row.annuls]
    decisions = context.catalogue.decisions
    return _numbers(decisions[one] for one in ids if one in decisions)


def _corrected(decision: Decision) -> Iterable[str]:
    """The procedures of which a decision corrects a text."""
    rows = (row for row in decision.rows if row.action == "correct")
    return dict.fromkeys(code for row in rows for code in row.procedures)


def _first_of_others(runs: Iterable[Sequence[_Number]], own: str) -> list[_Number]:
    """The first decisions of several runs but one's own, each number once."""
    others = (one for one in merge(*runs) if one.id != own)
    once = (next(same) for _, same in groupby(others, lambda one: one.printed))
    return list(islice(once, _NAMED))


def _has(run: Sequence[_Number], cited: str, own: str) -> bool:
    """Whether a number, perhaps without its last letters, is one of another decision."""
    prefix = normalise(cited)
    begins = bisect_left(run, prefix, key=lambda one: one.normal)
    alike = takewhile(lambda at: run[at].normal.startswith(prefix), range(begins, len(run)))
    return any(run[at].id != own for at in alike)


def _holiday_of_its_name(calendar: Calendar) -> Iterator[Breach]:
    """A holiday falls when its name says, a day off instead of one within some weeks of it."""
    for position, holiday in enumerate(calendar.holidays):
        name = holiday.name.lower()
        span = next((days for words, *days in _HOLIDAYS if words in name), None)
        moved = (-_MOVED, _NOT, _MOVED) if "bù" in name else (_NOT,)
        days = [holiday.date + one for one in moved]
        if span and not any(_falls_within(day, *span) for day in days):
            yield here("holidays", position, "date", found=holiday.date.isoformat(), name=name)


def _falls_within(day: date, first: tuple[int, int], last: tuple[int, int]) -> bool:
    found = (day.month, day.day)
    return first <= found <= last if first <= last else found >= first or found <= last


def _reviewed_before(context: Context) -> Iterator[Breach]:
    """What was reviewed had been signed."""
    for file, procedure in context.requested_records("procedure"):
        timeline = context.timelines.get(procedure.id)
        decisions = [event.decision for event in timeline.events] if timeline else []
        known = [(one.signed, one.id) for one in decisions if one.signed]
        reviewed = procedure.last_reviewed
        if reviewed and known and len(known) == len(decisions) and reviewed < min(known)[0]:
            signed, first = min(known)
            path = context.catalogue.path("decision", first)
            values = {"signed": signed.isoformat(), "file": path, BECAUSE: path}
            yield at(file, "last_reviewed", found=reviewed.isoformat(), **values)


def _listed_long_after(decision: Decision) -> Iterator[Breach]:
    """Months between signing and being listed are more often a slip than a delay."""
    signed, listed = decision.signed, decision.listed
    if signed and listed and listed > signed + _LATE_AFTER:
        values = {"signed": signed.isoformat(), "days": (listed - signed).days}
        yield here("listed", found=listed.isoformat(), **values)


def _no_postal_channel(version: Version) -> Iterator[Breach]:
    """Where the post takes dossiers in, it is one of the ways to submit."""
    methods = {channel.method for channel in version.channels.items}
    if version.postal.receives_dossier and methods and "postal" not in methods:
        yield here("postal", "receives_dossier")


def _linked_to_what_ends(context: Context) -> Iterator[Breach]:
    """What a decision has ended for a day to come is named beside what goes on."""
    for published in context.requested_current_versions:
        for position, link in enumerate(published.version.linked_procedures.items):
            other = context.timelines.get(link.procedure)
            last = other.intervals[-1] if other and other.intervals else None
            end = last.end if last and last.end and last.end > context.day else None
            if last and last.ended_by and end and end < (published.interval.end or date.max):
                place = ("linked_procedures", "items", position, "procedure")
                values = {"end": end.isoformat(), "number": last.ended_by.decision.number}
                yield at(published.file, *place, found=context.titled(link.procedure), **values)


def _signed_by_order(decision: Decision) -> Iterator[Breach]:
    """A head or a deputy publishes procedures; nobody does it by order of them."""
    if decision.signer.capacity == "by_order" and "delegation" not in decision.kinds:
        key = "position" if decision.signer.position else "capacity"
        yield here("signer", key, found=decision.signer.position or "–")


def _no_control_decree(context: Context) -> Iterator[Breach]:
    """A decision rests on the decree on control of procedures while that binds; no letter does."""
    known = context.catalogue.documents.get(_CONTROL)
    ended = ended_documents().get("63/2010/NĐ-CP")
    for file, decision in context.requested_records("decision"):
        day = decision.signed or date.max
        last = (known.expires if known else None) or (ended.since if ended else None)
        binds = known and not (last and last <= day)
        cited = {*decision.grounds, *(key for row in decision.rows for key in row.grounds)}
        named = _CONTROL in cited or "63/2010" in " ".join(decision.ground_texts)
        written_here = decision.source is None and decision.rows and not decision.is_draft
        is_letter = (number := parse(decision.number)) and number.family == "official_letter"
        if known and binds and written_here and not (named or is_letter):
            place = "grounds" if decision.grounds else "title"
            yield at(file, place, found=known.number).shown_at_key()


_WARNING = Severity.WARNING
RULES = (
    Rule("QD226", _WARNING, FORM_OF_A_DECISION, _title_of_a_correction, per_file=True),
    Rule("CQ823", Severity.WARNING, HOUSE, _no_postal_channel, ("version",), written_here=True),
    Rule("NY719", _WARNING, DAYS_OFF, _holiday_of_its_name, ("calendar",)),
    Rule("TL125", _WARNING, PRACTICE, _reviewed_before, needs=("decision",), per_file=True),
    Rule("TL126", _WARNING, PRACTICE, _listed_long_after, ("decision",), written_here=True),
    Rule("TL127", _WARNING, PRACTICE, _linked_to_what_ends, per_file=True),
    Rule("QD222", _WARNING, FORM_OF_A_DECISION, _signed_by_order, ("decision",), written_here=True),
    Rule("QD223", _WARNING, CONTENT_OF_A_DECISION, _no_control_decree, per_file=True),
)
