"""Hostile text in every text field of one procedure is text everywhere it appears."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from generator.check import check_catalogue
from generator.locale import words_of
from generator.records.schema import child_of, load_schema
from generator.records.yaml_writer import in_schema_order
from tests.conftest import DAY, SAMPLE, build_site
from tests.site.crawl import Document, broken_links
from tools.serving import Served, serve

CODE = "1.900104"
EVIL = (
    "<script>document.title='owned'</script> ](javascript:alert(1)) {{ 7*7 }} | `x` "
    '"><img src=x onerror="document.title=\'owned\'"> =cmd() \u202etxt\u202c '
    "&lt;b&gt; *a* _b_ \\ #h"
)
SEEN = EVIL.replace("\u202e", "").replace("\u202c", "")
FREE = {"text", "line"}


def poisoned(data: Any, schema: Any) -> Any:
    """The same record with the hostile text in every field whose schema takes free text."""
    if isinstance(data, dict):
        return {key: poisoned(value, child_of(schema, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [poisoned(value, child_of(schema, 0)) for value in data]
    takes_text = str(schema.get("$ref", "")).rpartition("/")[2] in FREE
    return f"{EVIL} {data}" if isinstance(data, str) and takes_text else data


def hostile_catalogue(folder: Path) -> Path:
    """The sample with the hostile text in every kind of record."""
    catalogue = folder / "catalogue"
    shutil.copytree(SAMPLE, catalogue)
    for kind, path in (
        ("procedure", f"procedures/ho-tich/{CODE}/procedure.yml"),
        ("version", f"procedures/ho-tich/{CODE}/v001.yml"),
        ("agency", "agencies/ubnd-cap-xa.yml"),
        ("legal-document", "legal-documents/60-2014-qh13.yml"),
        ("fields", "fields.yml"),
        ("life-events", "life-events.yml"),
        ("journeys", "journeys.yml"),
        ("citizen-words", "citizen-words.yml"),
        ("decision", "decisions/btp/2024/9001.yml"),
        ("catalogue", "catalogue.yml"),
    ):
        file = catalogue / path
        data = yaml.safe_load(file.read_text("utf8"))
        schema = load_schema(kind)
        changed = in_schema_order(schema, poisoned(data, schema))
        file.write_text(json.dumps(changed, ensure_ascii=False), "utf8")
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
