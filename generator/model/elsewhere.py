"""Pages of other sites about what a catalogue records: by its keys and the patterns it sets."""

from urllib.parse import quote, urlsplit

from generator.records.registers import LegalDocument, Procedure, Settings

PORTAL = "portal"
"""The system whose identifier of a procedure leads to its page on the portal."""


def portal_page(procedure: Procedure, settings: Settings) -> str | None:
    """The page of a procedure on the portal; None without a pattern or an identifier."""
    found = (one.value for one in procedure.identifiers if one.system == PORTAL)
    return _filled(settings.portal_page, "{id}", next(found, None))


def portal_home(settings: Settings) -> str | None:
    """The first page of the portal, by the pattern of its pages; None without one."""
    parts = urlsplit(settings.portal_page or "")
    return f"{parts.scheme}://{parts.netloc}/" if parts.netloc else None


def document_page(document: LegalDocument, settings: Settings) -> str | None:
    """Where a legal document can be read: as the register says, else by the pattern."""
    return document.url or _filled(settings.document_page, "{number}", document.number)


def _filled(pattern: str | None, place: str, key: str | None) -> str | None:
    return pattern.replace(place, quote(key, safe="")) if pattern and key else None
