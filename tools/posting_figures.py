"""The figures of posting sets on a large catalogue, too slow for every run of the tests.

    python -m tools.posting_figures CATALOGUE [--as-of 2026-11-28] [--site SITE] [--seed 1]

Sets of offices on three days against a count made from the files; the text layer of 200 sheets
against what they are set from, and the papers against the files; the time for 500 sheets and a
list of 400; every QR code of these, read at 100 dots an inch, and, with SITE, led to its page.
Exits 1 when one of them is wrong.
"""

import argparse
import random
import re
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import zxingcpp

from generator.locale import words_of
from generator.model.edition import Edition
from generator.model.posting import PostingItem, PostingReason, posting_set
from generator.model.posting_target import office_target
from generator.posting.documents import PostedSet, print_sheets, print_wall_list
from generator.posting.in_full import children_of
from generator.posting.sheets import PostingSheet, sheet_of
from generator.posting.tree import Tree
from generator.readings.paper_words import UNNAMED
from generator.records.catalogue import Catalogue
from generator.records.tree import load_catalogue
from tests.posting.recount import Files, Record, load

OFFICES = (
    "Bộ phận Một cửa phường Kinh Bắc",
    "Trung tâm Phục vụ hành chính công cấp xã, tỉnh Phú Thọ",
    "Trung tâm Phục vụ hành chính công tỉnh Lai Châu",
    "Sở Tư pháp",
    "Sở Xây dựng tỉnh Gia Lai",
)
DAYS = (date(2025, 6, 30), date(2026, 3, 1), date(2026, 11, 28))
BASE = "https://thutuc.gov.vn/"
QR = zxingcpp.BarcodeFormat.QRCode
MARGIN = 42.0
"""Of a sheet, in points: what stands outside runs at the head and foot of every page."""
HEADING = 12.0
"""Type that is larger, in points, is that of a heading on a sheet."""


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def squeezed(text: str) -> str:
    """Letters and digits alone, in one normal form: line ends and bullets go."""
    return re.sub(r"\W+", "", unicodedata.normalize("NFC", text))


def leaves(tree: Tree) -> Iterator[str]:
    """The texts of a tree in order."""
    for node in tree:
        if isinstance(node, str):
            yield node
        else:
            yield from leaves(children_of(node))


def within_margins(page: pypdfium2.PdfPage) -> str:
    """The text of a page without the lines that run at its head and foot."""
    _, height = page.get_size()
    said: str = page.get_textpage().get_text_bounded(bottom=MARGIN, top=height - MARGIN)
    return said


def first_lost(sheets: list[PostingSheet], pdf: bytes) -> Iterator[tuple[str, str]]:
    """The first words of each sheet that its text layer does not have where they are due."""
    whole = squeezed("".join(map(within_margins, pypdfium2.PdfDocument(pdf))))
    at = 0
    for sheet in sheets:
        for said in (sheet.title, *leaves(sheet.parts)):
            found = whole.find(squeezed(said), at)
            if found < 0:
                yield sheet.code, said
                break
            at = found


def words_of_papers(version: Record) -> Iterator[str]:
    """What a file says of each paper of its dossier, without what an import put for no name."""
    for group in version["dossier"]["groups"].get("items") or ():
        for item in group["items"]:
            said = (item.get("name"), item.get("text"))
            yield from (one for one in said if one and not UNNAMED.match(one))


def compare_papers(folder: Path, posted: PostedSet, sheets: list[PostingSheet]) -> bool:
    """Whether the words of every paper, from the files alone, stand whole on the sheet of it."""
    count, lost = 0, []
    for (code, item), sheet in zip(posted.items.items(), sheets, strict=True):
        number = item.entry.version.version
        file = next(folder.glob(f"procedures/*/{code}/{number}.yml"))
        pdf = print_sheets(replace(posted, items={code: item}), [sheet])
        whole = squeezed("".join(map(within_margins, pypdfium2.PdfDocument(pdf))))
        words = [squeezed(one) for one in words_of_papers(load(file))]
        count += len(words)
        lost += [(code, one[:60]) for one in words if one not in whole]
    _say(f"words of papers: {count - len(lost)} of {count} whole on their sheet; {lost}")
    return not lost


def read_codes(pdf: bytes) -> set[str]:
    """What every QR code of a document says, its pages drawn grey at 100 dots an inch."""
    read: set[str] = set()
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=100 / 72, grayscale=True).to_pil()
        read |= {found.text for found in zxingcpp.read_barcodes(picture, formats=QR)}
    return read


def lonely_headings(pdf: bytes) -> list[int]:
    """The pages, counted from 1, on which the lowest line within the margins is a heading."""
    lowest = map(_size_of_lowest, pypdfium2.PdfDocument(pdf))
    return [number for number, size in enumerate(lowest, 1) if size > HEADING]


def _size_of_lowest(page: pypdfium2.PdfPage) -> float:
    """The size of type of the lowest line of a page, in points."""
    text = page.get_textpage()
    signs = (at for at in range(text.count_chars()) if text.get_text_range(at, 1).strip())
    within = [(box[1], at) for at in signs if (box := text.get_charbox(at))[1] > MARGIN]
    size: float = pypdfium2.raw.FPDFText_GetFontSize(text, min(within)[1]) if within else 0.0
    return size


def compare_sets(folder: Path, catalogue: Catalogue) -> Iterator[bool]:
    """Whether the set of each office on each day is what the files say."""
    files = Files(folder)
    for day in DAYS:
        edition = Edition(catalogue, day, words_of("vi"))
        for name in OFFICES:
            office = next(a for a in catalogue.agencies.values() if a.name == name)
            wanted = files.must_post(office.id, str(day))
            items = posting_set(office_target(office, edition), edition)
            found = {code: item.entry.version.version for code, item in items.items()}
            missing, extra = wanted.items() - found.items(), found.items() - wanted.items()
            _say(f"{day} {name}: {len(wanted)}, missing {len(missing)}, too many {len(extra)}")
            yield not missing and not extra


def _items(edition: Edition, codes: list[str]) -> Mapping[str, PostingItem]:
    return {code: PostingItem(edition.entries[code], (PostingReason.FIELD,)) for code in codes}


def measure_print(folder: Path, edition: Edition, seed: int, site: Path | None) -> Iterator[bool]:
    """Whether codes and texts of drawn procedures are read back; says how long they took."""
    current = sorted(code for code, one in edition.entries.items() if one.status.current)
    drawn = random.Random(seed).sample(current, min(500, len(current)))
    posted = PostedSet("Cơ quan", _items(edition, drawn), edition)
    start = time.process_time()
    sheets = [sheet_of(one, edition) for one in posted.items.values()]
    pdf = print_sheets(posted, sheets)
    _say(f"{len(sheets)} sheets: {time.process_time() - start:.1f} s of CPU")
    start = time.process_time()
    wall = print_wall_list(replace(posted, items=_items(edition, drawn[:400])), "a4")
    _say(f"list of {len(drawn[:400])}: {time.process_time() - start:.1f} s of CPU")
    for name, document, wanted in (("sheets", pdf, len(drawn)), ("list", wall, len(drawn[:400]))):
        codes = read_codes(document)
        lost = [one for one in codes if site and not _page(site, one).is_file()]
        _say(f"{name}: {len(codes)} of {wanted} codes read, {len(lost)} lead to no page")
        yield len(codes) == wanted and not lost
    alone = lonely_headings(pdf)
    _say(f"headings at the foot of a page: {len(alone)}")
    yield not alone
    few = replace(posted, items=_items(edition, drawn[:200]))
    lost_words = list(first_lost(sheets[:200], print_sheets(few, sheets[:200])))
    _say(f"text in order: {len(few.items) - len(lost_words)} of {len(few.items)}")
    yield not lost_words
    yield compare_papers(folder, few, sheets[:200])


def _page(site: Path, address: str) -> Path:
    return site / address.removeprefix(BASE) / "index.html"


def main() -> int:
    """Measure all that the command line asks for; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--as-of", type=date.fromisoformat, default=DAYS[-1])
    parser.add_argument("--site", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    catalogue = load_catalogue(options.catalogue)[0]
    placed = replace(catalogue, settings=replace(catalogue.settings, base_url=BASE))
    edition = Edition(placed, options.as_of, words_of("vi"))
    right = [
        *measure_print(options.catalogue, edition, options.seed, options.site),
        *compare_sets(options.catalogue, catalogue),
    ]
    return 0 if all(right) else 1


if __name__ == "__main__":
    sys.exit(main())
