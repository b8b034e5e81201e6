"""What others can take from a procedure's page: a citation, its data, its text."""

from generator import addresses
from generator.law.changes import Piece, by_part
from generator.law.timeline import Event
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.model.published import PublishedProcedure
from generator.pages.describe import Describer
from generator.pages.formatting import format_day
from generator.pages.markdown import anchor, blocks, heading, html, html_line, inline, prose
from generator.records.version import Version


def reuse(entry: PublishedProcedure, version: Version, edition: Edition, here: str) -> str:
    """The citation to copy, and links to the JSON and the plain text of the page."""
    words = edition.words
    feed = addresses.feed(addresses.procedure(entry.code), "xml")
    links = [
        anchor(words("reuse.json"), addresses.relative(addresses.procedure_data(entry.code), here)),
        anchor(words("reuse.markdown"), addresses.relative(_copy_of(version), here)),
        anchor(words("reuse.feed"), addresses.relative(feed, here)),
    ]
    return blocks(
        [
            heading(2, words("part.reuse"), "trich-dan"),
            f'<p class="citation">{html_line(citation(entry, version, edition))}</p>',
            f'<p class="copy scripted"><button data-done="{html(words("reuse.copied"))}">'
            f"{html(words('reuse.copy'))}</button></p>",
            f"<p>{' · '.join(links)}</p>",
        ]
    )


def citation(entry: PublishedProcedure, version: Version, edition: Edition) -> str:
    """One version as a legal text cites it: title, code, version, decision, dates, address."""
    words = edition.words
    event = _event(entry, version)
    base = edition.catalogue.settings.base_url
    return words(
        "reuse.citation",
        title=one_line(version.title),
        code=entry.procedure.code or words("facts.no_code"),
        version=version.version,
        number=event.decision.number,
        agency=edition.agency_name(event.decision.agency),
        signed=format_day(event.decision.signed, words),
        effective=format_day(event.effective, words),
        address=base + addresses.address(addresses.version_address(entry.code, version.version)),
    )


def _event(entry: PublishedProcedure, version: Version) -> Event:
    return next(e for e in entry.timeline.events if e.version == version.version)


def _copy_of(version: Version) -> str:
    return addresses.version_as_text(version.procedure, version.version)


def version_text(
    entry: PublishedProcedure, version: Version, edition: Edition
) -> tuple[str, bytes]:
    """The path and the bytes of a version as plain Markdown, every part in the order of the law."""
    teller = Describer(edition.catalogue, edition.words)
    parts = [f"# {inline(one_line(version.title))}", inline(citation(entry, version, edition))]
    for part, found in by_part(version).items():
        lines = (_line(piece, teller) for piece in found)
        said = [line for line in lines if line]
        if said and part != "title":
            parts.append(f"## {edition.words(f'legal_part.{part}')}\n\n" + "\n".join(said))
    return _copy_of(version), ("\n\n".join(parts) + "\n").encode()


def _line(piece: Piece, teller: Describer) -> str:
    """One piece as an item of a list; empty when it says nothing."""
    said = teller.value(piece.part, piece.key, piece.value)
    if not said:
        return ""
    return f"-   {prose(f'{_name(piece, teller)}{said}', 4)}"


def _name(piece: Piece, teller: Describer) -> str:
    """Which of several alike things a piece is about, on a line of its own."""
    key, case = piece.about
    if not key and not case:
        return ""
    return " – ".join(part for part in (teller.words(key) if key else "", case) if part) + ":\n"
