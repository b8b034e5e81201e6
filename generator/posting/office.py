"""Whose set is asked for: the words of a command, resolved against the records of a catalogue."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from unicodedata import normalize

from generator.law.text import fold_text
from generator.model.edition import Edition
from generator.model.posting_target import (
    PostingTarget,
    department_of,
    is_counter,
    office_target,
    place_of_agency,
)
from generator.model.summaries import LEVELS
from generator.model.territories import unit_name
from generator.posting.near_names import NEAR, near_names, split_province
from generator.posting.short_forms import spell_out
from generator.readings.lowered import lowered
from generator.records.registers import Agency
from generator.records.units import CommuneUnit, ProvinceUnit, unit_at

_PLACE_ALIKE = 0.85
"""How alike a name of a place is: names of communes are short, and there are thousands."""
_BODIES = {
    "uy ban nhan dan": "posting.committee_of",
    "trung tam phuc vu hanh chinh cong": "posting.centre_of",
    "bo phan mot cua": "posting.one_stop_of",
}
_OF_A_PLACE = re.compile(
    "^(uy ban nhan dan|trung tam phuc vu hanh chinh cong|bo phan mot cua) "
    r"(?!cap )(?=\S)"
)
"""The committee or the counter of a unit: what it posts is what its unit posts."""


class UnknownNameError(Exception):
    """No agency, level, field or place has the name; `near` are those that look like it."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name, self.near = name, near


class AmbiguousPlaceError(UnknownNameError):
    """Several places have the name; `near` are all of them, with their keys."""


class SeveralWallsError(Exception):
    """The names are those of several offices or places, `names`: each has a wall of its own."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(*names)
        self.names = names


@dataclass(frozen=True, slots=True)
class PostingOrder:
    """Whose sheets are printed, and under which name; `agency` is the id of one agency alone.

    `office` and `fields` are the parts of the name that stand on paper.
    """

    name: str
    target: PostingTarget
    agency: str = ""
    office: str = ""
    fields: str = ""
    place: str = ""
    """The key of the place, where a place alone is asked for that has no counter of its own."""
    sheets: tuple[str, ...] = ()
    """The procedures whose sheets alone are asked for; none for the whole set."""
    host: str = ""
    """The id of the one agency on whose wall the sheets hang, whatever fields are asked for."""
    read_as: tuple[tuple[str, str], ...] = ()
    """Typed names that were taken for other ones, with these."""
    shared: str = ""
    """The name of the departments of all provinces, by which alone the records name this one."""


def posting_order(names: Iterable[str], edition: Edition) -> PostingOrder:
    """The set that agencies, levels and places ask for together, narrowed to the fields named.

    A name is an id or the printed name, with or without accents; a place is a province, or a
    province and a commune with `/` between them, or "commune, province"; the province may also be
    a name of its own behind it. Raises UnknownNameError, AmbiguousPlaceError, SeveralWallsError.
    """
    known = _known_names(edition)
    typed = _joined_places(tuple(names), edition)
    found = [_find(name, known, edition) for name in typed]
    _require_one_wall(found)
    read_as = tuple((name, one.name) for name, one in zip(typed, found, strict=True))
    order = _joined_orders(found)
    return replace(order, read_as=tuple(pair for pair in read_as if _is_other(*pair, edition)))


def _require_one_wall(found: Iterable[PostingOrder]) -> None:
    """Raise SeveralWallsError for names of several offices or places."""
    walls = tuple(one.name for one in found if one.agency or one.place)
    if len(walls) > 1:
        raise SeveralWallsError(walls)


def _is_other(typed: str, name: str, edition: Edition) -> bool:
    """Whether a name says more or other words than were typed, or other accents where some were."""
    if typed in (*LEVELS, *edition.catalogue.agencies, *edition.catalogue.fields):
        return False
    said = set(re.findall(r"\w+", lowered(name)))
    marked = (
        word
        for word in re.findall(r"\w+", lowered(normalize("NFC", typed)))
        if word != fold_text(word)
    )
    return spell_out(fold_text(typed)) != fold_text(name) or not said.issuperset(marked)


def _joined_orders(found: Sequence[PostingOrder]) -> PostingOrder:
    """The set of several orders together, narrowed to the fields of those that are of fields."""
    offices = frozenset[str]().union(*(one.target.offices for one in found))
    levels = frozenset[tuple[str, str]]().union(*(one.target.levels for one in found))
    fields = frozenset[str]().union(*(one.target.fields for one in found))
    shown = ", ".join(one.name for one in found)
    agency = found[0].agency if len(found) == 1 else ""
    only = [one for one in found if one.target.fields]
    others = [one for one in found if not one.target.fields]
    shared = frozenset[tuple[str, str]]().union(*(one.target.shared for one in found))
    target = PostingTarget(offices, levels, fields, shared)
    host = others[0].agency if len(others) == 1 else agency
    name_shared = others[0].shared if len(others) == 1 else ""
    if not others:
        return PostingOrder(shown, target, agency, shown, host=host)
    office, named = (", ".join(one.name for one in several) for several in (others, only))
    place = others[0].place if len(others) == 1 else ""
    return PostingOrder(shown, target, agency, office, named, place, host=host, shared=name_shared)


def _find(name: str, known: Mapping[str, PostingOrder], edition: Edition) -> PostingOrder:
    typed = spell_out(fold_text(name))
    order = known.get(fold_text(name)) or known.get(typed) or _find_place(name, name, edition)
    order = order or _find_body(name, edition)
    head, province = split_province(typed, edition.catalogue.places, edition.words)
    order = order or known.get(f"{head} {province}")
    order = order or _find_department(known.get(head), province, edition)
    if order is None:
        named = (known[one].name for one in near_names(typed, known, head, province))
        near = _near_places(name, edition) or list(dict.fromkeys(named))
        raise UnknownNameError(name, tuple(near))
    return order


def _find_department(
    shared: PostingOrder | None, province: str, edition: Edition
) -> PostingOrder | None:
    """The set of a department that records name only by what all provinces' departments share."""
    agency = edition.catalogue.agencies.get(shared.agency) if shared else None
    keys = [key for key in _places_named(province, edition) if "/" not in key]
    if agency is None or len(keys) != 1:
        return None
    unit = edition.catalogue.places[keys[0]]
    target = department_of(agency, unit.code)
    name = f"{agency.name} {place_inside(unit_name(unit, edition.words))}"
    return PostingOrder(name, target, shared=agency.name) if target else None


def _find_body(name: str, edition: Edition) -> PostingOrder | None:
    """The set of a place whose committee or counter is named, under that name."""
    order = _find_place(without_body(name), name, edition)
    body = _OF_A_PLACE.match(spell_out(fold_text(name)))
    if order is None or order.agency or body is None:
        return order
    return replace(order, name=edition.words(_BODIES[body[1]], place=place_inside(order.name)))


def place_inside(name: str) -> str:
    """The name of a place as it stands behind that of a body."""
    return ", ".join(unit[:1].lower() + unit[1:] for unit in name.split(", "))


def place_without_body(name: str, edition: Edition) -> str:
    """The one place whose committee or counter a name names; "" for none."""
    place = without_body(name)
    keys = _keys_of(place, edition) if spell_out(fold_text(name)) != place else []
    at = unit_at(edition.catalogue.places, keys[0]) if len(keys) == 1 else None
    return place_name(*at, edition) if at else ""


def without_body(name: str) -> str:
    """A typed name without the committee or counter of its place; its commas stay."""
    parts = [spell_out(fold_text(part)) for part in name.split(",")]
    return ", ".join((_OF_A_PLACE.sub("", parts[0]), *parts[1:]))


def _joined_places(names: Sequence[str], edition: Edition) -> list[str]:
    """Names; a commune that several provinces have takes up the province that is named too."""
    provinces = [name for name in names if _is_province(name, edition)]
    pairs = [(name, _province_of(name, provinces, edition)) for name in names]
    used = {province for _, province in pairs}
    return [
        f"{name}, {province}" if province else name for name, province in pairs if name not in used
    ]


def _province_of(name: str, provinces: Sequence[str], edition: Edition) -> str:
    """Which of some provinces tells apart the communes of a name; "" where there is no need."""
    if len(_keys_of(without_body(name), edition)) < 2:
        return ""
    within = [one for one in provinces if _keys_of(without_body(f"{name}, {one}"), edition)]
    return within[0] if len(within) == 1 else ""


def _is_province(name: str, edition: Edition) -> bool:
    keys = _keys_of(name, edition)
    return len(keys) == 1 and "/" not in keys[0]


def _near_places(name: str, edition: Edition) -> list[str]:
    """The communes and provinces whose names, with the word for their kind, look like one.

    The committee or counter in front is left out; a province behind it says where to look.
    """
    typed, _, province_named = without_body(name).partition(",")
    within = set(_places_named(province_named.strip(), edition))
    units: dict[str, str] = {}
    for key, province in edition.catalogue.places.items():
        if within and key not in within:
            continue
        for commune in (None, *province.communes):
            name = unit_name(commune or province, edition.words)
            units.setdefault(fold_text(name), place_name(province, commune, edition))
    return [units[one] for one in get_close_matches(typed, units, NEAR, _PLACE_ALIKE)]


def _known_names(edition: Edition) -> dict[str, PostingOrder]:
    """Every order that has a name, by its folded id and its folded name; the last one wins."""
    return {fold_text(key): order for key, order in _every(edition)}


def _every(edition: Edition) -> Iterator[tuple[str, PostingOrder]]:
    for field in edition.catalogue.fields.values():
        order = PostingOrder(field.name, PostingTarget(fields=frozenset({field.id})))
        yield from ((field.id, order), (field.name, order))
    for level in LEVELS:
        name = edition.words(f"level.{level}")
        order = PostingOrder(name, PostingTarget(levels=frozenset({(level, "")})))
        yield from ((level, order), (name, order))
    for agency in edition.catalogue.agencies.values():
        order = PostingOrder(agency.name, office_target(agency, edition), agency.id)
        yield from ((agency.name, order), (agency.id, order))


def _find_place(name: str, typed: str, edition: Edition) -> PostingOrder | None:
    """The set of a province or a commune: of its level, of the country or its own province.

    Raises AmbiguousPlaceError, with the name as it was `typed`, when several places have it.
    """
    places = edition.catalogue.places
    found = {key: at for key in _keys_of(name, edition) if (at := unit_at(places, key))}
    if len(found) > 1:
        near = (f"{key} ({place_name(*at, edition)})" for key, at in found.items())
        raise AmbiguousPlaceError(typed, tuple(near))
    if not found:
        return None
    ((key, (province, commune)),) = found.items()
    if counter := _counter_at(key, edition):
        return PostingOrder(counter.name, office_target(counter, edition), counter.id)
    level = "commune" if commune else "province"
    target = PostingTarget(levels=frozenset({(level, province.code)}))
    return PostingOrder(place_name(province, commune, edition), target, place=key)


def _counter_at(place: str, edition: Edition) -> Agency | None:
    """The only counter of a place, where the records have one."""
    agencies = edition.catalogue.agencies.values()
    found = [one for one in agencies if is_counter(one) and place_of_agency(one, edition) == place]
    return found[0] if len(found) == 1 else None


def _keys_of(name: str, edition: Edition) -> list[str]:
    """The keys of the places that a name may mean: "commune", or "commune, province"."""
    if unit_at(edition.catalogue.places, name):
        return [name]
    own, _, province = (part.strip() for part in name.partition(","))
    keys = list(_places_named(fold_text(own), edition))
    if not province:
        return keys
    within = set(_places_named(fold_text(province), edition))
    return [key for key in keys if key.partition("/")[0] in within and "/" in key]


def _places_named(folded: str, edition: Edition) -> Iterator[str]:
    """The places with a folded name, with or without the word for their kind."""
    words = edition.words
    for key, province in edition.catalogue.places.items():
        if folded in (fold_text(province.name), fold_text(unit_name(province, words))):
            yield key
        for commune in province.communes:
            if folded in (fold_text(commune.name), fold_text(unit_name(commune, words))):
                yield f"{key}/{commune.code}"


def place_name(province: ProvinceUnit, commune: CommuneUnit | None, edition: Edition) -> str:
    """The name of a province, or of a commune and its province."""
    units = (commune, province) if commune else (province,)
    return ", ".join(unit_name(unit, edition.words) for unit in units)
