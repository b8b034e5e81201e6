"""The schemas as the desk shows them: values have names, and no key of a record is shown.

A schema says what its values mean in its description (`direct: trực tiếp; …`) or leaves it to the
words. Both end as `x-labels`, a name for each value of `enum`; what a description says to those who
write YAML by themselves, such as a key or the name of a file, is left out.
"""

import re
from collections.abc import Mapping
from typing import Any

from generator.locale import Words
from generator.records.schema import Schema, load_schema

_MEANING = re.compile(r"(?:^|(?<=[;.:] ))([a-z_0-9]+): ([^;.(]+(?:\([^)]*\))?)")
_FOR_WRITERS = re.compile(
    r"`|\b[a-z_]+\.yml|<[^<>]+>|/\w+/|(?:^|[;.:] )[a-z_0-9]+: |[Kk]hóa|nháy kép|phân cách nghìn"
    r"|[Tt]rùng (?:với )?(?:tên|đường dẫn) tệp|[Tt]ên tệp và dòng|\bv\d{3}"
)
_CLAUSE = re.compile(r"(?<=[;.]) +")
_GROUPS = (
    "document_type",
    "document_status",
    "decision_kind",
    "legal_part",
    "applicant",
    "online",
    "submission",
    "returned",
    "unit",
    "fee_kind",
    "procedure_kind",
    "language_name",
)
"""The groups of words that name values which descriptions leave without a name."""
_NOT_STATED = "not_stated"
DESK_KINDS = (
    "agency",
    "calendar",
    "catalogue",
    "citizen-words",
    "decision",
    "fields",
    "journeys",
    "legal-document",
    "life-events",
    "place",
    "procedure",
    "version",
)
"""The kinds of record that the desk publishes and edits."""
_UNPUBLISHED = ("exceptions",)
"""What is edited from the copy that a person opens: its reasons are for editors alone."""


def desk_schemas(words: Words) -> dict[str, Any]:
    """The schema of each kind, and the shared one, as the forms are made of them."""
    kinds = (*DESK_KINDS, *_UNPUBLISHED, "common")
    return {kind: _for_readers(load_schema(kind), words) for kind in kinds}


def _for_readers(node: Any, words: Words) -> Any:
    if isinstance(node, list):
        return [_for_readers(one, words) for one in node]
    if not isinstance(node, Mapping):
        return node
    found = {key: _for_readers(one, words) for key, one in node.items() if key != "description"}
    if isinstance(node.get("enum"), list) and node.get("type") == "string":
        found["x-labels"] = labels_of(node, words)
    said = node.get("description")
    if isinstance(said, str) and (kept := _clauses_for_readers(said)):
        found["description"] = kept
    elif isinstance(said, Mapping):
        found["description"] = _for_readers(said, words)
    return found


def _clauses_for_readers(said: str) -> str:
    """A description without the clauses for those who write YAML; "" when it begins with one."""
    clauses = _CLAUSE.split(said)
    first = next((at for at, one in enumerate(clauses) if _FOR_WRITERS.search(one)), len(clauses))
    kept = " ".join(clauses[:first]).rstrip("; ")
    return kept if not kept or kept.endswith((".", "?", ")")) else f"{kept}."


def labels_of(schema: Schema, words: Words) -> list[str]:
    """The name of each value of an enumeration; raises KeyError for a value without one."""
    described = dict(_MEANING.findall(str(schema.get("description", ""))))
    values = [str(value) for value in schema["enum"]]
    unnamed = {value for value in values if value not in described}
    group = _group_naming(unnamed - {_NOT_STATED}, words)
    return [_label(value, described, group, words) for value in values]


def _group_naming(values: set[str], words: Words) -> str:
    every = (group for group in _GROUPS if all(words.has(f"{group}.{one}") for one in values))
    return next(every, "")


def _label(value: str, described: Mapping[str, str], group: str, words: Words) -> str:
    if value in described:
        text = described[value].strip()
    elif value == _NOT_STATED and not words.has(f"{group}.{value}"):
        text = words("desk.not_stated")
    else:
        text = words(f"{group}.{value}")
    if "{" in text:
        text = words("desk.other_value")
    return text[:1].upper() + text[1:]
