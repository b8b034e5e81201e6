"""In what order the named groups of a dossier stand, by their names."""

import re
from collections.abc import Sequence

from generator.readings.enumeration import skip_marks
from generator.readings.sentences import begins_with_case

_OF_DOSSIER = re.compile(r"(?:(?:thành phần )?hồ sơ|thủ tục)\s+", re.I)
"""How a name may begin before the act that it tells."""
_LEAST = 4
"""Words with which a title and the name of the ordinary case begin at least."""


def ordinary_group(names: Sequence[str], title: str) -> int | None:
    """The only group that no case opens, if it begins as the title does: what most readers need."""
    others = [at for at, name in enumerate(names) if name and not begins_with_case(_act(name))]
    if len(others) != 1:
        return None
    own, asked = (_act(text).lower().split()[:_LEAST] for text in (names[others[0]], title))
    return others[0] if own == asked and len(own) == _LEAST else None


def stand_together(names: Sequence[str], asks: Sequence[bool]) -> list[int]:
    """The groups of one name where the first of them stands, that with a request before others."""
    plain = [_act(name).lower().rstrip(" .:;") or str(at) for at, name in enumerate(names)]
    return sorted(range(len(names)), key=lambda at: (plain.index(plain[at]), not asks[at]))


def _act(name: str) -> str:
    """The words of a name without its marks and what calls it a dossier."""
    return _OF_DOSSIER.sub("", name[skip_marks(name, 0, len(name)) :], count=1)
