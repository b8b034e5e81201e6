"""The papers of a dossier as a checklist: by case, the application first, with how many of each."""

import re
from collections.abc import Iterator, Sequence

from generator.model.edition import Edition
from generator.pages.answers.papers import count_papers
from generator.pages.dossier_record import (
    DossierRecord,
    every_paper,
    folded_record,
    listed_record,
    with_usual_number,
)
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    element,
    escape_html,
    escape_line,
    escape_lines,
    folded_block,
    join_html,
    void_element,
)
from generator.pages.paper_beside import form_words, small_words
from generator.pages.paper_cases import (
    CaseLine,
    PaperCase,
    case_lines,
    case_summary,
    choice_words,
    have_room,
    room_beside,
    ticked_labels,
)
from generator.pages.paper_notes import changes_papers, first_words, folded_notes, is_aside
from generator.pages.paper_texts import (
    LONG_TEXT,
    SHORT_TEXT,
    group_title,
    paper_line,
    paper_opening,
    paper_text,
    papers_in_full,
    rest_in_full,
    unmarked,
    without_long_end,
)
from generator.readings.paper_full_labels import USUAL_ROOM, lists_papers, shows_content
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_labels import cut_at_sense
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_summary import shorten_name
from generator.readings.paper_types import Paper, PaperChoice
from generator.readings.paper_wording import without_sources
from generator.readings.paper_words import opens_note
from generator.readings.papers import PaperGroup, PaperReadings
from generator.records.version import DossierItem, Version

_OPEN_PAPERS = 25
"""A dossier with more papers can be filtered."""
_FILTER_LINES = 3
"""Lines of papers that its filter takes."""
_OPEN_CASES = 10
"""A dossier with more papers shows its cases folded, each with its first papers."""
_LONG_NOTE = 120
"""A note of more characters is folded."""
_LONG_RULE = 500
"""The same of a note that says who needs which paper."""
_FEW_CHOICES = 2
"""So many papers of which one is enough are never folded."""
_CHOICES_NAMED, _CHOICE = 4, 60
"""So many of them are named on the line of a fold, each in so many characters."""
_ONE_PARAGRAPH = 320
"""Characters of alternatives that stand in one paragraph, without marks."""
_HOW_FILED = re.compile(r"hình thức trực (?:tiếp|tuyến)", re.IGNORECASE)
_SPACE = escape_html(" ")
_DOT = escape_html(" · ")
_BOX = void_element("input", type="checkbox")


def checklist(
    version: Version, read: PaperReadings, edition: Edition, room: float = USUAL_ROOM
) -> Block:
    """All cases; its script keeps the ticks on the device and filters the papers.

    `room`: lines that are left for it on two screens of a phone.
    """
    words = edition.words
    papers = sum(map(count_papers, read.groups))
    room -= _FILTER_LINES if papers > _OPEN_PAPERS else 0
    source = listed_record(version, read, edition, room)
    cases = [group for group in read.groups if group.choice.value is GroupChoice.ONE]
    folded = len(cases) > 1 and (papers > _OPEN_CASES or not _stand_open(read, source))
    if folded:
        source = folded_record(version, read, edition, room)
    source = with_usual_number(source, read)
    only_case = escape_html(words("dossier.only_case")) if read.only_case else EMPTY
    listed = element(
        "div",
        element("p", only_case) if only_case else EMPTY,
        element("p", _usual_number(source), class_="usual") if source.usual else EMPTY,
        *_groups(read.groups, len(cases), folded, source),
        papers_in_full(read, source),
        class_="checklist",
        data_checklist=f"{version.procedure}/{version.version}",
        data_find=words("dossier.find") if papers > _OPEN_PAPERS else None,
    )
    return html_block(listed)


def _stand_open(read: PaperReadings, source: DossierRecord) -> bool:
    """Whether all cases have room with all that is said of their papers."""
    labels = (one for group in read.groups for one in ticked_labels(group.papers, source))
    titled = [(group, without_long_end(group_title(group))) for group in read.groups]
    return all(label.complete for label in labels) and have_room(titled, source)


def _usual_number(source: DossierRecord) -> Html:
    said = source.edition.words("dossier.usual_number", number=source.usual)
    return element("small", escape_html(said))


def _groups(
    groups: Sequence[PaperGroup], cases: int, folded: bool, source: DossierRecord
) -> Iterator[Html]:
    """The groups; the line above the list says how many of them are cases to choose from."""
    is_case = [folded and cases > 1 and one.choice.value is GroupChoice.ONE for one in groups]
    titles = [without_long_end(group_title(group)) for group in groups]
    pairs = list(zip(groups, titles, is_case, strict=True))
    room = room_beside([(group, title) for group, title, case in pairs if not case], source)
    told = [_case_of(group, title, source) for group, title, case in pairs if case]
    lines = iter(zip(told, case_lines(told, room), strict=True))
    for group, _, case in pairs:
        yield _case(group, *next(lines), source) if case else _open(group, source)


def _case_of(group: PaperGroup, title: str, source: DossierRecord) -> PaperCase:
    said = group.papers[0].words.words if group.papers else ""
    return PaperCase(title, ticked_labels(group.papers, source), said)


def _case(group: PaperGroup, case: PaperCase, line: CaseLine, source: DossierRecord) -> Html:
    """A case under a line with its name, how many papers it has and the first of them."""
    name = group_title(group)
    whole = element("p", escape_lines(name)) if line.is_short else rest_in_full(name, source)
    summary = case_summary(case, line, source.edition.words)
    return folded_block(summary, join_html([whole, _listed(group, source)]))


def _open(group: PaperGroup, source: DossierRecord) -> Html:
    name = group_title(group)
    if not name:
        return _listed(group, source)
    if group.papers and not any(paper.ticks for paper in every_paper(group.papers)):
        said = [escape_lines(without_long_end(name)), first_words(group.papers, name)]
        return folded_block(join_html(filter(None, said), _SPACE), _listed(group, source))
    title = element("h3", escape_lines(without_long_end(name)), class_="case")
    return join_html([title, _listed(group, source), rest_in_full(name, source)])


def _listed(group: PaperGroup, source: DossierRecord) -> Html:
    words = source.edition.words
    papers = [paper for paper in group.papers if not source.item(paper).replaced_by_data]
    one = group.papers_choice is PaperChoice.ONE and len(papers) > 1
    above = [element("p", escape_html(choice_words(papers, words)))] if one else []
    above += [element("p", escape_html(words("dossier.mixed")))] if group.mixed else []
    notes = [paper for paper in papers if is_aside(paper, group)]
    long = len(notes) > 1 or any(len(note.words.words) > _LONG_NOTE for note in notes)
    folded = notes if long and len(notes) < len(papers) else []
    folded = [note for note in folded if not changes_papers(note)]
    shown = [paper for paper in papers if paper not in notes]
    shown += [note for note in notes if note not in folded]
    if one and source.is_over and _are_cases(shown):
        return join_html([*above, *_folded_cases(shown, source), folded_notes(folded, words)])
    listed = element("ul", *(_paper(paper, source) for paper in shown), class_="papers")
    return join_html([*above, listed, folded_notes(folded, words)])


def _are_cases(papers: Sequence[Paper]) -> bool:
    """Whether each of several papers is the heading of a case with papers below it."""
    heads = [paper.role.value is PaperRole.HEADING and bool(paper.parts) for paper in papers]
    return len(heads) > 1 and all(heads)


def _folded_cases(papers: Sequence[Paper], source: DossierRecord) -> Iterator[Html]:
    """The cases of one group under lines with their names and the number of their papers."""
    told = [
        PaperCase(without_long_end(unmarked(paper.words.words)), ticked_labels(paper.parts, source))
        for paper in papers
    ]
    words = source.edition.words
    for paper, case, line in zip(papers, told, case_lines(told, source.room), strict=True):
        whole = element("p", paper_text(paper)) if line.is_short else EMPTY
        body = join_html([whole, _below(paper, source)])
        yield folded_block(case_summary(case, line, words), body)


def _paper(paper: Paper, source: DossierRecord) -> Html:
    match paper.role.value:
        case PaperRole.NOTE:
            label = element("strong", escape_html(source.edition.words("dossier.note")))
            whole = changes_papers(paper) and len(paper.words.words) <= _LONG_RULE
            opening = (
                escape_line(without_sources(paper_line(paper))) if whole else paper_opening(paper)
            )
            said = [opening] if opens_note(paper.words.words) else [label, opening]
            below = EMPTY if whole and not paper.parts else _below(paper, source)
            return element("li", join_html(said, _SPACE), below, class_="remark")
        case PaperRole.HEADING:
            small = not paper.parts and _HOW_FILED.search(paper.words.words)
            heading = element("small" if small else "strong", paper_opening(paper))
            return element("li", heading, _below(paper, source), class_="part")
        case PaperRole.SUBMIT | PaperRole.SHOW:
            return _asked(paper, source)
        case PaperRole.ALTERNATIVE | PaperRole.CONTENT:
            return element("li", _alternative(paper, source))


def _asked(paper: Paper, source: DossierRecord) -> Html:
    item = source.item(paper)
    about, small = _about(paper, item, source), small_words(paper, item, source)
    shown = filter(None, [escape_line(source.label(paper).text), small])
    name = element("span", join_html(shown, _DOT))
    content = any(part.role.value is PaperRole.CONTENT for part in paper.parts)
    told = shows_content(paper, source.label(paper)) or not lists_papers(paper)
    return element(
        "li",
        element("label", _BOX, name) if paper.ticks else element("p", name, class_="unticked"),
        element("div", join_html(about, _SPACE), class_="about") if about else EMPTY,
        EMPTY if content and told else _parts(paper, source),
        element("p", escape_lines(item.text)) if item.text else EMPTY,
    )


def _about(paper: Paper, item: DossierItem, source: DossierRecord) -> list[Html]:
    """When it is needed, its forms, and its full words folded, on one line where they fit."""
    condition = source.conditions.get(paper.words, "")
    about = [element("span", escape_line(condition), class_="condition")] if condition else []
    about += form_words(item, source.label(paper), source)
    in_full = _in_full(paper, source)
    return [*about, in_full] if in_full else about


def _parts(paper: Paper, source: DossierRecord) -> Html:
    """The papers listed in a paper, with a line above when one of them is enough."""
    if not paper.parts:
        return EMPTY
    one = escape_html(source.edition.words("dossier.one_of"))
    if paper.choice is PaperChoice.ONE and _are_short(paper.parts):
        names = "; ".join(unmarked(part.words.words).strip(" ;,.") for part in paper.parts)
        return element("p", one, _SPACE, escape_line(names))
    if paper.choice is not PaperChoice.ONE:
        return element("ul", *(_paper(part, source) for part in paper.parts), class_="papers")
    listed = element("ul", *(_either(part, source) for part in paper.parts), class_="papers")
    if source.is_over and len(paper.parts) > _FEW_CHOICES:
        return folded_block(_choices_line(paper, source), listed)
    return join_html([element("p", one), listed])


def _choices_line(paper: Paper, source: DossierRecord) -> Html:
    """How many papers of which one is enough, and the first of them by name."""
    label = source.edition.words("dossier.one_of_count", count=len(paper.parts))
    names = [shorten_name(unmarked(part.words.words), _CHOICE) for part in paper.parts]
    said = "; ".join([*names[:_CHOICES_NAMED], *(["…"] if len(names) > _CHOICES_NAMED else [])])
    return join_html([escape_html(label), element("small", escape_line(said))], _SPACE)


def _either(part: Paper, source: DossierRecord) -> Html:
    """One of several, or a kind of them with the papers that are of it, in one paragraph."""
    if part.role.value is not PaperRole.HEADING or any(one.parts for one in part.parts):
        return _paper(part, source)
    papers = "; ".join(unmarked(one.words.words).strip(" ;,.") for one in part.parts)
    heading = element("strong", paper_opening(part))
    return element("li", join_html([heading, escape_line(papers)], _SPACE))


def _are_short(parts: Sequence[Paper]) -> bool:
    """Whether alternatives are names that fit one paragraph."""
    plain = all(part.role.value is PaperRole.ALTERNATIVE and not part.parts for part in parts)
    return plain and sum(len(part.words.words) for part in parts) <= _ONE_PARAGRAPH


def _in_full(paper: Paper, source: DossierRecord) -> Html:
    """Everything the record says of a paper, folded away where its label says less.

    What the paper has to contain is part of it.
    """
    content = any(part.role.value is PaperRole.CONTENT for part in paper.parts)
    shown = source.label(paper)
    if shown.complete and (not content or lists_papers(paper) or shows_content(paper, shown)):
        return EMPTY
    label = escape_html(source.edition.words("dossier.in_full"))
    parts = _parts(paper, source) if content else EMPTY
    return folded_block(label, join_html([element("p", paper_text(paper)), parts]))


def _alternative(paper: Paper, source: DossierRecord) -> Html:
    """One of several, or what a paper contains: its first words, then all of them folded."""
    label = source.label(paper)
    said = label.text if label.complete else without_sources(unmarked(paper_line(paper)))
    asks = any(part.ticks for part in every_paper(paper.parts))
    if asks or (not paper.parts and (label.complete or len(said) <= LONG_TEXT)):
        return join_html([escape_line(said), _below(paper, source) if asks else EMPTY])
    in_full = escape_html(source.edition.words("dossier.in_full"))
    shown = escape_line(cut_at_sense(said, SHORT_TEXT))
    every = join_html([element("p", paper_text(paper)), _parts(paper, source)])
    return join_html([shown, folded_block(in_full, every)], _SPACE)


def _below(paper: Paper, source: DossierRecord) -> Html:
    """The full words of a heading or note, and its papers."""
    return join_html([rest_in_full(paper.words.words, source), _parts(paper, source)])
