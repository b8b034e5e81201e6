"""Decisions as pages: the register, the register of one agency, and each decision with its rows."""

from collections.abc import Iterable

from generator import addresses
from generator.exports.linked_data import legislation
from generator.law.publication_deadlines import deadlines
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.pages.as_of import date_box
from generator.pages.formatting import duty, effective_on, format_day
from generator.pages.links import annulled_by, decision_link, procedure_link
from generator.pages.markdown import (
    blocks,
    bullets,
    facts,
    heading,
    html,
    inline,
    link,
    outside,
    prose,
)
from generator.pages.page import Crumb, Page
from generator.pages.redline import redline_note
from generator.records.decision import Decision, Row, RowReference, Target

_ACTIONS = ("publish", "amend", "replace", "abolish", "correct", "annul")


def decision_page(decision: Decision, edition: Edition) -> Page:
    """One decision: dates, signer, grounds, what it does row by row, what it replaces."""
    here = addresses.decision(decision.id)
    words = edition.words
    title = words("decision.title", number=decision.number)
    body = blocks(
        [
            f"# {inline(title)}",
            prose(decision.title),
            _facts(decision, edition),
            _duties(decision, edition),
            *(_rows(action, decision, edition, here) for action in _ACTIONS),
            _grounds(decision, edition),
            _replaced(decision, edition, here),
            _replaced_by(decision, edition, here),
            _data(decision, edition, here),
        ]
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
    )


def _facts(decision: Decision, edition: Edition) -> str:
    words = edition.words
    signer = decision.signer
    capacity = words(f"capacity.{signer.capacity}") if signer.capacity else ""
    named = ", ".join(part for part in (capacity, signer.position, signer.name) if part)
    rows = [
        (words("facts.number"), html(decision.number)),
        (words("facts.issuer"), html(edition.agency_name(decision.agency))),
        (words("facts.signed"), _date(decision, "signed", edition)),
        (words("facts.effective"), _date(decision, "effective", edition)),
        (words("facts.listed"), _date(decision, "listed", edition)),
        (words("facts.signer"), html(named or words("unknown.value"))),
        (words("facts.file"), _file(decision, edition)),
    ]
    return facts(rows)


def _date(decision: Decision, key: str, edition: Edition) -> str:
    reason = decision.unknown.get(key)
    shown = html(format_day(getattr(decision, key), edition.words))
    return f"{shown} <small>({html(reason)})</small>" if reason else shown


def _file(decision: Decision, edition: Edition) -> str:
    file = decision.signed_file
    if file is None:
        return html(decision.unknown.get("signed_file", edition.words("unknown.value")))
    name = outside(file.name, file.url) if file.url else html(file.name)
    return f"{name}<br><small>SHA-256 {html(file.sha256)}</small>" if file.sha256 else name


def _duties(decision: Decision, edition: Edition) -> str:
    """By when it had to be signed and made public, and when that was done."""
    words = edition.words
    found = deadlines(decision, edition.catalogue, edition.timelines)
    lines = [inline(duty(due, words)) for due in found]
    title = heading(2, words("part.duties"), "thoi-han-cong-khai")
    return blocks([title, bullets(lines)]) if lines else ""


def _rows(action: str, decision: Decision, edition: Edition, here: str) -> str:
    rows = [row for row in decision.rows if row.action == action]
    if not rows:
        return ""
    title = heading(2, f"{edition.words(f'rows.{action}')} ({len(rows)})", f"dong-{action}")
    return blocks([title, bullets(_row(row, decision, edition, here) for row in rows)])


def _row(row: Row, decision: Decision, edition: Edition, here: str) -> str:
    words = edition.words
    starts = row.effective or decision.effective
    starting = f' data-start="{starts.isoformat()}"' if starts else ""
    mark = f'<span id="{html(addresses.row_anchor(row.id))}"{starting}></span>'
    lines = [mark + _subject(row, edition, here)]
    if row.amended_parts:
        parts = ", ".join(words(f"part.{part}") for part in row.amended_parts)
        lines.append(f"{words('row.parts')}: {parts}")
    if row.grounds:
        lines.append(f"{words('row.grounds')}: {_documents(row.grounds, edition)}")
    if row.effective and row.effective != decision.effective:
        lines.append(f"**{effective_on(row.effective, words)}**")
    annulling = edition.annulled_by(RowReference(decision=decision.id, row=row.id))
    if annulling:
        lines.append(annulled_by(annulling, edition, here))
    if row.note:
        lines.append(prose(row.note, 4))
    return "  \n    ".join(lines)


def _subject(row: Row, edition: Edition, here: str) -> str:
    words = edition.words
    if row.annuls:
        annulled = edition.catalogue.decisions.get(row.annuls.decision)
        number = inline(annulled.number if annulled else row.annuls.decision)
        target = addresses.relative(addresses.decision(row.annuls.decision), here)
        return words("row.annuls", row=inline(row.annuls.row)) + " " + link(number, target)
    published = "; ".join(_target(target, edition, here) for target in row.published)
    ended = "; ".join(procedure_link(code, edition, here) for code in row.ended)
    if row.replaces:
        return words("row.replaces", old=ended, new=published)
    return published or ended


def _target(target: Target, edition: Edition, here: str) -> str:
    entry = edition.entries.get(target.procedure)
    face = entry.summary_of(target.version) if entry else None
    title = face.title if face else target.procedure
    label = inline(f"{title} ({target.procedure}, {target.version})")
    if not face or entry is None:
        return label
    shown = link(
        label, addresses.relative(addresses.version_address(target.procedure, target.version), here)
    )
    changed = redline_note(entry, face.version, edition, here)
    return f"{shown} – {changed}" if changed else shown


def _documents(keys: Iterable[str], edition: Edition) -> str:
    known = edition.catalogue.documents
    return inline("; ".join(known[key].number if key in known else key for key in keys))


def _grounds(decision: Decision, edition: Edition) -> str:
    known = edition.catalogue.documents
    named = [known[key] for key in decision.grounds if key in known]
    lines = [f"{inline(document.number)} – {prose(document.title, 4)}" for document in named]
    lines += [prose(text, 4) for text in decision.ground_texts]
    title = heading(2, edition.words("part.grounds"), "can-cu")
    return blocks([title, bullets(lines)]) if lines else ""


def _replaced_by(decision: Decision, edition: Edition, here: str) -> str:
    """The later decisions that ended this one, in full or in part."""
    words = edition.words
    lines = [
        f"{decision_link(later, here)} ({words(f'extent.{old.extent}')})"
        for later in edition.replacements.get(decision.id, ())
        for old in later.replaces_decisions
        if old.decision == decision.id
    ]
    title = heading(2, words("part.replaced_by"), "quyet-dinh-thay")
    return blocks([title, bullets(lines)]) if lines else ""


def _data(decision: Decision, edition: Edition, here: str) -> str:
    """The data of the decision, and the box that leads to its state on another day."""
    words = edition.words
    data = link(words("reuse.json"), addresses.relative(addresses.decision_data(decision.id), here))
    dates = {
        "signed": decision.signed.isoformat() if decision.signed else "",
        "effective": decision.effective.isoformat() if decision.effective else "",
    }
    box = date_box(edition, words("as_of.decision"), "decision", dates)
    return blocks([heading(2, words("part.reuse"), "trich-dan"), data, box])


def _replaced(decision: Decision, edition: Edition, here: str) -> str:
    words = edition.words
    lines = []
    for old in decision.replaces_decisions:
        known = edition.catalogue.decisions.get(old.decision)
        number = inline(known.number if known else old.decision)
        name = (
            link(number, addresses.relative(addresses.decision(old.decision), here))
            if known
            else number
        )
        lines.append(f"{name} ({words(f'extent.{old.extent}')}) {inline(old.text or '')}".strip())
    title = heading(2, words("part.replaced_decisions"), "quyet-dinh-bi-thay")
    return blocks([title, bullets(lines)]) if lines else ""
