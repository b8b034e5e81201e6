"""What titles and section rows of a list say of the rows below them: level, kind, field."""

import re

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
    ("abolish", r"bai bo"),
    ("replace", r"thay the"),
    ("correct", r"dinh chinh"),
    ("annul", r"huy (?:bo )?cong bo"),
    ("amend", r"sua doi"),
    ("publish", r"moi ban hanh|ban hanh moi"),
)


def levels_told(folded: str) -> tuple[str, ...]:
    """The levels that folded words name."""
    return tuple(level for level, words in _LEVELS if re.search(words, folded))


def action_told(folded: str) -> str | None:
    """The one action that words name; None for none, and for several."""
    found = [action for action, words in _ACTIONS if re.search(words, folded)]
    return found[0] if len(found) == 1 else None


def field_told(text: str) -> str | None:
    """The name of the field that words give."""
    found = _FIELD.search(" ".join(text.split()))
    name = _END_OF_FIELD.sub("", found[1]).strip(" ,-") if found else ""
    if not name or len(name) > 100:
        return None
    return name[0].upper() + name[1:].lower() if name.isupper() else name[0].upper() + name[1:]
