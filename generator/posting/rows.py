"""The rows of lists and tables of a posting set."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.exports.qr import qr_svg
from generator.law.intervals import Event
from generator.law.titles import one_line
from generator.locale import Words
from generator.model.brief_words import posted_fee, posted_time
from generator.model.edition import Edition
from generator.model.posting import ChangedSheet, PostingItem, PostingSet
from generator.model.posting_groups import PostingGroup
from generator.model.published import PublishedProcedure
from generator.pages.answers import Answer, how_long, how_much
from generator.pages.coming import coming_change
from generator.pages.validity import validity
from generator.posting.sheets import kin_codes, short_url, shown_code
from generator.posting.tree import plain_words, read_tree
from generator.readings.brief_values import Brief
from generator.readings.fee_days import fees_on
from generator.readings.fees import read_fees
from generator.readings.time_summary import summarise_times
from generator.readings.times import read_times

UNSTATED = "not_stated"
"""The online level of a procedure whose source states none."""
UNTOLD = "–"
"""In the column of fees, that a procedure states none."""


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """Where a printed sheet stands: its volume, 0 where the set has one, and its first page."""

    volume: int
    page: int


@dataclass(frozen=True, slots=True)
class ListedAnswers:
    """What the wall list says of the time and the fee of a procedure."""

    time: str
    fee: str


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """What the wall list says of a sheet, `place` None where it is printed at another time."""

    answers: ListedAnswers
    place: SheetPlace | None = None


NOT_PRINTED: Mapping[str, ListedSheet] = {}
"""What a list knows of sheets that are not printed with it."""
Row = dict[str, object]
RowOf = Callable[[int, PostingItem, Edition], Row]


def rows_by_field(items: Iterable[PostingItem], row_of: RowOf, edition: Edition) -> list[Row]:
    """Rows under the names of their fields, numbered throughout.

    Fields of procedures that name bodies elsewhere say so.
    """
    numbered = enumerate(items, 1)
    by_field = groupby(numbered, key=lambda pair: _place_of(pair[1]))
    return [
        {
            "name": _heading(group, edition.field(field).name, edition),
            "rows": [row_of(number, item, edition) for number, item in pairs],
        }
        for (group, field), pairs in by_field
    ]


def _place_of(item: PostingItem) -> tuple[PostingGroup, str]:
    return item.group, item.entry.procedure.field


def _heading(group: PostingGroup, field: str, edition: Edition) -> str:
    if group is PostingGroup.OWN:
        return field
    return edition.words(f"posting.group.{group}", field=field)


def listed_answers(item: PostingItem, edition: Edition) -> ListedAnswers:
    """What the wall list says of the time and the fee of a procedure."""
    entry, brief = item.entry, edition.brief_of(item.entry.summary)
    fee = _in_column(_fee_words(entry, brief, edition), edition.words)
    return ListedAnswers(_time_words(entry, brief, edition), fee)


def wall_row(number: int, item: PostingItem, sheet: ListedSheet, edition: Edition) -> Row:
    """A procedure of the wall list: how long, how much, how far online, its code, its sheet."""
    words, level = edition.words, item.entry.version.online.level
    answers, address = sheet.answers, short_url(item.entry, edition)
    return {
        **_named(number, item.entry, edition),
        "place": _place_words(sheet.place, words) if sheet.place else "",
        "time": answers.time,
        "fee": answers.fee,
        "kin": _kin_words(item, edition),
        "coming": coming_change(item.entry, edition),
        "online": words(f"online.{level}") if level != UNSTATED else "",
        "address": address.partition("://")[2],
        "code_picture": qr_svg(address) if address else "",
    }


def _kin_words(item: PostingItem, edition: Edition) -> str:
    codes = kin_codes((*item.kin, *item.named_alike), edition)
    return edition.words("posting.kin.same", codes=codes) if codes else ""


def _place_words(place: SheetPlace, words: Words) -> str:
    key = "posting.sheet_in_volume" if place.volume else "posting.sheet_at"
    return words(key, volume=place.volume, page=place.page)


def _in_column(fee: str, words: Words) -> str:
    """What the column of fees says; most sources state none, which a note above the list says."""
    return UNTOLD if fee in (words("fee.not_stated"), words("answer.no_fee")) else fee


def _time_words(entry: PublishedProcedure, brief: Brief, edition: Edition) -> str:
    if brief.time:
        return posted_time(brief.time, edition.words)
    version, times = entry.version, summarise_times(read_times(entry.version))
    said = how_long(version, entry.procedure, times, edition.words)
    return _untold(said, "answer.no_time", edition.words)


def _fee_words(entry: PublishedProcedure, brief: Brief, edition: Edition) -> str:
    if brief.fee:
        return posted_fee(brief.fee, edition.words)
    version, fees = entry.version, fees_on(read_fees(entry.version), edition.day)
    said = how_much(version, entry.procedure, fees, edition.words)
    return _untold(said, "answer.no_fee", edition.words)


def _untold(answer: Answer, nothing: str, words: Words) -> str:
    """What a list says of what it cannot tell: that the sheet does, or that nothing is stated."""
    none = words(nothing)
    return none if plain_words(read_tree(answer[1])) == none else words("posting.see_sheet")


def contents(items: Iterable[PostingItem], edition: Edition) -> list[Row]:
    """The sheets of a set by field: their places in the file, the nearest reasons for them."""

    def row(place: int, item: PostingItem, edition: Edition) -> Row:
        """One sheet; its place is where it stands in the file."""
        return {**_named(place, item.entry, edition), "why": _why(item, edition), "place": place}

    return rows_by_field(items, row, edition)


def _why(item: PostingItem, edition: Edition) -> str:
    """Why a sheet hangs here, for those who stand before it."""
    words, reason = edition.words, item.reasons[0]
    if item.group is not PostingGroup.OWN:
        internal = item.group is PostingGroup.INTERNAL
        return words("posting.reason.internal" if internal else "posting.reason.other_office")
    level = words(f"level.{item.level}") if item.level else ""
    return words(f"posting.reason.{reason}", level=level.lower())


def group_lines(items: Iterable[PostingItem], edition: Edition) -> Iterator[str]:
    """How many procedures are not the office's own, of each group."""
    counts = Counter(item.group for item in items)
    for group in (PostingGroup.VERTICAL, PostingGroup.ELSEWHERE, PostingGroup.INTERNAL):
        if counts[group]:
            yield edition.words(f"posting.group_line.{group}", count=counts[group])


def _named(number: int, entry: PublishedProcedure, edition: Edition) -> Row:
    title = one_line(entry.version.title)
    return {"number": number, "code": shown_code(entry, edition), "title": title}


def changed_row(changed: ChangedSheet, items: PostingSet, edition: Edition) -> Row:
    """A sheet that changes: its versions, the decision that asks for it, its kin in the set."""
    versions = " → ".join(dict.fromkeys(filter(None, (changed.before, changed.after))))
    item = items.get(changed.entry.code)
    kin = _kin_words(item, edition) if item else ""
    why = change_reason(changed, edition)
    return {
        "code": shown_code(changed.entry, edition),
        "title": changed.entry.title,
        "versions": versions,
        "why": f"{why} {kin}." if kin else why,
    }


def change_reason(changed: ChangedSheet, edition: Edition) -> str:
    """What became of the old sheet, and by which decision; else that the set changed."""
    words, event = edition.words, changed.event
    if changed.fee_until:
        return words("posting.fee_ended", day=words.day(changed.fee_until))
    if event is None:
        return words("posting.other_set")
    said = words(
        "posting.by_decision",
        number=event.decision.number,
        action=words(f"action.{event.action}").lower(),
    )
    said += _other_side(event, edition)
    old = changed.before and edition.catalogue.version(changed.entry.code, changed.before)
    return f"{said} {validity(changed.entry, old, edition).sentence}." if old else said


def _other_side(event: Event, edition: Edition) -> str:
    """Of a row that replaces procedures, what a new one stands for, or what an ended one became."""
    begins = event.version is not None
    codes = event.row.replaces if begins else [one.procedure for one in event.row.by]
    if event.action != "replace" or not codes:
        return ""
    entries = (edition.entries[code] for code in codes if code in edition.entries)
    key = "posting.stands_for" if begins else "posting.became"
    return " " + edition.words(key, codes=", ".join(shown_code(one, edition) for one in entries))
