"""Whether it can be filed online, and where: links where a key exists, none invented."""

from collections.abc import Iterator
from urllib.parse import quote

from generator.model.edition import Edition
from generator.pages.answers.cell import answer, stands_out
from generator.pages.nodes.html import EMPTY, Html, external_anchor
from generator.records.registers import Procedure
from generator.records.version import Version

PORTAL = "portal"
"""The system whose identifier of a procedure leads to its page on the portal."""


def online_answer(version: Version, procedure: Procedure, edition: Edition) -> Html:
    """The level, and links to file and to the portal; nothing where none of it is known."""
    words = edition.words
    level = version.online.level
    known = level != "not_stated"
    line = stands_out(words(f"online.{level}")) if known else EMPTY
    return answer([line, *_links(version, procedure, edition)])


def _links(version: Version, procedure: Procedure, edition: Edition) -> Iterator[Html]:
    if version.online.url:
        yield external_anchor(edition.words("online.apply"), version.online.url)
    if url := portal_page(procedure, edition):
        yield external_anchor(edition.words("online.portal"), url)


def portal_page(procedure: Procedure, edition: Edition) -> str | None:
    """The page of a procedure on the portal, by the pattern of catalogue.yml and its identifier."""
    pattern = edition.catalogue.settings.portal_page
    found = (one.value for one in procedure.identifiers if one.system == PORTAL)
    key = next(found, None)
    return pattern.replace("{id}", quote(key, safe="")) if pattern and key else None
