"""What `jsonschema` says, said once more as problems a lawyer can mend.

Each keyword of JSON Schema that our schemas use has one small translator; a choice (`anyOf`,
`oneOf`) is named by the `$comment` of its schema, so that its branches never reach the reader.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from jsonschema.exceptions import ValidationError

from generator.records.problems import Pointer, Problem, Wording

_Values = Mapping[str, object]
_Found = tuple[str, Pointer, _Values, bool]
"""Code, extra steps of the pointer, values for the sentence, whether the key itself is meant."""

_CHOICES = {
    "stated": "CT209",
    "date-or-null": "CT206",
    "level-or-null": "CT204",
    "file-or-null": "CT203",
    "code-or-null": "CT205",
    "agency-or-text": "CT210",
    "step-name-or-text": "CT211",
    "fee-elsewhere": "CT212",
}
_MAX_SHOWN = 80


def problems_of(error: ValidationError, path: str) -> Iterator[Problem]:
    """Translate one error of `jsonschema` into problems of the file `path`."""
    translate = _TRANSLATORS.get(str(error.validator), _other)
    base = tuple(error.absolute_path)
    for code, steps, values, on_key in translate(error):
        yield Problem(path, code, base + steps, values, on_key=on_key)


def shown(value: object) -> str:
    """A value as a sentence can quote it: one line, at most 80 characters."""
    text = "null" if value is None else str(value)
    text = re.sub(r"\s+", " ", text)
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"


def _required(error: ValidationError) -> Iterator[_Found]:
    missing = [key for key in error.validator_value if key not in error.instance]
    message_key = error.message.split("'")[1]
    if message_key in missing:
        yield "CT201", (), {"key": message_key}, True


def _unknown_keys(error: ValidationError) -> Iterator[_Found]:
    known = sorted(error.schema.get("properties", {}))
    for key in error.instance:
        if key not in known:
            nearest = next(iter(get_close_matches(key, known, 1)), "–")
            values = {"key": shown(key), "nearest": nearest, "known": ", ".join(known)}
            yield "CT202", (key,), values, True


def _forbidden(error: ValidationError) -> Iterator[_Found]:
    """`false` as a schema: this key has no place beside its neighbours."""
    yield "CT213", (), {"key": str(error.absolute_path[-1])}, True


def _type(error: ValidationError) -> Iterator[_Found]:
    wanted = error.validator_value
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    number = isinstance(error.instance, int | float) and not isinstance(error.instance, bool)
    if number and "string" in names:
        yield "YM103", (), {}, False
    else:
        wanted = Wording(tuple(f"types.{name}" for name in names))
        yield "CT203", (), {"wanted": wanted, "found": shown(error.instance)}, False


def _allowed(error: ValidationError) -> Iterator[_Found]:
    allowed = ", ".join(map(str, error.validator_value))
    yield "CT204", (), {"found": shown(error.instance), "allowed": allowed}, False


def _constant(error: ValidationError) -> Iterator[_Found]:
    values = {"found": shown(error.instance), "allowed": str(error.validator_value).lower()}
    yield "CT204", (), values, False


def _pattern(error: ValidationError) -> Iterator[_Found]:
    values = {"found": shown(error.instance), "wanted": error.schema.get("description", "")}
    yield ("CT206" if error.schema.get("format") == "date" else "CT205"), (), values, False


def _date(error: ValidationError) -> Iterator[_Found]:
    if re.fullmatch(error.schema.get("pattern", ""), str(error.instance)):
        yield "CT206", (), {"found": shown(error.instance)}, False


def _size(error: ValidationError) -> Iterator[_Found]:
    yield "CT207", (), {"found": shown(error.instance) or "∅"}, False


def _range(error: ValidationError) -> Iterator[_Found]:
    values = {"found": shown(error.instance), "limit": error.validator_value}
    yield "CT214", (), values, False


def _repeated(error: ValidationError) -> Iterator[_Found]:
    seen: list[object] = []
    for position, value in enumerate(error.instance):
        if value in seen:
            yield "CT208", (position,), {"found": shown(value)}, False
        seen.append(value)


def _choice(error: ValidationError) -> Iterator[_Found]:
    comment = error.schema.get("$comment", "")
    if isinstance(error.instance, int | float) and comment in ("date-or-null", "code-or-null"):
        yield "YM103", (), {}, False
        return
    allowed = next((", ".join(b["enum"]) for b in _branches(error) if "enum" in b), "")
    values = {"found": shown(error.instance), "allowed": allowed, "wanted": _descriptions(error)}
    yield _CHOICES.get(comment, "CT299"), (), values, False


def _branches(error: ValidationError) -> Iterator[Mapping[str, Any]]:
    for inner in error.context or ():
        if isinstance(inner.schema, Mapping):
            yield inner.schema


def _descriptions(error: ValidationError) -> str:
    return str(error.schema.get("description", ""))


def _other(error: ValidationError) -> Iterator[_Found]:
    if error.validator is None:
        yield from _forbidden(error)
    else:
        yield "CT299", (), {"found": shown(error.instance)}, False


_TRANSLATORS: dict[str, Callable[[ValidationError], Iterator[_Found]]] = {
    "required": _required,
    "additionalProperties": _unknown_keys,
    "type": _type,
    "enum": _allowed,
    "const": _constant,
    "pattern": _pattern,
    "format": _date,
    "minLength": _size,
    "maxLength": _size,
    "minItems": _size,
    "minimum": _range,
    "maximum": _range,
    "uniqueItems": _repeated,
    "anyOf": _choice,
    "oneOf": _choice,
}
