"""The list that an office hangs up, as a page."""

from collections.abc import Iterable

from generator.model.edition import Edition
from generator.model.posting import posting_set
from generator.model.posting_target import office_target
from generator.pages.listing import listing_pages
from generator.pages.lists import WAYS
from generator.pages.page import Page
from generator.pages.wall_list import field_wall_lists, posting_offices, wall_lists


def page_of(made: Iterable[Page | tuple[str, bytes]]) -> Page:
    """The page; behind it comes the picture of its QR code."""
    page, (path, _) = made
    assert isinstance(page, Page)
    assert path == page.path.replace("index.md", "qr.png")
    assert 'src="qr.png"' in page.body.html
    return page


def test_the_list_of_every_office_has_the_rows_of_its_set(sample: Edition) -> None:
    for key, agency in sample.catalogue.agencies.items():
        items = posting_set(office_target(agency, sample), sample)
        assert (key in posting_offices(sample)) == bool(items), key
        if items:
            html = page_of(wall_lists(key, sample)).body.html
            assert html.count("<tr>") - html.count("<table") == len(items), key
            assert all(f"/t/{code}/" in html for code in items), key


def test_the_list_says_where_to_complain(sample: Edition) -> None:
    html = page_of(wall_lists("ttpvhcc-xa", sample)).body.html
    assert sample.words("posting.feedback_title") in html
    assert sample.contacts("feedback")[0].name in html


def test_a_field_has_the_list_of_its_procedures_and_its_page_leads_there(sample: Edition) -> None:
    current = [one for one in sample.by_field["ho-tich"] if one.shown and one.current]
    html = page_of(field_wall_lists("ho-tich", sample)).body.html
    assert html.count("<tr>") - html.count("<table") == len(current) > 0
    fields = WAYS["fields"]
    (page, *_) = listing_pages(fields.listed("ho-tich", sample), sample)
    assert 'href="niem-yet/"' in page.body.html
