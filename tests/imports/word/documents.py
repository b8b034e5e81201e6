"""Small Word files that imitate the shapes of real annexes, made of their XML itself."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    for key, kind, text in (
        (1, "decimal", "(%1)"),
        (2, "bullet", "-"),
        (3, "decimal", "%1."),
        (4, "lowerLetter", "%1)"),
    )
)


def paragraph(text: str, numbered: int = 0, inside: str = "") -> str:
    """A paragraph, in the list `numbered` if it is not 0, with more XML behind its text."""
    listed = (
        f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbered}"/></w:numPr></w:pPr>'
        if numbered
        else ""
    )
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p>{listed}{run}{inside}</w:p>"


def cell(*texts: str, span: int = 1, merge: str = "") -> str:
    """A cell with a paragraph for each text; `merge` is "restart" or "continue"."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    inside = "".join(map(paragraph, texts or ("",)))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def table(*rows: Sequence[str]) -> str:
    """A table of rows of cells; a plain text stands for a cell."""
    made = (
        "".join(one if one.startswith("<w:tc>") else cell(*one.split("\n")) for one in row)
        for row in rows
    )
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def text_box(text: str) -> str:
    """A text box as Word writes it: twice."""
    inside = f"<w:txbxContent>{paragraph(text)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility'
        f'/2006"><mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def write_docx(
    path: Path,
    *blocks: str,
    lists: dict[int, int] | None = None,
    notes: Sequence[str] = (),
    beside: Mapping[str, str] | None = None,
) -> Path:
    """A .docx of blocks; `lists` maps lists to definitions: 1 "(1)", 2 "-", 3 "1.", 4 "a)"; the
    parts `beside` the body (header1, comments) have the XML of their paragraphs.
    """
    numbers = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition}"/>'
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for key, definition in (lists or {1: 1, 2: 2, 3: 3, 4: 4}).items()
    )
    footnotes = "".join(
        f'<w:footnote w:id="{key}">{paragraph(text)}</w:footnote>'
        for key, text in enumerate(notes, 1)
    )
    parts = {
        "document": f"<w:body>{''.join(blocks)}</w:body>",
        "numbering": _NUMBERING + numbers,
        "footnotes": footnotes,
        **(beside or {}),
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        for name, inside in parts.items():
            xml = f'<w:part xmlns:w="{W}">{inside}</w:part>'
            package.writestr(f"word/{name}.xml", xml)
    return path


def packed(**parts: bytes) -> bytes:
    """A zip of parts below `word/`."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return target.getvalue()
