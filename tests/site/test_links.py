"""Links that lead nowhere are found, in whatever part of a page and whatever rendered it."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edition import Edition
from generator.pages.navigation import Navigation, NavigationEntry
from generator.pages.nodes.blocks import Block, html_block, page_body
from generator.pages.nodes.html import anchor, element, external_anchor
from generator.pages.nodes.inline import Flow, external_link, link, text
from generator.pages.page import Crumb, Page
from generator.site import links, tasks
from generator.site.links import links_of
from tests.conftest import SMALL, build_site

FOLDERS = ["thu-tuc", "1.001193", "v001"]


@pytest.mark.parametrize(
    ("address", "source"),
    [
        ("./", "thu-tuc/1.001193/v001/index.md"),
        (".", "thu-tuc/1.001193/v001/index.md"),
        ("../", "thu-tuc/1.001193/index.md"),
        ("..", "thu-tuc/1.001193/index.md"),
        ("../v002/thay-doi/", "thu-tuc/1.001193/v002/thay-doi/index.md"),
        ("../../../api/v1/index.json", "api/v1/index.json"),
        ("../../../", "index.md"),
        ("van-ban.md.txt", "thu-tuc/1.001193/v001/van-ban.md.txt"),
        ("../../../../x/", "../x/index.md"),
        ("/x/", "/x/index.md"),
    ],
)
def test_where_an_address_leads(address: str, source: str) -> None:
    page = Page("/".join([*FOLDERS, "index.md"]), "x", page_body(text("x")))
    assert links_of(page, f'<p><a class="x" href="{address}#y">z</a></p>') == {source}


@given(st.lists(st.sampled_from(["..", ".", "a", "b", ""]), min_size=1, max_size=6).map("/".join))
def test_the_short_way_leads_where_the_long_way_does(address: str) -> None:
    assert links._source(address, FOLDERS) == links._unusual_source(address, FOLDERS)


def test_links_to_elsewhere_and_within_the_page_are_none_of_the_site() -> None:
    parts = (external_link("a", "https://b.vn/c"), link(text("d"), "#e"))
    body = page_body(text("x"), *parts, html_block(element("p", external_anchor("f", "mailto:g"))))
    assert links_of(Page("index.md", "x", body), body.html) == set()


@pytest.mark.parametrize(
    ("part", "crumbs"),
    [
        (link(text("x"), "../khong-co/index.md"), ()),
        (html_block(element("p", anchor("x", "../khong-co/"))), ()),
        (text("x"), (Crumb("x", "khong-co/index.md"),)),
    ],
    ids=["Markdown", "HTML", "breadcrumbs"],
)
def test_a_link_of_the_search_page_that_leads_nowhere_is_reported(
    part: Flow | Block,
    crumbs: tuple[Crumb, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def search_page(_edition: Edition, _navigation: Navigation) -> Page:
        return Page("tim-kiem/index.md", "x", page_body(text("x"), part), crumbs=crumbs)

    monkeypatch.setattr(tasks, "search_page", search_page)
    assert build_site(SMALL, tmp_path).warnings == ("no such page: khong-co/index.md",)


def test_a_way_that_every_page_offers_and_no_page_is_made_for_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = NavigationEntry("rules", "khong-co/index.md", foot=1)
    first, *others = tasks.TASK_KINDS
    kinds = (replace(first, navigation=(entry,)), *others)
    monkeypatch.setattr(tasks, "TASK_KINDS", kinds)
    assert build_site(SMALL, tmp_path).warnings == ("no such page: khong-co/index.md",)
