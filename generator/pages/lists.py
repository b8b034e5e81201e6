"""Lists that lead to every procedure without searching: by field, agency, level, letter, event.

Each way to list has an index and a list per key; all are made of summaries (`model/summaries.py`).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator import addresses
from generator.law.intervals import Days
from generator.law.titles import vietnamese_order
from generator.model.edition import Edition
from generator.model.summaries import LEVELS, Summaries, VersionSummary, shown_count
from generator.pages.agency import agency_facts
from generator.pages.as_of import UNMARKED
from generator.pages.formatting import agency_part
from generator.pages.listing import SHORT_LINES, Item, Listing
from generator.pages.nodes.blocks import NO_BLOCK, Block, ListBlock, blocks, bullets, page_body
from generator.pages.nodes.inline import NOTHING, Flow, link, prose, punctuation, run, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Crumb, Page
from generator.records.registers import Agency


@dataclass(frozen=True, slots=True)
class Way:
    """A way to list procedures: its index, the keys that have a list, and the list of a key."""

    index: Callable[[Edition], Iterator[Page | Listing]]
    keys: Callable[[Edition], Iterable[str]]
    listed: Callable[[str, Edition], Listing]


def _counted(found: Iterable[VersionSummary], edition: Edition) -> str:
    return edition.words("list.count", count=edition.words.number(shown_count(found)))


def _item(summary: VersionSummary, edition: Edition) -> Item:
    words = edition.words
    path = addresses.version_address(summary.procedure, summary.version)
    levels = ", ".join(words(f"level.{key}") for key in summary.levels)
    executing = agency_part(summary.executing, edition) if summary.executing else ""
    marked = summary.shown and summary.status not in UNMARKED
    return Item(
        title=summary.title,
        path=addresses.procedure(summary.procedure) if summary.shown else path,
        about=(summary.code or words("facts.no_code"), levels, executing),
        status=words(f"status.{summary.status}") if marked else "",
        levels=summary.levels,
        online="yes" if summary.online in ("end_to_end", "partial") else "",
        start=summary.start,
        end=summary.end,
        certain=summary.certain,
        shown=summary.shown,
        key=", ".join(filter(None, (summary.code or summary.procedure, executing))),
    )


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


def _listing(
    path: str,
    title: str,
    index: tuple[str, str],
    found: Iterable[VersionSummary],
    edition: Edition,
    intro: Flow | Block = NOTHING,
) -> Listing:
    """A list: what binds or will bind first, what has ended after it."""
    crumb = Crumb(edition.words(f"list.{index[0]}"), index[1])
    items = [_item(summary, edition) for summary in sorted(found, key=lambda summary: summary.over)]
    feed = index[0] in ("fields", "agencies") and "feeds" not in edition.LACKS
    dated = "days" not in edition.LACKS
    return Listing(path, title, items, intro, (crumb,), dated=dated, feed=feed)


def _in_use(summaries: Summaries, keys: Iterable[str]) -> list[str]:
    """The keys under which there is something to show on the day of the edition."""
    return [key for key in keys if shown_count(summaries.get(key, ()))]


def _fields(edition: Edition) -> list[str]:
    """The fields that were ever in use, alphabetically."""
    used = [key for key, found in edition.by_field.items() if found]
    return sorted(used, key=lambda key: vietnamese_order(edition.field(key).name))


def _field_index(edition: Edition) -> Iterator[Listing]:
    rows = [
        Item(
            edition.field(key).name,
            addresses.field(key),
            (_counted(edition.by_field[key], edition),),
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
    intro = prose(field.description or "")
    index = ("fields", addresses.FIELDS)
    return _listing(addresses.field(key), field.name, index, edition.by_field[key], edition, intro)


def _levels(edition: Edition) -> list[str]:
    return _in_use(edition.by_level, LEVELS)


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
    return _listing(addresses.level(key), edition.words(f"level.{key}"), index, found, edition)


def _letters(edition: Edition) -> list[str]:
    return sorted(_in_use(edition.by_letter, edition.by_letter), key=vietnamese_order)


def _letter_name(key: str, edition: Edition) -> str:
    return key.upper() if key != "0" else edition.words("list.other")


def _letter_index(edition: Edition) -> Iterator[Page]:
    rows = [
        (_letter_name(key, edition), addresses.letter(key), shown_count(edition.by_letter[key]))
        for key in _letters(edition)
    ]
    yield _index(addresses.LETTERS, "letters", rows, edition)


def _letter(key: str, edition: Edition) -> Listing:
    title = edition.words("list.letter", letter=_letter_name(key, edition))
    index, found = ("letters", addresses.LETTERS), edition.by_letter[key]
    return _listing(addresses.letter(key), title, index, found, edition)


def _life_events(edition: Edition) -> list[str]:
    return _in_use(edition.by_life_event, edition.catalogue.life_events)


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
    intro = prose(event.description or "")
    return _listing(addresses.life_event(key), event.name, index, found, edition, intro)


def _agencies(edition: Edition) -> list[str]:
    """Every agency, dissolved ones included."""
    agencies = edition.catalogue.agencies
    return sorted(agencies, key=lambda key: vietnamese_order(agencies[key].name))


def _agency_index(edition: Edition) -> Iterator[Listing]:
    keys = _agencies(edition)
    yield _places(
        addresses.AGENCIES, "agencies", keys, addresses.agency, edition.by_agency, edition
    )


def _agency(key: str, edition: Edition) -> Listing:
    path, name = addresses.agency(key), edition.agency_name(key)
    intro = agency_facts(key, path, edition)
    found = edition.by_agency.get(key, ())
    return _listing(path, name, ("agencies", addresses.AGENCIES), found, edition, intro)


def _receptions(edition: Edition) -> list[str]:
    """The places that take dossiers in, whoever decides: many may share one counter."""
    agencies = edition.catalogue.agencies
    used = [key for key in _in_use(edition.by_reception, edition.by_reception) if key in agencies]
    return sorted(used, key=lambda key: vietnamese_order(agencies[key].name))


def _reception_index(edition: Edition) -> Iterator[Listing]:
    """The places that take dossiers in; nothing when no procedure states one."""
    keys, found = _receptions(edition), edition.by_reception
    if keys:
        yield _places(addresses.RECEPTION, "reception", keys, addresses.reception, found, edition)


def _reception(key: str, edition: Edition) -> Listing:
    path = addresses.reception(key)
    title = edition.words("list.received_at", agency=edition.agency_name(key))
    intro = agency_facts(key, path, edition)
    index, found = ("reception", addresses.RECEPTION), edition.by_reception[key]
    return _listing(path, title, index, found, edition, intro)


def _places(
    path: str,
    name: str,
    keys: Iterable[str],
    path_of: Callable[[str], str],
    found: Summaries,
    edition: Edition,
) -> Listing:
    words = edition.words
    agencies = edition.catalogue.agencies
    rows = [
        Item(
            title=agencies[key].name,
            path=path_of(key),
            about=(_counted(found.get(key, ()), edition),),
            key=next((code.value for code in agencies[key].codes), key),
            status=words("agency.ended") if _ended(key, edition) else "",
            start=agencies[key].valid_from,
            end=_day_after(agencies[key].valid_to),
            certain=_certain(agencies[key]),
        )
        for key in keys
    ]
    intro = phrase(words, f"list.{name}_intro")
    title, count = words(f"list.{name}"), "list.agency_count"
    return Listing(path, title, rows, intro, count=count, page_size=SHORT_LINES)


def _certain(agency: Agency) -> Days | None:
    """The days on which an agency is known to work; none when nobody says since when."""
    return (agency.valid_from, _day_after(agency.valid_to)) if agency.valid_from else None


def _day_after(last: date | None) -> date | None:
    """An agency works on its last day; an item belongs to days before its end."""
    return last + timedelta(days=1) if last else None


def _ended(key: str, edition: Edition) -> bool:
    until = edition.catalogue.agencies[key].valid_to
    return until is not None and until < edition.day


WAYS: Mapping[str, Way] = {
    "agencies": Way(_agency_index, _agencies, _agency),
    "levels": Way(_level_index, _levels, _level),
    "letters": Way(_letter_index, _letters, _letter),
    "life_events": Way(_life_event_index, _life_events, _life_event),
    "fields": Way(_field_index, _fields, _field),
    "reception": Way(_reception_index, _receptions, _reception),
}
"""The ways to list, the longest work first."""
