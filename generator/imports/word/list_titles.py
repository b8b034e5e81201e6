"""What the titles of a list and of its sections say of the rows below: level, kind, field."""

import re
from dataclasses import dataclass

from generator.imports.word.blocks import WordLine
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
_TITLE = 400
_TITLE_OF_KIND = re.compile(r"(?:[a-z0-9]{1,4}[.)]\s*)?(?:cac )?(?:tthc|thu tuc hanh chinh)\b")
"""How a title begins that says the kind of a list without calling it one."""
_OWN_ACTIONS = (
    ("abolish", r"(?:bi |duoc )?bai bo"),
    ("replace", r"(?:bi |duoc )?thay the"),
    ("amend", r"(?:duoc )?sua doi(?:,? bo sung)?"),
    ("publish", r"moi(?: ban hanh)?|ban hanh moi"),
)
"""What the note of a row says when it says its kind and nothing else."""


@dataclass(slots=True)
class AboveRows:
    """What stands above the rows that are read next."""

    levels: tuple[str, ...] = ()
    action: str | None = None
    field_name: str | None = None


def action_of_note(note: str) -> str | None:
    """The kind of a row whose note says its kind and nothing else."""
    said = fold_text(" ".join(note.split())).strip(" .;:")
    said = re.sub(r"\A(?:tthc|thu tuc(?: hanh chinh)?)\s+|\s+(?:tthc|thu tuc)\Z", "", said)
    said = re.sub(r"\s+(?:theo|tai) (?:qd|quyet dinh) nay\Z", "", said)
    return next((kind for kind, words in _OWN_ACTIONS if re.fullmatch(words, said)), None)


def read_list_title(line: WordLine, context: AboveRows) -> bool:
    """Take level, action and field from a title above a list; a long line is no title."""
    folded = fold_text(line.words)
    if len(line.words) > _TITLE or not re.search("danh muc|linh vuc", folded):
        return False
    if "danh muc" in folded:
        context.action = action_in(folded) or context.action
        context.levels = levels_named(folded) or context.levels
    context.field_name = field_in(line.words) or context.field_name
    return "danh muc" in folded and line.words.isupper()


def read_list_kind(line: WordLine, context: AboveRows) -> bool:
    """Take the kind from a title right above a list: "B. Thủ tục hành chính bị bãi bỏ"."""
    folded = fold_text(line.text)
    action = action_in(folded) if len(line.words) <= _TITLE else None
    if action is None or "danh muc" in folded or not _TITLE_OF_KIND.match(folded):
        return False
    context.action = action
    return True


def levels_named(folded: str) -> tuple[str, ...]:
    """The levels of administration that folded words name."""
    return tuple(level for level, words in _LEVELS if re.search(words, folded))


def action_in(folded: str) -> str | None:
    """The one action that words name; None for none, and for several."""
    found = [action for action, words in _ACTIONS if re.search(words, folded)]
    return found[0] if len(found) == 1 else None


def field_in(text: str) -> str | None:
    """The field that words name behind "lĩnh vực"."""
    found = _FIELD.search(" ".join(text.split()))
    name = _END_OF_FIELD.sub("", found[1]).strip(" ,-") if found else ""
    if not name or len(name) > 100:
        return None
    return name[0].upper() + name[1:].lower() if name.isupper() else name[0].upper() + name[1:]
