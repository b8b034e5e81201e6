"""The zip of the site: what a folder without a network can open."""

import re
import shutil
import zipfile
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, expect

from generator import addresses
from generator.cli import main
from generator.site.offline import NoSiteError, read_site_date, write_zip
from tests.conftest import DAY


@pytest.fixture(scope="module")
def unpacked(sample_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("offline")
    write_zip(sample_site, folder / "site.zip")
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder)
    return folder / "site"


def test_every_link_names_a_file(unpacked: Path) -> None:
    for page in unpacked.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in re.findall(r'\s(?:href|action|src)="([^"]*)"', page.read_text("utf8")):
            target = unquote(re.split("[?#]", link)[0])
            if target and not re.match(r"[a-z]+:", link):
                assert (page.parent / target).is_file(), (page, link)


def test_search_and_pages_work_from_a_folder(unpacked: Path, browser: Browser) -> None:
    page = browser.new_page()
    foreign: list[str] = []
    page.on("request", lambda r: r.url.startswith("file:") or foreign.append(r.url))
    page.goto(f"file://{unpacked}/index.html")
    page.fill("#q", "lam lai so do bi mat phuong ben do")
    page.press("#q", "Enter")
    expect(page.locator("#search-place")).to_contain_text("Phường Trung Tâm, Tỉnh Mẫu")
    expect(page.locator("#search-offline")).to_contain_text("không cần mạng")
    page.locator("#search-results a").first.click()
    expect(page.locator("h1")).to_contain_text("Cấp lại Giấy chứng nhận quyền sử dụng đất")
    page.locator(".crumbs a").first.click()
    expect(page.locator("h1")).to_contain_text("Danh mục thủ tục hành chính")
    assert foreign == []
    page.close()


def test_the_same_site_gives_the_same_bytes(sample_site: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        write_zip(sample_site, tmp_path / name / "site.zip")
    first, second = ((tmp_path / name / "site.zip").read_bytes() for name in ("a", "b"))
    assert first == second


def test_the_zip_is_dated(sample_site: Path, tmp_path: Path) -> None:
    assert read_site_date(sample_site) == DAY
    write_zip(sample_site, tmp_path / "site.zip")
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        assert {date(*entry.date_time[:3]) for entry in archive.infolist()} == {DAY}


def test_a_folder_that_is_no_site_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(NoSiteError):
        read_site_date(tmp_path)
    assert main(["offline", "--site", str(tmp_path)]) == 2
    assert "không phải trang đã dựng" in capsys.readouterr().err


def test_a_zip_that_fails_half_way_leaves_the_last_one(sample_site: Path, tmp_path: Path) -> None:
    target = tmp_path / "site.zip"
    target.write_bytes(b"the last one")
    broken = tmp_path / "broken"
    shutil.copytree(sample_site, broken)

    def fail(done: int, total: int) -> None:
        if done == total // 2:
            raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        write_zip(broken, target, fail)
    assert target.read_bytes() == b"the last one"


def test_the_command_says_what_it_packed(
    sample_site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "out.zip"
    assert main(["offline", "--site", str(sample_site), "--into", str(target)]) == 0
    assert "Đã gói" in capsys.readouterr().out
    with zipfile.ZipFile(target) as archive:
        assert "out/index.html" in archive.namelist()
        assert f"out/{addresses.INDEX_DATA}" in archive.namelist()
