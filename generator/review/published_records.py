"""What published decisions and registers state stays: each fact that changed, at its line."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.findings.problem import Pointer, Problem, Severity
from generator.law.consequences import DOUBTS
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision, Row
from generator.records.units import ProvinceUnit
from generator.review.published_facts import ROW_EFFECT, ChangedFact, changed_facts
from generator.review.renaming import rename_in_row

_REGISTERS = ("agency", "legal-document", "place")


def changed_decisions(
    base: Catalogue, head: Catalogue, renamed: Mapping[str, str]
) -> Iterator[Problem]:
    """What changed in the decisions of `base`, and which of them are gone."""
    for key, before in base.without_drafts().decisions.items():
        now = head.decisions.get(key)
        if now is not None:
            file = head.path("decision", key)
            yield from _rows(file, before, now, renamed)
            yield from _facts(file, "BD106", changed_facts(before, now))
        elif not head.has("decision", key):
            doubts = " ".join(f"/{code}/" for code in _procedures_of(before, base))
            values = {"found": before.number, "row": "–", DOUBTS: doubts}
            yield Problem(base.path("decision", key), "BD105", values=values)


def _procedures_of(decision: Decision, base: Catalogue) -> list[str]:
    """The procedures that the rows of a decision name, or of the rows that they take back."""
    found = {code for row in decision.rows for code in row.procedures}
    for row in decision.rows:
        annuls = row.annuls
        target = base.decisions.get(annuls.decision) if annuls else None
        for other in target.rows if target and annuls else ():
            found |= set(other.procedures) if annuls and other.id == annuls.row else set()
    return sorted(found)


def changed_registers(base: Catalogue, head: Catalogue) -> Iterator[Problem]:
    """What changed in place in the registers, which published texts refer to."""
    for kind in _REGISTERS:
        later = head.store(kind)
        for key, before in base.store(kind).items():
            now = later.get(key)
            if now is not None and now != before:
                yield from _facts(head.path(kind, key), "BD108", changed_facts(before, now))
                if isinstance(before, ProvinceUnit):
                    yield from _communes(head.path(kind, key), before, now)


def _communes(file: str, before: ProvinceUnit, after: ProvinceUnit) -> Iterator[Problem]:
    """The communes of a province that are called otherwise, or gone: a commune is ended instead."""
    places = {one.code: position for position, one in enumerate(after.communes)}
    for commune in before.communes:
        place = places.get(commune.code)
        if place is None:
            gone = ChangedFact(("communes",), f"{commune.code} {commune.name}", "–")
            yield from _facts(file, "BD108", [gone])
        else:
            pointer: Pointer = ("communes", place)
            changed = changed_facts(commune, after.communes[place], pointer)
            yield from _facts(file, "BD108", changed)


def _facts(file: str, code: str, changed: Any) -> Iterator[Problem]:
    for fact in changed:
        values = {"before": fact.before, "found": fact.after}
        binds = fact.pointer in _DAYS_THAT_BIND and bool(fact.before)
        severity = Severity.ERROR if binds else Severity.WARNING
        yield Problem(file, code, fact.pointer, values, severity)


_DAYS_THAT_BIND = (("effective",), ("signed",))
"""The days of a decision on which depends what is in force: another decision changes them."""


def _rows(
    file: str, before: Decision, now: Decision, renamed: Mapping[str, str]
) -> Iterator[Problem]:
    """The rows that were changed, dropped or added."""
    places = {row.id: position for position, row in enumerate(now.rows)}
    for row in before.rows:
        code = row.procedure or ""
        values = {"found": before.number, "row": row.id, "procedure": code}
        place = places.pop(row.id, None)
        if place is None:
            yield Problem(file, "BD105", ("rows",), values)
            continue
        old, new = (rename_in_row(one, renamed) for one in (row, now.rows[place]))
        yield from _row(file, ("rows", place), old, new, values)
    for name, place in places.items():
        yield Problem(file, "BD107", ("rows", place), {"found": before.number, "row": name})


def _row(
    file: str, pointer: Pointer, old: Row, new: Row, values: Mapping[str, str]
) -> Iterator[Problem]:
    """What a row does stays (an error); its grounds and what is printed may have been misread."""
    for name in ROW_EFFECT:
        if getattr(old, name) != getattr(new, name):
            yield Problem(file, "BD105", (*pointer, name), values)
    facts = changed_facts(old, new, pointer)
    yield from _facts(file, "BD106", (f for f in facts if f.pointer[2] not in ROW_EFFECT))
