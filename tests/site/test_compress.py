"""Packed files: the same bytes inside, beside every text file, never of an earlier state."""

import gzip
import shutil
from pathlib import Path

import brotli
import pytest

from generator.cli import main
from generator.site.compress import compress
from tests.conftest import build_site
from tests.site.digests import digest


@pytest.fixture
def site(sample_site: Path, tmp_path: Path) -> Path:
    return shutil.copytree(sample_site, tmp_path / "site")


def test_every_text_file_has_its_packed_twins(site: Path) -> None:
    before = digest(site)
    compress(site, 2)
    texts = [Path(name) for name in before if name.endswith((".html", ".json", ".css", ".js"))]
    assert len(texts) > 500
    for name in texts:
        content = (site / name).read_bytes()
        assert gzip.decompress((site / f"{name}.gz").read_bytes()) == content
        assert brotli.decompress((site / f"{name}.br").read_bytes()) == content
    assert {name: found for name, found in digest(site).items() if name in before} == before


def test_the_same_site_is_packed_to_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = shutil.copytree(site, tmp_path / "again")
    compress(site, 1)
    compress(again, 2)
    assert digest(site) == digest(again)
    assert compress(site, 1) == (0, 0)


def test_a_changed_page_loses_its_packed_twins(catalogue_copy: Path, tmp_path: Path) -> None:
    build_site(catalogue_copy, tmp_path)
    compress(tmp_path / "site", 1)
    file = catalogue_copy / "procedures/ho-tich/1.001193/procedure.yml"
    file.write_text(file.read_text("utf8").replace("Ghi nhận việc", "Ghi nhận sớm việc"), "utf8")
    build_site(catalogue_copy, tmp_path)
    assert not (tmp_path / "site/thu-tuc/1.001193/index.html.gz").exists()
    assert (tmp_path / "site/thu-tuc/1.900301/index.html.gz").exists()


def test_the_command_says_what_it_packed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compress", "--site", str(site)]) == 0
    assert ".gz, .br" in capsys.readouterr().out
    assert main(["compress", "--site", str(site / "thu-tuc")]) == 2
