"""Every word on screen, in one folder for each language; code asks for words by key."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
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
