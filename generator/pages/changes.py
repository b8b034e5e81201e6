"""What is new and what changed, what takes effect soon, and what has ended."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator import addresses
from generator.model.edition import Edition
from generator.model.news import NewsItem
from generator.model.published import PublishedProcedure
from generator.model.summaries import shown_summaries
from generator.pages.formatting import effective_on, format_day
from generator.pages.listing import Item, Listing
from generator.pages.nodes.phrases import phrase


def change_lists(edition: Edition) -> Iterator[Listing]:
    """The three lists, from the rows of decisions."""
    found = sorted(edition.latest_news(), key=_effective)
    past = [c for c in reversed(found) if _effective(c) <= edition.day]
    coming = [c for c in found if _effective(c) > edition.day]
    yield _list("changes", addresses.CHANGES, past, edition)
    yield _list("soon", addresses.SOON, coming, edition)
    ended = [summary.procedure for summary in shown_summaries(edition.summaries) if summary.over]
    items = [_ended(edition.entries[code], edition) for code in ended]
    yield _listing("ended", addresses.ENDED, items, edition)


def _list(name: str, path: str, found: Sequence[NewsItem], edition: Edition) -> Listing:
    return _listing(name, path, [_item(change, edition) for change in found], edition)


def _listing(name: str, path: str, items: list[Item], edition: Edition) -> Listing:
    words = edition.words
    count = "list.count" if name == "ended" else "list.change_count"
    title, intro = words(f"list.{name}"), phrase(words, f"list.{name}_intro")
    return Listing(path, title, items, intro, count=count, dated=False)


def _effective(change: NewsItem) -> date:
    """The day it takes effect; the day it was told where no source says."""
    return change.effective or change.published_on


def _item(change: NewsItem, edition: Edition) -> Item:
    words = edition.words
    about = (
        effective_on(change.effective, words).capitalize(),
        change.number,
        edition.agency_name(change.issuer),
        change.code or words("facts.no_code"),
    )
    path = addresses.procedure(change.procedure)
    if change.version:
        path = addresses.version_address(change.procedure, change.version)
    return Item(change.title, path, about, words(f"action.{change.action}"), change.levels)


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
    return Item(entry.title, path, tuple(about), status, entry.version.levels.items)
