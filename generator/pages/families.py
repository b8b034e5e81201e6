"""The family of a procedure on its page: its other places and levels, with what differs."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator import addresses
from generator.law.agency_names import first_agency
from generator.law.titles import vietnamese_order
from generator.locale import Words
from generator.model.brief_words import fee_words, time_words
from generator.model.edition import Edition
from generator.model.families import Family, FamilyVariant, Office
from generator.model.territories import province_name
from generator.pages.answers.papers import paper_count_words
from generator.pages.formatting import joined
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, html_block
from generator.pages.nodes.html import (
    EMPTY,
    Html,
    anchor,
    element,
    escape_html,
    escape_line,
    folded_block,
)
from generator.pages.nodes.inline import NOTHING, Inline
from generator.pages.nodes.phrases import phrase, section_heading
from generator.records.registers import NOT_EDITED

_OPEN = 8
"""Variants of a family that are shown unfolded."""
_SPACE = escape_html(" ")


@dataclass(frozen=True, slots=True)
class _Aspect:
    """What may differ between variants: the key of its name, and what it is in one, in words."""

    name: str
    said: Callable[[FamilyVariant, Edition], str]


def family_link(code: str, edition: Edition) -> Block | Inline:
    """One line that says where else the procedure is, and leads to the part that shows it."""
    family = edition.families.get(code)
    if family is None:
        return NOTHING
    words = edition.words
    link = anchor(count_words(family, edition), f"#{words('anchor.families.part')}")
    return html_block(element("p", link, class_="family-link"))


def count_words(family: Family, edition: Edition) -> str:
    """At how many places or levels a family is: "Có ở 12 tỉnh, thành phố"."""
    words, provinces = edition.words, len(family.provinces)
    if provinces > 1:
        return words("families.provinces", count=words.number(provinces))
    return words("families.others", count=words.number(len(family.variants) - 1))


def differing(family: Family, edition: Edition) -> tuple[bool, bool]:
    """Whether the time and whether the fee is another one at some place of a family."""
    times = {_time(one, edition) for one in family.variants}
    fees = {_fee(one, edition) for one in family.variants}
    return len(times) > 1, len(fees) > 1


def elsewhere_link(said: str, title: str, target: str, words: Words) -> Html:
    """From a line of a list to the part of the page at `target` that shows the family.

    `title` names the line; it is heard and not seen, for it stands beside the link.
    """
    if not said:
        return EMPTY
    part = f"{target}#{words('anchor.families.part')}"
    unseen = element("span", escape_line(f"({title})"), class_="unseen")
    return element("a", escape_html(said), escape_html(" "), unseen, class_="elsewhere", href=part)


def joined_lines(count: int, words: Words) -> Block:
    """For a printed list: how many procedures have no line, being of a family with one."""
    if not count:
        return NO_BLOCK
    said = escape_html(words("list.joined_lines", count=words.number(count)))
    return html_block(element("p", said, class_="on-paper"))


def family_section(code: str, edition: Edition, here: str) -> Block:
    """The variants of the family side by side, this one first, then those of the country.

    Those of provinces stand by their names; only what differs has a column.
    """
    family = edition.families.get(code)
    if family is None:
        return NO_BLOCK
    words = edition.words
    ordered = sorted(
        family.variants,
        key=lambda one: (
            one.procedure != code,
            bool(one.province),
            vietnamese_order(_label(one, edition)),
        ),
    )
    aspects = [one for one in _ASPECTS if len({one.said(v, edition) for v in ordered}) > 1]
    table = _table(ordered, aspects, edition, here)
    shown = table if len(ordered) <= _OPEN else _folded(table, len(ordered), edition)
    same = [words(one.name) for one in _ASPECTS if one not in aspects]
    alike = phrase(words, "families.same", parts=", ".join(same).lower()) if same else NOTHING
    return blocks(
        [
            section_heading(words, "families.part"),
            phrase(words, "families.intro"),
            html_block(shown),
            alike,
        ]
    )


def _folded(table: Html, count: int, edition: Edition) -> Html:
    return folded_block(escape_html(edition.words("families.all", count=count)), table)


def _table(
    variants: Sequence[FamilyVariant], aspects: Sequence[_Aspect], edition: Edition, here: str
) -> Html:
    words = edition.words
    names = [words("families.where"), *(words(one.name) for one in aspects)]
    head = element("tr", *(element("th", escape_html(name), scope="col") for name in names))
    labels = Counter(_label(one, edition) for one in variants)
    rows = (
        element(
            "tr",
            _head_cell(one, number == 0, labels, edition, here),
            *(_cell(aspect, one, edition) for aspect in aspects),
            data_province=one.province or None,
        )
        for number, one in enumerate(variants)
    )
    return element("table", element("thead", head), element("tbody", *rows), class_="family")


def _head_cell(
    variant: FamilyVariant, own: bool, labels: Counter[str], edition: Edition, here: str
) -> Html:
    """Where a variant holds, as a link; its code where another has the same place and level."""
    name = _label(variant, edition)
    if labels[name] > 1:
        name = f"{name} · {variant.code or variant.procedure}"
    this = element("small", escape_html(edition.words("families.this"))) if own else EMPTY
    target = addresses.href(addresses.procedure(variant.procedure), here)
    shown = element("span", escape_line(name)) if own else anchor(name, target)
    return element("th", shown, *((_SPACE, this) if own else ()), scope="row")


def _cell(aspect: _Aspect, variant: FamilyVariant, edition: Edition) -> Html:
    words = edition.words
    said = aspect.said(variant, edition) or words("unknown.value")
    return element("td", escape_line(said), data_label=words(aspect.name))


def _label(variant: FamilyVariant, edition: Edition) -> str:
    """The province, or who publishes it for the country, and the level."""
    catalogue, words = edition.catalogue, edition.words
    province = province_name(variant.province, catalogue, words)
    place = province or edition.agency_name(variant.publisher)
    levels = joined(words(f"level.{key}") for key in variant.levels)
    return " · ".join(filter(None, (place, levels)))


def _time(variant: FamilyVariant, edition: Edition) -> str:
    edited = (variant.edited or NOT_EDITED).time
    time = variant.brief.time
    return edited or (time_words(time, edition.words) if time else "")


def _fee(variant: FamilyVariant, edition: Edition) -> str:
    edited = (variant.edited or NOT_EDITED).fees
    fee = variant.brief.fee
    return edited or (fee_words(fee, edition.words) if fee else "")


def _papers(variant: FamilyVariant, edition: Edition) -> str:
    edited = (variant.edited or NOT_EDITED).papers
    return edited or paper_count_words(variant.papers, edition.words)


def _place(variant: FamilyVariant, edition: Edition) -> str:
    edited = (variant.edited or NOT_EDITED).place
    return edited or "; ".join(dict.fromkeys(_offices(variant.offices, edition)))


def _offices(offices: Sequence[Office], edition: Edition) -> Iterator[str]:
    words = edition.words
    for office in offices:
        name, _ = first_agency(office.name) if office.name else ("", 0)
        levels = joined(words(f"level.{level}") for level in office.levels)
        yield name or words("families.one_stop", levels=levels.lower())


_ASPECTS = (
    _Aspect("facts.time", _time),
    _Aspect("part.fees", _fee),
    _Aspect("families.papers", _papers),
    _Aspect("facts.place", _place),
)
