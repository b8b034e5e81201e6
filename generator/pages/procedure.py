"""The page of a procedure, and the permanent page of each of its versions."""

from collections.abc import Iterable
from datetime import date

from generator import addresses
from generator.exports.linked_data import service
from generator.law.intervals import Status
from generator.law.titles import one_line
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages import history
from generator.pages.as_of import UNMARKED
from generator.pages.coming import coming_change
from generator.pages.contact import feedback
from generator.pages.families import family_link, family_section
from generator.pages.formatting import (
    code_words,
    format_day,
    joined,
    missing,
    printed_wording,
)
from generator.pages.handout import handout_link
from generator.pages.journeys import step_places
from generator.pages.links import procedure_link
from generator.pages.nodes.blocks import NO_BLOCK, Block, bullets, html_block, note, page_body
from generator.pages.nodes.html import element, escape_html, escape_line, join_html
from generator.pages.nodes.inline import (
    Inline,
    emphasis,
    link,
    punctuation,
    run,
    strong,
    text,
)
from generator.pages.nodes.phrases import phrase
from generator.pages.page import Crumb, Page
from generator.pages.paper_head import paper_head
from generator.pages.purpose import purpose
from generator.pages.redline import redline_note
from generator.pages.reuse import reuse
from generator.pages.version_body import VersionBody
from generator.pages.whose import whose_at_all_times, whose_line
from generator.readings.filing_rivals import is_of_other_level
from generator.readings.time_beside import beginning_told
from generator.records.version import Version

_DOT = escape_html(" · ")
_BANNER_KIND = {
    Status.ENDING: "warning",
    Status.UNCERTAIN: "warning",
    Status.WAITING: "note",
}
_SCRIPTS = ("procedure",)


def procedure_page(entry: PublishedProcedure, parts: VersionBody, edition: Edition) -> Page:
    """The page of a procedure: the version to follow on the day of the edition, in `parts`."""
    here = addresses.procedure(entry.code)
    body = page_body(
        text(entry.title),
        paper_head(entry, entry.version, edition, here),
        _banner(entry, edition, here),
        _coming(entry, edition),
        whose_line(entry, edition, here),
        purpose(entry.version, entry.procedure, edition.words),
        parts.first_screen(here),
        step_places(entry.code, here, edition),
        parts.filing,
        family_link(entry.code, edition),
        handout_link(entry, entry.version.version, edition, here),
        _identity(entry, parts, edition),
        parts.sections(here),
        family_section(entry.code, edition, here),
        history.decisions(entry, edition, here),
        history.versions(entry, edition, here),
        reuse(entry, entry.version, edition, here),
        feedback(edition),
    )
    return Page(
        path=here,
        title=entry.title,
        body=body,
        description=_description(entry, edition),
        crumbs=_crumbs(entry, edition),
        changed=_changed(entry),
        kind="procedure",
        about=f"{entry.code} {entry.version.version}",
        feed=True,
        linked_data=service(entry, entry.version, edition),
        scripts=_SCRIPTS,
        frames=parts.frames(entry),
    )


def version_page(entry: PublishedProcedure, parts: VersionBody, edition: Edition) -> Page:
    """The permanent page of one version, with a banner unless it is the one in force."""
    version = parts.version
    here = addresses.version_address(entry.code, version.version)
    title = one_line(version.title)
    name = edition.words("version.name", version=version.version)
    body = page_body(
        text(title),
        paper_head(entry, version, edition, here),
        _version_banner(entry, version, edition, here),
        redline_note(entry, version.version, edition, here),
        whose_at_all_times(entry.summary.province, edition),
        parts.first_screen(here),
        parts.filing,
        handout_link(entry, version.version, edition, here),
        _identity(entry, parts, edition),
        parts.sections(here),
        history.decisions(entry, edition, here, version.version),
        history.versions(entry, edition, here),
        reuse(entry, version, edition, here),
        feedback(edition),
    )
    shown = version.version == entry.version.version
    return Page(
        path=here,
        title=f"{title} – {name}",
        body=body,
        description=_description(entry, edition),
        crumbs=(*_crumbs(entry, edition), Crumb(entry.title, addresses.procedure(entry.code))),
        changed=_changed(entry),
        kind="version",
        about=f"{entry.code} {version.version}",
        linked_data=service(entry, version, edition),
        scripts=_SCRIPTS,
        frames=parts.frames(entry),
        canonical=addresses.procedure(entry.code) if shown else "",
    )


def redirect_page(old: str, code: str, edition: Edition) -> Page:
    """What stays at an id that a procedure used to have."""
    here = addresses.procedure(old)
    target = addresses.relative(addresses.procedure(code), here)
    words = edition.words
    body = page_body(
        phrase(words, "moved.title"), link(phrase(words, "moved.to", code=code), target)
    )
    return Page(
        path=here,
        title=words("moved.title"),
        body=body,
        kind="moved",
        canonical=addresses.procedure(code),
        listed=False,
    )


def _identity(entry: PublishedProcedure, parts: VersionBody, edition: Edition) -> Block:
    """Code, field and level, on one quiet line; the level marked where the place has another."""
    words, version = edition.words, parts.version
    levels = [words(f"level.{key}") for key in version.levels.items]
    reviewed = entry.procedure.last_reviewed
    shown = [
        code_words(entry.procedure.code, words),
        edition.field(entry.procedure.field).name,
        _levels(joined(levels), parts, words)
        or (missing(version.levels, words) if version.levels.none else ""),
        printed_wording(version.levels, levels),
        words("procedure.reviewed", day=format_day(reviewed, words)) if reviewed else "",
        _undated(entry, version, edition),
    ]
    return identity_line(shown)


def _levels(said: str, parts: VersionBody, words: Words) -> str:
    """The recorded levels; as the source's where the place of filing is of another level."""
    differs = is_of_other_level(parts.read.filing.doors, parts.version.levels.items)
    return words("procedure.level_differs", levels=said) if said and differs else said


def _undated(entry: PublishedProcedure, version: Version, edition: Edition) -> str:
    """That nobody knows from when a version binds; empty where that is told, or it is over."""
    if any(beginning_told(version)):
        return ""
    status = entry.timeline.version_status(version.version, edition.day)
    return edition.words("procedure.undated") if status is Status.PUBLISHED else ""


def identity_line(parts: Iterable[str]) -> Block:
    """What names a procedure, on one line; empty parts are left out."""
    shown = join_html((escape_line(part) for part in parts if part), _DOT)
    return html_block(element("p", shown, class_="identity"))


def _banner(entry: PublishedProcedure, edition: Edition, here: str) -> Block:
    """What a reader must know before anything else: not in force, not yet, or ending soon."""
    if entry.status in UNMARKED:
        return NO_BLOCK
    words = edition.words
    interval = entry.timeline.interval_of(entry.version.version)
    explained = phrase(
        words,
        f"banner.{entry.status}",
        start=format_day(interval.start if interval else None, words),
        end=format_day(interval.end if interval else None, words),
    )
    successors = [procedure_link(code, edition, here) for code in entry.timeline.successors]
    title = phrase(words, f"status.{entry.status}")
    return note(_BANNER_KIND.get(entry.status, "danger"), title, [explained, bullets(successors)])


def _coming(entry: PublishedProcedure, edition: Edition) -> Block | Inline:
    """That a decision changes the procedure later; a banner says so itself."""
    said = coming_change(entry, edition)
    return strong(text(said)) if said and entry.status in UNMARKED else NO_BLOCK


def _version_banner(
    entry: PublishedProcedure, version: Version, edition: Edition, here: str
) -> Block | Inline:
    status = entry.timeline.version_status(version.version, edition.day)
    words = edition.words
    name = phrase(words, "version.name", version=version.version)
    label = phrase(words, f"status.{status}")
    if status in UNMARKED:
        return emphasis(run(name, punctuation(" – "), label))
    interval = entry.timeline.interval_of(version.version)
    explained = phrase(
        words,
        f"version.{status}",
        start=format_day(interval.start if interval else None, words),
        end=format_day(interval.end if interval else None, words),
    )
    current = addresses.relative(addresses.procedure(entry.code), here)
    back = link(phrase(words, "version.current"), current)
    kind = _BANNER_KIND.get(status, "danger")
    return note(kind, run(name, punctuation(": "), label), [explained, back])


def _description(entry: PublishedProcedure, edition: Edition) -> str:
    summary = entry.procedure.summary or edition.words("procedure.description", title=entry.title)
    return one_line(summary)[:200]


def _crumbs(entry: PublishedProcedure, edition: Edition) -> tuple[Crumb, ...]:
    field = edition.field(entry.procedure.field)
    return (
        Crumb(edition.words("list.fields"), addresses.FIELDS),
        Crumb(field.name, addresses.field(field.id)),
    )


def _changed(entry: PublishedProcedure) -> date | None:
    """The day the latest decision about the procedure was signed."""
    dates = [event.decision.signed for event in entry.timeline.events if event.decision.signed]
    return max(dates, default=None)
