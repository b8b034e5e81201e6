"""Lists that lead to every procedure without searching: by field, agency, level, letter, event."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator.exports import paths
from generator.law.edition import Edition, Entry, agencies_of, initial, one_line, vietnamese_order
from generator.law.timeline import Interval
from generator.pages.agency import agency_facts
from generator.pages.listing import LEVELS, NEVER, SHORT_LINES, Item, Listing
from generator.pages.markdown import blocks, bullets, heading, inline, link, prose
from generator.pages.page import Crumb, Page
from generator.pages.wording import agency_part, number
from generator.records.version import Version

Member = tuple[Entry, Version]
"""A published version of a procedure; it belongs to lists of the days on which it binds."""


def members(
    edition: Edition, keys_of: Callable[[Member], Iterable[str]]
) -> Mapping[str, Sequence[Member]]:
    """Every published version under each of its keys, in alphabetical order of procedures."""
    found: dict[str, list[Member]] = defaultdict(list)
    for entry in edition.entries.values():
        published = {event.version for event in entry.timeline.events}
        for version in edition.catalogue.versions[entry.code]:
            if version.version in published:
                for key in dict.fromkeys(keys_of((entry, version))):
                    found[key].append((entry, version))
    return found


def shown_count(found: Iterable[Member]) -> int:
    """How many procedures a list shows on the day of the edition."""
    return sum(entry.version is version for entry, version in found)


def _counted(found: Iterable[Member], edition: Edition) -> str:
    return edition.words("list.count", count=number(shown_count(found), edition.words))


def items(found: Iterable[Member], edition: Edition) -> list[Item]:
    """The members of a list: what binds or will bind first, what has ended after it."""
    ordered = sorted(found, key=lambda member: member[0].over)
    return [_item(entry, version, edition) for entry, version in ordered]


def _days(interval: Interval | None) -> tuple[date | None, date | None]:
    """The days of a list on which a version belongs to it: none when it never bound."""
    if interval is None or interval.empty:
        return NEVER
    return interval.start, interval.end


def _item(entry: Entry, version: Version, edition: Edition) -> Item:
    words = edition.words
    shown = entry.version is version
    start, end = _days(entry.timeline.interval_of(version.version))
    path = paths.procedure(entry.code) if shown else paths.version(entry.code, version.version)
    levels = ", ".join(words(f"level.{key}") for key in version.levels.items)
    executing = [agency_part(part, edition) for part in version.agencies.executing.items[:1]]
    return Item(
        title=one_line(version.title),
        path=path,
        about=(entry.procedure.code or words("facts.no_code"), levels, *executing),
        status="" if not shown or entry.status == "in_force" else words(f"status.{entry.status}"),
        levels=version.levels.items,
        online="yes" if version.online.level in ("end_to_end", "partial") else "",
        start=start,
        end=end,
        shown=shown,
    )


def _index(path: str, name: str, rows: Iterable[tuple[str, str, int]], edition: Edition) -> Page:
    """A page of links: (label, target, number of procedures)."""
    title = edition.words(f"list.{name}")
    intro = edition.words(f"list.{name}_intro")
    return Page(path, title, blocks([f"# {title}", intro, _tiles(path, rows)]), intro)


def _tiles(path: str, rows: Iterable[tuple[str, str, int]]) -> str:
    return bullets(
        f"{link(inline(label), paths.relative(target, path))} ({count})"
        for label, target, count in rows
    )


def _listing(
    path: str,
    title: str,
    index: tuple[str, str],
    found: Sequence[Member],
    edition: Edition,
    intro: str = "",
) -> Listing:
    crumb = Crumb(edition.words(f"list.{index[0]}"), index[1])
    feed = index[0] in ("fields", "agencies")
    return Listing(path, title, items(found, edition), intro, (crumb,), feed=feed)


def by_field(edition: Edition) -> Iterator[Page | Listing]:
    """The list of fields and a list per field."""
    fields = edition.catalogue.fields
    found = members(edition, lambda member: (member[0].procedure.field,))
    ordered = sorted(found, key=lambda key: vietnamese_order(fields[key].name))
    lines = [
        Item(fields[key].name, paths.field(key), (_counted(found[key], edition),))
        for key in ordered
    ]
    title, intro = edition.words("list.fields"), edition.words("list.fields_intro")
    count = "list.field_count"
    yield Listing(
        paths.FIELDS, title, lines, intro, count=count, dated=False, page_size=SHORT_LINES
    )
    for key in ordered:
        intro = prose(fields[key].description or "")
        index = ("fields", paths.FIELDS)
        yield _listing(paths.field(key), fields[key].name, index, found[key], edition, intro)


def by_level(edition: Edition) -> Iterator[Page | Listing]:
    """The index of levels and a list per level."""
    found = members(edition, lambda member: member[1].levels.items)
    names = {key: edition.words(f"level.{key}") for key in LEVELS if shown_count(found[key])}
    rows = [(name, paths.level(key), shown_count(found[key])) for key, name in names.items()]
    yield _index(paths.LEVELS, "levels", rows, edition)
    for key, name in names.items():
        yield _listing(paths.level(key), name, ("levels", paths.LEVELS), found[key], edition)


def by_letter(edition: Edition) -> Iterator[Page | Listing]:
    """The index of letters and a list per letter."""
    words = edition.words
    found = members(edition, lambda member: (initial(one_line(member[1].title)),))
    ordered = sorted((key for key in found if shown_count(found[key])), key=vietnamese_order)
    names = {key: key.upper() if key != "0" else words("list.other") for key in ordered}
    rows = [(name, paths.letter(key), shown_count(found[key])) for key, name in names.items()]
    yield _index(paths.LETTERS, "letters", rows, edition)
    for key, name in names.items():
        title = words("list.letter", letter=name)
        yield _listing(paths.letter(key), title, ("letters", paths.LETTERS), found[key], edition)


def by_life_event(edition: Edition) -> Iterator[Page | Listing]:
    """The index of life events, citizens' and businesses' apart, and a list per event."""
    events = edition.catalogue.life_events
    found = members(edition, lambda member: member[0].procedure.life_events)
    used = [key for key in events if shown_count(found[key])]
    if not used:
        return
    parts = [f"# {edition.words('list.life_events')}", edition.words("list.life_events_intro")]
    for audience in ("citizen", "business"):
        rows = [
            (events[key].name, paths.life_event(key), shown_count(found[key]))
            for key in used
            if events[key].audience == audience
        ]
        if rows:
            parts.append(heading(2, edition.words(f"home.{audience}"), f"danh-cho-{audience}"))
            parts.append(_tiles(paths.LIFE_EVENTS, rows))
    title = edition.words("list.life_events")
    yield Page(paths.LIFE_EVENTS, title, blocks(parts), edition.words("list.life_events_intro"))
    for key in used:
        index = ("life_events", paths.LIFE_EVENTS)
        intro = prose(events[key].description or "")
        path = paths.life_event(key)
        yield _listing(path, events[key].name, index, found[key], edition, intro)


def by_agency(edition: Edition) -> Iterator[Page | Listing]:
    """The list of agencies and a list per agency, dissolved ones included."""
    agencies = edition.catalogue.agencies
    found = members(edition, lambda member: agencies_of(member[0].procedure, member[1]))
    ordered = sorted(agencies, key=lambda key: vietnamese_order(agencies[key].name))
    yield _places(paths.AGENCIES, "agencies", ordered, paths.agency, found, edition)
    for key in ordered:
        index = ("agencies", paths.AGENCIES)
        intro = agency_facts(key, paths.agency(key), edition)
        path = paths.agency(key)
        yield _listing(path, agencies[key].name, index, found.get(key, ()), edition, intro)


def by_reception(edition: Edition) -> Iterator[Page | Listing]:
    """The list of places that take dossiers in, and all that each of them takes.

    Whoever decides: ministries, vertical agencies and utilities may share one counter.
    """
    agencies = edition.catalogue.agencies
    found = members(edition, _received)
    used = [key for key in found if key in agencies and shown_count(found[key])]
    ordered = sorted(used, key=lambda key: vietnamese_order(agencies[key].name))
    yield _places(paths.RECEPTION, "reception", ordered, paths.reception, found, edition)
    for key in ordered:
        index = ("reception", paths.RECEPTION)
        path = paths.reception(key)
        intro = agency_facts(key, path, edition)
        title = edition.words("list.received_at", agency=agencies[key].name)
        yield _listing(path, title, index, found[key], edition, intro)


def _received(member: Member) -> Iterator[str]:
    return (part.agency for part in member[1].agencies.receiving.items if part.agency)


def _places(
    path: str,
    name: str,
    keys: Iterable[str],
    path_of: Callable[[str], str],
    found: Mapping[str, Sequence[Member]],
    edition: Edition,
) -> Listing:
    words = edition.words
    agencies = edition.catalogue.agencies
    lines = [
        Item(
            title=agencies[key].name,
            path=path_of(key),
            about=(_counted(found.get(key, ()), edition),),
            status=words("agency.ended") if _ended(key, edition) else "",
            start=agencies[key].valid_from,
            end=_day_after(agencies[key].valid_to),
        )
        for key in keys
    ]
    intro = words(f"list.{name}_intro")
    title, count = words(f"list.{name}"), "list.agency_count"
    return Listing(path, title, lines, intro, count=count, page_size=SHORT_LINES)


def _day_after(last: date | None) -> date | None:
    """An agency works on its last day; an item belongs to days before its end."""
    return last + timedelta(days=1) if last else None


def _ended(key: str, edition: Edition) -> bool:
    until = edition.catalogue.agencies[key].valid_to
    return until is not None and until < edition.day
