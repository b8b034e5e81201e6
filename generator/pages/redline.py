"""Redlines: what one version says differently from the one before it, and by which decision."""

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.law.changes import Change, changes
from generator.law.intervals import Event
from generator.law.textdiff import ADDED, DELETED, SAME, Span, diff_words
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.describe import Describer
from generator.pages.formatting import effective_on, signed_on
from generator.pages.links import decision_link
from generator.pages.nodes.blocks import Block, html_block, page_body
from generator.pages.nodes.html import BREAK, Html, element, escape_html, join_html
from generator.pages.nodes.inline import NOTHING, Inline, link, punctuation, run, text
from generator.pages.nodes.phrases import phrase
from generator.pages.page import Crumb, Page
from generator.pages.page_code import drawn_code
from generator.records.version import Version

_KEPT_AROUND = 160
"""Characters of unchanged text that are shown around a change."""
_NOTHING_THERE = escape_html("–")


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
            changed = entry.timeline.before(event.reference)
            before = changed if changed and entry.summary_of(changed) else previous
            if before:
                yield before, event.version, event
            previous = event.version


def _redline_page(
    entry: PublishedProcedure, before: Version, after: Version, event: Event, edition: Edition
) -> Page:
    words = edition.words
    here = addresses.redline(entry.code, after.version)
    title = words("redline.title", before=before.version, after=after.version)
    name, field = one_line(after.title), edition.field(entry.procedure.field)
    found = list(_spoken(changes(before, after), edition))
    body = page_body(
        text(title),
        text(name),
        _by(event, edition, here),
        redline_table(found, event, edition) if found else phrase(words, "redline.nothing"),
        drawn_code(
            addresses.qr_image(entry.code, after.version), here, "handout.scan_version", edition
        ),
    )
    return Page(
        path=here,
        title=f"{title} – {name}",
        body=body,
        description=words("redline.description", code=entry.code),
        crumbs=(
            Crumb(field.name, addresses.field(entry.procedure.field)),
            Crumb(entry.title, addresses.procedure(entry.code)),
        ),
        changed=event.decision.signed,
        kind="redline",
    )


def _spoken(found: Iterable[Change], edition: Edition) -> Iterator[Change]:
    """The changes that a reader sees: not those of why a part is not stated."""
    describer = Describer(edition.catalogue, edition.words, absence=False)
    return (one for one in found if describer.before(one) or describer.after(one))


def _by(event: Event, edition: Edition, here: str) -> Inline:
    """By which decision, signed when, and from when."""
    words = edition.words
    days = f"{signed_on(event.decision.signed, words)}, {effective_on(event.effective, words)}."
    return run(
        phrase(words, f"action.{event.action}"),
        punctuation(": "),
        decision_link(event.decision, here),
        punctuation(", "),
        text(days),
    )


def redline_table(found: Iterable[Change], event: Event, edition: Edition) -> Block:
    """The changes as a table: part, before, after, and whether the decision names the part."""
    words = edition.words
    describer = Describer(edition.catalogue, words, absence=False)
    heads = [words(f"redline.{name}") for name in ("part", "before", "after")]
    heads += [words("redline.declared")] if event.action == "amend" else []
    cells = (element("th", escape_html(head), scope="col") for head in heads)
    rows = (_row(change, describer, heads, event) for change in found)
    head, rest = element("thead", element("tr", *cells)), element("tbody", *rows)
    return html_block(element("table", head, rest, class_="redline"))


def _row(change: Change, describer: Describer, heads: list[str], event: Event) -> Html:
    words = describer.words
    spans = diff_words(describer.before(change), describer.after(change))
    cells = [escape_html(describer.part(change)), side(spans, DELETED), side(spans, ADDED)]
    if len(heads) > len(cells):
        declared = change.part in event.row.amended_parts
        cells.append(escape_html(words("redline.yes" if declared else "redline.no")))
    named = zip(heads, cells, strict=True)
    return element(
        "tr", *(element("td", cell or _NOTHING_THERE, data_label=head) for head, cell in named)
    )


def side(spans: Iterable[Span], kind: str) -> Html:
    """One side of a redline as HTML: what stayed, and what was dropped (or added) there."""
    shown = abridged(span for span in spans if span.kind in (SAME, kind))
    return join_html(map(_marked, shown))


def _marked(span: Span) -> Html:
    content = join_html(map(escape_html, span.text.split("\n")), BREAK)
    if span.kind == SAME:
        return content
    return element("del" if span.kind == DELETED else "ins", content)


def abridged(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans, with the middle of long unchanged ones left out."""
    every = list(spans)
    for place, span in enumerate(every):
        room = _KEPT_AROUND * 2
        if span.kind != SAME or len(span.text) <= room:
            yield span
            continue
        head = "" if place == 0 else span.text[:_KEPT_AROUND].rpartition(" ")[0] + " "
        tail = "" if place == len(every) - 1 else " " + span.text[-_KEPT_AROUND:].partition(" ")[2]
        yield Span(SAME, f"{head}[…]{tail}")


def redline_note(entry: PublishedProcedure, version: str, edition: Edition, here: str) -> Inline:
    """A link from a version to what it changed; empty for the first version."""
    for before, after, _ in successive(entry):
        if after == version:
            target = addresses.relative(addresses.redline(entry.code, version), here)
            return link(phrase(edition.words, "redline.link", before=before), target)
    return NOTHING
