"""What a scalar without quotes means, and what YAML 1.1 would have guessed instead."""

import re
from collections.abc import Callable
from functools import lru_cache

import yaml

_TAG = "tag:yaml.org,2002:"
_TEXT = f"{_TAG}str"
_GUESSES = yaml.resolver.Resolver.yaml_implicit_resolvers
"""What YAML 1.1 may take a plain scalar for, by its first letter; most begin with another one."""
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})\Z")
"""Whole numbers of up to 18 digits: more do not fit into 64 bits, and are no amount of anything."""
_DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_HOUR = re.compile(r"[0-9]{1,2}:[0-5][0-9]\Z")
"""Days and hours are texts here, with quotes or without: other tools write them without."""
_NOTHING = ("", "~", "null", "Null", "NULL")
_CACHED = 4_096
"""How many plain scalars have their meaning cached: many stand again and again."""


def surely_text(plain: str) -> bool:
    """Whether a plain scalar is the text that it looks like: nobody guesses at its first letter."""
    return plain[:1] not in _GUESSES


def is_guessed(plain: str) -> bool:
    """Whether YAML 1.1 takes a scalar without quotes for something else than text.

    >>> is_guessed("2026-02-05"), is_guessed("1.001190"), is_guessed("60/2014/QH13")
    (True, True, False)
    """
    return not surely_text(plain) and _guess(plain) != _TEXT


def _as_text(text: str) -> tuple[object, str]:
    return text, ""


def _as_integer(text: str) -> tuple[object, str]:
    return (int(text), "") if _INTEGER.match(text) else (text, "YM110")


def _as_whole(text: str) -> tuple[object, str]:
    """A whole number; an hour such as 15:00 is a text, not a number of base 60."""
    return (text, "") if _HOUR.match(text) else _as_integer(text)


def _as_day(text: str) -> tuple[object, str]:
    return text, "" if _DAY.match(text) else "YM104"


def _as_number(text: str) -> tuple[object, str]:
    return (float(text), "") if _DECIMAL.match(text) else (text, "YM110")


def _as_boolean(text: str) -> tuple[object, str]:
    return (text == "true", "") if text in ("true", "false") else (text, "YM105")


_CONVERTERS: dict[str, Callable[[str], tuple[object, str] | None]] = {
    _TEXT: _as_text,
    _TAG + "null": lambda text: (None, "") if text in _NOTHING else None,
    _TAG + "bool": _as_boolean,
    _TAG + "int": _as_whole,
    _TAG + "float": _as_number,
    _TAG + "timestamp": _as_day,
    _TAG + "merge": lambda text: (text, "YM110"),
    _TAG + "value": lambda text: (text, "YM110"),
}


@lru_cache(_CACHED)
def meaning_of(text: str, tag: str = "") -> tuple[object, str] | None:
    """The value of a plain scalar and the code of what is wrong with it; None for other tags."""
    convert = _CONVERTERS.get(tag or _guess(text))
    return convert(text) if convert else None


def _guess(text: str) -> str:
    """The tag that YAML 1.1 gives a plain scalar."""
    return next((tag for tag, pattern in _GUESSES.get(text[:1], ()) if pattern.match(text)), _TEXT)
