"""Values as people first write them, and as the schema wants them: only `niemyet fmt` rewrites.

A day as 05/02/2026, a choice in Vietnamese, an agency, a field or a law by its printed name or
number. Whatever may mean two things is not understood.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from generator.findings.problem import Problem
from generator.locale import Words, words_of
from generator.records.schema import Schema, child_of, layers_of, load_schema, properties_of
from generator.records.schema_errors import shown

_DAY = re.compile(
    r"(?:ngày\s+)?(?P<day>[0-3]?[0-9])(?:\s*[/.-]\s*|\s+tháng\s+)"
    r"(?P<month>[01]?[0-9])(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>[12][0-9]{3})\Z",
    re.IGNORECASE,
)
_MOMENT = re.compile(
    r"(?P<day>[12][0-9]{3}(?P<sign>[-/])[0-9]{1,2}(?P=sign)[0-9]{1,2})"
    r"(?:[T ][0-9:.]*(?:Z|[+-][0-9:]+)?)?\Z"
)
_FIGURES = re.compile(r"[0-9]{1,4}/[0-9]{1,2}/[0-9]{1,4}")
"""A day in an order or with a year that nobody can be sure of."""
_HOUR = re.compile(
    r"(?P<hour>[0-2]?[0-9])\s*+(?:giờ|h|:)\s*+(?P<minute>[0-5][0-9])?(?::00)?\s*+(?:phút)?\Z"
)
_MEANING = re.compile(r"(?<![a-z_0-9])(?P<key>[a-z_0-9]+): (?P<name>[^;]+?)(?=;|\.(?:\s|\Z)|\Z)")
_LOOSE = ("CT204", "CT205", "CT206")
"""The codes of values for which there may be a proper form."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_KIND = re.compile(r"(?<![^0-9])[^0-9]*?(?:số\s*+:?\s*+)?(?=[0-9]{1,12}/)", re.IGNORECASE)
_UNSAID = ("not_stated",)
_CURLY_QUOTES = " “”„‟‘’\"'"

Names = Mapping[str, Mapping[str, str]]
"""For `agency`, `field` and `document`: the id by the folded name."""


def proper_value(schema: Schema, typed: str, names: Names) -> str | None:
    """The value that the schema of a place wants instead of what was typed; None if unclear.

    What is right as it stands is returned as it is.
    """
    text = " ".join(typed.strip(_CURLY_QUOTES).split())
    for layer in layers_of(schema):
        if "enum" in layer or "const" in layer:
            return proper_choice(layer, text)
        if layer.get("pattern") == "^[A-Z]{3}$":
            return _CURRENCIES.get(text.casefold())
        reference = str(layer.get("$ref", "")).rpartition("/")[2]
        if reference == "date":
            return proper_day(text)
        if layer.get("pattern") == "^([01][0-9]|2[0-3]):[0-5][0-9]$":
            return proper_hour(text)
        if reference in _REGISTERS:
            if _SLUG.match(text):
                return text
            known = names.get(_REGISTERS[reference], {})
            return known.get(fold_name(text)) or known.get(fold_name(_without_kind(text)))
    return None


_CURRENCIES = {
    **dict.fromkeys(("vnd", "vnđ", "đ", "đồng", "dong", "đồng việt nam"), "VND"),
    **dict.fromkeys(("usd", "$", "đô la", "đô-la", "đô la mỹ"), "USD"),
}
"""The code of a currency by what people call it."""
_REGISTERS = {"agency_id": "agency", "field_id": "field", "document_id": "document"}
"""The register that holds what an id of a kind names."""


def name_proper_value(problem: Problem, kind: str, data: Any) -> Problem:
    """The problem; of a loose day, hour or choice, with the value that is meant."""
    if problem.code not in _LOOSE:
        return problem
    schema: Schema = load_schema(kind)
    for step in problem.pointer:
        schema, data = child_of(schema, step), data[step]
    proper = proper_value(schema, data, {}) if isinstance(data, str) else None
    if proper is None or proper == data:
        return problem
    return replace(problem, code="CT220", values={"found": shown(data), "proper": proper})


def proper_day(text: str) -> str | None:
    """A day in ISO 8601 from how it is printed; None when there is no such day.

    >>> proper_day("05/02/2026"), proper_day("ngày 5 tháng 2 năm 2026"), proper_day("31/02/2026")
    ('2026-02-05', '2026-02-05', None)
    >>> proper_day("2026/06/28"), proper_day("2026-6-28T00:00:00Z")
    ('2026-06-28', '2026-06-28')
    """
    printed, moment = _DAY.match(text), _MOMENT.match(text)
    try:
        if printed:
            parts = (int(printed[key]) for key in ("year", "month", "day"))
            return date(*parts).isoformat()
        if moment:
            return date(*map(int, moment["day"].split(moment["sign"]))).isoformat()
    except ValueError:
        return None
    return None


def is_written_as_day(text: str) -> bool:
    """Whether words are written as a day, whether or not the calendar has it.

    >>> is_written_as_day("31/02/2026"), is_written_as_day("2026/06/28"), is_written_as_day("12/QĐ")
    (True, True, False)
    """
    return bool(_DAY.match(text) or _MOMENT.match(text) or _FIGURES.fullmatch(text))


def proper_hour(text: str) -> str | None:
    """An hour as 15:00 from how it is printed.

    >>> proper_hour("15h"), proper_hour("9 giờ 30 phút"), proper_hour("25:00")
    ('15:00', '09:30', None)
    """
    found = _HOUR.match(text)
    if found is None or int(found["hour"]) > 23:
        return None
    return f"{int(found['hour']):02}:{found['minute'] or '00'}"


def proper_choice(layer: Mapping[str, Any], text: str) -> str | None:
    """The value of a list of allowed ones that words mean: its name, or a part of only one name.

    >>> proper_choice({"enum": ["central", "province", "commune"]}, "Cấp tỉnh")
    'province'
    """
    allowed = tuple(value for value in layer.get("enum", ()) if isinstance(value, str))
    if text in allowed:
        return text
    wanted = fold_name(text)
    if not wanted or not allowed:
        return None
    names = choice_names(allowed, str(layer.get("description", "")))
    same = {key for key, name in names if name == wanted}
    within = {key for key, name in names if f" {wanted} " in f" {name} "}
    found = same or within
    return next(iter(found)) if len(found) == 1 else None


def choice_label(layer: Mapping[str, Any], value: str, words: Words) -> str:
    """What an allowed value is called: in the schema, else on pages; the value when it has no name.

    >>> choice_label({"enum": ["direct", "online"]}, "online", words_of("vi"))
    'Nộp trực tuyến'
    """
    allowed = tuple(one for one in layer.get("enum", ()) if isinstance(one, str))
    meanings = _MEANING.finditer(str(layer.get("description", "")))
    named = [
        *((key, name) for key, name in _titles_of_parts(allowed)),
        *((match["key"], match["name"]) for match in meanings if words.language == "vi"),
        *_names_on_pages(allowed, words),
    ]
    if value in _UNSAID:
        return words("choice.not_stated")
    return next((name for key, name in named if key == value), value.replace("_", " "))


@cache
def choice_names(allowed: tuple[str, ...], description: str) -> tuple[tuple[str, str], ...]:
    """Each allowed value with each folded name that it has in the schema and on pages."""
    found = [(value, fold_name(value)) for value in allowed]
    found += [(m["key"], fold_name(m["name"])) for m in _MEANING.finditer(description)]
    found += [(key, fold_name(name)) for key, name in _names_on_pages(allowed, words_of("vi"))]
    found += [(key, fold_name(name)) for key, name in _titles_of_parts(allowed)]
    return tuple(dict.fromkeys((key, name) for key, name in found if key in allowed))


def _names_on_pages(allowed: Iterable[str], words: Words) -> Iterator[tuple[str, str]]:
    """The words of each group of the locale in which all that is allowed has words."""
    wanted = set(allowed).difference(_UNSAID)
    entries = words.entries
    groups: dict[str, dict[str, str]] = {}
    for name, said in entries.items():
        group, dot, key = name.rpartition(".")
        if dot and "." not in group:
            groups.setdefault(group, {})[key] = said
    for said_of in groups.values():
        if wanted and wanted <= said_of.keys():
            yield from ((key, said_of[key]) for key in wanted)


def _titles_of_parts(allowed: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The titles of the keys of a version, where all that is allowed is one or a part of it."""
    if "legal_basis" in allowed:
        for key, schema in properties_of(load_schema("version")).items():
            yield key, str(schema.get("title", ""))


def _without_kind(text: str) -> str:
    """`Nghị định số 63/2010/NĐ-CP` without the words before the number."""
    return _KIND.sub("", text, count=1)


@cache
def fold_name(text: str) -> str:
    """Lower case without marks and signs: `Mức 1 (cũ)` and `muc-1-cu` are one name."""
    marks = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in marks if not unicodedata.combining(letter))
    return " ".join(re.sub(r"[^a-z0-9]+", " ", bare).split())
