"""Every page of an edition, as small jobs that can be done in any order and in any process."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model.edition import Edition
from generator.model.nation import Nation
from generator.pages.changes import change_lists
from generator.pages.decision import decision_page
from generator.pages.figures import figures_page
from generator.pages.follow import follow_page
from generator.pages.front import home_page, procedures_page, search_page
from generator.pages.limits import cut_list
from generator.pages.listing import Listing, listing_data, listing_pages
from generator.pages.lists import WAYS
from generator.pages.national import national_page, national_pages
from generator.pages.page import Page
from generator.pages.procedure import procedure_page, redirect_page, version_page
from generator.pages.redline import redline_pages
from generator.pages.register import register
from generator.pages.reuse import version_text
from generator.pages.rules import rule_pages
from generator.pages.version_body import VersionBody


def _ways(edition: Edition) -> Iterator[Page]:
    yield home_page(edition)
    yield search_page(edition)
    yield procedures_page(edition)
    yield follow_page(edition)
    for old, code in edition.former_ids.items():
        yield redirect_page(old, code, edition)


_LISTS: Mapping[str, Callable[[Edition], Iterator[Page | Listing]]] = {
    "figures": lambda edition: iter([figures_page(edition)]),
    "cuts": cut_list,
    "changes": change_lists,
    "register": register,
    "rules": rule_pages,
    "ways": _ways,
    "national": national_pages,
    **{name: way.index for name, way in WAYS.items()},
}
"""Pages that are about many records, by the key of their job, the longest work first."""

File = tuple[str, bytes]
"""A file that is no page: its path and its content."""


@dataclass(frozen=True, slots=True)
class Task:
    """Files that belong together.

    The kind is `list` or `data`, of which the key names one; a way to list, such as `fields`, with
    the key of one list; `procedure` or `decision`; `national`, a procedure of many publishers.
    """

    kind: str
    key: str


def page_tasks(edition: Edition) -> list[Task]:
    """All the jobs that make pages of an edition."""
    if isinstance(edition, Nation):
        return [
            *_lists(edition, ("national", "rules")),
            *(Task("national", code) for code in edition.entries),
        ]
    return [
        *_lists(edition, (name for name in _LISTS if name != "national")),
        *(Task("procedure", code) for code in edition.entries),
        *(Task("decision", key) for key in edition.catalogue.decisions),
    ]


def _lists(edition: Edition, names: Iterable[str]) -> Iterator[Task]:
    """The lists of every way to list that an edition has, and others by name."""
    ways = {name: way for name, way in WAYS.items() if name not in edition.LACKS}
    for name, way in ways.items():
        yield from (Task(name, key) for key in way.keys(edition))
    yield from (Task("list", name) for name in dict.fromkeys((*ways, *names)))


def pages_of(job: Task, edition: Edition) -> Iterator[Page | File]:
    """The pages of one job, and the files that go with them."""
    match job.kind:
        case "procedure":
            yield from _procedure_pages(job.key, edition)
        case "decision":
            yield decision_page(edition.catalogue.decisions[job.key], edition)
        case "national":
            yield national_page(job.key, edition)
        case "list":
            for found in _LISTS[job.key](edition):
                yield from _paged(found, edition)
        case _:
            yield from _paged(WAYS[job.kind].listed(job.key, edition), edition)


def _procedure_pages(code: str, edition: Edition) -> Iterator[Page | File]:
    entry = edition.entries[code]
    published = {event.version for event in entry.timeline.events}
    versions = [v for v in edition.catalogue.versions[code] if v.version in published]
    parts = {version.version: VersionBody(version, edition) for version in versions}
    yield procedure_page(entry, parts[entry.version.version], edition)
    for version in versions:
        yield version_page(entry, parts[version.version], edition)
        yield version_text(entry, version, edition)
    yield from redline_pages(entry, edition)


def _paged(found: Page | Listing, edition: Edition) -> Iterator[Page | File]:
    if isinstance(found, Page):
        yield found
        return
    yield from listing_pages(found, edition)
    yield listing_data(found)
