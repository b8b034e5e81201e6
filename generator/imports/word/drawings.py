"""Drawings of boxes and arrows: which box leads to which, where connectors are attached to both.

DrawingML (ISO/IEC 29500-1, 20.1) attaches a connector by the ids of its shapes; VML (29500-4,
19.2.2.24) by a rule, which stands with the shapes or in the settings of the file.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.imports.word.xml import tag

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WORD = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_VML = "{urn:schemas-microsoft-com:vml}"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_WORD_SHAPE = f"{_WORD}wsp"
_VML_BOXES = tuple(f"{_VML}{name}" for name in ("shape", "rect", "roundrect", "oval"))
_VML_LINES = tuple(f"{_VML}{name}" for name in ("line", "polyline", "curve", "arc"))
_SHAPES = (_WORD_SHAPE, *_VML_BOXES, *_VML_LINES)
_UNREAD = frozenset(
    {
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
        *(tag(name) for name in ("del", "moveFrom")),
    }
)
_CANVAS = "#_x0000_t75"
"""The frame around a VML drawing."""
_POINTED = ("triangle", "stealth", "arrow", "block", "classic", "open")
"""The ends of a line that show where it leads."""

Ends = tuple[str, str]
"""The keys of two shapes."""


def read_rules(roots: Mapping[str, Any]) -> dict[str, Ends]:
    """The shapes that each VML connector of a file is attached to, at its start and end."""
    rules = (rule for root in roots.values() for rule in root.iter(f"{_OFFICE}r"))
    found = {}
    for rule in rules:
        ends = {
            end: _reference(proxy)
            for proxy in rule.iterchildren(f"{_OFFICE}proxy")
            for end in ("start", "end")
            if proxy.get(end) is not None
        }
        found[_reference(rule)] = (ends.get("start", ""), ends.get("end", ""))
    return found


def _reference(element: Any) -> str:
    return str(element.get("idref", "")).removeprefix("#")


def shape_of(element: Any) -> str:
    """The key of the shape that an element is in; "" for none."""
    shape = next(element.iterancestors(*_SHAPES), None)
    return "" if shape is None else _key(shape)


def read_arrows(parent: Any, rules: Mapping[str, Ends]) -> tuple[Ends, ...]:
    """The arrows of the shapes in an element, from box to box.

    None at all where the drawing leaves anything open: a line that is not attached or does not
    show where it leads, a shape without words, a key that two shapes have.
    """
    shapes = [one for one in parent.iter(*_SHAPES) if not _is_unread(one)]
    boxes = [one for one in shapes if not _is_line(one) and one.get("type") != _CANVAS]
    arrows = [_arrow(one, rules) for one in shapes if _is_line(one)]
    keys = [_key(one) for one in shapes]
    if len(set(keys)) < len(keys) or not all(map(_has_words, boxes)):
        return ()
    told = tuple(arrow for arrow in arrows if arrow is not None)
    return told if len(told) == len(arrows) else ()


def _is_unread(shape: Any) -> bool:
    return any(above.tag in _UNREAD for above in shape.iterancestors())


def _is_line(shape: Any) -> bool:
    if shape.tag == _WORD_SHAPE:
        return shape.find(f"{_WORD}cNvCnPr") is not None
    return shape.tag in _VML_LINES or shape.get(f"{_OFFICE}connectortype") is not None


def _has_words(shape: Any) -> bool:
    return any(map(str.isalnum, "".join(one.text or "" for one in shape.iter(tag("t")))))


def _key(shape: Any) -> str:
    if shape.tag != _WORD_SHAPE:
        return shape.get(f"{_OFFICE}spid") or shape.get("id") or ""
    own = shape.find(f"{_WORD}cNvPr")
    if own is None:
        above = next(shape.iterancestors(f"{_PLACED}anchor", f"{_PLACED}inline"), None)
        own = None if above is None else above.find(f"{_PLACED}docPr")
    return "" if own is None else own.get("id", "")


def _arrow(line: Any, rules: Mapping[str, Ends]) -> Ends | None:
    """The shapes that a line leads from and to; None where it does not tell both."""
    start, end = _word_ends(line) if line.tag == _WORD_SHAPE else _vml_ends(line, rules)
    points = tuple(_word_points(line) if line.tag == _WORD_SHAPE else _vml_points(line))
    if not (start and end) or points[0] == points[1]:
        return None
    return (start, end) if points[1] else (end, start)


def _word_ends(line: Any) -> Ends:
    joined = line.find(f"{_WORD}cNvCnPr")
    ends = (joined.find(f"{_DRAWING}{name}") for name in ("stCxn", "endCxn"))
    start, end = ("" if one is None else one.get("id", "") for one in ends)
    return start, end


def _vml_ends(line: Any, rules: Mapping[str, Ends]) -> Ends:
    names = (line.get(f"{_OFFICE}spid"), line.get("id"))
    return next((rules[name] for name in names if name in rules), ("", ""))


def _word_points(line: Any) -> Iterator[bool]:
    """Whether a line has an arrow at its start, and at its end."""
    for name in ("headEnd", "tailEnd"):
        end = line.find(f"{_WORD}spPr/{_DRAWING}ln/{_DRAWING}{name}")
        yield end is not None and end.get("type") in _POINTED


def _vml_points(line: Any) -> Iterator[bool]:
    stroke = line.find(f"{_VML}stroke")
    for name in ("startarrow", "endarrow"):
        yield stroke is not None and stroke.get(name) in _POINTED
