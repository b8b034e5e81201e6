"""The zip that a site offers: the page that leads to it, when it is made again, what is in it."""

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from generator import addresses
from generator.cli import main
from generator.locale import words_of
from generator.model.edition import Edition
from generator.site.desk_kept import keep_offline_copy
from generator.site.offered_copy import write_offered_copy
from generator.site.offline import write_zip
from tests.conftest import DAY
from tests.site.crawl import read

PAGE = f"{addresses.OFFLINE_FOLDER}/index.html"
ZIP = f"{addresses.OFFLINE_FOLDER}/thu-tuc-{DAY.isoformat()}.zip"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page, as far as a zip needs one."""
    folder = tmp_path / "site"
    (folder / "api/v1").mkdir(parents=True)
    (folder / "api/v1/index.json").write_text(f'{{"as_of": "{DAY.isoformat()}"}}', "utf8")
    (folder / "index.html").write_text("<p>Trang đầu</p>", "utf8")
    return folder


def files_in(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as opened:
        return {one.partition("/")[2]: opened.read(one) for one in opened.namelist()}


def test_the_page_leads_to_the_zip_with_its_size_and_day(site: Path, sample: Edition) -> None:
    edition = Edition(sample.catalogue, DAY, words_of("vi"))
    assert write_offered_copy(edition, site)
    page = read(site, f"http://site/{addresses.OFFLINE_FOLDER}/")
    assert "(0 MB). Xét hiệu lực vào ngày" in page.text
    assert Path(ZIP).name in page.links
    assert zipfile.is_zipfile(site / ZIP)


def test_the_page_in_a_zip_leads_to_no_zip(site: Path, sample: Edition, tmp_path: Path) -> None:
    edition = Edition(sample.catalogue, DAY, words_of("vi"))
    write_offered_copy(edition, site)
    write_zip(site, tmp_path / "other.zip")
    for archive in (site / ZIP, tmp_path / "other.zip"):
        found = files_in(archive)
        assert set(found) == {"index.html", "api/v1/index.json", PAGE}
        assert b".zip" not in found[PAGE]
        assert re.findall(rb'<a href="([^"]*)"', found[PAGE]) == [b"../index.html"]


def test_it_is_made_again_only_when_the_site_is_another(site: Path, sample: Edition) -> None:
    edition = Edition(sample.catalogue, DAY, words_of("vi"))
    assert [write_offered_copy(edition, site) for _ in range(3)] == [True, False, False]
    first = (site / ZIP).read_bytes()
    (site / "index.html").write_text("<p>Trang đầu, đã đổi</p>", "utf8")
    assert write_offered_copy(edition, site)
    assert files_in(site / ZIP)["index.html"] == "<p>Trang đầu, đã đổi</p>".encode()
    (site / "index.html").write_text("<p>Trang đầu</p>", "utf8")
    assert write_offered_copy(edition, site)
    assert (site / ZIP).read_bytes() == first


def test_the_zip_of_another_day_goes(site: Path, sample: Edition) -> None:
    old = Edition(sample.catalogue, date(2026, 1, 1), words_of("vi"))
    write_offered_copy(old, site)
    write_offered_copy(Edition(sample.catalogue, DAY, words_of("vi")), site)
    assert [one.name for one in (site / addresses.OFFLINE_FOLDER).glob("*.zip")] == [Path(ZIP).name]


def test_a_site_made_anew_keeps_it(site: Path, sample: Edition, tmp_path: Path) -> None:
    keep_offline_copy(site, tmp_path / "none")
    assert not (tmp_path / "none").exists()
    write_offered_copy(Edition(sample.catalogue, DAY, words_of("vi")), site)
    keep_offline_copy(site, tmp_path / "new")
    assert (tmp_path / "new" / ZIP).read_bytes() == (site / ZIP).read_bytes()


def test_a_build_offers_it_when_the_catalogue_says_so(
    small_copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    command = ["build", "--catalogue", str(small_copy), "--site", "site", "--jobs", "1"]
    command += ["--as-of", DAY.isoformat()]
    settings = small_copy / "catalogue.yml"
    settings.write_text(f"{settings.read_text('utf8')}offline_copy: true\n", "utf8")
    assert main(command) == 0
    site = tmp_path / "site"
    home = read(site, "http://site/")
    assert f"./{addresses.OFFLINE_FOLDER}/" in home.links
    made = (site / ZIP).stat().st_mtime_ns
    assert main(command) == 0
    assert (site / ZIP).stat().st_mtime_ns == made


def test_other_sites_lead_to_none(sample_site: Path) -> None:
    assert f"./{addresses.OFFLINE_FOLDER}/" not in read(sample_site, "http://site/").links
