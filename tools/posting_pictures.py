"""Pictures of every kind of posted paper, in grey as an office prints them.

    python -m tools.posting_pictures CATALOGUE FOLDER [--as-of 2026-11-28] [--dpi 60]

Of CATALOGUE the procedures with the fewest and the most letters, the longest title, the most
papers, channels and fees; of the sample one that is longer in all of them than any real one.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
from PIL import Image

from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.posting import PostingItem, PostingReason, changed_sheets, hung_of
from generator.model.published import PublishedProcedure
from generator.posting.documents import (
    PostedSet,
    print_cards,
    print_changes,
    print_cover,
    print_leaflets,
    print_sheets,
    print_sign_off,
    print_wall_list,
)
from generator.posting.sheets import sheet_of
from generator.posting.words_on_paper import words_on_paper
from generator.records.serialise import serialise_version
from generator.records.tree import load_catalogue
from tests.posting.extremes import longest_item

OFFICE = "Trung tâm Phục vụ hành chính công"
_INCH = 72
_ACROSS, _GAP = 4, 10
_MOST_PAGES = 12
_WALL = 40

Measure = Callable[[PublishedProcedure], int]

MEASURES: Mapping[str, Measure] = {
    "letters": lambda one: len(str(serialise_version(one.version))),
    "title": lambda one: len(one.version.title),
    "papers": lambda one: sum(len(group.items) for group in one.version.dossier.groups.items),
    "channels": lambda one: len(one.version.channels.items),
    "fees": lambda one: sum(len(way.fees.items) for way in one.version.channels.items),
}


def draw_pages(pdf: bytes, dpi: int) -> Image.Image:
    """The first pages of a document beside each other."""
    document = pypdfium2.PdfDocument(pdf)
    count = min(len(document), _MOST_PAGES)
    drawn = [document[n].render(scale=dpi / _INCH, grayscale=True).to_pil() for n in range(count)]
    width, height = (max(one.size[side] for one in drawn) + _GAP for side in (0, 1))
    rows = -(-count // _ACROSS)
    joined = Image.new("L", (width * min(count, _ACROSS), height * rows), 128)
    for place, one in enumerate(drawn):
        joined.paste(one, (width * (place % _ACROSS), height * (place // _ACROSS)))
    return joined


def choose_extremes(edition: Edition) -> Iterator[tuple[str, PostingItem]]:
    """The procedure with the fewest letters, and those with the most of everything."""
    current = [one for _, one in sorted(edition.entries.items()) if one.status.current]
    yield "shortest", _item(min(current, key=MEASURES["letters"]))
    for name, measure in MEASURES.items():
        yield f"most-{name}", _item(max(current, key=measure))


def _item(entry: PublishedProcedure) -> PostingItem:
    return PostingItem(entry, (PostingReason.FIELD,))


def _of_one(item: PostingItem, edition: Edition) -> Iterator[tuple[str, bytes]]:
    posted = PostedSet(OFFICE, {item.entry.code: item}, edition)
    sheets = [sheet_of(item, edition)]
    yield "sheet", print_sheets(posted, sheets)
    yield "leaflet", print_leaflets(posted, sheets)


def _of_set(edition: Edition) -> Iterator[tuple[str, bytes]]:
    current = [one for _, one in sorted(edition.entries.items()) if one.status.current]
    items = {one.code: _item(one) for one in current[:: max(1, len(current) // _WALL)]}
    posted = PostedSet(OFFICE, items, edition)
    for paper in ("a4", "a3"):
        yield f"wall-{paper}", print_wall_list(posted, paper)
    yield "cover", print_cover(posted)
    yield "sign-off", print_sign_off(posted)
    yield "cards", print_cards(posted, [sheet_of(one, edition) for one in items.values()])


def _of_changes(edition: Edition) -> tuple[str, bytes]:
    """What changed in two years: sheets to take down, to exchange and to put up."""
    since = edition.day - timedelta(days=730)
    before = Edition(edition.catalogue, since, edition.words)
    items, hung = (
        {one.code: _item(one) for one in made.entries.values() if one.status.current}
        for made in (edition, before)
    )
    changes = changed_sheets(hung_of(hung), items, edition, {})
    return "changes", print_changes(PostedSet(OFFICE, items, edition), changes, since)


def _documents(folder: Path, day: date) -> Iterator[tuple[str, bytes]]:
    words = words_on_paper(words_of("vi"))
    edition, sample = (
        Edition(load_catalogue(root)[0], day, words) for root in (folder, Path("catalogue"))
    )
    for name, item in choose_extremes(edition):
        yield from ((f"{name}-{kind}", pdf) for kind, pdf in _of_one(item, edition))
    for kind, pdf in _of_one(longest_item(sample), sample):
        yield f"made-up-{kind}", pdf
    yield from _of_set(edition)
    yield _of_changes(sample)


def main() -> int:
    """Write the pictures and say what each shows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--as-of", type=date.fromisoformat, default=date(2026, 11, 28))
    parser.add_argument("--dpi", type=int, default=60)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, pdf in _documents(options.catalogue, options.as_of):
        draw_pages(pdf, options.dpi).save(options.folder / f"{name}.png", optimize=True)
        sys.stdout.write(f"{name}.png\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
