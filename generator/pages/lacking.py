"""What the source of a version does not state: named once, with where to ask."""

from collections.abc import Container

from generator.locale import Words
from generator.model.edition import Edition
from generator.model.lacking import lacking_parts
from generator.pages.nodes.blocks import NO_BLOCK, Block, html_block
from generator.pages.nodes.html import element
from generator.pages.nodes.inline import NOTHING, Inline, join_runs, text
from generator.pages.nodes.phrases import phrase
from generator.records.version import Version


def lacking(version: Version, edition: Edition, told: Container[str] = ()) -> Block:
    """One line: the parts that are left out of the page, why, and where to ask.

    Those that the answers above have `told` out of the words of other parts are not named.
    What the source says of itself is the reason given in a record that people wrote; that of an
    import says no more than the line does.
    """
    asked = "lacking.ask_feedback" if edition.contacts("feedback") else "lacking.ask"
    line = lacking_line(version, edition.words, asked, told)
    return html_block(element("p", line.html, class_="quiet")) if line else NO_BLOCK


def lacking_line(
    version: Version, words: Words, asked: str = "lacking.ask", told: Container[str] = ()
) -> Inline:
    """The parts that the source leaves out and, as the words `asked` say, where to ask."""
    found = [(part, reason) for part, reason in lacking_parts(version) if part not in told]
    if not found:
        return NOTHING
    names = ", ".join(words(f"lacking.{part}") for part, _ in found)
    reasons = dict.fromkeys(reason for _, reason in found if reason and version.source is None)
    said = [phrase(words, "lacking.parts", parts=names), *map(text, reasons)]
    return join_runs(" ", [*said, phrase(words, asked)])
