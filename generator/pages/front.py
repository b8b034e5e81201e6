"""The home page, the list of all ways in, and the search page."""

from collections.abc import Iterable, Iterator

from generator import addresses
from generator.model import statistics
from generator.model.decision_counts import count_decisions
from generator.model.edition import Edition
from generator.model.newest_decision import days_known
from generator.model.news import NewsItem
from generator.model.summaries import VersionSummary, shown_count, shown_summaries
from generator.pages.about_catalogue import catalogue_facts, unknown_line
from generator.pages.changes import effect_in_words
from generator.pages.journeys import journeys_section
from generator.pages.navigation import Navigation, ways_in
from generator.pages.nodes.blocks import Block, bullets, page_body
from generator.pages.nodes.inline import NOTHING, Inline, lines, link, prose, punctuation, run, text
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Page
from generator.pages.search import (
    search_answer,
    search_filters,
    search_form,
    search_without_script,
)
from generator.search.known_absent import known_absent

_FIELDS_AT_HOME = 24
"""How many fields the home page names at most."""
_CHANGES_AT_HOME = 6


def home_page(edition: Edition, navigation: Navigation) -> Page:
    """Home: search, life events, fields, and the other ways in."""
    words = edition.words
    undated = statistics.undated(edition)
    counts = phrase(
        words,
        "home.counts_undated" if undated else "home.counts",
        undated=words.number(undated),
        procedures=words.number(living_count(edition)),
        decisions=words.number(count_decisions(edition).decisions),
        known=days_known(edition),
    )
    known = (_missing_line(edition), catalogue_facts(edition), unknown_line(edition))
    return home(counts, edition, navigation, *known)


def _missing_line(edition: Edition) -> Inline:
    """How many procedures are known to be missing; nothing where none is known to be."""
    count = len(known_absent(edition))
    return phrase(edition.words, "home.incomplete", count=count) if count else NOTHING


def living_count(edition: Edition) -> int:
    """How many procedures bind on the day of the edition, or may."""
    return sum(summary.current for summary in shown_summaries(edition.summaries))


def home(counts: Inline, edition: Edition, navigation: Navigation, *known: Block | Inline) -> Page:
    """The home page of a site: what people need, then what it holds and what is known of it."""
    words = edition.words
    title = edition.site_title
    intro = edition.catalogue.settings.description or ""
    body = page_body(
        text(title),
        prose(intro),
        search_form(edition, "tim-kiem/"),
        journeys_section(edition.catalogue.journeys.values(), addresses.HOME, edition),
        *_events("citizen", edition),
        *_events("business", edition),
        *_fields(edition),
        *_latest(edition),
        counts,
        *known,
        section_heading(words, "home.more"),
        ways_in(navigation, addresses.HOME),
    )
    description = " ".join(intro.split()) or counts.markdown.replace("**", "")
    return Page(addresses.HOME, title, body, description, kind="home", feed=edition.HAS_FEEDS)


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


def _fields(edition: Edition) -> Iterator[Block | Inline]:
    """The fields under their heading; nothing when none is in use."""
    links = list(_field_links(edition))
    if links:
        yield section_heading(edition.words, "list.fields")
        yield bullets(links)
        yield _all_fields(edition)


def _field_links(edition: Edition) -> Iterator[Inline]:
    """The fields of which people need most first, as many as a page can bear."""
    counts = {key: shown_count(found) for key, found in edition.by_field.items()}
    used = [key for key in edition.catalogue.fields if counts[key]]
    asked = {key: _count_for_citizens(edition.by_field[key]) for key in used}
    for key in sorted(used, key=lambda key: (-asked[key], -counts[key]))[:_FIELDS_AT_HOME]:
        field = edition.catalogue.fields[key]
        yield _counted(field.name, addresses.field(field.id), counts[key])


def _count_for_citizens(summaries: Iterable[VersionSummary]) -> int:
    return sum(summary.shown and summary.for_citizens for summary in summaries)


def _latest(edition: Edition) -> Iterator[Block | Inline]:
    """The last few changes, and where the others are."""
    words = edition.words
    latest = edition.latest_news()[:_CHANGES_AT_HOME]
    changes = [change for change in latest if change.reported_on]
    if changes:
        yield section_heading(words, "list.changes")
        yield bullets(_change(change, edition) for change in changes)
        yield link(phrase(words, "home.all_changes"), addresses.CHANGES)


def _change(change: NewsItem, edition: Edition) -> Inline:
    words = edition.words
    shown = link(text(change.title), addresses.procedure(change.procedure))
    action = text(words(f"action.{change.action}"))
    day = text(effect_in_words(change, words))
    return lines(run(action, punctuation(": "), shown), day)


def _all_fields(edition: Edition) -> Inline:
    used = sum(bool(shown_count(found)) for found in edition.by_field.values())
    if used <= _FIELDS_AT_HOME:
        return NOTHING
    return link(phrase(edition.words, "home.all_fields", count=used), addresses.FIELDS)


def search_page(edition: Edition, navigation: Navigation) -> Page:
    """The results page; its lists of ways in serve when there is no JavaScript."""
    words = edition.words
    body = page_body(
        phrase(words, "search.title"),
        search_form(edition, "./", results=True),
        search_without_script(edition),
        search_filters(edition),
        search_answer(edition),
        section_heading(words, "search.ways"),
        phrase(words, "search.ways_intro"),
        ways_in(navigation, addresses.SEARCH),
    )
    return Page(
        addresses.SEARCH,
        words("search.title"),
        body,
        words("search.ways_intro"),
        kind="search",
    )


def procedures_page(edition: Edition, navigation: Navigation) -> Page:
    """The address above all procedures: the ways to find one."""
    words = edition.words
    title = words("list.procedures")
    body = page_body(
        phrase(words, "list.procedures"),
        phrase(words, "search.ways_intro"),
        ways_in(navigation, addresses.PROCEDURES),
    )
    return Page(addresses.PROCEDURES, title, body, title)
