"""Parts that both shapes of export have: texts that state none, applicants, agencies, steps."""

import re
from collections.abc import Iterable

from generator.imports.portal.agencies import beside_place
from generator.imports.portal.figures import NOT_STATED
from generator.imports.portal.identifiers import line, without_portal_marks
from generator.imports.portal.lossless import JOINTS
from generator.imports.portal.registers import Registers
from generator.imports.portal.vocabulary import APPLICANTS, states_none
from generator.records.stated import AgencyPart, Clause, Stated
from generator.records.version import Agencies, Postal, Result, Step, Version

_STEP = re.compile(r"(?m)^(?=Bước [0-9]+)")
UNMENTIONED = "Bản xuất của Cổng không có mục này."


def clauses(text: str) -> Stated[Clause]:
    """A free text as one clause, as "explicitly none", or as not stated."""
    if not text:
        return Stated(not_stated=NOT_STATED)
    if states_none(text):
        return Stated(none=True, text=text)
    return Stated(items=(Clause(id="d1", text=text),))


def read_steps(text: str) -> Stated[Step]:
    """Steps, parted where a line begins "Bước 1", "Bước 2", …"""
    found = [part.strip() for part in _STEP.split(text) if part.strip()]
    numbered = (Step(id=f"b{n}", text=part) for n, part in enumerate(found, 1))
    return Stated(items=tuple(numbered)) if found else Stated(not_stated=NOT_STATED)


def applicants(names: Iterable[str]) -> Stated[str]:
    """Who may apply; a name the portal does not list elsewhere counts as `other`."""
    found = tuple(dict.fromkeys(APPLICANTS.get(name, "other") for name in names if name))
    return Stated(items=found) if found else Stated(not_stated=NOT_STATED)


def levels(found: Iterable[str]) -> Stated[str]:
    """The levels that carry the procedure out."""
    items = tuple(dict.fromkeys(found))
    return Stated(items=items) if items else Stated(not_stated=NOT_STATED)


def read_results(names: Iterable[Result]) -> Stated[Result]:
    """What the applicant receives."""
    items = tuple(names)
    return Stated(items=items) if items else Stated(not_stated=NOT_STATED)


def agency_text(text: str, registers: Registers, names: Iterable[str] = ()) -> Stated[AgencyPart]:
    """Agencies from one string; `names` are the agencies the list API joins into it."""
    known = [line(name) for name in names if name]
    joined = known and line(text) in (", ".join(known), "; ".join(known), "")
    texts = known if joined else [text] if text else []
    found = [part for one in texts for part in registers.agencies.register_cell(one)]
    if not found:
        return Stated(not_stated=NOT_STATED)
    return Stated(items=tuple(dict.fromkeys(found)), text=_wording(text, found, registers))


def _wording(text: str, found: Iterable[AgencyPart], registers: Registers) -> str | None:
    """The words of a cell, where its parts joined again do not give them."""
    names = [part.text or registers.agencies.records[part.agency or ""].name for part in found]
    again = (joint.join(names) for joint in JOINTS)
    return None if not text or without_portal_marks(line(text)) in map(line, again) else text


def place(
    text: str, registers: Registers, publisher: str = "", executing: str = ""
) -> Stated[AgencyPart]:
    """Where dossiers are received: the words, and the agencies that they name.

    The id of the publisher and the cell of who carries out tell whose a counter is.
    """
    if not text:
        return Stated(not_stated=NOT_STATED)
    known = registers.agencies.records.get(publisher)
    beside = beside_place(known, executing) if known else None
    return Stated(items=registers.agencies.register_receivers(text, beside))


def read_agencies(**roles: Stated[AgencyPart]) -> Agencies:
    """The five roles; one that is not given is not stated."""
    names = ("executing", "deciding", "receiving", "delegated", "coordinating")
    given = {name: roles.get(name, Stated(not_stated=NOT_STATED)) for name in names}
    return Agencies(**given)


def postal(methods: Iterable[str]) -> Postal:
    """The post receives the dossier where it is one of the channels; results are not stated."""
    return Postal(receives_dossier="postal" in set(methods) or None, returns_result=None)


def first_version(code: str, **parts: object) -> Version:
    """Version v001; the parts an export never has are not stated."""
    silent = ("forms", "linked_procedures", "internal_process")
    missing: dict[str, object] = {name: Stated(not_stated=UNMENTIONED) for name in silent}
    return Version(procedure=code, version="v001", **(missing | parts))  # type: ignore[arg-type]  # parts are named by the callers
