"""The short page of a version: whether a paper of it is still right, and the hand-out to print."""

import json
from collections.abc import Iterator

from generator import addresses
from generator.exports.qr import qr_png
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.handout_sheet import Sheet, sheet_identity
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets, html_block, page_body
from generator.pages.nodes.html import anchor, element, escape_html
from generator.pages.nodes.inline import tagged, text
from generator.pages.nodes.phrases import phrase
from generator.pages.page import Page
from generator.pages.validity import WORTHLESS, PaperState, decided_later, validity, ways_on
from generator.pages.version_body import VersionBody
from generator.records.version import Version

TEMPLATE = "handout.html"


def short_pages(
    entry: PublishedProcedure, parts: VersionBody, edition: Edition
) -> Iterator[Page | tuple[str, bytes]]:
    """The short page of a version, under its code and the former ones; its QR code."""
    number = parts.version.version
    for code in (entry.code, *entry.procedure.former_ids):
        yield _short_page(entry, code, parts, edition)
    base = edition.catalogue.settings.paper_url
    if base:
        address = addresses.address(addresses.short_address(entry.code, number))
        yield addresses.qr_image(entry.code, number), qr_png(f"{base}{address}")


def _short_page(entry: PublishedProcedure, code: str, parts: VersionBody, edition: Edition) -> Page:
    """The page at the short address of a code that the procedure has or had."""
    version, words = parts.version, edition.words
    here = addresses.short_address(code, version.version)
    found = validity(entry, version, edition)
    verdict = tagged(
        "span",
        text(f"{found.sentence}."),
        class_=f"verdict {found.state}",
        data_later=_later(entry, version, edition),
    )
    printed = code == entry.code and found.state not in WORTHLESS
    shown = version.version == entry.version.version
    permanent = addresses.version_address(entry.code, version.version)
    return Page(
        path=here,
        title=words("handout.title", sentence=found.sentence, code=code),
        body=page_body(
            verdict,
            bullets(ways_on(entry, version, edition, here)),
            _to_print(Sheet(entry, parts, edition, here, found.sentence), found.state)
            if printed
            else blocks(
                [
                    phrase(words, "validity.was_by"),
                    sheet_identity(entry, version, edition, here),
                ]
            ),
        ),
        description=one_line(version.title)[:200],
        kind="handout",
        template=TEMPLATE,
        canonical=addresses.procedure(entry.code) if shown else permanent,
        listed=False,
    )


def _later(entry: PublishedProcedure, version: Version, edition: Edition) -> str | None:
    """For the script: from which days on a paper is in another state, and the sentences for it."""
    found = decided_later(entry, version, edition)
    rows = [(day.isoformat(), state.state, f"{state.sentence}.") for day, state in found]
    return json.dumps(rows, ensure_ascii=False) if rows else None


def _to_print(sheet: Sheet, state: PaperState) -> Block:
    """The hand-out below a button that prints it, and advice for who has no script."""
    words = sheet.edition.words
    label = words("handout.print_ahead" if state is PaperState.WAITING else "handout.print")
    how = element("p", escape_html(words("handout.how")), class_="how")
    button = element("button", escape_html(label), type="button", hidden=True)
    return blocks([html_block(element("div", button, how, class_="ask")), sheet.block])


def handout_link(entry: PublishedProcedure, version: str, edition: Edition, here: str) -> Block:
    """A link to the hand-out of a version, and a button that prints the page as the sheet to post.

    Nothing where its paper is of no use any more.
    """
    recorded = edition.catalogue.version(entry.code, version)
    if recorded is None or validity(entry, recorded, edition).state in WORTHLESS:
        return NO_BLOCK
    target = addresses.href(addresses.short_address(entry.code, version), here)
    words = edition.words
    link = anchor(words("handout.link"), target)
    label = escape_html(words("posting.print_sheet"))
    button = element("button", label, type="button", hidden=True)
    asked = element("p", link, escape_html(" "), button, class_="handout")
    return html_block(asked)
