"""The deadlines of one decision: to sign it in time, to publish it in time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.law.statutory_terms import Counting, carried_out_before, decide_by, list_by, terms_of
from generator.law.timeline import Timeline
from generator.law.workdays import MissingCalendarError, Workdays
from generator.records.catalogue import Catalogue
from generator.records.decision import Decision
from generator.records.registers import LegalDocument


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


def deadlines(
    decision: Decision, catalogue: Catalogue, timelines: Mapping[str, Timeline]
) -> Iterator[Deadline]:
    """The deadlines of a decision, under the law of the day it was signed."""
    if decision.signed is None:
        return
    workdays = Workdays(catalogue.calendars)
    level = _level(decision, catalogue)
    terms = terms_of(decision.signed, level)
    if terms is None:
        return
    try:
        yield Deadline("list", list_by(terms, decision.signed, workdays), decision.listed)
    except MissingCalendarError as error:
        yield Deadline("list", None, decision.listed, missing=error.year)
    working = catalogue.settings.deadline_days == "working"
    for text in _carried_out(decision, catalogue, timelines):
        yield _to_decide(decision.signed, text, level, Counting(workdays, working))


def _level(decision: Decision, catalogue: Catalogue) -> str | None:
    agency = catalogue.agencies.get(decision.agency)
    return agency.level if agency else None


def _carried_out(
    decision: Decision, catalogue: Catalogue, timelines: Mapping[str, Timeline]
) -> Iterator[LegalDocument]:
    """The texts that the rows carry out and that no earlier decision did."""
    found: dict[str, LegalDocument] = {}
    for row in decision.rows:
        for key in row.grounds:
            text = catalogue.documents.get(key)
            new = (
                text
                and text.effective
                and not any(
                    carried_out_before(timelines[code], decision.signed or date.min, text.effective)
                    for code in row.procedures
                )
            )
            if text and new:
                found[key] = text
    yield from found.values()


def _to_decide(
    signed: date, text: LegalDocument, level: str | None, counting: Counting
) -> Deadline:
    terms = terms_of(signed, level, text.shortened_procedure)
    try:
        last = None
        if terms and text.effective:
            last = decide_by(terms, text.effective, text.signed, counting)
    except MissingCalendarError as error:
        return Deadline("decide", None, signed, text.number, error.year)
    return Deadline("decide", last, signed, text.number)
