"""Whose set of sheets is meant: the offices, the levels and the classes that it answers for.

A counter of one commune or province posts what its level has, what names it, and what names its
class ("Trung tâm Phục vụ hành chính công cấp xã"): whatever a class receives, each of its members
receives, where the procedure holds in the member's province. So does a department of a province:
procedures of the whole country name it by the name that all provinces' departments share.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.model.groups import group_pairs
from generator.readings.bodies import read_cell
from generator.readings.body import BodyKind, Level
from generator.readings.evidence import Certainty
from generator.readings.lowered import lowered
from generator.records.memoize import memoize_last
from generator.records.registers import Agency
from generator.records.units import ProvinceUnit, unit_at

if TYPE_CHECKING:
    from generator.model.edition import Edition

_COUNTER, _CENTRAL = "counter", "central"
_COMMUNE_WORDS = {"ward": "phường", "commune": "xã", "special_zone": "đặc khu"}
"""The word for each kind of commune, as it stands before its name."""
_CLASS_WORDS = {Level.PROVINCE: "cấp tỉnh", Level.COMMUNE: "cấp xã"}
"""The levels that have a counter of their own, and how the name of a class of counters says so."""
_DEPARTMENT = "(sở .+) (?:tỉnh|thành phố) {province}"
"""The name of the department of one province, lowered: first what all such departments share."""


@dataclass(frozen=True, slots=True)
class PostingTarget:
    """Whose set: offices by id, levels in a province (its code; "" for any); only some fields.

    Without offices, levels and shared names it is the set of the fields.
    """

    offices: frozenset[str] = frozenset()
    levels: frozenset[tuple[str, str]] = frozenset()
    fields: frozenset[str] = frozenset()
    shared: frozenset[tuple[str, str]] = frozenset()
    """Agencies by id whose names the offices share, each with the province it is held to."""

    @property
    def is_of_fields(self) -> bool:
        """Whether it is the set of some fields, whoever answers for them."""
        return not (self.offices or self.levels or self.shared)


def office_target(agency: Agency, edition: "Edition") -> PostingTarget:
    """What an office answers for: its own part in procedures, and the level whose counter it has.

    A counter stands for the agency that it belongs to, and that agency for its counter.
    """
    counters = _counters(edition.catalogue.agencies).get(agency.id, ())
    served = [agency] if is_counter(agency) else [one for one in counters if _stands(one, edition)]
    own = {agency.id, *(one.id for one in served)}
    if is_counter(agency) and agency.parent:
        own.add(agency.parent)
    levels = {level for one in served if (level := _counter_level(one)) and level != _CENTRAL}
    province = _province(agency, edition)
    return PostingTarget(
        frozenset(own),
        frozenset((level, province) for level in levels),
        shared=frozenset(_shared_names(agency, edition)),
    )


def _shared_names(agency: Agency, edition: "Edition") -> Iterator[tuple[str, str]]:
    """The agency that stands for the department of every province, and the one that is meant."""
    found = unit_at(edition.catalogue.places, agency.place or "")
    if found is None:
        return
    province = found[0]
    named = _DEPARTMENT.format(province=re.escape(lowered(province.name)))
    match = re.fullmatch(named, lowered(agency.name))
    for one in _by_name(edition.catalogue.agencies).get(match[1], ()) if match else ():
        if one.id != agency.id and _province(one, edition) in ("", province.code):
            yield one.id, province.code


def department_of(agency: Agency, province: str) -> PostingTarget | None:
    """The set of the department of a province (its code) that has no record of its own.

    `agency` stands for the department of every province; None where it stands for no such thing.
    """
    if agency.place or not lowered(agency.name).startswith("sở "):
        return None
    return PostingTarget(shared=frozenset({(agency.id, province)}))


@memoize_last
def _by_name(agencies: Mapping[str, Agency]) -> Mapping[str, tuple[Agency, ...]]:
    return group_pairs(((lowered(one.name),), one) for one in agencies.values())


def home_province(target: PostingTarget, edition: "Edition") -> str:
    """The code of the one province that a target is in; "" where none or several are known."""
    agencies = edition.catalogue.agencies
    placed = {_province(agencies[key], edition) for key in target.offices if key in agencies}
    held = {province for _, province in (*target.levels, *target.shared)}
    found = held or placed
    return next(iter(found)) if len(found) == 1 else ""


def is_counter(agency: Agency) -> bool:
    """Whether an agency takes in the procedures of a level: by its record, or by its name."""
    return agency.kind == _COUNTER or bool(_level_in_name(agency.name))


def _counter_level(agency: Agency) -> str:
    recorded = agency.level or "" if agency.kind == _COUNTER else ""
    return recorded or _level_in_name(agency.name)


def _level_in_name(name: str) -> str:
    """The one level that a name surely gives a one-stop unit which belongs to no other body.

    Imported records seldom say that the centre of a province is its counter
    (Decree 118/2025/NĐ-CP); its name does.
    """
    levels = _one_stop_levels(name)
    return levels[0] if len(levels) == 1 and levels[0] in _CLASS_WORDS else ""


@lru_cache(maxsize=4096)
def _one_stop_levels(name: str) -> tuple[Level, ...]:
    """The levels that a name surely gives a one-stop unit which belongs to no other body."""
    read = read_cell(name)
    if len(read) != 1 or read[0].certainty is not Certainty.SURE:
        return ()
    body = read[0].value
    return body.levels if body.kind is BodyKind.ONE_STOP and not body.parent else ()


def class_offices(target: PostingTarget, edition: "Edition") -> frozenset[tuple[str, str]]:
    """The classes to which a target's offices and the counters of its levels belong, by id.

    Each with the province in which a procedure must hold that names the class; "" is any.
    """
    classes = _classes(edition.catalogue.agencies)
    return target.shared | frozenset(
        (one.id, province)
        for level, province in target.levels
        for one in classes.get(level, ())
        if not province or _province(one, edition) in ("", province)
    )


@memoize_last
def _classes(agencies: Mapping[str, Agency]) -> Mapping[str, tuple[Agency, ...]]:
    """The agencies that stand for every counter of a level, by that level: their names say it."""
    return group_pairs((_levels_of_class(one.name), one) for one in agencies.values())


def _levels_of_class(name: str) -> Iterator[str]:
    named = lowered(name)
    return (level for level in _one_stop_levels(name) if _CLASS_WORDS.get(level, "\n") in named)


@memoize_last
def _counters(agencies: Mapping[str, Agency]) -> Mapping[str, tuple[Agency, ...]]:
    """The counters of every agency that has any."""
    counters = (one for one in agencies.values() if one.parent and is_counter(one))
    return group_pairs(((one.parent or "",), one) for one in counters)


def _stands(agency: Agency, edition: "Edition") -> bool:
    return agency.valid_to is None or edition.day <= agency.valid_to


def _province(agency: Agency, edition: "Edition") -> str:
    """The code of the province in which an agency is; "" when that is not known."""
    found = unit_at(edition.catalogue.places, place_of_agency(agency, edition))
    return found[0].code if found else ""


def place_of_agency(agency: Agency, edition: "Edition") -> str:
    """The key of the place of an agency, "" for none: as recorded, else as its name says it.

    Of a counter whose name ends with that of a commune there is no doubt where only one commune in
    the country has that name with its kind: else one counter had two sets.
    """
    if agency.place or not is_counter(agency):
        return agency.place or ""
    named = _communes_by_name(edition.catalogue.places)
    words = lowered(agency.name).split()
    ends = (" ".join(words[at:]) for at in range(1, len(words)))
    found = next((named[end] for end in ends if end in named), ())
    return found[0] if len(found) == 1 else ""


@memoize_last
def _communes_by_name(places: Mapping[str, ProvinceUnit]) -> Mapping[str, tuple[str, ...]]:
    """The keys of the communes of a name with the word for its kind, lowered."""
    return group_pairs(
        ((lowered(f"{_COMMUNE_WORDS[unit.kind]} {unit.name}"),), f"{key}/{unit.code}")
        for key, province in places.items()
        for unit in province.communes
        if unit.kind in _COMMUNE_WORDS
    )
