"""Units that stand in the title of a column, for the bare figures of its cells."""

import re

_TITLE = re.compile(
    r"\(\s*+(?:đvt|đơn vị(?: tính)?)?\s*+:?\s*+"
    r"((?:1[.]000|1[.]000[.]000|nghìn|ngàn|triệu)?\s*+đồng|(?:ngày|giờ)(?: làm việc)?|tháng)"
    r"\s*+\)",
    re.IGNORECASE,
)
_MONEY = {"đồng": "", "nghìn": ".000", "ngàn": ".000", "1.000": ".000"}
_MONEY |= {"triệu": ".000.000", "1.000.000": ".000.000"}
_BARE = re.compile(r"[0-9]{1,3}(?:[.][0-9]{3})*|[0-9]{4,9}")
_OWN = re.compile(r"\b(?:đồng|đ|vnđ|usd|ngày|giờ|tháng|năm|tuần|phút)\b|%", re.IGNORECASE)


def unit_in_title(title: str) -> str:
    """The unit in the brackets of a title, "" for none.

    >>> unit_in_title("Phí, lệ phí (1.000 đồng)"), unit_in_title("Thời hạn (ngày làm việc)")
    ('1.000 đồng', 'ngày làm việc')
    """
    found = _TITLE.search(" ".join(title.split()))
    return found[1].lower() if found else ""


def figure_with_unit(words: str, unit: str) -> str | None:
    """A bare figure with the unit of its column; None for what is more than a figure.

    >>> figure_with_unit("20", "1.000 đồng"), figure_with_unit("10", "ngày")
    ('20.000 đồng', '10 ngày')
    """
    if not _BARE.fullmatch(words.strip()):
        return None
    scale = _MONEY.get(unit.split()[0]) if unit.endswith("đồng") else None
    return f"{words.strip()} {unit}" if scale is None else f"{words.strip()}{scale} đồng"


def lacks_unit(words: str) -> bool:
    """Whether words have a figure and no unit at all."""
    return bool(re.search("[0-9]", words)) and not _OWN.search(words)
