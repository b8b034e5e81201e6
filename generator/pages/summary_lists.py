"""A list of procedures, made of their summaries, and a way to list them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator import addresses
from generator.law.agency_names import first_agency
from generator.model.brief_words import fee_words, time_words
from generator.model.edition import Edition
from generator.model.families import Family, elsewhere_words
from generator.model.summaries import Summaries, VersionSummary, shown_count
from generator.model.territories import is_local_name, is_national, province_name
from generator.pages.as_of import UNMARKED
from generator.pages.families import differing
from generator.pages.formatting import agency_part
from generator.pages.list_lines import Item
from generator.pages.listing import Listing
from generator.pages.navigation import NavigationEntry
from generator.pages.nodes.blocks import Block
from generator.pages.nodes.inline import NOTHING, Flow
from generator.pages.page import Crumb, Page


@dataclass(frozen=True, slots=True)
class Way:
    """A way to list procedures: its index, the keys that have a list, and the list of a key.

    `navigation` says where links to its index stand, `nations` whether a nation lists so too.
    """

    navigation: NavigationEntry
    index: Callable[[Edition], Iterator[Page | Listing]]
    keys: Callable[[Edition], Iterable[str]]
    listed: Callable[[str, Edition], Listing]
    nations: bool = True


def written_count(found: Iterable[VersionSummary], edition: Edition) -> str:
    """How many procedures a list shows, in words."""
    return edition.words("list.count", count=edition.words.number(shown_count(found)))


def _item(summary: VersionSummary, edition: Edition) -> Item:
    words = edition.words
    path = addresses.version_address(summary.procedure, summary.version)
    marked = summary.shown and summary.status not in UNMARKED
    family = edition.families.get(summary.procedure) if summary.shown else None
    named = (summary.code or summary.procedure, _agency_name(summary, edition))
    code, varying = summary.code or words("facts.no_code"), _varying(summary, family, edition)
    return Item(
        title=summary.title,
        path=addresses.procedure(summary.procedure) if summary.shown else path,
        about=(*_of_whom(summary, edition), *_time_and_fee(summary, edition), code),
        status=words(f"status.{summary.status}") if marked else "",
        levels=summary.levels,
        online="yes" if summary.online in ("end_to_end", "partial") else "",
        start=summary.start,
        end=summary.end,
        certain=summary.certain,
        shown=summary.shown,
        key=", ".join(filter(None, named)),
        province=summary.province,
        family=family.id if family else "",
        elsewhere=elsewhere_words(family, words) if family else "",
        varies=(*_of_whom(summary, edition), *varying, code) if varying else (),
    )


def _of_whom(summary: VersionSummary, edition: Edition) -> Iterator[str]:
    """In which province, at which level and by whom."""
    words = edition.words
    if summary.province:
        yield province_name(summary.province, edition.catalogue, words)
    yield ", ".join(words(f"level.{key}") for key in summary.levels)
    yield _agency_name(summary, edition)


def _time_and_fee(summary: VersionSummary, edition: Edition) -> tuple[str, str]:
    """How long and how much."""
    words, brief = edition.words, summary.brief
    time = time_words(brief.time, words) if brief.time else ""
    return time, fee_words(brief.fee, words) if brief.fee else ""


def _varying(summary: VersionSummary, family: Family | None, edition: Edition) -> tuple[str, ...]:
    """The same for all places of a family: not those of one where they differ.

    Nothing where they do not, or no two provinces have the matter.
    """
    if family is None or len(family.provinces) < 2:
        return ()
    differ = differing(family, edition)
    if not any(differ):
        return ()
    words, own = edition.words, _time_and_fee(summary, edition)
    if all(differ):
        return (words("list.both_vary"),)
    return (words("list.time_varies"), own[1]) if differ[0] else (own[0], words("list.fee_varies"))


def _agency_name(summary: VersionSummary, edition: Edition) -> str:
    """The first agency that carries a procedure out, and how many others do.

    None of one province for a procedure of the whole country: elsewhere it is another.
    """
    if summary.executing is None:
        return ""
    name, more = first_agency(agency_part(summary.executing, edition))
    procedure = edition.catalogue.procedures.get(summary.procedure)
    if procedure and is_local_name(name) and is_national(procedure, edition.catalogue):
        return ""
    count = more + summary.others
    return edition.words("list.and_others", name=name, count=count) if count else name


def listing_of(
    path: str,
    title: str,
    index: tuple[str, str],
    found: Iterable[VersionSummary],
    edition: Edition,
    intro: Flow | Block = NOTHING,
) -> Listing:
    """A list: what binds or will bind first, what has ended after it.

    `index` is the name of its index, for its words, and the path of it.
    """
    crumb = Crumb(edition.words(f"list.{index[0]}"), index[1])
    items = [_item(summary, edition) for summary in sorted(found, key=lambda summary: summary.over)]
    feed = index[0] in ("fields", "agencies") and edition.HAS_FEEDS
    dated = edition.HAS_OTHER_DAYS
    return Listing(path, title, items, intro, (crumb,), dated=dated, feed=feed)


def keys_in_use(summaries: Summaries, keys: Iterable[str]) -> list[str]:
    """The keys under which there is something to show on the day of the edition."""
    return [key for key in keys if shown_count(summaries.get(key, ()))]
