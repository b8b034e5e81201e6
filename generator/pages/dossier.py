"""What to bring: the checklist, its printed wording, and what need not be brought."""

from collections.abc import Iterable, Iterator

from generator.locale import Words
from generator.model.edition import Edition
from generator.model.lacking import is_left_out
from generator.pages.answers.papers import paper_count_words
from generator.pages.answers.short import shown_text
from generator.pages.checklist import checklist
from generator.pages.formatting import missing, printed_wording
from generator.pages.links import under_document
from generator.pages.named_papers import names_lines
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, html_block
from generator.pages.nodes.html import (
    BREAK,
    Html,
    element,
    escape_html,
    escape_line,
    escape_lines,
    folded_block,
    join_html,
)
from generator.pages.nodes.inline import NOTHING, Inline, join_runs, prose, strong, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.paper_names import names_block, paper_names
from generator.pages.paper_texts import unmarked
from generator.pages.phone import Letters, counting_lines, paper_width
from generator.pages.phone_text import plain_lines
from generator.pages.steps import begins_with_own, names_papers
from generator.readings.dossier_counts import count_dossier
from generator.readings.evidence import Certainty
from generator.readings.paper_in_conditions import papers_in_conditions
from generator.readings.paper_steps import lists_another_request, papers_in_steps
from generator.readings.paper_wording import without_sources
from generator.readings.recorded_application import application_first
from generator.readings.recorded_papers import (
    RecordedGroup,
    recorded_groups,
)
from generator.readings.version import VersionReadings
from generator.records.version import DossierGroup, DossierItem, Version

_SPACE = escape_html(" ")
_LETTERS, _GAP, _LEAST_LINES = 34, 0.8, 2.6
"""Characters on a line of the list, its lines between two papers, and of a paper at least."""


def dossier(
    version: Version,
    edited: str | None,
    read_of: VersionReadings,
    edition: Edition,
    room: float | None = None,
) -> Block:
    """The section of a version's dossier.

    `room`: lines for the names of its papers on two screens of a phone, without `lines_beside`;
    None where the list stands alone. `edited` is what an editor says instead of the count.
    """
    words = edition.words
    groups = version.dossier.groups
    summary = _summary(version, edited, read_of, edition)
    said = text(missing(groups, words))
    if is_left_out(groups) and not version.dossier.text:
        said = _none_listed(version, read_of, edition)
    return blocks(
        [
            section_heading(words, "part.dossier"),
            summary,
            _listed(version, read_of, edition, room) if groups.items else said,
            prose(printed_wording(groups, _said(groups.items))),
            prose(version.dossier.text or ""),
            _not_asked(version, edition),
        ]
    )


def _listed(
    version: Version, read: VersionReadings, edition: Edition, room: float | None
) -> Block | Inline:
    """The papers; that none was found where the record has a group without any."""
    if not any(group.papers for group in read.papers.groups):
        return _none_listed(version, read, edition)
    lead, named = _lead(version, read, edition), _named_elsewhere(version, read, edition)
    groups, alone = recorded_groups(version), room is None
    if count_dossier(version).all_needed:
        groups = application_first(groups)
        alone = alone or sum(map(_list_lines, groups)) <= (room or 0)
    remark = html_block(element("p", named.html, class_="mentioned")) if named else NO_BLOCK
    listed = checklist(version, groups, edition)
    if room is None or alone:
        return blocks([lead, listed, remark])
    return blocks([lead, _names_and_list(groups, remark, listed, edition, room)])


def lines_beside(
    version: Version, edited: str | None, read: VersionReadings, edition: Edition
) -> float:
    """How many lines of names take what is said above the papers, and of others elsewhere.

    Their count too, beyond one line of its own.
    """
    count = counting_lines(shown_text(_summary(version, edited, read, edition).html))
    told = (_lead(version, read, edition), _named_elsewhere(version, read, edition))
    width = paper_width(Letters.USUAL)
    return count + sum(plain_lines(shown_text(one.html), width) + _GAP for one in told if one)


def _list_lines(group: RecordedGroup) -> float:
    """How many lines of names the list of a group takes."""
    lengths = (len(paper.item.name) for paper in group.papers)
    return sum(max(_LEAST_LINES, -(-length // _LETTERS) + _GAP) for length in lengths)


def _names_and_list(
    groups: tuple[RecordedGroup, ...], remark: Block, listed: Block, edition: Edition, room: float
) -> Block:
    """The names of all papers, and the list to tick off folded below them.

    The remark on others stands behind the names, unless these leave it no room on two screens.
    """
    words = edition.words
    names = paper_names(groups, room, words)
    block = html_block(names_block(names, words))
    shown = [block, remark] if names_lines(names) <= room else [remark, block]
    label = escape_html(words("dossier.to_tick"))
    return blocks([*shown, html_block(folded_block(label, listed.html))])


def _none_listed(version: Version, read: VersionReadings, edition: Edition) -> Inline:
    """That the source lists no papers, with a link to the steps where those name some."""
    named = _named_in_steps(version, read, edition)
    if named:
        return join_runs(" ", [phrase(edition.words, "answer.no_papers"), named])
    if not names_papers(version):
        return phrase(edition.words, "answer.no_papers")
    own = begins_with_own(read.steps)
    key = "answer.papers_in.own_steps" if own else "answer.papers_in.steps"
    return phrase(edition.words, key)


def _lead(version: Version, read: VersionReadings, edition: Edition) -> Inline:
    """That the source lists no papers, or perhaps those of another matter."""
    if not count_dossier(version).items:
        return _none_listed(version, read, edition)
    is_other = lists_another_request(read.steps, read.papers, version.title)
    return phrase(edition.words, "dossier.other_request") if is_other else NOTHING


def _named_elsewhere(version: Version, read: VersionReadings, edition: Edition) -> Inline:
    """The papers that only the steps or conditions name; none beside those of no list."""
    if not count_dossier(version).items:
        return NOTHING
    found = papers_in_conditions(version, read.papers)
    names = "; ".join(without_sources(" ".join(one.words.split())) for one in found)
    told = phrase(edition.words, "dossier.in_conditions", names=names) if names else NOTHING
    return join_runs(" ", [_named_in_steps(version, read, edition), told])


def _named_in_steps(version: Version, read: VersionReadings, edition: Edition) -> Inline:
    """The papers that only the steps name."""
    found = papers_in_steps(read.steps, read.papers, version.title)
    names = "; ".join(without_sources(" ".join(one.words.split())) for one in found)
    own = begins_with_own(read.steps)
    key = "dossier.in_own_steps" if own else "dossier.in_steps"
    return phrase(edition.words, key, names=names) if names else NOTHING


def _summary(
    version: Version, edited: str | None, read: VersionReadings, edition: Edition
) -> Inline:
    """How many papers, and how many sets of them, on one line."""
    words, sets = edition.words, version.dossier.sets
    told = read.papers.sets
    if sets is None and told and told.certainty is not Certainty.UNSURE:
        sets = told.value
    count = edited or _count_words(version, read, words)
    parts = [strong(text(f"{' '.join(count.split())}.")) if count else NOTHING]
    if edited:
        parts += [phrase(words, "answer.edited_by")]
    parts += [phrase(words, "dossier.sets", count=sets)] if sets is not None else []
    mixed = any(group.is_mixed for group in recorded_groups(version))
    parts += [phrase(words, "dossier.mixed")] if mixed else []
    return join_runs(" ", parts)


def _count_words(version: Version, read: VersionReadings, words: Words) -> str:
    """How many papers; of a list with the request of another matter nothing is known."""
    if lists_another_request(read.steps, read.papers, version.title):
        return ""
    return paper_count_words(count_dossier(version), words)


def _said(groups: Iterable[DossierGroup]) -> Iterator[str | None]:
    """The texts that the checklist shows."""
    for group in groups:
        yield group.name
        yield from (part for item in group.items for part in (item.name, item.text))


def _not_asked(version: Version, edition: Edition) -> Block:
    """The papers that a database has replaced, which an office may no longer ask for.

    Source: Resolution 66.7/2025/NQ-CP, article 4.
    """
    groups = version.dossier.groups.items
    found = [item for group in groups for item in group.items if item.replaced_by_data]
    if not found:
        return NO_BLOCK
    title = element("strong", escape_html(edition.words("dossier.not_asked")))
    papers = element("ul", *(_looked_up(item, edition) for item in found))
    return html_block(element("div", element("p", title), papers, class_="not-asked"))


def _looked_up(item: DossierItem, edition: Edition) -> Html:
    lookup = item.replaced_by_data
    assert lookup is not None
    said = edition.words("dossier.data", database=lookup.database)
    basis = under_document(lookup.basis, (lookup.database, lookup.text), edition).html
    about = (escape_line(said), escape_lines(lookup.text or ""), basis)
    shown = join_html(filter(None, about), _SPACE)
    return element("li", escape_lines(unmarked(item.name)), BREAK, element("small", shown))
