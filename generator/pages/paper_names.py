"""The names of all papers of a dossier on the first screens: small, in the order of the source.

Nothing is read out of the source's words and nothing added. What has no room on two screens of a
phone is cut where a unit of sense ends; the list below has every word.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.locale import Words
from generator.pages import paper_fits
from generator.pages.filled_papers import fill_room
from generator.pages.first_papers import first_names, least_names
from generator.pages.named_papers import NamedGroup, PaperNames, names_lines
from generator.pages.nodes.html import Html, element, escape_html, escape_line, join_html
from generator.pages.paper_fits import Fit
from generator.pages.paper_texts import group_heading
from generator.pages.paper_titles import shown_titles
from generator.pages.phone import Letters
from generator.pages.repeated_papers import RepeatedPapers, repeated_papers
from generator.pages.short_papers import BULLET, short_paper_names
from generator.readings.paper_number_order import number_of
from generator.readings.paper_ways import split_ways
from generator.readings.recorded_application import application_first
from generator.readings.recorded_choices import papers_to_choose
from generator.readings.recorded_papers import (
    RecordedGroup,
    RecordedPaper,
    without_bullet,
)
from generator.readings.sentences import begins_with_case
from generator.records.memoize import memoize_recent

_MARGIN = 1
"""Lines by which the place where papers begin may be misjudged."""
_SHARED = 2
_TIGHTEST, _FEW_NOTES = 120, 3
"""Characters of names below which a group of more notes has no room, and lists no more."""
_LISTS_PAPERS = re.compile(r"(?<!\w)gồm(?: có)?:? \S.{30,}", re.I)
"""A name of a group that tells papers itself."""
_SIGN, _SPACE = escape_html(" • "), escape_html(" ")
_CLASSES = {Letters.USUAL: "names", Letters.SMALL: "names small", Letters.LEAST: "names least"}


@memoize_recent
def paper_names(groups: Sequence[RecordedGroup], room: float, words: Words) -> PaperNames:
    """The names of papers as long as so many lines have room for, or the first of them."""
    groups, room = _share(groups, words), room - _MARGIN
    for at, fit in enumerate(paper_fits.EVERY_PAPER):
        found = _fitted(groups, fit, words)
        if names_lines(found) <= room:
            return fill_room(found, _wider(groups, paper_fits.EVERY_PAPER[:at], found, words), room)
    return _fewer_names(_application_first(groups), room, words)


def _fewer_names(groups: Sequence[RecordedGroup], room: float, words: Words) -> PaperNames:
    """The first names, as long as there is room for ten of them."""
    for at, fit in enumerate(paper_fits.FEWER):
        if found := first_names(_fitted(groups, fit, words), room):
            return fill_room(found, _wider(groups, paper_fits.FEWER[:at], found, words), room)
    return least_names(_fitted(groups, paper_fits.FEWEST, words))


def _wider(
    groups: Sequence[RecordedGroup], fits: Sequence[Fit], found: PaperNames, words: Words
) -> Iterator[PaperNames]:
    """The same papers named by wider fits in these letters, from the narrowest."""
    same = found.listed, found.letters
    alike = [one for one in fits if (one.listed, one.letters) == same and not one.again]
    wider = (
        sorted((*alike, *paper_fits.FILLING), key=lambda fit: (fit.whole, fit.width))
        if alike
        else ()
    )
    yield from (_fitted(groups, fit, words) for fit in wider)


def _fitted(groups: Sequence[RecordedGroup], fit: Fit, words: Words) -> PaperNames:
    return PaperNames(_named(groups, paper_fits.NAMED_LIKE[fit], words), fit.listed, fit.letters)


def need_no_cut(groups: Sequence[RecordedGroup], room: float, words: Words) -> bool:
    """Whether names of some length have room, each on a line of its own."""
    return names_lines(_fitted(_share(groups, words), paper_fits.ENOUGH, words)) <= room - _MARGIN


def name_whole(groups: Sequence[RecordedGroup], room: float, words: Words) -> bool:
    """Whether all names have room without a cut, perhaps in small letters."""
    shared = _share(groups, words)
    found = (_fitted(shared, fit, words) for fit in paper_fits.UNCUT)
    return any(names_lines(one) <= room - _MARGIN for one in found)


def name_all(groups: Sequence[RecordedGroup], room: float, words: Words) -> bool:
    """Whether names have room that tell every paper in them; notes in a long dossier may fold."""
    shared = _share(groups, words)
    return names_lines(_fitted(shared, paper_fits.NARROWEST, words)) <= room - _MARGIN


def name_each(groups: Sequence[RecordedGroup], room: float, words: Words) -> bool:
    """Whether names have room of which each is told by few words at least."""
    names = paper_names(groups, room, words)
    left = names.left_out or any(one.left_out for one in names.groups)
    return not left and names_lines(names) <= room


def name_first(groups: Sequence[RecordedGroup], room: float, words: Words) -> bool:
    """Whether the names have room that are shown of papers which cannot all be named."""
    return names_lines(paper_names(groups, room, words)) <= room


_application_first = memoize_recent(application_first)


@memoize_recent
def _share(groups: Sequence[RecordedGroup], words: Words) -> tuple[RecordedGroup, ...]:
    """Groups, with the papers that stand in every one of them in the same words once, before."""
    general, filled = split_ways([_once(group) for group in groups if group.papers])
    if general:
        first = RecordedGroup(words("dossier.every_way"), general)
        return *application_first((first,)), *filled
    counted = Counter(key for group in filled for key in {_key(one) for one in group.papers})
    shared = {key for key, number in counted.items() if number == len(filled) >= _SHARED}
    headed = any(paper.is_heading for group in filled for paper in group.papers)
    if headed or not shared:
        return tuple(filled)
    return *_common(filled[0], shared, words), *(_without(group, shared) for group in filled)


def _common(group: RecordedGroup, shared: set[str], words: Words) -> Iterator[RecordedGroup]:
    """What every group has, and apart what their items name as one of several to choose from."""
    common = {_key(one): one for one in group.papers if _key(one) in shared}.values()
    choices = papers_to_choose(group)
    for key, chosen in (("dossier.every_case", False), ("dossier.every_case_one_of", True)):
        papers = tuple(one for one in common if (one in choices) is chosen)
        if papers:
            yield RecordedGroup(words(key), papers)


def _without(group: RecordedGroup, shared: set[str]) -> RecordedGroup:
    return replace(group, papers=tuple(one for one in group.papers if _key(one) not in shared))


def _once(group: RecordedGroup) -> RecordedGroup:
    """A group without papers that the source has in it again, where nothing parts them."""
    parted = any(one.is_heading or begins_with_case(one.words) for one in group.papers)
    if (parted or _begins_anew(group)) and not group.is_mixed:
        return group
    return replace(group, papers=tuple({_key(one): one for one in group.papers}.values()))


def _begins_anew(group: RecordedGroup) -> bool:
    """Whether two papers have one number: the items are of two lists, such as of two cases."""
    numbered = {(number_of(one.item.name), _key(one)) for one in group.papers}
    counted = Counter(number for number, _ in numbered if number)
    return any(count > 1 for count in counted.values())


def _key(paper: RecordedPaper) -> str:
    return without_bullet(paper.words).lower().strip(" .;")


@memoize_recent
def _named(groups: Sequence[RecordedGroup], fit: Fit, words: Words) -> tuple[NamedGroup, ...]:
    short = shown_titles([BULLET.sub("", one.name).rstrip(" :.;") for one in groups], fit)
    titles = [
        f"{title} ({words(key)})"
        if (key := _of_office(group, groups))
        else group_heading(group, title, words)
        for title, group in zip(short, groups, strict=True)
    ]
    repeated = {} if fit.again else repeated_papers(groups, words)
    return tuple(
        NamedGroup(title, (), len(group.papers), number)
        if fit.width < _TIGHTEST and group.is_of_notes and len(group.papers) > _FEW_NOTES
        else NamedGroup(title, tuple(_names(group, fit, repeated, words)), 0, number)
        for number, (title, group) in enumerate(zip(titles, groups, strict=True))
    )


def _of_office(group: RecordedGroup, groups: Sequence[RecordedGroup]) -> str:
    """The key of what is said of papers that an office sends on, as the name of their group says;
    "" for others.
    """
    if not group.is_of_office:
        return ""
    alone = all(one.is_of_office for one in groups)
    return "dossier.of_office_alone" if alone else "dossier.of_office"


def _names(group: RecordedGroup, fit: Fit, repeated: RepeatedPapers, words: Words) -> list[str]:
    """The names of a group, with what the record says of each paper beside its words.

    A case all of whose papers stand under those of every case says that there is none more, if
    its own name tells none.
    """
    if not group.papers:
        return [] if _LISTS_PAPERS.search(group.name) else [words("dossier.none_more")]
    names = zip(group.papers, short_paper_names(group.papers, fit, repeated), strict=True)
    return [
        words("dossier.heading", name=name.strip(" :*+-"))
        if group.is_mixed and paper.stands_above
        else f"{name}{_remark(paper, words)}"
        for paper, name in _without_lone_colons(list(names))
    ]


def _without_lone_colons(
    names: Sequence[tuple[RecordedPaper, str]],
) -> Iterator[tuple[RecordedPaper, str]]:
    """Names, those of plain papers without a colon where all of a group end with one."""
    all_lead = all(name.endswith(":") and not paper.stands_above for paper, name in names)
    for paper, name in names:
        yield paper, name.rstrip(" :") if all_lead and len(names) > 1 else name


def _remark(paper: RecordedPaper, words: Words) -> str:
    """What the record says of a paper beside its words."""
    said = [" ".join(paper.item.text.split())] if paper.item.text else []
    said += [words("dossier.presented")] if paper.item.presented_only else []
    said += [words("dossier.not_required")] if paper.item.required is False else []
    return f" ({'; '.join(said)})" if said else ""


def names_block(names: PaperNames, words: Words) -> Html:
    """The names of papers, those of each group below its title."""
    shown = [part for group in names.groups for part in _group(group, names, words)]
    if names.left_out:
        key, groups = "dossier.left_in_groups", names.groups_left
        shown.append(element("p", escape_line(words(key, count=names.left_out, groups=groups))))
    return element("div", *shown, class_=_CLASSES[names.letters])


def _group(group: NamedGroup, names: PaperNames, words: Words) -> Iterator[Html]:
    if group.title:
        yield element("h3", escape_line(group.title))
    key = "dossier.left_out" if group.names else "dossier.only_below"
    left = words(key, count=group.left_out) if group.left_out else ""
    every = [*map(_shown, group.names), *([escape_line(left)] if left else [])]
    if names.listed:
        yield element("ul", *(element("li", one, class_=_marked(one)) for one in every))
    elif every:
        yield element("p", join_html([every[0], *map(_with_sign, every[1:])]))


def _with_sign(name: Html) -> Html:
    """A name behind another one; a mark of its own, which tells a level, is its sign."""
    return join_html([_SPACE if BULLET.match(name) else _SIGN, name])


def _marked(name: Html) -> str | None:
    return "marked" if BULLET.match(name) else None


def _shown(name: str) -> Html:
    said = escape_line(name)
    return element("strong", said) if name.endswith(":") else said
