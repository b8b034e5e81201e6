"""Rules on administrative units: codes and names that are unique, days that can be, places."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from generator.findings.problem import Pointer, Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import HOUSE, PRACTICE
from generator.law.syllables import spells_alike
from generator.law.text import fold_text
from generator.records.units import CommuneUnit, FormerUnit, ProvinceUnit, unit_at


def _codes(context: Context) -> Iterator[Breach]:
    """No two units have one code."""
    first: dict[str, str] = {}
    for file, place in _places(context):
        for pointer, unit in _units(place):
            if unit.code in first and context.is_requested(file):
                yield at(
                    file, *pointer, "code", found=unit.code, name=unit.name, other=first[unit.code]
                )
            first.setdefault(unit.code, unit.name)


def _places(context: Context) -> Iterator[tuple[str, ProvinceUnit]]:
    for key, place in sorted(context.catalogue.places.items()):
        yield context.catalogue.path("place", key), place


def _units(place: ProvinceUnit) -> Iterator[tuple[Pointer, ProvinceUnit | CommuneUnit]]:
    yield (), place
    for position, commune in enumerate(place.communes):
        yield ("communes", position), commune


def _names(place: ProvinceUnit) -> Iterator[Breach]:
    """Two communes of one kind and one name in a province could not be told apart."""
    seen: set[tuple[str, str]] = set()
    for position, commune in enumerate(place.communes):
        name = (commune.kind, commune.name)
        if name in seen and not commune.valid_to:
            yield here("communes", position, "name", found=commune.name)
        if not commune.valid_to:
            seen.add(name)


def _days(place: ProvinceUnit) -> Iterator[Breach]:
    """A unit ends after it begins."""
    for pointer, unit in _units(place):
        start = unit.valid_from or place.valid_from
        if start and unit.valid_to and unit.valid_to < start:
            where = Wording() if unit.valid_from else Wording(("hint.begun_with_province",))
            values = {"found": Wording(day=unit.valid_to), "start": Wording(day=start)}
            yield here(*pointer, "valid_to", **values, where=where)


def _kind_in_the_name(place: ProvinceUnit) -> Iterator[Breach]:
    """The kind of a unit has a key of its own: pages would print it twice."""
    for pointer, unit in _units(place):
        named = next((one for one in _KINDS if unit.name.lower().startswith(one)), None)
        if named:
            same = named == _PRINTED[unit.kind]
            told = {"bare": unit.name[len(named) :], "code": unit.code}
            mend = Wording((f"hint.unit_{'same' if same else 'other'}_kind",), values=told)
            kind = Wording((f"hint.kind_{unit.kind}",))
            yield here(*pointer, "name", found=unit.name, kind=kind, mend=mend)


def _kind_of_what_went_in(place: ProvinceUnit) -> Iterator[Breach]:
    """What was made of wards alone is a ward."""
    for position, unit in enumerate(place.communes):
        names = [former.name.lower() for former in unit.merged_from]
        if unit.kind == "commune" and names and all(one.startswith("phường ") for one in names):
            yield here("communes", position, "kind", found=unit.name)


_PRINTED = {
    "province": "tỉnh ",
    "city": "thành phố ",
    "commune": "xã ",
    "ward": "phường ",
    "special_zone": "đặc khu ",
}
_KINDS = tuple(_PRINTED.values())


def _former_names(context: Context) -> Iterator[Breach]:
    """A unit that was divided has the same name wherever parts of it went."""
    first: dict[str, str] = {}
    today = {
        commune.code: f"{_PRINTED[commune.kind]}{commune.name}".lower()
        for _, place in _places(context)
        for commune in place.communes
        if commune.kind in _PRINTED
    }
    for file, place in _places(context):
        for pointer, former in _former_units(place):
            if former.code is None or former.name.lower() == today.get(former.code):
                continue  # a unit of today that is merged in turn
            known = first.setdefault(former.code, former.name)
            if known != former.name and context.is_requested(file):
                values = {"found": former.name, "code": former.code, "other": known}
                yield at(file, *pointer, "name", **values)


def _former_kind(place: ProvinceUnit) -> Iterator[Breach]:
    """The name of a former unit begins with what it was: the name alone may be of several."""
    for pointer, former in _former_units(place):
        if not former.name.lower().startswith(_FORMER_KINDS):
            yield here(*pointer, "name", found=former.name)


_FORMER_KINDS = (*_KINDS, "thị trấn ", "thị xã ", "huyện ", "quận ", "thị ")


def _code_of_nobody(place: ProvinceUnit) -> Iterator[Breach]:
    """A unit that was merged keeps the code of one of those that went into it.

    So do 3,320 of the 3,321 communes of today; of a unit to come, nobody knows it yet.
    """
    for pointer, unit in _units(place):
        codes = [former.code for former in unit.merged_from]
        if not codes or None in codes or (pointer and unit.valid_from):
            continue
        if unit.code not in codes:
            known = ", ".join(str(code) for code in codes)
            yield here(*pointer, "code", found=unit.code, name=unit.name, known=known)


def _former_twice(place: ProvinceUnit) -> Iterator[Breach]:
    """One former unit of a district has one code."""
    first: dict[tuple[object, ...], str | None] = {}
    for pointer, former in _former_units(place):
        key = (former.name, former.district, former.province)
        known = first.setdefault(key, former.code)
        if former.district and former.code and known and former.code != known:
            yield here(*pointer, "code", found=former.name, code=former.code, other=known)


def _marks_of_a_name(place: ProvinceUnit) -> Iterator[Breach]:
    """What lies in one province and differs in a mark alone is one thing, spelled in two ways."""
    named = list(_former_names_in(place))
    counts = Counter(name for _, name in named)
    if len(counts) == len(set(map(fold_text, counts))):
        return
    also = Counter(_bare(former.name) for _, former in _former_units(place))
    usual: dict[str, str] = {}
    for name in sorted(counts, key=lambda one: (counts[one], also[_bare(one)]), reverse=True):
        usual.setdefault(fold_text(name), name)
    for pointer, name in named:
        other = usual[fold_text(name)]
        if not spells_alike(name.lower(), other.lower()):
            yield here(*pointer, found=name, other=other)


def _bare(name: str) -> str:
    """The name of a unit without its kind, in small letters."""
    kind = next((one for one in _FORMER_KINDS if name.lower().startswith(one)), "")
    return name.lower().removeprefix(kind)


def _former_names_in(place: ProvinceUnit) -> Iterator[tuple[Pointer, str]]:
    """The districts of former units, and the provinces in which they lay."""
    for pointer, former in _former_units(place):
        for key in ("district", "province"):
            name = getattr(former, key)
            if name:
                yield (*pointer, key), name


def _former_province(place: ProvinceUnit) -> Iterator[Breach]:
    """A former unit lay in one of the provinces that were merged into this one."""
    merged = {_bare(one.name) for one in place.merged_from} | {place.name.lower()}
    for pointer, former in _former_units(place) if place.merged_from else ():
        if former.province and _bare(former.province) not in merged:
            names = ", ".join(one.name for one in place.merged_from)
            yield here(*pointer, "province", found=former.province, known=names)


def _former_units(place: ProvinceUnit) -> Iterator[tuple[Pointer, FormerUnit]]:
    for pointer, unit in _units(place):
        for position, former in enumerate(unit.merged_from):
            yield (*pointer, "merged_from", position), former


def _places_of_agencies(context: Context) -> Iterator[Breach]:
    """The place of an agency is a province, or a commune of one."""
    places = context.catalogue.places
    for file, agency in context.requested_records("agency"):
        if agency.place and unit_at(places, agency.place) is None:
            tier = "central" if agency.level == "central" else "local"
            mend = Wording((f"hint.place_of_{tier}",))
            because = {BECAUSE: context.catalogue.path("place", agency.place.partition("/")[0])}
            yield at(file, "place", found=agency.place, agency=agency.name, mend=mend, **because)


def _exchanged_day(context: Context) -> Iterator[Breach]:
    """No province begins on the day of its agencies with day and month exchanged."""
    begun: dict[str, set[date]] = defaultdict(set)
    for agency in context.catalogue.agencies.values():
        if agency.place and agency.valid_from:
            begun[agency.place].add(agency.valid_from)
    for file, place in _places(context):
        days, day = begun[place.id], place.valid_from
        meant = day and day.day <= 12 and day.replace(month=day.day, day=day.month)
        if day and meant and meant != day and meant in days and day not in days:
            yield at(file, "valid_from", found=day.isoformat(), meant=meant.isoformat())


RULES = (
    Rule("DV401", Severity.ERROR, HOUSE, _codes),
    Rule("DV402", Severity.ERROR, HOUSE, _names, ("place",)),
    Rule("DV403", Severity.ERROR, HOUSE, _days, ("place",)),
    Rule("DV404", Severity.WARNING, HOUSE, _former_names),
    Rule("DV407", Severity.WARNING, HOUSE, _former_kind, ("place",)),
    Rule("DV408", Severity.WARNING, PRACTICE, _code_of_nobody, ("place",)),
    Rule("DV409", Severity.WARNING, HOUSE, _former_twice, ("place",)),
    Rule("DV410", Severity.WARNING, PRACTICE, _marks_of_a_name, ("place",), written_here=True),
    Rule("DV411", Severity.WARNING, PRACTICE, _former_province, ("place",), written_here=True),
    Rule("DV412", Severity.WARNING, HOUSE, _exchanged_day, needs=("agency",), written_here=True),
    Rule("DV413", Severity.WARNING, PRACTICE, _kind_of_what_went_in, ("place",), written_here=True),
    Rule("DV406", Severity.WARNING, HOUSE, _kind_in_the_name, ("place",)),
    Rule("DV405", Severity.ERROR, HOUSE, _places_of_agencies, needs_named=("place",)),
)
