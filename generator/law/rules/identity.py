"""Rules on identity: path, code and record agree, ids are unique, unknowns are explained."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.findings.problem import Pointer, Severity, Value, Wording
from generator.law.consequences import DOUBTS
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.placed import procedures_of
from generator.law.rules.sources import HOUSE, PRACTICE
from generator.law.rules.traversal import branches_of
from generator.records.catalogue import KINDS
from generator.records.decision import NO_NUMBER, Decision
from generator.records.layout import DRAFTS
from generator.records.postings import PostingRecord
from generator.records.registers import (
    NATIONAL_CODE,
    PROVISIONAL_ID,
    Calendar,
    LegalDocument,
    Procedure,
)
from generator.records.version import Version

_MAY_BE_UNKNOWN = {
    Decision: ("signed", "listed", "effective", "signed_file", "number_normalised"),
    Procedure: ("code",),
}
"""Keys whose `null` needs a reason in `unknown`."""

_KIND_OF_DIGIT = {
    "1": "assigned_regulation",
    "2": "not_assigned_regulation",
    "3": "other",
    "5": "central_internal",
    "6": "local_internal",
}
"""First digit of a national code and the kind it stands for, as counted on the portal."""


def _paths(context: Context) -> Iterator[Breach]:
    """The path and the record agree."""
    for file, record in _kept_by_path(context):
        for key, wanted in _promised(file, record).items():
            found = str(getattr(record, key))
            if found != wanted:
                yield at(file, key, found=found, wanted=wanted)


def _kept_by_path(context: Context) -> Iterator[tuple[str, object]]:
    for kind in KINDS:
        yield from context.requested_records(kind)
    catalogue = context.catalogue
    years = {str(year): calendar for year, calendar in catalogue.calendars.items()}
    for kind, records in (("calendar", years), ("posting", catalogue.postings)):
        for key, record in records.items():
            file = catalogue.path(kind, key)
            if context.is_requested(file):
                yield file, record


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
        case PostingRecord():
            return {"office": parts[-2], "posted": parts[-1]}
    return {"id": parts[-1]}


def _decision_paths(context: Context) -> Iterator[Breach]:
    """The year and number in a decision's path are those of the decision."""
    for key, decision in context.catalogue.decisions.items():
        if decision.is_draft:
            continue
        file = context.catalogue.path("decision", key)
        _, year, name = key.split("/")
        named, printed = _serial(name), _serial(decision.number)
        other_year = decision.signed and str(decision.signed.year) != year
        other_number = named and printed and named != printed
        signed_in = decision.signed.year if decision.signed else year
        proper = f"{decision.agency}/{signed_in}/{printed if other_number else name}"
        if decision.signed and other_year:
            values = {"key": "signed", "wanted": year, "proper": proper}
            values[DOUBTS] = " ".join(f"/{code}/" for code in procedures_of(decision))
            yield at(file, "signed", found=decision.signed.isoformat(), **values)
        if other_number:
            values = {"key": "number", "wanted": str(named), "proper": proper}
            yield at(file, "number", found=decision.number, **values)


def _serial(number: str) -> int | None:
    """The first figure of a number, which may be grouped by a dot: 1.234 is 1234."""
    found = re.search(r"[0-9]+(?:\.[0-9]{3})?(?![0-9])", number)
    return int(found[0].replace(".", "")) if found else None


def _codes(procedure: Procedure) -> Iterator[Breach]:
    """A procedure with a code has it as its id; one without has a provisional id."""
    provisional = procedure.id.startswith(PROVISIONAL_ID)
    if procedure.code is not None and procedure.code != procedure.id:
        proper = "null" if provisional else f'"{procedure.id}"'
        yield here("code", found=procedure.code, wanted=procedure.id, proper=proper)
    elif procedure.code is None and not provisional:
        yield here("code", found="null", wanted=procedure.id, proper=f'"{procedure.id}"')


def _without_code(procedure: Procedure) -> Iterator[Breach]:
    """A new procedure is published before it has a code; the code is never invented."""
    if procedure.code is None:
        yield here("code", found=procedure.id)


def _odd_codes(procedure: Procedure) -> Iterator[Breach]:
    """The national code is one digit, a dot and six digits; live exceptions are slips."""
    if procedure.code and not NATIONAL_CODE.fullmatch(procedure.code):
        yield here("code", found=procedure.code)


def _kinds(context: Context) -> Iterator[Breach]:
    """The first digit stands for who may regulate; ministries have internal ones with a 6 too."""
    for file, procedure in context.requested_records("procedure"):
        wanted = _KIND_OF_DIGIT.get((procedure.code or "")[:1])
        agency = context.catalogue.agencies.get(procedure.agency)
        of_a_ministry = wanted == "local_internal" and agency and agency.level == "central"
        fits = (wanted, "not_stated", "central_internal" if of_a_ministry else wanted)
        if wanted and procedure.kind not in fits:
            yield at(file, "kind", found=procedure.kind, wanted=wanted, code=procedure.code)


def _cases(version: Version) -> Iterator[Breach]:
    """The code of a case is the code of its procedure with two digits more."""
    seen: set[str] = set()
    for position, case in enumerate(version.cases):
        code = case.code
        if code is None:
            continue
        if code in seen or not re.fullmatch(re.escape(version.procedure) + r"\.[0-9]{2}", code):
            yield here("cases", position, "code", found=code, wanted=f"{version.procedure}.NN")
        seen.add(code)


def _unique_ids(record: Version | Decision) -> Iterator[Breach]:
    """Within one list, every item's id is used once, or versions could not be compared."""
    for pointer, found in _repeated(record, ()):
        yield here(*pointer, found=found)


def _repeated(value: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(value, tuple):
        seen: set[str] = set()
        for position, item in enumerate(value):
            own = getattr(item, "id", None)
            if own in seen:
                yield (*pointer, position, "id"), str(own)
            seen |= {own} if own else set()
            yield from _repeated(item, (*pointer, position))
    else:
        for name in branches_of(value.__class__):
            child = getattr(value, name)
            if child:
                yield from _repeated(child, (*pointer, name))


def _unknown(record: Decision | Procedure) -> Iterator[Breach]:
    """Unknown is null with a reason, never a default; a draft has much that is not yet."""
    reasons = record.unknown or {}
    if isinstance(record, Decision) and record.is_draft:
        return
    for key in _MAY_BE_UNKNOWN[type(record)]:
        if getattr(record, key) is None and key not in reasons:
            yield here(key, key=key)
    if isinstance(record, Decision) and record.signer.name is None and "signer" not in reasons:
        yield here("signer", "name", key="signer")


def _unknown_day_of_a_text(document: LegalDocument) -> Iterator[Breach]:
    """A text of law whose day of signing is not known says why."""
    if document.signed is None and "signed" not in (document.unknown or {}):
        yield here("signed", number=document.number)


def _known_after_all(record: Decision | Procedure | LegalDocument) -> Iterator[Breach]:
    """A reason for something unknown goes away when it becomes known."""
    for key in record.unknown or {}:
        if key != "signer" and getattr(record, key, None) is not None:
            yield here("unknown", key, key=key).shown_at_key()


def _draft_or_not(decision: Decision) -> Iterator[Breach]:
    """A decision without a number is a draft; one that was signed and numbered is none."""
    if decision.number == NO_NUMBER and not decision.is_draft:
        yield here("number", found=f"decisions/{decision.agency}/{DRAFTS}/")
    elif decision.number != NO_NUMBER and decision.signed and decision.is_draft:
        year = decision.signed.year
        yield here("number", found=f"decisions/{decision.agency}/{year}/")


def _single_use(context: Context) -> Iterator[Breach]:
    """An old id leads to one procedure, and is nobody's id now."""
    catalogue = context.catalogue
    owners: dict[str, str] = {code: code for code in catalogue.procedures}
    for code, procedure in catalogue.procedures.items():
        for position, old in enumerate(procedure.former_ids):
            owner = owners.setdefault(old, procedure.id)
            if owner != procedure.id or old == procedure.id:
                file = catalogue.path("procedure", code)
                yield at(file, "former_ids", position, found=old, **_of_owner(owner, procedure.id))


def _of_owner(owner: str, code: str) -> dict[str, Value]:
    """What is said of the procedure that has an old id, and mended there: nothing of its own."""
    if owner == code:
        return {"said": Wording(("hint.former_is_own",)), "also": Wording()}
    keys = {"said": "hint.former_of_other", "also": "hint.mend_at_other"}
    return {name: Wording((key,), values={"other": owner}) for name, key in keys.items()}


RULES = (
    Rule("TC303", Severity.ERROR, HOUSE, _paths, per_file=True),
    Rule("TC304", Severity.ERROR, HOUSE, _decision_paths),
    Rule("TC306", Severity.ERROR, HOUSE, _codes, ("procedure",)),
    Rule("TC307", Severity.ERROR, HOUSE, _unique_ids, ("version", "decision")),
    Rule("TC308", Severity.ERROR, HOUSE, _unknown, ("decision", "procedure")),
    Rule(
        "TC309",
        Severity.ERROR,
        HOUSE,
        _known_after_all,
        ("decision", "procedure", "legal-document"),
    ),
    Rule(
        "TC329",
        Severity.WARNING,
        HOUSE,
        _unknown_day_of_a_text,
        ("legal-document",),
        written_here=True,
    ),
    Rule("TC310", Severity.ERROR, HOUSE, _single_use),
    Rule("TC313", Severity.WARNING, PRACTICE, _kinds, per_file=True),
    Rule("TC314", Severity.INFO, PRACTICE, _without_code, ("procedure",)),
    Rule("TC315", Severity.WARNING, PRACTICE, _odd_codes, ("procedure",)),
    Rule("TC316", Severity.ERROR, PRACTICE, _cases, ("version",), imported=Severity.WARNING),
    Rule("TC318", Severity.ERROR, HOUSE, _draft_or_not, ("decision",)),
)
