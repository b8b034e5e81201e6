"""How a browser offers the site's search in its address bar (OpenSearch 1.1)."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from generator import addresses
from generator.exports.xml_text import xml_text
from generator.model.edition import Edition

PATH = "opensearch.xml"
_NAME_LENGTH = 16
"""The longest short name that OpenSearch 1.1 allows, in characters."""


def opensearch(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the description; nothing for a catalogue without an address."""
    settings = edition.catalogue.settings
    if not settings.base_url:
        return
    target = f"{settings.base_url}{addresses.address(addresses.SEARCH)}?q={{searchTerms}}"
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"  <ShortName>{escape(xml_text(settings.title)[:_NAME_LENGTH])}</ShortName>",
        f"  <Description>{escape(edition.words('search.label'))}</Description>",
        "  <InputEncoding>UTF-8</InputEncoding>",
        f'  <Url type="text/html" template={quoteattr(target)}/>',
        "</OpenSearchDescription>",
    )
    yield PATH, ("\n".join(lines) + "\n").encode()
