"""What is new and what changed, what takes effect soon, and what has ended."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter

from generator import addresses
from generator.locale import Words
from generator.model.edition import Edition
from generator.model.news import NewsItem
from generator.model.published import PublishedProcedure
from generator.model.summaries import shown_summaries
from generator.pages.formatting import effective_on, format_day, signed_on, written_numbers
from generator.pages.list_lines import Item
from generator.pages.listing import Listing
from generator.pages.navigation import NavigationEntry
from generator.pages.nodes.blocks import Block, blocks
from generator.pages.nodes.inline import NOTHING
from generator.pages.nodes.phrases import phrase


def change_lists(edition: Edition) -> Iterator[Listing]:
    """The three lists, from the rows of decisions."""
    news = edition.latest_news()
    found = sorted(_dated(news), key=itemgetter(0))
    past = [change for day, change in reversed(found) if day <= edition.day]
    coming = [change for day, change in found if day > edition.day]
    if found:
        listed = _list("changes", addresses.CHANGES, past, edition)
        yield replace(listed, intro=_of_known_days(len(news) - len(found), edition))
    is_dated = any(change.effective for _, change in found)
    if is_dated:
        yield _list("soon", addresses.SOON, coming, edition)
    ended = [summary.procedure for summary in shown_summaries(edition.summaries) if summary.over]
    if ended or is_dated:
        items = [_ended(edition.entries[code], edition) for code in ended]
        yield _listing("ended", addresses.ENDED, items, edition)


def _list(name: str, path: str, found: Sequence[NewsItem], edition: Edition) -> Listing:
    return _listing(name, path, [_item(change, edition) for change in found], edition)


def _listing(name: str, path: str, items: list[Item], edition: Edition) -> Listing:
    words = edition.words
    count = "list.count" if name == "ended" else "list.change_count"
    title, intro = words(f"list.{name}"), phrase(words, f"list.{name}_intro")
    return Listing(path, title, items, intro, count=count, dated=False)


def _of_known_days(undated: int, edition: Edition) -> Block:
    """What the list of changes holds, and how many are not in it because no source gives a day."""
    words = edition.words
    left = phrase(words, "list.changes_undated", **written_numbers(words, count=undated))
    return blocks([phrase(words, "list.changes_intro"), left if undated else NOTHING])


def _dated(news: Iterable[NewsItem]) -> Iterator[tuple[date, NewsItem]]:
    """Changes with the day they take effect, else that they were published; others are left out."""
    for change in news:
        if day := change.effective or change.published_on:
            yield day, change


def effect_in_words(change: NewsItem, words: Words) -> str:
    """From when a change is in effect; where not known, when it was made public, else signed."""
    if change.effective or not change.published_on:
        return effective_on(change.effective, words)
    if not change.listed:
        return signed_on(change.published_on, words)
    return words("list.listed_on", day=words.day(change.published_on))


def _item(change: NewsItem, edition: Edition) -> Item:
    words = edition.words
    about = (
        effect_in_words(change, words).capitalize(),
        change.number,
        edition.agency_name(change.issuer),
        change.code or words("facts.no_code"),
    )
    path = addresses.procedure(change.procedure)
    if change.version:
        path = addresses.version_address(change.procedure, change.version)
    key = " ".join(filter(None, (change.code or change.procedure, change.version)))
    return Item(change.title, path, about, words(f"action.{change.action}"), change.levels, key=key)


def _ended(entry: PublishedProcedure, edition: Edition) -> Item:
    """A procedure that no longer binds: since when, by which decision, what took its place."""
    words = edition.words
    last = entry.timeline.intervals[-1] if entry.timeline.intervals else None
    event = last.ended_by if last else None
    about = [entry.procedure.code or words("facts.no_code")]
    if last and event:
        about.append(
            words("list.ended_on", day=format_day(last.end, words), number=event.decision.number)
        )
    if entry.timeline.successors:
        about.append(words("list.now", codes=", ".join(entry.timeline.successors)))
    status = words(f"status.{entry.status}")
    path = addresses.procedure(entry.code)
    levels = entry.version.levels.items
    return Item(entry.title, path, tuple(about), status, levels, key=entry.code)


def _has_coming(edition: Edition) -> bool:
    return any(change.effective for change in edition.latest_news())


def _has_ended(edition: Edition) -> bool:
    return any(summary.over for summary in shown_summaries(edition.summaries))


CHANGES_NAVIGATION = (
    NavigationEntry("changes", addresses.CHANGES, home=80, menu=50, needs=Edition.has_dated_news),
    NavigationEntry("soon", addresses.SOON, home=90, needs=_has_coming),
    NavigationEntry("ended", addresses.ENDED, home=100, needs=_has_ended),
)
"""Where links to the three lists stand."""
