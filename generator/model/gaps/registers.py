"""What is open about days, grounds, agencies, identifiers and parts that are not stated."""

import re
from collections.abc import Iterator
from datetime import date

from generator.findings.problem import Pointer
from generator.law.intervals import Event, Status
from generator.model.elsewhere import PORTAL
from generator.model.gaps.gap import ExaminedProcedure, Gap, clip
from generator.model.gaps.kinds import GapKind
from generator.model.lacking import ROLES, lacking_parts
from generator.readings.evidence import evidence_of
from generator.records.registers import LegalDocument
from generator.records.version import Version

_OWN_KIND = ("dossier",)
"""Parts that have a kind of gap of their own."""
_UNDATED = (Status.PUBLISHED, Status.UNCERTAIN)
_FIGURE = re.compile(r"\d[\d.,]*")


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
    if part in ROLES:
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
    for role in ROLES:
        items = getattr(seen.version.agencies, role).items
        loose = [(n, one.text) for n, one in enumerate(items) if one.text and not one.agency]
        if loose:
            position, text = loose[0]
            where = evidence_of(("agencies", role, "items", position, "text"), text)
            more = len(loose) - 1
            yield seen.gap(GapKind.AGENCY_UNLINKED, where, part=role, more=more)


def answer_gaps(seen: ExaminedProcedure) -> Iterator[Gap]:
    """Answers of editors that were reviewed before the text, or have figures that it lacks."""
    published, reviewed = _published_on(seen), seen.procedure.last_reviewed
    said = {"time": seen.answers.time, "fees": seen.answers.fees, "place": seen.answers.place}
    said["papers"] = seen.answers.papers
    for key, text in said.items():
        if not text:
            continue
        late = published if published and reviewed and reviewed < published else None
        figures = _strange_figures(key, text, seen.version)
        if late or figures:
            where: Pointer = ("answers", key)
            values = {"figures": figures, "published": late}
            yield seen.gap_of_identity(GapKind.ANSWER_OUTDATED, where, text, **values)


def _published_on(seen: ExaminedProcedure) -> date | None:
    """The day of the decision that published the version shown; None when it is not known."""
    events = (e for e in seen.entry.timeline.events if e.version == seen.version.version)
    days = [e.decision.listed or e.decision.signed or e.effective for e in events]
    return max((day for day in days if day), default=None)


def _strange_figures(key: str, text: str, version: Version) -> list[str]:
    """The figures of an answer on time or fees that the text has not."""
    if key not in ("time", "fees"):
        return []
    known = {_bare(found) for one in _figures(version) for found in _FIGURE.findall(one)}
    return [found for found in _FIGURE.findall(text) if _bare(found) not in known]


def _figures(version: Version) -> Iterator[str]:
    """Every figure and text in which a time or a sum may stand."""
    for channel in version.channels.items:
        times = [channel.time, *([channel.committed_time] if channel.committed_time else ())]
        for time in times:
            every = (time, *time.cases, *time.additions)
            yield from (f"{one.value:.15g}" for one in every if one.value is not None)
            yield from (one.text for one in every if one.text)
            yield from (case.name for case in time.cases)
        for fee in channel.fees.items:
            yield "" if fee.amount is None else f"{fee.amount:.15g}"
            yield from (text for text in (fee.text, fee.unit, fee.basis, fee.name) if text)
        yield from (text for text in (channel.text, channel.fees.text) if text)
    yield from (step.text for step in version.steps.items if step.text)
    yield from version.notes


def _bare(figure: str) -> str:
    """A figure without marks between its digits and zeros before them."""
    return re.sub(r"\D", "", figure).lstrip("0")
