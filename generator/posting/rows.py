"""The rows of lists and tables of a posting set."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from generator.exports.qr import qr_svg
from generator.law.titles import one_line
from generator.model.brief_words import fee_words, time_words
from generator.model.edition import Edition
from generator.model.posting import ChangedSheet, PostingItem
from generator.model.posting_groups import PostingGroup
from generator.model.published import PublishedProcedure
from generator.pages.validity import validity
from generator.posting.sheets import coming_change, short_url, shown_code

UNSTATED = "not_stated"
"""The online level of a procedure whose source states none."""
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


def wall_row(part: int, number: int, item: PostingItem, edition: Edition) -> Row:
    """A procedure of the wall list: how long, how much, how far online, and its code.

    `part` is that of the set with its sheet, 0 where the set is printed in one.
    """
    words, level = edition.words, item.entry.version.online.level
    brief, address = item.entry.summary.brief, short_url(item.entry, edition)
    see_sheet = words("posting.see_sheet_in", part=part) if part else words("posting.see_sheet")
    return {
        **_named(number, item.entry, edition),
        "time": time_words(brief.time, words) if brief.time else see_sheet,
        "fee": fee_words(brief.fee, words) if brief.fee else see_sheet,
        "coming": coming_change(item.entry, edition),
        "online": words(f"online.{level}") if level != UNSTATED else "",
        "address": address.partition("://")[2],
        "code_picture": qr_svg(address) if address else "",
    }


def contents(items: Iterable[PostingItem], edition: Edition) -> list[Row]:
    """The sheets of a set by field: their places in the file, the nearest reasons for them."""

    def row(place: int, item: PostingItem, edition: Edition) -> Row:
        """One sheet; its place is where it stands in the file."""
        why = edition.words(f"posting.reason.{item.reasons[0]}")
        return {**_named(place, item.entry, edition), "why": why, "place": place}

    return rows_by_field(items, row, edition)


def group_lines(items: Iterable[PostingItem], edition: Edition) -> Iterator[str]:
    """How many procedures name bodies elsewhere alone."""
    counts = Counter(item.group for item in items)
    for group in (PostingGroup.VERTICAL, PostingGroup.ELSEWHERE):
        if counts[group]:
            yield edition.words(f"posting.group_count.{group}", count=counts[group])


def _named(number: int, entry: PublishedProcedure, edition: Edition) -> Row:
    title = one_line(entry.version.title)
    return {"number": number, "code": shown_code(entry, edition), "title": title}


def changed_row(changed: ChangedSheet, edition: Edition) -> Row:
    """A sheet that changes: its versions, and the decision that asks for it."""
    versions = " → ".join(filter(None, (changed.before, changed.after)))
    return {
        "code": shown_code(changed.entry, edition),
        "title": changed.entry.title,
        "versions": versions,
        "why": change_reason(changed, edition),
    }


def change_reason(changed: ChangedSheet, edition: Edition) -> str:
    """What became of the old sheet, and by which decision; else that the set changed."""
    words, event = edition.words, changed.event
    if event is None:
        return words("posting.other_set")
    said = words(
        "posting.by_decision",
        number=event.decision.number,
        action=words(f"action.{event.action}").lower(),
    )
    old = changed.before and edition.catalogue.version(changed.entry.code, changed.before)
    return f"{said} {validity(changed.entry, old, edition).sentence}." if old else said
