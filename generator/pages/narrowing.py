"""The line of a procedure that says for whom alone or where alone it is."""

from generator.locale import Words
from generator.model.narrowing_words import narrowing_words
from generator.pages.nodes.blocks import NO_BLOCK, Block, html_block
from generator.pages.nodes.html import element, escape_html, escape_line, join_html
from generator.readings.evidence import Reading
from generator.readings.narrowing import Narrowing


def narrowing_line(reading: Reading[Narrowing] | None, words: Words) -> Block:
    """What a procedure is narrowed to, and which part of its record says so."""
    if reading is None:
        return NO_BLOCK
    said = element("strong", escape_line(narrowing_words(reading.value, words)))
    source = words(f"narrowing.by_{reading.evidence[0].pointer[0]}")
    line = join_html([said, escape_html(f" ({source})")])
    return html_block(element("p", line, class_="narrowing"))
