"""Rules on agencies whose days, tier or parent their names, heirs or decisions contradict."""

import re
from collections.abc import Iterator
from datetime import timedelta

from generator.findings.problem import Severity, Wording
from generator.law.consequences import HEIR
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at
from generator.law.rules.registers_compared import is_of_higher_tier, other_level
from generator.law.rules.sources import HOUSE, PRACTICE
from generator.records.decision import Decision
from generator.records.registers import Agency

_DAY = timedelta(days=1)
_LEVELS = (
    (re.compile(r"bộ (?!phận|chỉ huy|tư lệnh)|chính phủ|thủ tướng|văn phòng chính phủ"), "central"),
    (re.compile(r"sở |(?:ủy|uỷ) ban nhân dân (?:cấp )?tỉnh"), "province"),
    (re.compile(r"(?:ủy|uỷ) ban nhân dân (?:cấp )?(?:xã|phường|đặc khu)"), "commune"),
)
"""What the name of an agency begins with, and the tier that it then belongs to."""


def _gap_between_agencies(context: Context) -> Iterator[Breach]:
    """A successor is there on the day after the last day of what it follows."""
    agencies = context.catalogue.agencies
    for file, agency in context.requested_records("agency"):
        for key in agency.successors if agency.valid_to and agency.source is None else ():
            heir = agencies.get(key)
            late = heir and heir.valid_from and heir.valid_from > agency.valid_to + _DAY
            if heir and heir.valid_from and late and not _signed_before_it_was(context, heir):
                values = {"heir": heir.name, "begun": heir.valid_from.isoformat()}
                values[HEIR] = context.catalogue.path("agency", key)
                yield at(file, "valid_to", found=agency.valid_to.isoformat(), **values)


def _begun_after_signing(context: Context) -> Iterator[Breach]:
    """A successor that signs on a day when the old agency is gone had begun by then."""
    for file, agency in context.requested_records("agency"):
        decision = _signed_before_it_was(context, agency)
        if decision and agency.valid_from:
            values = {"found": Wording(day=agency.valid_from), "number": decision.number}
            values |= {"signed": Wording(day=decision.signed), HEIR: file}
            yield at(file, "valid_from", **values)


def _signed_before_it_was(context: Context, agency: Agency) -> Decision | None:
    """The first decision of an agency between the end of those it follows and its own first day."""
    begun = agency.valid_from
    others = context.catalogue.agencies.values()
    ends = [one.valid_to for one in others if agency.id in one.successors and one.valid_to]
    if begun is None or not ends:
        return None
    signed = [
        decision
        for decision in context.catalogue.decisions.values()
        if decision.agency == agency.id and decision.signed and max(ends) < decision.signed < begun
    ]
    return min(signed, key=lambda one: one.signed or begun, default=None)


def _level_of_the_name(agency: Agency) -> Iterator[Breach]:
    """A ministry is central, a department or committee of a province is provincial."""
    name = agency.name.lower()
    wanted = next((level for pattern, level in _LEVELS if pattern.match(name)), None)
    yield from other_level(agency, wanted)


def _lower_parent(context: Context) -> Iterator[Breach]:
    """An agency stands below one of its own tier or of a higher one."""
    agencies = context.catalogue.agencies
    for file, agency in context.requested_records("agency"):
        parent = agencies.get(agency.parent or "")
        if parent and agency.source is None and is_of_higher_tier(agency, parent):
            level = Wording((f"level.{parent.level}",))
            yield at(file, "parent", found=parent.name, level=level)


_WARNING = Severity.WARNING
RULES = (
    Rule("CQ820", _WARNING, HOUSE, _gap_between_agencies, per_file=True),
    Rule(
        "CQ841",
        Severity.ERROR,
        HOUSE,
        _begun_after_signing,
        needs_named=("decision",),
        per_file=True,
    ),
    Rule("CQ821", _WARNING, PRACTICE, _level_of_the_name, ("agency",), written_here=True),
    Rule("CQ822", _WARNING, PRACTICE, _lower_parent, per_file=True),
)
