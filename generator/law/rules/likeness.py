"""Rules on what is alike and should differ: rows that were copied, names, days of one record.

Records that were imported are as their source has them, and are not judged here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import combinations
from typing import Any

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.placed import PublishedVersion
from generator.law.rules.sources import HOUSE, PRACTICE
from generator.law.rules.text import EVERY_KIND
from generator.law.rules.traversal import names_of
from generator.law.titles import comparable
from generator.records.decision import Decision
from generator.records.registers import LegalDocument

_JUDGED_ELSEWHERE = frozenset(("rows", "amended_parts", "figures", "legal_basis", "dossier"))
"""Lists whose repetitions have a rule of their own."""
_YEAR = 365


def _repeated_items(record: object) -> Iterator[Breach]:
    """An item of a list that is, its id aside, one above it."""
    for pointer, first in _repetitions(record, ()):
        yield here(*pointer, found=first + 1, second=int(pointer[-1]) + 1)


def _repetitions(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, int]]:
    if isinstance(value, tuple):
        first: dict[Any, int] = {}
        for position, item in enumerate(value):
            if first.setdefault(_without_id(item), position) != position:
                yield (*pointer, position), first[_without_id(item)]
            if item.__class__ is not str:
                yield from _repetitions(item, (*pointer, position))
    else:
        for name in names_of(value.__class__):
            child = getattr(value, name)
            if child and child.__class__ is not str and name not in _JUDGED_ELSEWHERE:
                yield from _repetitions(child, (*pointer, name))


def _without_id(item: Any) -> Any:
    names = names_of(item.__class__)
    if "id" not in names:
        return item
    return item.__class__, *(getattr(item, name) for name in names if name != "id")


def _same_name_twice(context: Context) -> Iterator[Breach]:
    """Two entries of one register with one name: one of them was copied and not renamed."""
    first: dict[tuple[object, ...], str] = {}
    for file, pointer, key, name in _named(context):
        other = first.setdefault(key, f"{file} {pointer}")
        if other != f"{file} {pointer}" and context.is_requested(file):
            yield at(file, *pointer, found=name, other=other.partition(" ")[0])


def _named(context: Context) -> Iterator[tuple[str, Pointer, tuple[object, ...], str]]:
    """The names of registers written here: file, pointer, what must be unique, and the name."""
    catalogue = context.catalogue
    for key, agency in catalogue.agencies.items():
        if agency.source is None:
            unique: tuple[object, ...] = (
                "agency",
                comparable(agency.name),
                agency.place,
                agency.level,
            )
            if agency.valid_to is None:
                yield catalogue.path("agency", key), ("name",), unique, agency.name
    for position, field in enumerate(catalogue.fields.values()):
        pointer: Pointer = ("fields", position, "name")
        yield "fields.yml", pointer, ("field", comparable(field.name)), field.name
    for position, event in enumerate(catalogue.life_events.values()):
        pointer = ("life_events", position, "name")
        unique = ("life event", comparable(event.name), event.audience)
        yield "life-events.yml", pointer, unique, event.name
    for position, journey in enumerate(catalogue.journeys.values()):
        pointer = ("journeys", position, "name")
        yield "journeys.yml", pointer, ("journey", comparable(journey.name)), journey.name


def _offered_already(context: Context) -> Iterator[Breach]:
    """A procedure that is new has the title, agency and levels of another one that goes on."""
    told: set[str] = set()
    for same in _by_name(context).values():
        is_shared = len({one.procedure for one in same}) > 1
        for later in same if is_shared else ():
            if later.procedure in told or not context.is_requested(later.file):
                continue
            others = (one for one in same if _goes_on_beside(one, later, context))
            if other := next(others, None):
                told.add(later.procedure)
                title = later.ref.header.title
                yield at(later.file, "title", found=title, other=other.procedure)


def _by_name(context: Context) -> Mapping[tuple[object, ...], list[PublishedVersion]]:
    """The versions that hold on the day or later, by title, publishing agency and levels."""
    found: dict[tuple[object, ...], list[PublishedVersion]] = defaultdict(list)
    for published in context.current_versions:
        header = published.ref.header
        procedure = context.catalogue.procedures.get(published.procedure)
        if procedure:
            key = (comparable(header.title), procedure.agency, frozenset(header.levels.items))
            found[key].append(published)
    return found


def _goes_on_beside(one: PublishedVersion, later: PublishedVersion, context: Context) -> bool:
    """Whether one holds on the day from which a later one of another procedure does.

    A later text of a procedure is none that is new beside what another system has.
    """
    if one.procedure == later.procedure or context.is_imported(later.file):
        return False
    first = context.catalogue.version_refs[later.procedure][0].key == later.ref.key
    begins, begun = _begins(later), _begins(one)
    if not (begins and begun and (first or not context.is_imported(one.file))):
        return False
    return (begun, one.procedure) < (begins, later.procedure) and one.interval.covers(begins)


def _begins(published: PublishedVersion) -> date | None:
    return published.interval.start or published.decision.signed


def _days_alike(record: Decision | LegalDocument) -> Iterator[Breach]:
    """Two days of one record that differ in the year alone, or in the order of day and month."""
    for (one, first), (other, second) in combinations(_days_of(record), 2):
        if first != second and (_of_another_year(first, second) or _turned(first, second)):
            yield here(*other, found=Wording(day=second), other=Wording(day=first), key=one[-1])
            return


def _days_of(record: Decision | LegalDocument) -> list[tuple[Pointer, date]]:
    keys = ("signed", "listed", "effective", "recorded")
    days = [((key,), getattr(record, key, None)) for key in keys]
    return [(pointer, day) for pointer, day in days if day]


def _of_another_year(first: date, second: date) -> bool:
    days = abs((second - first).days)
    return (first.day, first.month) == (second.day, second.month) and days <= 2 * _YEAR


def _turned(first: date, second: date) -> bool:
    return (first.year, first.month, first.day) == (second.year, second.day, second.month)


RULES = (
    Rule("TC320", Severity.WARNING, HOUSE, _repeated_items, EVERY_KIND, written_here=True),
    Rule("TC321", Severity.WARNING, HOUSE, _same_name_twice),
    Rule("TC331", Severity.WARNING, PRACTICE, _offered_already, needs=("decision",)),
    Rule(
        "TL124",
        Severity.WARNING,
        PRACTICE,
        _days_alike,
        ("decision", "legal-document"),
        written_here=True,
    ),
)
