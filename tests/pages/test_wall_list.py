"""The list that an office hangs up, as a page."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from generator.model.edition import Edition
from generator.model.posting import posting_set
from generator.model.posting_target import office_target
from generator.pages.coming import coming_change
from generator.pages.handout_papers import left_out_words
from generator.pages.list_lines import Item
from generator.pages.listing import Listing, listing_pages
from generator.pages.lists import WAYS
from generator.pages.nodes.html import escape_html
from generator.pages.page import Page
from generator.pages.places import place_pages
from generator.pages.wall_list import (
    field_wall_lists,
    posting_fields,
    posting_offices,
    wall_lists,
)
from generator.site.task_kinds import Task
from generator.site.tasks import make_outputs


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


def test_on_a_phone_each_cell_says_what_it_is(sample: Edition) -> None:
    html = page_of(field_wall_lists("ho-tich", sample)).body.html
    rows = html.count("<tr>") - html.count("<table")
    for column in ("time", "fee"):
        label = sample.words(f"posting.column.{column}")
        assert html.count(f'<td data-label="{label}">') == rows
    assert '<p class="handout to-print"><button type="button" hidden>' in html


@pytest.mark.parametrize(("way", "key"), [("fields", "ho-tich"), ("agencies", "ttpvhcc-xa")])
def test_a_printed_list_ends_with_the_code_of_its_page(sample: Edition, way: str, key: str) -> None:
    made = list(make_outputs(Task(way, key), sample))
    pages = [one for one in made if isinstance(one, Page)]
    files = {path for path, _ in (one for one in made if isinstance(one, tuple))}
    assert pages
    for page in pages:
        assert 'class="qr-end"' in page.body.html
        assert page.path.replace("index.md", "qr.png") in files


def test_without_an_address_no_paper_speaks_of_a_code(sample: Edition) -> None:
    settings = replace(sample.catalogue.settings, base_url="")
    edition = replace(sample, catalogue=replace(sample.catalogue, settings=settings))
    (page,) = field_wall_lists("ho-tich", edition)
    assert isinstance(page, Page)
    assert "qr-end" not in page.body.html
    for kind in ("notes", "lines", "papers"):
        said = left_out_words(kind, 3, edition, "9.000001")
        assert "quét" not in said
        assert f"9.000001 trong “{settings.title}”" in said
        assert "quét" in left_out_words(kind, 3, sample, "9.000001")


def test_what_shares_a_line_is_counted_on_paper(sample: Edition) -> None:
    one = Item("Việc 1", "thu-tuc/1/index.md", (), family="h")
    two = Item("Việc 2", "thu-tuc/2/index.md", (), family="h")
    (page,) = listing_pages(Listing("linh-vuc/x/index.md", "X", [one, two]), sample)
    assert sample.words("list.joined_lines", count="1") in page.body.html
    (page,) = listing_pages(Listing("linh-vuc/x/index.md", "X", [one]), sample)
    assert "on-paper" not in page.body.html


def test_a_province_has_a_way_to_its_posting_set(sample: Edition) -> None:
    pages = [one for one in place_pages(sample) if one.path != "dia-ban/index.md"]
    assert pages
    assert all("<code>niemyet post " in one.body.html for one in pages)


def test_the_list_says_what_is_decided_to_change_as_the_printed_one_does(sample: Edition) -> None:
    known = (coming_change(one, sample) for one in sample.entries.values() if one.status.current)
    said = {escape_html(one) for one in known if one}
    html = "".join(
        page_of(field_wall_lists(key, sample)).body.html for key in posting_fields(sample)
    )
    assert said
    assert all(one in html for one in said)
    assert "theo phần mô tả" not in html


def test_the_code_is_there_when_a_browser_prints_at_once(sample: Edition) -> None:
    html = page_of(wall_lists("ttpvhcc-xa", sample)).body.html
    assert "lazy" not in html
