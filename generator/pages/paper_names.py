"""The names of all papers of a dossier on the first screens: small, in the order of the source.

Nothing is read out of the source's words and nothing added. What has no room on two screens of a
phone is cut where a unit of sense ends; the list below has every word.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile

from generator.locale import Words
from generator.pages.answers.short_names import short_names
from generator.pages.nodes.html import Html, element, escape_html, escape_line, join_html
from generator.pages.phone import PAPER_WIDTH
from generator.pages.phone_text import bold_lines, plain_lines
from generator.readings.cut_words import cut_at_sense
from generator.readings.enumeration import skip_marks
from generator.readings.paper_names import kind_end
from generator.readings.paper_roles import PaperRole
from generator.readings.paper_types import Paper
from generator.readings.paper_wording import without_sources
from generator.readings.recorded_papers import RecordedGroup, RecordedPaper, own_words, pieces_of

_INDENT = 0.82
"""The indentation of a name that begins a line, in heights of its letters."""
_GAP, _TITLE_LINE, _TITLE_GAP = 0.1, 0.96, 0.25
"""Lines between names, of the name of a group, and above it."""
_LISTED = (2000, 1000, 600, 420, 360, 320, 280, 250, 220, 195, 170)
_IN_PARAGRAPHS = (
    *(260, 230, 205, 185, 165, 150, 135, 122, 110, 100, 90, 80, 72, 65, 58, 52, 46, 40),
)
"""Characters of a name: first where each begins a line, then where those of a group are one
paragraph."""
_ENOUGH = 250
"""Characters of a name that cut little of any."""
_LEAST_TITLE = 100
_NARROW = 65
"""Characters of the names of groups: where the names of papers are shorter than that, as many."""
_MARGIN = 1
"""Lines by which the place where papers begin may be misjudged."""
_FIRST = 10
"""So many papers at least are named in a long dossier."""
_SHARED = 2
_OPENING, _LONGEST_MARK = 12, 30
"""Characters by which words are found in an item, and of the mark before them."""
_LONG_KIND = 24
_WHEN, _NAME = 3, 20
"""The part of the room from which on words before a name are cut; what a name then has more."""
_TIGHTEST = 145
"""Characters of names below which a group of notes has no room, and lists no more than others."""
_TIGHT, _NOTE = 150, 60
"""Characters of names below which notes have less room, and their characters."""
_BULLET = re.compile(r"\A[\s–—•●*+-]{1,6}(?=[\w(])")
_LISTING, _PIECES = 3, 12
_LISTS = re.compile(r"\s(?:[b-hđ]|[2-9])[.)]\s|[;:.,]\s[-+•]\s|;.*;|(?:,[^,]{3,99}){4}", re.S)
"""Signs that several papers stand in one item, which has so much more room."""
_ABOVE_CONTENT = re.compile(
    r"[\s,;]{0,4}(?<!\w)(?:(?:bao )?gồm|trong đó|cụ thể|nêu rõ|như sau|sau đây|các nội dung)(?!\w)"
    r"[\w\s,]{0,60}:\Z",
    re.I,
)
"""The end of a name that leads to what the paper contains."""
_SIGN = escape_html(" • ")


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """The title of a group, the names of its papers, and how many are left out at its end."""

    title: str
    names: tuple[str, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class PaperNames:
    """The names of all papers as they have room; `listed`: each begins a line."""

    groups: tuple[NamedGroup, ...]
    listed: bool


def paper_names(groups: Sequence[RecordedGroup], room: float, words: Words) -> PaperNames:
    """The names of papers as long as so many lines have room for."""
    groups, room = _share(groups, words), room - _MARGIN
    for listed, widths in ((True, _LISTED), (False, _IN_PARAGRAPHS)):
        for width in widths:
            found = PaperNames(_named(groups, width, words), listed)
            if _lines(found) <= room:
                return found
    return _first_of_each(found, room)


def need_no_cut(groups: Sequence[RecordedGroup], room: float, words: Words) -> bool:
    """Whether names of some length have room, each on a line of its own."""
    named = _named(_share(groups, words), _ENOUGH, words)
    return _lines(PaperNames(named, listed=True)) <= room - _MARGIN


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


def _named(groups: Sequence[RecordedGroup], width: int, words: Words) -> tuple[NamedGroup, ...]:
    names = [_BULLET.sub("", group.name).rstrip(" :.;") for group in groups]
    longest = max(width, _LEAST_TITLE if width > _NARROW else _NARROW)
    titles = [
        name if len(name) <= longest else _title(short)
        for name, short in zip(names, short_names(names, longest), strict=True)
    ]
    return tuple(
        NamedGroup(title, (), len(group.papers))
        if width < _TIGHTEST and group.is_of_notes
        else NamedGroup(title, tuple(_names(group.papers, width, words)))
        for title, group in zip(titles, groups, strict=True)
    )


def _title(said: str) -> str:
    """A cut name of a group, without a bracket that the cut left open."""
    opening = said.rfind("(")
    if opening > _LEAST_TITLE // 3 and ")" not in said[opening:]:
        said = f"{said[:opening].rstrip()}…"
    return said[:1].upper() + said[1:]


def _names(papers: Sequence[RecordedPaper], width: int, words: Words) -> list[str]:
    """The names of a group, with what the record says of each paper beside its words."""
    names = zip(papers, short_paper_names(papers, width), strict=True)
    return [f"{name}{_remark(paper, words)}" for paper, name in names]


def short_paper_names(papers: Sequence[RecordedPaper], width: int) -> list[str]:
    """The names of a group; those that a cut makes alike go on where they differ."""
    kinds = {found[0].strip() for paper in papers if (found := _BULLET.match(paper.words))}
    cut = [_name(paper, width, len(kinds) == 1) for paper in papers]
    alike = Counter(cut)
    return [
        _from_difference(paper.words, [one.words for one in papers], width)
        if alike[name] > 1 and "…" in name
        else name
        for paper, name in zip(papers, cut, strict=True)
    ]


def _remark(paper: RecordedPaper, words: Words) -> str:
    """What the record says of a paper beside its words."""
    said = [" ".join(paper.item.text.split())] if paper.item.text else []
    said += [words("dossier.presented")] if paper.item.presented_only else []
    said += [words("dossier.not_required")] if paper.item.required is False else []
    return f" ({'; '.join(said)})" if said else ""


def _name(paper: RecordedPaper, width: int, is_bare: bool) -> str:
    """All words of an item, or those of each paper in it up to a width.

    `is_bare`: the bullet that it opens with tells no level.
    """
    said = _BULLET.sub("", paper.words) if is_bare else paper.words
    most = _LISTING * width if width >= _TIGHTEST and _LISTS.search(said) else width
    if len(said) <= most:
        return said.rstrip(" ;,.")
    found = pieces_of(paper)
    pieces = [_cut(piece, most if len(found) == 1 else width) for piece in found]
    lengths = accumulate(map(len, pieces))
    shown = [piece for piece, end in zip(pieces, lengths, strict=True) if end <= _PIECES * width]
    named = "; ".join(shown) + ("; …" if len(shown) < len(pieces) else "")
    return f"{_mark_of(said, found[0])}{named}".replace(":; ", ": ")


def _mark_of(said: str, first: Paper) -> str:
    """What an item opens with before the words of its first paper: a letter, or "Thành phần 3:"."""
    start = said.find(" ".join(first.words.words.split())[:_OPENING])
    return said[:start] if 0 < start <= _LONGEST_MARK else ""


def _cut(piece: Paper, width: int) -> str:
    """The words of a paper: those on when it is needed, and its name, each up to its sense."""
    width = min(width, _NOTE) if width < _TIGHT and piece.role.value is PaperRole.NOTE else width
    words, start = own_words(piece), max(0, piece.name.start - piece.words.start)
    said, before, name = map(_on_one_line, (words, words[:start], words[start:]))
    if said.endswith(":") and all(part.role.value is PaperRole.CONTENT for part in piece.parts):
        said = f"{_ABOVE_CONTENT.sub('', said)}…"
    if len(said) <= width:
        return said.rstrip(" ;,.")
    if len(before) < width // _WHEN or not name:
        return _without_kind(said, width)
    name = _without_kind(name, width // 2 + _NAME)
    return f"{cut_at_sense(before, max(width // 2, width - len(name)))} {name}"


def _on_one_line(said: str) -> str:
    return without_sources(" ".join(said.split()))


def _without_kind(said: str, width: int) -> str:
    """The first words, without those on what kind of copy it is where they are many."""
    start = skip_marks(said, 0, len(said))
    kind = kind_end(said, start, len(said))
    if len(said) <= width or not _LONG_KIND < kind - start < len(said) - start - _LONG_KIND:
        return cut_at_sense(said, width)
    return f"{said[:start]}{cut_at_sense(f'…{said[kind:]}', width)}"


def _from_difference(said: str, every: Sequence[str], width: int) -> str:
    """The first words of a name, and those from where it differs from alike ones."""
    start = (
        max(_same(said, other) for other in every if other != said) if len(set(every)) > 1 else 0
    )
    begin = said.rfind(" ", 0, start + 1) + 1
    opening = cut_at_sense(said, width // 2).removesuffix("…")
    if begin <= len(opening):
        return cut_at_sense(said, begin + width)
    return f"{opening} … {cut_at_sense(said[begin:], width // 2)}"


def _same(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _lines(names: PaperNames) -> float:
    """How many lines names take."""
    return sum(_title_lines(one) + _group_lines(one, names.listed) for one in names.groups)


def _title_lines(group: NamedGroup) -> float:
    if not group.title:
        return _TITLE_GAP
    return _TITLE_GAP + _TITLE_LINE * bold_lines(group.title, PAPER_WIDTH)


def _group_lines(group: NamedGroup, listed: bool) -> float:
    """How many lines the names of a group take, with how many more there are."""
    more = _GAP + 1 if group.left_out else 0
    if not listed:
        return more + plain_lines(" • ".join(group.names), PAPER_WIDTH)
    width = PAPER_WIDTH - _INDENT
    return more + sum(_GAP + _name_lines(name, width) for name in group.names)


def _name_lines(name: str, width: float) -> int:
    return bold_lines(name, width) if name.endswith(":") else plain_lines(name, width)


def _first_of_each(names: PaperNames, room: float) -> PaperNames:
    """The first names of each group, where all of them have no room."""
    longest = max(len(group.names) for group in names.groups)
    for most in range(longest, 0, -1):
        groups = tuple(
            replace(one, names=one.names[:most], left_out=max(one.left_out, len(one.names) - most))
            for one in names.groups
        )
        found = PaperNames(groups, names.listed)
        if _lines(found) <= room or sum(len(one.names) for one in groups) <= _FIRST:
            break
    return found


def names_block(names: PaperNames, words: Words) -> Html:
    """The names of papers, those of each group below its title."""
    shown = join_html(part for group in names.groups for part in _group(group, names, words))
    return element("div", shown, class_="names")


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
