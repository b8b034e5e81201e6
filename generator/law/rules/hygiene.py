"""VS501 to VS503: no test data, no characters that only look like the right ones."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from generator.law.rules.engine import Breach, Rule
from generator.law.rules.places import records_of
from generator.law.text import DIRECTION, repair
from generator.records.catalogue import Catalogue
from generator.records.problems import Pointer, Severity, Wording

TEST_MARK = re.compile(r"TEST|\bDemo\b|-Xoa\b")
"""Marks of test data seen in production: "QĐ000001SNNTEST", "Demo/QĐ-BCA", "1.014955-Xoa"."""

_HARMLESS = {"direction"}
_TEXT_KINDS = ("agency", "legal-document", "decision", "procedure", "version")


def _test_data(catalogue: Catalogue) -> Iterator[Breach]:
    for decision in catalogue.decisions.values():
        if TEST_MARK.search(decision.number):
            file = catalogue.path("decision", decision.id)
            yield Breach(file, ("number",), {"found": decision.number})
    for key, version in catalogue.version_files.items():
        if TEST_MARK.search(version.title):
            yield Breach(catalogue.path("version", key), ("title",), {"found": version.title})


def _characters(catalogue: Catalogue) -> Iterator[Breach]:
    """Letters that look right but are not: search and comparison would miss them."""
    for file, pointer, text in _texts(catalogue):
        wrong = sorted(repair(text)[1].keys() - _HARMLESS)
        if wrong:
            yield Breach(file, pointer, {"repairs": Wording(tuple(f"repairs.{r}" for r in wrong))})


def _directions(catalogue: Catalogue) -> Iterator[Breach]:
    """Marks that turn the direction of writing; the pages leave them out."""
    for file, pointer, text in _texts(catalogue):
        if DIRECTION.search(text):
            yield Breach(file, pointer)


def _texts(catalogue: Catalogue) -> Iterator[tuple[str, Pointer, str]]:
    for kind in _TEXT_KINDS:
        for file, record in records_of(catalogue, kind):
            for pointer, text in _strings(record, ()):
                yield file, pointer, text


def _strings(value: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from _strings(item, (*pointer, position))
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("source", "identifiers"):
                yield from _strings(getattr(value, field.name), (*pointer, field.name))


RULES = (
    Rule("VS501", Severity.ERROR, _test_data),
    Rule("VS502", Severity.ERROR, _characters),
    Rule("VS503", Severity.WARNING, _directions),
)
