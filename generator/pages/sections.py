"""The parts of a version as sections, in the order a citizen asks for them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from generator import addresses
from generator.law.titles import comparable
from generator.model.edition import Edition
from generator.model.elsewhere import document_page
from generator.model.lacking import is_left_out
from generator.pages.folded_agencies import fold_agencies, folded_parts
from generator.pages.formatting import (
    agency_part,
    channel_time_line,
    format_duration,
    missing,
    printed_wording,
)
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets, html_block
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
)
from generator.pages.nodes.inline import (
    NOTHING,
    Flow,
    Inline,
    external_link,
    flow,
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
from generator.pages.paper_texts import without_shared_bullets
from generator.readings.bodies import is_form_of
from generator.records.stated import AgencyPart, Stated
from generator.records.version import AGENCY_ROLES, Case, LegalBasis, LinkedProcedure, Version

_OPEN_CONDITIONS = 1200
"""Characters of conditions that are shown unfolded."""
_COMMA = punctuation(", ")
_DASH = punctuation(" – ")
_DOT = escape_html(" · ")


def eligibility(version: Version, edition: Edition) -> Block:
    """May I use it: who may, and what must be fulfilled; long conditions fold away."""
    words = edition.words
    applicants, conditions = version.applicants, version.conditions
    names = "; ".join(words(f"applicant.{key}") for key in applicants.items)
    texts = [clause.text for clause in conditions.items]
    who: list[Block | Flow] = [
        section_heading(words, "part.applicants"),
        strong(text(names)) if names else text(missing(applicants, words)),
        _wording(applicants, (names,)),
    ]
    level = 2 if is_left_out(applicants) else 3
    fulfilled: list[Block | Flow] = [
        section_heading(words, "part.conditions", level),
        _conditions(texts, edition) if texts else prose(missing(conditions, words)),
        _wording(conditions, texts),
    ]
    return blocks(
        [
            *([] if is_left_out(applicants) else who),
            *([] if is_left_out(conditions) else fulfilled),
        ]
    )


def _wording(stated: Stated[Any], shown: Iterable[str | None]) -> Flow:
    """The printed wording of a part, under its items; nothing when these say it."""
    return prose(printed_wording(stated, shown))


def _conditions(texts: Sequence[str], edition: Edition) -> Block:
    shown = without_shared_bullets(texts)
    if sum(map(len, texts)) <= _OPEN_CONDITIONS:
        return bullets(map(prose, shown))
    items = join_html(element("li", escape_lines(one)) for one in shown)
    summary = escape_html(edition.words("conditions.all", count=len(texts)))
    return html_block(folded_block(summary, element("ul", items)))


def plain_list(key: str, stated: Stated[object], items: Iterable[str], edition: Edition) -> Block:
    """A part that is a list of texts, under the heading that the words for `key` are."""
    if is_left_out(stated):
        return NO_BLOCK
    texts = list(items)
    listed = bullets(map(prose, without_shared_bullets(texts)))
    title = section_heading(edition.words, key)
    shown = listed or prose(missing(stated, edition.words))
    return blocks([title, shown, _wording(stated, texts)])


def results_section(version: Version, edition: Edition) -> Block:
    """What the applicant gets."""
    names = (f"{r.name} ({r.code})" if r.code else r.name for r in version.results.items)
    return plain_list("part.results", version.results, names, edition)


def agencies_section(version: Version, edition: Edition, here: str) -> Block:
    """Who executes, decides, receives, is delegated and coordinates."""
    stated = [role for role in AGENCY_ROLES if not is_left_out(getattr(version.agencies, role))]
    if not stated:
        return NO_BLOCK
    lines, folded = [], defaultdict(list)
    for role in stated:
        parts, folds = fold_agencies(getattr(version.agencies, role).items, edition)
        lines.append(_role(role, parts, [fold.name for fold in folds], version, edition, here))
        for fold in folds:
            folded[fold].append(edition.words(f"agency.{role}"))
    listed = {part: _agency(part, edition, here).html for fold in folded for part in fold.parts}
    heading = section_heading(edition.words, "part.agencies")
    return blocks([heading, bullets(lines), folded_parts(folded, listed)])


def _role(
    role: str,
    parts: Iterable[AgencyPart],
    folds: Iterable[str],
    version: Version,
    edition: Edition,
    here: str,
) -> Flow:
    words = edition.words
    stated: Stated[AgencyPart] = getattr(version.agencies, role)
    shown_parts = (_agency(part, edition, here) for part in parts)
    names = join_flows("; ", [*shown_parts, *map(text, folds)])
    texts = (f"{agency_part(part, edition)} {part.text}" for part in stated.items)
    shown = (names or prose(missing(stated, words)), _wording(stated, texts))
    return flow(label(words, f"agency.{role}"), join_flows(". ", shown))


def _agency(part: AgencyPart, edition: Edition, here: str) -> Flow:
    """The name of an agency, and how the decision words it where that says more."""
    name = agency_part(part, edition)
    if not part.agency:
        return prose(name)
    known = edition.agency(part.agency)
    address = addresses.relative(addresses.agency(part.agency), here)
    shown = link(text(name), address) if known else text(name)
    said = part.text or ""
    same = comparable(said) in comparable(name) or is_form_of(said, name)
    worded = "" if same else said
    return join_flows(" – ", [shown, _heirs(part.agency, edition, here), prose(worded)])


def _heirs(key: str, edition: Edition, here: str) -> Inline:
    """Who has the tasks today of an agency that has ended."""
    links = [
        link(text(edition.agency_name(heir)), addresses.relative(addresses.agency(heir), here))
        for heir in edition.heirs(key)
    ]
    return phrase(edition.words, "agency.today", names=join_runs("; ", links)) if links else NOTHING


def legal_basis(version: Version, edition: Edition) -> Block:
    """The legal documents cited."""
    if is_left_out(version.legal_basis):
        return NO_BLOCK
    cited = bullets(_cited(basis, edition) for basis in version.legal_basis.items)
    title = section_heading(edition.words, "part.legal_basis")
    shown = cited or text(missing(version.legal_basis, edition.words))
    return blocks([title, shown, _wording(version.legal_basis, ())])


def _cited(basis: LegalBasis, edition: Edition) -> Flow:
    """A document: the provisions cited, its title and its number, and that it has expired.

    A title with the number in it needs none behind it.
    """
    document = edition.catalogue.documents.get(basis.document)
    title = basis.text or (document.title if document else basis.document)
    number = basis.number_as_printed or (document.number if document else "")
    url = document_page(document, edition.catalogue.settings) if document else None
    is_told = bool(number) and number.casefold() in title.casefold()
    behind = (_DASH, external_link(number, url) if url else text(number))
    return flow(
        *((text(basis.provisions), _COMMA) if basis.provisions else ()),
        external_link(title, url) if is_told and url else prose(title),
        *(() if is_told else behind),
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
    shown = html_block(element("ol", own, *others, class_="path"))
    texts = (item.text for item in path)
    return blocks([title, shown, _wording(version.linked_procedures, texts)])


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
    times = dict.fromkeys(channel_time_line(channel.time, edition.words) for channel in channels)
    about = [item.text or "", "; ".join(times)]
    return _stop(name, join_html((escape_line(part) for part in about if part), _DOT))


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
