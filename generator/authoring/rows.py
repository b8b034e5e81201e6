"""Rows of decisions to add: one for each thing that a decision does to a procedure."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.authoring.scaffold import CannotDraftError, Draft, find_last_version, insert_row
from generator.law.printed_names import printed_names
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row, RowReference, Target
from generator.records.loose_values import proper_value
from generator.records.schema import schema_at


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedRow:
    """What a new row is to do.

    `by` names the versions that replace, as `code/vNNN`; `annuls` the row that is taken back, as
    `agency/year/number/row`. Without a version, the last one of the procedure is meant.
    """

    action: str
    codes: tuple[str, ...] = ()
    version: str | None = None
    parts: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    annuls: str | None = None


def draft_row(catalogue: Catalogue, key: str, wanted: WantedRow, text: str) -> Draft:
    """A decision with one more row; `text` is its file. Raises CannotDraftError."""
    decision = find_decision(catalogue, key)
    row = _build_row(catalogue, next_row_id(decision), wanted)
    return Draft(catalogue.path("decision", decision.id), insert_row(text, row), replaces=True)


def find_decision(catalogue: Catalogue, key: str) -> Decision:
    """The decision with an id, or with a printed number that only one has. Raises."""
    found = catalogue.decisions.get(key)
    same = [one for one in catalogue.decisions.values() if one.number == key]
    if found is None and len(same) != 1:
        raise CannotDraftError("new.no_decision", found=key)
    return found or same[0]


def next_row_id(decision: Decision) -> str:
    """An id that no row of a decision has."""
    taken = {row.id for row in decision.rows}
    return next(f"d{n}" for n in range(1, len(taken) + 2) if f"d{n}" not in taken)


def _build_row(catalogue: Catalogue, key: str, wanted: WantedRow) -> Row:
    action = wanted.action
    if action == "annul":
        return Row(id=key, action=action, annuls=_find_row(catalogue, wanted.annuls or ""))
    for code in wanted.codes:
        _require_procedure(catalogue, code)
    if not wanted.codes:
        raise CannotDraftError("new.no_code", action=action)
    if action == "replace":
        if not wanted.by:
            raise CannotDraftError("new.no_successor")
        targets = tuple(_target(catalogue, one) for one in wanted.by)
        return Row(id=key, action=action, replaces=wanted.codes, by=targets)
    code = wanted.codes[0]
    if action == "abolish":
        return Row(id=key, action=action, procedure=code)
    version = wanted.version or find_last_version(catalogue, code).version
    return Row(id=key, action=action, procedure=code, version=version, amended_parts=wanted.parts)


def _require_procedure(catalogue: Catalogue, code: str) -> None:
    if not catalogue.has("procedure", code):
        raise CannotDraftError("new.no_procedure", found=code)


def _target(catalogue: Catalogue, text: str) -> Target:
    code, _, version = text.partition("/")
    _require_procedure(catalogue, code)
    return Target(procedure=code, version=version or find_last_version(catalogue, code).version)


def _find_row(catalogue: Catalogue, text: str) -> RowReference:
    key, _, row = text.rpartition("/")
    decision = catalogue.decisions.get(key)
    if decision is None or row not in {one.id for one in decision.rows}:
        raise CannotDraftError("new.no_row", found=text or "–")
    return RowReference(decision=key, row=row)


def find_parts(texts: Iterable[str], parts: tuple[str, ...]) -> tuple[str, ...]:
    """The names of parts that keys or Vietnamese words mean. Raises CannotDraftError."""
    schema = schema_at("decision", "rows", 0, "amended_parts", 0)
    typed = [text.strip() for text in texts if text.strip()]
    found = [(text, proper_value(schema, text, {})) for text in typed]
    unknown = [text for text, part in found if part is None]
    if unknown:
        raise CannotDraftError("new.no_part", found=", ".join(unknown), known=", ".join(parts))
    return tuple(part for _, part in found if part)


def proper_id(catalogue: Catalogue, register: str, typed: str) -> str:
    """The id of an agency or a field that is told by its printed name; else what was typed."""
    schema = schema_at("procedure", register)
    return proper_value(schema, typed, printed_names(catalogue)) or typed
