"""The names by which people know where they live, those of ended units too, and where each leads.

Every name keeps what tells it from others of the same name: its kind, its district, its province.
Nothing is guessed: a name of several units is listed once for each of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec
import yaml

from generator.model.units import former_districts, successors_of
from generator.records.units import CommuneUnit, ProvinceUnit
from generator.search.analyser import syllables


@dataclass(frozen=True, slots=True)
class PlaceKind:
    """A kind of unit: how it is printed before a name, how it is typed, its records of today.

    `tier` is empty where units of the kind are, or were, of several tiers.
    """

    name: str
    typed: tuple[str, ...]
    unit: str | None = None
    tier: str = ""


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The table `place-kinds.yml`: kinds, shortened names, words such as "cũ", "ở" and "từ".

    `ordinary` are names that are words of a matter too.
    """

    kinds: tuple[PlaceKind, ...]
    short: dict[str, str]
    before: tuple[str, ...]
    at: tuple[str, ...]
    origin: tuple[str, ...]
    ordinary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceTarget:
    """A unit of today that can be chosen; `province` is empty for a province itself."""

    code: str
    kind: int
    name: str
    province: str = ""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """One name: its kind (a number in the table, -1 for none), what it lay in, where it leads."""

    name: str
    kind: int
    around: str
    targets: tuple[PlaceTarget, ...]
    former: bool

    @property
    def key(self) -> str:
        """The letters of the name without marks and spaces, by which names are filed."""
        return name_key(self.name)


@cache
def read_place_words() -> PlaceWords:
    """The table of the words around names of places."""
    text = (resources.files(__package__) / "tables" / "place-kinds.yml").read_text(encoding="utf8")
    return msgspec.convert(yaml.load(text, Loader=yaml.CSafeLoader), PlaceWords)


def name_key(name: str) -> str:
    """The letters of a name, folded and joined.

    >>> name_key("Ea H'leo")
    'eahleo'
    """
    return "".join(syllables(name))


def split_kind(printed: str) -> tuple[int, str]:
    """The kind and the bare name of a printed name; -1 and the whole where it states no kind.

    >>> split_kind("Thị Trấn Nhà Bè")
    (0, 'Nhà Bè')
    """
    lowered = printed.lower()
    for number, kind in enumerate(read_place_words().kinds):
        bare = printed[len(kind.name) :].strip()
        if bare and lowered.startswith(f"{kind.name.lower()} "):
            return number, bare
    return -1, printed


def print_kind(name: str) -> str:
    """A name with its kind in the letters in which kinds are printed.

    >>> print_kind("Thị Xã Suối Mơ")
    'Thị xã Suối Mơ'
    """
    kind, bare = split_kind(name)
    return f"{read_place_words().kinds[kind].name} {bare}" if kind >= 0 else name


def place_names(places: Mapping[str, ProvinceUnit]) -> Iterator[PlaceName]:
    """All names of a catalogue: units of today, then ended ones."""
    targets = {
        commune.code: _commune_target(commune, place)
        for place in places.values()
        for commune in place.communes
    }
    for place in places.values():
        yield _today(_province_target(place), "")
        for commune in place.communes:
            yield _today(targets[commune.code], printed_province(place))
    yield from _former_communes(places, targets)
    yield from _former_districts(places, targets)
    yield from _former_provinces(places)


def _former_communes(
    places: Mapping[str, ProvinceUnit], targets: Mapping[str, PlaceTarget]
) -> Iterator[PlaceName]:
    for key, communes in successors_of(places).items():
        province = (
            printed_province(places[key.province]) if key.province in places else key.province
        )
        around = ", ".join(filter(None, (print_kind(key.district), province)))
        yield _former(key.name, around, tuple(targets[one.code] for one in communes))


def _former_districts(
    places: Mapping[str, ProvinceUnit], targets: Mapping[str, PlaceTarget]
) -> Iterator[PlaceName]:
    found: dict[tuple[str, str], dict[str, PlaceTarget]] = defaultdict(dict)
    for place in places.values():
        for district, province, communes in former_districts(place):
            around = found[district, province or printed_province(place)]
            around.update((one.code, targets[one.code]) for one in communes)
    for (district, province), leads in found.items():
        yield _former(district, province, tuple(leads.values()))


def _former_provinces(places: Mapping[str, ProvinceUnit]) -> Iterator[PlaceName]:
    """Provinces that lost their name; of one that kept it, today's is enough."""
    found: dict[str, dict[str, PlaceTarget]] = defaultdict(dict)
    for place in places.values():
        for former in place.merged_from:
            if name_key(former.name) != name_key(printed_province(place)):
                found[former.name][place.code] = _province_target(place)
    for name, leads in found.items():
        yield _former(name, "", tuple(leads.values()))


def _today(target: PlaceTarget, around: str) -> PlaceName:
    return PlaceName(target.name, target.kind, around, (target,), former=False)


def _former(printed: str, around: str, targets: tuple[PlaceTarget, ...]) -> PlaceName:
    """An ended unit; of the units that it went into, that of the same name first."""
    kind, name = split_kind(printed)
    ordered = sorted(targets, key=lambda one: name_key(one.name) != name_key(name))
    return PlaceName(name, kind, around, tuple(ordered), former=True)


def _province_target(place: ProvinceUnit) -> PlaceTarget:
    return PlaceTarget(place.code, _kind_of(place.kind), place.name)


def _commune_target(commune: CommuneUnit, place: ProvinceUnit) -> PlaceTarget:
    return PlaceTarget(commune.code, _kind_of(commune.kind), commune.name, place.code)


def printed_province(place: ProvinceUnit) -> str:
    """The full name of a province, its kind before its name: "Tỉnh Gia Lai"."""
    kind = _kind_of(place.kind)
    return f"{read_place_words().kinds[kind].name} {place.name}" if kind >= 0 else place.name


def _kind_of(unit: str) -> int:
    kinds = read_place_words().kinds
    return next((number for number, kind in enumerate(kinds) if kind.unit == unit), -1)
