"""The parts of a version as Markdown sections, in the order a citizen asks for them."""

import re
from collections.abc import Iterable

from generator.exports import paths
from generator.law.edition import Edition
from generator.pages.markdown import (
    blocks,
    bullets,
    heading,
    inline,
    lines,
    link,
    numbered,
    outside,
    prose,
)
from generator.pages.wording import agency_part, duration, missing
from generator.records.stated import AgencyPart, Stated
from generator.records.version import Form, Step, Version

_SAYS_STEP = re.compile(r"\W*Bước\s+[0-9]")
_ROLES = ("executing", "deciding", "receiving", "delegated", "coordinating")


def applicants(version: Version, edition: Edition) -> str:
    """Who may do this."""
    words = edition.words
    names = [words(f"applicant.{key}") for key in version.applicants.items]
    body = bullets(names) if names else inline(missing(version.applicants, words))
    return blocks([heading(2, words("part.applicants"), "ai-duoc-lam"), body])


def listed(
    name: str, anchor: str, stated: Stated[object], items: Iterable[str], edition: Edition
) -> str:
    """A part that is a plain list of texts."""
    texts = [prose(item, 4) for item in items]
    body = bullets(texts) if texts else prose(missing(stated, edition.words))
    return blocks([heading(2, edition.words(name), anchor), body])


def results(version: Version, edition: Edition) -> str:
    """What the applicant gets."""
    names = (f"{r.name} ({r.code})" if r.code else r.name for r in version.results.items)
    return listed("part.results", "ket-qua", version.results, names, edition)


def conditions(version: Version, edition: Edition) -> str:
    """What must be fulfilled."""
    texts = (clause.text for clause in version.conditions.items)
    return listed("part.conditions", "dieu-kien", version.conditions, texts, edition)


def steps(version: Version, edition: Edition) -> str:
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


def agencies(version: Version, edition: Edition, here: str) -> str:
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
        return link(name, paths.relative(paths.agency(part.agency), here))
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
        lines.append(f"{provisions}{prose(name, 4)} – {inline(cited)}{ended}")
    body = bullets(lines) or inline(missing(version.legal_basis, words))
    return blocks([heading(2, words("part.legal_basis"), "can-cu"), body])


def linked(version: Version, edition: Edition, here: str) -> str:
    """Procedures done in the same go; nothing when there is none."""
    lines = []
    for item in version.linked_procedures.items:
        entry = edition.entries.get(item.procedure)
        name = inline(entry.title if entry else item.procedure)
        target = paths.relative(paths.procedure(item.procedure), here)
        text = f": {inline(item.text)}" if item.text else ""
        lines.append((link(name, target) if entry else name) + text)
    title = heading(2, edition.words("part.linked_procedures"), "lien-thong")
    return blocks([title, bullets(lines)]) if lines else ""


def internal_process(version: Version, edition: Edition) -> str:
    """Steps inside the office; nothing when the record has none."""
    words = edition.words
    steps_ = version.internal_process.items
    lines = [
        f"{inline(s.name)} – {inline(s.role)}: **{inline(duration(s.time, words))}**"
        for s in steps_
    ]
    title = heading(2, words("part.internal_process"), "quy-trinh-noi-bo")
    return blocks([title, numbered(lines)]) if lines else ""


def remarks(version: Version, edition: Edition) -> str:
    """Description, cases with codes of their own, and notes; nothing when there are none."""
    words = edition.words
    cases = [
        f"{inline(case.code or '')} {inline(case.name)}".strip()
        + (f" – {inline(duration(case.time, words))}" if case.time else "")
        for case in version.cases
    ]
    texts = [prose(text) for text in (version.description, *version.notes) if text]
    if not cases and not texts:
        return ""
    return blocks([heading(2, words("part.remarks"), "luu-y"), bullets(cases), *texts])
