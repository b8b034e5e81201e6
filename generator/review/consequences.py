"""What a change reaches: pages, forms, linked procedures, offices, and the deadlines that run."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.exports import paths
from generator.law.deadlines import Counting, carried_out_before, decide_by, list_by, terms
from generator.law.timeline import Timeline
from generator.law.workdays import MissingCalendarError, Workdays
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.records.registers import LegalDocument
from generator.records.version import Version
from generator.review.compare import ProcedureChange


@dataclass(frozen=True, slots=True)
class Reach:
    """What a change of one procedure reaches: addresses of pages, names, codes."""

    pages: tuple[str, ...]
    forms: tuple[str, ...]
    linked: tuple[str, ...]
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is due; `kind` is decide or list, `done` the day it was done.

    `missing` is the year without a calendar, for which working days cannot be counted.
    """

    kind: str
    last: date | None
    done: date | None
    text: str = ""
    missing: int | None = None

    @property
    def late(self) -> bool:
        """Whether it was done after the last day."""
        return bool(self.last and self.done and self.done > self.last)


Linkers = Mapping[str, tuple[str, ...]]
"""The procedures that name a procedure as linked to them."""


def linkers(head: Catalogue) -> Linkers:
    """Who links to whom, read once for all changes."""
    found: dict[str, list[str]] = defaultdict(list)
    for version in head.version_files.values():
        for link in version.linked_procedures.items:
            found[link.procedure].append(version.procedure)
    return {code: tuple(codes) for code, codes in found.items()}


def reach(change: ProcedureChange, head: Catalogue, linked_from: Linkers) -> Reach:
    """What a change of a procedure reaches in the new catalogue."""
    versions = [version for version in (change.before, change.after) if version]
    forms = (form for version in versions for form in version.forms.items)
    differing = {c.item for c in change.changes if c.part == "forms"}
    touched = (form.name for form in forms if form.id in differing or change.before is None)
    return Reach(
        pages=tuple(dict.fromkeys(_pages(change, head))),
        forms=tuple(dict.fromkeys(touched)),
        linked=tuple(dict.fromkeys(_linked(change.procedure, versions, linked_from))),
        offices=tuple(dict.fromkeys(_offices(versions, head))),
    )


def _pages(change: ProcedureChange, head: Catalogue) -> Iterator[str]:
    code = change.procedure
    yield paths.address(paths.procedure(code))
    if change.after:
        yield paths.address(paths.version(code, change.after.version))
    procedure = head.procedures.get(code)
    if procedure:
        yield paths.address(paths.field(procedure.field))
        yield from (paths.address(paths.life_event(key)) for key in procedure.life_events)
    if change.after is None:
        yield paths.address(paths.ENDED)


def _linked(code: str, versions: list[Version], linked_from: Linkers) -> Iterator[str]:
    for version in versions:
        yield from (link.procedure for link in version.linked_procedures.items)
    yield from linked_from.get(code, ())


def _offices(versions: list[Version], head: Catalogue) -> Iterator[str]:
    for version in versions[-1:]:
        roles = version.agencies
        for part in (*roles.executing.items, *roles.receiving.items):
            agency = head.agencies.get(part.agency or "")
            yield agency.name if agency else part.text or ""


def deadlines(
    decision: Decision, head: Catalogue, lives: Mapping[str, Timeline]
) -> Iterator[Deadline]:
    """The deadlines that run for a decision, under the law of the day it was signed."""
    if decision.signed is None:
        return
    workdays = Workdays(head.calendars)
    level = _level(decision, head)
    bound = terms(decision.signed, level)
    if bound is None:
        return
    try:
        yield Deadline("list", list_by(bound, decision.signed, workdays), decision.listed)
    except MissingCalendarError as error:
        yield Deadline("list", None, decision.listed, missing=error.year)
    working = bool(head.settings and head.settings.deadline_days == "working")
    for text in _carried_out(decision, head, lives):
        yield _to_decide(decision.signed, text, level, Counting(workdays, working))


def _level(decision: Decision, head: Catalogue) -> str | None:
    agency = head.agencies.get(decision.agency)
    return agency.level if agency else None


def _carried_out(
    decision: Decision, head: Catalogue, lives: Mapping[str, Timeline]
) -> Iterator[LegalDocument]:
    """The texts that the rows carry out and that no earlier decision did."""
    found: dict[str, LegalDocument] = {}
    for row in decision.rows:
        for key in row.grounds:
            text = head.documents.get(key)
            new = (
                text
                and text.effective
                and not any(
                    carried_out_before(lives[code], decision.signed or date.min, text.effective)
                    for code in row.procedures
                )
            )
            if text and new:
                found[key] = text
    yield from found.values()


def _to_decide(
    signed: date, text: LegalDocument, level: str | None, counting: Counting
) -> Deadline:
    bound = terms(signed, level, text.shortened_procedure)
    try:
        last = None
        if bound and text.effective:
            last = decide_by(bound, text.effective, text.signed, counting)
    except MissingCalendarError as error:
        return Deadline("decide", None, signed, text.number, error.year)
    return Deadline("decide", last, signed, text.number)
