"""Decisions as pages: the register, the register of one agency, and each decision with its rows."""

from collections.abc import Iterable
from itertools import groupby

from generator.exports import paths
from generator.law.edition import Edition, one_line
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
from generator.pages.wording import day, effective_on, signed_on
from generator.records.decision import Decision, Row, RowReference, Target

_ACTIONS = ("publish", "amend", "replace", "abolish", "correct", "annul")


def decision_page(decision: Decision, edition: Edition) -> Page:
    """One decision: dates, signer, grounds, what it does row by row, what it replaces."""
    here = paths.decision(decision.id)
    words = edition.words
    title = words("decision.title", number=decision.number)
    body = blocks(
        [
            f"# {inline(title)}",
            prose(decision.title),
            _facts(decision, edition),
            *(_rows(action, decision, edition, here) for action in _ACTIONS),
            _grounds(decision, edition),
            _replaced(decision, edition, here),
        ]
    )
    agency = edition.agency_name(decision.agency)
    return Page(
        path=here,
        title=f"{title} – {agency}",
        body=body,
        description=one_line(decision.title)[:200],
        crumbs=(
            Crumb(words("list.decisions"), paths.DECISIONS),
            Crumb(agency, paths.decisions_of(decision.agency)),
        ),
        changed=decision.signed,
        kind="decision",
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
    shown = html(day(getattr(decision, key), edition.words))
    return f"{shown} <small>({html(reason)})</small>" if reason else shown


def _file(decision: Decision, edition: Edition) -> str:
    file = decision.signed_file
    if file is None:
        return html(decision.unknown.get("signed_file", edition.words("unknown.value")))
    name = outside(file.name, file.url) if file.url else html(file.name)
    return f"{name}<br><small>SHA-256 {html(file.sha256)}</small>" if file.sha256 else name


def _rows(action: str, decision: Decision, edition: Edition, here: str) -> str:
    rows = [row for row in decision.rows if row.action == action]
    if not rows:
        return ""
    title = heading(2, f"{edition.words(f'rows.{action}')} ({len(rows)})", f"dong-{action}")
    return blocks([title, bullets(_row(row, decision, edition, here) for row in rows)])


def _row(row: Row, decision: Decision, edition: Edition, here: str) -> str:
    words = edition.words
    lines = [_subject(row, edition, here)]
    if row.amended_parts:
        parts = ", ".join(words(f"part.{part}") for part in row.amended_parts)
        lines.append(f"{words('row.parts')}: {parts}")
    if row.grounds:
        lines.append(f"{words('row.grounds')}: {_documents(row.grounds, edition)}")
    if row.effective and row.effective != decision.effective:
        lines.append(f"**{effective_on(row.effective, words)}**")
    annulling = edition.annulments.get(RowReference(decision=decision.id, row=row.id))
    if annulling:
        lines.append(annulled_by(annulling, edition, here))
    if row.note:
        lines.append(prose(row.note, 4))
    return "  \n    ".join(lines)


def annulled_by(annulling: Decision, edition: Edition, here: str) -> str:
    """That a row was annulled, with a link to the decision that annulled it."""
    return edition.words("row.annulled", number=decision_link(annulling, here))


def decision_link(decision: Decision, here: str) -> str:
    """A link to the page of a decision, named by its number."""
    return link(inline(decision.number), paths.relative(paths.decision(decision.id), here))


def _subject(row: Row, edition: Edition, here: str) -> str:
    words = edition.words
    if row.annuls:
        annulled = edition.catalogue.decisions.get(row.annuls.decision)
        number = inline(annulled.number if annulled else row.annuls.decision)
        target = paths.relative(paths.decision(row.annuls.decision), here)
        return words("row.annuls", row=inline(row.annuls.row)) + " " + link(number, target)
    published = "; ".join(_target(target, edition, here) for target in row.published)
    ended = "; ".join(_procedure(code, edition, here) for code in row.ended)
    if row.replaces:
        return words("row.replaces", old=ended, new=published)
    return published or ended


def _target(target: Target, edition: Edition, here: str) -> str:
    version = edition.catalogue.version(target.procedure, target.version)
    title = one_line(version.title) if version else target.procedure
    label = inline(f"{title} ({target.procedure}, {target.version})")
    if not version or target.procedure not in edition.entries:
        return label
    return link(label, paths.relative(paths.version(target.procedure, target.version), here))


def _procedure(code: str, edition: Edition, here: str) -> str:
    entry = edition.entries.get(code)
    label = inline(f"{entry.title} ({code})" if entry else code)
    return link(label, paths.relative(paths.procedure(code), here)) if entry else label


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


def _replaced(decision: Decision, edition: Edition, here: str) -> str:
    words = edition.words
    lines = []
    for old in decision.replaces_decisions:
        known = edition.catalogue.decisions.get(old.decision)
        number = inline(known.number if known else old.decision)
        name = link(number, paths.relative(paths.decision(old.decision), here)) if known else number
        lines.append(f"{name} ({words(f'extent.{old.extent}')}) {inline(old.text or '')}".strip())
    title = heading(2, words("part.replaced_decisions"), "quyet-dinh-bi-thay")
    return blocks([title, bullets(lines)]) if lines else ""


def register_page(edition: Edition) -> Page:
    """All agencies that have issued decisions."""
    words = edition.words
    here = paths.DECISIONS
    counts = sorted(edition.decisions_by_agency.items(), key=lambda kv: edition.agency_name(kv[0]))
    lines = [
        f"{link(inline(edition.agency_name(key)), _to_register(key))} ({len(found)})"
        for key, found in counts
    ]
    body = blocks([f"# {words('list.decisions')}", words("list.decisions_intro"), bullets(lines)])
    return Page(here, words("list.decisions"), body, words("list.decisions_intro"))


def _to_register(agency: str) -> str:
    return paths.relative(paths.decisions_of(agency), paths.DECISIONS)


def agency_register_page(agency: str, found: tuple[Decision, ...], edition: Edition) -> Page:
    """The decisions of one agency, by year."""
    here = paths.decisions_of(agency)
    words = edition.words
    title = words("list.decisions_of", agency=edition.agency_name(agency))
    years = [
        blocks(
            [
                heading(2, _year(year, edition), f"nam-{year}"),
                bullets(_line(d, edition, here) for d in group),
            ]
        )
        for year, group in groupby(found, key=lambda d: d.id.split("/")[1])
    ]
    body = blocks([f"# {inline(title)}", *years])
    return Page(here, title, body, title, (Crumb(words("list.decisions"), paths.DECISIONS),))


def _year(year: str, edition: Edition) -> str:
    return (
        edition.words("list.year", year=year) if year.isdecimal() else edition.words("list.no_year")
    )


def _line(decision: Decision, edition: Edition, here: str) -> str:
    words = edition.words
    number = link(inline(decision.number), paths.relative(paths.decision(decision.id), here))
    signed = signed_on(decision.signed, words)
    count = words("decision.row_count", count=len(decision.rows))
    return f"{number} – {inline(decision.title)} ({signed}; {count})"
