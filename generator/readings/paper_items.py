"""An item of a dossier taken apart: the papers, conditions and notes that stand in one text."""

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from generator.readings import paper_words as words
from generator.readings.enumeration import TextList, find_list, skip_marks, split_at
from generator.readings.evidence import Certainty, Reading
from generator.readings.paper_collections import is_collection, stands_above
from generator.readings.paper_making import as_alternative, make_paper, paper_in_words
from generator.readings.paper_names import goes_on_about, is_kind_alone, kind_end
from generator.readings.paper_roles import PaperRole, RoleFound, find_role
from generator.readings.paper_types import ItemText, Paper, PaperChoice

_DEEPEST = 4
_CASE_REACH = 300
"""Characters in which a case ends with a colon."""
_INSTEAD = re.compile(
    r"(?:nếu|(?:trong )?trường hợp)\s{1,4}không có(?!\w)|(?:ngoại )?trừ(?!\w)", re.I
)
"""Words before a paper that stands for the one before it, or that frees some readers from it."""
_ALIKE = 30
"""Characters that two papers begin with when they are the same one for two cases."""
_LEAD_END = re.compile(r"[:.]?\s{0,4}\Z")
_BEFORE_LIST = re.compile(r":|\((?=[^()]{8,}?;)")
_ASKS_ONE = re.compile(words.ONE_OF, re.I)


@lru_cache(1 << 10)
def read_item(item: ItemText) -> tuple[Paper, ...]:
    """The papers of an item, in their order: one, or those of a list that stands in it."""
    return _read_span(item, 0, len(item.text), 0)


def _read_span(item: ItemText, start: int, end: int, depth: int) -> tuple[Paper, ...]:
    listing = find_list(item.text, start, end, not depth) if depth < _DEEPEST else None
    if listing is None:
        return _read_plain(item, _skip_heading(item.text, start, end), end)
    lead = skip_marks(item.text, start, listing.lead_end)
    forms = [
        words.FORM_ALONE.match(item.text, part.start, part.end) is not None
        for part in listing.items
    ]
    if any(forms) and (not forms[0] or item.text[lead : listing.lead_end].strip()):
        return (make_paper(item, _skip_heading(item.text, lead, end), end),)
    if item.text[lead : listing.lead_end].strip():
        return _read_led(item, lead, end, listing, depth)
    spans = [(part.start, part.end) for part in listing.items]
    if _lists_content(item.text, spans):
        return (make_paper(item, spans[0][0], end),)
    return _spread(item, spans, depth)


def _skip_heading(text: str, start: int, end: int) -> int:
    """Where a paper begins after "Thành phần hồ sơ gồm:" and its mark."""
    first = skip_marks(text, start, end)
    heading = words.HEADING_PREFIX.match(text, first, end)
    if heading is None:
        return first
    after = skip_marks(text, heading.end(), end)
    only_counts = is_kind_alone(text, after, end)
    return after if words.opens_paper(text, after) and not only_counts else first


def _spread(item: ItemText, spans: list[tuple[int, int]], depth: int) -> tuple[Paper, ...]:
    return tuple(paper for start, end in spans for paper in _read_span(item, start, end, depth + 1))


def _read_plain(item: ItemText, start: int, end: int) -> tuple[Paper, ...]:
    """A text without marks: one paper, or several between semicolons."""
    of_case = _read_case(item, start, end)
    if of_case is not None:
        return (of_case,)
    spans = split_at(item.text, start, end, ";")
    if len(spans) > 1 and _stands_alone(item.text, *spans[0]):
        spans = _join_rest(item, spans)
    if len(spans) > 1 and _stands_alone(item.text, *spans[0]):
        return _tell_apart([make_paper(item, *span) for span in spans])
    one = _read_alternatives(item, start, end)
    return (one or make_paper(item, start, end),)


def _read_case(item: ItemText, start: int, end: int) -> Paper | None:
    """Read "Đối với hộ gia đình: Giấy …; bản sao …; sổ …": the papers of a case in one text.

    Those of a collection ("Các tài liệu kèm theo: …") are read the same way.
    """
    text = item.text
    colon = text.find(":", start, min(end, start + _CASE_REACH))
    case = words.CONDITION.match(text, start, end) is not None
    if colon < 0 or asks_for_one(text, start, colon):
        return None
    if not case and not stands_above(text, start, colon):
        return None
    spans = split_at(text, colon + 1, end, ";")
    if len(spans) < 2 or not all(_stands_alone(text, *span) for span in spans):
        return None
    parent = make_paper(item, start, colon + 1, colon)
    role = Reading(PaperRole.HEADING, Certainty.LIKELY, (parent.words,))
    parts = tuple(make_paper(item, *span) for span in spans)
    condition = parent.words if case else None
    return replace(parent, role=role, condition=condition, count=None, parts=parts)


def _join_rest(item: ItemText, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans that name a paper, each with the ones after it that do not.

    They are left as one where they may be the contents of the first.
    """
    text, (first, *rest) = item.text, spans
    named = [
        (_stands_alone(text, *span) or _asks_by_case(item, *span))
        and not goes_on_about(text, first, span)
        for span in rest
    ]
    if not all(named) and (":" in text[first[0] : rest[-1][1]] or words.CONTAINS.search(text)):
        return [(first[0], rest[-1][1])]
    joined = [first]
    for span, is_paper in zip(rest, named, strict=True):
        joined.append(span) if is_paper else joined.append((joined.pop()[0], span[1]))
    return joined


def _asks_by_case(item: ItemText, start: int, end: int) -> bool:
    """Read "đối với trường hợp …, cần bổ sung Giấy …"."""
    if not words.CONDITION.match(item.text, start, end) or _INSTEAD.match(item.text, start, end):
        return False
    found = find_role(item.text, start, end, item.counted)
    asked = found.role in (PaperRole.SUBMIT, PaperRole.SHOW)
    return asked and found.condition is not None and found.certainty is not Certainty.UNSURE


def _tell_apart(papers: list[Paper]) -> tuple[Paper, ...]:
    """Papers of one text; those that begin alike are named with all their words."""
    openings = Counter(_opening(paper) for paper in papers)
    return tuple(
        replace(paper, name=paper.words) if openings[_opening(paper)] > 1 else paper
        for paper in papers
    )


def _opening(paper: Paper) -> str:
    name = paper.name.words
    kind = kind_end(name, 0, len(name))
    return name[kind : kind + _ALIKE].lower()


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether words name a paper of their own, and not only of what kind the next one is."""
    if is_kind_alone(text, start, end) or words.FORM_ALONE.match(text, start, end):
        return False
    return words.opens_plain_paper(text, start) and ":" not in text[start:end] and end - start > 5


def _read_alternatives(item: ItemText, start: int, end: int) -> Paper | None:
    """Read "Một trong các giấy tờ sau: A; B; C"."""
    opening = _BEFORE_LIST.search(item.text, start, end)
    if opening is None or not asks_for_one(item.text, start, opening.start()):
        return None
    colon, stop = opening.start(), end
    if opening[0] == "(":
        stop = item.text.find(")", colon, end)
    spans = split_at(item.text, colon + 1, stop, ";") if stop > 0 else []
    if len(spans) < 2:
        return None
    parent = make_paper(item, start, end, colon)
    parts = tuple(as_alternative(make_paper(item, *span)) for span in spans)
    return replace(parent, role=_asked(parent), choice=PaperChoice.ONE, parts=parts)


def asks_for_one(text: str, start: int, end: int) -> bool:
    """Whether words above a list ask for one of its papers: at their beginning or end."""
    near = max(start, end - 160)
    return bool(_ASKS_ONE.match(text, start, end) or _ASKS_ONE.search(text, near, end))


def _read_led(
    item: ItemText, start: int, end: int, listing: TextList, depth: int
) -> tuple[Paper, ...]:
    """A list with words before it: what the words are decides what the items are."""
    text, stop = item.text, listing.lead_end
    spans = [(part.start, part.end) for part in listing.items]
    if text[start:stop].rstrip().endswith((";", ",")):
        colon = text.find(":", start, stop)
        if colon > 0 and words.NAMES_CONTENT.search(text[start:colon]):
            return (make_paper(item, start, end, colon),)
        return _spread(item, [(start, stop), *spans], depth)
    said = _LEAD_END.search(text[start:stop])
    bare = start + said.start() if said else stop
    found = find_role(text, start, bare, item.counted)
    if found.role is PaperRole.NOTE and found.certainty is not Certainty.UNSURE:
        sure = found.certainty is Certainty.SURE or words.NAMES_CONTENT.search(text[start:bare])
        if sure or not _mostly_papers(text, spans):
            return (make_paper(item, start, end),)
    return (_with_parts(item, (start, stop, bare), spans, found, depth),)


def _with_parts(
    item: ItemText,
    lead: tuple[int, int, int],
    spans: list[tuple[int, int]],
    found: RoleFound,
    depth: int,
) -> Paper:
    start, stop, bare = lead
    text = item.text
    parent = make_paper(item, start, stop, bare)
    if asks_for_one(text, start, bare):
        parts = tuple(as_alternative(part) for part in _spread(item, spans, depth))
        parent = replace(parent, choice=PaperChoice.ONE, role=_asked(parent))
    elif words.NAMES_CONTENT.search(text[start:bare]) or not _mostly_papers(text, spans):
        by_case = all(words.CONDITION.match(text, *span) for span in spans) and parent.ticks
        role = PaperRole.ALTERNATIVE if by_case else PaperRole.CONTENT
        parts = tuple(paper_in_words(item, *span, role) for span in spans)
    else:
        return _above_papers(item, parent, found, bare, _spread(item, spans, depth))
    return replace(parent, parts=parts)


def _asked(parent: Paper) -> Reading[PaperRole]:
    """The role of a paper of which one of several is asked for: never a heading alone."""
    if parent.ticks:
        return parent.role
    return Reading(PaperRole.SUBMIT, Certainty.LIKELY, (parent.words,))


def _above_papers(
    item: ItemText, parent: Paper, found: RoleFound, bare: int, parts: tuple[Paper, ...]
) -> Paper:
    """Papers below a paper (it comes with them, is one of them by case, or consists of them), or
    below words that only stand above them.
    """
    text, start = item.text, parent.words.start
    is_paper = words.opens_paper(text, start) and not is_collection(text, start, bare)
    if found.condition is not None or not is_paper:
        limits = found.condition is not None or words.SUBJECT.match(text, start)
        condition = parent.words if limits and not _is_bare_heading(text, start) else None
        role = Reading(PaperRole.HEADING, Certainty.LIKELY, (parent.words,))
        return replace(parent, role=role, condition=condition, count=None, parts=parts)
    if "kèm" in text[max(start, bare - 60) : bare].lower():
        return replace(parent, parts=parts)
    if all(part.condition for part in parts):
        alternatives = tuple(as_alternative(part) for part in parts)
        return replace(parent, choice=PaperChoice.ONE, parts=alternatives)
    spans = [(part.words.start, part.words.end) for part in parts]
    contents = tuple(paper_in_words(item, *span, PaperRole.CONTENT) for span in spans)
    return replace(parent, parts=contents)


def _is_bare_heading(text: str, start: int) -> bool:
    return words.HEADING_WORDS.match(text, start) is not None


def _mostly_papers(text: str, spans: list[tuple[int, int]]) -> bool:
    found = [_names_paper(text, *span) for span in spans]
    return sum(found) * 5 >= len(found) * 3


def _lists_content(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a list begins with a paper, and goes on with what stands in it."""
    if not _names_paper(text, *spans[0]):
        return False
    rest = [_plain_role(text, *span) for span in spans[1:]]
    unnamed = [one.role is PaperRole.NOTE and one.certainty is Certainty.UNSURE for one in rest]
    return sum(unnamed) * 5 >= len(rest) * 3


def _names_paper(text: str, start: int, end: int) -> bool:
    role = _plain_role(text, start, end).role
    return role in (PaperRole.SUBMIT, PaperRole.SHOW, PaperRole.HEADING)


def _plain_role(text: str, start: int, end: int) -> RoleFound:
    """The role of words alone, whatever the record counts."""
    return find_role(text, skip_marks(text, start, end), end, counted=False)
