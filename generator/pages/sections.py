"""The parts of a version as sections, in the order a citizen asks for them."""

import re
from collections.abc import Iterable, Sequence

from generator import addresses
from generator.law.durations import HOURS_OF_A_WORKING_DAY, length_of
from generator.model.edition import Edition
from generator.pages.formatting import agency_part, format_duration, missing, short_duration
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets, html_block, numbered
from generator.pages.nodes.html import (
    BREAK,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    escape_lines,
    folded_block,
    join_html,
    wide,
)
from generator.pages.nodes.inline import (
    NOTHING,
    Flow,
    Inline,
    external_link,
    flow,
    flow_lines,
    join_flows,
    join_runs,
    link,
    prose,
    punctuation,
    run,
    strong,
    text,
)
from generator.pages.nodes.phrases import label, phrase, section_heading
from generator.records.stated import AgencyPart, Stated
from generator.records.version import Case, Form, LegalBasis, LinkedProcedure, Step, Version

_STATES_STEP = re.compile(r"\W*Bước\s+[0-9]")
_OPEN_CONDITIONS = 1200
"""Characters of conditions that are shown unfolded."""
_PROCESS_COLUMNS = ("phase", "step", "role", "time")
_ROLES = ("executing", "deciding", "receiving", "delegated", "coordinating")
_COMMA = punctuation(", ")
_DASH = punctuation(" – ")
_DOT = escape_html(" · ")


def eligibility(version: Version, edition: Edition) -> Block:
    """May I use it: who may, and what must be fulfilled; long conditions fold away."""
    words = edition.words
    names = "; ".join(words(f"applicant.{key}") for key in version.applicants.items)
    texts = [clause.text for clause in version.conditions.items]
    return blocks(
        [
            section_heading(words, "part.applicants"),
            strong(text(names)) if names else text(missing(version.applicants, words)),
            section_heading(words, "part.conditions", 3),
            _conditions(texts, edition) if texts else prose(missing(version.conditions, words)),
        ]
    )


def _conditions(texts: Sequence[str], edition: Edition) -> Block:
    if sum(map(len, texts)) <= _OPEN_CONDITIONS:
        return bullets(map(prose, texts))
    items = join_html(element("li", escape_lines(one)) for one in texts)
    summary = escape_html(edition.words("conditions.all", count=len(texts)))
    return html_block(folded_block(summary, element("ul", items)))


def plain_list(key: str, stated: Stated[object], items: Iterable[str], edition: Edition) -> Block:
    """A part that is a list of texts, under the heading that the words for `key` are."""
    listed = bullets(map(prose, items))
    title = section_heading(edition.words, key)
    return blocks([title, listed or prose(missing(stated, edition.words))])


def results_section(version: Version, edition: Edition) -> Block:
    """What the applicant gets."""
    names = (f"{r.name} ({r.code})" if r.code else r.name for r in version.results.items)
    return plain_list("part.results", version.results, names, edition)


def steps_section(version: Version, edition: Edition) -> Block:
    """The order of steps; those that state their number themselves get no other."""
    steps = version.steps.items
    stated = any(step.name or _STATES_STEP.match(step.text or "") for step in steps)
    listed = (bullets if stated else numbered)(map(_step, steps))
    title = section_heading(edition.words, "part.steps")
    return blocks([title, listed or prose(missing(version.steps, edition.words))])


def _step(step: Step) -> Flow:
    content = prose(step.text or "")
    return flow_lines(strong(text(step.name)), content) if step.name else content


def forms(version: Version, edition: Edition) -> Block:
    """The forms of the dossier, with a link where there is one."""
    names = bullets(map(_form, version.forms.items))
    title = section_heading(edition.words, "part.forms")
    return blocks([title, names or text(missing(version.forms, edition.words))])


def _form(form: Form) -> Inline:
    url = form.file.url if form.file else None
    return external_link(form.name, url) if url else text(form.name)


def agencies_section(version: Version, edition: Edition, here: str) -> Block:
    """Who executes, decides, receives, is delegated and coordinates."""
    lines = (_role(role, version, edition, here) for role in _ROLES)
    return blocks([section_heading(edition.words, "part.agencies"), bullets(lines)])


def _role(role: str, version: Version, edition: Edition, here: str) -> Flow:
    words = edition.words
    stated: Stated[AgencyPart] = getattr(version.agencies, role)
    names = join_flows("; ", [_agency(part, edition, here) for part in stated.items])
    return flow(label(words, f"agency.{role}"), names or prose(missing(stated, words)))


def _agency(part: AgencyPart, edition: Edition, here: str) -> Flow:
    name = agency_part(part, edition)
    if part.agency and edition.agency(part.agency):
        return link(text(name), addresses.relative(addresses.agency(part.agency), here))
    return prose(name)


def legal_basis(version: Version, edition: Edition) -> Block:
    """The legal documents cited."""
    cited = bullets(_cited(basis, edition) for basis in version.legal_basis.items)
    title = section_heading(edition.words, "part.legal_basis")
    return blocks([title, cited or text(missing(version.legal_basis, edition.words))])


def _cited(basis: LegalBasis, edition: Edition) -> Flow:
    """A document: the provisions cited, its title and its number, and that it has expired."""
    document = edition.catalogue.documents.get(basis.document)
    title = basis.text or (document.title if document else basis.document)
    number = basis.number_as_printed or (document.number if document else "")
    url = document.url if document else None
    return flow(
        *((text(basis.provisions), _COMMA) if basis.provisions else ()),
        prose(title),
        _DASH,
        external_link(number, url) if url else text(number),
        _expired(edition) if document and document.status == "expired" else NOTHING,
    )


def _expired(edition: Edition) -> Inline:
    status = phrase(edition.words, "document.expired")
    return run(punctuation(" "), strong(run(punctuation("("), status, punctuation(")"))))


def linked(version: Version, edition: Edition, here: str) -> Block:
    """Procedures done in the same go (liên thông), as a path from this one to the last.

    Source: Decree 118/2025/NĐ-CP; nothing when there is none.
    """
    path = linked_path(version, edition)
    if not path:
        return NO_BLOCK
    name = element("strong", escape_line(version.title))
    own = _stop(name, escape_html(edition.words("linked.here")))
    others = (_other_stop(item, edition, here) for item in path)
    title = section_heading(edition.words, "part.linked_procedures")
    return blocks([title, html_block(element("ol", own, *others, class_="path"))])


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


def _stop(name: Html, about: Html) -> Html:
    return element("li", name, BREAK, element("small", about))


def _other_stop(item: LinkedProcedure, edition: Edition, here: str) -> Html:
    entry = edition.entries.get(item.procedure)
    if entry is None:
        return element("li", escape_line(item.procedure))
    name = anchor(entry.title, addresses.href(addresses.procedure(item.procedure), here))
    channels = entry.version.channels.items
    times = dict.fromkeys(short_duration(channel.time, edition.words) for channel in channels)
    about = [item.text or "", "; ".join(times)]
    return _stop(name, join_html((escape_line(part) for part in about if part), _DOT))


def internal_process(version: Version, edition: Edition) -> Block:
    """Steps inside the office with their time, and the sum against the limit; nothing without.

    Phases have a column where any step has one.
    """
    words = edition.words
    if not version.internal_process.items:
        return NO_BLOCK
    steps = version.internal_process.items
    first = 0 if any(step.phase for step in steps) else 1
    heads = join_html(
        element("th", escape_html(words(f"process.{name}")), scope="col")
        for name in _PROCESS_COLUMNS[first:]
    )
    rows = join_html(
        _table_row(
            *(step.phase or "", step.name, step.role, format_duration(step.time, words))[first:]
        )
        for step in steps
    )
    head, rest = element("thead", element("tr", heads)), element("tbody", rows)
    table = wide(element("table", head, rest, class_="data"), words("part.internal_process"))
    title = section_heading(words, "part.internal_process")
    return blocks([title, html_block(table), _sum(version, edition)])


def _table_row(*cells: str) -> Html:
    return element("tr", *(element("td", escape_line(cell)) for cell in cells))


def _sum(version: Version, edition: Edition) -> Inline:
    """The time of all steps beside the longest limit; empty when they cannot be compared."""
    words = edition.words
    lengths = [length_of(step.time) for step in version.internal_process.items]
    limits = [length_of(c.committed_time or c.time) for c in version.channels.items]
    longest = max(filter(None, limits), key=lambda limit: limit.amount, default=None)
    known = [length for length in lengths if length]
    if longest is None or len(known) < len(lengths):
        return NOTHING
    if not all(length.comparable(longest) for length in known):
        return phrase(words, "process.mixed")
    total = sum(length.amount for length in known)
    key = "process.within" if total <= longest.amount else "process.beyond"
    unit = HOURS_OF_A_WORKING_DAY if longest.working else 1
    taken, limit = (words.number(amount / unit) for amount in (total, longest.amount))
    kind = words("unit.working_day" if longest.working else "unit.day")
    return phrase(words, key, total=strong(text(taken)), limit=limit, unit=kind)


def remarks(version: Version, edition: Edition) -> Block:
    """Description, cases with codes of their own, and notes; nothing when there are none."""
    cases = bullets(_case(case, edition) for case in version.cases)
    texts = [prose(one) for one in (version.description, *version.notes) if one]
    if not cases and not texts:
        return NO_BLOCK
    return blocks([section_heading(edition.words, "part.remarks"), cases, *texts])


def _case(case: Case, edition: Edition) -> Inline:
    time = text(format_duration(case.time, edition.words)) if case.time else NOTHING
    name = join_runs(" ", [text(case.code or ""), text(case.name)])
    return join_runs(" – ", [name, time])
