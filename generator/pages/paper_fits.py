"""How the names of papers may be made to fit two screens of a phone, from the widest way."""

from dataclasses import dataclass
from itertools import product

from generator.pages.phone import Letters

_LEAST_TITLE, _TIGHTEST, _TIGHT_TITLE = 120, 48, 84
"""Characters of the names of groups at least; of those above names of so many characters."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How names are made to fit: the characters of each part of one, and whether each name is
    `listed` on a line of its own, else those of a group are one paragraph.

    `whole`: every paper and case in an item has so many characters, else the first of them, and
    all of an item three times as many. `letters`: smaller ones on tighter lines are better than a
    name that is cut. `again`: a paper that stands above in the same words is named whole again,
    else by its first words.
    """

    width: int
    listed: bool = False
    whole: bool = True
    letters: Letters = Letters.USUAL
    again: bool = True

    @property
    def longest_title(self) -> int:
        """Characters of the names of groups."""
        least = _TIGHT_TITLE if self.width <= _TIGHTEST else _LEAST_TITLE
        return max(2 * self.width, least)

    def names_like(self, other: "Fit") -> bool:
        """Whether it cuts every name as another one does."""
        mine, its = ((one.width, one.whole, one.again) for one in (self, other))
        return mine == its


_LONGEST = 8_000
_LISTED = (600, 420, 360, 320, 280, 250, 220)
_IN_PARAGRAPHS = (205, 185, 165)
_TIGHT_PARAGRAPHS = (150, 135, 122, 110, 100, 90, 80, 72, 64, 56, 50)
_OF_ITEMS = (165, 135, 110, 90, 72, 60, _TIGHTEST)
UNCUT = tuple(
    Fit(_LONGEST, listed, letters=letters)
    for letters, listed in product((Letters.USUAL, Letters.SMALL), (True, False))
)
"""That cut no name."""


def _least(width: int, listed: bool = False, *, whole: bool = True) -> Fit:
    return Fit(width, listed, whole, Letters.LEAST, again=False)


_WHOLE = (
    *UNCUT,
    Fit(_LONGEST, listed=True, letters=Letters.SMALL, again=False),
    Fit(_LONGEST, letters=Letters.SMALL, again=False),
    *(_least(width, listed) for width, listed in product((_LONGEST, *_LISTED), (True, False))),
    *(_least(width) for width in _IN_PARAGRAPHS),
)
_TIGHT = tuple(map(_least, _TIGHT_PARAGRAPHS))
NARROWEST = _TIGHT[-1]
"""The last that names every paper and case: what it cannot fit no wider one can."""
_FIRST_WORDS = tuple(_least(width, whole=False) for width in _OF_ITEMS)
EVERY_PAPER = (*_WHOLE, *_TIGHT, *_FIRST_WORDS)
"""From the widest, for all papers: a name of few words tells more than one that is left out."""
_OF_FIRST = (_LONGEST, 600, 320, 220, 165, 135, 110)
FEWER = (*map(_least, _OF_FIRST), *_FIRST_WORDS)
"""For the first papers alone, where all of them have no room."""
FEWEST = _least(_TIGHTEST, whole=False)
"""For as many as are named at least, where not even they have room."""
ENOUGH = Fit(320, listed=True)
"""What cuts little of any name."""
FILLING = tuple(map(_least, (800, 1_100, 1_600, 2_400)))
"""Between the widest two: for the room that is left below names which were cut to the second."""
_FITS = (*EVERY_PAPER, *FEWER, FEWEST, ENOUGH, *FILLING)
NAMED_LIKE = {fit: next(filter(fit.names_like, _FITS)) for fit in _FITS}
"""For each, the first that gives the same names, whatever the letters and lines."""
