"""The page of a procedure, printed as a sheet to post: whose wall it hangs on, and page n of m."""

from datetime import date
from pathlib import Path

from generator import addresses
from generator.model.edition import Edition
from generator.pages.handout import handout_link
from generator.pages.paper_head import paper_head

PRINT = Path("generator/site/assets/style/print.css")


def test_a_printed_page_has_room_for_the_office_and_counts_its_pages(sample: Edition) -> None:
    entry = sample.entries["1.001193"]
    here = addresses.procedure(entry.code)
    said = paper_head(entry, entry.version, sample, here).html
    assert '<p class="posted-at">Niêm yết tại:</p>' in said
    assert "Phiên bản v003 · Quyết định 9201/QĐ-BTP" in said
    assert 'content: counter(page) "/" counter(pages)' in PRINT.read_text("utf8")


def test_a_page_of_no_use_has_neither(sample: Edition) -> None:
    edition = Edition(sample.catalogue, date(2027, 6, 1), sample.words)
    gone = next(one for one in edition.entries.values() if one.over)
    here = addresses.procedure(gone.code)
    assert handout_link(gone, gone.version.version, edition, here).html == ""
    assert "posted-at" not in paper_head(gone, gone.version, edition, here).html
