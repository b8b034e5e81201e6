"""That a procedure is of another province than the reader: said by a script, once it knows."""

from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.model.territories import province_name
from generator.pages.nodes.blocks import NO_BLOCK, Block, html_block
from generator.pages.nodes.html import element, escape_line


def other_province(entry: PublishedProcedure, edition: Edition) -> Block:
    """Nothing for a procedure of no single province; else hidden until a reader is elsewhere."""
    province = entry.summary.province
    name = province_name(province, edition.catalogue, edition.words)
    if not name:
        return NO_BLOCK
    said = escape_line(edition.words("place.of_another", name=name))
    line = element(
        "p", said, class_="narrowing other-province", data_province=province, hidden=True
    )
    return html_block(line)
