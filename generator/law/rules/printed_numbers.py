"""Rules on printed numbers: as they are printed, in a known form, once an agency and a year."""

import re
from collections.abc import Iterator

from generator.findings.problem import Severity, Wording
from generator.law.citations import is_worded, normalise, parse
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.sources import FORM_OF_NUMBERS, HOUSE, NUMBERS_OF_A_YEAR
from generator.law.text import fold_text
from generator.records.decision import NO_NUMBER, Decision
from generator.records.registers import LegalDocument


def _slips(record: Decision | LegalDocument) -> Iterator[Breach]:
    """A number is written as it is printed; what had to be repaired was hardly printed so."""
    written = re.sub(r"[\s\u2010-\u2015\u2212_]+", "", record.number).upper().replace("Ð", "Đ")
    written = re.sub("(?<=TTLT)/", "-", written)
    wanted = normalise(record.number)
    repaired = re.sub("[-]", "", wanted.upper()) not in written.replace("-", "")
    if parse(record.number) and (repaired or re.search(r"\s[/-]|[/-]\s", record.number)):
        yield here("number", found=record.number, wanted=wanted)


def _same_number(context: Context) -> Iterator[Breach]:
    """Numbers start again every year and are unique within one agency and one year.

    Of two decisions the finding is of the one whose file is named after another number, else of the
    one without rows, which is the copy.
    """
    first: dict[tuple[object, ...], str] = {}
    decisions = sorted(context.catalogue.decisions.items(), key=_likely_wrong)
    for key, decision in decisions:
        year = decision.signed.year if decision.signed else None
        number = normalise(decision.number).replace(".", "")
        other = first.setdefault((decision.agency, year, number), key)
        if other != key and year:
            file = context.catalogue.path("decision", key)
            yield at(file, "number", found=decision.number, other=f"decisions/{other}.yml")


def _likely_wrong(one: tuple[str, Decision]) -> tuple[bool, bool]:
    """How likely the number of a decision, behind its id, is the wrong one of two."""
    key, decision = one
    serial = decision.number.partition("/")[0]
    return not key.rpartition("/")[2].startswith(serial), not decision.rows


def _numbers(record: Decision | LegalDocument) -> Iterator[Breach]:
    """The normalised number is what normalising the printed number gives."""
    wanted = normalise(record.number)
    if record.number_normalised not in (None, wanted):
        yield here("number_normalised", found=record.number_normalised, wanted=wanted)


def _number_of_another_id(document: LegalDocument) -> Iterator[Breach]:
    """Where the id and the normalised number agree, the printed number is the one mistyped."""
    witness, wanted = document.number_normalised, normalise(document.number)
    if witness and witness != wanted and _as_id(witness) == document.id != _as_id(wanted):
        yield here("number", found=document.number, wanted=witness)


def _as_id(number: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold_text(number)).strip("-")


def _odd_numbers(record: Decision | LegalDocument) -> Iterator[Breach]:
    """A number that fits no family can be cited, but not compared; words around it are none."""
    if record.number == NO_NUMBER:
        return
    is_odd = parse(record.number) is None or (record.source is None and is_worded(record.number))
    explained = "number_normalised" in (record.unknown or {})
    if is_odd and not (record.source is None and explained):
        mend = Wording((f"hint.number_{'not_found' if explained else 'mistyped'}",))
        yield here("number", found=record.number, mend=mend)


_WARNING, _NUMBERED = Severity.WARNING, ("decision", "legal-document")
RULES = (
    Rule("TC311", Severity.ERROR, HOUSE, _numbers, _NUMBERED),
    Rule(
        "TC322",
        Severity.ERROR,
        HOUSE,
        _number_of_another_id,
        ("legal-document",),
        written_here=True,
    ),
    Rule("TC312", Severity.ERROR, FORM_OF_NUMBERS, _odd_numbers, _NUMBERED, imported=_WARNING),
    Rule("TC317", Severity.ERROR, NUMBERS_OF_A_YEAR, _same_number, imported=_WARNING),
    Rule(
        "TC319",
        Severity.WARNING,
        FORM_OF_NUMBERS,
        _slips,
        _NUMBERED,
        imported=Severity.INFO,
    ),
)
