"""What others can take from a procedure's page: a citation, its data, its text."""

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.law.changes import Piece, by_part
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.describe import Describer
from generator.pages.formatting import effective_on
from generator.pages.lacking import lacking_line
from generator.pages.nodes.blocks import Block, blocks, bullets_source, html_block
from generator.pages.nodes.html import anchor, element, escape_html, escape_line, join_html
from generator.pages.nodes.inline import Markdown, prose_source, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.records.version import Version

_DOT = escape_html(" · ")


def reuse(entry: PublishedProcedure, version: Version, edition: Edition, here: str) -> Block:
    """The citation to copy, and links to the JSON and the plain text of the page."""
    words = edition.words
    feed = addresses.feed(addresses.procedure(entry.code), "xml")
    links = [
        anchor(words("reuse.json"), addresses.relative(addresses.procedure_data(entry.code), here)),
        anchor(words("reuse.markdown"), addresses.relative(_copy_of(version), here)),
        anchor(words("reuse.feed"), addresses.relative(feed, here)),
    ]
    cited = escape_line(citation(entry, version, edition))
    copy = escape_html(words("reuse.copy"))
    button = element("button", copy, data_done=words("reuse.copied"))
    return blocks(
        [
            section_heading(words, "part.reuse"),
            html_block(element("p", cited, class_="citation")),
            html_block(element("p", button, class_="copy scripted")),
            html_block(element("p", join_html(links, _DOT))),
        ]
    )


def citation(entry: PublishedProcedure, version: Version, edition: Edition) -> str:
    """One version as a legal text cites it: title, code, version, decision, dates, address.

    No address where the site is not known to have one.
    """
    base = edition.catalogue.settings.paper_url
    said = _cited(entry, version, edition)
    address = addresses.address(addresses.version_address(entry.code, version.version))
    return f"{said} {base}{address}" if base else said


def _cited(entry: PublishedProcedure, version: Version, edition: Edition) -> str:
    words = edition.words
    event, code = entry.find_publishing_event(version.version), entry.procedure.code
    own = entry.timeline.event_of(version.version)
    signed, effective = event.decision.signed, event.effective
    return words(
        "reuse.citation",
        title=one_line(version.title),
        code=words("reuse.coded", code=code) if code else words("facts.no_code"),
        version=version.version,
        number=event.decision.number,
        agency=edition.agency_name(event.decision.agency),
        signed=words("reuse.signed", day=words.day(signed)) if signed else "",
        effective=effective_on(effective, words),
        process=words("reuse.process", number=own.decision.number) if own and own != event else "",
    )


def _copy_of(version: Version) -> str:
    return addresses.version_as_text(version.procedure, version.version)


def version_text(
    entry: PublishedProcedure, version: Version, edition: Edition
) -> tuple[str, bytes]:
    """The path and the bytes of a version as plain Markdown, every part in the order of the law.

    What the source does not state is named once, at the end.
    """
    words = edition.words
    describer = Describer(edition.catalogue, words, absence=False)
    cited = text(citation(entry, version, edition))
    parts = [f"# {text(one_line(version.title)).markdown}", cited.markdown]
    for part, pieces in by_part(version).items():
        if not pieces or part == "title":
            continue
        if source := bullets_source(_described(pieces, describer)):
            parts += [f"## {phrase(words, f'legal_part.{part}').markdown}", source]
    if line := lacking_line(version, words):
        parts.append(line.markdown)
    return _copy_of(version), ("\n\n".join(parts) + "\n").encode()


def _described(pieces: Iterable[Piece], describer: Describer) -> Iterator[Markdown]:
    """Pieces in words; those that say nothing are left out."""
    for piece in pieces:
        if content := describer.value(piece.part, piece.key, piece.value):
            yield prose_source(f"{_name(piece, describer)}{content}")


def _name(piece: Piece, describer: Describer) -> str:
    """Which of several alike things a piece is about, on a line of its own."""
    key, case = piece.about
    if not key and not case:
        return ""
    return " – ".join(filter(None, (describer.words(key) if key else "", case))) + ":\n"
