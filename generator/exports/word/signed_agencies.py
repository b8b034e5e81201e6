"""The agencies of a procedure as a paper to sign names them."""

from collections.abc import Iterator

from generator.exports.word.references import References
from generator.exports.word.said_once import has_words
from generator.exports.word.styles import LineStyle as Style
from generator.exports.word.styles import StyledLine as Line
from generator.law.text import fold_text
from generator.records.stated import AgencyPart
from generator.records.version import Version

ROLES = {
    "executing": "Cơ quan thực hiện:",
    "deciding": "Cơ quan có thẩm quyền quyết định:",
    "receiving": "Cơ quan tiếp nhận:",
    "delegated": "Cơ quan được ủy quyền, phân cấp:",
    "coordinating": "Cơ quan phối hợp:",
}
"""What an agency does, as its label says."""
_NONE = "Không có."


def signed_agency_lines(version: Version, refs: References) -> Iterator[Line]:
    """The agencies of each role: in the words of the decision, else by their names."""
    for role, title in ROLES.items():
        part = getattr(version.agencies, role)
        text = part.text or (_NONE if part.none else "")
        if text:
            yield Line(Style.ITEM, text if _is_labelled(text) else f"{title} {text}")
            continue
        names = [_agency(one, refs) for one in part.items]
        if len(names) == 1:
            yield Line(Style.ITEM, f"{title} {names[0]}")
        elif names:
            yield Line(Style.SECTION, title)
            yield from (Line(Style.ITEM, name) for name in names)


def _is_labelled(text: str) -> bool:
    """Whether words begin with a label of their own: "Cơ quan phối hợp (nếu có): …"."""
    head, colon, _ = text.partition(":")
    return bool(colon) and fold_text(head).startswith(("co quan", "nguoi co tham quyen"))


def _agency(one: AgencyPart, refs: References) -> str:
    name = refs.print_agency(one.agency) if one.agency else ""
    lines = [] if has_words(one.text or "", name) and one.text else [name]
    role = one.role if one.role and not has_words(one.text or "", one.role) else ""
    return "\n".join(filter(None, (*lines, one.text, role)))
