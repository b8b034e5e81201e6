"""Automatic numbers of Word, as Word prints them (ISO/IEC 29500-1, 17.9).

Paragraphs do not hold their numbers: they name a list and a level, and the list says how its
levels count. Lists with the same definition go on counting, unless one of them starts anew.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.imports.word.xml import attribute, children, first, is_on

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_PLACEHOLDER = re.compile(r"%([1-9])")
_BULLET = "-"
_MOST = 1 << 20
"""Numbers beyond this are no numbers that Word prints."""


@dataclass(frozen=True, slots=True)
class NumberLevel:
    """How one level of a list counts: its kind of number, its text (`(%1)`), where it begins.

    `legal` where it prints the numbers of all levels as digits.
    """

    format: str
    text: str
    start: int = 1
    legal: bool = False


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list of a document: the definition it counts with, its levels, where it starts anew."""

    definition: str
    levels: dict[int, NumberLevel]
    restarts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numbers of a document, given out in the order of its paragraphs."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        """Take the roots of `numbering.xml` and `styles.xml`; either may be None."""
        self._lists = _lists(numbering) if numbering is not None else {}
        self._styles = _numbered_styles(styles) if styles is not None else {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._restarted: set[tuple[str, int]] = set()

    def next_label(self, properties: Any) -> str:
        """The number in front of a paragraph with these properties; "" for none."""
        found = self._list_of(properties)
        if found is None:
            return ""
        key, level = found
        numbered = self._lists.get(key)
        if numbered is None or level not in numbered.levels:
            return ""
        self._count(key, numbered, level)
        return self._print(numbered, level)

    def _list_of(self, properties: Any) -> tuple[str, int] | None:
        """The list and the level of a paragraph: its own, else those of its style."""
        given = _list_and_level(first(properties, "numPr")) if properties is not None else None
        style = attribute(first(properties, "pStyle")) if properties is not None else ""
        inherited = self._styles.get(style)
        if given is None:
            return inherited
        key, level = given
        return (key, level) if key else (inherited[0], level) if inherited else None

    def _count(self, key: str, numbered: NumberedList, level: int) -> None:
        """Count one more at a level, from where the list starts anew; deeper levels begin again."""
        counts = self._counts[numbered.definition]
        restart = numbered.restarts.get(level)
        if restart is not None and (key, level) not in self._restarted:
            self._restarted.add((key, level))
            counts[level] = restart
        else:
            counts[level] = counts.get(level, numbered.levels[level].start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]

    def _print(self, numbered: NumberedList, level: int) -> str:
        shown = numbered.levels[level]
        if shown.format == "bullet":
            return _BULLET
        counts = self._counts[numbered.definition]
        label = shown.text
        for digit in dict.fromkeys(_PLACEHOLDER.findall(label)):
            place = int(digit) - 1
            counted = numbered.levels.get(place, shown)
            kind = "decimal" if shown.legal else counted.format
            number = print_number(counts.get(place, counted.start), kind)
            label = label.replace(f"%{digit}", number)
        return label.strip()


def print_number(number: int, kind: str) -> str:
    """A number in a format of Word; those that no Vietnamese text uses are printed as digits.

    >>> print_number(4, "lowerRoman"), print_number(28, "lowerLetter"), print_number(7, "none")
    ('iv', 'bb', '')
    """
    if kind == "none" or not 0 <= number < _MOST:
        return ""
    if kind in ("lowerLetter", "upperLetter") and number:
        letter = _LETTERS[(number - 1) % 26] * ((number - 1) // 26 % 9 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and number < 4000:
        roman = _roman(number)
        return roman if kind == "lowerRoman" else roman.upper()
    return f"{number:02}" if kind == "decimalZero" else str(number)


def _roman(number: int) -> str:
    letters = ""
    for value, sign in _ROMAN:
        letters += sign * (number // value)
        number %= value
    return letters


def _lists(root: Any) -> dict[str, NumberedList]:
    """The lists of a document by their ids, each with what it changes in its definition."""
    definitions = {
        attribute(one, "abstractNumId"): _levels(one) for one in children(root, "abstractNum")
    }
    found = {}
    for one in children(root, "num"):
        definition = attribute(first(one, "abstractNumId"))
        levels = dict(definitions.get(definition, {}))
        restarts = {}
        for override in children(one, "lvlOverride"):
            place = _whole(attribute(override, "ilvl"), 0)
            levels.update(_levels(override))
            start = first(override, "startOverride")
            if start is not None:
                restarts[place] = _whole(attribute(start), 1)
        found[attribute(one, "numId")] = NumberedList(definition, levels, restarts)
    return found


def _levels(parent: Any) -> dict[int, NumberLevel]:
    """The levels that a definition or an override describes, from 0."""
    return {
        _whole(attribute(one, "ilvl"), 0): NumberLevel(
            attribute(first(one, "numFmt")) or "decimal",
            attribute(first(one, "lvlText")),
            _whole(attribute(first(one, "start")), 1),
            is_on(one, "isLgl"),
        )
        for one in children(parent, "lvl")
    }


def _numbered_styles(root: Any) -> dict[str, tuple[str, int]]:
    """The list and the level of each style; one without has those of the style it is based on."""
    own, bases = {}, {}
    for style in children(root, "style"):
        key = attribute(style, "styleId")
        bases[key] = attribute(first(style, "basedOn"))
        given = _list_and_level(first(first(style, "pPr"), "numPr"))
        if given:
            own[key] = given
    inherited = ((key, _inherited(key, own, bases)) for key in bases)
    return {key: given for key, given in inherited if given}


def _inherited(
    key: str, own: Mapping[str, tuple[str, int]], bases: Mapping[str, str]
) -> tuple[str, int] | None:
    """The nearest list and the nearest level of a style and of those that it is based on."""
    chain: list[str] = []
    while key and key not in chain:
        chain.append(key)
        key = bases.get(key, "")
    given = [own[one] for one in chain if one in own]
    lists = [name for name, _ in given if name]
    return (lists[0], given[0][1]) if lists else None


def _list_and_level(properties: Any) -> tuple[str, int] | None:
    """The list and the level that `numPr` names; None without one. List 0 is no list."""
    if properties is None:
        return None
    level = _whole(attribute(first(properties, "ilvl")), 0)
    return attribute(first(properties, "numId")), level


def _whole(text: str | None, otherwise: int) -> int:
    """The whole number of an attribute; `otherwise` where it is none, or has over six digits."""
    digits = (text or "").strip()
    return int(digits) if digits.isdecimal() and len(digits) < 7 else otherwise
