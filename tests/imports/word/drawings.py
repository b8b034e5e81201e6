"""Boxes joined by arrows as Word draws them, in DrawingML and in VML, for a cell of a table."""

from collections.abc import Mapping, Sequence

from tests.imports.word.documents import paragraph

Arrows = Sequence[tuple[str, str]]

_NAMES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
POINTED = '<a:tailEnd type="triangle"/>'


def drawn_cell(*runs: str, text: str = "") -> str:
    """A cell of a paragraph with drawings."""
    return f"<w:tc><w:tcPr/>{paragraph(text, inside=''.join(runs))}</w:tc>"


def canvas(boxes: Mapping[str, str], arrows: Arrows) -> str:
    """Shapes and connectors in one frame, where Word attaches them."""
    shapes = "".join(
        f'<wps:wsp><wps:cNvPr id="{key}" name="Rectangle {key}"/><wps:cNvSpPr/>'
        f"<wps:txbx>{_inside(text)}</wps:txbx></wps:wsp>"
        for key, text in boxes.items()
    )
    lines = "".join(_connector(f"9{at}", *ends) for at, ends in enumerate(arrows))
    return (
        f'<w:r><w:drawing {_NAMES}><wp:inline><wp:docPr id="2" name="Canvas 2"/>'
        f"{shapes}{lines}</wp:inline></w:drawing></w:r>"
    )


def box(key: str, text: str) -> str:
    """A text box that stands for itself: its id is that of its frame; Word writes it twice."""
    inside = _inside(text)
    return (
        f"<w:r><mc:AlternateContent {_NAMES}><mc:Choice><w:drawing><wp:anchor>"
        f'<wp:docPr id="{key}" name="Text Box {key}"/><wps:wsp><wps:cNvSpPr/><wps:txbx>{inside}'
        f"</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        f'<w:pict><v:shape id="_x0000_s{key}"><v:textbox>{inside}</v:textbox></v:shape></w:pict>'
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


def arrow(key: str, start: str, end: str, points: str = POINTED) -> str:
    """A connector; one without a start or an end is not attached there."""
    line = _connector(key, start, end, points)
    return (
        f"<w:r><mc:AlternateContent {_NAMES}><mc:Choice><w:drawing><wp:anchor>{line}</wp:anchor>"
        f'</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape id="_x0000_s{key}" '
        'o:connectortype="straight"/></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
    )


def _connector(key: str, start: str, end: str, points: str = POINTED) -> str:
    ends = (f'<a:stCxn id="{start}" idx="2"/>' if start else "") + (
        f'<a:endCxn id="{end}" idx="0"/>' if end else ""
    )
    return (
        f'<wps:wsp><wps:cNvPr id="{key}" name="Straight Arrow Connector {key}"/>'
        f"<wps:cNvCnPr>{ends}</wps:cNvCnPr><wps:spPr><a:ln>{points}</a:ln></wps:spPr>"
        "</wps:wsp>"
    )


def drawing(boxes: Mapping[str, str], arrows: Arrows) -> list[str]:
    """Boxes by their ids, and arrows from one to another."""
    joined = (arrow(f"9{at}", *ends) for at, ends in enumerate(arrows))
    return [*(box(key, text) for key, text in boxes.items()), *joined]


def vml_drawing(boxes: Mapping[str, str], arrows: Arrows, rules: bool = True) -> str:
    """The same as older files have it: a canvas, and a rule for each connector."""
    shapes = "".join(
        f'<v:rect id="Rectangle {key}" o:spid="_x0000_s{key}">'
        f"<v:textbox>{_inside(text)}</v:textbox></v:rect>"
        for key, text in boxes.items()
    )
    lines = "".join(
        f'<v:shape id="_x0000_s9{at}" type="#_x0000_t32" o:connectortype="straight">'
        '<v:stroke endarrow="block"/></v:shape>'
        for at, _ in enumerate(arrows)
    )
    canvas = '<v:shape id="_x0000_s800" type="#_x0000_t75"/>'
    layout = vml_rules(arrows) if rules else ""
    return (
        f'<w:r><w:pict {_NAMES}><v:group editas="canvas">{canvas}{shapes}{lines}</v:group>{layout}'
        "</w:pict></w:r>"
    )


def vml_rules(arrows: Arrows) -> str:
    """What each connector is attached to."""
    rules = "".join(
        f'<o:r id="V:Rule{at}" type="connector" idref="#_x0000_s9{at}">'
        f'<o:proxy start="" idref="#_x0000_s{start}" connectloc="2"/>'
        f'<o:proxy end="" idref="#_x0000_s{end}" connectloc="0"/></o:r>'
        for at, (start, end) in enumerate(arrows)
    )
    return f"<o:shapelayout {_NAMES}><o:rules>{rules}</o:rules></o:shapelayout>"


def _inside(text: str) -> str:
    paragraphs = "".join(map(paragraph, text.split("\n")))
    return f"<w:txbxContent>{paragraphs}</w:txbxContent>"
