"""The built site: complete, linked, honest about being a sample, the same bytes every time."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urljoin

import pytest

from generator.locale import LANGUAGES, words_of
from generator.model.edition import Edition
from generator.site.build import build
from generator.site.options import BuildPaths
from generator.site.publish import marked_name, restore_interrupted, swap_in
from generator.site.render import RenderError
from tests.conftest import PROJECT, SAMPLE, SMALL, build_site, edition_of
from tests.site.crawl import (
    ROOT,
    Document,
    broken_links,
    clicks_from_home,
    linked,
    read,
    resolve,
)
from tests.site.digests import digest


def pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_no_link_leads_nowhere(sample_site: Path) -> None:
    assert broken_links(sample_site) == []


def test_links_are_read_fast_as_they_are_read_slowly(sample_site: Path) -> None:
    for page in pages(sample_site):
        text = page.read_text(encoding="utf8")
        slow, fast = Document(text), linked(text)
        assert (fast.links, fast.sources, fast.ids) == (slow.links, slow.sources, slow.ids), page


def test_links_lead_where_the_standard_says(sample_site: Path) -> None:
    odd = (
        "",
        "#x",
        "?q",
        "..",
        "../..",
        "../../../x",
        "x/../y",
        "//h/x",
        "/r",
        "mailto:x@y",
        "../#z",
    )
    for page in pages(sample_site):
        here = f"{ROOT}{page.relative_to(sample_site).as_posix().removesuffix('index.html')}"
        for link in {*linked(page.read_text(encoding="utf8")).links, *odd}:
            assert resolve(here, link) == urljoin(here, link)


def test_every_procedure_is_within_three_clicks_without_javascript(
    sample: Edition, sample_site: Path
) -> None:
    clicks = clicks_from_home(sample_site)
    assert max(clicks[f"thu-tuc/{code}/"] for code in sample.entries) <= 3
    assert all(f"quyet-dinh/{key}/" in clicks for key in sample.catalogue.decisions)


REACHED_OTHERWISE = {
    "404.html": "a server shows it for an address that is not there",
}
"""Pages that no link leads to, except old addresses of procedures and of printed papers."""


def test_every_page_is_reached_from_the_home_page(sample: Edition, sample_site: Path) -> None:
    made = {page.relative_to(sample_site).as_posix() for page in pages(sample_site)}
    found = {f"{address}index.html" for address in clicks_from_home(sample_site)}
    redirects = {f"thu-tuc/{old}/index.html" for old in sample.former_ids}
    papers = {page for page in made - found if page.startswith("t/")}
    assert made - found == {*REACHED_OTHERWISE, *redirects, *papers}


def test_every_page_says_that_the_data_is_a_sample(sample_site: Path) -> None:
    for page in pages(sample_site):
        assert "Dữ liệu mẫu để minh họa" in page.read_text(encoding="utf8"), page


@pytest.fixture(scope="module")
def altered_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample as a real catalogue, in which a procedure had another id."""
    folder = tmp_path_factory.mktemp("altered")
    catalogue = shutil.copytree(SAMPLE, folder / "catalogue")
    for name, before, after in (
        ("catalogue.yml", "sample: true", "sample: false"),
        (
            "procedures/ho-tich/1.900102/procedure.yml",
            "field: ho-tich",
            "former_ids: [chua-co-ma-ket-hon]\nfield: ho-tich",
        ),
    ):
        text = (catalogue / name).read_text("utf8")
        assert before in text
        (catalogue / name).write_text(text.replace(before, after), "utf8")
    build_site(catalogue, folder)
    return folder / "site"


def test_a_real_catalogue_shows_no_such_line(altered_site: Path) -> None:
    for page in pages(altered_site):
        assert "Dữ liệu mẫu để minh họa" not in page.read_text(encoding="utf8"), page


def test_no_page_has_an_inline_script_or_style_or_calls_elsewhere(sample_site: Path) -> None:
    for page in pages(sample_site):
        document = Document(page.read_text(encoding="utf8"))
        for tag, attributes in document.tags:
            assert tag != "style"
            assert "style" not in attributes
            assert not any(name.startswith("on") for name in attributes)
            data = attributes.get("type") == "application/ld+json"
            assert tag != "script" or attributes.get("src") or data
        assert not any(re.match(r"(https?:)?//", source) for source in document.sources), page


def test_every_page_says_what_it_is_about(sample_site: Path) -> None:
    for page in pages(sample_site):
        text = page.read_text("utf8")
        if page.name != "404.html" and 'http-equiv="refresh"' not in text:
            assert re.search(r'<meta name="description" content="[^"]{5,}"', text), page
            short = page.relative_to(sample_site).parts[0] == "t"
            assert short or '<meta property="og:title"' in text, page


def test_procedures_are_not_in_the_navigation(sample_site: Path) -> None:
    assert "nav:\n  - index.md" in (PROJECT / "mkdocs.yml").read_text(encoding="utf8")
    document = read(sample_site, "http://site/linh-vuc/ho-tich/")
    assert document.text.count("Đăng ký khai sinh") == 1


def test_breadcrumbs_lead_back_to_the_field(sample_site: Path) -> None:
    document = read(sample_site, "http://site/thu-tuc/1.001193/")
    assert "../../linh-vuc/ho-tich/" in document.links


def test_the_sitemap_carries_the_dates_of_the_decisions(sample_site: Path) -> None:
    sitemap = (sample_site / "sitemap.xml").read_text(encoding="utf8")
    entry = re.search(r"<loc>\S+thu-tuc/1.001193/</loc><lastmod>(\S+)</lastmod>", sitemap)
    assert entry
    assert entry[1] == "2026-11-02"


def test_json_says_what_the_page_says(sample: Edition, sample_site: Path) -> None:
    index = json.loads((sample_site / "api/v1/index.json").read_text("utf8"))
    assert {row["id"] for row in index["procedures"]} == set(sample.entries)
    assert index["sample"] is True
    for row in index["procedures"]:
        data = json.loads((sample_site / row["file"]).read_text("utf8"))
        page = read(sample_site, f"http://site/{row['address']}").text
        assert data["status"] == row["status"]
        current = next(v for v in data["versions"] if v["version"] == data["current_version"])
        assert current["title"] in page
        for channel in current["channels"]["items"]:
            for fee in channel["fees"].get("items", ()):
                if fee["state"] == "amount":
                    assert f"{fee['amount']:,}".replace(",", ".") in page
    decision = json.loads((sample_site / "api/v1/decisions/bnv/2023/1099.json").read_text("utf8"))
    assert (decision["number"], decision["effective"]) == ("1099/QĐ-BNV", None)


def test_an_old_id_leads_to_the_new_one(altered_site: Path) -> None:
    page = (altered_site / "thu-tuc/chua-co-ma-ket-hon/index.html").read_text("utf8")
    assert 'content="0; url=../../thu-tuc/1.900102/"' in page


def test_the_same_day_gives_the_same_bytes_whatever_the_jobs(
    sample_site: Path, tmp_path: Path
) -> None:
    build_site(SAMPLE, tmp_path, jobs=2)
    assert digest(tmp_path / "site") == digest(sample_site)


def test_plain_mkdocs_gives_the_same_bytes(sample_site: Path) -> None:
    build = sample_site.parent / "build"
    plain = sample_site.parent / "plain"
    epoch = {"SOURCE_DATE_EPOCH": os.environ["SOURCE_DATE_EPOCH"]}
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(build / "mkdocs.yml"),
        "-d",
        str(plain),
    ]
    subprocess.run(command, check=True, env={**os.environ, **epoch}, capture_output=True)
    assert digest(plain) == digest(sample_site)


def test_another_day_shows_what_was_in_force_then(tmp_path: Path) -> None:
    build_site(SAMPLE, tmp_path, date(2025, 1, 1))
    page = read(tmp_path / "site", "http://site/thu-tuc/1.001193/")
    assert "Sổ hộ khẩu của cha, mẹ" in page.text
    assert "Xét hiệu lực vào ngày 01/01/2025" in page.text


def test_a_failed_build_leaves_the_last_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    build_site(SMALL, tmp_path)
    before = digest(site)

    def full_disk(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("generator.site.render.mkdocs", full_disk)
    with pytest.raises(RenderError, match="No space left"):
        build_site(SMALL, tmp_path, date(2025, 1, 1))
    assert digest(site) == before


def test_a_killed_build_leaves_the_last_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    build_site(SMALL, tmp_path)
    before = digest(site)
    code = (
        "from pathlib import Path; from tests.conftest import *;"
        f"build_site(SMALL, Path({str(tmp_path)!r}), __import__('datetime').date(2025, 1, 1))"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, start_new_session=True)
    while process.poll() is None and not (tmp_path / "build/new/site/index.html").exists():
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    assert digest(site) == before
    build_site(SMALL, tmp_path)
    assert digest(site) == before


def test_a_swap_cut_short_is_mended_by_the_next_run(tmp_path: Path) -> None:
    site = tmp_path / "site"
    old = marked_name(site, "old")
    old.mkdir()
    (old / "index.html").write_text("last good")
    restore_interrupted(site)
    assert (site / "index.html").read_text() == "last good"
    new = tmp_path / "new"
    new.mkdir()
    (new / "index.html").write_text("newer")
    swap_in(new, site)
    assert (site / "index.html").read_text() == "newer"
    assert not new.exists()


def test_a_catalogue_with_errors_is_not_built(small_copy: Path) -> None:
    (small_copy / "agencies/btp.yml").unlink()
    command = [sys.executable, "-m", "generator", "build", "--catalogue", str(small_copy)]
    done = subprocess.run(
        [*command, "--site", str(small_copy.parent / "out")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Nhắc tới bản ghi không có" in done.stdout
    assert not (small_copy.parent / "out").exists()


@pytest.mark.parametrize("language", [name for name in LANGUAGES if name != "vi"])
def test_a_site_in_each_language_has_no_vietnamese_of_the_generators_own(
    language: str, catalogue_copy: Path, tmp_path: Path
) -> None:
    """Names and texts come from the records; every other word is that of the language."""
    edition = replace(edition_of(catalogue_copy), words=words_of(language))
    places = BuildPaths(PROJECT / "mkdocs.yml", tmp_path / "build", tmp_path / "site")
    assert not build(edition, places).warnings
    records = "".join(file.read_text("utf8") for file in catalogue_copy.rglob("*.yml"))
    plain = re.compile(r"[^{}*\[\]()`\n]{14,}")
    own = {
        said.strip()
        for key, text in words_of("vi").entries.items()
        if not key.startswith(("findings.", "help.", "rule.", "family."))
        for said in plain.findall(text)
        if re.search(r"[ạ-ỹđ]", said) and said.strip() not in records
    }
    for page in pages(tmp_path / "site"):
        text = page.read_text("utf8")
        if "quy-tac" not in page.parts:
            assert [said for said in own if said in text] == [], page
