"""Which key was meant by one that there is not: by its name, or by its Vietnamese title."""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any


def find_near_key(typed: str, properties: Mapping[str, Any]) -> tuple[str, str] | None:
    """The name and the title of the key that was meant; None when none is near.

    `properties` are those of a JSON Schema: `bản chính` means the key with the title “Bản chính”.
    """
    titles = {name: str(schema.get("title", name)) for name, schema in properties.items()}
    near = get_close_matches(typed, titles, 1) or _by_title(typed, titles)
    return (near[0], titles[near[0]]) if near else None


def _by_title(typed: str, titles: Mapping[str, str]) -> list[str]:
    """The names of the keys whose titles are like what was typed, or have it in them."""
    names = {_fold(title): name for name, title in titles.items()}
    wanted = _fold(typed.replace("_", " ").replace("-", " "))
    near = get_close_matches(wanted, names, 1, 0.75) or _containing(wanted, names)
    return [names[title] for title in near]


def _containing(wanted: str, titles: Iterable[str]) -> list[str]:
    """The titles that have what is wanted as words of their own, the shortest first."""
    return sorted((title for title in titles if f" {wanted} " in f" {title} "), key=len)


def _fold(text: str) -> str:
    """Lower case without marks; `đ` is left, which is the same on both sides."""
    marks = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in marks if not unicodedata.combining(letter))
