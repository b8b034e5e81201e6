"""Which forms a paper of a dossier is written on: those of its code, of the document beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.imports.word.registers import first_number
from generator.records.version import Form

FORM_CODE = re.compile(
    r"m[ẫầ]u\s+(?:đơn\s+)?(?:số\s+)?(\d{1,3}[a-zđ]?(?:/[A-ZĐ0-9-]+)*)", re.IGNORECASE
)
_ISSUED = re.compile(
    r"kèm theo|ban hành theo|\b(?:tại|của)\s+(?:phụ lục|quy định|nghị|thông tư|quyết)", re.I
)
"""How words begin that name the document which a form came with."""


@dataclass(frozen=True, slots=True)
class _Code:
    """A code of a form, the number of the document beside it, and whether one is named at all."""

    code: str
    document: str | None
    is_named: bool

    def may_be(self, other: "_Code") -> bool:
        """Whether nothing says that two codes are those of two documents."""
        if self.code != other.code:
            return False
        if self.document and other.document:
            return self.document == other.document
        numbered, plain = (self, other) if self.document else (other, self)
        return not numbered.document or not plain.is_named


def linked_forms(text: str, forms: Iterable[Form]) -> tuple[str, ...]:
    """The ids of the forms that a paper names by one code; those of no other document.

    Where some forms name the document as the paper does, others are none of it.
    """
    own = _codes_in(text)
    if len({one.code for one in own}) != 1:
        return ()
    found = [
        (form.id, code.document == own[0].document)
        for form in forms
        for code in _codes_in(form.name)
        if own[0].may_be(code)
    ]
    exact = any(is_exact for _, is_exact in found)
    return tuple(dict.fromkeys(key for key, is_exact in found if is_exact or not exact))


def _codes_in(text: str) -> list[_Code]:
    """Each code with what stands behind it, up to the next one."""
    found = []
    for match in FORM_CODE.finditer(text):
        following = FORM_CODE.search(text, match.end())
        said = text[match.end() : following.start() if following else None]
        document = first_number(said)
        found.append(_Code(match[1].lower(), document, bool(document or _ISSUED.search(said))))
    return found
