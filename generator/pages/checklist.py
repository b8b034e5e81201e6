"""The papers of a dossier as a checklist: by case, the application first, with how many of each."""

import re
from collections.abc import Iterator, Sequence

from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.answers.papers import count_papers
from generator.pages.dossier_record import (
    DossierRecord,
    every_paper,
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
from generator.pages.paper_cases import case_line, choice_words, have_room, share_of_names
from generator.readings.enumeration import skip_marks
from generator.readings.paper_full_labels import USUAL_ROOM, lists_papers, shows_content
from generator.readings.paper_groups import GroupChoice
from generator.readings.paper_labels import PaperLabel, cut_at_sense
from generator.readings.paper_roles import PaperRole, is_quantity
from generator.readings.paper_types import Paper, PaperChoice
from generator.readings.paper_wording import without_sources
from generator.readings.paper_words import opens_note
from generator.readings.papers import PaperGroup, PaperReadings
from generator.records.version import DossierItem, Version

_OPEN_PAPERS = 25
"""A dossier with more papers can be filtered."""
_OPEN_CASES = 10
"""A dossier with more papers shows its cases folded, each with its first papers."""
_LONG_NOTE = 120
"""A note of more characters is folded."""
_LONG_TEXT = 320
"""Characters of a case, heading, note or alternative that stand in full."""
_LONG_RULE = 500
"""The same of a note that says who needs which paper."""
_SHORT_TEXT = 260
"""Characters that stand for a longer one."""
_ONE_PARAGRAPH = 320
"""Characters of alternatives that stand in one paragraph, without marks."""
_STARRED = re.compile(r"\A[\s(*]{1,6}\)\s{0,4}")
"""A mark of signs alone: "(*)"."""
_WHO_NEEDS = re.compile(
    r"(?<!\w)(?:không phải (?:nộp|gửi|xuất trình|cung cấp)|(?:gửi|nộp) (?:bổ sung|thêm|kèm)"
    r"|phải có (?:thêm|quyết định|giấy|văn bản|bản)|trường hợp miễn"
    r"|được miễn (?:nộp|cung cấp))(?!\w)",
    re.IGNORECASE,
)
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
    source = with_usual_number(listed_record(version, read, edition, room), read)
    cases = [group for group in read.groups if group.choice.value is GroupChoice.ONE]
    folded = len(cases) > 1 and (
        papers > _OPEN_CASES
        or not have_room([(one, _shortened(_name(one))) for one in read.groups], source)
    )
    only_case = escape_html(words("dossier.only_case")) if read.only_case else EMPTY
    listed = element(
        "div",
        element("p", only_case) if only_case else EMPTY,
        element("p", _usual_number(source), class_="usual") if source.usual else EMPTY,
        *_groups(read.groups, len(cases), folded, source),
        _in_full_below(read, source),
        class_="checklist",
        data_checklist=f"{version.procedure}/{version.version}",
        data_find=words("dossier.find") if papers > _OPEN_PAPERS else None,
    )
    return html_block(listed)


def _usual_number(source: DossierRecord) -> Html:
    said = source.edition.words("dossier.usual_number", number=source.usual)
    return element("small", escape_html(said))


def _groups(
    groups: Sequence[PaperGroup], cases: int, folded: bool, source: DossierRecord
) -> Iterator[Html]:
    """The groups; the line above the list says how many of them are cases to choose from."""
    one_of = [group for group in groups if group.choice.value is GroupChoice.ONE and cases > 1]
    named = [(group, _shortened(_name(group))) for group in one_of]
    share = share_of_names(named, source) if folded else 1.0
    for group in groups:
        is_case = folded and group in one_of
        yield _case(group, source, share) if is_case else _open(group, source)


def _case(group: PaperGroup, source: DossierRecord, share: float) -> Html:
    """A case under a line with its name, how many papers it has and the first of them."""
    name = _name(group)
    body = join_html([_rest(name, source), _listed(group, source)])
    return folded_block(case_line(group, _shortened(name), share, source), body)


def _open(group: PaperGroup, source: DossierRecord) -> Html:
    name = _name(group)
    if not name:
        return _listed(group, source)
    if group.papers and not any(paper.ticks for paper in every_paper(group.papers)):
        return folded_block(escape_lines(_shortened(name)), _listed(group, source))
    title = element("h3", escape_lines(_shortened(name)), class_="case")
    return join_html([title, _listed(group, source), _rest(name, source)])


def _name(group: PaperGroup) -> str:
    """What a group is called; empty when its name only counts the sets of the dossier."""
    name = unmarked(group.name.words) if group.name else ""
    return "" if is_quantity(name) else name


def _shortened(said: str) -> str:
    """A text without its sources; a very long one in part."""
    told = without_sources(" ".join(said.split()))
    return told if len(told) <= _LONG_TEXT else cut_at_sense(told, _SHORT_TEXT)


def _rest(said: str, source: DossierRecord) -> Html:
    """A text in full, folded, when only its beginning is shown."""
    if len(without_sources(" ".join(said.split()))) <= _LONG_TEXT:
        return EMPTY
    label = escape_html(source.edition.words("dossier.in_full"))
    folded = folded_block(label, element("p", escape_lines(said)))
    return element("div", folded, class_="in-full")


def _listed(group: PaperGroup, source: DossierRecord) -> Html:
    words = source.edition.words
    papers = [paper for paper in group.papers if not source.item(paper).replaced_by_data]
    one = group.papers_choice is PaperChoice.ONE and len(papers) > 1
    above = [element("p", escape_html(choice_words(papers, words)))] if one else []
    above += [element("p", escape_html(words("dossier.mixed")))] if group.mixed else []
    notes = [paper for paper in papers if _is_aside(paper, group)]
    long = len(notes) > 1 or any(len(note.words.words) > _LONG_NOTE for note in notes)
    folded = notes if long and len(notes) < len(papers) else []
    folded = [note for note in folded if not _changes_papers(note)]
    shown = [paper for paper in papers if paper not in notes]
    shown += [note for note in notes if note not in folded]
    listed = element("ul", *(_paper(paper, source) for paper in shown), class_="papers")
    return join_html([*above, listed, _folded_notes(folded, words)])


def _is_aside(paper: Paper, group: PaperGroup) -> bool:
    """Whether words stand apart from papers: a note, or a heading of which the papers are lost."""
    if paper.parts:
        return False
    lost = group.mixed and paper.role.value is PaperRole.HEADING
    return paper.role.value is PaperRole.NOTE or lost


def _changes_papers(note: Paper) -> bool:
    """Whether a note says who needs which paper, so that it must not be folded away."""
    return _WHO_NEEDS.search(note.words.words) is not None


def _folded_notes(notes: Sequence[Paper], words: Words) -> Html:
    """What is only explained, folded, so that the papers of the next group stand near."""
    if not notes:
        return EMPTY
    listed = element("ul", *(element("li", _said(note)) for note in notes))
    return folded_block(escape_html(words("dossier.notes", count=len(notes))), listed)


def _paper(paper: Paper, source: DossierRecord) -> Html:
    match paper.role.value:
        case PaperRole.NOTE:
            label = element("strong", escape_html(source.edition.words("dossier.note")))
            whole = _changes_papers(paper) and len(paper.words.words) <= _LONG_RULE
            opening = escape_line(without_sources(_one_line(paper))) if whole else _opening(paper)
            said = [opening] if opens_note(paper.words.words) else [label, opening]
            below = EMPTY if whole and not paper.parts else _below(paper, source)
            return element("li", join_html(said, _SPACE), below, class_="remark")
        case PaperRole.HEADING:
            small = not paper.parts and _HOW_FILED.search(paper.words.words)
            heading = element("small" if small else "strong", _opening(paper))
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
    return join_html([element("p", one), listed])


def _either(part: Paper, source: DossierRecord) -> Html:
    """One of several, or a kind of them with the papers that are of it, in one paragraph."""
    if part.role.value is not PaperRole.HEADING or any(one.parts for one in part.parts):
        return _paper(part, source)
    papers = "; ".join(unmarked(one.words.words).strip(" ;,.") for one in part.parts)
    heading = element("strong", _opening(part))
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
    return folded_block(label, join_html([element("p", _said(paper)), parts]))


def _in_full_below(read: PaperReadings, source: DossierRecord) -> Html:
    """The words of the papers whose labels leave out where a form is printed, folded together."""
    every = (paper for group in read.groups for paper in every_paper(group.papers) if paper.ticks)
    left_out = [paper for paper in every if _leaves_out(source.label(paper))]
    if not left_out:
        return EMPTY
    listed = element("ul", *(element("li", _said(paper)) for paper in left_out))
    label = escape_html(source.edition.words("dossier.papers_in_full"))
    return element("div", folded_block(label, listed), class_="in-full")


def _leaves_out(label: PaperLabel) -> bool:
    return label.complete and not label.whole


def _one_line(paper: Paper) -> str:
    return " ".join(paper.words.words.split())


def _said(paper: Paper) -> Html:
    return escape_lines(paper.words.words)


def _opening(paper: Paper) -> Html:
    return escape_lines(_shortened(paper.words.words))


def _alternative(paper: Paper, source: DossierRecord) -> Html:
    """One of several, or what a paper contains: its first words, then all of them folded."""
    label = source.label(paper)
    said = label.text if label.complete else without_sources(unmarked(_one_line(paper)))
    asks = any(part.ticks for part in every_paper(paper.parts))
    if asks or (not paper.parts and (label.complete or len(said) <= _LONG_TEXT)):
        return join_html([escape_line(said), _below(paper, source) if asks else EMPTY])
    in_full = escape_html(source.edition.words("dossier.in_full"))
    shown = escape_line(cut_at_sense(said, _SHORT_TEXT))
    every = join_html([element("p", _said(paper)), _parts(paper, source)])
    return join_html([shown, folded_block(in_full, every)], _SPACE)


def _below(paper: Paper, source: DossierRecord) -> Html:
    """The full words of a heading or note, and its papers."""
    return join_html([_rest(paper.words.words, source), _parts(paper, source)])


def unmarked(said: str) -> str:
    """A text without the marks of a list that it opens with: the list has marks of its own."""
    bare = _STARRED.sub("", said)
    return bare[skip_marks(bare, 0, len(bare)) :] or said
