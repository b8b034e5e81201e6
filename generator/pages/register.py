"""The register of decisions: by agency and by year."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date

from generator import addresses
from generator.law.titles import one_line, vietnamese_order
from generator.model.decision_counts import count_decisions
from generator.model.edition import Edition
from generator.pages.formatting import signed_on, written_numbers
from generator.pages.list_lines import Item
from generator.pages.listing import Listing
from generator.pages.nodes.blocks import bullets, page_body
from generator.pages.nodes.inline import (
    NOTHING,
    Inline,
    join_runs,
    link,
    punctuation,
    run,
    text,
)
from generator.pages.nodes.phrases import phrase, section_heading
from generator.pages.page import Crumb, Page
from generator.records.decision import Decision


def register(edition: Edition) -> Iterator[Page | Listing]:
    """The page above all decisions, and a list per agency and per year."""
    years = _by_year(edition)
    agencies = sorted(
        edition.decisions_by_agency, key=lambda key: vietnamese_order(edition.agency_name(key))
    )
    yield _index(agencies, years, edition)
    for key in agencies:
        title = edition.words("list.decisions_of", agency=edition.agency_name(key))
        found = edition.decisions_by_agency[key]
        yield _listing(addresses.decisions_of(key), title, found, edition)
    for year, found_ in years.items():
        path, title = addresses.decisions_in(year), _year(year, edition)
        beside = _of_no_year(path, years, edition) if year.isdecimal() else NOTHING
        yield replace(_listing(path, title, found_, edition), intro=beside)


def _by_year(edition: Edition) -> dict[str, list[Decision]]:
    """Decisions by the year of their key, the latest year first."""
    found: dict[str, list[Decision]] = defaultdict(list)
    for decisions in edition.decisions_by_agency.values():
        for decision in decisions:
            found[decision.id.split("/")[1]].append(decision)
    return {year: found[year] for year in sorted(found, reverse=True)}


def _of_no_year(here: str, years: dict[str, list[Decision]], edition: Edition) -> Inline:
    """How many more may be of a year, as nobody knows theirs, and where they are."""
    unknown = [year for year in years if not year.isdecimal()]
    links = (
        link(
            text(edition.words("list.beside_year", count=edition.words.number(len(years[year])))),
            addresses.relative(addresses.decisions_in(year), here),
        )
        for year in unknown
    )
    return join_runs(" ", links)


def _year(year: str, edition: Edition) -> str:
    words = edition.words
    return words("list.year", year=year) if year.isdecimal() else words("list.no_year")


def _index(agencies: Iterable[str], years: dict[str, list[Decision]], edition: Edition) -> Page:
    words = edition.words
    here = addresses.DECISIONS
    by_agency = (
        _counted(
            edition.agency_name(key),
            addresses.decisions_of(key),
            len(edition.decisions_by_agency[key]),
        )
        for key in agencies
    )
    by_year = (
        _counted(_year(year, edition), addresses.decisions_in(year), len(found))
        for year, found in years.items()
    )
    body = page_body(
        phrase(words, "list.decisions"),
        phrase(words, "list.decisions_intro"),
        _counts(years, edition),
        section_heading(words, "list.by_agency"),
        bullets(by_agency),
        section_heading(words, "list.by_year"),
        bullets(by_year),
    )
    return Page(here, words("list.decisions"), body, words("list.decisions_intro"))


def _counts(years: dict[str, list[Decision]], edition: Edition) -> Inline:
    """How many records the lists have, and why figures count fewer; nothing where they do not."""
    counts = count_decisions(edition)
    if not counts.repeated:
        return NOTHING
    no_year = sum(len(found) for year, found in years.items() if not year.isdecimal())
    values = {**asdict(counts), "repeated": counts.repeated, "no_year": no_year}
    written = written_numbers(edition.words, **values)
    return phrase(edition.words, "list.decision_records", **written)


def _counted(name: str, path: str, count: int) -> Inline:
    target = addresses.relative(path, addresses.DECISIONS)
    return run(link(text(name), target), punctuation(f" ({count})"))


def _listing(path: str, title: str, found: Iterable[Decision], edition: Edition) -> Listing:
    crumbs = (Crumb(edition.words("list.decisions"), addresses.DECISIONS),)
    items = [_item(decision, edition) for decision in sorted(found, key=_latest_first)]
    count, missing = "list.decision_count", "list.missing_signed"
    return Listing(path, title, items, crumbs=crumbs, count=count, missing=missing)


def _latest_first(decision: Decision) -> tuple[object, ...]:
    return -(decision.signed.toordinal() if decision.signed else 0), decision.id


def _item(decision: Decision, edition: Edition) -> Item:
    words = edition.words
    about = (
        one_line(decision.title),
        edition.agency_name(decision.agency),
        signed_on(decision.signed, words),
        words("decision.row_count", count=len(decision.rows)),
    )
    signed = decision.signed
    start, certain = (signed, (signed, None)) if signed else (_first_day(decision), None)
    path = addresses.decision(decision.id)
    return Item(decision.number, path, about, start=start, certain=certain)


def _first_day(decision: Decision) -> date | None:
    """The earliest day on which a decision of the year of its key can have been signed."""
    year = decision.id.split("/")[1]
    return date(int(year), 1, 1) if year.isdecimal() and int(year) else None
