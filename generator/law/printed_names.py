"""Agencies, fields and laws by their printed names and numbers, for people who write no ids."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.findings.problem import Problem
from generator.law.citations import normalise
from generator.law.near_ids import namer_of_near_ids
from generator.records.catalogue import Catalogue
from generator.records.layout import catalogue_file
from generator.records.loose_values import Names, fold_name, proper_value
from generator.records.schema import Schema, child_of, load_schema

_NAMED = ("CT205", "TC301")
"""The codes of an id that is none, or that nothing has."""


def printed_names(catalogue: Catalogue) -> Names:
    """The id of each agency, field and law by its folded names; a name of two is left out."""
    return {
        "agency": _unique(
            (name, agency.id)
            for agency in catalogue.agencies.values()
            for name in (agency.name, agency.short_name, agency.symbol, agency.id)
        ),
        "field": _unique(
            (name, field.id)
            for field in catalogue.fields.values()
            for name in (field.name, field.id)
        ),
        "document": _unique(
            (name, document.id)
            for document in catalogue.documents.values()
            for name in (document.number, document.title, document.id, normalise(document.number))
        ),
    }


def _unique(pairs: Iterable[tuple[str | None, str]]) -> Mapping[str, str]:
    found: dict[str, set[str]] = {}
    for name, key in pairs:
        if name:
            found.setdefault(fold_name(name), set()).add(key)
    return {name: next(iter(keys)) for name, keys in found.items() if len(keys) == 1}


def name_proper_ids(problems: Iterable[Problem], catalogue: Catalogue) -> Iterator[Problem]:
    """The problems; of a printed name in the place of an id, with the id that it means."""
    names: Names | None = None
    name_near_id = namer_of_near_ids(catalogue)
    for problem in problems:
        kind = catalogue_file(problem.path).kind
        if problem.code not in _NAMED or kind is None:
            yield problem
            continue
        names = names or printed_names(catalogue)
        found = str(problem.values.get("found", ""))
        proper = proper_value(_schema_at(kind, problem), found, names)
        known = proper is not None and proper != found
        values = {"found": found, "proper": proper}
        yield replace(problem, code="CT220", values=values) if known else name_near_id(problem)


def _schema_at(kind: str, problem: Problem) -> Schema:
    schema: Schema = load_schema(kind)
    for step in problem.pointer:
        schema = child_of(schema, step)
    return schema
