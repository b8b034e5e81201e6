"""What an exported file carries where nobody sees it: the record behind the words to sign.

It is a custom XML part of the package (ISO/IEC 29500-1, 15.2.4), which Word keeps when a file is
edited and its "Inspect Document" takes away. Each part of a procedure is carried as the layout
prints it whole. An import believes it only where the words that people see still are what it says.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as Tree

from generator.exports.word.styles import LineStyle, StyledLine
from generator.exports.xml_text import xml_text
from generator.law.text import repair_import

NAMESPACE = "urn:niemyet:word:1"
"""What tells the part from those of other programs."""
_STYLES = {style.style_id: style for style in LineStyle}


@dataclass(frozen=True, slots=True)
class CarriedProcedure:
    """The record behind one procedure of an annex, under the title that is printed for it."""

    printed: str
    title: str
    parts: Mapping[str, tuple[StyledLine, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CarriedRecord:
    """What a file carries: its procedures, and the words that no record has.

    `title` is that of the decision where it is printed in other words; `supplied` are articles and
    a position that the export had to supply.
    """

    procedures: tuple[CarriedProcedure, ...] = ()
    title: str | None = None
    supplied: tuple[str, ...] = ()


def write_carried(record: CarriedRecord) -> bytes:
    """The part that carries a record."""
    content: bytes = Tree.tostring(_written(record), encoding="utf-8", xml_declaration=True)
    return content


def _written(record: CarriedRecord) -> Tree.Element:
    root = Tree.Element("niemyet", {"xmlns": NAMESPACE})
    if record.title is not None:
        _add(root, "title", record.title)
    for text in record.supplied:
        _add(root, "supplied", text)
    for one in record.procedures:
        procedure = Tree.SubElement(root, "procedure")
        _add(procedure, "printed", one.printed)
        _add(procedure, "title", one.title)
        for name, lines in one.parts.items():
            part = Tree.SubElement(procedure, "part", {"name": name})
            for line in lines:
                _add(part, "line", line.text, style=line.style.style_id)
    return root


def _add(parent: Tree.Element, name: str, text: str, **attributes: str) -> None:
    Tree.SubElement(parent, name, attributes).text = xml_text(text)


def read_carried(root: Any) -> CarriedRecord:
    """The record of the root of a part; nothing of a part of another program, or a broken one."""
    if root is None or root.tag != f"{{{NAMESPACE}}}niemyet":
        return CarriedRecord()
    return CarriedRecord(
        tuple(map(_read_procedure, _children(root, "procedure"))),
        next(_texts(root, "title"), None),
        tuple(_texts(root, "supplied")),
    )


def _read_procedure(element: Any) -> CarriedProcedure:
    parts = {one.get("name", ""): tuple(_lines(one)) for one in _children(element, "part")}
    printed, title = (next(_texts(element, name), "") for name in ("printed", "title"))
    return CarriedProcedure(printed, title, parts)


def _lines(part: Any) -> Iterator[StyledLine]:
    for line in _children(part, "line"):
        if style := _STYLES.get(line.get("style", "")):
            yield StyledLine(style, repair_import(line.text or "")[0])


def _children(parent: Any, name: str) -> Iterable[Any]:
    children: Iterable[Any] = parent.findall(f"{{{NAMESPACE}}}{name}")
    return children


def _texts(parent: Any, name: str) -> Iterator[str]:
    return (one.text or "" for one in _children(parent, name))
