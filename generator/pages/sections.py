"""The parts of a version as Markdown sections, in the order a citizen asks for them."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from generator.pages import paths
from generator.pages.edition import Edition
from generator.pages.markdown import (
    HARD_BREAK,
    blocks,
    bullets,
    heading,
    indented,
    inline,
    link,
    numbered,
    outside,
    prose,
)
from generator.pages.wording import agency_part, duration, missing, money
from generator.records.stated import AgencyPart, Fee, Stated
from generator.records.version import Channel, DossierGroup, DossierItem, Form, Step, Version

_SAYS_STEP = re.compile(r"\W*Bước\s+[0-9]")
_LIST_MARK = re.compile(r"^\s*[-+*•–]\s+")
_ROLES = ("executing", "deciding", "receiving", "delegated", "coordinating")


def dossier(version: Version, edition: Edition) -> str:
    """What to bring: papers by case, with how many, which form, and what need not be brought."""
    words = edition.words
    groups = version.dossier.groups
    forms = {form.id: form for form in version.forms.items}
    sets = version.dossier.sets
    return blocks(
        [
            heading(2, words("part.dossier"), "can-chuan-bi"),
            words("dossier.sets", count=sets) if sets is not None else "",
            *(_group(group, forms, edition) for group in groups.items),
            "" if groups.items else inline(missing(groups, words)),
            prose(version.dossier.text or ""),
        ]
    )


def _group(group: DossierGroup, forms: dict[str, Form], edition: Edition) -> str:
    name = f"**{inline(_unmarked(group.name))}**" if group.name else ""
    return blocks([name, bullets(_paper(item, forms, edition) for item in group.items)])


def _paper(item: DossierItem, forms: dict[str, Form], edition: Edition) -> str:
    words = edition.words
    if item.kind == "note":
        return f"*{words('dossier.note')}* {prose(item.name, 4)}"
    short = [
        _quantity(item, edition),
        words("dossier.not_required") if item.required is False else "",
        words("dossier.electronic_form") if item.electronic_form else "",
        *(
            words("dossier.form", name=inline(forms[key].name))
            for key in item.forms
            if key in forms
        ),
    ]
    details = [" · ".join(part for part in short if part)]
    lookup = item.replaced_by_data
    if lookup:
        text = words("dossier.data", database=inline(lookup.database))
        details.append(f"**{text}** {inline(lookup.text or '')}".strip())
    if item.text:
        details.append(prose(item.text, 4))
    return _lines(prose(_unmarked(item.name), 4), *details)


def _unmarked(text: str) -> str:
    """A text without the dash or star it opens with: the list has marks of its own."""
    return _LIST_MARK.sub("", text) or text


def _quantity(item: DossierItem, edition: Edition) -> str:
    words = edition.words
    if item.presented_only:
        return words("dossier.presented")
    counts = [
        words(key, count=count)
        for key, count in (("dossier.originals", item.originals), ("dossier.copies", item.copies))
        if count
    ]
    return ", ".join(counts)


def _lines(*lines: str) -> str:
    """The lines of a list item, each on a line of its own."""
    return f"{HARD_BREAK}    ".join(line for line in lines if line)


def channels(version: Version, edition: Edition) -> str:
    """Where and how: every way to submit, with its time limit, fees and exemptions."""
    words = edition.words
    by_method = groupby(sorted(version.channels.items, key=_method), key=lambda c: c.method)
    return blocks(
        [
            heading(2, words("part.channels"), "nop-o-dau"),
            *(_method_section(name, list(found), edition) for name, found in by_method),
            "" if version.channels.items else inline(missing(version.channels, words)),
            _service(version, edition),
        ]
    )


def _method(channel: Channel) -> int:
    return ("direct", "online", "postal").index(channel.method)


def _method_section(name: str, found: Sequence[Channel], edition: Edition) -> str:
    anchor = {"direct": "truc-tiep", "online": "truc-tuyen", "postal": "buu-chinh"}[name]
    title = heading(3, edition.words(f"method.{name}"), anchor)
    return blocks([title, *(_channel(channel, edition) for channel in found)])


def _channel(channel: Channel, edition: Edition) -> str:
    words = edition.words
    lines = [f"**{words('part.time')}:** {prose(duration(channel.time, words), 4)}"]
    if channel.committed_time:
        committed = prose(duration(channel.committed_time, words), 4)
        lines.append(f"**{words('channel.committed')}:** {committed}")
    lines.append(f"**{words('part.fees')}:** {_fees(channel.fees, edition)}")
    if channel.address:
        lines.append(f"**{words('channel.address')}:** {prose(channel.address, 4)}")
    if channel.text:
        lines.append(f"**{words('channel.text')}:** {prose(channel.text, 4)}")
    case = f"*{words('channel.case')}: {inline(channel.case)}*" if channel.case else ""
    return blocks([case, bullets(lines)])


def _fees(fees: Stated[Fee], edition: Edition) -> str:
    if not fees.items:
        return inline(missing(fees, edition.words))
    if len(fees.items) == 1:
        return indented(_fee(fees.items[0], edition), 4)
    return "\n\n" + "    " + indented(bullets(_fee(fee, edition) for fee in fees.items), 4)


def _fee(fee: Fee, edition: Edition) -> str:
    words = edition.words
    name = f"{inline(fee.name)}: " if fee.name else ""
    lines = [f"{name}**{inline(money(fee, words))}**"]
    if fee.text:
        lines.append(prose(fee.text, 4))
    if fee.exemptions:
        lines.append(_exemptions(fee, edition))
    lines.extend(_file(file.name, file.url) for file in fee.files)
    return _lines(*lines)


def _exemptions(fee: Fee, edition: Edition) -> str:
    words = edition.words
    stated = fee.exemptions
    if stated is None or not stated.items:
        return inline(missing(stated, words)) if stated else ""
    return f"{words('fee.exempt')}: {inline('; '.join(item.text for item in stated.items))}."


def _file(name: str, url: str | None) -> str:
    return outside(name, url) if url else inline(name)


def _service(version: Version, edition: Edition) -> str:
    """Online level with its regime, payment, postal service, hours, and places."""
    words = edition.words
    online = version.online
    lines = [f"**{words('part.online')}:** {words(f'online.{online.level}')}"]
    if online.partial_reason:
        lines.append(f"**{words('online.reason')}:** {prose(online.partial_reason, 4)}")
    if online.payment is not None:
        lines.append(words("online.payment_yes" if online.payment else "online.payment_no"))
    if version.postal.returns_result:
        lines.append(words("postal.returns"))
    if version.non_territorial:
        lines.append(words("service.non_territorial"))
    if version.on_the_spot:
        lines.append(words(f"service.on_the_spot_{version.on_the_spot}"))
    if version.late_submission:
        lines.append(words("service.late", hour=version.late_submission.after))
    lines.extend(_return(r.submitted, r.returned, edition) for r in version.return_methods)
    title = heading(3, words("part.service"), "dich-vu")
    return blocks([title, bullets(lines)])


def _return(submitted: str, returned: Sequence[str], edition: Edition) -> str:
    words = edition.words
    places = ", ".join(words(f"returned.{place}") for place in returned)
    return f"**{words(f'returned.after_{submitted}')}:** {places}"


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
    return _lines(name, text)


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
