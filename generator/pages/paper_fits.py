"""How the names of papers may be made to fit two screens of a phone, from the widest way."""

from dataclasses import dataclass
from itertools import product

_LEAST_TITLE, _NARROW = 100, 110
"""Characters of the names of groups, and where the names of papers are no longer than that."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How names are made to fit: the characters of each part of one, and whether each name is
    `listed` on a line of its own, else those of a group are one paragraph.

    `whole`: every paper and case in an item has so many characters, else the first of them, and
    all of an item three times as many. `small`: in smaller letters on tighter lines, which is
    better than a name that is cut. `again`: a paper that stands above in the same words is named
    whole again, else by its first words.
    """

    width: int
    listed: bool = False
    whole: bool = True
    small: bool = False
    again: bool = True

    @property
    def longest_title(self) -> int:
        """Characters of the names of groups."""
        return max(self.width if self.width <= _NARROW else 2 * self.width, _LEAST_TITLE)


_LONGEST = (2000, 1000)
_LISTED = (600, 420, 360, 320, 280, 250, 220)
_IN_PARAGRAPHS = (205, 185, 165)
_TIGHT_PARAGRAPHS = (150, 135, 122, 110, 100, 90, 80)
_OF_ITEMS = (165, 135, 110, 90, 72, 60)
UNCUT = tuple(
    Fit(width, listed, small=small)
    for small, width, listed in product((False, True), _LONGEST, (True, False))
)
"""That cut no name, or one as long as a page."""
_WHOLE = (
    *UNCUT,
    *(
        Fit(width, listed, small=True, again=False)
        for width, listed in product((*_LONGEST, *_LISTED), (True, False))
    ),
    *(Fit(width, small=True, again=False) for width in _IN_PARAGRAPHS),
)
_TIGHT = tuple(Fit(width, small=True, again=False) for width in _TIGHT_PARAGRAPHS)
_FIRST_WORDS = tuple(Fit(width, whole=False, small=True, again=False) for width in _OF_ITEMS)
LONG = _WHOLE
"""From the widest, for long dossiers: names that are cut shorter seldom tell which paper it is."""
SHORT = (*_WHOLE, *_TIGHT, *_FIRST_WORDS)
"""For others, of which every paper is named if that can be."""
_OF_FIRST = (2000, 600, 320, 220, 165, 135, 110)
FEWER = (*(Fit(width, small=True, again=False) for width in _OF_FIRST), *_FIRST_WORDS)
"""For the first papers alone, where all of them have no room."""
FEWEST = Fit(90, whole=False, small=True, again=False)
"""For as many as are named at least, where not even they have room."""
ENOUGH = Fit(320, listed=True)
"""What cuts little of any name."""
