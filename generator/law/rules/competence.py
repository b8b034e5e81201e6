"""Rules on competence: who signs for whom, and who may publish or change whose procedures."""

import re
from collections.abc import Iterator, Mapping

from generator.findings.problem import Severity, Wording
from generator.law.consequences import BECAUSE
from generator.law.intervals import Event
from generator.law.rules.context import Context
from generator.law.rules.engine import Breach, Rule, at, here
from generator.law.rules.placed import place_of_event
from generator.law.rules.sources import FORM_OF_A_DECISION, WHO_PUBLISHES
from generator.law.succession import followers
from generator.law.text import fold_text
from generator.records.decision import Decision
from generator.records.registers import Agency, Procedure

_OF_A_MINISTRY = re.compile(
    r"(?:quyền\s+)?(?:bộ trưởng|thứ trưởng|lãnh đạo bộ|(?:phó )?tổng thanh tra"
    r"|(?:phó )?thống đốc)\b",
    re.I,
)
_OF_A_COMMITTEE = re.compile(
    r"(?:quyền\s+)?(?:phó )?(?:chủ tịch\s*\Z|chủ tịch (?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)"
    r"|giám đốc sở)\b",
    re.I,
)
_POSITION = re.compile(
    r"(?:TM\.|KT\.|Q\.|Quyền )?\s*(?:Phó )?(?:Bộ trưởng|Thứ trưởng|Chủ tịch|Chủ nhiệm|Giám đốc"
    r"|Tổng Giám đốc|Chánh Văn phòng|Chánh Thanh tra|Cục trưởng|Vụ trưởng|Tổng cục trưởng"
    r"|Lãnh đạo|Trưởng ban|Tổng Thanh tra|Thống đốc|Viện trưởng|Tổng Kiểm toán|Thủ tướng"
    r"|Trưởng phòng)"
    r"(?:,? .*)?",
    re.IGNORECASE,
)
"""What a head or a deputy is called; an office or agency may follow."""
_DECIDES_TOGETHER = re.compile(
    r"(?:ủy|uỷ) ban|ubnd|hội đồng|chính phủ|quốc hội"
    r"|ban (?:chỉ đạo|chấp hành|thường vụ|quản lý)",
    re.I,
)
"""Bodies for whom one of them signs on behalf of all."""
_MINISTRY = re.compile(r"bộ\s", re.I)
_ABOVE_ALL = ("chinh phu", "thu tuong chinh phu", "quoc hoi")
_CHANGES = ("amend", "correct", "replace", "abolish")


def _signer_of_another(context: Context) -> Iterator[Breach]:
    """The position of the signer is one that the agency of the decision has."""
    agencies = context.catalogue.agencies
    for file, decision in context.requested_records("decision"):
        agency = agencies.get(decision.agency)
        position = decision.signer.position
        if agency and position and _is_of_another(position.strip(), agency):
            because = {BECAUSE: context.catalogue.path("agency", agency.id)}
            place = ("signer", "position")
            yield at(file, *place, found=position, agency=agency.name, **because)


def _is_of_another(position: str, agency: Agency) -> bool:
    if agency.level in ("province", "district", "commune"):
        return bool(_OF_A_MINISTRY.match(position))
    ministry = agency.level == "central" and _MINISTRY.match(agency.name)
    return bool(ministry and _OF_A_COMMITTEE.match(position))


def _unknown_position(decision: Decision) -> Iterator[Breach]:
    """The position of a signer is one that heads and deputies have."""
    position = decision.signer.position
    if position and not _POSITION.fullmatch(" ".join(position.split())):
        yield here("signer", "position", found=position)


def _on_behalf_of_one(context: Context) -> Iterator[Breach]:
    """TM. is written for a body that decides together; a ministry is led by one person."""
    agencies = context.catalogue.agencies
    for file, decision in context.requested_records("decision"):
        agency = agencies.get(decision.agency)
        together = agency and _DECIDES_TOGETHER.match(agency.name)
        behalf = decision.signer.capacity == "on_behalf" and decision.source is None
        if agency and behalf and not together:
            because = {BECAUSE: context.catalogue.path("agency", agency.id)}
            yield at(file, "signer", "capacity", found=agency.name, **because)


def _procedure_of_another(context: Context) -> Iterator[Breach]:
    """Who published a procedure changes or ends it, or who took over from it, or its superior."""
    agencies = context.catalogue.agencies
    for code, timeline in context.timelines.items():
        publisher: str | None = None
        for event in timeline.events:
            decision = event.decision
            ended = _had_ended(decision, agencies)  # CQ809 reports it
            foreign = publisher and not (
                ended or _may_act_for(decision.agency, publisher, agencies)
            )
            if foreign and event.action in _CHANGES:
                yield _changed_by_another(context, event, code, publisher or "")
            elif event.version:
                publisher = decision.agency


def _had_ended(decision: Decision, agencies: Mapping[str, Agency]) -> bool:
    agency = agencies.get(decision.agency)
    end = agency.valid_to if agency else None
    return bool(end and decision.signed and end < decision.signed)


def _changed_by_another(context: Context, event: Event, code: str, publisher: str) -> Breach:
    values = {"found": code, "agency": _name(event.decision.agency, context)}
    values["publisher"] = _name(publisher, context)
    return at(*place_of_event(context.catalogue, event), **values)


def _annulled_by_another(context: Context) -> Iterator[Breach]:
    """A row is annulled by who decided it, or who took over from it, or its superior."""
    for placed in context.rows:
        annuls = placed.row.annuls
        target = context.catalogue.decisions.get(annuls.decision) if annuls else None
        agency = placed.decision.agency
        if target and not _may_act_for(agency, target.agency, context.catalogue.agencies):
            values = {"found": target.number, "agency": _name(agency, context)}
            publisher = _name(target.agency, context)
            yield at(placed.file, "rows", placed.position, publisher=publisher, **values)


def _may_act_for(agency: str, publisher: str, agencies: Mapping[str, Agency]) -> bool:
    """Whether an agency is another one, or its successor, or stands above or below it."""
    if agency not in agencies or publisher not in agencies:
        return True
    heirs = followers(publisher, agencies)
    above = {key for heir in heirs for key in _superiors(heir, agencies)}
    return bool({agency, *_superiors(agency, agencies)} & {*heirs, *above})


def _superiors(key: str, agencies: Mapping[str, Agency]) -> set[str]:
    """The agencies above one, up to the Government, under which all of them stand."""
    found: set[str] = set()
    parent = agencies[key].parent if key in agencies else None
    while parent and parent in agencies and parent not in found:
        if fold_text(agencies[parent].name) in _ABOVE_ALL:
            break
        found.add(parent)
        parent = agencies[parent].parent
    return found


def _name(key: str, context: Context) -> str:
    agency = context.catalogue.agencies.get(key)
    return agency.name if agency else key


def _published_elsewhere(context: Context) -> Iterator[Breach]:
    """Procedures of one locality are published there, internal ones where they are followed.

    A ministry also publishes those that offices of provinces and communes follow among themselves.
    """
    for file, procedure in context.requested_records("procedure"):
        agency = context.catalogue.agencies.get(procedure.agency)
        level = agency.level if agency else None
        local = procedure.scope == "specific" or (
            procedure.kind == "local_internal" and not _is_followed_below(procedure, context)
        )
        central = procedure.kind == "central_internal"
        if (
            agency
            and level
            and ((local and level == "central") or (central and level != "central"))
        ):
            found = Wording((f"level.{level}",))
            place = "scope" if procedure.scope == "specific" else "kind"
            yield at(file, place, found=agency.name, level=found)


def _is_followed_below(procedure: Procedure, context: Context) -> bool:
    """Whether an internal procedure is followed in provinces or communes alone."""
    versions = context.catalogue.version_refs.get(procedure.id, ())
    followed = {level for ref in versions for level in ref.header.levels.items}
    return procedure.scope == "internal" and bool(followed) and "central" not in followed


_WARNING = Severity.WARNING
RULES = (
    Rule("QD218", _WARNING, FORM_OF_A_DECISION, _signer_of_another, per_file=True),
    Rule(
        "QD225", _WARNING, FORM_OF_A_DECISION, _unknown_position, ("decision",), written_here=True
    ),
    Rule("QD224", _WARNING, FORM_OF_A_DECISION, _on_behalf_of_one, per_file=True),
    Rule("QD219", _WARNING, WHO_PUBLISHES, _procedure_of_another, needs=("decision", "agency")),
    Rule("QD220", _WARNING, WHO_PUBLISHES, _annulled_by_another, needs=("agency",)),
    Rule("QD221", _WARNING, WHO_PUBLISHES, _published_elsewhere, per_file=True),
)
