"""The home page, the list of all ways in, and the search page."""

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.model.edition import Edition
from generator.model.news import NewsItem
from generator.model.summaries import shown_count, shown_summaries
from generator.pages.formatting import effective_on
from generator.pages.markdown import blocks, bullets, heading, inline, lines, link, prose
from generator.pages.page import Page
from generator.pages.search import search_answer, search_filters, search_form

_FIELDS_AT_HOME = 36
"""How many fields the home page names at most."""
_CHANGES_AT_HOME = 6
_WAYS = (
    ("fields", addresses.FIELDS),
    ("life_events", addresses.LIFE_EVENTS),
    ("agencies", addresses.AGENCIES),
    ("reception", addresses.RECEPTION),
    ("levels", addresses.LEVELS),
    ("letters", addresses.LETTERS),
    ("decisions", addresses.DECISIONS),
    ("changes", addresses.CHANGES),
    ("soon", addresses.SOON),
    ("ended", addresses.ENDED),
    ("figures", addresses.FIGURES),
    ("follow", addresses.FOLLOW),
)
_MENU = (
    ("fields", addresses.FIELDS),
    ("life_events", addresses.LIFE_EVENTS),
    ("agencies", addresses.AGENCIES),
    ("decisions", addresses.DECISIONS),
    ("changes", addresses.CHANGES),
    ("procedures", addresses.PROCEDURES),
)
_ABOUT = (
    ("figures", addresses.FIGURES),
    ("follow", addresses.FOLLOW),
    ("rules", addresses.RULES),
    ("data", addresses.INDEX_DATA),
)


def ways(edition: Edition) -> Iterator[tuple[str, str]]:
    """The ways to find a procedure without searching: the name of each and its path."""
    for name, path in _WAYS:
        if _has(name, edition):
            yield edition.words(f"list.{name}"), path


def menu(edition: Edition) -> Iterator[tuple[str, str]]:
    """The few ways that every page offers at its top: a short name and the path of each."""
    for name, path in _MENU:
        if _has(name, edition):
            yield edition.words(f"list.menu_{name}"), path


def about(edition: Edition) -> Iterator[tuple[str, str]]:
    """What the foot of every page leads to: a name and the path of each."""
    for name, path in _ABOUT:
        if name not in edition.LACKS:
            yield edition.words(f"template.{name}"), path


def _has(name: str, edition: Edition) -> bool:
    return name not in edition.LACKS and (name != "life_events" or bool(edition.by_life_event))


def ways_from(here: str, edition: Edition) -> str:
    """The ways in as links from a page."""
    return bullets(link(name, addresses.relative(path, here)) for name, path in ways(edition))


def home_page(edition: Edition) -> Page:
    """Home: search, life events, fields, and the other ways in."""
    words = edition.words
    counts = words(
        "home.counts",
        procedures=words.number(living_count(edition)),
        decisions=words.number(len(edition.catalogue.decisions)),
        day=words.day(edition.day),
    )
    return home(counts, edition)


def living_count(edition: Edition) -> int:
    """How many procedures bind on the day of the edition."""
    return sum(face.current for face in shown_summaries(edition.summaries))


def home(counts: str, edition: Edition) -> Page:
    """The home page of a site, `counts` being what it holds."""
    words = edition.words
    title = edition.site_title
    intro = edition.catalogue.settings.description or ""
    body = blocks(
        [
            f"# {inline(title)}",
            prose(intro),
            search_form(edition, "tim-kiem/"),
            counts,
            *_events("citizen", edition),
            *_events("business", edition),
            heading(2, words("list.fields"), "linh-vuc"),
            bullets(_fields(edition)),
            _all_fields(edition),
            *_latest(edition),
            heading(2, words("home.more"), "cach-tim-khac"),
            ways_from(addresses.HOME, edition),
        ]
    )
    description = " ".join(intro.split()) or counts.replace("**", "")
    feed = "feeds" not in edition.LACKS
    return Page(addresses.HOME, title, body, description, kind="home", feed=feed)


def _events(audience: str, edition: Edition) -> Iterable[str]:
    found = edition.by_life_event
    events = [
        (event, count)
        for event in edition.catalogue.life_events.values()
        if event.audience == audience and (count := shown_count(found.get(event.id, ())))
    ]
    if events:
        yield heading(2, edition.words(f"home.{audience}"), f"danh-cho-{audience}")
        yield bullets(
            f"{link(inline(event.name), addresses.life_event(event.id))} ({count})"
            for event, count in events
        )


def _fields(edition: Edition) -> Iterable[str]:
    """The fields in use, or the largest of them when there are more than a page can bear."""
    counts = {key: shown_count(found) for key, found in edition.by_field.items()}
    used = [key for key in edition.catalogue.fields if counts[key]]
    largest = set(sorted(used, key=lambda key: -counts[key])[:_FIELDS_AT_HOME])
    for key in used:
        if key in largest:
            field, count = edition.catalogue.fields[key], counts[key]
            yield f"{link(inline(field.name), addresses.field(field.id))} ({count})"


def _latest(edition: Edition) -> Iterable[str]:
    """The last few changes, and where the others are."""
    words = edition.words
    changes = edition.latest_news()[:_CHANGES_AT_HOME]
    if changes:
        yield heading(2, words("list.changes"), "moi")
        yield bullets(_change(change, edition) for change in changes)
        yield f"{link(words('home.all_changes'), addresses.CHANGES)}"


def _change(change: NewsItem, edition: Edition) -> str:
    shown = link(inline(change.title), addresses.procedure(change.procedure))
    action = edition.words(f"action.{change.action}")
    return lines(f"{inline(action)}: {shown}", effective_on(change.effective, edition.words))


def _all_fields(edition: Edition) -> str:
    used = sum(bool(shown_count(found)) for found in edition.by_field.values())
    if used <= _FIELDS_AT_HOME:
        return ""
    return link(edition.words("home.all_fields", count=used), addresses.FIELDS)


def search_page(edition: Edition) -> Page:
    """The results page; its lists of ways in serve when there is no JavaScript."""
    words = edition.words
    here = addresses.SEARCH
    body = blocks(
        [
            f"# {words('search.title')}",
            search_form(edition, "./", focus=" autofocus"),
            search_filters(edition),
            search_answer(edition),
            heading(2, words("search.ways"), "cach-tim-khac"),
            words("search.ways_intro"),
            ways_from(here, edition),
        ]
    )
    return Page(here, words("search.title"), body, words("search.ways_intro"), kind="search")


def procedures_page(edition: Edition) -> Page:
    """The address above all procedures: the ways to find one."""
    words = edition.words
    here = addresses.PROCEDURES
    title = words("list.procedures")
    return Page(
        here,
        title,
        blocks([f"# {title}", words("search.ways_intro"), ways_from(here, edition)]),
        title,
    )
