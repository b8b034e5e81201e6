"""The documents of a posting set as PDF."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from generator.exports.qr import qr_svg
from generator.model.edition import Edition
from generator.model.posting import ChangedSheet, PostingChange, PostingSet
from generator.pages.contact import contact_line
from generator.posting.office_style import PLAIN_STYLE, OfficeStyle
from generator.posting.rows import changed_row, contents, rows_by_field, wall_row
from generator.posting.sheets import PostingSheet
from generator.posting.tree import read_tree
from generator.posting.typesetting import render_pdf

_PLAIN = (
    "card_how",
    "cards_title",
    "changes_title",
    "code",
    "contents",
    "continued",
    "cover_title",
    "feedback_how",
    "feedback_title",
    "leaflet_title",
    "no_feedback",
    "nothing",
    "page",
    "page_in_all",
    "sheet",
    "sheets_title",
    "sign_off",
    "sign_off_how",
    "wall_title",
)
_SIGNED = ("day", "what", "by", "signature")


@dataclass(frozen=True, slots=True)
class PostedSet:
    """A set that is printed for `office`, in its style."""

    office: str
    items: PostingSet
    edition: Edition
    style: OfficeStyle = PLAIN_STYLE


def print_sheets(posted: PostedSet, sheets: Sequence[PostingSheet]) -> bytes:
    """A list with page numbers, and every procedure on sheets of its own."""
    rows = contents(posted.items.values(), [sheet.number for sheet in sheets], posted.edition)
    columns = ("sheet", "code", "title", "why", "page")
    return _print("sheets", posted, columns, sheets=_plain(sheets), fields=rows)


def print_wall_list(posted: PostedSet, paper: str) -> bytes:
    """The list of the set; `paper` is "a4" or "a3"."""
    columns = ("number", "code", "title", "time", "fee", "online", "scan")
    fields = rows_by_field(posted.items.values(), wall_row, posted.edition)
    return _print("wall", posted, columns, paper=paper, fields=fields)


def print_cover(posted: PostedSet) -> bytes:
    """Title, feedback notice, and the sheet on which posting is signed."""
    base = posted.edition.catalogue.settings.paper_url
    return _print(
        "cover",
        posted,
        address=base.partition("://")[2],
        code_picture=qr_svg(base) if base else "",
    )


def print_changes(posted: PostedSet, changes: Sequence[ChangedSheet], since: date) -> bytes:
    """What to take down, to exchange and to put up, each with the decision that asks for it."""
    words, edition = posted.edition.words, posted.edition
    groups = [
        {
            "name": words(f"posting.{kind}"),
            "rows": [changed_row(one, edition) for one in changes if one.change is kind],
        }
        for kind in (PostingChange.TAKE_DOWN, PostingChange.EXCHANGE, PostingChange.PUT_UP)
    ]
    said = words("posting.since", since=words.day(since), day=words.day(edition.day))
    columns = ("done", "code", "title", "versions", "because")
    return _print("changes", posted, columns, groups=groups, since=said)


def print_leaflets(posted: PostedSet, sheets: Sequence[PostingSheet]) -> bytes:
    """A5 for citizens: the answers and the papers."""
    return _print("leaflet", posted, sheets=_plain(sheets))


def print_cards(posted: PostedSet, sheets: Sequence[PostingSheet]) -> bytes:
    """QR codes for the counter, eight on a side."""
    return _print("cards", posted, sheets=_plain(sheets))


def _plain(sheets: Sequence[PostingSheet]) -> list[dict[str, object]]:
    return [asdict(sheet) for sheet in sheets]


def _print(template: str, posted: PostedSet, columns: Sequence[str] = (), **own: object) -> bytes:
    edition = posted.edition
    day, words = edition.day, edition.words
    feedback = [read_tree(contact_line(one, edition).html) for one in edition.contacts("feedback")]
    shared = {
        "office": posted.office,
        "style": asdict(posted.style),
        "language": words.language,
        "day": [day.year, day.month, day.day],
        "feedback": feedback,
        "words": {**_words(posted), "columns": [words(f"posting.column.{key}") for key in columns]},
    }
    return render_pdf(template, shared | own, day)


def _words(posted: PostedSet) -> Mapping[str, object]:
    """The words that templates ask for."""
    words, day = posted.edition.words, posted.edition.words.day(posted.edition.day)
    return {
        **{key: words(f"posting.{key}") for key in _PLAIN},
        "qr": words("handout.qr"),
        "scan": words("handout.scan"),
        "no_qr": "" if posted.edition.catalogue.settings.paper_url else words("posting.no_qr"),
        "feedback_right": words("handout.feedback"),
        "emblem": words("posting.emblem", office=posted.office),
        "as_of": words("posting.as_of", day=day),
        "posted": words("posting.posted", office=posted.office, day=day),
        "count": words("posting.count", count=words.number(len(posted.items))),
        "sign_off_columns": [words(f"posting.signed.{key}") for key in _SIGNED],
    }
