"""The list that an office hangs up, as a page."""

from generator.model.edition import Edition
from generator.model.posting import office_target, posting_set
from generator.pages.listing import listing_pages
from generator.pages.lists import WAYS
from generator.pages.wall_list import field_wall_lists, posting_offices, wall_lists


def test_the_list_of_every_office_has_the_rows_of_its_set(sample: Edition) -> None:
    for key, agency in sample.catalogue.agencies.items():
        items = posting_set(office_target(agency, sample), sample)
        assert (key in posting_offices(sample)) == bool(items), key
        if items:
            html = wall_lists(key, sample)[0].body.html
            assert html.count("<tr>") - html.count("<table") == len(items), key
            assert all(f"/t/{code}/" in html for code in items), key


def test_the_list_says_where_to_complain(sample: Edition) -> None:
    html = wall_lists("ttpvhcc-xa", sample)[0].body.html
    assert sample.words("posting.feedback_title") in html
    assert sample.contacts("feedback")[0].name in html


def test_a_field_has_the_list_of_its_procedures_and_its_page_leads_there(sample: Edition) -> None:
    current = [one for one in sample.by_field["ho-tich"] if one.shown and one.current]
    html = field_wall_lists("ho-tich", sample)[0].body.html
    assert html.count("<tr>") - html.count("<table") == len(current) > 0
    fields = WAYS["fields"]
    (page, *_) = listing_pages(fields.listed("ho-tich", sample), sample)
    assert 'href="niem-yet/"' in page.body.html
