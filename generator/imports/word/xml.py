"""The XML of Word files, read without anything that it could fetch or blow up."""

from collections.abc import Iterator
from typing import Any

from generator.imports.word.package import UnreadableFileError

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = ("0", "false", "off")
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def parse_part(content: bytes) -> Any:
    """The root of a part. Raises UnreadableFileError for what is no XML, and for a DTD.

    Word writes no DTD, and entities of one can grow without end.
    """
    from lxml import etree  # an extra: only who reads Word files needs it

    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UnreadableFileError("office.is.broken")
    content = content.replace(_STRICT, _MAIN[1:-1].encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise UnreadableFileError("office.is.broken") from None


def tag(name: str) -> str:
    """The full name of an element or attribute of Word."""
    return _MAIN + name


def children(parent: Any, name: str) -> Iterator[Any]:
    """The children of an element that have a name; none for None."""
    return iter(()) if parent is None else parent.iterchildren(_MAIN + name)


def first(parent: Any, name: str) -> Any:
    """The first child of a name; None without one, and for None."""
    return None if parent is None else parent.find(_MAIN + name)


def attribute(element: Any, name: str = "val") -> str:
    """An attribute of an element; "" without one, and for None."""
    return "" if element is None else element.get(_MAIN + name) or ""


def is_on(properties: Any, name: str) -> bool:
    """Whether properties switch something on: Word also writes that it is off."""
    given = first(properties, name)
    return given is not None and attribute(given).lower() not in _OFF
