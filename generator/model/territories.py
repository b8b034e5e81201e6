"""The province of a procedure, as a record of places: by evidence, never guessed."""

from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from generator.law.text import slug
from generator.locale import Words
from generator.readings.bodies import read_cell
from generator.readings.territory import Territory, territory_of
from generator.records.catalogue import Catalogue
from generator.records.registers import Procedure
from generator.records.units import CommuneUnit, ProvinceUnit

_LONGEST = 500
"""Letters of the name of a publisher."""


@dataclass(frozen=True, slots=True)
class ProcedurePlace:
    """Where a procedure holds: the code of a province, or "" for the whole country."""

    province: str
    name: str


def procedure_place(
    procedure: Procedure, catalogue: Catalogue, words: Words
) -> ProcedurePlace | None:
    """The place of a procedure; None where its publisher and code do not tell, or without places.

    A province comes from the publisher's place or name or the suffix of the code
    (`territory_of`), or from a publisher whose name ends with that of a province of the catalogue.
    """
    if not catalogue.places:
        return None
    territory = territory_of(procedure, catalogue.agencies)
    if _is_country(territory):
        return ProcedurePlace("", intern(words("place.national")))
    named = territory.province or _publisher_name(procedure, catalogue)
    found = _recorded(procedure, catalogue) or next(
        (one for one in catalogue.places.values() if _is_named(one, named, words)), None
    )
    return ProcedurePlace(found.code, intern(unit_name(found, words))) if found else None


def province_of(procedure: Procedure, catalogue: Catalogue, words: Words) -> str:
    """The code of the province that a procedure holds in; "" for the country or not known."""
    found = procedure_place(procedure, catalogue, words)
    return found.province if found else ""


def is_national(procedure: Procedure, catalogue: Catalogue) -> bool:
    """Whether it is known that a procedure holds in the whole country."""
    return _is_country(territory_of(procedure, catalogue.agencies))


def _is_country(territory: Territory) -> bool:
    return territory.known and territory.province is None


@lru_cache(1 << 12)
def is_local_name(agency: str) -> bool:
    """Whether a name is that of a local body of one province: "Sở Xây dựng thành phố Huế"."""
    country = Territory(province=None, known=True)
    return any(country.foreign(one.value) for one in read_cell(agency))


def province_name(code: str, catalogue: Catalogue, words: Words) -> str:
    """The full name of the province that has a code; empty for none."""
    named = (unit_name(one, words) for one in catalogue.places.values() if one.code == code)
    return next(named, "") if code else ""


def province_in_sentence(code: str, catalogue: Catalogue, words: Words) -> str:
    """The province that has a code, inside a sentence: "tỉnh Gia Lai"; empty for none."""
    found = (one for one in catalogue.places.values() if one.code == code)
    named = (words(f"place.label.{one.kind}", name=one.name) for one in found)
    return next(named, "") if code else ""


def unit_name(unit: ProvinceUnit | CommuneUnit, words: Words) -> str:
    """The full name of a unit, its kind before its name: "Phường Quy Nhơn"."""
    return words(f"place.kind.{unit.kind}", name=unit.name)


def _recorded(procedure: Procedure, catalogue: Catalogue) -> ProvinceUnit | None:
    """The province that the record of the publisher names."""
    agency = catalogue.agencies.get(procedure.agency)
    place = agency.place if agency else None
    return catalogue.places.get(place.partition("/")[0]) if place else None


def _publisher_name(procedure: Procedure, catalogue: Catalogue) -> str:
    agency = catalogue.agencies.get(procedure.agency)
    return agency.name if agency else ""


def _is_named(place: ProvinceUnit, named: str, words: Words) -> bool:
    """Whether a name is that of a province, or ends with its full name, however marks stand."""
    full, said = _key(unit_name(place, words)), _key(named)
    return said == _key(place.name) or said.endswith(f"-{full}")


@lru_cache(1 << 10)
def _key(name: str) -> str:
    return slug(name, _LONGEST)
