"""What is open about days, grounds, agencies, identifiers and parts that are not stated."""

from collections.abc import Iterator

from generator.findings.problem import Pointer
from generator.law.intervals import Event, Status
from generator.model.elsewhere import PORTAL
from generator.model.gaps.gap import ExaminedProcedure, Gap, clip
from generator.model.gaps.kinds import GapKind
from generator.model.lacking import lacking_parts
from generator.readings.evidence import evidence_of
from generator.records.registers import LegalDocument
from generator.records.version import AGENCY_ROLES

_OWN_KIND = ("dossier",)
"""Parts that have a kind of gap of their own."""
_UNDATED = (Status.PUBLISHED, Status.UNCERTAIN)


def register_gaps(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Gaps of what surrounds the answers."""
    yield from _days(seen)
    yield from _grounds(seen)
    yield from _portal(seen)
    yield from _agencies(seen)
    yield from _missing(seen)


def _missing(seen: ExaminedProcedure) -> Iterator[Gap]:
    """The parts of which nothing is stated, those together that have no kind of their own."""
    parts = [part for part, _ in lacking_parts(seen.version) if part not in _OWN_KIND]
    if parts:
        where, more = _pointer_of(parts[0]), len(parts) - 1
        yield seen.gap(GapKind.PART_MISSING, where, more=more, parts=parts)


def _pointer_of(part: str) -> Pointer:
    if part in AGENCY_ROLES:
        return ("agencies", part)
    return ("online", "level") if part == "online" else (part,)


def _days(seen: ExaminedProcedure) -> Iterator[Gap]:
    event = _event(seen) if seen.entry.status in _UNDATED else None
    if event:
        decision = event.decision
        path = seen.catalogue.path("decision", decision.id)
        words, values = clip(decision.number), {"number": decision.number}
        yield Gap(GapKind.DAYS_UNKNOWN, seen.entry.code, path, ("effective",), words, values)


def _event(seen: ExaminedProcedure) -> Event | None:
    """The last row without a day, which leaves open what binds."""
    undated = [event for event in seen.entry.timeline.events if event.effective is None]
    return undated[-1] if undated else None


def _grounds(seen: ExaminedProcedure) -> Iterator[Gap]:
    ended = [
        (position, document)
        for position, basis in enumerate(seen.version.legal_basis.items)
        if (document := seen.catalogue.documents.get(basis.document)) and _is_over(document, seen)
    ]
    if ended:
        position, first = ended[0]
        where = evidence_of(("legal_basis", "items", position, "document"), first.number)
        names = [document.number for _, document in ended]
        yield seen.gap(GapKind.GROUND_ENDED, where, names=names, more=len(ended) - 1)


def _is_over(document: LegalDocument, seen: ExaminedProcedure) -> bool:
    by_day = document.expires is not None and document.expires <= seen.day
    return by_day or (document.expires is None and document.status == "expired")


def _portal(seen: ExaminedProcedure) -> Iterator[Gap]:
    known = any(one.system == PORTAL for one in seen.procedure.identifiers)
    if seen.catalogue.settings.portal_page and not known:
        yield seen.gap_of_identity(GapKind.PORTAL_ID, ("identifiers",))


def _agencies(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Agencies in words, one gap for each role."""
    for role in AGENCY_ROLES:
        items = getattr(seen.version.agencies, role).items
        loose = [(n, one.text) for n, one in enumerate(items) if one.text and not one.agency]
        if loose:
            position, text = loose[0]
            where = evidence_of(("agencies", role, "items", position, "text"), text)
            more = len(loose) - 1
            yield seen.gap(GapKind.AGENCY_UNLINKED, where, part=role, more=more)
