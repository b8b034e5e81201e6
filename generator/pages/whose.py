"""Whose procedure it is, above all else, and the way to that of the place that a reader chose."""

from generator import addresses
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.model.territories import province_in_sentence
from generator.pages.nodes.blocks import NO_BLOCK, Block, html_block
from generator.pages.nodes.html import EMPTY, Attribute, Html, element, escape_html, escape_line


def whose_line(entry: PublishedProcedure, edition: Edition, here: str) -> Block:
    """The province that a procedure holds in, and its reader's own ways, which a script fills.

    Of no single province, the line shows only where its family has a way for the reader.
    """
    province = entry.summary.province
    said = whose_words(province, edition)
    if not said and entry.code not in edition.families:
        return NO_BLOCK
    words = edition.words
    not_yours = escape_html(words("place.not_yours"))
    elsewhere = element("span", not_yours, class_="other-province", hidden=True) if said else EMPTY
    ways = element(
        "span",
        class_="own-ways",
        data_said=words.entries["families.own"],
        data_find=words.entries["place.find_here"],
        data_search=addresses.href(addresses.SEARCH, here),
        hidden=True,
    )
    whose = element("strong", escape_line(said)) if said else EMPTY
    return _line(whose, elsewhere, ways, data_province=province or None, hidden=not said)


def whose_at_all_times(province: str, edition: Edition) -> Block:
    """The same on the page of one version, which knows no place of a reader."""
    said = whose_words(province, edition)
    return _line(element("strong", escape_line(said))) if said else NO_BLOCK


def whose_words(province: str, edition: Edition) -> str:
    """Whose procedure it is; empty for one of no single province."""
    name = province_in_sentence(province, edition.catalogue, edition.words)
    return edition.words("place.of_province", name=name) if name else ""


def _line(*parts: Html, **attributes: Attribute) -> Block:
    return html_block(element("p", *parts, class_="narrowing whose", **attributes))
