"""The page of a procedure, and the permanent page of each of its versions."""

from datetime import date

from generator.exports import paths
from generator.law.edition import Edition, Entry, one_line
from generator.law.timeline import Event, Interval, Status
from generator.locale import Words
from generator.pages import sections
from generator.pages.channels import channels
from generator.pages.decision import annulled_by
from generator.pages.dossier import dossier
from generator.pages.markdown import (
    blocks,
    bullets,
    facts,
    heading,
    html,
    inline,
    link,
    note,
    outside,
    prose,
)
from generator.pages.page import Crumb, Page
from generator.pages.redline import redline_note
from generator.pages.wording import (
    agency_part,
    day,
    effective_on,
    joined,
    missing,
    short_duration,
    signed_on,
)
from generator.records.registers import Contact
from generator.records.version import Version

_BANNER_KIND = {
    Status.IN_FORCE: "",
    Status.ENDING: "warning",
    Status.WAITING: "note",
}


def procedure_page(entry: Entry, edition: Edition) -> Page:
    """The page of a procedure: the version to follow on the day of the edition."""
    here = paths.procedure(entry.code)
    body = blocks(
        [
            f"# {inline(entry.title)}",
            _banner(entry, edition, here),
            prose(entry.procedure.summary or ""),
            _facts(entry, entry.version, edition),
            version_sections(entry.version, edition, here),
            _decisions(entry, edition, here),
            _versions(entry, edition, here),
            _feedback(edition),
        ]
    )
    return Page(
        path=here,
        title=entry.title,
        body=body,
        description=_description(entry, edition),
        crumbs=_crumbs(entry, edition),
        changed=_changed(entry),
        kind="procedure",
    )


def version_page(entry: Entry, version: Version, edition: Edition) -> Page:
    """The permanent page of one version, with a banner unless it is the one in force."""
    here = paths.version(entry.code, version.version)
    title = one_line(version.title)
    name = edition.words("version.name", version=version.version)
    body = blocks(
        [
            f"# {inline(title)}",
            _version_banner(entry, version, edition, here),
            redline_note(entry, version, edition, here),
            _facts(entry, version, edition),
            version_sections(version, edition, here),
            _decisions(entry, edition, here, version.version),
            _feedback(edition),
        ]
    )
    shown = version.version == entry.version.version
    return Page(
        path=here,
        title=f"{title} – {name}",
        body=body,
        description=_description(entry, edition),
        crumbs=(*_crumbs(entry, edition), Crumb(entry.title, paths.procedure(entry.code))),
        changed=_changed(entry),
        kind="version",
        canonical=paths.procedure(entry.code) if shown else "",
    )


def redirect_page(old: str, code: str, edition: Edition) -> Page:
    """What stays at an id that a procedure used to have."""
    here = paths.procedure(old)
    target = paths.relative(paths.procedure(code), here)
    words = edition.words
    body = blocks([f"# {words('moved.title')}", link(words("moved.to", code=inline(code)), target)])
    return Page(here, words("moved.title"), body, kind="moved", canonical=paths.procedure(code))


def version_sections(version: Version, edition: Edition, here: str) -> str:
    """All parts of a version; the citizen's questions first, the lawyer's after them."""
    return blocks(
        [
            dossier(version, edition),
            channels(version, edition),
            sections.results(version, edition),
            sections.applicants(version, edition),
            sections.conditions(version, edition),
            sections.linked(version, edition, here),
            sections.steps(version, edition),
            sections.forms(version, edition),
            sections.agencies(version, edition, here),
            sections.internal_process(version, edition),
            sections.legal_basis(version, edition),
            sections.remarks(version, edition),
        ]
    )


def _facts(entry: Entry, version: Version, edition: Edition) -> str:
    words = edition.words
    procedure = entry.procedure
    executing = [agency_part(part, edition) for part in version.agencies.executing.items[:3]]
    levels = [words(f"level.{key}") for key in version.levels.items]
    times = dict.fromkeys(short_duration(c.time, words) for c in version.channels.items)
    rows = [
        (words("facts.code"), procedure.code or words("facts.no_code")),
        (words("facts.field"), edition.field(procedure.field).name),
        (words("facts.level"), joined(levels) or missing(version.levels, words)),
        (words("facts.agency"), joined(executing) or edition.agency_name(procedure.agency)),
        (words("facts.time"), joined(times) or words("unknown.time")),
        (words("facts.online"), words(f"online.{version.online.level}")),
    ]
    return facts((name, html(value)) for name, value in rows)


def _banner(entry: Entry, edition: Edition, here: str) -> str:
    """What a reader must know before anything else: not in force, not yet, or ending soon."""
    if entry.status is Status.IN_FORCE:
        return ""
    words = edition.words
    interval = entry.timeline.interval_of(entry.version.version)
    text = words(
        f"banner.{entry.status}",
        start=day(interval.start if interval else None, words),
        end=day(interval.end if interval else None, words),
    )
    successors = [_procedure_link(code, edition, here) for code in entry.timeline.successors]
    title = words(f"status.{entry.status}")
    body = blocks([text, bullets(successors)])
    return note(_BANNER_KIND.get(entry.status, "danger"), title, body)


def _version_banner(entry: Entry, version: Version, edition: Edition, here: str) -> str:
    status = entry.timeline.version_status(version.version, edition.day)
    words = edition.words
    name = words("version.name", version=version.version)
    if status is Status.IN_FORCE:
        return f"*{inline(name)} – {words('status.in_force')}*"
    interval = entry.timeline.interval_of(version.version)
    text = words(
        f"version.{status}",
        start=day(interval.start if interval else None, words),
        end=day(interval.end if interval else None, words),
    )
    back = link(words("version.current"), paths.relative(paths.procedure(entry.code), here))
    kind = _BANNER_KIND.get(status, "danger")
    return note(kind, f"{name}: {words(f'status.{status}')}", blocks([text, back]))


def _procedure_link(code: str, edition: Edition, here: str) -> str:
    entry = edition.entries.get(code)
    label = inline(f"{entry.title} ({code})" if entry else code)
    return link(label, paths.relative(paths.procedure(code), here)) if entry else label


def _decisions(entry: Entry, edition: Edition, here: str, version: str = "") -> str:
    """The rows of decisions that made this procedure what it is."""
    events = [e for e in edition.events_of(entry.code) if not version or e.version == version]
    lines = [_event(event, edition, here) for event in events]
    title = heading(2, edition.words("part.decisions"), "quyet-dinh")
    return blocks([title, bullets(lines)])


def _event(event: Event, edition: Edition, here: str) -> str:
    words = edition.words
    target = paths.relative(paths.decision(event.decision.id), here)
    agency = inline(edition.agency_name(event.decision.agency))
    signed = signed_on(event.decision.signed, words)
    effective = effective_on(event.effective, words)
    action = words(f"action.{event.action}")
    number = link(inline(event.decision.number), target)
    annulling = edition.annulments.get(event.reference)
    end = f" – {annulled_by(annulling, edition, here)}" if annulling else ""
    return f"**{action}** – {number}, {agency}, {signed}; {effective}{end}"


def _versions(entry: Entry, edition: Edition, here: str) -> str:
    words = edition.words
    published = {event.version for event in edition.events_of(entry.code)}
    versions = edition.catalogue.versions.get(entry.code, ())
    lines = []
    for version in reversed([v for v in versions if v.version in published]):
        interval = entry.timeline.interval_of(version.version)
        status = entry.timeline.version_status(version.version, edition.day)
        name = words("version.name", version=version.version)
        target = paths.relative(paths.version(entry.code, version.version), here)
        span = _span(interval, words)
        line = f"{link(name, target)} – {words(f'status.{status}')} {span}".strip()
        changed = redline_note(entry, version, edition, here)
        lines.append(f"{line}; {changed}" if changed else line)
    return blocks([heading(2, words("part.versions"), "phien-ban"), bullets(lines)])


def _span(interval: Interval | None, words: Words) -> str:
    """From when until when, as far as it is known."""
    since = (
        words("version.since", start=day(interval.start, words))
        if interval and interval.start
        else ""
    )
    until = (
        words("version.until", end=day(interval.end, words)) if interval and interval.end else ""
    )
    return f"{since} {until}".strip()


def _feedback(edition: Edition) -> str:
    """Where to complain or ask; the law wants it posted with every procedure."""
    words = edition.words
    lines = [contact_line(contact, edition) for contact in edition.contacts("feedback")]
    title = heading(2, words("part.feedback"), "phan-anh")
    return blocks([title, words("feedback.right"), bullets(lines)]) if lines else ""


def contact_line(contact: Contact, edition: Edition) -> str:
    """One contact on one line: name, address, phone, mail, page."""
    words = edition.words
    parts = [
        f"**{inline(contact.name)}**",
        inline(contact.address or ""),
        words("contact.phone", phone=inline(contact.phone)) if contact.phone else "",
        outside(contact.email, f"mailto:{contact.email}") if contact.email else "",
        outside(words("contact.page"), contact.url) if contact.url else "",
    ]
    return " – ".join(part for part in parts if part)


def _description(entry: Entry, edition: Edition) -> str:
    summary = entry.procedure.summary or edition.words("procedure.description", title=entry.title)
    return one_line(summary)[:200]


def _crumbs(entry: Entry, edition: Edition) -> tuple[Crumb, ...]:
    field = edition.field(entry.procedure.field)
    return (
        Crumb(edition.words("list.fields"), paths.FIELDS),
        Crumb(field.name, paths.field(field.id)),
    )


def _changed(entry: Entry) -> date | None:
    """The day the latest decision about the procedure was signed."""
    dates = [event.decision.signed for event in entry.timeline.events if event.decision.signed]
    return max(dates, default=None)
