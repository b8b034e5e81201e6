"""Packed files: the same bytes inside, beside every text file, never of an earlier state."""

import gzip
import shutil
from collections import defaultdict
from pathlib import Path

import brotli
import pytest

from generator import addresses
from generator.cli import main
from generator.site.compress import compress
from tests.conftest import build_site
from tests.site.digests import digest

OF_EACH_KIND = 40
"""Files of each kind in the site that is packed: a whole one takes eight seconds."""


@pytest.fixture
def site(sample_site: Path, tmp_path: Path) -> Path:
    """The smallest files of every kind in a site, and what says that it is one."""
    kinds = defaultdict(list)
    for file in sorted(sample_site.rglob("*"), key=lambda file: file.stat().st_size):
        kinds[file.suffix].append(file)
    chosen = [file for kind in kinds.values() for file in kind[:OF_EACH_KIND] if file.is_file()]
    for file in (sample_site / addresses.INDEX_DATA, *chosen):
        copy = tmp_path / "site" / file.relative_to(sample_site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
    return tmp_path / "site"


def test_every_text_file_has_its_packed_twins(site: Path) -> None:
    before = digest(site)
    compress(site, 2)
    texts = [Path(name) for name in before if name.endswith((".html", ".json", ".css", ".js"))]
    assert {text.suffix for text in texts} == {".html", ".json", ".css", ".js"}
    assert len(texts) > 100
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


def test_a_changed_page_loses_its_packed_twins(small_copy: Path, tmp_path: Path) -> None:
    build_site(small_copy, tmp_path)
    compress(tmp_path / "site/thu-tuc", 1)
    file = small_copy / "procedures/ho-tich/1.000101/v002.yml"
    file.write_text(file.read_text("utf8").replace("title: ", "title: Sớm ", 1), "utf8")
    build_site(small_copy, tmp_path)
    assert not (tmp_path / "site/thu-tuc/1.000101/index.html.gz").exists()
    assert (tmp_path / "site/thu-tuc/1.000103/index.html.gz").exists()


def test_the_command_says_what_it_packed(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compress", "--site", str(site)]) == 0
    assert ".gz, .br" in capsys.readouterr().out
    assert main(["compress", "--site", str(site / "assets")]) == 2
