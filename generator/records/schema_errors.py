"""Translate the errors of `jsonschema` into problems that a lawyer can fix.

Each keyword of JSON Schema that our schemas use has one small translator; a choice (`anyOf`,
`oneOf`) is named by the `$comment` of its schema, so that its branches never reach the reader.
"""

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.findings.problem import Pointer, Problem, Value, Wording
from generator.records.near_keys import find_near_key

if TYPE_CHECKING:
    import msgspec
    from jsonschema.exceptions import ValidationError

_Values = Mapping[str, Value]
_Found = tuple[str, Pointer, _Values, bool]
"""Code, extra steps of the pointer, values for the sentence, whether the key itself is meant."""

_STATED = "stated"
_CHOICES = {
    _STATED: "CT209",
    "date-or-null": "CT206",
    "level-or-null": "CT204",
    "file-or-null": "CT203",
    "code-or-null": "CT205",
    "agency-or-text": "CT210",
    "step-name-or-text": "CT211",
    "fee-elsewhere": "CT212",
    "join-or-split": "CT219",
}
_MAX_SHOWN = 80
_NUMERIC = frozenset(("integer", "number"))
_CURLY_QUOTES = "“”„‟‘’"
_QUOTABLE = ("CT204", "CT205", "CT206")
"""The codes of what may be wrong of a value only because of the quotes around it."""


@dataclass(frozen=True, slots=True)
class _Failure:
    """What we need of a ValidationError: the keyword that failed, what it wanted, what it got."""

    keyword: str | None
    wanted: Any
    instance: Any
    schema: Mapping[str, Any]
    pointer: Pointer
    message: str
    inner: tuple[Any, ...]


def problems_of(error: "ValidationError", path: str) -> Iterator[Problem]:
    """Translate one error of `jsonschema` into problems of the file `path`."""
    failure = _Failure(
        keyword=error.validator if isinstance(error.validator, str) else None,
        wanted=error.validator_value,
        instance=error.instance,
        schema=error.schema if isinstance(error.schema, Mapping) else {},
        pointer=tuple(error.absolute_path),
        message=error.message,
        inner=tuple(inner.schema for inner in error.context or ()),
    )
    translate = _TRANSLATORS.get(failure.keyword or "", _other)
    for code, steps, values, on_key in translate(failure):
        if code in _QUOTABLE and _is_in_curly_quotes(failure.instance):
            code, values = "CT217", _without_curly_quotes(failure.instance)
        yield Problem(path, code, failure.pointer + steps, values, on_key=on_key)


def _is_in_curly_quotes(value: object) -> bool:
    return isinstance(value, str) and value != "" and value[0] in _CURLY_QUOTES


def _without_curly_quotes(value: str) -> _Values:
    return {"found": shown(value), "bare": shown(value.strip(_CURLY_QUOTES))}


def shown(value: object) -> str:
    """A value as a sentence can quote it: one line, at most 80 characters."""
    text = (
        "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
    )
    text = re.sub(r"\s+", " ", text)
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"


def _required(failure: _Failure) -> Iterator[_Found]:
    """`jsonschema` reports each missing key on its own, and names it only in the message."""
    key = failure.message.split("'")[1]
    wanted = failure.schema.get("properties", {}).get(key, {})
    answerable = str(wanted.get("$ref", "")).endswith("/stated")
    condition = _condition_of(failure)
    beside = condition or next(iter(failure.instance), "")
    before = _part_before(key, failure) if answerable and not condition else None
    values = {
        "key": key,
        "wanted": wanted.get("description", ""),
        "where": _hint("after_part", before) if before else _hint("in_line", beside),
    }
    if condition:
        values |= {"beside": True, "otherwise": _hint("needed_for", condition)}
        yield "CT201", (condition,), values, False
    else:
        values |= {"otherwise": Wording()}
        yield ("CT216" if answerable else "CT201"), (), values, True


def _part_before(key: str, failure: _Failure) -> str | None:
    """The key behind which a missing part belongs: the last before it that is there."""
    known = list(failure.schema["properties"])
    earlier = reversed(known[: known.index(key)])
    return next((one for one in earlier if one in failure.instance), None)


def _hint(name: str, key: str) -> Wording:
    """Words of a hint about a key; none where there is no key."""
    return Wording((f"hint.{name}",), values={"name": key}) if key else Wording()


def _condition_of(failure: _Failure) -> str | None:
    """The key whose value makes another one necessary: an action, a state, a level."""
    if "properties" in failure.schema:
        return None
    return next((key for key in ("action", "state", "level") if key in failure.instance), None)


def _unknown_keys(failure: _Failure) -> Iterator[_Found]:
    properties = failure.schema.get("properties", {})
    for key in failure.instance:
        if key not in properties:
            mend = _mend_of_unknown(key, properties, failure.instance)
            yield "CT202", (key,), {"key": shown(key), "mend": mend}, True


def _mend_of_unknown(key: str, properties: Mapping[str, Any], given: Container[str]) -> Wording:
    """What to do with an unknown key: delete it where the key that is like it is given as well."""
    near = find_near_key(key, properties)
    if near is None:
        known = ", ".join(_with_title(one, properties[one]) for one in sorted(properties))
        return Wording(("hint.unknown_key",), values={"known": known})
    name = "known_key_given" if near[0] in given else "known_key_meant"
    return Wording((f"hint.{name}",), values={"name": near[0], "title": near[1]})


def _with_title(key: str, schema: Mapping[str, Any]) -> str:
    """A key with its name in the reader's language."""
    title = schema.get("title")
    return f"`{key}` ({title})" if title else f"`{key}`"


def _forbidden(failure: _Failure) -> Iterator[_Found]:
    """`propertyNames` with `not`: the instance is a key that its neighbours exclude."""
    key = str(failure.instance)
    yield "CT213", (key,), {"key": key}, True


def _type(failure: _Failure) -> Iterator[_Found]:
    wanted = failure.wanted
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    number = isinstance(failure.instance, int | float) and not isinstance(failure.instance, bool)
    if number and "string" in names and "enum" not in failure.schema:
        yield "YM103", (), {}, False
    elif isinstance(failure.instance, str) and _NUMERIC.intersection(names):
        yield "CT218", (), {"found": shown(failure.instance)}, False
    else:
        wanted = Wording(tuple(f"types.{name}" for name in names), "joint.or")
        values = {"wanted": wanted, "found": _kind_of(failure.instance), "mend": _retype(failure)}
        yield "CT203", (), values, False


def _retype(failure: _Failure) -> Wording:
    """What to write in the place of a value of a wrong type; of what was left empty, as it is."""
    key = next((step for step in reversed(failure.pointer) if isinstance(step, str)), "")
    if failure.schema.get("$comment") == _STATED:
        return _hint("stated_value", key)
    if failure.instance is not None or not failure.pointer or failure.pointer[-1] != key:
        return _RIGHT_TYPE
    if failure.wanted == "object":
        keys = failure.schema.get("required") or failure.schema.get("properties", ())
        named = ", ".join(f"`{one}:`" for one in keys)
        return Wording(("hint.empty_object",), values={"name": key, "keys": named})
    if failure.wanted == "array":
        return _hint("empty_items" if failure.schema.get("minItems") else "empty_list", key)
    return _hint("empty_value", key)


def may_be_deleted(mend: Value) -> bool:
    """Whether a mend is of what was left empty, so that its line may go where it is not needed."""
    return isinstance(mend, Wording) and mend.keys in _OF_EMPTY


_RIGHT_TYPE = Wording(("hint.right_type",))
_OF_EMPTY = (("hint.empty_object",), ("hint.empty_items",), ("hint.empty_value",))


def _kind_of(value: object) -> Value:
    """A value as a sentence can show it: of a list or a mapping, only that it is one."""
    if isinstance(value, Mapping | list):
        return Wording(("types.array" if isinstance(value, list) else "types.object",))
    return shown(value)


def _allowed(failure: _Failure) -> Iterator[_Found]:
    allowed = ", ".join(map(str, failure.wanted))
    meaning = failure.schema.get("description", "")
    values = {"found": shown(failure.instance), "allowed": allowed, "wanted": meaning}
    yield "CT204", (), values, False


def _constant(failure: _Failure) -> Iterator[_Found]:
    meaning = failure.schema.get("description", "")
    allowed = str(failure.wanted).lower() if failure.wanted is True else str(failure.wanted)
    values = {"found": shown(failure.instance), "allowed": allowed, "wanted": meaning}
    yield "CT204", (), values, False


def _pattern(failure: _Failure) -> Iterator[_Found]:
    values = {"found": shown(failure.instance), "wanted": failure.schema.get("description", "")}
    yield ("CT206" if failure.schema.get("format") == "date" else "CT205"), (), values, False


def _date(failure: _Failure) -> Iterator[_Found]:
    if re.fullmatch(failure.schema.get("pattern", ""), str(failure.instance)):
        yield "CT206", (), {"found": shown(failure.instance)}, False


def _size(failure: _Failure) -> Iterator[_Found]:
    yield "CT207", (), {"found": shown(failure.instance) or Wording(("types.nothing",))}, False


def _range(failure: _Failure) -> Iterator[_Found]:
    bound = Wording((f"bound.{failure.keyword}",))
    key = next((step for step in reversed(failure.pointer) if isinstance(step, str)), "")
    values = {"found": shown(failure.instance), "limit": failure.wanted, "bound": bound}
    yield "CT214", (), values | {"key": key}, False


def _repeated(failure: _Failure) -> Iterator[_Found]:
    seen: set[str] = set()
    for position, value in enumerate(failure.instance):
        key = repr(value)
        if key in seen:
            yield "CT208", (position,), {"found": shown(value)}, False
        seen.add(key)


def _choice(failure: _Failure) -> Iterator[_Found]:
    comment = failure.schema.get("$comment", "")
    if isinstance(failure.instance, int | float) and comment in ("date-or-null", "code-or-null"):
        yield "YM103", (), {}, False
        return
    if comment == "file-or-null" and isinstance(failure.instance, Mapping):
        yield from _wrong_file(failure.instance)
        return
    if comment == _STATED and not isinstance(failure.instance, Mapping):
        return  # said of its type already
    allowed = next((", ".join(b["enum"]) for b in _branches(failure) if "enum" in b), "")
    values = {
        "found": shown(failure.instance),
        "allowed": allowed,
        "wanted": failure.schema.get("description", ""),
        "mend": _keep_one(failure) if comment == _STATED else _RIGHT_TYPE,
    }
    yield _CHOICES.get(comment, "CT299"), (), values, False


def _keep_one(failure: _Failure) -> Wording:
    """What to do where none, or more than one, of the three answers of a part is given."""
    given = [key for key in ("items", "none", "not_stated") if key in failure.instance]
    key = next((step for step in reversed(failure.pointer) if isinstance(step, str)), "")
    named = ", ".join(f"`{one}`" for one in given)
    hint = "stated_twice" if given else "stated_nothing"
    return Wording((f"hint.{hint}",), values={"name": key, "given": named})


def _wrong_file(file: Mapping[str, Any]) -> Iterator[_Found]:
    """What is wrong of a file that is named: its checksum, or that it is not named."""
    if not isinstance(file.get("path"), str):
        yield "CT201", (), {"key": "path", "wanted": "", "where": "", "otherwise": ""}, False
    if not re.fullmatch("[0-9a-f]{64}", str(file.get("sha256", "0" * 64))):
        values = {"found": shown(file["sha256"]), "wanted": ""}
        yield "CT205", ("sha256",), values, False


def _branches(failure: _Failure) -> Iterator[Mapping[str, Any]]:
    """The branches of a choice, references followed."""
    for branch in failure.inner:
        if isinstance(branch, Mapping):
            yield branch


def _other(failure: _Failure) -> Iterator[_Found]:
    yield "CT299", (), {"found": shown(failure.instance)}, False


_TRANSLATORS: dict[str, Callable[[_Failure], Iterator[_Found]]] = {
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
    "not": _forbidden,
}


_STEP = re.compile(r"\.(?P<key>\w+)|\[(?P<place>[0-9]+)\]")


def problem_of_misfit(error: "msgspec.ValidationError", data: Any, path: str) -> Problem:
    """The problem of a value that the schema takes and a record does not: 1.0 copies."""
    steps = _STEP.finditer(str(error).rpartition("`$")[2])
    pointer = tuple(int(step["place"]) if step["place"] else step["key"] for step in steps)
    for step in pointer:
        data = data[step]
    wanted = Wording(("types.integer",), "joint.or")
    values: _Values = {"wanted": wanted, "found": shown(data), "mend": _RIGHT_TYPE, "otherwise": ""}
    return Problem(path, "CT203", pointer, values)
