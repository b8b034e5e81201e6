"""The parts of a version as Markdown sections, in the order a citizen asks for them."""

import re
from collections.abc import Iterable, Sequence

from generator import addresses
from generator.law.durations import HOURS_OF_A_WORKING_DAY, length_of
from generator.model.edition import Edition
from generator.pages.formatting import agency_part, format_duration, missing, short_duration
from generator.pages.markdown import (
    anchor,
    blocks,
    bullets,
    folded_block,
    heading,
    html,
    html_line,
    html_lines,
    inline,
    lines,
    link,
    numbered,
    outside,
    prose,
    wide,
)
from generator.records.stated import AgencyPart, Stated
from generator.records.version import Form, LinkedProcedure, Step, Version

_SAYS_STEP = re.compile(r"\W*Bước\s+[0-9]")
_OPEN_CONDITIONS = 1200
"""Characters of conditions that are shown unfolded."""
_PROCESS_COLUMNS = ("step", "role", "time")
_ROLES = ("executing", "deciding", "receiving", "delegated", "coordinating")


def eligibility(version: Version, edition: Edition) -> str:
    """May I use it: who may, and what must be fulfilled; long conditions fold away."""
    words = edition.words
    names = [words(f"applicant.{key}") for key in version.applicants.items]
    who = "; ".join(names) or missing(version.applicants, words)
    texts = [clause.text for clause in version.conditions.items]
    return blocks(
        [
            heading(2, words("part.applicants"), "ai-duoc-lam"),
            f"**{inline(who)}**" if names else inline(who),
            heading(3, words("part.conditions"), "dieu-kien"),
            _conditions(texts, edition) if texts else prose(missing(version.conditions, words)),
        ]
    )


def _conditions(texts: Sequence[str], edition: Edition) -> str:
    if sum(map(len, texts)) <= _OPEN_CONDITIONS:
        return bullets(prose(text, 4) for text in texts)
    listed = "".join(f"<li>{html_lines(text)}</li>" for text in texts)
    summary = html(edition.words("conditions.all", count=len(texts)))
    return folded_block(summary, f"<ul>{listed}</ul>")


def listed(
    name: str, anchor: str, stated: Stated[object], items: Iterable[str], edition: Edition
) -> str:
    """A part that is a plain list of texts."""
    texts = [prose(item, 4) for item in items]
    body = bullets(texts) if texts else prose(missing(stated, edition.words))
    return blocks([heading(2, edition.words(name), anchor), body])


def results_section(version: Version, edition: Edition) -> str:
    """What the applicant gets."""
    names = (f"{r.name} ({r.code})" if r.code else r.name for r in version.results.items)
    return listed("part.results", "ket-qua", version.results, names, edition)


def steps_section(version: Version, edition: Edition) -> str:
    """The order of steps."""
    words = edition.words
    told = any(step.name or _SAYS_STEP.match(step.text or "") for step in version.steps.items)
    sequence = bullets if told else numbered
    body = sequence(_step(step) for step in version.steps.items)
    return blocks(
        [
            heading(2, words("part.steps"), "trinh-tu"),
            body or prose(missing(version.steps, words)),
        ]
    )


def _step(step: Step) -> str:
    name = f"**{inline(step.name)}**" if step.name else ""
    text = prose(step.text, 4) if step.text else ""
    return lines(name, text)


def forms(version: Version, edition: Edition) -> str:
    """The forms of the dossier, with a link where there is one."""
    words = edition.words
    names = [_form(form) for form in version.forms.items]
    body = bullets(names) if names else inline(missing(version.forms, words))
    return blocks([heading(2, words("part.forms"), "mau-don"), body])


def _form(form: Form) -> str:
    url = form.file.url if form.file else None
    return outside(form.name, url) if url else inline(form.name)


def agencies_section(version: Version, edition: Edition, here: str) -> str:
    """Who executes, decides, receives, is delegated and coordinates."""
    words = edition.words
    lines = []
    for role in _ROLES:
        stated: Stated[AgencyPart] = getattr(version.agencies, role)
        names = [_agency(part, edition, here) for part in stated.items]
        value = "; ".join(names) or prose(missing(stated, words), 4)
        lines.append(f"**{words(f'agency.{role}')}:** {value}")
    return blocks([heading(2, words("part.agencies"), "co-quan"), bullets(lines)])


def _agency(part: AgencyPart, edition: Edition, here: str) -> str:
    name = prose(agency_part(part, edition), 4)
    if part.agency and edition.agency(part.agency):
        return link(name, addresses.relative(addresses.agency(part.agency), here))
    return name


def legal_basis(version: Version, edition: Edition) -> str:
    """The legal documents cited."""
    words = edition.words
    lines = []
    for basis in version.legal_basis.items:
        document = edition.catalogue.documents.get(basis.document)
        name = basis.text or (document.title if document else basis.document)
        cited = basis.number_as_printed or (document.number if document else "")
        provisions = f"{inline(basis.provisions)}, " if basis.provisions else ""
        status = document.status if document else "not_stated"
        ended = f" **({words(f'document.{status}')})**" if status == "expired" else ""
        shown = outside(cited, document.url) if document and document.url else inline(cited)
        lines.append(f"{provisions}{prose(name, 4)} – {shown}{ended}")
    body = bullets(lines) or inline(missing(version.legal_basis, words))
    return blocks([heading(2, words("part.legal_basis"), "can-cu"), body])


def linked(version: Version, edition: Edition, here: str) -> str:
    """Procedures done in the same go (liên thông), as a path from this one to the last.

    Source: Decree 118/2025/NĐ-CP; nothing when there is none.
    """
    path = linked_path(version, edition)
    if not path:
        return ""
    words = edition.words
    own = f"<li><strong>{html_line(version.title)}</strong><br><small>{html(words('linked.here'))}"
    stops = "".join(_stop(item, edition, here) for item in path)
    title = heading(2, words("part.linked_procedures"), "lien-thong")
    return blocks([title, f'<ol class="path">{own}</small></li>{stops}</ol>'])


def linked_path(version: Version, edition: Edition) -> list[LinkedProcedure]:
    """The procedures that follow from a version, nearest first, each once."""
    found: dict[str, LinkedProcedure] = {}
    waiting = list(version.linked_procedures.items)
    while waiting:
        item = waiting.pop(0)
        if item.procedure in found or item.procedure == version.procedure:
            continue
        found[item.procedure] = item
        entry = edition.entries.get(item.procedure)
        waiting += entry.version.linked_procedures.items if entry else ()
    return list(found.values())


def _stop(item: LinkedProcedure, edition: Edition, here: str) -> str:
    entry = edition.entries.get(item.procedure)
    if entry is None:
        return f"<li>{html_line(item.procedure)}</li>"
    name = anchor(entry.title, addresses.href(addresses.procedure(item.procedure), here))
    channels = entry.version.channels.items
    times = dict.fromkeys(short_duration(channel.time, edition.words) for channel in channels)
    about = [item.text or "", "; ".join(times)]
    shown = " · ".join(html_line(part) for part in about if part)
    return f"<li>{name}<br><small>{shown}</small></li>"


def internal_process(version: Version, edition: Edition) -> str:
    """Steps inside the office with their time, and the sum against the limit; nothing without."""
    words = edition.words
    steps_ = version.internal_process.items
    if not steps_:
        return ""
    heads = "".join(
        f'<th scope="col">{html(words(f"process.{name}"))}</th>' for name in _PROCESS_COLUMNS
    )
    rows = "".join(
        f"<tr><td>{html_line(s.name)}</td><td>{html_line(s.role)}</td>"
        f"<td>{html_line(format_duration(s.time, words))}</td></tr>"
        for s in steps_
    )
    table = f'<table class="data"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
    title = heading(2, words("part.internal_process"), "quy-trinh-noi-bo")
    return blocks([title, wide(table, words("part.internal_process")), _sum(version, edition)])


def _sum(version: Version, edition: Edition) -> str:
    """The time of all steps beside the longest limit; empty when they cannot be compared."""
    lengths = [length_of(step.time) for step in version.internal_process.items]
    limits = [length_of(c.committed_time or c.time) for c in version.channels.items]
    longest = max(filter(None, limits), key=lambda limit: limit.amount, default=None)
    known = [length for length in lengths if length]
    if longest is None or len(known) < len(lengths):
        return ""
    if not all(length.comparable(longest) for length in known):
        return edition.words("process.mixed")
    total = sum(length.amount for length in known)
    key = "process.within" if total <= longest.amount else "process.beyond"
    unit = HOURS_OF_A_WORKING_DAY if longest.working else 1
    said = [edition.words.number(amount / unit) for amount in (total, longest.amount)]
    kind = edition.words("unit.working_day" if longest.working else "unit.day")
    return edition.words(key, total=f"**{said[0]}**", limit=said[1], unit=kind)


def remarks(version: Version, edition: Edition) -> str:
    """Description, cases with codes of their own, and notes; nothing when there are none."""
    words = edition.words
    cases = [
        f"{inline(case.code or '')} {inline(case.name)}".strip()
        + (f" – {inline(format_duration(case.time, words))}" if case.time else "")
        for case in version.cases
    ]
    texts = [prose(text) for text in (version.description, *version.notes) if text]
    if not cases and not texts:
        return ""
    return blocks([heading(2, words("part.remarks"), "luu-y"), bullets(cases), *texts])
