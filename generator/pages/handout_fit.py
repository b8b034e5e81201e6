"""What fits on one side of A4: the size of the type, the columns, and how many lines of a list.

Heights are estimated from characters, by the widest font of the style sheet (`handout.css` has the
same measures): rather some room is left than a second side begun.
"""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from math import ceil

_WIDTH, _HEIGHT = 186.0, 271.0
"""The side without its margins of 12 mm, in mm, less a little at its foot."""
_PICTURE = 36.0
"""The QR code with the space around it, in mm."""
_LABEL_WIDTH = 26.0
"""The names of the answers, in mm."""
_BOX_WIDTH = 7.0
"""The box to tick with the space beside it, and half of that between columns, in mm."""
_VERDICT = 9.0
"""The frame of the verdict and the space below it, in mm."""
_AROUND = 14.0
"""The space around title, answers, count and list, in mm."""
_ROW_GAP, _ITEM_GAP = 1.6, 0.8
"""Space around an answer, and below a line of the list, in mm."""
_APART = 3
"""Lines by which columns differ: a line of the list is broken where it leaves two in each."""
_MM_PER_POINT = 25.4 / 72
_ADVANCE = 0.545
"""The mean width of a character with what is lost at the ends of lines, in parts of the type."""
_LEADING = 1.3
_TITLE_SCALE = 1.35
_COUNT_SCALE = 1.15
_VERDICT_SIZE = 10 * 1.1


@dataclass(frozen=True, slots=True)
class Density:
    """A size of type in points, and the columns of the list; `name` is a class of the style."""

    name: str
    size: float
    columns: int

    def height(self, length: int, width: float, scale: float = 1.0) -> float:
        """The height in mm of a paragraph of so many characters, in a column of so many mm."""
        size = self.size * scale * _MM_PER_POINT
        return ceil(length * size * _ADVANCE / width) * size * _LEADING


_DENSITIES = (
    Density("roomy", 11, 1),
    Density("close", 10, 1),
    Density("close", 10, 2),
    Density("dense", 9, 1),
    Density("dense", 9, 2),
)
"""From the most readable on."""
SMALLEST = _DENSITIES[-1]
"""Nothing is set smaller."""


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """The lengths of what stands on a sheet, in characters.

    `title` and the paragraphs `about` it stand beside the QR code; `rows` are the answers, the
    first length of each being that of its name; `foot` stands over the whole width. The lines
    `listed` may be left out, those of `remarks` before the others.
    """

    verdict: int
    title: int
    about: Sequence[int]
    rows: Sequence[Sequence[int]]
    count: int
    foot: Sequence[int]
    listed: Sequence[int]
    coded: bool = True
    """Whether it has a QR code."""
    remarks: Container[int] = ()
    """The places of the lines that name no paper."""


def largest_type(texts: SheetTexts) -> Density | None:
    """The largest type in which everything fits on one side, if there is one."""
    fitting = (one for one in _DENSITIES if _listed_height(one, texts.listed) <= _room(one, texts))
    return next(fitting, None)


def lines_that_fit(texts: SheetTexts) -> list[int]:
    """The places of the lines that fit in the smallest type: remarks go first, the last before."""
    room = _room(SMALLEST, texts) - SMALLEST.height(1, _WIDTH)
    places = sorted(range(len(texts.listed)), key=lambda at: (at in texts.remarks, at))
    while places and _listed_height(SMALLEST, [texts.listed[at] for at in places]) > room:
        places.pop()
    return sorted(places)


def _room(density: Density, texts: SheetTexts) -> float:
    """The height that is left for the list."""
    verdict = Density("", _VERDICT_SIZE, 1).height(texts.verdict, _WIDTH) + _VERDICT
    picture = _PICTURE if texts.coded else 0.0
    beside = _WIDTH - picture
    head = density.height(texts.title, beside, _TITLE_SCALE)
    head += sum(density.height(length, beside) for length in texts.about)
    rows = sum(_row_height(density, *row) + _ROW_GAP for row in texts.rows)
    count = density.height(texts.count, _WIDTH, _COUNT_SCALE)
    foot = sum(density.height(length, _WIDTH) + _ITEM_GAP for length in texts.foot)
    return _HEIGHT - verdict - max(head, picture) - rows - count - foot - _AROUND


def _row_height(density: Density, name: int, *paragraphs: int) -> float:
    width = _WIDTH - _LABEL_WIDTH
    said = sum(density.height(length, width) for length in paragraphs)
    return max(density.height(name, _LABEL_WIDTH), said)


def _listed_height(density: Density, listed: Sequence[int]) -> float:
    """The height of the list; columns end up to a few lines of the type apart."""
    width = _WIDTH / density.columns - _BOX_WIDTH
    heights = [density.height(length, width) + _ITEM_GAP for length in listed]
    apart = _APART * density.height(1, width) if density.columns > 1 else 0.0
    return sum(heights) / density.columns + apart
