"""What there is to make of an edition: one entry in `TASK_KINDS` for each page, list and format.

To add a page, a list or a format: write the function that makes it in its own module, and add one
entry here. Everything else follows: which worker makes it, when it is made again, the sitemap, the
check of links, and what is removed when it is gone.
"""

from collections.abc import Callable, Iterable, Iterator

from generator import addresses
from generator.exports.feeds import agency_feeds, feeds, field_feeds, procedure_feeds
from generator.exports.journeys import journey_json, journeys_json
from generator.exports.json_api import decision_json, lists_json, place_json, procedure_json
from generator.exports.national import nation_json, national_json
from generator.exports.opensearch import opensearch
from generator.exports.shard import shard_json
from generator.exports.tables import figure_rows
from generator.model.edition import Edition
from generator.pages.changes import CHANGES_NAVIGATION, change_lists
from generator.pages.communes import commune_page
from generator.pages.decision import decision_page
from generator.pages.figures import figures_page
from generator.pages.follow import follow_page
from generator.pages.front import home_page, procedures_page, search_page
from generator.pages.handout import short_pages
from generator.pages.journeys import journey_index, journey_page
from generator.pages.limits import cut_list
from generator.pages.listing import Listing, listing_data, listing_pages
from generator.pages.lists import WAYS
from generator.pages.national import national_page, national_pages
from generator.pages.navigation import Navigation, NavigationEntry, navigation_of
from generator.pages.open_data import DATA_NAVIGATION, open_data_page
from generator.pages.page import Page
from generator.pages.page_code import page_code, with_codes
from generator.pages.places import place_pages
from generator.pages.procedure import procedure_page, redirect_page, version_page
from generator.pages.redline import redline_pages
from generator.pages.register import register
from generator.pages.reuse import version_text
from generator.pages.rules import rule_pages
from generator.pages.version_body import VersionBody
from generator.pages.wall_list import field_wall_lists, posting_fields, posting_offices, wall_lists
from generator.search.files import search_files
from generator.search.place_files import place_files
from generator.site.static import read_assets
from generator.site.task_kinds import Made, Output, Task, TaskKind, single_task


def _front_pages(edition: Edition) -> Iterator[Page]:
    links = navigation(edition)
    yield home_page(edition, links)
    yield search_page(edition, links)
    yield procedures_page(edition, links)
    yield follow_page(edition)
    for old, code in edition.former_ids.items():
        yield redirect_page(old, code, edition)


def _procedure(code: str, edition: Edition) -> Iterator[Output]:
    entry = edition.entries[code]
    published = {event.version for event in entry.timeline.events}
    versions = [v for v in edition.catalogue.versions[code] if v.version in published]
    bodies = {v.version: VersionBody(v, entry.procedure, edition) for v in versions}
    yield procedure_page(entry, bodies[entry.version.version], edition)
    for version in versions:
        yield version_page(entry, bodies[version.version], edition)
        yield version_text(entry, version, edition)
        yield from short_pages(entry, bodies[version.version], edition)
    yield from redline_pages(entry, edition)
    read = {version: body.read for version, body in bodies.items()}
    yield procedure_json(entry, read, edition)
    yield from procedure_feeds(entry, edition)


def _places(edition: Edition) -> Iterator[Output]:
    yield from place_pages(edition)
    for place in edition.catalogue.places.values():
        yield place_json(place)


def _journeys(edition: Edition) -> Iterator[Output]:
    yield from journey_index(edition)
    yield from journeys_json(edition)


def _journey(key: str, edition: Edition) -> Iterator[Output]:
    yield from with_codes((journey_page(key, edition),), edition)
    yield journey_json(key, edition)


def _decision(key: str, edition: Edition) -> Iterator[Output]:
    yield decision_page(edition.catalogue.decisions[key], edition)
    yield from page_code(addresses.decision(key), edition)
    yield decision_json(edition.catalogue.decisions[key])


def _national(code: str, edition: Edition) -> Iterator[Output]:
    yield national_page(code, edition)
    yield national_json(code, edition)


def _lists() -> Iterator[TaskKind]:
    """An entry for each way to list procedures: one list for each of its keys."""
    for name, way in WAYS.items():
        yield TaskKind(name, _listing_maker(way.listed), way.keys, 8, nations=way.nations)


def _indexes() -> Iterator[TaskKind]:
    """An entry for each way to list procedures: the index of its lists."""
    for name, way in WAYS.items():
        yield single_task(
            f"{name}_index", way.index, nations=way.nations, navigation=(way.navigation,)
        )


def _listing_maker(
    listed: Callable[[str, Edition], Listing],
) -> Callable[[str, Edition], Iterable[Made]]:
    return lambda key, edition: (listed(key, edition),)


_DATA = (NavigationEntry("data", addresses.INDEX_DATA, foot=40),)
_PROCEDURES = (NavigationEntry("procedures", addresses.PROCEDURES, menu=60),)
"""Links that sites of publishers and of nations have, though other tasks make their pages."""

TASK_KINDS: tuple[TaskKind, ...] = (
    single_task("search_data", search_files, "search", nations=True),
    single_task("place_names", place_files, "search"),
    single_task("change_feeds", feeds, "feeds"),
    single_task("records_data", lists_json, "index"),
    single_task(
        "open_data", lambda edition: (open_data_page(edition),), navigation=DATA_NAVIGATION
    ),
    single_task("figures_data", figure_rows, "figures"),
    single_task("opensearch", opensearch, "opensearch", nations=True),
    single_task("shard", shard_json, "shard"),
    single_task(
        "nation_data", nation_json, "nation", publishers=False, nations=True, navigation=_DATA
    ),
    single_task("assets", lambda _: read_assets(), "assets", nations=True),
    TaskKind("field_feeds", field_feeds, lambda edition: edition.catalogue.fields, 8, "feeds"),
    TaskKind("agency_feeds", agency_feeds, lambda edition: edition.catalogue.agencies, 8, "feeds"),
    TaskKind("wall_list", wall_lists, posting_offices, 8),
    TaskKind("field_wall_list", field_wall_lists, posting_fields, 8),
    *_lists(),
    *_indexes(),
    single_task(
        "national_index",
        lambda nation: national_pages(nation, navigation(nation)),
        publishers=False,
        nations=True,
        navigation=_PROCEDURES,
    ),
    single_task(
        "figures_page",
        lambda edition: (figures_page(edition),),
        navigation=(NavigationEntry("figures", addresses.FIGURES, home=110, foot=10),),
    ),
    single_task("cuts", cut_list),
    single_task("change_lists", change_lists, navigation=CHANGES_NAVIGATION),
    single_task(
        "places",
        _places,
        navigation=(
            NavigationEntry(
                "places",
                addresses.PLACES,
                home=55,
                needs=lambda edition: bool(edition.catalogue.places),
            ),
        ),
    ),
    TaskKind(
        "commune",
        lambda key, edition: (commune_page(key, edition),),
        lambda edition: edition.known_communes,
        32,
    ),
    single_task(
        "journeys",
        _journeys,
        navigation=(
            NavigationEntry(
                "journeys",
                addresses.JOURNEYS,
                home=15,
                needs=lambda edition: bool(edition.catalogue.journeys),
            ),
        ),
    ),
    TaskKind("journey", _journey, lambda edition: edition.catalogue.journeys, 4),
    single_task(
        "register",
        register,
        navigation=(
            NavigationEntry(
                "decisions",
                addresses.DECISIONS,
                home=70,
                menu=40,
                needs=lambda edition: bool(edition.catalogue.decisions),
            ),
        ),
    ),
    single_task(
        "rules",
        rule_pages,
        nations=True,
        navigation=(NavigationEntry("rules", addresses.RULES, foot=30),),
    ),
    single_task(
        "front",
        _front_pages,
        navigation=(
            *_PROCEDURES,
            NavigationEntry("follow", addresses.FOLLOW, home=120, foot=20),
        ),
    ),
    TaskKind("procedure", _procedure, lambda edition: edition.entries, 32),
    TaskKind("decision", _decision, lambda edition: edition.catalogue.decisions, 32),
    TaskKind(
        "national",
        _national,
        lambda edition: edition.entries,
        32,
        publishers=False,
        nations=True,
    ),
)
"""Everything there is to make; what is about everything comes first, the longest work foremost."""

_KINDS = {kind.name: kind for kind in TASK_KINDS}


def kind_of(task: Task) -> TaskKind:
    """The entry of a task."""
    return _KINDS[task.kind]


def all_tasks(edition: Edition) -> list[Task]:
    """Every task of an edition, in the order of the entries."""
    return [task for kind in TASK_KINDS for task in kind.tasks(edition)]


def navigation(edition: Edition) -> Navigation:
    """The links that every page of an edition has, or its home page alone."""
    kinds = [kind for kind in TASK_KINDS if kind.belongs_to(edition)]
    entries = (one for kind in kinds for one in kind.navigation if one.needs(edition))
    return navigation_of(entries, edition.words)


def make_outputs(task: Task, edition: Edition) -> Iterator[Output]:
    """The pages and files of one task."""
    for made in kind_of(task).make(task.key, edition):
        if isinstance(made, Listing):
            yield from with_codes(listing_pages(made, edition), edition)
            yield listing_data(made)
        else:
            yield made
