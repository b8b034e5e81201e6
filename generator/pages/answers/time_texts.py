"""For whom each recorded limit is, by what only the text of its channel says."""

import re
from collections.abc import Iterable, Iterator

from generator.locale import Words
from generator.pages.answers.short_names import plain_name, shorten
from generator.pages.formatting import figure_words
from generator.records.version import Channel

_SENTENCE = re.compile(r"(?<=[.])\s+|\n|\s(?=[*+–-]\s?(?:Đối với|Trường hợp|Thời hạn))")
_MARK = re.compile(r"\A\W{0,3}(?:[0-9]{1,2}|[a-zđ])[.)]\s")
_LENGTH = re.compile(
    r"(?:thì )?(?:(?:thời gian|thời hạn)(?: thực hiện| giải quyết)?(?: là)? ?)?"
    r"(?:(?:trong thời hạn|không quá|tối đa|trong|là) ?)*\(?[0-9]+(?:[.,][0-9]+)?\)? ngày"
    r"(?: làm việc)?"
    r"(?: ?,? ?(?:kể )?từ (?:ngày|khi) (?:tiếp )?nhận[^.;,]{0,40}?(?:, (?:hợp lệ|chính xác))?"
    r"(?=[.;,]|\Z| đối với| với trường hợp))?",
    re.IGNORECASE,
)
_AREA = re.compile(
    r"\W{0,6}(?:đối với )?(?:các )?(?P<area>(?:xã|vùng|khu vực)[^.;]{0,20}(?:miền núi|biên giới|đảo"
    r"|vùng sâu|vùng xa|khó khăn)[^.]*)",
    re.IGNORECASE,
)
_HAS_LETTERS = re.compile(r"[^\W\d]{3}")
_AREA_ROOM = 26
_NAME_ROOM = 300

Named = dict[str, list[str]]
"""Each length in words, and for whom it is."""


def names_by_texts(channels: Iterable[Channel], words: Words) -> tuple[Named, dict[str, str]]:
    """The names of limits and the areas that some begin with; nothing where texts are alike.

    A text that names an area alone is that of the case of the text before it.
    """
    channels = tuple(channels)
    rows = _rows(channels, words)
    shared = set.intersection(*(set(parts) for _, parts in rows)) if len(rows) > 1 else set[str]()
    if {limit for limit, _ in rows} != set(_figures(channels, words)):
        return {}, {}
    own = [(limit, [part for part in parts if part not in shared]) for limit, parts in rows]
    for most in (1, None):
        found = _named(own, most)
        if _tells_apart(found[0]):
            return found
    return {}, {}


def _named(rows: list[tuple[str, list[str]]], most: int | None) -> tuple[Named, dict[str, str]]:
    """Names of at most so many sentences."""
    named: Named = {}
    areas: dict[str, str] = {}
    before = ""
    for limit, parts in rows:
        area, case = _split(parts, most)
        before = case or before
        name = f"{area}{before}" if area else case
        if area:
            areas[name] = area
        named.setdefault(limit, []).append(name)
    return named, areas


def _tells_apart(named: Named) -> bool:
    """Whether no name is empty, and at most one is that of two lengths: the source may err once."""
    names = [name for own in named.values() for name in dict.fromkeys(own)]
    return len(named) > 1 and all(names) and len(set(names)) >= max(2, len(names) - 1)


def _figures(channels: Iterable[Channel], words: Words) -> dict[str, list[Channel]]:
    """The channels of each recorded limit."""
    found: dict[str, list[Channel]] = {}
    for channel in channels:
        if channel.time.value is not None and channel.time.unit != "other":
            limit = figure_words(channel.time.value, channel.time.unit, words)
            found.setdefault(limit, []).append(channel)
    return found


def _rows(channels: Iterable[Channel], words: Words) -> list[tuple[str, list[str]]]:
    """The limits of one way of filing, that with the most, each with the sentences of its text."""
    ways: dict[str, dict[tuple[str, str], list[str]]] = {}
    for channel in channels:
        for limit in _figures([channel], words):
            text = channel.text or ""
            ways.setdefault(channel.method, {})[limit, text] = list(_sentences(text))
    found = max(ways.values(), key=len, default={})
    return [(limit, parts) for (limit, _), parts in found.items()]


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text without the lengths of time in them."""
    for part in _SENTENCE.split(text):
        said = " ".join(_LENGTH.sub("", part).split()).strip(" .;:,*+–-")
        if _HAS_LETTERS.search(said):
            yield said


def _split(parts: list[str], most: int | None) -> tuple[str, str]:
    """The area that sentences name, in few words and with a colon, and the case."""
    areas = [match["area"] for match in map(_AREA.match, parts) if match]
    cases = [plain_name(_MARK.sub("", part, count=1)) for part in parts if not _AREA.match(part)]
    area = f"{shorten(plain_name(areas[0]), _AREA_ROOM)}: " if areas else ""
    return area, "; ".join(cases[:most])[:_NAME_ROOM]
