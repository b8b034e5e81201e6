"""Whether it can be filed online, and where: links where a key exists, none invented."""

from collections.abc import Iterator

from generator.model.edition import Edition
from generator.model.elsewhere import portal_page
from generator.pages.answers.cell import answer, stands_out
from generator.pages.nodes.html import EMPTY, Html, external_anchor
from generator.records.registers import Procedure
from generator.records.version import Version


def online_name(version: Version) -> str:
    """The key of the row's name: online where the record has such a service, else the portal."""
    methods = {channel.method for channel in version.channels.items}
    is_online = version.online.level != "not_stated" or version.online.url or "online" in methods
    return "facts.online" if is_online else "facts.portal"


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
    if url := portal_page(procedure, edition.catalogue.settings):
        key = "online.portal" if online_name(version) == "facts.online" else "online.see_portal"
        yield external_anchor(edition.words(key), url)
