"""Names that a typed one may be meant for: those of the province that it ends with come first."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches

from generator.law.text import fold_text
from generator.locale import Words
from generator.model.territories import unit_name
from generator.records.units import ProvinceUnit

NEAR = 3
"""Names that are offered for one that nobody has."""
_NAME_ALIKE = 0.75
"""How alike a name is: below, names share little but the kind of body."""


def split_province(typed: str, places: Mapping[str, ProvinceUnit], words: Words) -> tuple[str, str]:
    """A folded name without the province that it ends with, and the full name of that, folded.

    The province may stand without the word for its kind. "" for none.
    """
    for province in places.values():
        bare, full = fold_text(province.name), fold_text(unit_name(province, words))
        for ending in (full, bare):
            if typed.endswith(f" {ending}"):
                return typed.removesuffix(ending).rstrip(" ,"), full
    return typed, ""


def near_names(typed: str, known: Collection[str], head: str, province: str) -> list[str]:
    """The known names that look like one, all folded; of a `province` only those of that one.

    `head` is the name without its province.
    """
    if province:
        ending = f" {province}"
        there = {one.removesuffix(ending): one for one in known if one.endswith(ending)}
        return [there[one] for one in get_close_matches(head, there, NEAR, _NAME_ALIKE)]
    wanted = set(typed.split())
    with_all = [one for one in known if len(wanted) > 1 and wanted <= set(one.split())]
    alike = get_close_matches(typed, known, NEAR, _NAME_ALIKE)
    return [*sorted(with_all, key=len), *alike][:NEAR]
