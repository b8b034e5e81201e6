"""The life of a procedure on its page: decisions, versions as a timeline, and the date box."""

from generator import addresses
from generator.law.timeline import Event, Interval
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.as_of import date_box
from generator.pages.formatting import effective_on, format_day, signed_on
from generator.pages.links import annulled_by
from generator.pages.markdown import anchor, blocks, bullets, heading, html, inline, link
from generator.pages.redline import successive


def decisions(entry: PublishedProcedure, edition: Edition, here: str, version: str = "") -> str:
    """The rows of decisions that made this procedure, or one version of it, what it is."""
    events = [e for e in edition.events_of(entry.code) if not version or e.version == version]
    lines = [_event(event, edition, here) for event in events]
    title = heading(2, edition.words("part.decisions"), "quyet-dinh")
    return blocks([title, bullets(lines)])


def _event(event: Event, edition: Edition, here: str) -> str:
    words = edition.words
    target = addresses.relative(addresses.decision(event.decision.id), here)
    row = f"{target}#{addresses.row_anchor(event.row.id)}"
    agency = inline(edition.agency_name(event.decision.agency))
    signed = signed_on(event.decision.signed, words)
    effective = effective_on(event.effective, words)
    action = words(f"action.{event.action}")
    number = link(inline(event.decision.number), target)
    annulling = edition.annulled_by(event.reference)
    end = f" – {annulled_by(annulling, edition, here)}" if annulling else ""
    shown = link(words("decision.row", row=inline(event.row.id)), row)
    return f"**{action}** – {number} ({shown}), {agency}, {signed}; {effective}{end}"


def versions(entry: PublishedProcedure, edition: Edition, here: str) -> str:
    """Every published version, the latest first, as a timeline that the date box reads."""
    words = edition.words
    before = {after: old for old, after, _ in successive(entry)}
    current = html(addresses.href(addresses.procedure(entry.code), here))
    shown = "".join(
        _version(face.version, before.get(face.version), entry, edition, here)
        for face in reversed(entry.summaries)
    )
    return blocks(
        [
            heading(2, words("part.versions"), "phien-ban"),
            f'<ol class="timeline" data-current="{current}">{shown}</ol>',
            date_box(edition, words("as_of.procedure"), "procedure"),
        ]
    )


def _version(
    version: str, before: str | None, entry: PublishedProcedure, edition: Edition, here: str
) -> str:
    words = edition.words
    interval = entry.timeline.interval_of(version)
    status = entry.timeline.version_status(version, edition.day)
    name = words("version.name", version=version)
    target = addresses.href(addresses.version_address(entry.code, version), here)
    about = [html(span(interval, words))]
    if before:
        redline = addresses.href(addresses.redline(entry.code, version), here)
        about.append(anchor(words("redline.link", before=before), redline))
    current = ' class="current"' if status.current else ""
    return (
        f'<li{current} data-version="{html(version)}"{_dates(interval)}>'
        f"<strong>{anchor(name, target)}</strong> "
        f'<span class="status">{html(words(f"status.{status}"))}</span>'
        f"<br>{' · '.join(part for part in about if part)}</li>"
    )


def _dates(interval: Interval | None) -> str:
    """When a version binds, for the date box; nothing for one that never did."""
    if interval is None or interval.empty:
        return ""
    start = interval.start.isoformat() if interval.start else ""
    end = interval.end.isoformat() if interval.end else ""
    return f' data-start="{start}" data-end="{end}"'


def span(interval: Interval | None, words: Words) -> str:
    """From when until when, as far as it is known."""
    since = (
        words("version.since", start=format_day(interval.start, words))
        if interval and interval.start
        else ""
    )
    until = (
        words("version.until", end=format_day(interval.end, words))
        if interval and interval.end
        else ""
    )
    return f"{since} {until}".strip()
