"""Paper holds what is longer than any real procedure: nothing is cut, lost or off the page."""

import re
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest

from generator.model.edition import Edition
from generator.posting.documents import (
    PostedSet,
    print_cards,
    print_leaflets,
    print_sheets,
    print_wall_list,
)
from generator.posting.sheets import PostingSheet, sheet_of
from tests.posting.extremes import FEES, LETTERS, PAPERS, longest_item
from tools.posting_figures import first_lost, lonely_headings, read_codes

CODE = "1.001193"
EDGE = 20.0
"""Points of a page within which no letter may stand, less than any margin."""


@pytest.fixture(scope="module")
def posted(sample: Edition) -> PostedSet:
    return PostedSet("Trung tâm Phục vụ hành chính công", {CODE: longest_item(sample)}, sample)


@pytest.fixture(scope="module")
def sheet(posted: PostedSet) -> PostingSheet:
    return sheet_of(posted.items[CODE], posted.edition)


@pytest.fixture(scope="module")
def documents(posted: PostedSet, sheet: PostingSheet) -> dict[str, bytes]:
    made: dict[str, Callable[[], bytes]] = {
        "sheets": lambda: print_sheets(posted, [sheet]),
        "a4": lambda: print_wall_list(posted, "a4"),
        "a3": lambda: print_wall_list(posted, "a3"),
        "leaflets": lambda: print_leaflets(posted, [sheet]),
        "cards": lambda: print_cards(posted, [sheet]),
    }
    return {name: print_it() for name, print_it in made.items()}


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_the_made_up_one_is_longer_than_any_real_one(posted: PostedSet) -> None:
    version = posted.items[CODE].entry.version
    assert len(version.title) > 1_192
    assert LETTERS - len(version.title) < 10
    assert sum(len(group.items) for group in version.dossier.groups.items) == PAPERS
    assert {len(one.fees.items) for one in version.channels.items} == {FEES}


def test_every_word_paper_and_fee_is_on_the_sheet(
    documents: dict[str, bytes], sheet: PostingSheet
) -> None:
    assert list(first_lost([sheet], documents["sheets"])) == []
    said = text_of(documents["sheets"])
    papers = re.findall(r"☐ Bản sao có chứng thực giấy tờ chứng minh nội dung thứ (\d+)", said)
    assert [int(one) for one in papers] == list(range(1, PAPERS + 1))
    assert said.count("Mức thu đối với trường hợp thứ 36 ") == 1


def test_every_paper_is_on_the_leaflet(documents: dict[str, bytes]) -> None:
    papers = re.findall(r"☐ Bản sao có chứng thực .*? thứ (\d+)", text_of(documents["leaflets"]))
    assert [int(one) for one in papers] == list(range(1, PAPERS + 1))


def test_no_letter_is_off_the_page(documents: dict[str, bytes]) -> None:
    for name, pdf in documents.items():
        for page in pypdfium2.PdfDocument(pdf):
            width, height = page.get_size()
            text = page.get_textpage()
            boxes = [
                text.get_charbox(at)
                for at in range(text.count_chars())
                if text.get_text_range(at, 1).strip()
            ]
            assert boxes, name
            assert min(box[0] for box in boxes) > EDGE, name
            assert max(box[2] for box in boxes) < width - EDGE, name
            assert min(box[1] for box in boxes) > EDGE, name
            assert max(box[3] for box in boxes) < height - EDGE, name


def test_its_code_is_read_from_every_document_and_no_heading_is_alone(
    documents: dict[str, bytes], sheet: PostingSheet
) -> None:
    for name, pdf in documents.items():
        assert read_codes(pdf) == {f"https://{sheet.address}"}, name
    assert lonely_headings(documents["sheets"]) == []


def test_a_title_is_shortened_at_the_end_of_a_word(documents: dict[str, bytes]) -> None:
    short = text_of(documents["cards"]).partition("…")[0]
    assert short.rpartition(" ")[2] in ["Đăng", "ký", "khai", "sinh", "đối", "với"]
    assert len(short) > 390


@pytest.mark.parametrize("length", [60, 105, 160, 230, 390])
def test_no_title_runs_over_the_line_by_which_cards_are_cut(
    posted: PostedSet, sheet: PostingSheet, length: int
) -> None:
    title = ("Thủ tục công nhận tổ chức xã hội có hoạt động " * 20)[:length]
    page = pypdfium2.PdfDocument(print_cards(posted, [replace(sheet, title=title)]))[0]
    words, height = page.get_textpage(), page.get_size()[1]
    bottoms = (words.get_charbox(at)[1] for at in range(words.count_chars()))
    lowest = min(bottom for bottom in bottoms if bottom > 50)  # what runs at the foot is below
    assert height - lowest < 80 * 72 / 25.4  # the margin, the heading and one card of 62 mm
