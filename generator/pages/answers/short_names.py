"""For whom a limit is, in few words: cut where a unit of sense ends, and still told apart."""

import re
from collections import Counter
from collections.abc import Iterable

_LEAD = re.compile(
    r"\A[\s+*–-]{0,9}(?:(?:riêng|áp dụng|đối với|trong|các|những|trường hợp|nếu"
    r"|thời (?:gian|hạn)(?: thực hiện| giải quyết| hoàn thành)?(?: việc)?)(?!\w)[\s,:]{0,9}){1,9}",
    re.IGNORECASE,
)
_BREAK = re.compile(
    r"\s?[,;:(–]|\s(?=(?:theo|của|tại|mà|do|để|nhưng|hoặc|ngày [0-9]|quy định)(?!\w))"
)
_LOOSE = re.compile(
    r"(?<![\s,;:(–-])[\s,;:(–-]++(?:(?<=\s)(?:của|và|với|tại|theo|có|do|là|cho|các|được|không|chưa|đã|phải|hoặc"
    r"|trong|số|thì|sau|mà|để|từ|khi|về|Điều|khoản|điểm|ngày|một|những|đối với|trường hợp)"
    r"(?:[\s,;:(–-]++|\Z)){0,40}\Z",
    re.IGNORECASE,
)
"""What cannot end a name."""

_FAR = 70
"""Characters that alike names may share and still be told from their beginning."""
_LONGEST = 170
"""Characters of a name that nothing shorter tells from another."""
_LEAST = 40
"""Characters that are left of a name at least, where it begins as another one does."""
_SLACK = 1.2
"""How much longer than the room a name may be that is not cut."""


def short_names(names: Iterable[str], room: int) -> list[str]:
    """Each name in about `room` characters; where that makes two alike, from where they differ.

    >>> short_names(["đối với trường hợp cấp lại", "Trường hợp cấp mới theo Điều 5 của Luật"], 12)
    ['cấp lại', 'cấp mới…']
    """
    plain = [plain_name(name) for name in names]
    short = [_own_part(name, _alike(name, plain, room), room) for name in plain]
    alike = Counter(short)
    pairs = zip(short, plain, strict=True)
    return [said if alike[said] == 1 else _from_difference(name, plain) for said, name in pairs]


def _from_difference(name: str, plain: list[str]) -> str:
    """A name with all its words from the first on that every other name has not."""
    others = [other for other in plain if other != name]
    if not others:
        return name
    start = min(_shared(name, other) for other in others)
    start = min(start, max(0, len(name) - _LEAST))
    begin = name.rfind(" ", 0, start) + 1
    return shorten(f"…{name[begin:]}" if begin > _FAR // 2 else name, _LONGEST)


def _shared(name: str, other: str) -> int:
    """How many characters two names begin with alike."""
    pairs = enumerate(zip(name, other, strict=False))
    return next((at for at, (one, two) in pairs if one != two), min(len(name), len(other)))


def _alike(name: str, every: list[str], room: int) -> set[str]:
    """The names that begin with what a cut leaves of one."""
    kept, cut, _ = shorten(name, room).partition("…")
    return {other for other in every if other.startswith(kept)} if cut else {name}


def _own_part(name: str, alike: set[str], room: int) -> str:
    """A name cut behind where it differs from those that begin alike, or begun there."""
    if len(alike) == 1:
        return shorten(name, room)
    start = 0
    while len({other[: start + 1] for other in alike}) == 1:
        start += 1
    if start <= _FAR:
        return shorten(name, max(room, start + room // 2))
    start = min(start, len(name) - _LEAST)
    return shorten(f"…{name[name.rfind(' ', 0, start) + 1 :]}", max(room, _LEAST))


def plain_name(name: str) -> str:
    """A name without "đối với trường hợp", the words that open it."""
    said = " ".join(name.split())
    rest = _LEAD.sub("", said)
    return rest if len(rest) > 2 else said


def shorten(name: str, room: int) -> str:
    """The beginning of a name, with "…" where it goes on."""
    if len(name) <= room * _SLACK:
        return _LOOSE.sub("", name)
    breaks = [match.start() for match in _BREAK.finditer(name, room // 2, room + 1)]
    end = breaks[-1] if breaks else name.rfind(" ", 0, room + 1)
    return f"{_LOOSE.sub('', name[: end if end > 0 else room])}…"
