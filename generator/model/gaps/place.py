"""What is open about where a dossier is handed in."""

from collections.abc import Iterator

from generator.findings.problem import Pointer
from generator.model.gaps.gap import ExaminedProcedure, Gap
from generator.model.gaps.kinds import GapKind
from generator.readings.answered import is_stated, offices_of, stated_offices
from generator.readings.bodies import read_cell
from generator.readings.body import PublicBody
from generator.readings.door import Door, DoorKind
from generator.readings.evidence import Evidence, Reading, evidence_of
from generator.readings.lowered import lowered
from generator.records.stated import AgencyPart

_RECEIVING: Pointer = ("agencies", "receiving")
_NAMED_ROLES = ("executing", "deciding", "receiving")


def place_gaps(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Gaps of the place: contradictions first, then what is not known."""
    filing = seen.read.filing
    if filing.contradicts and filing.others:
        yield _contradicted(seen)
    yield from _executing(seen)
    for one in filing.refused:
        yield seen.gap(GapKind.PLACE_FOREIGN, one.evidence[0], name=_name(one))
    stated = stated_offices(filing)
    if not stated:
        yield _unknown(seen)
    elif stated[0].value.kind is DoorKind.RULE:
        levels = [one.value.levels[0] for one in stated]
        unsure = next((one for one in offices_of(filing) if not is_stated(one)), None)
        where = unsure.evidence[0] if unsure else _RECEIVING
        yield seen.gap(GapKind.PLACE_BY_RULE, where, levels=levels)


def _contradicted(seen: ExaminedProcedure) -> Gap:
    filing = seen.read.filing
    stated = [_name(one) for one in stated_offices(filing)]
    others = [_name(one) for one in filing.others]
    where = filing.others[0].evidence[0]
    return seen.gap(GapKind.PLACE_CONTRADICTED, where, stated=stated, others=others)


def _unknown(seen: ExaminedProcedure) -> Gap:
    unsure = offices_of(seen.read.filing)
    if unsure:
        names = [_name(one) for one in unsure]
        return seen.gap(GapKind.PLACE_UNSURE, unsure[0].evidence[0], names=names)
    return seen.gap(GapKind.PLACE_UNKNOWN, _RECEIVING)


def _name(door: Reading[Door]) -> str:
    return door.value.name or door.evidence[0].words


def _executing(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Receiving bodies that are the executing ones, and that no words have receive."""
    agencies = seen.version.agencies
    executing = {one.agency or one.text for one in agencies.executing.items}
    for position, one in enumerate(agencies.receiving.items):
        name = _part_name(one, seen)
        if (one.agency or one.text) in executing and not _is_named_in_words(name, seen):
            pointer: Pointer = (*_RECEIVING, "items", position)
            yield seen.gap(GapKind.PLACE_EXECUTING, _where(one, pointer), name=name)


def _is_named_in_words(name: str, seen: ExaminedProcedure) -> bool:
    wanted = lowered(name)
    version = seen.version
    texts = [channel.text or "" for channel in version.channels.items]
    texts += [channel.address or "" for channel in version.channels.items]
    texts += [f"{step.name or ''}\n{step.text or ''}" for step in version.steps.items]
    return any(wanted in lowered(text) for text in texts)


def _where(part: AgencyPart, pointer: Pointer) -> Evidence:
    key = "agency" if part.agency else "text"
    return evidence_of((*pointer, key), part.agency or part.text or "")


def _part_name(part: AgencyPart, seen: ExaminedProcedure) -> str:
    agency = seen.catalogue.agencies.get(part.agency) if part.agency else None
    return agency.name if agency else part.text or part.agency or ""


def body_gaps(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Bodies that have ended: where the dossier goes, and those with a role; each once."""
    found: dict[str, tuple[Evidence, PublicBody]] = {}
    for where, body in (*_door_bodies(seen), *_role_bodies(seen)):
        if body.ended and body.ended.since <= seen.day:
            found.setdefault(body.name, (where, body))
    for where, body in found.values():
        assert body.ended
        since, now = body.ended.since, body.ended.successors
        yield seen.gap(GapKind.BODY_ENDED, where, name=body.name, since=since, now=now)
    yield from _add_dissolved(seen, set(found))


def _door_bodies(seen: ExaminedProcedure) -> Iterator[tuple[Evidence, PublicBody]]:
    if seen.answers.place:
        return
    for door in stated_offices(seen.read.filing):
        if door.value.body:
            yield door.evidence[0], door.value.body


def _role_bodies(seen: ExaminedProcedure) -> Iterator[tuple[Evidence, PublicBody]]:
    for part, pointer in _parts(seen):
        for reading in read_cell(_part_name(part, seen)):
            yield _where(part, pointer), reading.value


def _add_dissolved(seen: ExaminedProcedure, known: set[str]) -> Iterator[Gap]:
    """Agencies that end by the register, and not by their names alone."""
    agencies = seen.catalogue.agencies
    for part, pointer in _parts(seen):
        agency = agencies.get(part.agency) if part.agency else None
        if agency and agency.valid_to and agency.valid_to < seen.day and agency.name not in known:
            known.add(agency.name)
            now = [agencies[key].name for key in agency.successors if key in agencies]
            where, since = _where(part, pointer), agency.valid_to
            yield seen.gap(GapKind.BODY_ENDED, where, name=agency.name, since=since, now=now)


def _parts(seen: ExaminedProcedure) -> Iterator[tuple[AgencyPart, Pointer]]:
    for role in _NAMED_ROLES:
        for position, part in enumerate(getattr(seen.version.agencies, role).items):
            yield part, ("agencies", role, "items", position)
