"""The cards: what a result shows, what filters ask for, and the titles, which are searched too.

A browser reads this one file before the first question. `titles.py` explains how titles are
written; every other property is a column: its distinct values, and one character per document that
says which; of values that are used alike, that of the first document comes first. The names of
fields are written as titles are, in `names` instead of `values`: they share most of their words.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from generator.law.titles import one_line
from generator.locale import Words
from generator.model.applicants import APPLICANT_GROUPS
from generator.model.brief_words import fee_words, time_words
from generator.model.edition import Edition
from generator.model.narrowing_words import narrowing_words
from generator.model.published import PublishedProcedure
from generator.model.territories import procedure_place
from generator.readings.brief_values import FeeBrief, TimeBrief
from generator.readings.narrowing import NarrowingKind, read_narrowing
from generator.records.memoize import memoize_by_key, memoize_last
from generator.records.registers import Agency, Field, Procedure
from generator.records.version import Version
from generator.search.titles import characters, encoded

_COLUMNS = (
    "field",
    "agency",
    "levels",
    "applicants",
    "status",
    "scope",
    "online",
    "time",
    "fee",
    "in_force",
    "place",
    "family",
    "narrowing",
)
_BASE = 90
"""Of the two digits that a code is written with."""
Row = tuple[Hashable, ...]
"""What the columns say of one procedure."""


def in_card_order(edition: Edition) -> list[PublishedProcedure]:
    """Documents by agency, field and code: neighbours are alike, which makes every file smaller."""
    return sorted(
        edition.entries.values(),
        key=lambda entry: (entry.procedure.agency, entry.procedure.field, entry.code),
    )


def cards(edition: Edition, entries: Sequence[PublishedProcedure]) -> dict[str, Any]:
    """The cards of `entries`, which a result names by position."""
    families = _families(edition, entries)
    named = {key: _agency(key, edition) for key in {entry.procedure.agency for entry in entries}}
    rows = tuple(
        _row(
            e.code,
            e,
            edition.field(e.procedure.field),
            named[e.procedure.agency],
            _place(e.procedure, edition),
            families.get(e.code, 0),
            _named_agencies(e, edition),
            edition.words,
        )
        for e in entries
    )
    columns = _columns(rows)
    written = encoded((*(entry.title for entry in entries), *columns["field"]["values"]))
    lines = written.titles.split(" ")
    names = {"names": " ".join(lines[len(entries) :]), "of": columns["field"]["of"]}
    places = {entry.code: position for position, entry in enumerate(entries)}
    former = {old: places[new] for old, new in edition.former_ids.items()}
    return {
        "codes": _codes([entry.code for entry in entries]),
        "words": written.words,
        "phrases": written.phrases,
        "titles": " ".join(lines[: len(entries)]),
        "columns": columns | {"field": names},
        "former": former,
    }


def _codes(codes: Iterable[str]) -> list[str]:
    """Two characters per code, then the codes in full, in order, that the characters `!!` call for.

    The others are a distance from the code before: twice it, or one more than twice its opposite.

    >>> _codes(["1.000894", "1.001193", "2.000635"])
    ["!!'[!!", '1.000894', '2.000635']
    """
    steps = list(_steps(codes))
    pairs = (divmod(0 if isinstance(step, str) else _unsigned(step), _BASE) for step in steps)
    written = characters(digit for pair in pairs for digit in pair)
    return [written, *(step for step in steps if isinstance(step, str))]


def _unsigned(step: int) -> int:
    return 2 * step if step > 0 else 1 - 2 * step


def _steps(codes: Iterable[str]) -> Iterator[str | int]:
    before: str | None = None
    for code in codes:
        yield code if before is None else _step(before, code)
        before = code


def _step(before: str, code: str) -> str | int:
    kind, _, number = code.partition(".")
    kind_before, _, number_before = before.partition(".")
    alike = kind == kind_before and len(number) == len(number_before)
    plain = alike and number.isascii() and number.isdigit() and number_before.isdigit()
    return int(number) - int(number_before) if plain else code


def _agency(key: str, edition: Edition) -> tuple[str, ...]:
    """An agency, and the agencies whose place it took."""
    return (edition.agency_name(key), *edition.former_names(key))


def _place(procedure: Procedure, edition: Edition) -> tuple[str, ...]:
    """The code and the name of the province of a procedure, or of the country; empty: not known."""
    found = procedure_place(procedure, edition.catalogue, edition.words)
    return (found.province, found.name) if found else ()


def _families(edition: Edition, entries: Iterable[PublishedProcedure]) -> dict[str, int]:
    """A number for each family, from 1 on in the order of documents, by its procedures."""
    numbers: dict[str, int] = {}
    found = ((one.code, edition.families.get(one.code)) for one in entries)
    return {code: numbers.setdefault(one.id, len(numbers) + 1) for code, one in found if one}


@memoize_by_key
def _row(
    _code: str,
    entry: PublishedProcedure,
    field: Field,
    agency: tuple[str, ...],
    place: tuple[str, ...],
    family: int,
    named: tuple[Agency | None, ...],
    words: Words,
) -> Row:
    return (
        one_line(field.name),
        agency,
        entry.summary.levels,
        _applicants(entry.version),
        str(entry.status),
        entry.procedure.scope,
        entry.summary.online,
        _time(entry.summary.brief.time, words),
        _fee(entry.summary.brief.fee, words),
        _in_force(entry),
        place,
        family,
        _narrowing(entry.version, named, words),
    )


@memoize_last
def _columns(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Every column; most changes leave all of them as they are."""
    columns = zip(*rows, strict=True) if rows else ((),) * len(_COLUMNS)
    return {name: _column(values) for name, values in zip(_COLUMNS, columns, strict=True)}


def _column(values: Sequence[Hashable]) -> dict[str, Any]:
    used = Counter(values)
    distinct = sorted(used, key=lambda value: -used[value])
    place = {value: number for number, value in enumerate(distinct)}
    return {"values": distinct, "of": characters(place[value] for value in values)}


def _applicants(version: Version) -> tuple[str, ...]:
    groups = (APPLICANT_GROUPS.get(kind) for kind in version.applicants.items)
    return tuple(sorted({group for group in groups if group}))


def _named_agencies(entry: PublishedProcedure, edition: Edition) -> tuple[Agency | None, ...]:
    """The register's records of the agencies that a summary names."""
    return tuple(edition.catalogue.agencies.get(key) for key in entry.summary.agencies)


_SAID_ELSEWHERE = (NarrowingKind.BODIES, NarrowingKind.OFFICIALS)


def _narrowing(version: Version, named: Iterable[Agency | None], words: Words) -> tuple[str, ...]:
    """The kind of what a procedure is narrowed to, and the words for it; empty: to nothing.

    Of what is for enterprises and organisations alone the applicants tell a browser; that something
    is for officials alone is said by its page, with where that was read.
    """
    found = read_narrowing(version, {one.id: one for one in named if one})
    if found is None or found.value.kind in _SAID_ELSEWHERE:
        return ()
    return str(found.value.kind), narrowing_words(found.value, words)


def _time(brief: TimeBrief | None, words: Words) -> str:
    """The words for the time; empty when none is stated."""
    return time_words(brief, words) if brief else ""


def _fee(brief: FeeBrief | None, words: Words) -> tuple[str, ...]:
    """The state of the fee, which a filter asks for, and the words for it; empty: not stated."""
    return (str(brief.state), fee_words(brief, words)) if brief else ()


def _in_force(entry: PublishedProcedure) -> tuple[tuple[str, ...], ...]:
    """The spans of days, first included, last not, in which any version binds; `` is open.

    A third `?` marks days of which it is not known whether anything binds.
    """
    return tuple(
        (_iso(start), _iso(end), *(() if known else ("?",))) for start, end, known in entry.spans
    )


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
