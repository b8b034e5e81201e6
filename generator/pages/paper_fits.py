"""How the names of papers may be made to fit two screens of a phone, from the widest way."""

from dataclasses import dataclass

_LEAST_TITLE, _NARROW = 100, 65
"""Characters of the names of groups, and where the names of papers are no longer than that."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How names are made to fit: the characters of each part of one, and whether each name is
    `listed` on a line of its own, else those of a group are one paragraph.

    `whole`: every paper and case in an item has so many characters, else every item.
    """

    width: int
    listed: bool = False
    whole: bool = True

    @property
    def longest_title(self) -> int:
        """Characters of the names of groups."""
        if self.whole:
            return max(2 * self.width, _LEAST_TITLE)
        return max(self.width, _LEAST_TITLE if self.width > _NARROW else _NARROW)


_LISTED = (2000, 1000, 600, 420, 360, 320, 280, 250, 220)
_IN_PARAGRAPHS = (
    *(1000, 600, 420, 320, 260, 230, 205, 185, 165, 150, 135, 122, 110, 100, 90, 80, 72, 65, 58),
    *(52, 46),
)
_TIGHT_PARAGRAPHS = (42, 38, 34, 30)
_OF_ITEMS = (110, 100, 90, 80, 72, 65, 58, 52, 46, 40)
OF_FIRST = tuple(Fit(width, whole=False) for width in (72, 52, 40))
"""Where only the first names of each group have room."""
LONG = (
    *(Fit(width, listed=True) for width in _LISTED),
    *(Fit(width) for width in _IN_PARAGRAPHS),
    *(Fit(width, whole=False) for width in _OF_ITEMS),
)
"""From the widest, for long dossiers."""
SHORT = (
    *LONG[: len(_LISTED) + len(_IN_PARAGRAPHS)],
    *(Fit(width) for width in _TIGHT_PARAGRAPHS),
    *LONG[len(_LISTED) + len(_IN_PARAGRAPHS) :],
)
"""For others: every paper in an item stays before anything else."""
ENOUGH = Fit(320, listed=True)
"""What cuts little of any name."""
