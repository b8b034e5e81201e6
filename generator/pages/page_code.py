"""The QR code by which whoever holds a printed page finds the page of that day."""

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.exports.qr import qr_png
from generator.model.edition import Edition
from generator.pages.nodes.blocks import NO_BLOCK, Block, html_block
from generator.pages.nodes.html import Html, element, escape_html, void_element
from generator.pages.page import Page


def qr_element(picture: str, here: str, edition: Edition, on_paper: bool = False) -> Html:
    """The picture of a QR code, by its path; one for paper alone is fetched after all else.

    It is fetched with the page: a browser that prints at once leaves a lazy one blank.
    """
    return void_element(
        "img",
        src=addresses.href(picture, here),
        alt=edition.words("handout.qr"),
        width=120,
        height=120,
        fetchpriority="low" if on_paper else None,
        class_=None if on_paper else "qr",
    )


def code_at_end(here: str, said: str, edition: Edition) -> Block:
    """The code at the end of the printed page, with what it is for, by the key of its words."""
    return drawn_code(addresses.qr_of_page(here), here, said, edition)


def drawn_code(picture: str, here: str, said: str, edition: Edition) -> Block:
    """A code in a picture, for paper alone; nothing where the site has no address of its own."""
    if not edition.catalogue.settings.paper_url:
        return NO_BLOCK
    code = qr_element(picture, here, edition, on_paper=True)
    return html_block(
        element("div", code, element("p", escape_html(edition.words(said))), class_="qr-end")
    )


def page_code(here: str, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """The picture that `code_at_end` shows."""
    if base := edition.catalogue.settings.paper_url:
        yield addresses.qr_of_page(here), qr_png(f"{base}{addresses.address(here)}")


def with_codes(pages: Iterable[Page], edition: Edition) -> Iterator[Page | tuple[str, bytes]]:
    """Pages, each with the picture that its `code_at_end` shows."""
    for page in pages:
        yield page
        yield from page_code(page.path, edition)
