"""The list that an office hangs up, as a page."""

from generator.model.edition import Edition
from generator.model.posting import office_target, posting_set
from generator.pages.wall_list import posting_offices, wall_list_page


def test_the_list_of_every_office_has_the_rows_of_its_set(sample: Edition) -> None:
    for key, agency in sample.catalogue.agencies.items():
        items = posting_set(office_target(agency, sample), sample)
        assert (key in posting_offices(sample)) == bool(items), key
        if items:
            html = wall_list_page(key, sample).body.html
            assert html.count("<tr>") - html.count("<table") == len(items), key
            assert all(f"/t/{code}/" in html for code in items), key


def test_the_list_says_where_to_complain(sample: Edition) -> None:
    html = wall_list_page("ttpvhcc-xa", sample).body.html
    assert sample.words("posting.feedback_title") in html
    assert sample.contacts("feedback")[0].name in html
