"""Agencies of one kind in one province: named together, each of them in a part that unfolds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.model.edition import Edition
from generator.model.territories import unit_name
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import Html, element, escape_line, folded_block, join_html
from generator.readings.lowered import lowered
from generator.records.stated import AgencyPart

T = TypeVar("T")
FoldKey = tuple[str, str]
"""A province, and what names of one kind begin with; empty for other kinds."""
FEW = 5
"""So many agencies of one kind in a province are still named one by one."""
_KINDS = (
    "chi nhánh",
    "chi cục",
    "công an",
    "hạt",
    "phòng",
    "sở",
    "trạm",
    "trung tâm",
    "ủy ban nhân dân",
)
"""The words that names of agencies of one kind begin with."""


@dataclass(frozen=True, slots=True)
class AgencyFold:
    """Agencies of one kind in a province: "24 chi nhánh ở tỉnh Gia Lai", its code, and them."""

    name: str
    province: str
    parts: tuple[AgencyPart, ...]


def fold_key(name: str, place: str | None) -> FoldKey | None:
    """The province and the kind by which an agency is folded; None for one without a province."""
    if not place:
        return None
    opening = lowered(name)
    kind = next((kind for kind in _KINDS if opening.startswith(f"{kind} ")), "")
    return place.partition("/")[0], kind


def fold_group(key: FoldKey, edition: Edition) -> str:
    """What stands for the agencies of a key: "chi nhánh ở tỉnh Gia Lai"."""
    province, kind = key
    place = unit_name(edition.catalogue.places[province], edition.words)
    named = kind or edition.words("agency.any")
    around = place[:1].lower() + place[1:]
    return edition.words("agency.folded", kind=named, place=around)


def large_groups(
    keyed: Iterable[tuple[T, FoldKey | None]], edition: Edition
) -> Mapping[FoldKey, list[T]]:
    """The things of each key that has more than a few, in provinces of the catalogue."""
    groups: dict[FoldKey, list[T]] = defaultdict(list)
    for thing, key in keyed:
        if key and key[0] in edition.catalogue.places:
            groups[key].append(thing)
    return {key: found for key, found in groups.items() if len(found) > FEW}


def fold_agencies(
    parts: Iterable[AgencyPart], edition: Edition
) -> tuple[list[AgencyPart], list[AgencyFold]]:
    """The agencies that are named one by one, and those that fold."""
    every = list(parts)
    groups = large_groups(((part, _key(part, edition)) for part in every), edition)
    folded = {part for found in groups.values() for part in found}
    places = edition.catalogue.places
    folds = [
        AgencyFold(
            edition.words("list.folded", count=len(found), group=fold_group(key, edition)),
            places[key[0]].code,
            tuple(found),
        )
        for key, found in groups.items()
    ]
    return [part for part in every if part not in folded], folds


def _key(part: AgencyPart, edition: Edition) -> FoldKey | None:
    agency = edition.agency(part.agency) if part.agency else None
    return fold_key(agency.name, agency.place) if agency else None


def folded_parts(roles: Mapping[AgencyFold, list[str]], listed: Mapping[AgencyPart, Html]) -> Block:
    """Each fold once with its roles; the chosen place's comes first, by script."""
    folds = (
        element(
            "div",
            folded_block(
                escape_line(f"{', '.join(names)}: {fold.name}"),
                element("ul", *(element("li", listed[part]) for part in fold.parts)),
            ),
            data_province=fold.province,
        )
        for fold, names in roles.items()
    )
    content = join_html(folds)
    return html_block(element("div", content, class_="by-place") if content else content)
