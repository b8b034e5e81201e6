"""Rules on deadlines: decided and published in time, by the law of the day; sound calendars."""

import re
from collections.abc import Iterator
from datetime import date

from generator.findings.problem import Severity, Value, Wording
from generator.law.consequences import BECAUSE
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.placed import PlacedRow
from generator.law.rules.sources import DAYS_OFF, DECIDING, LISTING
from generator.law.statutory_terms import (
    Counting,
    Terms,
    carried_out_before,
    decide_by,
    list_by,
    terms_of,
)
from generator.law.workdays import MissingCalendarError, Workdays
from generator.records.decision import Decision
from generator.records.memoize import memoize_listed
from generator.records.registers import Calendar, LegalDocument

_SATURDAY = 5


def _counting(context: Context) -> Counting:
    working = context.catalogue.settings.deadline_days == "working"
    return Counting(Workdays(context.catalogue.calendars), working)


def _terms(context: Context, decision: Decision, shortened: bool = False) -> Terms | None:
    agency = context.catalogue.agencies.get(decision.agency)
    level = agency.level if agency else None
    return terms_of(decision.signed, level, shortened) if decision.signed else None


def _decided_late(context: Context) -> Iterator[Breach]:
    """A decision comes some days before the text it carries out takes effect."""
    for placed, text, last in _last_days_to_decide(context):
        signed = placed.decision.signed
        if signed and isinstance(last, date) and last < signed:
            values = {"found": signed.isoformat(), "number": text.number}
            values[BECAUSE] = context.catalogue.path("legal-document", text.id)
            effective = str(text.effective)
            place = ("rows", placed.position, "grounds")
            yield at(placed.file, *place, last=last.isoformat(), effective=effective, **values)


_Last = date | MissingCalendarError
"""A last day, or why it cannot be counted."""


@memoize_listed
def _last_days_to_decide(context: Context) -> Iterator[tuple[PlacedRow, LegalDocument, _Last]]:
    counting = _counting(context)
    for placed in context.rows:
        text = _newest(context, placed)
        if text is None or text.effective is None or _carried_out(context, placed, text.effective):
            continue
        bound = _terms(context, placed.decision, text.shortened_procedure)
        try:
            last = bound and decide_by(bound, text.effective, text.signed, counting)
        except MissingCalendarError as missing:
            yield placed, text, missing
            continue
        if last:
            yield placed, text, last


def _newest(context: Context, placed: PlacedRow) -> LegalDocument | None:
    """The text that the row carries out; of several, the one that takes effect last."""
    known = context.catalogue.documents
    texts = [known[key] for key in placed.row.grounds if key in known]
    dated = [text for text in texts if text.effective]
    return max(dated, key=lambda text: text.effective or date.min, default=None)


def _carried_out(context: Context, placed: PlacedRow, effective: date) -> bool:
    signed = placed.decision.signed or date.min
    timelines = (context.timelines[code] for code in placed.row.procedures)
    return any(carried_out_before(timeline, signed, effective) for timeline in timelines)


def _listed_late(context: Context) -> Iterator[Breach]:
    """A decision is public in the national database some working days after signing."""
    for file, decision, last in _last_days_to_list(context):
        if decision.listed and isinstance(last, date) and decision.listed > last:
            signed = str(decision.signed)
            yield at(file, "listed", found=str(decision.listed), last=str(last), signed=signed)


def _not_listed_yet(context: Context) -> Iterator[Breach]:
    """Today, a decision is overdue."""
    for file, decision, last in _last_days_to_list(context):
        silent = decision.listed is None and "listed" not in decision.unknown
        if silent and isinstance(last, date) and context.day > last:
            yield at(file, "listed", last=str(last), signed=str(decision.signed))


def _last_days_to_list(context: Context) -> Iterator[tuple[str, Decision, _Last]]:
    workdays = Workdays(context.catalogue.calendars)
    for key, decision in context.catalogue.decisions.items():
        file = context.catalogue.path("decision", key)
        bound = _terms(context, decision)
        if bound is None or decision.signed is None:
            continue
        try:
            yield file, decision, list_by(bound, decision.signed, workdays)
        except MissingCalendarError as missing:
            yield file, decision, missing


def _missing_calendar(context: Context) -> Iterator[Breach]:
    """Working days are counted, never guessed: a year without a calendar is reported once."""
    listing = ((file, last) for file, _, last in _last_days_to_list(context))
    deciding = ((placed.file, last) for placed, _, last in _last_days_to_decide(context))
    years: dict[int, str] = {}
    for file, last in (*listing, *deciding):
        if isinstance(last, MissingCalendarError):
            years.setdefault(last.year, file)
    for year, file in sorted(years.items()):
        if not context.catalogue.has(
            "calendar", str(year)
        ):  # else it cannot be read, which is reported
            yield at(file, "signed", found=f"calendar/{year}.yml", year=year)


def _calendar_to_come(context: Context) -> Iterator[Breach]:
    """The calendar of a year is there before the first time limit runs into it.

    Otherwise a citizen reads that no day can be computed.
    """
    catalogue = context.catalogue
    binds = context.current_versions or context.unsettled_agencies
    if not binds or catalogue.has("federation", "federation"):
        return
    next_too = context.day.month >= _NEXT_YEAR_FROM
    years = (context.day.year, context.day.year + 1)[: 1 + next_too]
    missing = [year for year in years if not catalogue.has("calendar", str(year))]
    if missing:
        last = catalogue.paths.get(("calendar", str(missing[0] - 1)))
        files = ", ".join(f"calendar/{year}.yml" for year in missing)
        place = (last, "year") if last else ("catalogue.yml",)
        yield at(*place, found=files, year=missing[0]).shown_at_key()


_NEXT_YEAR_FROM = 10
"""The month from which the calendar of the next year is asked for."""


def _days_of_another_year(calendar: Calendar) -> Iterator[Breach]:
    for position, holiday in enumerate(calendar.holidays):
        if holiday.date.year != calendar.year:
            yield here("holidays", position, "date", found=str(holiday.date), year=calendar.year)
    for position, swap in enumerate(calendar.swapped_days):
        if calendar.year not in (swap.off.year, swap.worked.year):
            yield here("swapped_days", position, "off", found=str(swap.off), year=calendar.year)


def _days_that_change_nothing(calendar: Calendar) -> Iterator[Breach]:
    """A day taken off is a weekday, a day worked instead a weekend day, a holiday named once."""
    seen: set[date] = set()
    for position, holiday in enumerate(calendar.holidays):
        in_lieu = "nghỉ bù" in holiday.name.casefold()
        if holiday.date in seen or (in_lieu and holiday.date.weekday() >= _SATURDAY):
            kind = "twice" if holiday.date in seen else "in_lieu"
            yield here("holidays", position, "date", **_said_of(holiday.date, kind))
        seen.add(holiday.date)
    for position, swap in enumerate(calendar.swapped_days):
        if swap.off.weekday() >= _SATURDAY:
            yield here("swapped_days", position, "off", **_said_of(swap.off, "off"))
        if swap.worked.weekday() < _SATURDAY:
            yield here("swapped_days", position, "worked", **_said_of(swap.worked, "worked"))


_WEEKDAYS = (
    *("weekday.monday", "weekday.tuesday", "weekday.wednesday", "weekday.thursday"),
    *("weekday.friday", "weekday.saturday", "weekday.sunday"),
)


def _said_of(day: date, kind: str) -> dict[str, Value]:
    """What a sentence says of a day that changes nothing: which weekday it is, and what to do."""
    weekday = Wording((_WEEKDAYS[day.weekday()],))
    mend = Wording((f"hint.day_{'alone' if kind in ('twice', 'in_lieu') else 'swapped'}",))
    values: dict[str, Value] = {"found": day.isoformat(), "weekday": weekday, "mend": mend}
    return {**values, "why": Wording((f"hint.day_{kind}",))}


def _too_few_holidays(calendar: Calendar) -> Iterator[Breach]:
    """The Labour Code gives eleven days off a year; fewer were forgotten."""
    names = [holiday.name.casefold() for holiday in calendar.holidays]
    lacking: list[str] = []
    places: list[list[int]] = []
    for name, pattern, days in _HOLIDAYS:
        found = [place for place, one in enumerate(names) if re.search(pattern, one)]
        if len(found) < days:
            lacking.append(f"{name} ({days - len(found)})")
            places.append(found)
    wanted = sum(days for _, _, days in _HOLIDAYS)
    if len(names) < wanted:
        values = {"found": len(names), "wanted": wanted, "names": ", ".join(lacking) or "–"}
        beside = places[0] if len(places) == 1 else []
        if beside:  # the days of a holiday stand together: the missing one belongs there
            yield here("holidays", beside[0], "date", **values)
        else:
            yield here("year", **values)


_HOLIDAYS = (
    ("Tết Dương lịch 01/01", "dương lịch|tết tây", 1),
    ("Tết Âm lịch", "âm lịch|nguyên đán", 5),
    ("Giỗ Tổ Hùng Vương", "giỗ tổ|hùng vương", 1),
    ("Ngày Chiến thắng 30/4", "chiến thắng|giải phóng", 1),
    ("Ngày Quốc tế lao động 01/5", "lao động", 1),
    ("Quốc khánh 02/9", "quốc khánh", 2),
)
"""What the Labour Code, article 112, names: the holiday, what its name has, and its days."""
_CALENDAR = ("calendar",)
RULES = (
    Rule(
        "NY711",
        Severity.INFO,
        DECIDING,
        _decided_late,
        needs=("decision",),
        needs_named=("agency", "legal-document"),
    ),
    Rule(
        "NY712",
        Severity.WARNING,
        LISTING,
        _listed_late,
        imported=Severity.INFO,
        needs_named=("agency",),
    ),
    Rule("NY713", Severity.WARNING, LISTING, _missing_calendar),
    Rule("NY714", Severity.ERROR, DAYS_OFF, _days_of_another_year, _CALENDAR),
    Rule("NY715", Severity.ERROR, DAYS_OFF, _days_that_change_nothing, _CALENDAR),
    Rule("NY716", Severity.WARNING, DAYS_OFF, _too_few_holidays, _CALENDAR),
    Rule("NY718", Severity.WARNING, DAYS_OFF, _calendar_to_come),
    Rule("NY717", Severity.ERROR, LISTING, _not_listed_yet, needs_named=("agency",)),
)
