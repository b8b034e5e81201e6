"""The home page, the list of all ways in, and the search page."""

from collections.abc import Callable, Iterator, Mapping

from generator import addresses
from generator.model import statistics
from generator.model.edition import Edition
from generator.model.news import NewsItem
from generator.model.summaries import shown_count, shown_summaries
from generator.pages.changes import days_of
from generator.pages.nodes.blocks import Block, ListBlock, bullets, page_body
from generator.pages.nodes.inline import NOTHING, Inline, lines, link, prose, punctuation, run, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Page
from generator.pages.search import (
    search_answer,
    search_filters,
    search_form,
    search_without_script,
)

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
    has = _NEEDED.get(name)
    return name not in edition.LACKS and (has is None or has(edition))


def _has_reception(edition: Edition) -> bool:
    return any(key in edition.catalogue.agencies for key in edition.by_reception)


def _has_soon(edition: Edition) -> bool:
    return any(change.effective for change in edition.latest_news())


def _has_ended(edition: Edition) -> bool:
    return any(summary.over for summary in shown_summaries(edition.summaries))


_NEEDED: Mapping[str, Callable[[Edition], bool]] = {
    "life_events": lambda edition: bool(edition.by_life_event),
    "reception": _has_reception,
    "levels": lambda edition: bool(edition.by_level),
    "decisions": lambda edition: bool(edition.catalogue.decisions),
    "changes": Edition.has_dated_news,
    "soon": _has_soon,
    "ended": _has_ended,
}
"""What a way in needs to lead anywhere."""


def ways_from(here: str, edition: Edition) -> ListBlock:
    """The ways in as links from a page."""
    return bullets(link(text(name), addresses.relative(path, here)) for name, path in ways(edition))


def home_page(edition: Edition) -> Page:
    """Home: search, life events, fields, and the other ways in."""
    words = edition.words
    undated = statistics.undated(edition)
    counts = phrase(
        words,
        "home.counts_undated" if undated else "home.counts",
        undated=words.number(undated),
        procedures=words.number(living_count(edition)),
        decisions=words.number(len(edition.catalogue.decisions)),
        day=words.day(edition.day),
    )
    return home(counts, edition)


def living_count(edition: Edition) -> int:
    """How many procedures bind on the day of the edition, or may."""
    return sum(summary.current for summary in shown_summaries(edition.summaries))


def home(counts: Inline, edition: Edition) -> Page:
    """The home page of a site, `counts` being what it holds."""
    words = edition.words
    title = edition.site_title
    intro = edition.catalogue.settings.description or ""
    body = page_body(
        text(title),
        prose(intro),
        search_form(edition, "tim-kiem/"),
        counts,
        *_events("citizen", edition),
        *_events("business", edition),
        section_heading(words, "list.fields"),
        bullets(_fields(edition)),
        _all_fields(edition),
        *_latest(edition),
        section_heading(words, "home.more"),
        ways_from(addresses.HOME, edition),
    )
    description = " ".join(intro.split()) or counts.markdown.replace("**", "")
    feed = "feeds" not in edition.LACKS
    return Page(addresses.HOME, title, body, description, kind="home", feed=feed)


def _events(audience: str, edition: Edition) -> Iterator[Block]:
    found = edition.by_life_event
    events = [
        (event, count)
        for event in edition.catalogue.life_events.values()
        if event.audience == audience and (count := shown_count(found.get(event.id, ())))
    ]
    if events:
        yield section_heading(edition.words, f"home.{audience}")
        yield bullets(
            _counted(event.name, addresses.life_event(event.id), count) for event, count in events
        )


def _counted(name: str, path: str, count: int) -> Inline:
    """A link from the home page, and how many procedures it leads to."""
    return run(link(text(name), path), punctuation(f" ({count})"))


def _fields(edition: Edition) -> Iterator[Inline]:
    """The fields in use, or the largest of them when there are more than a page can bear."""
    counts = {key: shown_count(found) for key, found in edition.by_field.items()}
    used = [key for key in edition.catalogue.fields if counts[key]]
    largest = set(sorted(used, key=lambda key: -counts[key])[:_FIELDS_AT_HOME])
    for key in used:
        if key in largest:
            field = edition.catalogue.fields[key]
            yield _counted(field.name, addresses.field(field.id), counts[key])


def _latest(edition: Edition) -> Iterator[Block | Inline]:
    """The last few changes, and where the others are."""
    words = edition.words
    latest = edition.latest_news()[:_CHANGES_AT_HOME]
    changes = [change for change in latest if change.published_on]
    if changes:
        yield section_heading(words, "list.changes")
        yield bullets(_change(change, edition) for change in changes)
        yield link(phrase(words, "home.all_changes"), addresses.CHANGES)


def _change(change: NewsItem, edition: Edition) -> Inline:
    words = edition.words
    shown = link(text(change.title), addresses.procedure(change.procedure))
    action = text(words(f"action.{change.action}"))
    day = text(days_of(change, words))
    return lines(run(action, punctuation(": "), shown), day)


def _all_fields(edition: Edition) -> Inline:
    used = sum(bool(shown_count(found)) for found in edition.by_field.values())
    if used <= _FIELDS_AT_HOME:
        return NOTHING
    return link(phrase(edition.words, "home.all_fields", count=used), addresses.FIELDS)


def search_page(edition: Edition) -> Page:
    """The results page; its lists of ways in serve when there is no JavaScript."""
    words = edition.words
    here = addresses.SEARCH
    body = page_body(
        phrase(words, "search.title"),
        search_form(edition, "./", results=True),
        search_without_script(edition),
        search_filters(edition),
        search_answer(edition),
        section_heading(words, "search.ways"),
        phrase(words, "search.ways_intro"),
        ways_from(here, edition),
    )
    return Page(here, words("search.title"), body, words("search.ways_intro"), kind="search")


def procedures_page(edition: Edition) -> Page:
    """The address above all procedures: the ways to find one."""
    words = edition.words
    here = addresses.PROCEDURES
    intro, ways_in = phrase(words, "search.ways_intro"), ways_from(here, edition)
    title = words("list.procedures")
    return Page(here, title, page_body(phrase(words, "list.procedures"), intro, ways_in), title)
