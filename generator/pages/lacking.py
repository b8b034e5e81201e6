"""What the source of a version does not state: named once, with where to ask."""

from collections.abc import Iterator
from typing import Any

from generator.locale import Words
from generator.model.edition import Edition
from generator.pages.nodes.blocks import NO_BLOCK, Block, html_block
from generator.pages.nodes.html import element
from generator.pages.nodes.inline import NOTHING, Inline, join_runs, text
from generator.pages.nodes.phrases import phrase
from generator.records.stated import Stated
from generator.records.version import Version

ROLES = ("executing", "deciding", "receiving", "delegated", "coordinating")


def is_left_out(stated: Stated[Any]) -> bool:
    """Whether a part says nothing at all: no items, no words, and not that there is none."""
    return not (stated.items or stated.none or stated.text)


def lacking(version: Version, edition: Edition) -> Block:
    """One line: the parts that are left out of the page, why, and where to ask.

    What the source says of itself is the reason given in a record that people wrote; that of an
    import says no more than the line does.
    """
    asked = "lacking.ask_feedback" if edition.contacts("feedback") else "lacking.ask"
    line = lacking_line(version, edition.words, asked)
    return html_block(element("p", line.html, class_="quiet")) if line else NO_BLOCK


def lacking_line(version: Version, words: Words, asked: str = "lacking.ask") -> Inline:
    """The parts that the source leaves out and, as the words `asked` say, where to ask."""
    found = list(_parts(version))
    if not found:
        return NOTHING
    names = ", ".join(words(f"lacking.{part}") for part, _ in found)
    reasons = dict.fromkeys(reason for _, reason in found if reason and version.source is None)
    said = [phrase(words, "lacking.parts", parts=names), *map(text, reasons)]
    return join_runs(" ", [*said, phrase(words, asked)])


def _parts(version: Version) -> Iterator[tuple[str, str]]:
    """The parts of which nothing is stated, each with the reason in the record."""
    stated: dict[str, Stated[Any]] = {
        "levels": version.levels,
        "applicants": version.applicants,
        "conditions": version.conditions,
        "dossier": version.dossier.groups,
        "channels": version.channels,
        "results": version.results,
        "steps": version.steps,
        "forms": version.forms,
        **{role: getattr(version.agencies, role) for role in ROLES},
        "legal_basis": version.legal_basis,
    }
    for part, one in stated.items():
        if is_left_out(one):
            yield part, one.not_stated or ""
    if version.online.level == "not_stated":
        yield "online", ""
