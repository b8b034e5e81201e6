"""Every page of an edition, as small jobs that can be done in any order and in any process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.law.edition import Edition
from generator.pages.decision import agency_register_page, decision_page, register_page
from generator.pages.front import home_page, procedures_page, search_page
from generator.pages.lists import (
    agency_pages,
    ended_page,
    field_pages,
    letter_pages,
    level_pages,
    life_event_pages,
)
from generator.pages.page import Page
from generator.pages.procedure import procedure_page, redirect_page, version_page
from generator.pages.redline import redline_pages
from generator.pages.rules import rule_pages

_LISTS: tuple[Callable[[Edition], Iterator[Page]], ...] = (
    field_pages,
    level_pages,
    letter_pages,
    life_event_pages,
    agency_pages,
    rule_pages,
)


@dataclass(frozen=True, slots=True)
class Job:
    """Pages that belong together: `lists`, or one `procedure` or `decision` by its id."""

    kind: str
    key: str


def jobs(edition: Edition) -> list[Job]:
    """All the jobs that make up an edition."""
    return [
        Job("lists", ""),
        *(Job("procedure", code) for code in edition.entries),
        *(Job("decision", key) for key in edition.catalogue.decisions),
    ]


def pages_of(job: Job, edition: Edition) -> Iterator[Page]:
    """The pages of one job."""
    match job.kind:
        case "procedure":
            yield from _procedure_pages(job.key, edition)
        case "decision":
            yield decision_page(edition.catalogue.decisions[job.key], edition)
        case _:
            yield from _list_pages(edition)


def _procedure_pages(code: str, edition: Edition) -> Iterator[Page]:
    entry = edition.entries[code]
    published = {event.version for event in entry.timeline.events}
    yield procedure_page(entry, edition)
    for version in edition.catalogue.versions[code]:
        if version.version in published:
            yield version_page(entry, version, edition)
    yield from redline_pages(entry, edition)


def _list_pages(edition: Edition) -> Iterator[Page]:
    yield home_page(edition)
    yield search_page(edition)
    yield procedures_page(edition)
    yield ended_page(edition)
    yield register_page(edition)
    for agency, found in edition.decisions_by_agency.items():
        yield agency_register_page(agency, found, edition)
    for pages in _LISTS:
        yield from pages(edition)
    for old, code in edition.former_ids.items():
        yield redirect_page(old, code, edition)
