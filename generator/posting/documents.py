"""The documents of a posting set as PDF."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import cast

from generator import addresses
from generator.exports.qr import qr_svg
from generator.law.titles import one_line
from generator.model.edition import Edition
from generator.model.newest_decision import days_known
from generator.model.posting import ChangedSheet, PostingChange, PostingItem, PostingSet
from generator.model.published import PublishedProcedure
from generator.pages.communes import commune_target
from generator.pages.contact import contact_line
from generator.posting.blocks import PrintedBlock, blocks_by_part, blocks_of
from generator.posting.marks import leave_out_marks
from generator.posting.office_style import PLAIN_STYLE, OfficeStyle
from generator.posting.rows import (
    NOT_PRINTED,
    UNSTATED,
    UNTOLD,
    ListedSheet,
    Row,
    SheetPlace,
    changed_row,
    contents,
    group_lines,
    listed_answers,
    rows_by_field,
    wall_row,
)
from generator.posting.sheets import PostingSheet, shown_code
from generator.posting.tree import read_tree
from generator.posting.typesetting import render_paged, render_pdf
from generator.records.registers import Contact
from generator.records.units import unit_at

_PLAIN = (
    "card_how",
    "cards_title",
    "changes_title",
    "code",
    "contents",
    "continued",
    "cover_title",
    "feedback_how",
    "feedback_of_set",
    "feedback_title",
    "leaflet_title",
    "feedback_blank",
    "feedback_line",
    "nothing",
    "page",
    "page_in_all",
    "sheets_title",
    "sign_off",
    "sign_off_how",
    "unknown_title",
    "wall_title",
)
_LINES = (
    "code",
    "title",
    "whose",
    "identity",
    "address",
    "code_picture",
    "warning",
    "kin",
    "coming",
)
"""What a sheet says in plain words."""
_SELDOM = 0.1
"""Of so few procedures that state how far they go online, the list says it beside the title."""
_SIGNED = ("day", "what", "by", "signature")


@dataclass(frozen=True, slots=True)
class PostedSet:
    """A set that is printed for `office`, in its style; `agency` is the id of one that it has."""

    office: str
    items: PostingSet
    edition: Edition
    style: OfficeStyle = PLAIN_STYLE
    agency: str = ""
    fields: str = ""
    """The fields that the set is narrowed to, by name."""
    part: tuple[int, int] = (1, 1)
    """Which part of the set it is, of how many."""
    place: str = ""
    """The key of the place whose set it is, where no agency has it."""


def print_sheets(posted: PostedSet, sheets: Sequence[PostingSheet]) -> bytes:
    """A list with page numbers, and every procedure on sheets of its own."""
    return print_placed_sheets(posted, sheets)[0]


def print_placed_sheets(
    posted: PostedSet, sheets: Sequence[PostingSheet]
) -> tuple[bytes, Sequence[SheetPlace]]:
    """The sheets of a set or of a part of one, and where each of them stands."""
    rows = contents(posted.items.values(), posted.edition)
    columns = ("code", "title", "why", "page")
    groups = list(group_lines(posted.items.values(), posted.edition))
    own = {"sheets": list(map(_printed_sheet, sheets)), "fields": rows, "groups": groups}
    pdf, starts = render_paged("sheets", _data(posted, columns, own), posted.edition.day)
    number, count = posted.part
    volume = number if count > 1 else 0
    return pdf, [SheetPlace(volume, page) for page in starts]


def print_wall_list(
    posted: PostedSet, paper: str, printed: Mapping[str, ListedSheet] = NOT_PRINTED
) -> bytes:
    """The list of the set, `printed` what it says of sheets by code; `paper` is "a4" or "a3"."""
    columns = ("number", "code", "title", "time", "fee", "online", "scan")

    def row(number: int, item: PostingItem, edition: Edition) -> Row:
        """One procedure, with what is known of its sheet."""
        sheet = printed.get(item.entry.code) or ListedSheet(listed_answers(item, edition))
        return wall_row(number, item, sheet, edition)

    fields = rows_by_field(posted.items.values(), row, posted.edition)
    told = [one.entry.version.online.level != UNSTATED for one in posted.items.values()]
    some_online = sum(told) > len(told) * _SELDOM
    own = {"paper": paper, "fields": fields, "online": some_online, "note": _note(fields, posted)}
    return _print("wall", posted, columns, **own)


def _note(fields: Sequence[Row], posted: PostedSet) -> str:
    """What the mark for an unknown fee means, where the list has one."""
    rows = (row for field in fields for row in cast(Sequence[Row], field["rows"]))
    return posted.edition.words("posting.untold", mark=UNTOLD) if _any_untold(rows) else ""


def _any_untold(rows: Iterable[Row]) -> bool:
    return any(row["fee"] == UNTOLD for row in rows)


def print_cover(posted: PostedSet) -> bytes:
    """Title and feedback notice."""
    base = posted.edition.catalogue.settings.paper_url
    base = f"{base}{_page_of(posted)}" if base else ""
    return _print(
        "cover",
        posted,
        address=base.partition("://")[2],
        code_picture=qr_svg(base) if base else "",
    )


def print_sign_off(posted: PostedSet, changes: Sequence[ChangedSheet] | None = None) -> bytes:
    """The sheet on which posting is signed; its first line is that of this print.

    It is a file of its own: a cover that is exchanged would take the signatures along.
    """
    return _print("sign-off", posted, first=_sign_off_words(posted, changes))


def _page_of(posted: PostedSet) -> str:
    """The page of the site about the office or its place; the first page of the site for others."""
    if posted.agency:
        return addresses.address(addresses.agency(posted.agency))
    at = unit_at(posted.edition.catalogue.places, posted.place)
    if at is None:
        return ""
    province, commune = at
    page = addresses.province(province.id)
    page = commune_target(province, commune, posted.edition) if commune else page
    path, line, anchor = page.partition("#")
    return f"{addresses.address(path)}{line}{anchor}"


def print_changes(
    posted: PostedSet, changes: Sequence[ChangedSheet], since: date, unknown: Sequence[str] = ()
) -> bytes:
    """What to take down, to exchange and to put up, each with the decision that asks for it.

    The sheets of `unknown` codes seem not to change: no source says since when they hold.
    """
    words, edition = posted.edition.words, posted.edition
    kinds = (PostingChange.TAKE_DOWN, PostingChange.EXCHANGE, PostingChange.PUT_UP)
    groups = [_group(kind, changes, posted) for kind in kinds]
    said = words("posting.since", since=words.day(since), day=words.day(edition.day))
    columns = ("done", "code_and_version", "title", "because")
    return _print(
        "changes",
        posted,
        columns,
        groups=groups,
        since=said,
        also=words("posting.also_changed") if changes else "",
        unknown=words("posting.unknown_since", count=words.number(len(unknown))) if unknown else "",
        unknown_sheets=[_code_and_title(edition.entries[one], edition) for one in unknown],
    )


def _group(kind: PostingChange, changes: Sequence[ChangedSheet], posted: PostedSet) -> Row:
    """The changes of one kind, under their heading."""
    words, items = posted.edition.words, posted.items
    note = words("posting.put_up_note") if kind is PostingChange.PUT_UP else ""
    rows = [changed_row(one, items, posted.edition) for one in changes if one.change is kind]
    return {"name": words(f"posting.{kind}"), "note": note, "rows": rows}


def _code_and_title(entry: PublishedProcedure, edition: Edition) -> tuple[str, str]:
    return shown_code(entry, edition), one_line(entry.version.title)


def print_leaflets(posted: PostedSet, sheets: Sequence[PostingSheet]) -> bytes:
    """A5 for citizens: the answers and the papers."""
    return _print("leaflet", posted, sheets=list(map(_printed_leaflet, sheets)))


def print_cards(posted: PostedSet, sheets: Sequence[PostingSheet]) -> bytes:
    """QR codes for the counter, eight on a side."""
    return _print("cards", posted, sheets=list(map(_lines, sheets)))


def _printed_sheet(sheet: PostingSheet) -> Row:
    return {**_lines(sheet), "answers": _answers(sheet), "parts": blocks_by_part(sheet.parts)}


def _printed_leaflet(sheet: PostingSheet) -> Row:
    papers = leave_out_marks(read_tree(sheet.papers))
    return {**_lines(sheet), "answers": _answers(sheet), "papers": blocks_of(papers)}


def _lines(sheet: PostingSheet) -> Row:
    return {key: getattr(sheet, key) for key in _LINES}


def _answers(sheet: PostingSheet) -> list[tuple[str, list[PrintedBlock]]]:
    return [(name, blocks_of(said)) for name, said in sheet.answers]


def _print(template: str, posted: PostedSet, columns: Sequence[str] = (), **own: object) -> bytes:
    return render_pdf(template, _data(posted, columns, own), posted.edition.day)


def _data(
    posted: PostedSet, columns: Sequence[str], own: Mapping[str, object]
) -> Mapping[str, object]:
    """What a template is filled with: what all documents of a set share, and its own."""
    edition = posted.edition
    day, words = edition.day, edition.words
    contacts = [_printed_contact(one, edition) for one in edition.contacts("feedback")]
    feedback = [blocks_of(read_tree(contact_line(one, edition).html)) for one in contacts]
    shared = {
        "office": posted.office,
        "reach": list(_reach(posted)),
        "style": asdict(posted.style),
        "language": words.language,
        "scannable": bool(edition.catalogue.settings.paper_url),
        "day": [day.year, day.month, day.day],
        "feedback": feedback,
        "narrowed": posted.fields,
        "words": {**_words(posted), "columns": [words(f"posting.column.{key}") for key in columns]},
    }
    return {**shared, **own}


def _printed_contact(contact: Contact, edition: Edition) -> Contact:
    """A contact without an address on this site: no page of ours takes feedback in."""
    ours = edition.catalogue.settings.base_url
    return replace(contact, url=None) if ours and (contact.url or "").startswith(ours) else contact


def _sign_off_words(posted: PostedSet, changes: Sequence[ChangedSheet] | None) -> str:
    """What the first line of the sheet that is signed says was posted, or was changed."""
    words = posted.edition.words
    day, count = words.day(posted.edition.day), words.number(len(posted.items))
    said = words("posting.sign_off_first", count=count, day=day)
    if changes is not None:
        kinds = Counter(one.change for one in changes)
        counts = {str(kind): words.number(kinds[kind]) for kind in PostingChange}
        said = words("posting.sign_off_changes", day=day, **counts)
    return f"{said}. {posted.fields}" if posted.fields else said


def _part_words(posted: PostedSet) -> str:
    number, count = posted.part
    return posted.edition.words("posting.part", number=number, count=count) if count > 1 else ""


def _reach(posted: PostedSet) -> Iterator[str]:
    """Where the office is, its telephone and its hours, as far as its record says them."""
    words, agency = posted.edition.words, posted.edition.catalogue.agencies.get(posted.agency)
    if agency and agency.address:
        yield words("posting.reach", address=agency.address)
    if agency and agency.phone:
        yield words("posting.reach_phone", phone=agency.phone)
    if agency and agency.hours:
        yield words("posting.reach_hours", hours=agency.hours)


def _words(posted: PostedSet) -> Mapping[str, object]:
    """The words that templates ask for."""
    words, known = posted.edition.words, days_known(posted.edition)
    day = words("known.on_day", day=words.day(posted.edition.day))
    return {
        **{key: words(f"posting.{key}") for key in _PLAIN},
        "qr": words("handout.qr"),
        "scan": words("handout.scan"),
        "feedback_right": words("handout.feedback"),
        "sample": words("template.sample") if posted.edition.catalogue.settings.sample else "",
        "emblem": words("posting.emblem", office=posted.office),
        "as_of": re.sub(r" (?=\d)", "\u00a0", known),
        "posted": words("posting.posted", office=posted.office, known=day),
        "count": words("posting.count", count=words.number(len(posted.items))),
        "part": _part_words(posted),
        "sign_off_columns": [words(f"posting.signed.{key}") for key in _SIGNED],
    }
