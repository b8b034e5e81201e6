"""The names of papers that a page shows, and the lines of a phone that they take."""

from dataclasses import dataclass

from generator.pages.phone import TITLE_GAP, Letters, paper_line, paper_title_line, paper_width
from generator.pages.phone_text import bold_lines, plain_lines

_INDENT = 0.82
"""The indentation of a name that begins a line, in heights of its letters."""
_GAP = 0.1
"""Lines between names."""


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The title of a group, the names of its papers, and how many are left out at its end.

    `number`: which group of the dossier it is.
    """

    title: str
    names: tuple[str, ...]
    left_out: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class PaperNames:
    """The names of all papers as they have room.

    `listed`: each begins a line. `left_out`: how many papers stand in `groups_left` further groups.
    """

    groups: tuple[NamedGroup, ...]
    listed: bool
    letters: Letters = Letters.USUAL
    left_out: int = 0
    groups_left: int = 0


def names_lines(names: PaperNames) -> float:
    """How many lines of usual letters names take."""
    width = paper_width(names.letters)
    lines = sum(_group_lines(one, names, width) for one in names.groups)
    left = _GAP + 1 if names.left_out else 0
    titles = sum(_title_height(one, names.letters) for one in names.groups)
    return ((lines + left) * paper_line(names.letters) + titles) / paper_line()


def _title_height(group: NamedGroup, letters: Letters) -> float:
    """Pixels of the name of a group and above it."""
    lines = bold_lines(group.title, paper_width(letters)) if group.title else 0
    return TITLE_GAP + paper_title_line(letters) * lines


def _group_lines(group: NamedGroup, names: PaperNames, width: float) -> float:
    """How many lines the names of a group take, with how many more there are."""
    more = _GAP + 1 if group.left_out else 0
    if not names.listed:
        return more + plain_lines(" • ".join(group.names), width)
    width -= _INDENT
    return more + sum(_GAP + _name_lines(name, width) for name in group.names)


def _name_lines(name: str, width: float) -> int:
    return bold_lines(name, width) if name.endswith(":") else plain_lines(name, width)
