"""Administrative units: the provinces and communes of today, and what they were merged from.

Since 1 July 2025 there are two tiers, province and commune (Luật Tổ chức chính quyền địa phương
2025, article 1); districts ended on that day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.records.stated import Identifier, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerUnit:
    """A unit that ended: its printed name, and the district and province in which it lay.

    One that went into several communes stands in each of them.
    """

    name: str
    district: str | None = None
    province: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CommuneUnit:
    """A commune, ward or special zone, and the units of which it was made."""

    code: str
    name: str
    kind: str
    valid_from: date | None = None
    valid_to: date | None = None
    act: str | None = None
    merged_from: tuple[FormerUnit, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, weakref_slot=True)
class ProvinceUnit:
    """A province or a city under the central government, with its communes: places/<id>.yml.

    `act` names the legal document that made it what it is. `valid_from` also holds for the
    communes that have no day of their own.
    """

    id: str
    code: str
    name: str
    kind: str
    communes: tuple[CommuneUnit, ...]
    valid_from: date | None = None
    valid_to: date | None = None
    act: str | None = None
    merged_from: tuple[FormerUnit, ...] = ()
    spellings: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    note: str | None = None
    source: Source | None = None


def unit_at(
    places: Mapping[str, ProvinceUnit], place: str
) -> tuple[ProvinceUnit, CommuneUnit | None] | None:
    """The province of a place (`<province>` or `<province>/<commune code>`) and its commune.

    None when there is no such unit.
    """
    key, _, code = place.partition("/")
    province = places.get(key)
    if province is None or not code:
        return (province, None) if province else None
    found = next((one for one in province.communes if one.code == code), None)
    return (province, found) if found else None
