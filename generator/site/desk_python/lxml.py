"""What the reading of Word files asks of `lxml.etree`, over the parser of the standard library.

Its parser resolves no entity of a file and fetches nothing; comments are left out by it as well.
"""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree


class _Element(ElementTree.Element):
    """An element that knows the one around it."""

    above: "_Element | None" = None

    def iterchildren(self, tag: str) -> Iterator[ElementTree.Element]:
        """The children of a name."""
        return iter(self.findall(tag))

    def iterancestors(self) -> Iterator["_Element"]:
        """The elements around this one, the nearest first."""
        around = self.above
        while around is not None:
            yield around
            around = around.above

    def iter(self, *tags: str) -> Iterator[Any]:  # type: ignore[override]  # lxml takes several
        """The element and all in it, of some names or of any."""
        wanted = frozenset(tags)
        return (one for one in super().iter() if not wanted or one.tag in wanted)


def _fromstring(content: bytes, parser: ElementTree.XMLParser) -> Any:
    parser.feed(content)
    root: Any = parser.close()
    for one in root.iter():
        for child in one:
            child.above = one
    return root


def _make_parser(**_: bool) -> ElementTree.XMLParser:
    return ElementTree.XMLParser(target=ElementTree.TreeBuilder(element_factory=_Element))


etree = SimpleNamespace(
    XMLParser=_make_parser, XMLSyntaxError=ElementTree.ParseError, fromstring=_fromstring
)
