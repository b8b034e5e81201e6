"""Explain problems: where each is to be found, in what words, and how to fix it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.findings.finding import Finding
from generator.findings.problem import TRACEBACK, Pointer, Problem, Wording
from generator.locale import Words
from generator.records.layout import catalogue_file
from generator.records.loose_values import choice_label
from generator.records.position_index import PositionIndex
from generator.records.positions import method_pointer
from generator.records.reading_cache import ReadingCache
from generator.records.schema import Schema, child_of, layers_of, load_schema, title_of
from generator.records.schema_errors import shown

_READING = "YM"
_STRUCTURE = "CT"
READING_CODES = (_READING, _STRUCTURE)
"""What the codes begin with of findings in a file that could not be read, or not in full."""


def explain(
    problems: Iterable[Problem], root: Path, words: Words, cache: ReadingCache | None = None
) -> list[Finding]:
    """Give problems their place and words; sorted by path, line, column and code.

    What could not be read as it was meant is not also reported as breaking the schema. Positions
    that `cache` knows are not looked up again.
    """
    return [finding for finding, _ in explain_with_pointers(problems, root, words, cache)]


def explain_with_pointers(
    problems: Iterable[Problem], root: Path, words: Words, cache: ReadingCache | None = None
) -> list[tuple[Finding, Pointer]]:
    """The findings of `explain`, each with the pointer of the problem that it explains."""
    positions = PositionIndex(root, cache)
    found = {_finding(problem, positions, words): problem.pointer for problem in problems}
    misread = {_place_of(finding) for finding in found if finding.code.startswith(_READING)}
    kept = (f for f in found if not (f.code.startswith(_STRUCTURE) and _place_of(f) in misread))
    ordered = sorted(kept, key=lambda f: (*_place_of(f), f.code, f.detail))
    return [(finding, found[finding]) for finding in ordered]


def _place_of(finding: Finding) -> tuple[str, int, int]:
    return finding.path, finding.line, finding.column


def _finding(problem: Problem, positions: PositionIndex, words: Words) -> Finding:
    mark = problem.mark or positions.position_of(problem)
    kind = catalogue_file(problem.path).kind
    name = _place_name(kind, problem, positions, words) if kind else ""
    raw = positions.scalar_text(problem) if problem.code.startswith(_READING) else ""
    values = {
        "field": name,
        "name": _name_of_key(kind, problem),
        "raw": raw,
        "quoting": _quoting(problem, raw, words),
        "path": problem.path,
        "own": _own_code(problem.path),
        "folder": problem.path.rpartition("/")[0],
        "near": "",
        "drop": "",
        "check": "",
        "exception": words("hint.exception", code=problem.code, path=problem.path),
    }
    if problem.code.startswith(READING_CODES):  # what was typed is shown as it was typed
        values |= {key: _said(one, words) for key, one in problem.values.items()}
        values |= _named_choices(kind, problem, words)
    else:
        choices = _choices_at(kind, problem.pointer)
        values |= {key: _worded(key, one, choices, words) for key, one in problem.values.items()}
    title, detail, fix = (
        words(f"findings.{problem.code}.{part}").format_map(values).strip()
        for part in ("title", "detail", "fix")
    )
    return Finding(
        problem.path,
        mark.line,
        mark.column,
        problem.severity,
        problem.code,
        title,
        detail,
        fix,
        name,
        str(problem.values.get(TRACEBACK, "")),
    )


def _own_code(path: str) -> str:
    """The code of the procedure in whose folder a file lies; empty for other files."""
    folders = path.split("/")
    return folders[-2] if folders[0] == "procedures" and len(folders) > 2 else ""


def _quoting(problem: Problem, raw: str, words: Words) -> str:
    """How to write a number that is text; a code unlike that of its folder is not to be kept."""
    own = _own_code(problem.path)
    unlike = own and problem.pointer in _CODES and raw != own
    return words("hint.quote_as_signed" if unlike else "hint.quote_it", raw=raw, own=own)


_CODES = (("id",), ("code",), ("procedure",))
"""Where a record has the code of the folder in which it lies."""


def _place_name(kind: str, problem: Problem, positions: PositionIndex, words: Words) -> str:
    """The name of a place in a record; of a way to submit, also which one it is."""
    name, pointer = title_of(kind, problem.pointer), method_pointer(problem.pointer)
    if kind != "version" or pointer is None:
        return name
    method = problem.method
    if method is None:
        method = positions.scalar_text(replace(problem, pointer=pointer))
    key = f"method.{method}"
    said = words(key) if words.has(key) else ""
    if not said:
        return name
    way = title_of(kind, pointer[:-1])
    if name.startswith(way):
        return name.replace(way, said, 1)
    return name.replace(f"{way[0].lower()}{way[1:]}", f"{said[0].lower()}{said[1:]}", 1)


def _said(value: object, words: Words) -> str:
    """A value in the words of a language."""
    if not isinstance(value, Wording):
        return str(value)
    if value.day:
        return words.day(value.day)
    return words(value.joint).join(words(one, **value.values) for one in value.keys)


def _worded(key: str, value: object, choices: Sequence[Schema], words: Words) -> str:
    """A value of a record: a day as it is printed, a choice by its name, a text cut short."""
    if isinstance(value, date):
        return words.day(value)
    if isinstance(value, float):
        return words.number(value)
    if not isinstance(value, str) or key in _TO_TYPE:
        return _said(value, words)
    if _DAY.match(value) and key not in _AS_TYPED:
        return words.day(date.fromisoformat(value))
    layer = next((layer for layer in choices if value in layer["enum"]), None)
    if layer is not None:
        return f"{choice_label(layer, value, words)} (`{value}`)"
    return shown(value) if key in _QUOTED else value


_TO_TYPE = ("proper", "raw", "digits", "bare", "keys", "known", "allowed")
"""Values that a reader is to type as they stand."""
_AS_TYPED = ("text",)
"""Values that are shown as the reader typed them."""
_QUOTED = ("found", "text", "other", "title")
"""Texts of a record, of which a sentence quotes no more than a line."""
_DAY = re.compile(r"[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\Z")


def _choices_at(kind: str | None, pointer: Pointer) -> tuple[Schema, ...]:
    """The lists of allowed values at a place of a record."""
    if kind is None:
        return ()
    schema: Schema = load_schema(kind)
    for step in pointer:
        schema = child_of(schema, step)
    return tuple(layer for layer in layers_of(schema) if "enum" in layer)


def _named_choices(kind: str | None, problem: Problem, words: Words) -> dict[str, str]:
    """What may stand where something else does, or nothing, each with its name."""
    lacking = problem.code == _NO_KEY
    place = _place_of_key(problem) if lacking else problem.pointer
    layers = _choices_at(kind, place) if lacking or problem.code == _NO_CHOICE else ()
    if not layers:
        return {}
    named, wanted = _all_choices(layers[0], words), str(problem.values["wanted"])
    told = all(f"{one}: " in wanted for one in layers[0]["enum"])
    if lacking:
        choices = words("hint.choices", allowed=named)
        return {"wanted": choices if told else f"{wanted} {choices}".strip()}
    return {"allowed": named, "wanted": ""} if told else {"allowed": named}


def _all_choices(layer: Schema, words: Words) -> str:
    """All values of a list of choices, each with its name."""
    labels = {one: choice_label(layer, one, words) for one in layer["enum"]}
    return ", ".join(
        f"`{one}` ({label})" if label != one else f"`{one}`" for one, label in labels.items()
    )


_NO_CHOICE = "CT204"
"""A value that is none of those that may stand at its place."""
_NO_KEY = "CT201"
"""A key that is missing."""


def _name_of_key(kind: str | None, problem: Problem) -> str:
    """The Vietnamese name of the key a problem is about, such as one that is missing."""
    place = _place_of_key(problem)
    return title_of(kind, place) if kind and place and place[-1] else ""


def _place_of_key(problem: Problem) -> Pointer:
    """Where the key stands, or would stand, that a problem is about."""
    place = problem.pointer[:-1] if problem.values.get("beside") else problem.pointer
    return (*place, str(problem.values.get("key", "")))
