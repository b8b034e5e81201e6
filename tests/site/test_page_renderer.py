"""Every page is, to the byte, what MkDocs makes of its source."""

import re
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

import html5lib
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.locale import words_of
from generator.model.edition import Edition
from generator.pages.decision import decision_page
from generator.pages.nodes.blocks import page_body
from generator.pages.nodes.inline import text
from generator.pages.page import Page
from generator.site.page_renderer import PageRenderer
from generator.site.render import write_config
from generator.site.tasks import all_tasks, make_outputs
from tests.conftest import PROJECT, edition_of
from tests.pages.drawing import DataDrawer, drawn_body
from tests.pages.test_injection import hostile_catalogue


def renderer_of(edition: Edition, folder: Path) -> PageRenderer:
    (folder / "docs").mkdir(parents=True)
    return PageRenderer(write_config(edition, PROJECT / "mkdocs.yml", folder))


def pages_of(edition: Edition, without: str = "") -> Iterator[Page]:
    tasks = (task for task in all_tasks(edition) if task.kind != without)
    made = (page for task in tasks for page in make_outputs(task, edition))
    return (page for page in made if isinstance(page, Page))


@pytest.fixture(scope="module")
def renderer(sample: Edition, tmp_path_factory: pytest.TempPathFactory) -> PageRenderer:
    return renderer_of(sample, tmp_path_factory.mktemp("build") / "build")


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_whatever_stands_in_records(renderer: PageRenderer, data: st.DataObject) -> None:
    page = Page("a/e/index.md", "x", drawn_body(DataDrawer(data)), kind="procedure")
    assert renderer.render(page).html == renderer.render_by_mkdocs(page).html


def test_every_page_of_the_sample(renderer: PageRenderer, sample: Edition) -> None:
    for page in pages_of(sample):
        assert renderer.render(page).html == renderer.render_by_mkdocs(page).html, page.path


def test_every_page_in_english(sample: Edition, tmp_path: Path) -> None:
    english = Edition(sample.catalogue, sample.day, words_of("en"))
    renderer = renderer_of(english, tmp_path / "build")
    for page in pages_of(english):
        assert renderer.render(page).html == renderer.render_by_mkdocs(page).html, page.path


def test_every_page_of_records_that_try_to_break_out(tmp_path: Path) -> None:
    edition = edition_of(hostile_catalogue(tmp_path))
    renderer = renderer_of(edition, tmp_path / "build")
    for page in pages_of(edition, without="rules"):  # those of the sample: no record is in them
        assert renderer.render(page).html == renderer.render_by_mkdocs(page).html, page.path


def test_every_decision_of_a_catalogue_with_mistakes(tmp_path: Path) -> None:
    edition = edition_of(PROJECT / "tests/fixtures/broken")
    renderer = renderer_of(edition, tmp_path / "build")
    pages = [decision_page(one, edition) for one in edition.catalogue.decisions.values()]
    assert pages
    for page in pages:
        assert renderer.render(page).html == renderer.render_by_mkdocs(page).html, page.path


@pytest.mark.parametrize("odd", ["Cấp giấy 😀", "a\u2028b\u0085c", "\ufeffĐăng ký", "tab\there"])
def test_front_matter_takes_any_title(odd: str) -> None:
    source = Page("a/index.md", odd, page_body(text("x"))).render()
    matter = yaml.load(source.split("---\n")[1], Loader=yaml.CSafeLoader)
    assert matter["title"] == odd


def test_the_links_of_every_page_are_collected(renderer: PageRenderer, sample: Edition) -> None:
    for page in pages_of(sample):
        parsed = html5lib.parse(page.body.html, namespaceHTMLElements=False)
        hrefs = {a.get("href", "") for a in parsed.iter("a")}
        inner = {h.partition("#")[0] for h in hrefs if not re.match(r"[a-z]+:|[/#?]", h)} - {""}
        front = {crumb.path for crumb in page.crumbs} | ({page.canonical} - {""})
        sources = {_source(h.partition("?")[0], page.path) for h in inner}
        assert renderer.render(page).links == sources | front


def _source(href: str, page: str) -> str:
    path = normpath(join(dirname(page), href))
    return normpath(f"{path}/index.md") if href.endswith(("/", ".")) else path
