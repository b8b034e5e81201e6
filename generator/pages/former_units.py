"""The former units that a commune was made of, each with the district that it lay in."""

from collections import defaultdict

from generator.model.edition import Edition
from generator.model.territories import unit_name
from generator.model.units import Successors, former_key
from generator.pages.nodes.html import Html, escape_html, escape_line, join_html
from generator.records.units import CommuneUnit, FormerUnit, ProvinceUnit

_COMMA, _SEMICOLON = escape_html(", "), escape_html("; ")


def former_units(
    commune: CommuneUnit, place: ProvinceUnit, successors: Successors, edition: Edition
) -> Html:
    """The former units of a commune; empty for one that is as it was."""
    groups: dict[str, list[Html]] = defaultdict(list)
    for former in commune.merged_from:
        others = [one for one in successors[former_key(former, place)] if one is not commune]
        groups[_around(former)].append(_former(former, others, edition))
    return join_html((_in_district(*group) for group in groups.items()), _SEMICOLON)


def _around(former: FormerUnit) -> str:
    """The district and the province in which a former unit lay."""
    return ", ".join(filter(None, (former.district, former.province)))


def _in_district(around: str, names: list[Html]) -> Html:
    """Former units, with the name of the district that they share after them."""
    district = escape_html(f" ({around})" if around else "")
    return join_html([join_html(names, _COMMA), district])


def _former(former: FormerUnit, others: list[CommuneUnit], edition: Edition) -> Html:
    """The name of a former unit; of one that was divided, where the other parts went."""
    if not others:
        return escape_line(former.name)
    names = ", ".join(unit_name(one, edition.words) for one in others)
    return escape_line(edition.words("place.part", name=former.name, others=names))
