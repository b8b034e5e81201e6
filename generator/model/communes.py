"""Communes of which a catalogue knows something: the agencies that serve one, and no other."""

from collections import defaultdict
from collections.abc import Mapping

from generator.records.catalogue import Catalogue
from generator.records.units import unit_at


def known_communes(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """The agencies of each commune that has any, by its place ("<province>/<commune code>")."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, agency in catalogue.agencies.items():
        place = agency.place or ""
        unit = unit_at(catalogue.places, place)
        if unit and unit[1]:
            found[place].append(key)
    return {place: tuple(keys) for place, keys in sorted(found.items())}
