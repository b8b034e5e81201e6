"""What a person should look at first: the remarks on procedures, files and the decision."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.imports.word.drafted import DraftedDecision, DraftedProcedure
from generator.imports.word.locating import WordLocator
from generator.imports.word.remarks import WordRemark
from generator.imports.word.report_anchors import REMARKS_AT, part_anchor, procedure_anchor
from generator.law.titles import split_title
from generator.locale import Words
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    folded_block,
    join_html,
)

_FEW = 6
"""So many procedures are named at once; more are folded."""
_TITLE = 60
_WORST_FIRST = (
    *("number_differs", "no_effect", "effect_no_such_day", "effect_unclear", "effect_counted"),
    *(
        "drift",
        "labels_unread",
        "contents_behind",
        "label_unusual",
        "lone_case",
        "rows_unread",
        "process_unread",
        "table_unread",
        "times_differ",
        "fees_differ",
        "uneven",
    ),
    *("kept_time", "kept_fee", "unit_in_head"),
    *("same_code", "codes_differ", "code_of_other", "code_unclear", "name_differs", "proposed"),
    *("process_proposed", "process_alone", "process_drawn", "missing", "date_differs"),
)
"""Kinds of remarks where files contradict themselves or a draft may be wrong; others follow."""


def look_first_section(
    drafted: DraftedDecision, words: Words, locator: WordLocator
) -> Iterator[Html]:
    """The remarks of all procedures, those that stand at many of them only once."""
    at = part_anchor(REMARKS_AT, drafted)
    yield element("h2", escape_line(words("office.report.look")), id=at)
    items = [*_remarks_on_all(drafted.remarks, words, locator), *_remarks_by_kind(drafted, words)]
    items.sort(key=lambda item: item[0])
    if items:
        yield element("ul", *(shown for _, shown in items), class_="look")
    else:
        yield element("p", escape_line(words("office.report.nothing_to_look_at")), class_="good")


def _rank(kind: str) -> int:
    return _WORST_FIRST.index(kind) if kind in _WORST_FIRST else len(_WORST_FIRST)


def _remarks_by_kind(drafted: DraftedDecision, words: Words) -> Iterator[tuple[int, Html]]:
    """Each kind of remarks on procedures, with links to these."""
    found = [(one, remark) for one in drafted.procedures for remark in one.remarks]
    found.sort(key=lambda pair: pair[1].kind)
    for kind, group in groupby(found, key=lambda pair: pair[1].kind):
        at = list(group)
        links = join_html((report_link(one, drafted, words) for one, _ in at), escape_html("; "))
        head = escape_line(words(f"office.kind.{kind}", count=len(at)))
        shown = folded_block(head, element("small", links), len(at) < _FEW)
        yield _rank(kind), element("li", shown)


def _remarks_on_all(
    remarks: Iterable[WordRemark], words: Words, locator: WordLocator
) -> Iterator[tuple[int, Html]]:
    """The remarks that no procedure has; many of one kind are folded."""
    kinds: dict[str, list[WordRemark]] = {}
    for remark in remarks:
        kinds.setdefault(remark.kind.removesuffix("_like"), []).append(remark)
    for kind, same in kinds.items():
        shown = [remark_item(remark, words, locator) for remark in same]
        if len(same) < _FEW or not words.has(f"office.kind.{kind}"):
            yield from ((_rank(kind), one) for one in shown)
        else:
            head = escape_line(words(f"office.kind.{kind}", count=len(same)))
            yield _rank(kind), element("li", folded_block(head, element("ul", *shown)))


def report_link(one: DraftedProcedure, drafted: DraftedDecision, words: Words) -> Html:
    """A link to a procedure in the report: its level, its number, the beginning of its title."""
    row = one.pair.row
    level = words(f"level.{row.levels[0]}") if row and row.levels else ""
    number = f"{one.number}." if one.number else ""
    title = split_title(one.title, _TITLE)[0].rstrip(" ,;")
    shown = " ".join(filter(None, (level, number, title)))
    return anchor(shown, f"#{procedure_anchor(one, drafted)}")


def remark_item(remark: WordRemark, words: Words, locator: WordLocator) -> Html:
    """A remark as an item of a list, with its place."""
    place = locator.place_words(remark.place)
    where = element("small", escape_line(f"({place})")) if place else EMPTY
    return element("li", escape_line(remark_words(remark, words)), escape_html(" "), where)


def remark_words(remark: WordRemark, words: Words) -> str:
    """What a remark asks a person to look at."""
    values = dict(remark.values)
    if words.has(f"legal_part.{values.get('part')}"):
        values["part"] = words(f"legal_part.{values['part']}")
    return words(f"office.remark.{remark.kind}", **values)
