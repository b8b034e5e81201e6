"""What titles and section rows of a list say of the rows below them: level, kind, field."""

import re
from dataclasses import dataclass

from generator.law.text import fold_text

_FIELD = re.compile(r"\blĩnh vực\b\s*:?\s*(.+)", re.IGNORECASE | re.DOTALL)
_END_OF_FIELD = re.compile(
    r"(?:(?<!\s)\s++)?(?:\(|thuộc\b|trên địa bàn|của (?:ngành|sở|bộ)|áp dụng\b|do\b|[;.:]).*\Z",
    re.I | re.DOTALL,
)
_LEVELS = (
    ("central", r"cap (?:bo|trung uong)"),
    ("province", r"cap tinh|cap thanh pho"),
    ("district", r"cap huyen"),
    ("commune", r"cap xa|cap phuong"),
)
_ACTIONS = (
    ("abolish", r"bai bo|huy bo(?! cong bo)|het hieu luc|khong con (?:hieu luc|thuc hien)"),
    ("replace", r"thay the"),
    ("correct", r"dinh chinh"),
    ("annul", r"huy (?:bo )?cong bo"),
    ("amend", r"sua doi"),
    ("publish", r"moi ban hanh|ban hanh moi"),
)

_OWN_ACTIONS = (
    ("abolish", r"(?:bi |duoc )?bai bo"),
    ("replace", r"(?:bi |duoc )?thay the"),
    ("amend", r"(?:duoc )?sua doi(?:,? bo sung)?"),
    ("publish", r"moi(?: ban hanh)?|ban hanh moi"),
)
"""What the note of a row says when it says its kind and nothing else."""
_TITLE = 400
_KIND_TITLE = re.compile(
    r"\W*(?:[a-z0-9]{1,4}\s*[.)]\s*)?(?:cac )?(?:thu tuc hanh chinh|tthc)\b.{0,60}?"
    r"\b(?:moi ban hanh|(?:bi|duoc) (?:bai bo|huy bo|sua doi|thay the)|bai bo|het hieu luc"
    r"|khong con thuc hien|sua doi,? bo sung)\b"
)
"""A title of a list that says of what kind its procedures are, and not that it is a list."""
_IN_TABLE = "|"


@dataclass(slots=True)
class AboveRows:
    """What holds for the rows below; `mark` is how the title is numbered that gave the levels."""

    levels: tuple[str, ...] = ()
    action: str | None = None
    field_name: str | None = None
    mark: str = ""

    def take_title(self, words: str) -> bool:
        """Take what a title above a list says; a long line is none. Whether it is a whole title."""
        folded = fold_text(words)
        is_list = "danh muc" in folded or bool(_KIND_TITLE.match(folded))
        if len(words) > _TITLE or not (is_list or "linh vuc" in folded):
            return False
        if is_list:
            self._take_kind(words, action_told(folded), levels_told(folded))
        self.field_name = field_told(words) or self.field_name
        return is_list and words.isupper()

    def take_levels(self, levels: tuple[str, ...], mark: str = _IN_TABLE) -> None:
        """Take levels, and where they stand: in the table, or above it with a mark."""
        if levels:
            self.levels, self.mark = levels, mark

    def _take_kind(self, words: str, action: str | None, levels: tuple[str, ...]) -> None:
        """Take kind and levels; a list of another kind has no levels of the one beside it."""
        mark = _mark_of(words)
        if action and action != self.action and self.mark in (mark, _IN_TABLE):
            self.levels = ()
        self.action = action or self.action
        self.take_levels(levels, mark)


def _mark_of(title: str) -> str:
    """How a title is numbered: "A", "1", "" for not."""
    found = re.match(r"\s*(?:([A-ZĐ]|[IVXLC]{1,6})|\d{1,2})\s*[.)]", title)
    return ("A" if found[1] else "1") if found else ""


def levels_told(folded: str) -> tuple[str, ...]:
    """The levels that folded words name."""
    return tuple(level for level, words in _LEVELS if re.search(words, folded))


def action_told(folded: str) -> str | None:
    """The one action that words name; None for none, and for several."""
    found = [action for action, words in _ACTIONS if re.search(words, folded)]
    return found[0] if len(found) == 1 else None


def action_of_note(text: str) -> str | None:
    """The kind of a row whose note says this kind and nothing else."""
    said = fold_text(" ".join(text.split())).strip(" .;:")
    said = re.sub(r"\A(?:tthc|thu tuc(?: hanh chinh)?)\s+|\s+(?:tthc|thu tuc)\Z", "", said)
    said = re.sub(r"\s+(?:theo|tai) (?:qd|quyet dinh) nay\Z", "", said)
    return next((kind for kind, words in _OWN_ACTIONS if re.fullmatch(words, said)), None)


def field_told(text: str) -> str | None:
    """The name of the field that words give."""
    found = _FIELD.search(" ".join(text.split()))
    name = _END_OF_FIELD.sub("", found[1]).strip(" ,-") if found else ""
    if not name or len(name) > 100:
        return None
    return name[0].upper() + name[1:].lower() if name.isupper() else name[0].upper() + name[1:]
