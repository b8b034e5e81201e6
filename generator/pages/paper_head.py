"""The head of a printed page of a procedure: whose paper it is, which version, and its QR code.

A browser prints the page as the sheet to post, and its first side is what hangs on top. The day
stands in the frame of the page: what changes with each day would have every page made again.
"""

from generator import addresses
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.formatting import effective_on, signed_on
from generator.pages.nodes.blocks import Block, html_block
from generator.pages.nodes.html import EMPTY, Html, element, escape_html, escape_line, join_html
from generator.pages.page_code import qr_element
from generator.pages.validity import WORTHLESS, validity
from generator.records.version import Version


def paper_head(entry: PublishedProcedure, version: Version, edition: Edition, here: str) -> Block:
    """What stands above all else on paper; nothing of it on a screen."""
    named = element("p", escape_line(version_identity(entry, version, edition)))
    office = _office(entry, version, edition)
    told = join_html([office, named])
    code = _code(entry, version, edition, here)
    return html_block(element("div", element("div", told), code, class_="on-paper paper-head"))


def _office(entry: PublishedProcedure, version: Version, edition: Edition) -> Html:
    """A line to write on: the site does not know on whose wall the paper will hang."""
    if validity(entry, version, edition).state in WORTHLESS:
        return EMPTY
    return element("p", escape_html(edition.words("posting.posted_at")), class_="posted-at")


def version_identity(entry: PublishedProcedure, version: Version, edition: Edition) -> str:
    """The version, the decision that published it, and its days."""
    words, number = edition.words, version.version
    event = entry.find_publishing_event(version.version)
    decision = event.decision
    said = [
        words("version.name", version=number),
        f"{words('handout.decision')} {decision.number}, {signed_on(decision.signed, words)}",
        effective_on(event.effective, words),
    ]
    return " · ".join(said)


def _code(entry: PublishedProcedure, version: Version, edition: Edition, here: str) -> Html:
    """The QR code by which a reader finds out whether the paper is still right."""
    if not edition.catalogue.settings.paper_url:
        return EMPTY
    picture = addresses.qr_image(entry.code, version.version)
    drawn = qr_element(picture, here, edition, on_paper=True)
    return element("div", drawn, element("p", escape_html(edition.words("handout.scan"))))
