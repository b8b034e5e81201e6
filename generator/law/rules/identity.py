"""TC303 to TC312: path and identity agree, ids are unique, unknowns are explained."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from generator.law.citations import normalise, parse
from generator.law.rules.engine import Breach, Rule
from generator.law.rules.places import records_of
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.records.problems import Pointer, Severity
from generator.records.registers import Calendar, LegalDocument, Procedure
from generator.records.version import Version

_MAY_BE_UNKNOWN = {
    "decision": ("signed", "listed", "effective", "signed_file", "number_normalised"),
    "procedure": ("code",),
}
"""Keys whose `null` needs a reason in `unknown`."""


def _paths(catalogue: Catalogue) -> Iterator[Breach]:
    """What the path says and what the record says are the same."""
    for kind in ("agency", "calendar", "legal-document", "decision", "procedure", "version"):
        for file, record in records_of(catalogue, kind):
            for key, wanted in _promised(file, record).items():
                found = str(getattr(record, key))
                if found != wanted:
                    yield Breach(file, (key,), {"found": found, "wanted": wanted})


def _promised(file: str, record: object) -> Mapping[str, str]:
    """The values that the path of a file promises."""
    stem = file.removesuffix(".yml")
    parts = stem.split("/")
    match record:
        case Version():
            return {"procedure": parts[-2], "version": parts[-1]}
        case Procedure():
            return {"id": parts[-2], "field": parts[-3]}
        case Decision():
            return {"id": stem.removeprefix("decisions/"), "agency": parts[-3]}
        case Calendar():
            return {"year": parts[-1]}
    return {"id": parts[-1]}


def _decision_paths(catalogue: Catalogue) -> Iterator[Breach]:
    """The year and number in a decision's path are those of the decision."""
    for key, decision in catalogue.decisions.items():
        file = catalogue.path("decision", key)
        _, year, name = key.split("/")
        if decision.signed and str(decision.signed.year) != year:
            yield Breach(file, ("signed",), {"found": decision.signed.isoformat(), "wanted": year})
        named = re.match(r"[0-9]+", name)
        printed = re.search(r"[0-9]+", decision.number)
        if named and printed and int(named[0]) != int(printed[0]):
            yield Breach(file, ("number",), {"found": decision.number, "wanted": named[0]})


def _codes(catalogue: Catalogue) -> Iterator[Breach]:
    """A procedure with a code has it as its id; one without has a provisional id."""
    for file, record in records_of(catalogue, "procedure"):
        assert isinstance(record, Procedure)
        provisional = record.id.startswith("chua-co-ma-")
        if record.code is not None and record.code != record.id:
            yield Breach(file, ("code",), {"found": record.code, "wanted": record.id})
        elif record.code is None and not provisional:
            yield Breach(file, ("code",), {"found": "null", "wanted": record.id})


def _unique_ids(catalogue: Catalogue) -> Iterator[Breach]:
    """Within one list, every item's id is used once, or versions could not be compared."""
    for kind in ("version", "decision"):
        for file, record in records_of(catalogue, kind):
            for pointer, found in _repeated(record, ()):
                yield Breach(file, pointer, {"found": found})


def _repeated(value: object, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, tuple):
        seen: set[str] = set()
        for position, item in enumerate(value):
            own = getattr(item, "id", None)
            if own in seen:
                yield (*pointer, position, "id"), str(own)
            seen |= {own} if own else set()
            yield from _repeated(item, (*pointer, position))
    elif is_dataclass(value):
        for field in fields(value):
            yield from _repeated(getattr(value, field.name), (*pointer, field.name))


def _unknown(catalogue: Catalogue) -> Iterator[Breach]:
    """Unknown is null with a reason, never a default."""
    for kind, keys in _MAY_BE_UNKNOWN.items():
        for file, record in records_of(catalogue, kind):
            reasons = getattr(record, "unknown", None) or {}
            yield from _unexplained(file, record, keys, reasons)
    for file, record in records_of(catalogue, "decision"):
        assert isinstance(record, Decision)
        if record.signer.name is None and "signer" not in record.unknown:
            yield Breach(file, ("signer", "name"), {"key": "signer"})


def _unexplained(
    file: str, record: object, keys: Iterable[str], reasons: Mapping[str, str]
) -> Iterator[Breach]:
    for key in keys:
        if getattr(record, key) is None and key not in reasons:
            yield Breach(file, (key,), {"key": key})


def _known_after_all(catalogue: Catalogue) -> Iterator[Breach]:
    """A reason for something unknown goes away when it becomes known."""
    for kind in _MAY_BE_UNKNOWN:
        for file, record in records_of(catalogue, kind):
            for key in getattr(record, "unknown", None) or {}:
                if key != "signer" and getattr(record, key, None) is not None:
                    yield Breach(file, ("unknown", key), {"key": key}, on_key=True)


def _numbers(catalogue: Catalogue) -> Iterator[Breach]:
    """The normalised number is what normalising the printed number gives."""
    for file, record in _numbered(catalogue):
        wanted = normalise(record.number)
        if record.number_normalised not in (None, wanted):
            values = {"found": record.number_normalised, "wanted": wanted}
            yield Breach(file, ("number_normalised",), values)


def _odd_numbers(catalogue: Catalogue) -> Iterator[Breach]:
    """A number that fits no family: it can be cited, but not compared."""
    for file, record in _numbered(catalogue):
        if parse(record.number) is None:
            yield Breach(file, ("number",), {"found": record.number})


def _numbered(catalogue: Catalogue) -> Iterator[tuple[str, Decision | LegalDocument]]:
    for key, decision in catalogue.decisions.items():
        yield catalogue.path("decision", key), decision
    for key, document in catalogue.documents.items():
        yield catalogue.path("legal-document", key), document


def _single_use(catalogue: Catalogue) -> Iterator[Breach]:
    """An old id leads to one procedure, and is nobody's id now."""
    owners: dict[str, str] = {code: code for code in catalogue.procedures}
    for file, record in records_of(catalogue, "procedure"):
        assert isinstance(record, Procedure)
        for position, old in enumerate(record.former_ids):
            owner = owners.setdefault(old, record.id)
            if owner != record.id or old == record.id:
                yield Breach(file, ("former_ids", position), {"found": old, "other": owner})


RULES = (
    Rule("TC303", Severity.ERROR, _paths),
    Rule("TC304", Severity.ERROR, _decision_paths),
    Rule("TC306", Severity.ERROR, _codes),
    Rule("TC307", Severity.ERROR, _unique_ids),
    Rule("TC308", Severity.ERROR, _unknown),
    Rule("TC309", Severity.ERROR, _known_after_all),
    Rule("TC310", Severity.ERROR, _single_use),
    Rule("TC311", Severity.ERROR, _numbers),
    Rule("TC312", Severity.WARNING, _odd_numbers),
)
