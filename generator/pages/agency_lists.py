"""Lists of procedures by agency, and by the place that takes dossiers in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator import addresses
from generator.law.intervals import Days
from generator.law.titles import vietnamese_order
from generator.model.edition import Edition
from generator.model.summaries import Summaries, VersionSummary
from generator.pages.agency import agency_facts
from generator.pages.folded_agencies import FoldKey, fold_group, fold_key, large_groups
from generator.pages.list_lines import Item
from generator.pages.listing import SHORT_LINES, Listing
from generator.pages.navigation import NavigationEntry
from generator.pages.nodes.phrases import phrase
from generator.pages.summary_lists import Way, keys_in_use, listing_of, written_count
from generator.records.registers import Agency
from generator.records.units import unit_at


def _agencies(edition: Edition) -> list[str]:
    """Every agency, dissolved ones included."""
    agencies = edition.catalogue.agencies
    return sorted(agencies, key=lambda key: vietnamese_order(agencies[key].name))


def _agency_index(edition: Edition) -> Iterator[Listing]:
    keys = _agencies(edition)
    found = {key: _answered(key, edition) for key in keys}
    yield _places(addresses.AGENCIES, "agencies", keys, addresses.agency, found, edition)


def _answered(key: str, edition: Edition) -> tuple[VersionSummary, ...]:
    """What names an agency; where nothing does, what it has to post as a counter of its level."""
    return tuple(edition.by_agency.get(key) or edition.own_posting_groups.get(key, ()))


def _agency(key: str, edition: Edition) -> Listing:
    path, name = addresses.agency(key), edition.agency_name(key)
    intro = agency_facts(key, path, edition)
    found = _answered(key, edition)
    listing = listing_of(path, name, ("agencies", addresses.AGENCIES), found, edition, intro)
    named = key in edition.by_agency and key in edition.posting_coverage
    return replace(listing, count="list.naming_count") if named else listing


def _receptions(edition: Edition) -> list[str]:
    """The places that take dossiers in, whoever decides: many may share one counter."""
    agencies = edition.catalogue.agencies
    used = [
        key for key in keys_in_use(edition.by_reception, edition.by_reception) if key in agencies
    ]
    return sorted(used, key=lambda key: vietnamese_order(agencies[key].name))


def _has_reception(edition: Edition) -> bool:
    return any(key in edition.catalogue.agencies for key in edition.by_reception)


def _reception_index(edition: Edition) -> Iterator[Listing]:
    """The places that take dossiers in; nothing when no procedure states one."""
    keys, found = _receptions(edition), edition.by_reception
    if keys:
        yield _places(addresses.RECEPTION, "reception", keys, addresses.reception, found, edition)


def _reception(key: str, edition: Edition) -> Listing:
    path = addresses.reception(key)
    title = edition.words("list.received_at", agency=edition.agency_name(key))
    intro = agency_facts(key, path, edition)
    index, found = ("reception", addresses.RECEPTION), edition.by_reception[key]
    return listing_of(path, title, index, found, edition, intro)


def _places(
    path: str,
    name: str,
    keys: Iterable[str],
    path_of: Callable[[str], str],
    found: Summaries,
    edition: Edition,
) -> Listing:
    words = edition.words
    agencies = edition.catalogue.agencies
    ordered, folds = _folded(list(keys), edition)
    rows = [
        Item(
            title=agencies[key].name,
            path=path_of(key),
            about=(written_count(found.get(key, ()), edition),),
            key=next((code.value for code in agencies[key].codes), key),
            status=words("agency.ended") if _ended(key, edition) else "",
            start=agencies[key].valid_from,
            end=_day_after(agencies[key].valid_to),
            certain=_certain(agencies[key]),
            province=_province(agencies[key], edition),
            group=fold_group(folds[key], edition) if key in folds else "",
        )
        for key in ordered
    ]
    intro = phrase(words, f"list.{name}_intro")
    title, count = words(f"list.{name}"), "list.agency_count"
    return Listing(
        path, title, rows, intro, count=count, missing="list.missing_any", page_size=SHORT_LINES
    )


def _folded(keys: Sequence[str], edition: Edition) -> tuple[list[str], Mapping[str, FoldKey]]:
    """Agencies with those that fold behind the first of them, and what these fold under."""
    agencies = edition.catalogue.agencies
    folding = {key: fold_key(agencies[key].name, agencies[key].place) for key in keys}
    groups = large_groups(folding.items(), edition)
    folds = {key: fold for fold, found in groups.items() for key in found}
    ordered = dict.fromkeys(
        one for key in keys for one in (groups[folds[key]] if key in folds else (key,))
    )
    return list(ordered), folds


def _province(agency: Agency, edition: Edition) -> str:
    """The code of the province that an agency is in; empty where that is not known."""
    unit = unit_at(edition.catalogue.places, agency.place or "")
    return unit[0].code if unit else ""


def _certain(agency: Agency) -> Days | None:
    """The days on which an agency is known to work; none when nobody says since when."""
    return (agency.valid_from, _day_after(agency.valid_to)) if agency.valid_from else None


def _day_after(last: date | None) -> date | None:
    """An agency works on its last day; an item belongs to days before its end."""
    return last + timedelta(days=1) if last else None


def _ended(key: str, edition: Edition) -> bool:
    until = edition.catalogue.agencies[key].valid_to
    return until is not None and until < edition.day


BY_AGENCY = Way(
    NavigationEntry("agencies", addresses.AGENCIES, home=30, menu=30),
    _agency_index,
    _agencies,
    _agency,
)
BY_RECEPTION = Way(
    NavigationEntry("reception", addresses.RECEPTION, home=40, needs=_has_reception),
    _reception_index,
    _receptions,
    _reception,
    nations=False,
)
