"""Feeds of changes: Atom (RFC 4287), JSON Feed 1.1, iCalendar (RFC 5545), and changes by year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from xml.etree import ElementTree

from generator import addresses
from generator.exports.icalendar import Occasion, calendar
from generator.exports.json_text import to_json
from generator.exports.xml_text import xml_text
from generator.law.text import DIRECTION
from generator.model.edition import Edition
from generator.model.news import NewsItem
from generator.model.published import PublishedProcedure

LATEST = 100
"""How many changes a feed holds; all of them are in the files by year."""
_CALENDAR_PAST = timedelta(days=365)
_ATOM = "http://www.w3.org/2005/Atom"


def feeds(edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the feeds of everything."""
    every = edition.latest_news()
    title = edition.site_title
    yield from _pair(addresses.HOME, title, every, edition)
    yield addresses.CALENDAR_FEED, calendar(title, _occasions(every, edition))
    yield from _by_year(every, edition)


def field_feeds(key: str, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the feeds of one field."""
    changes = edition.news_by_field.get(key, ())
    yield from _pair(addresses.field(key), edition.field(key).name, changes, edition)


def agency_feeds(key: str, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the feeds of one agency."""
    changes = edition.news_by_agency.get(key, ())
    yield from _pair(addresses.agency(key), edition.agency_name(key), changes, edition)


def procedure_feeds(entry: PublishedProcedure, edition: Edition) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the feeds of one procedure."""
    page = addresses.procedure(entry.code)
    yield from _pair(page, entry.title, edition.news[entry.code], edition)


def _base(edition: Edition) -> str:
    return edition.catalogue.settings.base_url


def _pair(
    page: str, title: str, changes: Sequence[NewsItem], edition: Edition
) -> Iterator[tuple[str, bytes]]:
    """The Atom and the JSON feed of a page; what has no day is in neither."""
    latest = [(change, day) for change, day in _dated(changes)][:LATEST]
    yield addresses.feed(page, "xml"), _atom(page, title, latest, edition)
    yield addresses.feed(page, "json"), _json_feed(page, title, latest, edition)


def _dated(changes: Iterable[NewsItem]) -> Iterator[tuple[NewsItem, date]]:
    """The changes of which it is known since when they are news, with that day."""
    return ((one, one.reported_on) for one in changes if one.reported_on)


Dated = Sequence[tuple[NewsItem, date]]
"""Changes, each with the day on which it became news."""


def headline(change: NewsItem, edition: Edition) -> str:
    """A change in a few words: what was done to which procedure."""
    return f"{edition.words(f'action.{change.action}')}: {change.title}"


def _sentence(change: NewsItem, edition: Edition) -> str:
    """A change in a sentence: by which decision, and from when."""
    words, day = edition.words, change.effective
    return words(
        "feed.entry" if day else "feed.entry_undated",
        number=change.number,
        agency=edition.agency_name(change.issuer),
        effective=words.day(day) if day else "",
    )


def _address(change: NewsItem, edition: Edition) -> str:
    code, version = change.procedure, change.version
    path = addresses.version_address(code, version) if version else addresses.procedure(code)
    return _base(edition) + addresses.address(path)


def _identity(change: NewsItem, edition: Edition) -> str:
    """What names a change for ever: the row of the decision, and the procedure it is about."""
    decision = addresses.address(addresses.decision(change.decision))
    row = addresses.row_anchor(change.row)
    return f"{_base(edition)}{decision}#{row}:{change.procedure}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00+07:00"


def _atom(page: str, title: str, changes: Dated, edition: Edition) -> bytes:
    feed = ElementTree.Element("feed", {"xmlns": _ATOM, "xml:lang": edition.words.language})
    address = _base(edition) + addresses.address(page)
    _add(feed, "id", address)
    _add(feed, "title", title)
    _add(feed, "updated", _moment(max((day for _, day in changes), default=edition.day)))
    ElementTree.SubElement(feed, "link", {"href": address})
    own = _base(edition) + addresses.feed(page, "xml")
    ElementTree.SubElement(feed, "link", {"rel": "self", "href": own})
    author = ElementTree.SubElement(feed, "author")
    publisher = edition.catalogue.settings.publisher
    _add(author, "name", edition.agency_name(publisher) if publisher else title)
    for change, day in changes:
        entry = ElementTree.SubElement(feed, "entry")
        _add(entry, "id", _identity(change, edition))
        _add(entry, "title", headline(change, edition))
        _add(entry, "updated", _moment(day))
        ElementTree.SubElement(entry, "link", {"href": _address(change, edition)})
        _add(entry, "summary", _sentence(change, edition))
    ElementTree.indent(feed)
    text = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, name).text = xml_text(DIRECTION.sub("", text))


def _json_feed(page: str, title: str, changes: Dated, edition: Edition) -> bytes:
    items = [
        {
            "id": _identity(change, edition),
            "url": _address(change, edition),
            "title": headline(change, edition),
            "content_text": _sentence(change, edition),
            "date_published": _moment(day),
        }
        for change, day in changes
    ]
    return to_json(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": _base(edition) + addresses.address(page),
            "feed_url": _base(edition) + addresses.feed(page, "json"),
            "language": edition.words.language,
            "items": items,
        }
    )


def _occasions(found: Iterable[NewsItem], edition: Edition) -> Iterator[Occasion]:
    """The days on which something took effect in the last year or will."""
    for change in found:
        effective = change.effective
        if effective and effective >= edition.day - _CALENDAR_PAST:
            yield Occasion(
                key=_identity(change, edition),
                day=effective,
                published_on=change.reported_on or effective,
                title=headline(change, edition),
                text=_sentence(change, edition),
                address=_address(change, edition),
            )


def _by_year(found: Sequence[NewsItem], edition: Edition) -> Iterator[tuple[str, bytes]]:
    """Every change by the year in which it became news, and the list of these files.

    Whoever wants all changes since a day reads the files of that year and of those after it.
    Changes without a day are in no file, and are counted.
    """
    years: dict[str, list[NewsItem]] = defaultdict(list)
    for change, day in _dated(found):
        years[str(day.year)].append(change)
    for year, changes in years.items():
        yield addresses.changes_list(year), to_json([_plain(c, edition) for c in changes])
    index = [
        {"year": int(year), "count": len(changes), "file": addresses.changes_list(year)}
        for year, changes in years.items()
    ]
    data = {"as_of": edition.day.isoformat(), "years": index}
    undated = len(found) - sum(len(changes) for changes in years.values())
    yield addresses.CHANGES_DATA, to_json(data | ({"undated": undated} if undated else {}))


def _plain(change: NewsItem, edition: Edition) -> dict[str, object]:
    return {
        "told": change.reported_on.isoformat() if change.reported_on else None,
        "effective": change.effective.isoformat() if change.effective else None,
        "action": change.action,
        "title": headline(change, edition),
        "text": _sentence(change, edition),
        "procedure": change.procedure,
        "version": change.version,
        "field": change.field,
        "agencies": list(change.agencies),
        "decision": change.decision,
        "number": change.number,
        "address": _address(change, edition).removeprefix(_base(edition)),
    }
