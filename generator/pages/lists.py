"""Lists that lead to every procedure without searching: by field, agency, level, letter, event.

Each way to list has an index and a list per key; all are made of summaries (`model/summaries.py`).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator import addresses
from generator.law.title_objects import object_of, opening_words
from generator.law.titles import vietnamese_order
from generator.model.edition import Edition
from generator.model.summaries import LEVELS, VersionSummary, shown_count
from generator.pages.agency_lists import BY_AGENCY, BY_RECEPTION
from generator.pages.journeys import journeys_section
from generator.pages.list_lines import Item
from generator.pages.listing import SHORT_LINES, Listing
from generator.pages.navigation import NavigationEntry
from generator.pages.nodes.blocks import NO_BLOCK, Block, ListBlock, blocks, bullets, page_body
from generator.pages.nodes.inline import link, prose, punctuation, run, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Page
from generator.pages.summary_lists import Way, keys_in_use, listing_of, written_count
from generator.pages.wall_list import print_link

_NO_LETTER = "0"
"""The key of titles that begin with no letter."""
Count = tuple[str, str, int]
"""A list as its index names it: a label, the path it leads to, how many procedures it has."""


def _index(path: str, name: str, rows: Iterable[Count], edition: Edition) -> Page:
    """A page of links to lists."""
    title, intro = f"list.{name}", f"list.{name}_intro"
    words = edition.words
    body = page_body(phrase(words, title), phrase(words, intro), _tiles(path, rows))
    return Page(path, words(title), body, words(intro))


def _tiles(path: str, rows: Iterable[Count]) -> ListBlock:
    return bullets(
        run(link(text(label), addresses.relative(target, path)), punctuation(f" ({count})"))
        for label, target, count in rows
    )


def _fields(edition: Edition) -> list[str]:
    """The fields that were ever in use, alphabetically."""
    used = [key for key, found in edition.by_field.items() if found]
    return sorted(used, key=lambda key: vietnamese_order(edition.field(key).name))


def _field_index(edition: Edition) -> Iterator[Listing]:
    rows = [
        Item(
            edition.field(key).name,
            addresses.field(key),
            (written_count(edition.by_field[key], edition),),
        )
        for key in _fields(edition)
    ]
    title, intro = edition.words("list.fields"), phrase(edition.words, "list.fields_intro")
    count = "list.field_count"
    yield Listing(
        addresses.FIELDS, title, rows, intro, count=count, dated=False, page_size=SHORT_LINES
    )


def _field(key: str, edition: Edition) -> Listing:
    field = edition.field(key)
    intro = blocks([prose(field.description or ""), *_posted(key, edition)])
    index = ("fields", addresses.FIELDS)
    return listing_of(
        addresses.field(key), field.name, index, edition.by_field[key], edition, intro
    )


def _posted(key: str, edition: Edition) -> Iterator[Block]:
    """Where what is posted of a field is printed; nothing where none of it binds."""
    found = edition.by_field[key] if edition.HAS_FEEDS else ()
    if any(one.shown and one.current for one in found):
        yield print_link(addresses.field_wall_list(key), addresses.field(key), edition)


def _levels(edition: Edition) -> list[str]:
    return keys_in_use(edition.by_level, LEVELS)


def _has_levels(edition: Edition) -> bool:
    return bool(edition.by_level)


def _level_index(edition: Edition) -> Iterator[Page]:
    """The levels in use; nothing when no procedure states one."""
    if not _levels(edition):
        return
    rows = [
        (edition.words(f"level.{key}"), addresses.level(key), shown_count(edition.by_level[key]))
        for key in _levels(edition)
    ]
    yield _index(addresses.LEVELS, "levels", rows, edition)


def _level(key: str, edition: Edition) -> Listing:
    index, found = ("levels", addresses.LEVELS), edition.by_level[key]
    return listing_of(addresses.level(key), edition.words(f"level.{key}"), index, found, edition)


def _letters(edition: Edition) -> list[str]:
    """The letters in use in the order of the alphabet, what is no letter last."""
    used = keys_in_use(edition.by_letter, edition.by_letter)
    return sorted(used, key=lambda key: (key == _NO_LETTER, vietnamese_order(key)))


def _letter_name(key: str, edition: Edition) -> str:
    return key.upper() if key != _NO_LETTER else edition.words("list.other")


def _letter_index(edition: Edition) -> Iterator[Page]:
    rows = [
        (_letter_name(key, edition), addresses.letter(key), shown_count(edition.by_letter[key]))
        for key in _letters(edition)
    ]
    yield _index(addresses.LETTERS, "letters", rows, edition)


def _letter(key: str, edition: Edition) -> Listing:
    title = edition.words("list.letter", letter=_letter_name(key, edition))
    index = ("letters", addresses.LETTERS)
    found = sorted(edition.by_letter[key], key=_by_object)
    listing = listing_of(addresses.letter(key), title, index, found, edition)
    return replace(listing, page_name=opening_words)


def _by_object(summary: VersionSummary) -> tuple[object, ...]:
    return (*vietnamese_order(object_of(summary.title)), summary.title, summary.procedure)


def _life_events(edition: Edition) -> list[str]:
    return keys_in_use(edition.by_life_event, edition.catalogue.life_events)


def _has_life_events(edition: Edition) -> bool:
    return bool(edition.by_life_event)


def _life_event_index(edition: Edition) -> Iterator[Page]:
    """Citizens' and businesses' events apart; nothing when there are none."""
    words = edition.words
    if not _life_events(edition):
        return
    title, intro = "list.life_events", "list.life_events_intro"
    groups = [_events_for(audience, edition) for audience in ("citizen", "business")]
    body = page_body(phrase(words, title), phrase(words, intro), *groups)
    yield Page(addresses.LIFE_EVENTS, words(title), body, words(intro))


def _events_for(audience: str, edition: Edition) -> Block:
    """The events of an audience under their heading; nothing when there are none."""
    events, summaries = edition.catalogue.life_events, edition.by_life_event
    rows = _tiles(
        addresses.LIFE_EVENTS,
        (
            (events[key].name, addresses.life_event(key), shown_count(summaries[key]))
            for key in _life_events(edition)
            if events[key].audience == audience
        ),
    )
    return blocks([section_heading(edition.words, f"home.{audience}"), rows]) if rows else NO_BLOCK


def _life_event(key: str, edition: Edition) -> Listing:
    event = edition.catalogue.life_events[key]
    index, found = ("life_events", addresses.LIFE_EVENTS), edition.by_life_event[key]
    path = addresses.life_event(key)
    journeys = (one for one in edition.catalogue.journeys.values() if key in one.life_events)
    intro = blocks([prose(event.description or ""), journeys_section(journeys, path, edition)])
    return listing_of(path, event.name, index, found, edition, intro)


WAYS: Mapping[str, Way] = {
    "agencies": BY_AGENCY,
    "levels": Way(
        NavigationEntry("levels", addresses.LEVELS, home=50, needs=_has_levels),
        _level_index,
        _levels,
        _level,
    ),
    "letters": Way(
        NavigationEntry("letters", addresses.LETTERS, home=60), _letter_index, _letters, _letter
    ),
    "life_events": Way(
        NavigationEntry(
            "life_events", addresses.LIFE_EVENTS, home=20, menu=20, needs=_has_life_events
        ),
        _life_event_index,
        _life_events,
        _life_event,
    ),
    "fields": Way(
        NavigationEntry("fields", addresses.FIELDS, home=10, menu=10), _field_index, _fields, _field
    ),
    "reception": BY_RECEPTION,
}
"""The ways to list, the longest work first."""
