"""Hostile text in every text field of one procedure is text everywhere it appears."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.check import check_catalogue
from generator.locale import words_of
from tests.conftest import DAY, build_site
from tests.pages.poison import CODE, poison_sample
from tests.site.crawl import Document, broken_links, linked
from tools.serving import Served, serve

EVIL = (
    "<script>document.title='owned'</script> ](javascript:alert(1)) {{ 7*7 }} | `x` "
    '"><img src=x onerror="document.title=\'owned\'"> =cmd() \u202etxt\u202c '
    "&lt;b&gt; *a* _b_ \\ #h"
)
SEEN = EVIL.replace("\u202e", "").replace("\u202c", "")


def hostile_catalogue(folder: Path) -> Path:
    """The sample with the hostile text in every kind of record."""
    catalogue = poison_sample(folder, EVIL)
    findings = check_catalogue(catalogue, words_of("vi"), DAY).findings
    errors = {f.code for f in findings if f.severity == "error"}
    assert errors - {"TC304"} == {"VS515"}  # tags are named; a number may not fit its path
    return catalogue


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    build_site(hostile_catalogue(folder), folder)
    return folder / "site"


def test_the_pages_show_it_as_text(hostile_site: Path) -> None:
    page = Document((hostile_site / f"thu-tuc/{CODE}/index.html").read_text("utf8"))
    text = " ".join(page.text.split())
    assert text.count(SEEN) > 20
    assert "\u202e" not in page.text


def test_no_page_gains_an_element_or_attribute(hostile_site: Path) -> None:
    for file in sorted(hostile_site.rglob("*.html")):
        document = Document(file.read_text("utf8"))
        assert linked(file.read_text("utf8")).links == document.links
        for tag, attributes in document.tags:
            assert tag not in ("iframe", "b", "object")
            assert tag != "img" or (attributes["src"] or "").endswith("qr.png")
            assert not any(name.startswith("on") for name in attributes), file
            assert not (attributes.get("href") or "").lower().startswith("javascript"), file
            data = attributes.get("type") == "application/ld+json"
            ours = (attributes.get("src") or "").count("assets/niemyet") == 1
            assert tag != "script" or data or ours
    assert broken_links(hostile_site) == []


def test_json_gives_it_back_unchanged(hostile_site: Path) -> None:
    raw = (hostile_site / f"api/v1/procedures/{CODE}.json").read_text("utf8")
    data = json.loads(raw)
    assert data["versions"][0]["title"].startswith(EVIL)
    assert data["summary"].startswith(EVIL)
    assert "\u202e" not in raw


@pytest.fixture(scope="module")
def served_hostile(hostile_site: Path) -> Iterator[Served]:
    with serve(hostile_site) as served:
        yield served


@pytest.mark.browser
def test_nothing_runs_in_the_browser(served_hostile: Served, browser: Browser) -> None:
    page = served_hostile.watch(browser.new_page())
    page.goto(f"{served_hostile.address}thu-tuc/{CODE}/")
    assert page.title() != "owned"
    page.goto(f"{served_hostile.address}tim-kiem/?q=<img src=x onerror=alert(1)> giay doc than")
    page.wait_for_selector("#search-results li")
    first = page.locator("#search-results li").first.inner_text()
    assert " ".join(SEEN.split()) in " ".join(first.split())
    assert "<img src=x" in page.locator("#search-status").inner_text()
    assert page.locator("#search-results img").count() == 0
    assert (served_hostile.complaints, served_hostile.foreign) == ([], [])
