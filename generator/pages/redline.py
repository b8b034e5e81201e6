"""Redlines: what one version says differently from the one before it, beside the decision."""

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.law.changes import Change, changes
from generator.law.textdiff import ADDED, DELETED, SAME, Span, diff_words
from generator.law.timeline import Event
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.describe import Describer
from generator.pages.formatting import effective_on, signed_on
from generator.pages.links import decision_link
from generator.pages.markdown import blocks, html, inline
from generator.pages.page import Crumb, Page
from generator.records.version import Version

_KEPT_AROUND = 160
"""Characters of unchanged text that are shown beside a change."""


def redline_pages(entry: PublishedProcedure, edition: Edition) -> Iterator[Page]:
    """A page for every two versions of a procedure that followed one another."""
    for before, after, event in successive(entry):
        old, new = (edition.catalogue.version(entry.code, one) for one in (before, after))
        if old and new:
            yield _redline_page(entry, old, new, event, edition)


def successive(entry: PublishedProcedure) -> Iterator[tuple[str, str, Event]]:
    """Versions that followed one another, with the row that brought the later one."""
    void = {event.reference for event in entry.timeline.annulled}
    previous: str | None = None
    for event in entry.timeline.events:
        if event.version and event.reference not in void and entry.summary_of(event.version):
            if previous:
                yield previous, event.version, event
            previous = event.version


def _redline_page(
    entry: PublishedProcedure, before: Version, after: Version, event: Event, edition: Edition
) -> Page:
    words = edition.words
    here = addresses.redline(entry.code, after.version)
    title = words("redline.title", before=before.version, after=after.version)
    found = changes(before, after)
    body = blocks(
        [
            f"# {inline(title)}",
            inline(one_line(after.title)),
            _by(event, edition, here),
            redline_table(found, event, edition) if found else words("redline.nothing"),
        ]
    )
    return Page(
        path=here,
        title=f"{title} – {one_line(after.title)}",
        body=body,
        description=words("redline.description", code=entry.code),
        crumbs=(
            Crumb(
                edition.field(entry.procedure.field).name, addresses.field(entry.procedure.field)
            ),
            Crumb(entry.title, addresses.procedure(entry.code)),
        ),
        changed=event.decision.signed,
        kind="redline",
    )


def _by(event: Event, edition: Edition, here: str) -> str:
    words = edition.words
    number = decision_link(event.decision, here)
    said = f"{words(f'action.{event.action}')}: {number}, {signed_on(event.decision.signed, words)}"
    return f"{said}, {effective_on(event.effective, words)}."


def redline_table(found: Iterable[Change], event: Event, edition: Edition) -> str:
    """The changes as a table: part, before, after, and whether the decision names the part."""
    words = edition.words
    teller = Describer(edition.catalogue, words)
    amends = event.action == "amend"
    heads = [words(f"redline.{name}") for name in ("part", "before", "after")]
    heads += [words("redline.declared")] if amends else []
    cells = "".join(f'<th scope="col">{html(head)}</th>' for head in heads)
    rows = "".join(_row(change, teller, heads, event) for change in found)
    return f'<table class="redline"><thead><tr>{cells}</tr></thead><tbody>{rows}</tbody></table>'


def _row(change: Change, teller: Describer, heads: list[str], event: Event) -> str:
    words = teller.words
    runs = diff_words(teller.before(change), teller.after(change))
    cells = [html(teller.part(change)), side(runs, DELETED), side(runs, ADDED)]
    if len(heads) > len(cells):
        declared = change.part in event.row.amended_parts
        cells.append(html(words("redline.yes" if declared else "redline.no")))
    named = zip(heads, cells, strict=True)
    tds = "".join(f'<td data-label="{html(head)}">{cell or "–"}</td>' for head, cell in named)
    return f"<tr>{tds}</tr>"


def side(runs: Iterable[Span], kind: str) -> str:
    """One side of a redline as HTML: what stayed, and what was dropped (or added) there."""
    tag = {DELETED: "del", ADDED: "ins"}[kind]
    shown = list(abridged(run for run in runs if run.kind in (SAME, kind)))
    return "".join(
        f"<{tag}>{_breaks(run.text)}</{tag}>" if run.kind == kind else _breaks(run.text)
        for run in shown
    )


def abridged(runs: Iterable[Span]) -> Iterator[Span]:
    """The runs, with the middle of long unchanged ones left out."""
    every = list(runs)
    for place, run in enumerate(every):
        room = _KEPT_AROUND * 2
        if run.kind != SAME or len(run.text) <= room:
            yield run
            continue
        head = "" if place == 0 else run.text[:_KEPT_AROUND].rpartition(" ")[0] + " "
        tail = "" if place == len(every) - 1 else " " + run.text[-_KEPT_AROUND:].partition(" ")[2]
        yield Span(SAME, f"{head}[…]{tail}")


def _breaks(text: str) -> str:
    return html(text).replace("\n", "<br>")


def redline_note(entry: PublishedProcedure, version: str, edition: Edition, here: str) -> str:
    """A link from a version to what it changed; empty for the first version."""
    for before, after, _ in successive(entry):
        if after == version:
            target = addresses.relative(addresses.redline(entry.code, version), here)
            return f"[{edition.words('redline.link', before=before)}]({target})"
    return ""
