"""The names of all papers of a dossier on the first screens: small, in the order of the source.

Nothing is read out of the source's words and nothing added. What has no room on two screens of a
phone is cut where a unit of sense ends; the list below has every word.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.locale import Words
from generator.pages.answers.short_names import short_names
from generator.pages.nodes.html import Html, element, escape_html, escape_line, join_html
from generator.pages.paper_fits import ENOUGH, LONG, OF_FIRST, SHORT, UNCUT, Fit
from generator.pages.phone import paper_line, paper_width
from generator.pages.phone_text import bold_lines, plain_lines
from generator.pages.repeated_papers import RepeatedPapers, repeated_papers
from generator.pages.short_papers import BULLET, short_paper_names
from generator.readings.enumeration import skip_marks
from generator.readings.paper_wording import without_sources
from generator.readings.recorded_papers import (
    RecordedGroup,
    RecordedPaper,
    application_first,
)

_INDENT = 0.82
"""The indentation of a name that begins a line, in heights of its letters."""
_GAP, _TITLE_LINE, _TITLE_GAP = 0.1, 0.96, 0.25
"""Lines between names, of the name of a group, and above it."""
_LEAST_TITLE = 100
"""Characters of the name of a group from a third of which on a bracket may be left out."""
_MARGIN = 1
"""Lines by which the place where papers begin may be misjudged."""
_FIRST = 10
"""So many papers at least are named in a long dossier."""
_SHARED = 2
_TIGHTEST = 120
"""Characters of names below which a group of notes has no room, and lists no more than others."""
_GOES_ON = re.compile(
    r"[\s,;]{1,4}(?:(?:thì )?(?:thành phần |bộ )?hồ sơ )?(?:bao )?gồm(?: có)?(?: các)?"
    r"(?: giấy tờ| tài liệu)?(?: sau)?(?: đây)?\Z",
    re.I,
)
"""The end of the name of a case: "… , hồ sơ gồm"."""
_SIGN = escape_html(" • ")


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The title of a group, the names of its papers, and how many are left out at its end."""

    title: str
    names: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class PaperNames:
    """The names of all papers as they have room.

    `listed`: each begins a line; `small`: in smaller letters.
    """

    groups: tuple[NamedGroup, ...]
    listed: bool
    small: bool = False


def paper_names(groups: Sequence[RecordedGroup], room: float, words: Words) -> PaperNames:
    """The names of papers as long as so many lines have room for."""
    groups, room = _share(groups, words), room - _MARGIN
    for fit in SHORT if sum(len(one.papers) for one in groups) <= _FIRST else LONG:
        found = PaperNames(_named(groups, fit, words), fit.listed, fit.small)
        if _lines(found) <= room:
            return found
    return _first_of_each(application_first(tuple(groups)), room, words)


def need_no_cut(groups: Sequence[RecordedGroup], room: float, words: Words) -> bool:
    """Whether names of some length have room, each on a line of its own."""
    named = _named(_share(groups, words), ENOUGH, words)
    return _lines(PaperNames(named, listed=True)) <= room - _MARGIN


def name_whole(groups: Sequence[RecordedGroup], room: float, words: Words) -> bool:
    """Whether all names have room without a cut, perhaps in small letters."""
    shared = _share(groups, words)
    found = (PaperNames(_named(shared, fit, words), fit.listed, fit.small) for fit in UNCUT)
    return any(_lines(one) <= room - _MARGIN for one in found)


def _share(groups: Sequence[RecordedGroup], words: Words) -> list[RecordedGroup]:
    """Groups, with the papers that stand in every one of them in the same words once, before."""
    filled = [group for group in groups if group.papers]
    counted = Counter(key for group in filled for key in {_key(one) for one in group.papers})
    shared = {key for key, number in counted.items() if number == len(filled) >= _SHARED}
    headed = any(paper.is_heading for group in filled for paper in group.papers)
    if headed or not shared:
        return filled
    common = {_key(one): one for one in filled[0].papers if _key(one) in shared}
    first = RecordedGroup(words("dossier.every_case"), tuple(common.values()))
    return [first, *(_without(group, shared) for group in filled)]


def _without(group: RecordedGroup, shared: set[str]) -> RecordedGroup:
    return replace(group, papers=tuple(one for one in group.papers if _key(one) not in shared))


def _key(paper: RecordedPaper) -> str:
    return paper.words.lower().strip(" .;")


def _named(groups: Sequence[RecordedGroup], fit: Fit, words: Words) -> tuple[NamedGroup, ...]:
    titles = _titles([BULLET.sub("", one.name).rstrip(" :.;") for one in groups], fit)
    repeated = {} if fit.again else repeated_papers(groups, words)
    return tuple(
        NamedGroup(title, (), len(group.papers))
        if fit.width < _TIGHTEST and group.is_of_notes
        else NamedGroup(title, tuple(_names(group.papers, fit, repeated, words)))
        for title, group in zip(titles, groups, strict=True)
    )


def _titles(names: list[str], fit: Fit) -> list[str]:
    """The names of groups; those that are cut can still be told apart."""
    starts = [skip_marks(name, 0, len(name)) for name in names]
    cases = [_case(name[start:]) for name, start in zip(names, starts, strict=True)]
    short = short_names(cases, fit.longest_title)
    return [
        name if len(name) <= fit.longest_title else _title(name[:start], said)
        for name, start, said in zip(names, starts, short, strict=True)
    ]


def _case(name: str) -> str:
    """The name of a group without what follows the case that it names."""
    return _GOES_ON.sub("", without_sources(name))


def _title(mark: str, said: str) -> str:
    """A cut name of a group, without a bracket that the cut left open."""
    opening = said.rfind("(")
    if opening > _LEAST_TITLE // 3 and ")" not in said[opening:]:
        said = f"{said[:opening].rstrip()}…"
    return f"{mark}{said}" if mark else said[:1].upper() + said[1:]


def _names(
    papers: Sequence[RecordedPaper], fit: Fit, repeated: RepeatedPapers, words: Words
) -> list[str]:
    """The names of a group, with what the record says of each paper beside its words."""
    names = zip(papers, short_paper_names(papers, fit, repeated), strict=True)
    return [f"{name}{_remark(paper, words)}" for paper, name in names]


def _remark(paper: RecordedPaper, words: Words) -> str:
    """What the record says of a paper beside its words."""
    said = [" ".join(paper.item.text.split())] if paper.item.text else []
    said += [words("dossier.presented")] if paper.item.presented_only else []
    said += [words("dossier.not_required")] if paper.item.required is False else []
    return f" ({'; '.join(said)})" if said else ""


def _lines(names: PaperNames) -> float:
    """How many lines of usual letters names take."""
    width = paper_width(names.small)
    lines = (_title_lines(one, width) + _group_lines(one, names, width) for one in names.groups)
    return sum(lines) * paper_line(names.small) / paper_line()


def _title_lines(group: NamedGroup, width: float) -> float:
    if not group.title:
        return _TITLE_GAP
    return _TITLE_GAP + _TITLE_LINE * bold_lines(group.title, width)


def _group_lines(group: NamedGroup, names: PaperNames, width: float) -> float:
    """How many lines the names of a group take, with how many more there are."""
    more = _GAP + 1 if group.left_out else 0
    if not names.listed:
        return more + plain_lines(" • ".join(group.names), width)
    width -= _INDENT
    return more + sum(_GAP + _name_lines(name, width) for name in group.names)


def _name_lines(name: str, width: float) -> int:
    return bold_lines(name, width) if name.endswith(":") else plain_lines(name, width)


def _first_of_each(groups: Sequence[RecordedGroup], room: float, words: Words) -> PaperNames:
    """The first names of each group, where all of them have no room."""
    for fit in OF_FIRST:
        named = _named(groups, fit, words)
        found = _fewer(PaperNames(named, listed=False, small=fit.small), room)
        if _lines(found) <= room:
            break
    return found


def _fewer(names: PaperNames, room: float) -> PaperNames:
    """So many of the first names of each group as have room, and as many as are named at least."""
    longest = max(len(group.names) for group in names.groups)
    for most in range(longest, 0, -1):
        groups = tuple(
            replace(one, names=one.names[:most], left_out=max(one.left_out, len(one.names) - most))
            for one in names.groups
        )
        found = replace(names, groups=groups)
        if _lines(found) <= room or sum(len(one.names) for one in groups) <= _FIRST:
            break
    return found


def names_block(names: PaperNames, words: Words) -> Html:
    """The names of papers, those of each group below its title."""
    shown = join_html(part for group in names.groups for part in _group(group, names, words))
    return element("div", shown, class_="names small" if names.small else "names")


def _group(group: NamedGroup, names: PaperNames, words: Words) -> Iterator[Html]:
    if group.title:
        yield element("h3", escape_line(group.title))
    key = "dossier.left_out" if group.names else "dossier.only_below"
    left = words(key, count=group.left_out) if group.left_out else ""
    every = [*map(_shown, group.names), *([escape_line(left)] if left else [])]
    if names.listed:
        yield element("ul", *(element("li", one) for one in every))
    elif every:
        yield element("p", join_html(every, _SIGN))


def _shown(name: str) -> Html:
    said = escape_line(name)
    return element("strong", said) if name.endswith(":") else said
