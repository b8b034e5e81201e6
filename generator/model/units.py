"""What became of administrative units: the communes that each former unit went into."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.records.memoize import memoize_by_key
from generator.records.units import CommuneUnit, FormerUnit, ProvinceUnit


@dataclass(frozen=True, slots=True)
class FormerKey:
    """What tells former units apart: many communes of the country share a name."""

    name: str
    district: str
    province: str


Successors = Mapping[FormerKey, tuple[CommuneUnit, ...]]
"""The communes of today by the former units that went into them, whole or in part."""


def former_key(former: FormerUnit, province: ProvinceUnit) -> FormerKey:
    """The key of a former unit that stands in the file of `province`."""
    return FormerKey(former.name, former.district or "", former.province or province.id)


def successors_of(places: Mapping[str, ProvinceUnit]) -> Successors:
    """Where every former unit went, in the order of provinces and communes."""
    return _successors_of("successors", tuple(places.values()))


@memoize_by_key
def _successors_of(_name: str, places: tuple[ProvinceUnit, ...]) -> Successors:
    found: dict[FormerKey, list[CommuneUnit]] = defaultdict(list)
    for place in places:
        for commune in place.communes:
            for former in commune.merged_from:
                found[former_key(former, place)].append(commune)
    return {key: tuple(communes) for key, communes in found.items()}


def former_districts(place: ProvinceUnit) -> Iterator[tuple[str, str, tuple[CommuneUnit, ...]]]:
    """The former districts of a province: name, former province, communes made of their units."""
    found: dict[tuple[str, str], dict[str, CommuneUnit]] = defaultdict(dict)
    for commune in place.communes:
        for former in commune.merged_from:
            if former.district:
                found[former.province or "", former.district][commune.code] = commune
    for (province, district), communes in sorted(found.items()):
        yield district, province, tuple(communes.values())
