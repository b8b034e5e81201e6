"""Values as a file prints them, and back: each codec is a pair of inverse functions."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.exports.word.references import References
from generator.locale import words_of
from generator.records.registers import TODO, is_unwritten
from generator.records.unwritten import NOT_PRINTED, doubted_title, doubted_words

VIETNAMESE = words_of("vi")
"""Exported files are Vietnamese whatever language the command speaks: an import reads them."""


class UnreadableLineError(ValueError):
    """A line is not in the layout of an export."""


@dataclass(frozen=True, slots=True)
class Codec:
    """`show(value, references)` gives the words of a value, `read(words, references)` the value.

    `read` raises UnreadableLineError.
    """

    show: Callable[[Any, References], str]
    read: Callable[[str, References], Any]


def choice(named: Mapping[Any, str]) -> Codec:
    """One of some values, each with its own words."""
    values = {text: value for value, text in named.items()}

    def _read(text: str, _: References) -> Any:
        if text not in values:
            raise UnreadableLineError(text)
        return values[text]

    return Codec(lambda value, _: named[value], _read)


def choices(named: Mapping[Any, str]) -> Codec:
    """Several of some values, in their order."""
    one = choice(named)
    return Codec(
        lambda values, refs: " và ".join(one.show(value, refs) for value in values),
        lambda text, refs: tuple(one.read(part, refs) for part in text.split(" và ")),
    )


def with_default(codec: Codec, words: str) -> Codec:
    """A value that may be None, which has words of its own."""
    return Codec(
        lambda value, refs: words if value is None else codec.show(value, refs),
        lambda text, refs: None if text == words else codec.read(text, refs),
    )


def worded(key: str, values: tuple[str, ...]) -> dict[Any, str]:
    """The words for some values of an enumeration, below `key` of the words."""
    return {value: VIETNAMESE(f"{key}.{value}") for value in values}


def _print_number(value: float, _: References) -> str:
    whole, point, part = f"{value!r}".partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    return grouped + (f",{part}" if point and part != "0" else "")


def _read_number(text: str, _: References) -> float:
    if not re.fullmatch(r"\d{1,3}(?:\.\d{3})*(?:,\d+)?", text):
        raise UnreadableLineError(text)
    value = float(text.replace(".", "").replace(",", "."))
    return int(value) if value.is_integer() else value


def _print_length(length: tuple[float | None, str], refs: References) -> str:
    value, unit = length
    named = _UNITS[unit]
    return f"{_print_number(value, refs)} {named}" if value is not None else _NO_LENGTHS[unit]


def _read_length(text: str, refs: References) -> tuple[float | None, str]:
    value, _, named = text.partition(" ")
    if unit := _UNITS_WITHOUT_LENGTH.get(text):
        return None, unit
    if named not in _UNIT_KEYS:
        raise UnreadableLineError(text)
    return _read_number(value, refs), _UNIT_KEYS[named]


_UNITS = {
    "hour": "giờ làm việc",
    "day": "ngày",
    "working_day": "ngày làm việc",
    "month": "tháng",
    "year": "năm",
    "other": "đơn vị khác",
}
_UNIT_KEYS = {name: key for key, name in _UNITS.items()}
_NO_LENGTHS = {key: f"Không nêu số {name}" for key, name in _UNITS.items()} | {
    "other": "Không nêu số ngày, tháng cụ thể"
}
_UNITS_WITHOUT_LENGTH = {text: key for key, text in _NO_LENGTHS.items()}


@dataclass(frozen=True, slots=True)
class Unregistered:
    """The name of an agency that the register lacks."""

    name: str


def _read_agency(text: str, refs: References) -> str | Unregistered:
    return refs.read_agency(text) or Unregistered(text)


OPEN = "…"
"""What a file prints where a draft is still to be written."""


def is_open(text: str) -> bool:
    """Whether a text only says that there is something still to be written."""
    return is_unwritten(text) or text == NOT_PRINTED


def print_title(title: str) -> str:
    """A title as a paper to sign has it: what is doubted says so, at the doubtful word.

    >>> from generator.records.unwritten import doubt_title
    >>> print_title(doubt_title("Cấp mói giấy phép", "“mói”"))
    'Cấp mói (chưa đối chiếu với bản ký) giấy phép'
    """
    doubted = doubted_title(title)
    if not doubted:
        return OPEN if is_open(title) else title
    known = [word for word in doubted_words(title) if word in doubted]
    for word in known:
        head, found, rest = doubted.partition(word)
        doubted = VIETNAMESE("build.doubted", title=head + found) + rest
    return doubted if known else VIETNAMESE("build.doubted", title=doubted)


def without_doubts(printed: str) -> str:
    """A printed title without what says that it, or a word of it, is doubted.

    >>> without_doubts("Cấp mói (chưa đối chiếu với bản ký) giấy phép")
    'Cấp mói giấy phép'
    """
    return printed.replace(VIETNAMESE("build.doubted", title=""), "")


WORDS = Codec(
    lambda value, refs: OPEN if is_open(value) and not refs.keeps_open else str(value),
    lambda text, _: TODO if text == OPEN else text,
)
NUMBER = Codec(_print_number, _read_number)
LENGTH = Codec(_print_length, _read_length)
YES_NO = choice({True: "có", False: "không"})
AGENCY = Codec(lambda key, refs: refs.print_agency(key), _read_agency)
DOCUMENT = Codec(
    lambda key, refs: refs.print_document(key), lambda text, refs: refs.read_document(text)
)
