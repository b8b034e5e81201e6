"""Every word on screen, in one folder for each language; code asks for words by key.

A language also says how days and numbers are written: no other module formats them for a reader.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import yaml

LANGUAGES = tuple(
    sorted(
        (folder.name for folder in resources.files(__name__).iterdir() if len(folder.name) == 2),
        key=lambda name: (name != "vi", name),
    )
)
"""The languages that have a folder here, Vietnamese first."""
_DAYS = 1 << 12
"""Written days that are cached: pages name the same ones again and again."""
_FIRST_SEPARATED = 1000
"""Whole numbers below it have no separator in any language."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: `words("part.steps")`, with values for its placeholders."""

    language: str
    entries: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The words for `key`; raises KeyError for a key that the language lacks."""
        return self.entries[key].format_map(values) if values else self.entries[key]

    def has(self, key: str) -> bool:
        """Whether there are words for `key`."""
        return key in self.entries

    def day(self, value: date) -> str:
        """A date as the language writes it."""
        return _written(value, self.entries["format.day"])

    def month(self, value: date) -> str:
        """The month and year of a date."""
        return _written(value, self.entries["format.month"])

    def number(self, value: float) -> str:
        """A number with the separators of the language; at most three decimals."""
        if value.__class__ is int and 0 <= value < _FIRST_SEPARATED:
            return str(value)
        text = f"{value:,.3f}".rstrip("0").rstrip(".")
        entries = self.entries
        return text.translate(_separators(entries["format.thousands"], entries["format.decimal"]))

    def percent(self, value: float) -> str:
        """A share of a hundred with its sign."""
        return self("format.percent", value=self.number(value))


@lru_cache
def _separators(thousands: str, decimal: str) -> dict[int, str]:
    """What takes the place of the separators that Python writes."""
    return str.maketrans({",": thousands, ".": decimal})


@lru_cache(_DAYS)
def _written(day: date, pattern: str) -> str:
    return day.strftime(pattern)


@cache
def words_of(language: str) -> Words:
    """The words of `language`, one of `LANGUAGES`."""
    tree = _read_tree(language, "words.yml") | {"findings": _read_tree(language, "findings.yml")}
    return Words(language, dict(_flat(tree, "")))


def _read_tree(language: str, name: str) -> dict[str, Any]:
    text = resources.files(__name__).joinpath(language, name).read_text(encoding="utf8")
    tree: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return tree


def _flat(tree: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
