"""The JSON Schemas (2020-12) of `schema/`: validating a record, naming its keys."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.findings.problem import Pointer, Problem, Wording
from generator.records.schema_errors import may_be_deleted, problems_of, shown

COMMON = "common.schema.json"
KINDS = (
    "catalogue",
    "fields",
    "life-events",
    "journeys",
    "citizen-words",
    "exceptions",
    "families",
    "absent",
    "federation",
    "calendar",
    "place",
    "posting",
    "agency",
    "legal-document",
    "decision",
    "procedure",
    "version",
)
"""The kinds of record; each has a file `schema/<kind>.schema.json`."""
_NAMES = 1 << 12
"""How many names of places are cached: most findings are about the same few keys."""

if TYPE_CHECKING:
    import jsonschema_rs
    from jsonschema import Draft202012Validator, ValidationError
    from referencing import Registry

Schema = Mapping[str, Any]


def schema_folder() -> Path:
    """The folder of the schemas: next to the package in a checkout, inside it when installed."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "schema"
    return inside if inside.is_dir() else package.parent / "schema"


@cache
def load_schema(kind: str) -> Schema:
    """The parsed schema of a kind of record; raises FileNotFoundError for an unknown kind."""
    text = (schema_folder() / f"{kind}.schema.json").read_text(encoding="utf8")
    parsed: Schema = json.loads(text)
    return parsed


@cache
def _registry() -> "Registry[Any]":
    from referencing import Registry, Resource

    common: Resource[Any] = Resource.from_contents(dict(load_schema("common")))
    registry: Registry[Any] = Registry()
    with_common: Registry[Any] = registry.with_resource(COMMON, common)
    return with_common


@cache
def _validator(kind: str) -> "Draft202012Validator":
    """Loaded when the first file is validated: most checks find every file read before."""
    from jsonschema import Draft202012Validator, FormatChecker, validators

    formats = FormatChecker(formats=["date"])
    extend: Any = validators.extend  # its signature lacks types
    exact: type[Draft202012Validator] = extend(Draft202012Validator, {"pattern": _check_pattern})
    return exact(dict(load_schema(kind)), registry=_registry(), format_checker=formats)


def _check_pattern(
    _validator: object, pattern: str, instance: object, _schema: Schema
) -> Iterator["ValidationError"]:
    """An error for a text that a pattern does not fit, where `$` is its very end as in ECMA 262.

    Python's `$` fits before a line break at the end as well.
    """
    from jsonschema import ValidationError

    if isinstance(instance, str) and not re.search(pattern.replace("$", r"\Z"), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


@cache
def _quick_validator(kind: str) -> "jsonschema_rs.Draft202012Validator":
    import jsonschema_rs

    common = jsonschema_rs.Registry([(COMMON, dict(load_schema("common")))])
    return jsonschema_rs.Draft202012Validator(
        dict(load_schema(kind)), registry=common, validate_formats=True
    )


def surely_valid(kind: str, data: object) -> bool:
    """Whether a quick look finds a record of `kind` without fault; False says nothing yet.

    Hundreds of times as quick as `jsonschema`, which alone explains what is wrong with the others.
    """
    try:
        return _quick_validator(kind).is_valid(data)
    except ValueError:
        return False


def validate(kind: str, data: object, path: str) -> Iterator[Problem]:
    """The structural problems (`CT2xx`) of one record of `kind`, read from the file `path`."""
    if surely_valid(kind, data):
        return
    found = False
    for error in _validator(kind).iter_errors(data):
        for problem in problems_of(error, path):
            found = True
            yield _with_meaning(problem, kind)
    if not found:  # what the quick look refuses is never let through
        yield Problem(path, "CT299", values={"found": shown(data)})


def _with_meaning(problem: Problem, kind: str) -> Problem:
    """The problem of a value that lacks or does not fit, with all that is said of its place."""
    place = problem.pointer
    if problem.code == "CT203":
        drop = may_be_deleted(problem.values["mend"]) and not is_required(kind, place)
        named = {"name": str(place[-1]) if place else ""}
        otherwise = Wording(("hint.or_delete",), values=named) if drop else Wording()
        return replace(problem, values={**problem.values, "otherwise": otherwise})
    if problem.code == "CT201" and not problem.values["wanted"]:
        place = (
            *(place[:-1] if problem.values.get("beside") else place),
            str(problem.values["key"]),
        )
    elif problem.code != "CT205":
        return problem
    wanted = " ".join(_descriptions(kind, place)) or problem.values["wanted"]
    return replace(problem, values={**problem.values, "wanted": wanted})


def is_required(kind: str, pointer: Pointer) -> bool:
    """Whether a key must be there, under whatever condition: its line is not to be deleted."""
    schema: Schema = load_schema(kind)
    for step in pointer[:-1]:
        schema = child_of(schema, step)
    layers = [one for layer in layers_of(schema) for one in (layer, *_conditional(layer))]
    return any(pointer[-1] in layer.get("required", ()) for layer in layers)


def _conditional(layer: Schema) -> Iterator[Schema]:
    """What a layer of a schema demands under a condition."""
    for one in layer.get("allOf", ()):
        yield from (one[branch] for branch in ("then", "else") if branch in one)


def _descriptions(kind: str, pointer: Pointer) -> Iterator[str]:
    """What the schema says of a place, from the particular to the general."""
    schema: Schema = load_schema(kind)
    for step in pointer:
        schema = child_of(schema, step)
    yield from dict.fromkeys(
        str(layer["description"]) for layer in layers_of(schema) if "description" in layer
    )


@lru_cache(_NAMES)
def title_of(kind: str, pointer: Pointer) -> str:
    """The Vietnamese name of a place in a record: titles from the top down, list items numbered.

    What people count (`x-counted` in the schema: steps, papers, fees, rows) has the name of one
    such thing, and stands before what it belongs to.

    >>> title_of("version", ("dossier", "groups", "items", 1, "name"))
    'Nhóm giấy tờ 2 › Trường hợp'
    >>> title_of("version", ("dossier", "groups", "items", 0, "items", 1, "originals"))
    'Giấy tờ 2, nhóm giấy tờ 1 › Bản chính'
    """
    schema: Schema = load_schema(kind)
    names: list[str] = [] if pointer else [str(schema["title"])]
    counted = ""
    for step in pointer:
        schema = child_of(schema, step)
        if isinstance(step, int) and schema.get("x-counted"):
            around = f", {counted[0].lower()}{counted[1:]}" if counted else ""
            counted, names = f"{schema['title']} {step + 1}{around}", []
        elif isinstance(step, int):
            names[-1:] = [f"{name} {step + 1}" for name in names[-1:]]
        elif step != "items":
            names.append(str(schema.get("title", step)))
    return " › ".join([counted, *names] if counted else names)


def child_of(schema: Schema, step: str | int) -> Schema:
    """The schema of a key, or of an item of a list; empty when the schema does not say."""
    for layer in layers_of(schema):
        found = layer.get("items") if isinstance(step, int) else properties_of(layer).get(step)
        if isinstance(found, Mapping) and found:
            return found
    return {}


def schema_at(kind: str, *pointer: str | int) -> Schema:
    """The schema of what a pointer leads to in a kind of record; empty when it leads nowhere."""
    schema: Schema = load_schema(kind)
    for step in pointer:
        schema = child_of(schema, step)
    return schema


def keys_of(schema: Schema) -> Iterator[str]:
    """The keys a mapping may have, in the order the schema declares them."""
    for layer in layers_of(schema):
        yield from properties_of(layer)


def properties_of(layer: Schema) -> Mapping[str, Any]:
    """The schemas of the keys that one layer of a schema names."""
    found: Mapping[str, Any] = layer.get("properties", {})
    return found


def layers_of(schema: Schema) -> Iterator[Schema]:
    """A schema, what it refers to, and the branches of its choices."""
    yield schema
    reference = schema.get("$ref")
    if reference:
        name = str(reference).rpartition("/")[2]
        yield from layers_of(load_schema("common")["$defs"][name])
    for branch in schema.get("anyOf", ()):
        yield from layers_of(branch)
