"""What an office has to post, what is missing for that, and what hangs there."""

from collections.abc import Iterator, Mapping

from generator import addresses
from generator.locale import Words
from generator.model.agency_names import names_told_apart
from generator.model.edition import Edition
from generator.model.posting_coverage import LACKS, PostingCoverage, post_command, since_of
from generator.model.posting_words import contact_words, lacking_words, set_words, wall_words
from generator.model.territories import unit_name
from generator.pages.charts import Caption, html_table
from generator.pages.formatting import format_day
from generator.pages.nodes.blocks import NO_BLOCK, Block, blocks, bullets, facts, html_block
from generator.pages.nodes.html import Html, anchor, element, escape_html, folded_block, join_html
from generator.pages.nodes.inline import Flow, link, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.wall_list import print_link
from generator.records.units import CommuneUnit, ProvinceUnit

_SEMICOLON = escape_html("; ")
_WALL = ("posted_since", "right", "missing", "outdated")


def office_posting(key: str, here: str, edition: Edition) -> Block:
    """The posting set of an office, as the facts of its page say it; empty when it has none."""
    coverage = edition.posting_coverage.get(key)
    if coverage is None:
        return NO_BLOCK
    words = edition.words
    rows = [(words("facts.must_post"), escape_html(set_words(coverage, words)))]
    if coverage.wall:
        rows.append((words("facts.on_the_wall"), escape_html(wall_words(coverage.wall, words))))
    known = [facts(rows), _for_staff(key, coverage, edition)]
    if coverage.count:
        known.insert(1, print_link(addresses.wall_list(key), here, edition))
    return blocks(known)


def place_posting(place: ProvinceUnit, edition: Edition) -> Block:
    """The lists that the offices of a province hang up, and the command that prints its set."""
    here, names = addresses.province(place.id), [unit_name(place, edition.words)]
    return _of_place("posting.place_command", place.id, names, here, edition)


def commune_posting(place: ProvinceUnit, commune: CommuneUnit, edition: Edition) -> Block:
    """The lists that the offices of a commune hang up, and the command that prints its set."""
    words, here = edition.words, addresses.commune(place.id, commune.code)
    names = [f"{unit_name(commune, words)}, {unit_name(place, words)}"]
    key = f"{place.id}/{commune.code}"
    return _of_place("posting.commune_command", key, names, here, edition)


def _of_place(how: str, key: str, names: list[str], here: str, edition: Edition) -> Block:
    words = edition.words
    command = element("code", escape_html(post_command(names)))
    said = element("p", escape_html(words(how)), escape_html(" "), command)
    folded = folded_block(escape_html(words("posting.for_staff")), said)
    lists = _lists_of(key, here, edition)
    return blocks([*lists, html_block(element("div", folded, class_="screen"))])


def _lists_of(place: str, here: str, edition: Edition) -> Iterator[Block | Flow]:
    groups = edition.own_posting_groups
    offices = (key for key, one in edition.catalogue.agencies.items() if one.place == place)
    links = [
        link(text(edition.agency_name(key)), addresses.relative(addresses.wall_list(key), here))
        for key in offices
        if any(one.current for one in groups.get(key, ()))
    ]
    if links:
        yield phrase(edition.words, "posting.print_list")
        yield bullets(links)


def _for_staff(key: str, coverage: PostingCoverage, edition: Edition) -> Block:
    """What only those who post look for, folded: the command, and what is still missing."""
    words = edition.words
    rows = [
        (words("facts.posting_latest"), _latest(key, coverage, edition)),
        (words("facts.posting_lacks"), _lacks(coverage, edition)),
    ]
    told = facts([(name, said) for name, said in rows if said])
    if not told.html:
        return NO_BLOCK
    folded = folded_block(escape_html(words("posting.for_staff")), told.html)
    return html_block(element("div", folded, class_="screen"))


def _latest(key: str, coverage: PostingCoverage, edition: Edition) -> Html:
    """The decisions that changed the set last, and the command that prints that change alone."""
    words, decisions = edition.words, edition.catalogue.decisions
    since = since_of(coverage)
    if not since:
        return escape_html("")
    numbers = ", ".join(decisions[one].number for one in coverage.decisions)
    how = escape_html(words("posting.only_latest", command=""))
    command = element("code", escape_html(post_command([key], since)))
    return join_html([escape_html(f"{numbers}. " if numbers else ""), how, command])


def _lacks(coverage: PostingCoverage, edition: Edition) -> Html:
    said = [*lacking_words(coverage, edition.words), contact_words(edition).removesuffix(".")]
    return join_html((escape_html(one) for one in said if one), _SEMICOLON)


def posted_offices(edition: Edition) -> Iterator[Block]:
    """The table of the sets of all offices, and of what hangs where a record says so."""
    found = edition.posting_coverage
    if not found:
        return
    words = edition.words
    heads = ("agency", "must_post", "set_changed", *(f"lack.{key}" for key in LACKS), *_WALL)
    names = names_told_apart(found, edition)
    rows = (_row(names[key], key, one, edition) for key, one in _largest_first(found, names))
    caption = Caption(words("figures.table"), words("figures.posting"))
    named = tuple(words(f"figures.{head}") for head in heads)
    yield blocks([section_heading(words, "figures.posting"), phrase(words, "figures.posting_text")])
    yield html_block(html_table(caption, named, rows, 1))


def _largest_first(
    found: Mapping[str, PostingCoverage], names: Mapping[str, str]
) -> list[tuple[str, PostingCoverage]]:
    """Offices that record what hangs, then the others; the largest sets first."""
    return sorted(
        found.items(),
        key=lambda pair: (not pair[1].wall, -pair[1].count, names[pair[0]]),
    )


def _row(name: str, key: str, coverage: PostingCoverage, edition: Edition) -> tuple[Html, ...]:
    words, lacking = edition.words, dict(coverage.lacking)
    target = addresses.href(addresses.agency(key), addresses.FIGURES)
    counts = (words.number(lacking.get(lack, 0)) for lack in LACKS)
    said = (
        words.number(coverage.count),
        format_day(coverage.changed, words),
        *counts,
        *_wall_cells(coverage, words),
    )
    return anchor(name, target), *map(escape_html, said)


def _wall_cells(coverage: PostingCoverage, words: Words) -> tuple[str, ...]:
    """When sheets were posted last and how they stand; a dash where no record says so."""
    wall = coverage.wall
    if wall is None:
        return ("–",) * len(_WALL)
    return (words.day(wall.posted), *map(words.number, (wall.right, wall.missing, wall.outdated)))
