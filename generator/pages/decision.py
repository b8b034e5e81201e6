"""The page of a decision: its dates, its grounds, and what it does row by row."""

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.exports.linked_data import legislation
from generator.law.publication_deadlines import deadlines
from generator.law.titles import comparable, one_line
from generator.law.worded_grounds import unworded_grounds
from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.as_of import date_box
from generator.pages.formatting import document_number, duty, effective_on, format_day, joined
from generator.pages.frame import decision_frames
from generator.pages.links import annulled_by, decision_link, procedure_link
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets, facts, heading, page_body
from generator.pages.nodes.html import BREAK, Html, element, escape_html, external_anchor, join_html
from generator.pages.nodes.inline import (
    NOTHING,
    Flow,
    Inline,
    flow,
    flow_lines,
    join_runs,
    link,
    prose,
    punctuation,
    run,
    strong,
    tagged,
    text,
)
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Crumb, Page
from generator.pages.page_code import code_at_end
from generator.pages.redline import redline_note
from generator.records.decision import Decision, ReplacedDecision, Row, RowReference, Target
from generator.records.memoize import memoize_by_identity

_ACTIONS = ("publish", "amend", "replace", "abolish", "correct", "annul")

_REASONED = ("signed", "effective", "listed", "signed_file")
"""The values of which a decision says why they are not known."""


def decision_page(decision: Decision, edition: Edition) -> Page:
    """One decision: dates, signer, grounds, what it does row by row, what it replaces."""
    here = addresses.decision(decision.id)
    words = edition.words
    title = words("decision.title", number=decision.number)
    body = page_body(
        text(title),
        prose(decision.title),
        _facts(decision, edition),
        _duties(decision, edition),
        *(_rows(action, decision, edition, here) for action in _ACTIONS),
        _grounds(decision, edition),
        _recipients(decision, edition),
        _replaced(decision, edition, here),
        _replaced_by(decision, edition, here),
        _data(decision, edition, here),
        code_at_end(here, "decision.scan", edition),
    )
    agency = edition.agency_name(decision.agency)
    return Page(
        path=here,
        title=f"{title} – {agency}",
        body=body,
        description=one_line(decision.title)[:200],
        crumbs=(
            Crumb(words("list.decisions"), addresses.DECISIONS),
            Crumb(agency, addresses.decisions_of(decision.agency)),
        ),
        changed=decision.signed,
        kind="decision",
        about=decision.id,
        linked_data=legislation(decision, edition),
        scripts=("decision",),
        frames=decision_frames(decision, edition),
    )


def _facts(decision: Decision, edition: Edition) -> Block:
    words = edition.words
    signer = decision.signer
    capacity = words(f"capacity.{signer.capacity}") if signer.capacity else ""
    named = ", ".join(filter(None, (capacity, signer.position, signer.name)))
    known = facts(
        [
            (words("facts.number"), escape_html(decision.number)),
            (words("facts.issuer"), escape_html(edition.agency_name(decision.agency))),
            *_subjects(decision, words),
            (words("facts.signed"), _date(decision, "signed", edition)),
            (words("facts.effective"), _date(decision, "effective", edition)),
            (words("facts.listed"), _date(decision, "listed", edition)),
            (words("facts.signer"), escape_html(named or words("unknown.value"))),
            (words("facts.file"), _file(decision, edition)),
        ]
    )
    return blocks([known, text(_common_reason(decision))])


@memoize_by_identity
def _common_reason(decision: Decision) -> str:
    """Why several values are not known, when it is the same for all of them; else empty."""
    reasons = [decision.unknown[key] for key in _REASONED if key in decision.unknown]
    return reasons[0] if len(reasons) > 1 and len(set(reasons)) == 1 else ""


def _subjects(decision: Decision, words: Words) -> Iterator[tuple[str, Html]]:
    """What the decision is about, and the levels of its rows when all have the same."""
    if decision.kinds:
        kinds = joined(words(f"decision_kind.{kind}") for kind in decision.kinds)
        yield words("facts.kinds"), escape_html(kinds)
    if levels := _common_levels(decision):
        yield words("facts.level"), escape_html(_levels(levels, words))


@memoize_by_identity
def _common_levels(decision: Decision) -> tuple[str, ...]:
    """The levels that every row states; empty when rows differ or state none."""
    found = {row.levels for row in decision.rows}
    return next(iter(found)) if len(found) == 1 else ()


def _levels(levels: Iterable[str], words: Words) -> str:
    return joined(words(f"level.{level}") for level in levels)


def _date(decision: Decision, key: str, edition: Edition) -> Html:
    day = escape_html(format_day(getattr(decision, key), edition.words))
    reason = decision.unknown.get(key)
    if not reason or _common_reason(decision):
        return day
    return join_html([day, element("small", escape_html(f"({reason})"))], escape_html(" "))


def _file(decision: Decision, edition: Edition) -> Html:
    file = decision.signed_file
    if file is None:
        reason = "" if _common_reason(decision) else decision.unknown.get("signed_file")
        return escape_html(reason or edition.words("unknown.value"))
    name = external_anchor(file.name, file.url) if file.url else escape_html(file.name)
    if not file.sha256:
        return name
    return join_html([name, element("small", escape_html(f"SHA-256 {file.sha256}"))], BREAK)


def _titled_list(key: str, items: Iterable[Flow], edition: Edition) -> Block:
    """A list under its heading; nothing without items."""
    listed = bullets(items)
    return blocks([section_heading(edition.words, key), listed]) if listed else NO_BLOCK


def _duties(decision: Decision, edition: Edition) -> Block:
    """By when it had to be signed and made public, and when that was done."""
    found = deadlines(decision, edition.catalogue, edition.timelines)
    return _titled_list("part.duties", (text(duty(due, edition.words)) for due in found), edition)


def _rows(action: str, decision: Decision, edition: Edition, here: str) -> Block:
    """The rows of one kind; an export tells of none whether it publishes something new."""
    words = edition.words
    rows = [row for row in decision.rows if row.action == action]
    if not rows:
        return NO_BLOCK
    untold = action == "publish" and decision.source is not None
    count = punctuation(f" ({len(rows)})")
    title = run(phrase(words, "rows.publish_untold" if untold else f"rows.{action}"), count)
    note = phrase(words, "row.untold") if untold else NOTHING
    listed = bullets(_row(row, decision, edition, here) for row in rows)
    return blocks([heading(2, title, words(f"anchor.rows.{action}")), note, listed])


def _row(row: Row, decision: Decision, edition: Edition, here: str) -> Flow:
    """A row: its subject, and a line for each of what else it says."""
    starts = row.effective or decision.effective
    start = starts.isoformat() if starts else None
    mark = tagged("span", NOTHING, id=addresses.row_anchor(row.id), data_start=start)
    return flow_lines(
        run(mark, _subject(row, edition, here)), *_about_row(row, decision, edition, here)
    )


def _about_row(row: Row, decision: Decision, edition: Edition, here: str) -> Iterator[Flow]:
    words = edition.words
    if printed := _printed_title(row, edition):
        yield _named_line("row.printed", printed, words)
    if row.levels and not _common_levels(decision):
        yield _named_line("facts.level", _levels(row.levels, words), words)
    if row.amended_parts:
        parts = ", ".join(words(f"part.{part}") for part in row.amended_parts)
        yield _named_line("row.parts", parts, words)
    if row.grounds:
        yield _named_line("row.grounds", _numbers(row.grounds, edition), words)
    if row.effective and row.effective != decision.effective:
        yield strong(text(effective_on(row.effective, words)))
    annulling = edition.annulled_by(RowReference(decision=decision.id, row=row.id))
    if annulling:
        yield annulled_by(annulling, edition, here)
    if row.note:
        yield prose(row.note)


def _named_line(key: str, value: str, words: Words) -> Inline:
    return run(phrase(words, key), punctuation(": "), text(value))


def _printed_title(row: Row, edition: Edition) -> str:
    """The title in the annex, unless it is that of a procedure which the row names."""
    printed = row.title_as_printed or ""
    published = (_title(target, edition) for target in row.published)
    known = (edition.entries.get(code) for code in row.ended)
    titles = (*published, *(entry.title for entry in known if entry))
    return "" if comparable(printed) in map(comparable, titles) else printed


def _title(target: Target, edition: Edition) -> str:
    """The title of a version; the code of the procedure when there is no such version."""
    entry = edition.entries.get(target.procedure)
    summary = entry.summary_of(target.version) if entry else None
    return summary.title if summary else target.procedure


def _subject(row: Row, edition: Edition, here: str) -> Inline:
    words = edition.words
    if row.annuls:
        annulled = phrase(words, "row.annuls", row=row.annuls.row)
        return run(annulled, punctuation(" "), _named(row.annuls.decision, edition, here, True))
    published = join_runs("; ", [_target(target, edition, here) for target in row.published])
    ended = join_runs("; ", [procedure_link(code, edition, here) for code in row.ended])
    if row.replaces:
        return phrase(words, "row.replaces", old=ended, new=published)
    return published or ended


def _named(key: str, edition: Edition, here: str, linked: bool = False) -> Inline:
    """The number of a decision, as a link when it has a page or `linked` says so."""
    known = edition.catalogue.decisions.get(key)
    number = text(known.number if known else key)
    if known is None and not linked:
        return number
    return link(number, addresses.relative(addresses.decision(key), here))


def _target(target: Target, edition: Edition, here: str) -> Inline:
    entry = edition.entries.get(target.procedure)
    label = text(f"{_title(target, edition)} ({target.procedure}, {target.version})")
    if entry is None or not entry.summary_of(target.version):
        return label
    address = addresses.version_address(target.procedure, target.version)
    shown = link(label, addresses.relative(address, here))
    return join_runs(" – ", [shown, redline_note(entry, target.version, edition, here)])


def _numbers(keys: Iterable[str], edition: Edition) -> str:
    return joined(document_number(key, edition.catalogue) for key in keys)


def _grounds(decision: Decision, edition: Edition) -> Block:
    known = edition.catalogue.documents
    named = [known[key] for key in unworded_grounds(decision, known) if key in known]
    lines = [
        flow(text(document.number), punctuation(" – "), prose(document.title)) for document in named
    ]
    lines += [prose(ground) for ground in decision.ground_texts]
    return _titled_list("part.grounds", lines, edition)


def _recipients(decision: Decision, edition: Edition) -> Block:
    return _titled_list("part.recipients", map(prose, decision.recipients), edition)


def _replaced(decision: Decision, edition: Edition, here: str) -> Block:
    lines = (_replaced_line(old, edition, here) for old in decision.replaces_decisions)
    return _titled_list("part.replaced_decisions", lines, edition)


def _replaced_line(old: ReplacedDecision, edition: Edition, here: str) -> Inline:
    name = run(_named(old.decision, edition, here), _extent(old, edition))
    return join_runs(" ", [name, text(old.text or "")])


def _extent(old: ReplacedDecision, edition: Edition) -> Inline:
    """Whether it was replaced in full or in part."""
    extent = phrase(edition.words, f"extent.{old.extent}")
    return run(punctuation(" ("), extent, punctuation(")"))


def _replaced_by(decision: Decision, edition: Edition, here: str) -> Block:
    """The later decisions that ended this one, in full or in part."""
    lines = (
        run(decision_link(later, here), _extent(old, edition))
        for later in edition.replacements.get(decision.id, ())
        for old in later.replaces_decisions
        if old.decision == decision.id
    )
    return _titled_list("part.replaced_by", lines, edition)


def _data(decision: Decision, edition: Edition, here: str) -> Block:
    """The data of the decision, and the box that leads to its state on another day."""
    words = edition.words
    target = addresses.relative(addresses.decision_data(decision.id), here)
    dates = {
        "signed": decision.signed.isoformat() if decision.signed else "",
        "effective": decision.effective.isoformat() if decision.effective else "",
    }
    box = date_box(edition, words("as_of.decision"), "decision", dates, any(dates.values()))
    return blocks(
        [section_heading(words, "part.reuse"), link(phrase(words, "reuse.json"), target), box]
    )
