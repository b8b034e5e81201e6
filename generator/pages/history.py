"""The life of a procedure on its page: decisions, versions as a timeline, and the date box."""

from collections import Counter

from generator import addresses
from generator.law.intervals import Event, Interval
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.as_of import date_box, sure_days
from generator.pages.formatting import effective_on, format_day, signed_on
from generator.pages.links import annulled_by
from generator.pages.nodes.blocks import Block, blocks, bullets, html_block
from generator.pages.nodes.html import (
    BREAK,
    Attribute,
    Html,
    anchor,
    element,
    escape_html,
    join_html,
)
from generator.pages.nodes.inline import Inline, link, punctuation, run, strong, tagged, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.redline import successive

_DOT = escape_html(" · ")
_SPACE = escape_html(" ")
_DASH = punctuation(" – ")


def decisions(entry: PublishedProcedure, edition: Edition, here: str, version: str = "") -> Block:
    """The rows of decisions that made this procedure, or one version of it, what it is."""
    interval = entry.timeline.interval_of(version)
    shown = {version, *(event.version for event in interval.joined)} if interval else {version}
    events = [e for e in edition.events_of(entry.code) if not version or e.version in shown]
    rows = Counter(event.row.id for event in events)
    listed = bullets(_event(event, rows[event.row.id] > 1, edition, here) for event in events)
    return blocks([section_heading(edition.words, "part.decisions"), listed])


def _event(event: Event, repeated: bool, edition: Edition, here: str) -> Inline:
    """A row of a decision; when its id is `repeated`, the link to it names the decision too."""
    words, decision = edition.words, event.decision
    target = addresses.relative(addresses.decision(decision.id), here)
    row = phrase(words, "decision.row", row=event.row.id)
    if repeated:
        row = run(row, tagged("span", text(f" – {decision.number}"), class_="unseen"))
    agency = edition.agency_name(decision.agency)
    signed = signed_on(decision.signed, words)
    annulling = edition.annulled_by(event.reference)
    return run(
        strong(phrase(words, f"action.{event.action}")),
        _DASH,
        link(text(decision.number), target),
        punctuation(" ("),
        link(row, f"{target}#{addresses.row_anchor(event.row.id)}"),
        punctuation("), "),
        text(f"{agency}, {signed}; {effective_on(event.effective, words)}"),
        *((_DASH, annulled_by(annulling, edition, here)) if annulling else ()),
    )


def versions(entry: PublishedProcedure, edition: Edition, here: str) -> Block:
    """Every published version, the latest first, as a timeline that the date box reads."""
    words = edition.words
    before = {after: old for old, after, _ in successive(entry)}
    shown = (
        _version(summary.version, before.get(summary.version), entry, edition, here)
        for summary in reversed(entry.summaries)
    )
    current = addresses.href(addresses.procedure(entry.code), here)
    known = any(interval.certain for interval in entry.timeline.intervals)
    return blocks(
        [
            section_heading(words, "part.versions"),
            html_block(element("ol", *shown, class_="timeline", data_current=current)),
            date_box(edition, words("as_of.procedure"), "procedure", known=known),
        ]
    )


def _version(
    version: str, before: str | None, entry: PublishedProcedure, edition: Edition, here: str
) -> Html:
    words = edition.words
    interval = entry.timeline.interval_of(version)
    status = entry.timeline.version_status(version, edition.day)
    name = words("version.name", version=version)
    target = addresses.href(addresses.version_address(entry.code, version), here)
    carrier = entry.timeline.carrier_of(version)
    binds = words("version.joined", version=carrier) if carrier else span(interval, words)
    about = [escape_html(binds)]
    if before:
        redline = addresses.href(addresses.redline(entry.code, version), here)
        about.append(anchor(words("redline.link", before=before), redline))
    return element(
        "li",
        element("strong", anchor(name, target)),
        _SPACE,
        element("span", escape_html(words(f"status.{status}")), class_="status"),
        BREAK,
        join_html(filter(None, about), _DOT),
        class_="current" if status.current else None,
        data_version=version,
        **_dates(interval),
    )


def _dates(interval: Interval | None) -> dict[str, Attribute]:
    """When a version binds, for the date box; nothing for one that never did."""
    if interval is None or interval.empty:
        return {}
    start, end = interval.possible
    return {
        "data_start": start.isoformat() if start else "",
        "data_end": end.isoformat() if end else "",
        "data_sure": sure_days(interval.possible, interval.certain) or None,
    }


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
    open_ended = words("version.until_unknown") if interval and interval.ended_unknown else ""
    return f"{since} {until or open_ended}".strip()
